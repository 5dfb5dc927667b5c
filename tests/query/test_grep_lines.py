"""What matches in one text: a naive reading line by line is the reference, for every way of scanning."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nzn_cli.errors import UsageError
from nzn_cli.model.settings import GrepRequest
from nzn_cli.query.grep_lines import count_lines, matching_lines, other_lines
from nzn_cli.query.grep_patterns import patterns, stays_in_line
from nzn_cli.query.grep_scan import Scan
from nzn_cli.text.folding import level
from nzn_cli.text.surface import Surface, surface


def lines(text: str, *typed: str, **options: object) -> list[tuple[int, list[str]]]:
    request = GrepRequest(typed, **options)  # type: ignore[arg-type]
    read = surface(text)
    assert read.lines == text
    found = matching_lines(text, patterns(request), read.text)
    return [(line.number, [text[match.start : match.end] for match in line.matches]) for line in found]


TEXT = "The “Rain Dance” was late.\nIt rained,\nand O’Brien – who sang\nin the rain dance – left.\n\nRain\n\ndance\n"


@pytest.mark.parametrize(
    ("typed", "options", "expected"),
    [
        ("rain", {}, [(0, ["Rain"]), (1, ["rain"]), (3, ["rain"]), (5, ["Rain"])]),
        ("Rain", {}, [(0, ["Rain"]), (5, ["Rain"])]),
        ("Rain", {"case": "ignore"}, [(0, ["Rain"]), (1, ["rain"]), (3, ["rain"]), (5, ["Rain"])]),
        ("rain", {"case": "sensitive"}, [(1, ["rain"]), (3, ["rain"])]),
        (r"\Srain", {}, [(0, ["“Rain"])]),  # \S is no capital letter
        ("rain", {"word": True}, [(0, ["Rain"]), (3, ["rain"]), (5, ["Rain"])]),
        ('"rain dance"', {}, [(0, ["“Rain Dance”"])]),
        ('"rain dance"', {"literal": True}, []),
        ("o'brien - who", {}, [(2, ["O’Brien – who"])]),
        ("[–x]", {}, [(2, ["–"]), (3, ["–"])]),
        ("sang in", {}, [(2, ["sang\nin"])]),
        ("sang in", {"lines": True}, []),
        ("sang in the", {"word": True}, [(2, ["sang\nin the"])]),
        ("Rain dance", {}, []),  # a blank line ends the paragraph
        ("it rained, and o'brien", {}, [(1, ["It rained,\nand O’Brien"])]),
        ("rained, and o'brien - who sang in", {}, [(1, ["rained,\nand O’Brien – who sang\nin"])]),
        ("late. it", {}, []),  # a line that ends as a sentence does may end its paragraph
        ("a.", {"fixed": True}, []),
        ("late.", {"fixed": True}, [(0, ["late."])]),
        ("^in", {}, [(3, ["in"])]),
        ("left.$", {}, [(3, ["left."])]),
        (r"\Arain\Z", {}, [(5, ["Rain"])]),
        ("rained[^x]*", {}, [(1, ["rained,"])]),
        ("^$", {}, [(4, [""]), (6, [""])]),
        ("z*", {}, [(number, [""]) for number in range(8)]),
        (r"sang\s+in", {}, [(2, ["sang\nin"])]),
        (r"sang.in", {"lines": True}, []),
        (r"ra\w+, a", {}, [(1, ["rained,\na"])]),
        ("sa.*", {}, [(2, ["sang"])]),
        ("who sang$", {}, [(2, ["who sang"])]),
        (r"d\w*|r\w+d", {"word": True}, [(0, ["Dance"]), (1, ["rained"]), (3, ["dance"]), (7, ["dance"])]),
    ],
)  # fmt: skip
def test_what_matches(typed: str, options: dict[str, object], expected: list[tuple[int, list[str]]]) -> None:
    assert lines(TEXT.strip("\n"), typed, **options) == expected


def test_a_phrase_does_not_reach_out_of_a_heading() -> None:
    assert lines("# The rain\ndance began", "rain dance") == []


def test_a_phrase_over_a_line_end_takes_nothing_from_one_within_a_line() -> None:
    assert lines("ab ab ab\nab ab", "ab ab") == [(0, ["ab ab"]), (1, ["ab ab"])]
    assert lines("ab ab ab\nab", "ab ab") == [(0, ["ab ab", "ab\nab"])]
    assert lines("ab ab ab\nab", "ab.+b") == [(0, ["ab ab ab"])]
    assert lines("x\ny\nx\ny", "x y") == [(0, ["x\ny"]), (2, ["x\ny"])]


def test_several_patterns_come_in_order_of_place() -> None:
    assert lines("one two one", "one", "two") == [(0, ["one", "two", "one"])]


def test_inverted_lines_are_all_others() -> None:
    found = other_lines("a\nb\n\nab", patterns(GrepRequest(("a",), invert=True)))
    assert [(line.number, line.start, line.end) for line in found] == [(1, 2, 3), (2, 4, 4)]


@pytest.mark.parametrize(
    ("typed", "part"), [("(", "character 1"), ("a[b", "character 2"), ("*", "character 1"), ("(?P<x", "character 5")]
)
def test_a_bad_expression_is_told_with_its_place(typed: str, part: str) -> None:
    with pytest.raises(UsageError) as error:
        patterns(GrepRequest((typed,)))
    assert part in error.value.message
    assert "-F" in (error.value.hint or "")
    assert patterns(GrepRequest((typed,), fixed=True))


@pytest.mark.parametrize(
    ("source", "stays"),
    [
        *((source, True) for source in ("a.b", r"\d{4}|x+", "^a$", r"(?<!\w)a(?!\w)", "[a-z]")),
        *((source, False) for source in ("[^a]", r"\s", r"a\nb", "(?s:.)", r"\Aa", r"(?=\W)")),
    ],
)
def test_what_can_reach_over_the_end_of_a_line(source: str, stays: bool) -> None:
    assert stays_in_line(source) is stays


def _naive(text: str, source: str, flags: int) -> list[tuple[int, list[tuple[int, int]]]]:
    answer = []
    at = 0
    for number, line in enumerate(text.split("\n") if text else []):
        found = [(at + m.start(), at + m.end()) for m in re.finditer(source, level(line), flags)]
        full = [span for span in found if span[0] < span[1]]
        if found:
            answer.append((number, full or found[:1]))
        at += len(line) + 1
    return answer


TEXTS = (
    st.lists(st.text(alphabet="aAbK\u212a1 –-'’é.\u00a0", max_size=8), max_size=6)
    .map("\n".join)
    .map(lambda text: text.strip("\n"))
)
EXPRESSIONS = st.sampled_from(
    [
        *("a", "ab", "A", "k", "a.", "a*", "[^a]", r"\s", r"\d", r"\w+", "a|b", "^a", "b$", r"\bab", "a b", "a'"),
        *("1-", "é", "[ab]{2}", r"a\Wb", r"(a)\1", "a(?=b)", "(?i:A)b", "..", "$", "a-b", r"\Bb", "[a–k]", "ab+ ?k"),
    ]
)
OPTIONS = st.fixed_dictionaries(
    {"word": st.booleans(), "case": st.sampled_from(["smart", "ignore", "sensitive"]), "lines": st.just(True)}
)


@given(TEXTS, EXPRESSIONS, OPTIONS)
@settings(max_examples=400)
def test_every_way_of_scanning_finds_what_a_line_by_line_reading_finds(
    text: str, typed: str, options: dict[str, object]
) -> None:
    request = GrepRequest((typed,), **options)  # type: ignore[arg-type]
    asked = patterns(request)
    expected = _naive(text, asked[0].source, asked[0].flags)
    whole = matching_lines(text, asked)
    assert [(line.number, [(m.start, m.end) for m in line.matches]) for line in whole] == expected
    assert count_lines(text, asked) == len(expected)
    body = text.encode()
    scan = Scan(asked, request)
    assert scan.count(body, None) == len(expected)
    assert scan.holds(body, None) is bool(expected)
    assert [(hit[0], [(m[0], m[1]) for m in hit[5]]) for hit in scan.find(body, None)] == expected


PAGES = st.lists(
    st.tuples(st.sampled_from(["ab", "Ab", "é", "b", "ab’s", "#", "a-", "**b**", "."]), st.sampled_from(" \n")),
    max_size=14,
)
PHRASES = st.lists(st.sampled_from(["ab", "é", "ab's", "b", "a.", r"\w+", "a?"]), min_size=1, max_size=3).map(" ".join)


@given(PAGES, PHRASES, st.booleans(), st.booleans())
@settings(max_examples=400)
def test_every_way_of_scanning_reads_the_surface(
    page: list[tuple[str, str]], typed: str, word: bool, literal: bool
) -> None:
    body = "".join(map("".join, page)).strip("\n")
    read = Surface(body) if literal else surface(body)
    request = GrepRequest((typed,), word=word, literal=literal)
    asked = patterns(request)
    expected = list(matching_lines(read.lines, asked, read.text))
    scan, text = Scan(asked, request), (surface(body).lines.encode(), surface(body).packed())
    assert scan.count(*text) == len(expected)
    assert scan.holds(*text) is bool(expected)
    spans = [read.to_body(match.start, match.end) for line in expected for match in line.matches]
    hits = scan.find(*text)
    assert [(start, end) for hit in hits for start, end, _ in hit[5]] == spans
    for _, start, shown, *_ in hits:
        assert body[start : start + len(shown)] == shown
    within = patterns(request._replace(lines=True))
    assert len(list(matching_lines(read.lines, within, read.text))) <= len(expected)
