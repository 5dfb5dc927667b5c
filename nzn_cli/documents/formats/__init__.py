"""FILE FORMATS: one file a format, bytes in, raw document out; `choose` says which ending means which.

A reader is pure and picklable, follows nothing outside its bytes, and never raises on what they are.
"""
