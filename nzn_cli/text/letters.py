"""Letters of a text that only a machine tells apart: code points to compose, invisible ones, ligatures, odd blanks.

Gives edits of a text. Knows no lines; of words only that two full names with a gap between them are two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

Edit = tuple[int, int, str]  # start, end, what stands there instead

GAP = "\t"  # what keeps apart two things on one line
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# soft hyphen, zero-width and joining characters, marks of direction
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
_JOINERS = "\u200c\u200d"  # Persian, Indic scripts and pictures cannot do without
_SHAPED = "\u0590"  # from here on letters may need a joiner
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u093c\u09bc\u0a3c\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\u3099\u309a\ufe20-\ufe2f"
)
_COMPATIBLE = (*range(0xFB00, 0xFB07), *range(0xFB13, 0xFB18), *range(0xFF01, 0xFF5F))  # ligatures, full width


@cache
def _plain() -> dict[int, str]:
    """What stands for each odd letter, as `str.translate` takes it."""
    compatible = {code: unicodedata.normalize("NFKC", chr(code)) for code in _COMPATIBLE}
    return dict.fromkeys(map(ord, _BLANKS), " ") | dict.fromkeys(map(ord, _INVISIBLE), "") | compatible


def _odd_of(text: str) -> str:
    """The odd letters that a text has, each once, in order; what may have to be composed is answered by `_MARK`.

    What is not ASCII is looked at alone: a tenth of the time that a search of the whole text for all of them takes.
    """
    strange = set(text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))
    strange -= _FINE
    if not strange:
        return ""
    plain = _plain()
    odd = {letter for letter in strange if ord(letter) in plain}
    _FINE.update(letter for letter in strange - odd if _is_fine(letter))
    return "".join(sorted(odd)) + (_MARK if strange - odd - _FINE else "")


_ASCII = bytes(range(128))
_MARK = "\u0301"
_FINE: set[str] = set()  # letters beyond ASCII that were found to be plain and to compose with nothing


def _is_fine(letter: str) -> bool:
    """Whether a letter is composed whatever stands beside it."""
    jamo = "\u1100" <= letter <= "\u11ff"
    return (
        not jamo and unicodedata.normalize("NFC", letter) == letter and not unicodedata.category(letter).startswith("M")
    )


@cache
def _any_of(letters: str) -> re.Pattern[str]:
    return re.compile(letters if len(letters) == 1 else f"[{letters}]")


@cache
def _segments() -> re.Pattern[str]:
    """A letter with the marks on it, invisible ones between them; and each letter that may be another's double."""
    hangul = "[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?"
    return re.compile(rf"{hangul}|[^\n](?:[{_INVISIBLE}]*[{_MARKS}])+|[^\x00-\u02ff]")


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(r"[^\n]?[^\x00-\x7f]+")


def letter_edits(text: str) -> list[Edit]:
    """Return the edits that make letters plain and composed (NFC), none within another, in order."""
    odd = "" if text.isascii() else _odd_of(text)
    if not odd:
        return []
    marked = odd[-1] == _MARK
    edits = list(_odd_letters(text, odd.removesuffix(_MARK)))
    if not marked or (unicodedata.is_normalized("NFC", text) and unicodedata.is_normalized("NFC", edited(text, edits))):
        return edits
    for pattern in (_segments(), _runs()):  # the second for letters that the first does not know
        found = sorted(_composed(text, edits, pattern))
        if unicodedata.is_normalized("NFC", edited(text, found)):
            break
    return found


def _odd_letters(text: str, odd: str) -> Iterator[Edit]:
    plain, end = _plain(), 0
    for found in _any_of(odd).finditer(text) if odd else ():
        start, instead = found.start(), plain[ord(found[0])]
        if start < end or (found[0] in _JOINERS and _is_needed(text, start)):
            continue
        end = start + 1
        if instead == " ":
            while end < len(text) and (text[end] in " \t" or text[end] in _BLANKS):
                end += 1
            while start > 0 and text[start - 1] in " \t":
                start -= 1
        yield start, end, instead


def _is_needed(text: str, at: int) -> bool:
    """Whether a joiner stands between two letters of scripts that are shaped by it."""
    return at > 0 and text[at - 1] > _SHAPED and text[at + 1 : at + 2] > _SHAPED


def _composed(text: str, edits: list[Edit], pattern: re.Pattern[str]) -> Iterator[Edit]:
    """The edits, but for those within letters that are composed, and the edits that compose."""
    place = 0
    for found in pattern.finditer(text):
        start, end = found.span()
        while place < len(edits) and edits[place][1] <= start:
            yield edits[place]
            place += 1
        if place < len(edits) and edits[place][0] < start:  # a run of blanks that began before
            continue
        inside = place
        while inside < len(edits) and edits[inside][1] <= end:
            inside += 1
        plain = edited(text[start:end], [(a - start, b - start, instead) for a, b, instead in edits[place:inside]])
        composed = unicodedata.normalize("NFC", plain)
        if composed != plain:
            yield start, end, composed
            place = inside
    yield from edits[place:]


def edited(text: str, edits: list[Edit]) -> str:
    """Return a text with edits made in it, which are in order and do not overlap."""
    if not edits:
        return text
    pieces: list[str] = []
    at = 0
    for start, end, instead in edits:
        pieces += (text[at:start], instead)
        at = end
    return "".join((*pieces, text[at:]))


def composed(text: str) -> str:
    """Return a text in NFC: file names are compared so, which some disks keep in two code points a letter."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def plain_letters(text: str) -> str:
    """Return a text with its letters made plain and composed."""
    return text if text.isascii() else edited(text, letter_edits(text))


@cache
def _gaps(tabs: bool) -> re.Pattern[str]:
    # what is literal comes first, so that the search leaps from one pair of blanks to the next
    return re.compile(r"(?<=[^\n\t ])(?:  [ \t]*|[ ]?\t[ \t]*)(?=[^\n \t])" if tabs else r"  (?<=[^\n ]  ) *(?=[^\n ])")


def gap_edits(text: str) -> list[Edit]:
    """Return the edits that make runs of blanks one, or a tab between two full names; lines keep their margins."""
    tabs = "\t" in text
    if not tabs and "  " not in text:
        return []
    edits = []
    for found in _gaps(tabs).finditer(text):
        start, end = found.span()
        apart = _ends_in_name(text[max(0, start - 60) : start]) and _begins_with_name(text[end : end + 60])
        edits.append((start, end, GAP if apart else " "))
    return edits


def _ends_in_name(text: str) -> bool:
    words = text.rsplit("\n", 1)[-1].rsplit(None, 2)[-2:]
    return len(words) == 2 and _is_name(*words)


def _begins_with_name(text: str) -> bool:
    words = text.split("\n", 1)[0].split(None, 2)[:2]
    return len(words) == 2 and _is_name(*words)


def _is_name(given: str, family: str) -> bool:
    return (
        given[0].isupper()
        and family[0].isupper()
        and len(family) > 1
        and all(word.translate(_OF_NAMES).isalpha() for word in (given, family))
    )


_OF_NAMES = dict.fromkeys(map(ord, ".'’‘-‑,"))
