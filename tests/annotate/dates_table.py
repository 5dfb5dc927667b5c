"""Reads a sentence in which the expressions are marked, for the tables of the tests of dates."""

from __future__ import annotations

from nzn_cli.annotate.dates import find_dates
from nzn_cli.model.annotations import DateSpan

PUBLISHED = "2019-05-15"  # a Wednesday


def read(marked: str, published: str | None = PUBLISHED) -> tuple[str, list[str], tuple[DateSpan, ...]]:
    """Return the plain sentence, the texts marked with [ ] in it, and what is found."""
    wanted = [piece.partition("]")[0] for piece in marked.split("[")[1:]]
    plain = marked.replace("[", "").replace("]", "")
    return plain, wanted, find_dates(plain, published)


def check(marked: str, values: str, published: str | None = PUBLISHED) -> None:
    """Assert that the marked expressions of a sentence, and no others, are found with these values."""
    plain, wanted, found = read(marked, published)
    ends = [end for span in found for end in ends_of(plain, span)]
    assert ends == list(zip(wanted, values.split(), strict=True)), plain
    assert all(plain[s.char_start : s.char_end] == s.text for s in found)


def ends_of(text: str, span: DateSpan) -> list[tuple[str, str]]:
    """Return text and value of an expression, or of both ends of a range."""
    if not span.parts:
        return [(span.text, span.value)]
    ends = [end.split(" ") for end in span.parts.split(";")]
    return [(text[int(start) : int(end)], value) for start, end, value in ends]
