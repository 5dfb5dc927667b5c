"""What the vocabulary rules out cannot match, and what a finder passes over holds no match."""

from __future__ import annotations

import re
import sqlite3
import tracemalloc
from array import array
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nzn_cli.freshness.open_index import open_store
from nzn_cli.progress import Silent
from nzn_cli.search import inverted_index
from nzn_cli.search.required_literals import AllOf, AnyOf, Piece, finder, requirements
from nzn_cli.store.store import Store
from nzn_cli.text.folding import level
from tests.freshness.corpus import settings as settings_of

ALPHABET = "aAbkKsSiI19_ -'’“\n.ſKıİéÉ\u00a0–ßµ"
TEXTS = st.text(ALPHABET, max_size=30)
ATOMS = st.sampled_from(
    [
        *"abksi19_",
        " ",
        "-",
        "'",
        "\\.",
        ".",
        "\\d",
        "\\w",
        "\\s",
        "\\W",
        "[ab]",
        "[^a]",
        "[aA]",
        "['’]",
        "\\b",
        "^",
        "$",
        "é",
        "ſ",
    ]
)
PATTERNS = st.recursive(
    st.lists(ATOMS, min_size=1, max_size=5).map("".join),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{2,3}?"])).map(lambda two: f"(?:{two[0]}){two[1]}"),
        st.tuples(inner, inner).map("".join),
        inner.map(lambda one: f"(?<!\\w)(?:{one})(?!\\w)"),
    ),
    max_leaves=4,
)
FLAGS = st.sampled_from([0, re.IGNORECASE])


def compiled(pattern: str, flags: int) -> re.Pattern[str] | None:
    try:
        return re.compile(pattern, flags)
    except re.error:
        return None


def stands(needed: AllOf | AnyOf | Piece, text: str) -> bool:
    """Whether a text has what is needed, told in the plainest way."""
    from nzn_cli.search.required_literals import words_of

    words = words_of(text.encode())
    if isinstance(needed, AllOf):
        return all(stands(part, text) for part in needed.parts)
    if isinstance(needed, AnyOf):
        return any(stands(part, text) for part in needed.parts)
    return any(
        needed.text in word
        and (not needed.bound_left or word.startswith(needed.text))
        and (not needed.bound_right or word.endswith(needed.text))
        for word in words
    )


@settings(max_examples=400)
@given(PATTERNS, FLAGS, TEXTS)
@example("sik", re.IGNORECASE, "ſıK")
@example("don't", 0, "I don’t")
def test_a_text_that_matches_has_what_is_required(pattern: str, flags: int, text: str) -> None:
    regex = compiled(pattern, flags)
    if regex and regex.search(level(text)):
        assert stands(requirements(pattern, flags), text)


@settings(max_examples=400)
@given(PATTERNS, FLAGS, TEXTS)
@example("\\d{4}", 0, "in 2018\nand ٢٠١٨")
def test_every_line_that_matches_is_found(pattern: str, flags: int, text: str) -> None:
    regex, find = compiled(pattern, flags), finder(pattern, flags)
    if regex is None or find is None:
        return
    data = text.encode()
    lines = {data.count(b"\n", 0, place) for place in find(data)}
    matching = {number for number, line in enumerate(text.split("\n")) if regex.search(level(line))}
    assert matching <= lines


@pytest.fixture
def store(tmp_path: Path) -> Store:
    texts = ["Training missions abroad", "a training mission", "the miss ion", "Wellington", "unWellingtonian", "Māori"]
    (tmp_path / "corpus").mkdir()
    for number, text in enumerate(texts):
        (tmp_path / f"corpus/t{number}.txt").write_text(text, encoding="utf-8")
    return open_store(settings_of(tmp_path / "corpus", tmp_path / "cache"), frozenset({"documents"}), Silent())


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("training mission", "t0 t1"),
        ("training mission\\b", "t1"),
        ("ellington", "t3 t4"),
        ("\\bWellington\\b", "t3"),
        ("Māori", "t5"),
        ("wellington|māori", "t3 t4 t5"),
        ("nowhere", ""),
    ],
)
def test_candidates(store: Store, pattern: str, names: str) -> None:
    with store:
        docs = store.candidates(pattern, re.IGNORECASE)
        ids = dict(store.rows("SELECT doc, id FROM document"))
    if docs is None:
        assert len(names.split()) >= 3
    else:
        assert sorted(ids[doc] for doc in docs) == names.split()


