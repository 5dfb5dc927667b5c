"""How quoted words stand in a text: word by word the same, or nearly, and then where they differ. Pure.

Words are compared without case, marks and punctuation. What a writer puts in brackets, and what an ellipsis leaves
out, makes no difference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from itertools import islice

from nzn_cli.model.records import NamedTuple
from nzn_cli.text.folding import level

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_LEFT_OUT = re.compile(r"\[[^\][]{0,200}\]|\.\.\.|…|\. \. \.")
_GAP = r"[\W_]+"
_PLACES = 20  # of a text in which words stand; one of these is the one that is meant
_NEAR = 0.7  # of the words of a quotation that stand in the place most like it: below that it is another sentence
_NEARER, _FEW = 0.8, 8  # the same of a quotation of fewer words, which others share by chance


class Word(NamedTuple):
    """A word of a text, as it is compared, and where it stands."""

    plain: str
    start: int
    end: int


class Likeness(NamedTuple):
    """The place of a text that is most like some words, and how like it is, from 0 to 1."""

    start: int
    end: int
    ratio: float


def words_in(text: str) -> list[Word]:
    """Return the words of a text in order; offsets count its characters."""
    return [Word(found.group().lower(), *found.span()) for found in _WORD.finditer(level(text))]


def pieces_of(quote: str) -> list[list[str]]:
    """Return the words of a quotation, cut where something is left out or put in."""
    pieces = ([word.plain for word in words_in(piece)] for piece in _LEFT_OUT.split(quote))
    return [piece for piece in pieces if piece]


def finder(pieces: Sequence[Sequence[str]]) -> Callable[[str], list[tuple[int, int]]]:
    """Return a function from a text to the first places in which the pieces stand word by word, one after the other."""
    patterns = [
        re.compile(rf"(?<![^\W_]){_GAP.join(map(re.escape, _parts(piece)))}(?![^\W_])", re.IGNORECASE)
        for piece in pieces
    ]

    def spans(text: str) -> list[tuple[int, int]]:
        plain = level(text)
        places: list[tuple[int, int]] = []
        for first in islice(patterns[0].finditer(plain), _PLACES):
            last: re.Match[str] | None = first
            for pattern in patterns[1:]:
                last = pattern.search(plain, last.end()) if last else None
            if last is None:
                break
            places.append((first.start(), last.end()))
        return places

    return spans


def _parts(piece: Sequence[str]) -> list[str]:
    return [part for word in piece for part in word.split("'")]


def most_like(wanted: Sequence[str], held: Sequence[Word]) -> Likeness | None:
    """Return the place of a text that is most like some words; None where none is like them.

    Indel similarity of words in a window of as many, after rapidfuzz's `partial_ratio_alignment`.
    """
    from rapidfuzz.fuzz import partial_ratio_alignment

    if not wanted or not held:
        return None
    numbers: dict[str, int] = {}
    asked = [numbers.setdefault(word, len(numbers)) for word in wanted]
    text = [numbers.get(word.plain, -1) for word in held]
    if len(text) < len(asked):  # else it is the text that is looked for in the quotation
        return _likeness(wanted, held)
    found = partial_ratio_alignment(asked, text, score_cutoff=50)
    if found is None:
        return None
    few = max(2, len(asked) // 4)
    return _likeness(wanted, held[max(0, found.dest_start - few) : found.dest_end + few])


def _likeness(wanted: Sequence[str], held: Sequence[Word]) -> Likeness | None:
    """Return the stretch from the first word that both have to the last, and how like it is."""
    matcher = SequenceMatcher(None, list(wanted), [word.plain for word in held], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    first = max(0, blocks[0].b - blocks[0].a)
    last = min(len(held), blocks[-1].b + blocks[-1].size + len(wanted) - blocks[-1].a - blocks[-1].size)
    same = sum(block.size for block in blocks)
    ratio = 2 * same / (len(wanted) + last - first)
    least = _NEARER if len(wanted) < _FEW else _NEAR
    return Likeness(held[first].start, held[last - 1].end, ratio) if ratio >= least else None


def difference(quote: str, stands: str) -> str:
    """Return what stands in a text, with what a quotation has instead: `[-draft-]{+document+}`, word by word."""
    ours, theirs = quote.split(), stands.split()
    plain = ([_bare(word) for word in ours], [_bare(word) for word in theirs])
    out: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, plain[0], plain[1], autojunk=False).get_opcodes():
        if tag == "equal":
            out += theirs[c:d]
            continue
        gone, come = " ".join(ours[a:b]), " ".join(theirs[c:d])
        out.append((f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else ""))
    return " ".join(out)


def _bare(word: str) -> str:
    return "".join(found.plain for found in words_in(word)) or word
