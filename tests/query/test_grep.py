"""Grep over documents: the index gives what a plain scan gives, and ripgrep counts the same."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nzn_cli.api import Corpus, open_corpus
from nzn_cli.errors import UsageError
from nzn_cli.model.settings import Filters, Folder, GrepRequest, Settings
from nzn_cli.query.grep import grep, grep_counts, grep_documents
from nzn_cli.query.grep_lines import matching_lines
from nzn_cli.query.grep_patterns import patterns
from nzn_cli.query.view import View
from nzn_cli.text.surface import Surface, surface
from tests.query.tables import document, view

RAIN = document(
    "rain.md", title="Rain ahead", date="2020-01-02", body="Rain.\nNo sun,\nno rain today.\nEnd", body_line=5,
    meta={"tags": ["Rainy", "wet"], "stars": 5},
)  # fmt: skip
SUN = document("sun.md", title="Sun", date="2021", body="Sun and rain.", meta={"mood": "rain"})
DRY = document("dry.md", title="Dry", body="Nothing.")


@pytest.fixture(scope="module")
def corpus() -> View:
    return view([RAIN, SUN, DRY])


def test_hits_come_in_the_order_of_list_with_places_in_file_and_body(corpus: View) -> None:
    hits = list(grep(GrepRequest(("rain",), before=1, after=2), Filters(), corpus))
    assert [(hit.id, hit.line, hit.column, hit.match) for hit in hits] == [
        ("sun", 1, 9, "rain"),
        ("rain", 5, 1, "Rain"),
        ("rain", 7, 4, "rain"),
    ]
    assert [RAIN.body[hit.char_start : hit.char_end] for hit in hits[1:]] == ["Rain", "rain"]
    assert (hits[2].before, hits[2].text, hits[2].after) == (["No sun,"], "no rain today.", ["End"])
    assert (hits[1].before, hits[1].after) == ([], ["No sun,", "no rain today."])
    assert (hits[2].path, hits[2].date, hits[2].title) == ("rain.md", "2020-01-02", "Rain ahead")


def test_titles_and_metadata_have_no_place_in_the_body(corpus: View) -> None:
    hits = list(grep(GrepRequest(("rain",), fields=("title", "meta", "body")), Filters(), corpus))
    assert [(hit.id, hit.field, hit.text) for hit in hits] == [
        ("sun", "meta", "mood: rain"),
        ("sun", "body", "Sun and rain."),
        ("rain", "title", "Rain ahead"),
        ("rain", "meta", "tags: Rainy"),
        ("rain", "body", "Rain."),
        ("rain", "body", "no rain today."),
    ]
    assert {(hit.line, hit.column, hit.char_start, hit.char_end) for hit in hits if hit.field != "body"} == {
        (None,) * 4
    }
    assert [hit.text for hit in grep(GrepRequest(("5",), fields=("meta",)), Filters(), corpus)] == ["stars: 5"]


@pytest.mark.parametrize(
    ("request_", "counts"),
    [
        (GrepRequest(("rain",)), {"sun": 1, "rain": 2}),
        (GrepRequest(("Rain",)), {"rain": 1}),
        (GrepRequest(("rain", "sun")), {"sun": 1, "rain": 3}),
        (GrepRequest(("rain", "sun"), all_of=True), {"sun": 1, "rain": 3}),
        (GrepRequest(("rain", "nothing"), all_of=True), {}),
        (GrepRequest(("rain", "ahead"), all_of=True, fields=("title", "body")), {"rain": 3}),
        (GrepRequest(("rain",), invert=True), {"rain": 2, "dry": 1}),
        (GrepRequest(("rain",), max_count=1), {"sun": 1, "rain": 1}),
        (GrepRequest(("rain",), max_count=1, fields=("title", "body")), {"sun": 1, "rain": 1}),
        (GrepRequest(("rain",), fields=("title", "meta", "body")), {"sun": 2, "rain": 4}),
        (GrepRequest(("rain",), fields=("title",)), {"rain": 1}),
        (GrepRequest(("sun, no",)), {"rain": 1}),
        (GrepRequest(("sun, no",), lines=True), {}),
        (GrepRequest(("rain",), only=("sun", "dry.md")), {"sun": 1}),
        (GrepRequest(("zebra",)), {}),
    ],
)
def test_counts_hits_and_documents_agree(corpus: View, request_: GrepRequest, counts: dict[str, int]) -> None:
    assert {count.id: count.count for count in grep_counts(request_, Filters(), corpus)} == counts
    lines: dict[str, set[tuple[str, int | None, str]]] = {}
    for hit in grep(request_, Filters(), corpus):
        lines.setdefault(hit.id, set()).add((hit.field, hit.line, hit.text))
    assert {id_: len(found) for id_, found in lines.items()} == counts
    assert {record.id for record in grep_documents(request_, Filters(), corpus)} == set(counts)
    looked_in = {"sun", "dry"} if request_.only else {"rain", "sun", "dry"}
    without = {record.id for record in grep_documents(request_, Filters(), corpus, without=True)}
    assert without == looked_in - set(counts)


def test_filters_choose_the_documents_and_limit_cuts_the_answer(corpus: View) -> None:
    assert [hit.id for hit in grep(GrepRequest(("rain",)), Filters(until="2020"), corpus)] == ["rain", "rain"]
    assert [hit.line for hit in grep(GrepRequest(("rain",)), Filters(limit=1, offset=1), corpus)] == [5]
    assert [count.id for count in grep_counts(GrepRequest(("rain",)), Filters(limit=1), corpus)] == ["sun"]
    assert [each.id for each in grep_documents(GrepRequest(("rain",)), Filters(sort="title"), corpus)] == [
        "rain",
        "sun",
    ]


@pytest.mark.parametrize(
    ("request_", "part"),
    [
        (GrepRequest(()), "nothing"),
        (GrepRequest(("a",), fields=("text",)), "text"),
        (GrepRequest(("a",), all_of=True, invert=True), "-v"),
        (GrepRequest(("(",)), "character 1"),
        (GrepRequest(("a",), only=("nowhere",)), "nowhere"),
    ],
)
def test_a_request_that_means_nothing_is_a_usage_error(corpus: View, request_: GrepRequest, part: str) -> None:
    for ask in (grep, grep_counts, grep_documents):
        with pytest.raises(UsageError) as error:
            ask(request_, Filters(), corpus)
        assert part in error.value.message


@pytest.mark.parametrize("fields", [("body",), ("title",)])
def test_an_expression_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch, fields: tuple[str, ...]) -> None:
    monkeypatch.setattr("nzn_cli.query.patience.SECONDS", 0.2)
    corpus = view([document("a.txt", body="a" * 50 + "b", title="a" * 50 + "b")])
    request = GrepRequest(("(a|aa)+$",), fields=fields)
    for ask in (grep, grep_counts, grep_documents):
        with pytest.raises(UsageError, match="does not come to an end"):
            list(ask(request, Filters(), corpus))


def test_what_is_stopped_is_work_of_this_process_beyond_a_texts_length(monkeypatch: pytest.MonkeyPatch) -> None:
    clocks: list[tuple[int, float]] = []
    monkeypatch.setattr(signal, "setitimer", lambda clock, seconds: clocks.append((clock, seconds)))
    few, many = (view([document("a.txt", body="o" * length)]) for length in (10, 2_000_000))
    for corpus in (few, many):
        assert len(list(grep_counts(GrepRequest(("o+",)), Filters(), corpus))) == 1
    assert {clock for clock, _ in clocks} == {signal.ITIMER_VIRTUAL}
    short, long = (seconds for _, seconds in clocks if seconds)
    assert long > 2 * short


# ---- on files, through the index ----

WORDS = [
    "rain",
    "Rain",
    "sun",
    "the",
    "a-b",
    "O’Brien",
    "o'brien",
    "café",
    "cafe",
    "K",
    "2018",
    "12",
    "re-run",
    "naïve",
]
WORDS += ["x_y", "“quoted”", "end.", "(see)"]
ODD = [
    "re-",
    "**sun**",
    "a  b",
    "so\u00adon",
    "cafe\u0301",
    "R&amp;D",
    "[the",
    "rain](x)",
    "> the",
]  # no surface of itself


def _text(chance: random.Random, words: list[str]) -> str:
    lines = [" ".join(chance.choices(words, k=chance.randint(0, 7))) for _ in range(chance.randint(1, 12))]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("texts")
    chance = random.Random(5)
    for number in range(60):
        (path / f"{number:02}.txt").write_text(_text(chance, WORDS) + "\n" * chance.randint(0, 2), encoding="utf-8")
        (path / f"odd{number:02}.md").write_text(_text(chance, WORDS + ODD), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def indexed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    cache = str(tmp_path_factory.mktemp("cache"))
    with open_corpus(Settings((Folder(str(folder)),), cache, jobs=2), cwd=str(folder)) as opened:
        yield opened


@pytest.fixture(scope="module")
def bodies(indexed: Corpus) -> dict[str, str]:
    ids = [record.id for record in indexed.list()]
    return {record.id: record.body for record in indexed.show(ids)}


PATTERNS = st.sampled_from(WORDS) | st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS)).map(" ".join)
PATTERNS |= st.sampled_from([r"\d{4}", r"\d+", "r[au]n", "sun|rain", "a.", "^the", r"\bx", "[^a]n", "caf[eé]", "r.*n$"])


@given(
    st.lists(PATTERNS, min_size=1, max_size=2),
    st.fixed_dictionaries(
        {
            "word": st.booleans(),
            "case": st.sampled_from(["smart", "ignore", "sensitive"]),
            "literal": st.booleans(),
            "lines": st.booleans(),
            "all_of": st.booleans(),
        }
    ),
)
@settings(max_examples=150)
def test_the_index_gives_what_a_plain_scan_gives(
    indexed: Corpus, bodies: dict[str, str], typed: list[str], options: dict[str, object]
) -> None:
    request = GrepRequest(tuple(typed), **options)  # type: ignore[arg-type]
    asked = patterns(request)
    expected: dict[str, list[tuple[int, int]]] = {}
    lines: dict[str, int] = {}
    for id_, body in bodies.items():
        read = Surface(body) if request.literal else surface(body)
        if request.all_of and not all(list(matching_lines(read.lines, [each], read.text)) for each in asked):
            continue
        found = list(matching_lines(read.lines, asked, read.text))
        if found:
            expected[id_] = [read.to_body(match.start, match.end) for line in found for match in line.matches]
            lines[id_] = len(found)
    hits: dict[str, list[tuple[int | None, int | None]]] = {}
    for hit in indexed.grep(request):
        hits.setdefault(hit.id, []).append((hit.char_start, hit.char_end))
    assert hits == expected
    assert {count.id: count.count for count in indexed.grep_counts(request)} == lines
    assert {record.id for record in indexed.grep_documents(request)} == set(expected)


@pytest.mark.skipif(shutil.which("rg") is None, reason="ripgrep is not installed")
@pytest.mark.parametrize("word", ["rain", "Rain", "sun", "the", "café", "2018", "naïve", "x_y", "K", "zebra"])
@pytest.mark.parametrize(
    ("flags", "options"),
    [
        (["-s"], {"case": "sensitive"}),
        (["-i"], {"case": "ignore"}),
        (["-S"], {}),
        (["-s", "-w"], {"case": "sensitive", "word": True}),
        (["-s", "-v"], {"case": "sensitive", "invert": True}),
        (["-s", "-m1"], {"case": "sensitive", "max_count": 1}),
    ],
)
def test_counts_are_those_of_ripgrep(
    indexed: Corpus, folder: Path, word: str, flags: list[str], options: dict[str, object]
) -> None:
    ran = subprocess.run(
        ["rg", "--no-config", "-c", "--null", "-g", "!odd*", *flags, "-e", word, "."],
        cwd=folder, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    pairs = (line.split("\0") for line in ran.stdout.splitlines())
    expected = {path.removeprefix("./"): int(count) for path, count in pairs}
    if "-v" in flags:  # blank lines at the ends of a file are no part of the body
        for path, count in expected.items():
            text = (folder / path).read_text(encoding="utf-8")
            expected[path] = count - (text.count("\n") - text.strip("\n").count("\n") - (text[-1:] == "\n"))
        expected = {path: count for path, count in expected.items() if count}
    request = GrepRequest((word,), lines=True, **options)  # type: ignore[arg-type]
    counts = indexed.grep_counts(request, Filters(glob=("!odd*",)))
    assert {count.path: count.count for count in counts} == expected


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("[[:upper:]][a-z]+", ["Rain", "No", "End"]),
        ("[^[:space:][:alpha:]]", [".", ",", "."]),
        (r"\[[[:alpha:]]*", []),
    ],
)
def test_posix_classes_mean_what_they_mean_to_ripgrep(corpus: View, pattern: str, found: list[str]) -> None:
    hits = grep(GrepRequest((pattern,), case="sensitive"), Filters(title=("Rain",)), corpus)
    assert [hit.match for hit in hits] == found


def test_matches_are_counted_where_they_are_asked_for(corpus: View) -> None:
    lines = {count.id: count.count for count in grep_counts(GrepRequest(("n",)), Filters(), corpus)}
    matches = {count.id: count.count for count in grep_counts(GrepRequest(("n",)), Filters(), corpus, matches=True)}
    assert (lines["rain"], matches["rain"]) == (4, 6)
