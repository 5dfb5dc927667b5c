"""A stretch of text around a trigger, cut into words and what stands between them. Knows no meaning of any word."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import accumulate
from typing import Any

from nzn_cli.text.calendar import MONTHS
from nzn_cli.text.folding import ascii_digits

BEFORE, AFTER = 48, 64  # characters looked at around a trigger
_LIST = 400  # characters that a list of days or months may have: "March 1, 2, 3, 4 …"
_LISTED = "0123456789 ,&/-andorsth"  # letters of what days are joined with
_NEAR = frozenset((" ", "-", "\n"))
_PLAIN = tuple(zip("’‘–—‑‐−\u00a0\u202f\u2009\t\r", "''-----     ", strict=True))


def plain(text: str) -> str:
    """Return `text` in lower case with plain quotes, dashes, spaces and digits; every offset stays what it was."""
    low = text.lower()
    if len(low) != len(text):  # a few letters grow in lower case
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    for odd, even in _PLAIN if not text.isascii() else _PLAIN[-2:]:
        if odd in low:
            low = low.replace(odd, even)
    return ascii_digits(low)


@cache
def _splitter() -> Any:
    return re.compile(r"([^\W\d_]+|\d+)").split


@cache
def _list_from() -> Any:
    months = "|".join(sorted(MONTHS, key=len, reverse=True))
    return re.compile(rf"(?:{months})\b(?:[\s,&/.-]{{1,3}}(?:\d{{1,4}}(?:st|nd|rd|th)?|and|or|{months})\b)+").match


def _narrow(sep: str) -> str:
    """Return a separator with its runs of blanks made one blank, or one line's end where they hold one."""
    while "  " in sep:
        sep = sep.replace("  ", " ")
    return sep.replace("\n ", "\n").replace(" \n", "\n")


class Window:
    """Words and separators around a trigger: `seps[i]` stands before `words[i]`; `at` is the trigger's word."""

    __slots__ = ("at", "day_first", "low", "seps", "starts", "text", "words", "year", "year")

    def __init__(self, text: str, low: str, begin: int, start: int, day_first: bool = True, year: int = 0) -> None:
        """Cut the window for the trigger at `start`; nothing before `begin` is looked at."""
        self.day_first = day_first  # 3/4/2018 is in April
        self.year = year  # of publication; 0 where it is not known
        first = max(begin, start - BEFORE)
        if first > begin:
            space = low.find(" ", first, start)
            first = start if space < 0 else space
        if first > begin and not low[first:start].strip(_LISTED):  # in the midst of a list of days
            run = low[max(begin, start - _LIST) : start]
            first = start - len(run) + len(run.rstrip(_LISTED))
        last = start + AFTER
        if last < len(low) and (listed := _list_from()(low, start, start + _LIST)):
            last = max(last, listed.end())
        if last < len(low):
            edge = last - 24
            while last > edge and low[last - 1].isalnum() and low[last].isalnum():
                last -= 1
        parts = _splitter()(low[first:last])
        self.text, self.low = text, low
        self.words: list[str] = parts[1::2]
        self.seps: list[str] = parts[0::2]
        self.starts = list(accumulate(map(len, parts), initial=first))
        self.at = bisect_left(self.starts, start) // 2  # a trigger may begin with its apostrophe
        if low.find("  ", first, last) >= 0:  # columns, and lines that are set in
            self.seps = [_narrow(sep) if "  " in sep else sep for sep in self.seps]

    def start(self, i: int) -> int:
        """Return where word `i` begins in the text."""
        return self.starts[2 * i + 1]

    def end(self, i: int) -> int:
        """Return where word `i` ends in the text."""
        return self.starts[2 * i + 2]

    def word(self, i: int) -> str:
        """Return word `i`, or "" outside the window."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def sep(self, i: int) -> str:
        """Return what stands before word `i`, "\\n\\n" outside the window."""
        return self.seps[i] if 0 <= i < len(self.seps) else "\n\n"

    def adjoins(self, i: int) -> bool:
        """Return whether word `i` follows the one before it with white space or a hyphen only, in one paragraph."""
        sep = self.seps[i] if 0 <= i < len(self.seps) else ""
        return sep in _NEAR or (sep.isspace() and sep.count("\n") < 2)

    def adjoins_by_comma(self, i: int) -> bool:
        """Return whether word `i` follows with white space and at most a comma."""
        sep = self.sep(i)
        return self.adjoins(i) or sep in (", ", ",") or (sep[:1] == "," and sep[1:].isspace() and sep.count("\n") < 2)

    def capital(self, i: int) -> bool:
        """Return whether word `i` begins with a capital letter in the text."""
        return 0 <= i < len(self.words) and self.text[self.start(i)].isupper()
