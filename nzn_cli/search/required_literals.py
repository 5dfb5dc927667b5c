"""What a regular expression cannot match without: words for the vocabulary, and bytes to look for in a text.

Everything here may let through too much and never too little: the caller's own `re` decides. Words are runs of ASCII
letters, digits and `_` in lower case, as `inverted_index` cuts texts; every other character is a gap between words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from nzn_cli.text.regex_syntax import op, parsed

WORD_BYTES = b"abcdefghijklmnopqrstuvwxyz0123456789_"
# letters beyond ASCII that `re.IGNORECASE` takes for ASCII ones
KIN = {"\u212a": "k", "\u017f": "s", "\u0131": "i", "\u0130": "i"}
_TO_WORDS = bytes(i if i in WORD_BYTES else i + 32 if 65 <= i <= 90 else 32 for i in range(256))
_ZERO_WIDTH = {op.AT_BEGINNING, op.AT_BEGINNING_LINE, op.AT_BEGINNING_STRING, op.AT_BOUNDARY, op.AT_END}
_ZERO_WIDTH |= {op.AT_END_LINE, op.AT_END_STRING}
_REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}
_GAPS = {op.CATEGORY_SPACE, op.CATEGORY_NOT_WORD}


class Piece(NamedTuple):
    """A run of word characters that must stand in the text; a bound end is the end of a word there."""

    text: bytes
    bound_left: bool
    bound_right: bool


class AllOf(NamedTuple):
    """Every part must be there."""

    parts: tuple[Piece | AnyOf, ...]


class AnyOf(NamedTuple):
    """One of the parts must be there; an empty AllOf among them can rule out nothing."""

    parts: tuple[AllOf, ...]


def words_of(text: bytes) -> set[bytes]:
    """Return the distinct words of a UTF-8 text, in lower case."""
    return set(kin_to_ascii(text).translate(_TO_WORDS).split())


def kin_to_ascii(text: bytes) -> bytes:
    """Return UTF-8 `text` with the four letters of KIN as ASCII ones."""
    if text.isascii():
        return text
    for letter, plain in KIN.items():
        text = text.replace(letter.encode(), plain.encode())
    return text


def requirements(pattern: str, flags: int = 0) -> AllOf:
    """Return what a text must hold for `pattern` to match; an empty AllOf when nothing can be told."""
    expression = parsed(pattern, flags)
    if expression is None:
        return AllOf(())
    try:
        return _Reader().sequence(expression.items)
    except RecursionError:
        return AllOf(())


class _Reader:
    """Reads one sequence of a parsed expression: `run` is the text so far whose characters touch, a gap is a blank."""

    def __init__(self) -> None:
        self.run = ""
        self.parts: list[Piece | AnyOf] = []

    def sequence(self, items: Any) -> AllOf:
        self._items(items)
        self._flush()
        return AllOf(tuple(self.parts))

    def _items(self, items: Any) -> None:
        for kind, value in items:
            self._item(kind, value)

    def _item(self, kind: Any, value: Any) -> None:
        if kind is op.LITERAL:
            self.run += chr(value)
        elif kind is op.IN and (letter := _one_letter(value)):
            self.run += letter
        elif (kind is op.AT and value in _ZERO_WIDTH) or (kind in (op.ASSERT_NOT, op.ASSERT) and _bounds(kind, value)):
            self.run += " "
        elif kind is op.SUBPATTERN:
            self._items(value[3])
        elif kind is op.ATOMIC_GROUP:
            self._items(value)
        elif kind in _REPEATS and value[0] > 0:
            self._repeat(value[0], value[2])
        elif kind is op.BRANCH:
            self._branch(value[1])
        else:
            self._flush()

    def _repeat(self, least: int, items: Any) -> None:
        inside = _Reader()
        inside._items(items)
        if not inside.parts and inside.run.isspace():
            self.run += " "
            return
        self._flush()
        inside._flush()
        self.parts += inside.parts

    def _branch(self, branches: Sequence[Any]) -> None:
        self._flush()
        parts = tuple(_Reader().sequence(branch) for branch in branches)
        if all(part.parts for part in parts):
            self.parts.append(AnyOf(parts))

    def _flush(self) -> None:
        letters = (KIN.get(letter, letter) for letter in self.run)
        text = "".join(letter if letter.isascii() else " " for letter in letters).encode().translate(_TO_WORDS)
        self.run = ""
        at = 0
        for word in text.split():
            at = text.index(word, at)
            end = at + len(word)
            self.parts.append(Piece(word, at > 0, end < len(text)))
            at = end


def _one_letter(members: Sequence[tuple[Any, Any]]) -> str:
    """The one character that a class stands for once case is folded, a blank for a class of gaps, else ''."""
    letters = set()
    for kind, value in members:
        if kind is op.LITERAL:
            letter = KIN.get(chr(value), chr(value).lower())
            letters.add(letter if letter.isascii() and (letter.isalnum() or letter == "_") else " ")
        elif kind is op.CATEGORY and value in _GAPS:
            letters.add(" ")
        else:
            return ""
    return letters.pop() if len(letters) == 1 else ""


def _bounds(kind: Any, value: Any) -> bool:
    """Whether a look around says that a word ends here: `(?!\\w)`, `(?<!\\w)`, `(?=\\W)` and their like."""
    items = list(value[1])
    if len(items) != 1 or items[0][0] is not op.IN:
        return False
    wanted = op.CATEGORY_WORD if kind is op.ASSERT_NOT else op.CATEGORY_NOT_WORD
    return list(items[0][1]) == [(op.CATEGORY, wanted)]


# ---- places in one text -----------------------------------------------------------------------------------------

Finder = Callable[[bytes], Iterator[int]]


def finder(pattern: str, flags: int = 0) -> Finder | None:
    """Return a function from a UTF-8 text to byte offsets, ascending, one a line at most: where `pattern` may match.

    The line of each offset is one that a match touches; a line without one holds no match that stays within it. None
    when no such function is known: then every line may match. For `re`-speed times ten on long texts.
    """
    words = [part for part in requirements(pattern, flags).parts if isinstance(part, Piece)]
    longest = max(words, key=lambda piece: len(piece.text), default=None)
    if longest is not None and len(longest.text) > 1:
        return _word_finder(longest.text)
    run = _class_run(pattern, flags)
    if run is not None:
        return _class_finder(*run)
    return _word_finder(longest.text) if longest else None


def _word_finder(word: bytes) -> Finder:
    def places(text: bytes) -> Iterator[int]:
        return _lines(kin_in_place(text).lower(), word)

    return places


def _class_finder(table: bytes, needle: bytes) -> Finder:
    def places(text: bytes) -> Iterator[int]:
        return _lines(text.translate(table), needle)

    return places


def _lines(text: bytes, needle: bytes) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(b"\n", at)
        if at >= 0:
            at = text.find(needle, at)


def comparable(text: str, flags: int = 0) -> tuple[bytes, Callable[[bytes], bytes]]:
    """Return the bytes to find for a bare text, and what makes a body comparable with them, all offsets kept."""
    if not flags & re.IGNORECASE:
        return text.encode(), bytes
    if set(KIN.values()) & set(text.lower()):
        return text.lower().encode(), lambda body: kin_in_place(body).lower()
    return text.lower().encode(), bytes.lower


def kin_in_place(text: bytes) -> bytes:
    """Return `text` with the letters of KIN as ASCII ones and the offsets of all else kept."""
    if text.isascii():
        return text
    for letter, plain in KIN.items():
        code = letter.encode()
        if code in text:
            text = text.replace(code, plain.encode() + b" " * (len(code) - 1))
    return text


def _class_run(pattern: str, flags: int) -> tuple[bytes, bytes] | None:
    """The longest run of one class of characters: a table that maps the class to 1, and the run as mapped."""
    expression = parsed(pattern, flags)
    best: tuple[int, bytes] | None = None
    for kind, value in expression.items if expression else ():
        least, item = (value[0], value[2]) if kind in _REPEATS else (1, [(kind, value)])
        members = _members(item, flags) if len(item) == 1 and item[0][0] is op.IN else None
        if members and least > 1 and (best is None or least > best[0]):
            best = (min(least, 64), members)
    if best is None:
        return None
    least, members = best
    table = bytes(1 if i in members or i > 127 else 10 if i == 10 else 0 for i in range(256))
    return table, b"\1" * least


def _members(item: Any, flags: int) -> bytes | None:
    """The ASCII characters of a class that has few of them and no line end."""
    [(_, members)] = item
    if members and members[0][0] is op.NEGATE:
        return None
    try:
        one = re.compile(_class_text(members), flags & re.IGNORECASE)
    except (KeyError, re.error):
        return None
    found = bytes(i for i in range(128) if one.fullmatch(chr(i)))
    return found if 0 < len(found) <= 64 and b"\n" not in found else None


_CATEGORIES = {op.CATEGORY_DIGIT: r"\d", op.CATEGORY_WORD: r"\w", op.CATEGORY_SPACE: r"\s"}


def _class_text(members: Sequence[tuple[Any, Any]]) -> str:
    text = ""
    for kind, value in members:
        if kind is op.LITERAL:
            text += re.escape(chr(value))
        elif kind is op.RANGE:
            text += f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
        else:
            text += _CATEGORIES[value]
    return f"[{text}]"
