"""HOW A WORD IS FOUND: required literals of a regular expression, the inverted index, full text.

Must not know what is asked beyond words and patterns.
"""
