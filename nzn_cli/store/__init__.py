"""WHAT WE REMEMBER: the tables of the index (SQLite, disposable), their rows, and what is stored ready to be shown.

Must not know folders of documents, or when the index is stale.
"""
