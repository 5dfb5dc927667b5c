"""WHICH FOLDERS, BY WHICH RULES: environment, settings files and shared options in, `Settings` out.

Must not know documents or the index.
"""
