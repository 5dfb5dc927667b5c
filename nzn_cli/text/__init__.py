"""WORDS: folding, sentences, the calendar, dates as written and as typed, word lists.

Must not know people or documents.
"""
