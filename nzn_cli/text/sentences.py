"""Where the sentence around a span begins and ends. Knows no dates and no names, only how sentences stop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

REACH = 600  # characters looked at on each side: a line of two megabytes costs no more than a page


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ABBREVIATIONS = _words(
    "mr mrs ms mx dr jr sr prof rev hon rt sir gen lt col maj capt cmdr sgt cpl gov sen rep pres supt insp st mt ft "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "inc ltd corp co bros plc llc dept univ assn est no nos vol fig pp ed eds cf vs al etc approx ca "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn "
    "tex va vt wash wis wyo ave blvd rd e.g i.e a.m p.m u.s u.n u.k e.u d.c n.z n.y"
)
_MAY_END = _words("etc a.m p.m no est")  # when a capital follows
_LONGEST = max(map(len, ABBREVIATIONS)) + 1  # characters of a word that are worth looking at
_NEAR = 160  # most sentences begin within so many characters: these are looked at first


@cache
def _pattern() -> re.Pattern[str]:
    # a stop, its closing quotes and brackets, then white space; or the end of a paragraph. What looks behind keeps a
    # long row of stops from being tried from each of them.
    marks = r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s)"
    return re.compile(marks + r"|\n[ \t\r]*\n\s*|\n(?=[ \t]*(?:[•*\-–] |#|\d+[.)] ))")


def _stops(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield where stops begin and end between two places, as if nothing stood around these."""
    for stop in _pattern().finditer(text[low:high]):
        yield low + stop.start(), low + stop.end()


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence that holds `text[start:end]`, without white space at either end.

    Offsets are characters of `text`. A paragraph or list item always ends a sentence; an abbreviation never does,
    unless one that may stand last is followed by a capital letter.
    """
    low = max(0, start - REACH)
    first = _begin(text, max(low, start - _NEAR), low, start)
    if first is None:
        first = _begin(text, low, low, start) or low
    last = high = min(len(text), end + REACH)
    for at, after in _stops(text, max(end - 1, start), high):
        if after >= end and _ends(text, at, after, first):
            last = max(end, at) if text[at] == "\n" else after
            break
    return _trim(text, first, last, start, end)


def _begin(text: str, reach: int, low: int, start: int) -> int | None:
    """Return where the last sentence that begins between `reach` and `start` begins, None where none does."""
    for at, after in reversed(list(_stops(text, reach, start))):
        if _ends(text, at, after, low):
            # what begins right at `reach` may be the second half of a longer mark
            return after if at > reach or reach == low else None
    return None


def _ends(text: str, at: int, after: int, low: int) -> bool:
    """Return whether a stop truly ends a sentence."""
    if text[at] != "." or (after - at > 1 and len(text[at:after].rstrip("\"'”’)]")) > 1):
        return True
    follows = text[after : after + 80].lstrip()[:1]
    if follows.islower():
        return False
    begin, floor = at, max(low, at - _LONGEST)
    while begin > floor and (text[begin - 1].isalnum() or text[begin - 1] == "."):
        begin -= 1
    word = text[begin:at].lower()
    if word in _MAY_END:
        return bool(follows) and follows not in "(0123456789"
    if word in ABBREVIATIONS:
        return False
    initial = len(word) == 1 and word.isalpha() and text[begin].isupper() and word != "i"
    return not initial


def _trim(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    while first < start and (text[first].isspace() or text[first] in "•*"):
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last
