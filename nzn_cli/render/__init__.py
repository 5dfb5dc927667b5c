"""HOW IT LOOKS: records in, lines of a table, a page or a format out.

Must not ask anything.
"""
