"""PAST ONE MACHINE, THE BUILD: documents of a folder or URI to a dataset, a file a stage. Alone imports PySpark.

What is done to a document, a name or an id is done by the rooms below, in private indexes that hold a batch of rows.
Scheduling, shuffles, retries and transport are Spark's own.
"""
