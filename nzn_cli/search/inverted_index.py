"""Which words stand in which documents: so that `grep` opens only the documents that can match.

Kept in segments that are only added to. What a segment says may be out of date, but only by saying too much: a document
that changed is added again, one that went is no longer in `document`.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby, islice, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from nzn_cli.search.required_literals import AllOf, AnyOf, Piece, words_of

if TYPE_CHECKING:
    import sqlite3

Words = dict[bytes, bytes]  # word -> document numbers, ascending, four bytes each

LONGEST = 100  # bytes; what holds a longer word counts as holding every word
_ANY = b""
_FLUSH = 16_000_000  # bytes of numbers kept in memory
_FEW = 3_000  # words of the vocabulary that one piece may stand in
_SEGMENTS = 12
_READ = 128  # postings of a segment that are read at a time where segments are merged
_WRITTEN = 4_000_000  # bytes of numbers that are written at a time
_LINE = re.compile(rb"[^\n]*\n")
_POSTING = "INSERT INTO posting VALUES (?, ?)"
_POSTINGS = "SELECT word, numbers FROM posting WHERE word >= ? AND word < ? ORDER BY word LIMIT ?"


def words_by_document(texts: Iterable[tuple[int, str]]) -> Words:
    """Return the words of some documents, (doc, body) each, ascending."""
    found: dict[bytes, list[int]] = {}
    for doc, text in texts:
        for word in words_of(text.encode("utf-8", "replace")):
            key = word if len(word) <= LONGEST else _ANY
            held = found.get(key)
            if held is None:
                found[key] = [doc]
            elif held[-1] != doc:
                held.append(doc)
    return {word: array("I", docs).tobytes() for word, docs in found.items()}


class Gathering:
    """Words on their way into the index: kept in memory until there are enough for a segment.

    `flag` is the column of table `file` that says of a document that they are there.
    """

    def __init__(self, connection: sqlite3.Connection, flag: str = "words") -> None:
        self._connection = connection
        self._flag = flag
        self._words: dict[bytes, bytes] = {}
        self._docs: list[int] = []
        self._bytes = 0

    def add(self, docs: Iterable[int], words: Words) -> None:
        """Take the words of `docs`, later than those before."""
        self._docs += docs
        held = self._words
        for word, numbers in words.items():
            held[word] = held[word] + numbers if word in held else numbers
            self._bytes += len(numbers)
        if self._bytes > _FLUSH:
            self.flush()

    def flush(self) -> None:
        """Write a segment, in the transaction that is open."""
        if not self._docs:
            return
        if self._words:
            _write(self._connection, self._words, len(self._docs))
        set_flag = f"UPDATE file SET {self._flag} = 1 WHERE doc = ?"
        self._connection.executemany(set_flag, ((doc,) for doc in self._docs))
        self._words, self._docs, self._bytes = {}, [], 0


def _write(connection: sqlite3.Connection, words: Words, documents: int) -> None:
    _write_segment(connection, ((word, words[word]) for word in sorted(words)), documents)


def _write_segment(connection: sqlite3.Connection, postings: Iterable[tuple[bytes, bytes]], documents: int) -> None:
    """Write a segment of (word, numbers), words ascending, of which no more than a share is held in memory."""
    cursor = connection.execute("INSERT INTO segment (words, documents) VALUES (x'', ?)", (documents,))
    segment = cursor.lastrowid or 0
    text, rows, held = bytearray(b"\n"), [], 0
    for place, (word, numbers) in enumerate(postings, segment << 32):
        text += word + b"\n"
        rows.append((place, numbers))
        held += len(numbers)
        if held > _WRITTEN:
            connection.executemany(_POSTING, rows)
            rows, held = [], 0
    connection.executemany(_POSTING, rows)
    connection.execute("UPDATE segment SET words = ? WHERE segment = ?", (bytes(text), segment))


def merge_small(connection: sqlite3.Connection) -> None:
    """Make one segment of the smallest ones when there are many, in the transaction that is open.

    They are read side by side: memory holds their vocabularies and a share of their postings, never all of them.
    """
    held = connection.execute("SELECT segment, documents FROM segment ORDER BY documents").fetchall()
    if len(held) <= _SEGMENTS:
        return
    small = sorted(held[: len(held) - _SEGMENTS // 2])
    runs = [_segment_words(connection, segment) for segment, _ in small]
    _write_segment(connection, _merged(runs), sum(documents for _, documents in small))
    for segment, _ in small:
        connection.execute("DELETE FROM segment WHERE segment = ?", (segment,))
        connection.execute("DELETE FROM posting WHERE word >= ? AND word < ?", (segment << 32, (segment + 1) << 32))


def _merged(runs: Iterable[Iterator[tuple[bytes, bytes]]]) -> Iterator[tuple[bytes, bytes]]:
    """Yield each word of some sorted runs with its documents of them all."""
    for word, postings in groupby(merge(*runs, key=itemgetter(0)), key=itemgetter(0)):
        yield word, _union([numbers for _, numbers in postings])


def _union(postings: list[bytes]) -> bytes:
    """Return ascending numbers of ascending ones: end to end where no run reaches into the next."""
    lists = [array("I", numbers) for numbers in postings]
    if all(one[-1] < other[0] for one, other in pairwise(lists)):
        return b"".join(postings)
    return array("I", (number for number, _ in groupby(merge(*lists)))).tobytes()


def _segment_words(connection: sqlite3.Connection, segment: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield the words of a segment, ascending, with their documents, read as they are asked for."""
    (text,) = connection.execute("SELECT words FROM segment WHERE segment = ?", (segment,)).fetchone()
    words = (found[0][:-1] for found in _LINE.finditer(text, 1))
    place, end = segment << 32, (segment + 1) << 32
    while rows := connection.execute(_POSTINGS, (place, end, _READ)).fetchall():
        yield from zip(islice(words, len(rows)), (numbers for _, numbers in rows), strict=True)
        place = rows[-1][0] + 1


