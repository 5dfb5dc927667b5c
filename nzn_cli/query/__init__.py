"""WHAT WAS ASKED, AND THE ANSWER: a file a question, on an open store.

Must not know how the index is filled, or how an answer looks.
"""