def test_an_edited_document_is_a_candidate_for_its_new_words(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(40):
        (folder / f"t{number}.txt").write_text(f"word{number} here", encoding="utf-8")
    chosen = settings_of(folder, tmp_path / "cache")
    for number in range(30):  # enough for segments to be put together
        (folder / "t7.txt").write_text(f"fresh{number} there", encoding="utf-8")
        (folder / "t8.txt").write_text("!" * number + "z" * 200 * (number % 2), encoding="utf-8")
        with open_store(chosen, frozenset({"documents"}), Silent()) as store:
            (doc,) = store.one("SELECT doc FROM document WHERE id = 't7'") or (0,)
            assert doc in (store.candidates(f"fresh{number}") or ())
            (segments,) = store.one("SELECT count(*) FROM segment") or (0,)
            assert segments < 20


def test_spread_gives_what_one_process_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(700):
        (folder / f"t{number}.txt").write_text("ten words\n" * (number % 7), encoding="utf-8")
    monkeypatch.setattr("nzn_cli.store.map_texts._WORTH", 0)
    chosen = settings_of(folder, tmp_path / "cache", jobs=3)
    with open_store(chosen, frozenset({"documents"}), Silent()) as store:
        assert store.map_texts(lambda body, _: body.count(b"ten")) == {
            doc: text.count(b"ten") for doc, text, _ in store.texts() if text
        }
        with pytest.raises(ZeroDivisionError):
            store.map_texts(lambda body, _: 1 // 0)


WORDS = st.sampled_from([b"", b"a", b"ab", b"b", b"quay", b"\xc4\x81", b"zebra"])
SEGMENT = st.dictionaries(WORDS, st.sets(st.integers(0, 40), min_size=1), min_size=1)


def no_segments() -> sqlite3.Connection:
    """Return a database in memory with the tables of words."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(
        "CREATE TABLE segment (segment INTEGER PRIMARY KEY AUTOINCREMENT, words BLOB NOT NULL, documents INTEGER)"
    )
    connection.execute("CREATE TABLE posting (word INTEGER PRIMARY KEY, numbers BLOB NOT NULL)")
    return connection


def words_of_segments(connection: sqlite3.Connection) -> dict[bytes, list[tuple[int, ...]]]:
    """Return word -> its documents in each segment, read in the plainest way."""
    found: dict[bytes, list[tuple[int, ...]]] = {}
    for segment, text in connection.execute("SELECT segment, words FROM segment ORDER BY segment"):
        for place, word in enumerate(text[1:-1].split(b"\n")):
            sql = "SELECT numbers FROM posting WHERE word = ?"
            (numbers,) = connection.execute(sql, ((segment << 32) + place,)).fetchone()
            found.setdefault(word, []).append(tuple(array("I", numbers)))
    return found


def written(connection: sqlite3.Connection, words: dict[bytes, Iterable[int]]) -> None:
    packed = {word: array("I", sorted(docs)).tobytes() for word, docs in words.items()}
    inverted_index._write(connection, packed, len(words))


@settings(max_examples=150)
@given(st.lists(SEGMENT, min_size=1, max_size=9), st.integers(1, 5), st.sampled_from([1, 3, 128]))
def test_merged_segments_hold_what_they_held(found: list[dict[bytes, set[int]]], most: int, read: int) -> None:
    with pytest.MonkeyPatch.context() as patch, closing(no_segments()) as connection:
        patch.setattr(inverted_index, "_SEGMENTS", most)
        patch.setattr(inverted_index, "_READ", read)
        patch.setattr(inverted_index, "_WRITTEN", read)
        for words in found:
            written(connection, dict(words))
        inverted_index.merge_small(connection)
        every = {word: set().union(*(words.get(word, ()) for words in found)) for words in found for word in words}
        held = words_of_segments(connection)
        assert {word: set().union(*lists) for word, lists in held.items()} == every
        assert all(list(docs) == sorted(set(docs)) for lists in held.values() for docs in lists)
        (rows,) = connection.execute("SELECT count(*) FROM posting").fetchone()
        assert rows == sum(map(len, held.values()))
        if len(found) > most:
            (left,) = connection.execute("SELECT count(*) FROM segment").fetchone()
            assert left == most // 2 + 1


def test_merging_holds_a_share_of_what_is_merged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inverted_index, "_WRITTEN", 50_000)
    connection = no_segments()
    for number in range(14):  # 14 segments of 1.2 MB: as sets of numbers more than 100 MB
        docs = range(number * 3_000, (number + 1) * 3_000)
        written(connection, {b"w%03d" % word: docs for word in range(100)})
    tracemalloc.start()
    inverted_index.merge_small(connection)
    _, peak = tracemalloc.get_traced_memory()
    connection.close()
    tracemalloc.stop()
    assert peak < 14_000_000