def documents_with(connection: sqlite3.Connection, needed: AllOf) -> set[int] | None:
    """Return the documents that may hold what is needed; None when that rules out too few to be worth it."""
    if not needed.parts:
        return None
    (documents,) = connection.execute("SELECT count(*) FROM file").fetchone()
    segments = connection.execute("SELECT segment, words FROM segment").fetchall()
    return _Lookup(connection, segments, documents // 2).all_of(needed)


class _Lookup:
    """One question put to all segments; sets larger than `most` are not worth having and come back as None."""

    def __init__(self, connection: sqlite3.Connection, segments: list[tuple[int, bytes]], most: int) -> None:
        self._connection = connection
        self._segments = segments
        self._most = most

    def all_of(self, needed: AllOf) -> set[int] | None:
        found: set[int] | None = None
        for part in sorted(needed.parts, key=_length, reverse=True):
            docs = self._piece(part) if isinstance(part, Piece) else self._any_of(part)
            if docs is not None:
                found = docs if found is None else found & docs
                if not found:
                    return found
        return found

    def _any_of(self, needed: AnyOf) -> set[int] | None:
        found: set[int] = set()
        for part in needed.parts:
            docs = self.all_of(part)
            if docs is None:
                return None
            found |= docs
        return found

    def _piece(self, piece: Piece) -> set[int] | None:
        numbers: list[bytes] = []
        size = 0
        for segment, text in self._segments:
            places = [] if text[:2] != b"\n\n" else [0]
            for place in _places(text, piece):
                places.append(place)
                if len(places) > _FEW:
                    return None
            for place in places:
                sql = "SELECT numbers FROM posting WHERE word = ?"
                (docs,) = self._connection.execute(sql, ((segment << 32) + place,)).fetchone()
                numbers.append(docs)
                size += len(docs)
            if size > 4 * self._most + 4096:
                return None
        return set(array("I", b"".join(numbers)))


def _length(part: Piece | AnyOf) -> int:
    return len(part.text) if isinstance(part, Piece) else 0


def _places(text: bytes, piece: Piece) -> Iterator[int]:
    """Yield the places in the vocabulary (from 0) of the words that `piece` can stand in."""
    needle = (b"\n" if piece.bound_left else b"") + piece.text + (b"\n" if piece.bound_right else b"")
    at = text.find(needle)
    place = counted = 0
    while at >= 0:
        start = at + piece.bound_left  # of the piece: the line end before its word is counted too
        place += text.count(b"\n", counted, start)
        counted = start
        yield place - 1
        at = text.find(needle, text.index(b"\n", start))
