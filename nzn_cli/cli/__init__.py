"""HOW YOU CALL IT: the command line parsed, the api asked, the answer handed to render.

Must not open a file of the corpus or of the index: it holds no power that `api` lacks.
"""
