"""WHAT A TEXT SAYS: people and dated expressions, each kind in a folder of its own. Pure functions: text in, spans out.

Must not know files, tables or other documents.
"""
