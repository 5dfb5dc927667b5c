"""WHAT A DOCUMENT IS: title, date, credits, keys: raw document in, `Document` out, each value with its source.

Must not know other documents or the index.
"""
