"""Work on all cores: the ways in which it is spread over processes.

Must not know what the work is.
"""
