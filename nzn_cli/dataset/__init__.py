"""DOCUMENTS PAST ONE MACHINE: the tables of an index as Parquet, written, asked and brought back into an index.

Must not know Spark (`cluster`), nor what is asked: questions come as the SQL that the index is asked with.
"""
