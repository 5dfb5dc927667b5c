"""WHO IS WHO ACROSS DOCUMENTS: the names of a corpus in, persons out, each join with its rule.

Must not know documents or tables.
"""
