"""WHAT IS ON DISK: which files are documents, their bytes decoded, their front matter read: bytes in, raw document out.

Must not know what a title or a date is.
"""
