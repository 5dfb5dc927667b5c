"""WHAT OTHER PROGRAMS OPEN: the records of a corpus as a database, a graph, a bibliography, notes; one file a target.

Reads records from a `Source` one by one, and writes to the path that it is given. Must not ask anything else, nor
decide where a file goes or what is overwritten: that is the command line's.
"""
