"""Words counted: in a selection of documents part by part, around matches, and in the whole corpus by the index.

A word is a run of letters and digits, case and accents aside, as `search` takes them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import chain, islice
from typing import Any

from nzn_cli.model.records import NamedTuple
from nzn_cli.query.grep_lines import Line, matching_lines
from nzn_cli.query.grep_patterns import Pattern
from nzn_cli.query.patience import each_with_patience, patient
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View
from nzn_cli.text.folding import fold
from nzn_cli.text.surface import has_joined, unpacked

_WORD = re.compile(r"[^\W_]+")
_CHUNK = 1024  # documents counted at a time, so that memory holds the counts of no more
_LETTERS = 16  # of text that are read for each word of a window, and more where they do not suffice
_FAR = 512  # letters a word of the window, beyond which nothing is near: a text may be a million dots
_FEW = 800  # words that are looked up one by one rather than with all others
_VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab (main, 'search_text', 'col')"


class Neighbours(NamedTuple):
    """The words around matches: how often each stands there, in how many documents, and how many matches there are."""

    matches: int
    joint: Counter[str]
    documents: Counter[str]


def words_in(text: str) -> list[str]:
    """Return the words of a text in order."""
    return _WORD.findall(fold(text))


def counts_by_document(
    found: Where, view: View, sizes: Sequence[int] = (1,)
) -> Iterator[tuple[int, int, dict[str, int]]]:
    """Yield (doc, words, how often each run of so many words stands there) of each document of a selection."""

    def count(text: bytes, edits: str | None) -> Any:
        words = words_in(text.decode() if edits is None else unpacked(text.decode(), edits).text)
        counted: Counter[str] = Counter()
        for size in sizes:
            runs = zip(*(words[start:] for start in range(size)), strict=False)
            counted.update(words if size == 1 else map(" ".join, runs))
        return len(words), dict(counted)

    docs = documents_of(found, view)
    for start in range(0, len(docs), _CHUNK):
        counted = view.store.map_texts(count, docs[start : start + _CHUNK])
        for doc, (length, words) in counted.items():
            yield doc, length, words


def documents_of(found: Where, view: View) -> list[int]:
    """Return the numbers of the documents of a selection, ascending."""
    sql = f"SELECT d.doc FROM {found.table} d WHERE {found.sql} ORDER BY d.doc"
    return [doc for (doc,) in view.store.rows(sql, found.params)]


def words_near(pattern: Pattern, window: tuple[int, int], docs: Sequence[int], view: View) -> Neighbours:
    """Return the words up to so many words to the left and right of matches; each place of a word counts once."""
    find = patient(lambda lines, joined: list(matching_lines(lines, [pattern], joined)))
    matches, joint, documents = 0, Counter[str](), Counter[str]()
    folded = cache(words_in)
    with each_with_patience([pattern]):
        for number, counted in view.store.map_texts(partial(_near, find, pattern.crosses, window), docs).values():
            matches += number
            own: Counter[str] = Counter()
            for written, times in counted.items():
                for word in folded(written):
                    own[word] += times
            joint.update(own)
            documents.update(own.keys())
    return Neighbours(matches, joint, documents)


def _near(
    find: Callable[[str, str], list[Line]], crosses: bool, window: tuple[int, int], text: bytes, edits: str | None
) -> tuple[int, dict[str, int]] | None:
    """How many matches a text has, and the words around them as they are written."""
    lines, joined = text.decode(), ""
    if crosses and has_joined(edits):
        joined = unpacked(lines, edits).text
    spans = _spans(lines, find(lines, joined))
    counted: Counter[str] = Counter()
    done = 0  # where the text begins whose words were not counted
    for place, (start, end) in enumerate(spans):
        following = spans[place + 1][0] if place + 1 < len(spans) else len(lines)
        # what belongs to both of two matches is counted once; the words of a match are around no other
        counted.update(word[0] for word in _before(lines, start, window[0]) if word.start() >= done)
        behind = [word for word in _after(lines, end, window[1]) if word.start() < following]
        counted.update(word[0] for word in behind)
        done = max(end, behind[-1].end() if behind else end)
    return (len(spans), dict(counted)) if spans else None


def _spans(lines: str, found: Sequence[Line]) -> list[tuple[int, int]]:
    """The matches as whole words, those within one word once."""
    spans: list[tuple[int, int]] = []
    for match in chain.from_iterable(line.matches for line in found):
        if match.end > match.start and not (spans and match.start < spans[-1][1]):
            spans.append(_whole_words(lines, *match[:2]))
    return spans


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A match with the rest of the words that it begins and ends in: these are around it no more."""
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end


def _before(text: str, end: int, number: int) -> list[re.Match[str]]:
    """The last words before a place."""
    reach = number * _LETTERS
    while number and reach <= number * _FAR:
        words = list(_WORD.finditer(text, max(0, end - reach), end))
        if len(words) > number or reach >= end:  # one more than needed: the outermost may be cut
            return words[-number:]
        reach *= 2
    return []


def _after(text: str, start: int, number: int) -> list[re.Match[str]]:
    """The first words behind a place."""
    return list(islice(_WORD.finditer(text, start, start + number * _FAR), number))


def corpus_frequencies(words: Sequence[str], least: int, view: View) -> tuple[dict[str, int], int]:
    """Return how often each of `words` stands in the texts of the whole corpus, and how many words these have.

    No word stands there less than `least` times. Reads the index of `search`, which knows the places of every word.
    """
    view.store.rows(_VOCABULARY)
    if len(words) > _FEW:
        rows = view.store.rows("SELECT term, cnt FROM vocabulary WHERE col = 'body' AND cnt >= ?", (least,))
        wanted = set(words)
        found = {word: number for word, number in rows if word in wanted}
    else:
        sql = "SELECT cnt FROM vocabulary WHERE term = ? AND col = 'body'"
        found = {word: row[0] for word in words if (row := view.store.one(sql, (word,)))}
    return found, _length(view)


def _length(view: View) -> int:
    """How many words the texts have: the second number that the index keeps of each document; the first is of titles.

    A number is in bytes of seven bits each, of which all but the last have the eighth set (SQLite's varint).
    """
    total = 0
    for (sizes,) in view.store.rows("SELECT sz FROM search_text_docsize"):
        at = next(place for place, byte in enumerate(sizes) if byte < 128) + 1
        number = 0
        for byte in sizes[at:]:
            number = number << 7 | byte & 127
        total += number
    return total
