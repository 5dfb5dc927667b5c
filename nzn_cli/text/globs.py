"""Globs as gitignore has them, tested in steps that grow with pattern times path, whatever the two are.

No regular expression, which would backtrack: a `*` takes what stands to the left of the first fit of what follows it,
and a `**` so many folders; both are exact, because the next star can take whatever is left over. Knows no file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from nzn_cli.model.records import NamedTuple

NameTest = Callable[[str], bool]
PathTest = Callable[[Sequence[str]], bool]  # of the parts of a path

_MOST = 1_000_000  # pieces that braces may be written out to
_SPECIAL = frozenset("*?[\\{},/")
_TOO_MUCH = "its braces stand for too many globs"
_STAR, _STARS, _SLASH, _OPEN, _COMMA, _CLOSE = "*", "**", "/", "{", ",", "}"


class _Letters(NamedTuple):
    """One letter that may be any of several: within one of `ranges`, or, `negated`, within none."""

    ranges: tuple[tuple[str, str], ...]
    negated: bool = False

    def has(self, letter: str) -> bool:
        return self.negated is not any(low <= letter <= high for low, high in self.ranges)


class _Sign(NamedTuple):
    """What is no letter: a star or two, a slash, or one of the signs that braces are made of."""

    sign: str


_Token = str | _Letters | _Sign
_ANY = _Letters((), True)


def name_test(glob: str, braces: bool = False) -> NameTest:
    """Return whether a name (without "/") is one that `glob` means; raises ValueError for what is no glob."""
    if _SPECIAL.isdisjoint(glob):
        return glob.__eq__  # most lines of most ignore files: read in a tenth of the time, and so for the next
    if glob[0] == "*" and _SPECIAL.isdisjoint(glob[1:]):
        ending = glob[1:]
        return lambda name: name.endswith(ending)
    tests = [_segment(one) for one in _alternatives(glob, braces)]
    return tests[0] if len(tests) == 1 else lambda name: any(test(name) for test in tests)


def path_test(glob: str, braces: bool = False) -> PathTest:
    """Return whether the parts of a path are what `glob`, from its beginning, means; raises ValueError."""
    tests = [_path(one) for one in _alternatives(glob, braces)]
    return tests[0] if len(tests) == 1 else lambda parts: any(test(parts) for test in tests)


# ---- a path -----------------------------------------------------------------------------------------------------


def _path(tokens: Sequence[_Token]) -> PathTest:
    """The test of a whole path: blocks of names one below the other, any number of folders between two blocks."""
    blocks: list[list[NameTest]] = [[]]
    segments = list(_split(tokens))
    for number, segment in enumerate(segments):
        if segment != [_Sign(_STARS)]:
            blocks[-1].append(_segment(segment))
        elif number == len(segments) - 1:
            blocks.append([_anything])  # "a/**" is what is in a, not a itself
        elif len(blocks) == 1 or blocks[-1]:
            blocks.append([])
    if len(blocks) == 1:
        return lambda parts: len(parts) == len(blocks[0]) and _fits(blocks[0], parts, 0)
    first, middle, last = blocks[0], blocks[1:-1], blocks[-1]

    def holds(parts: Sequence[str]) -> bool:
        at, end = len(first), len(parts) - len(last)
        if at > end or not _fits(first, parts, 0) or not _fits(last, parts, end):
            return False
        for block in middle:
            places = range(at, end - len(block) + 1)
            found = next((place for place in places if _fits(block, parts, place)), None)
            if found is None:
                return False
            at = found + len(block)
        return True

    return holds


def _fits(block: Sequence[NameTest], parts: Sequence[str], at: int) -> bool:
    return all(test(parts[at + number]) for number, test in enumerate(block))


def _split(tokens: Sequence[_Token]) -> Iterator[list[_Token]]:
    segment: list[_Token] = []
    for token in tokens:
        if token == _Sign(_SLASH):
            yield segment
            segment = []
        else:
            segment.append(token)
    yield segment


# ---- a name -----------------------------------------------------------------------------------------------------


def _anything(name: str) -> bool:
    return True


def _segment(tokens: Sequence[_Token]) -> NameTest:
    """The test of one name: pieces of letters, anything between two pieces."""
    pieces: list[list[str | _Letters]] = [[]]
    for token in tokens:
        if isinstance(token, _Sign):
            pieces.append([])
        else:
            pieces[-1].append(token)
    first, last = _joined(pieces[0]), _joined(pieces[-1])
    if len(pieces) == 1:
        return first.__eq__ if isinstance(first, str) else lambda name: len(name) == len(first) and _at(first, name, 0)
    middle = [_joined(piece) for piece in pieces[1:-1] if piece]

    def holds(name: str) -> bool:
        at, end = len(first), len(name) - len(last)
        if at > end or not _at(first, name, 0) or not _at(last, name, end):
            return False
        for piece in middle:
            found = _find(piece, name, at, end)
            if found < 0:
                return False
            at = found + len(piece)
        return True

    return holds


_Piece = str | Sequence[str | _Letters]


def _joined(piece: Sequence[str | _Letters]) -> _Piece:
    """A piece as a plain text where it is one, which is found faster."""
    return "".join(map(str, piece)) if all(isinstance(one, str) for one in piece) else piece


def _at(piece: _Piece, name: str, at: int) -> bool:
    if isinstance(piece, str):
        return name.startswith(piece, at)
    return all(
        one == name[at + number] if isinstance(one, str) else one.has(name[at + number])
        for number, one in enumerate(piece)
    )


def _find(piece: _Piece, name: str, start: int, end: int) -> int:
    """Where the piece first stands in name[start:end], -1 where it does not."""
    if isinstance(piece, str):
        return name.find(piece, start, end)
    return next((at for at in range(start, end - len(piece) + 1) if _at(piece, name, at)), -1)


# ---- reading a glob ---------------------------------------------------------------------------------------------


def _alternatives(glob: str, braces: bool) -> list[list[_Token]]:
    """The token lists that a glob stands for, one where it has no braces."""
    if not braces:
        return [list(_tokens(glob, False))]
    # for each open brace what stands before it, the alternatives that are over, and the one that is being read
    done: list[list[list[_Token]]] = []
    before: list[list[list[_Token]]] = []
    now: list[list[_Token]] = [[]]
    size = 0
    for token in _tokens(glob, True):
        size += len(now) - 1
        if size > _MOST:
            raise ValueError(_TOO_MUCH)
        if token == _Sign(_OPEN):
            before.append(now)
            done.append([])
            now = [[]]
        elif token == _Sign(_COMMA) and done:
            done[-1] += now
            now = [[]]
        elif token == _Sign(_CLOSE) and done:
            now = _crossed(before.pop(), done.pop() + now)
        else:
            letter = token.sign if isinstance(token, _Sign) and token.sign in (_COMMA, _CLOSE) else token
            for one in now:
                one.append(letter)
    if done:
        raise ValueError("a brace is not closed")
    return now


def _crossed(heads: list[list[_Token]], tails: list[list[_Token]]) -> list[list[_Token]]:
    """Each head with each tail behind it."""
    size = sum(map(len, heads)) * len(tails) + sum(map(len, tails)) * len(heads) + len(heads) * len(tails)
    if size > _MOST and len(heads) * len(tails) > 1:
        raise ValueError(_TOO_MUCH)
    return [head + tail for head in heads for tail in tails]


def _tokens(glob: str, braces: bool) -> Iterator[_Token]:
    """The letters and signs of a glob; raises ValueError for a set or an escape that is not finished."""
    at = 0
    while at < len(glob):
        letter, start = glob[at], at
        at += 1
        if letter == "*":
            while at < len(glob) and glob[at] == "*":
                at += 1
            yield _Sign(_STARS if at - start == 2 else _STAR)
        elif letter == "?":
            yield _ANY
        elif letter == "/" or (braces and letter in "{,}"):
            yield _Sign(letter)
        elif letter == "[":
            letters, at = _letters(glob, at)
            yield letters
        elif letter != "\\":
            yield letter
        elif at == len(glob):
            raise ValueError("it ends in a backslash")
        else:
            yield _Sign(_SLASH) if glob[at] == "/" else glob[at]
            at += 1


def _letters(glob: str, at: int) -> tuple[_Letters, int]:
    """The set of letters whose bracket was opened before `at`, and where it ends."""
    negated = glob[at : at + 1] in ("!", "^")
    start = at = at + negated
    ranges: list[tuple[str, str]] = []
    while at < len(glob) and (glob[at] != "]" or at == start):
        if glob.startswith("[:", at) and (close := glob.find(":]", at)) > 0:
            ranges += _named(glob[at + 2 : close])
            at = close + 2
            continue
        first, at = _member(glob, at)
        last = first
        if glob[at : at + 1] == "-" and glob[at + 1 : at + 2] not in ("", "]"):
            last, at = _member(glob, at + 1)
        if first <= last:
            ranges.append((first, last))
    if at >= len(glob):
        raise ValueError("a set of letters is not closed")
    if not ranges and not negated:
        raise ValueError("a set of letters is empty")
    return _Letters(tuple(ranges), negated), at + 1


def _member(glob: str, at: int) -> tuple[str, int]:
    """One letter of a set, which a backslash may stand before, and where the next begins."""
    at += glob[at] == "\\" and at + 1 < len(glob)
    return glob[at], at + 1


def _named(name: str) -> list[tuple[str, str]]:
    if name not in _CLASSES:
        raise ValueError(f"there are no letters called [:{name}:]")
    text = _CLASSES[name]
    return list(zip(text[::2], text[1::2], strict=True))


_CLASSES = {  # name -> first and last letter of each range
    "alnum": "azAZ09",
    "alpha": "azAZ",
    "digit": "09",
    "lower": "az",
    "upper": "AZ",
    "space": "\t\r  ",
    "blank": "\t\t  ",
    "xdigit": "09afAF",
    "punct": "!/:@[`{~",
    "cntrl": "\x00\x1f\x7f\x7f",
    "graph": "!~",
    "print": " ~",
}
