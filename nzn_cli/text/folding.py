"""Letters made comparable: case, accents, quotes, dashes and spaces. Knows nothing of names, dates or documents."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = "‘’‚‛′ʻʼʹ`´＇"
_QUOTES = "“”„‟″«»＂"
_DASHES = "‐‑‒–—―−﹘﹣－"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LEVEL = (
    dict.fromkeys(map(ord, _APOSTROPHES), "'")
    | dict.fromkeys(map(ord, _QUOTES), '"')
    | dict.fromkeys(map(ord, _DASHES), "-")
    | dict.fromkeys(map(ord, _SPACES), " ")
)
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ı": "i",
        "\u00ad": "",
        "\u200b": "",
    }
)


def level(text: str) -> str:
    """Return `text` with curly quotes, dashes and unusual spaces as plain ASCII ones; length and offsets are kept."""
    return text if text.isascii() else text.translate(_LEVEL)


def ascii_digits(text: str) -> str:
    """Return `text` with each digit that is not 0 to 9 made the letter x; length and offsets are kept.

    What is left of them `\\d` matches, `isdecimal` knows and `int` reads, each as the others do.
    """
    return text if text.isascii() else re.sub(r"[^\D0-9]", "x", text)


def fold(text: str) -> str:
    """Return `text` levelled, in lower case, without accents or macrons; the length may change."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_LEVEL).casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_LETTERS)
