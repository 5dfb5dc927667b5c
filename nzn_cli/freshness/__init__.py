"""WHAT CHANGED: the folders compared with the snapshot of them, and the index brought up to date for a question.

Must not know any question.
"""
