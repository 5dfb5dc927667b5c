"""WHAT A TEXT SAYS: each kind of annotation in a folder of its own, with one entry in `registry`. Pure functions.

A kind declares the tables of its rows, and knows neither files nor other documents, nor how rows are written.
"""
