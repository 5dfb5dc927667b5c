"""The main text of pages of many shapes, by the words that are found: what is beside the text is left out."""

from __future__ import annotations

import pytest

from nzn_cli.documents.formats.html import read_html
from tests.documents.formats.page_shapes import PAGES, f_score, page, right_words, words

_LEAST = 0.85  # of any page
_MEAN = 0.975


def _score(name: str) -> float:
    return f_score(words(read_html(f"{name}.html", page(name).encode()).body), right_words(name))


@pytest.mark.parametrize("name", PAGES)
def test_most_words_are_the_text(name: str) -> None:
    assert _score(name) >= _LEAST


def test_nearly_all_words_of_all_pages_are_the_text() -> None:
    assert sum(map(_score, PAGES)) / len(PAGES) >= _MEAN
