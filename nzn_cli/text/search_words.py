"""What the words of a search mean: words, phrases, prefixes, exclusions and fields. No text is an error here."""

from __future__ import annotations

import re

from nzn_cli.model.records import NamedTuple

_TOKEN = r'(?P<minus>-?)(?:(?P<field>[^\s":]+):)?(?:"(?P<phrase>[^"]*)"?(?P<prefix>\*?)|(?P<word>\S+))'
# signs that a word may be known by; tokenizers drop them, so that the text itself is asked
_TELLING = frozenset("+#&$%@=<>/\\_^~")


class Term(NamedTuple):
    """One thing to look for; `field` is what stood before a colon."""

    text: str
    phrase: bool = False
    prefix: bool = False
    excluded: bool = False
    field: str | None = None

    @property
    def literal(self) -> str | None:
        """What must stand in the text as it is, where the words alone would say too little (C++, R&D)."""
        return self.text if _TELLING & set(self.text) else None


def terms(typed: str) -> list[Term]:
    """Return the parts of a search, in order."""
    found = []
    # a quotation mark of any kind opens a phrase; one that is never closed ends with the text
    for match in re.finditer(_TOKEN, re.sub("[“”„]", '"', typed.replace("\0", " "))):
        phrase = match["phrase"]
        text = (match["word"] or "") if phrase is None else phrase
        prefix = bool(match["prefix"]) if phrase is not None else len(text) > 1 and text.endswith("*")
        if phrase is None and prefix:
            text = text.rstrip("*")
        if text.strip():
            found.append(Term(text, phrase is not None, prefix, bool(match["minus"]), match["field"]))
    return found


def has_words(text: str) -> bool:
    """Return whether the text holds anything that an index of words holds."""
    return any(letter.isalnum() for letter in text)
