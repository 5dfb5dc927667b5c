"""The table of `full_text`: apart, so that every start may know its words without what fills it."""

from __future__ import annotations

# what `search` asks, made when first needed (see `full_text`)
SEARCH = """
CREATE VIEW IF NOT EXISTS searchable AS
    SELECT document.doc AS doc, title, text AS body FROM document JOIN body ON body.doc = document.doc;
CREATE VIRTUAL TABLE IF NOT EXISTS search_text USING fts5 (
    title, body, content = 'searchable', content_rowid = 'doc', tokenize = "unicode61 remove_diacritics 2"
);
"""
