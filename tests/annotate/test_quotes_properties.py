"""What holds of the quotations of any text: places, order, work."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nzn_cli.annotate.people.people_facts import people_of
from nzn_cli.annotate.quotes.find_quotations import find_quotations
from nzn_cli.model.annotations import QuoteSpan
from tests.floods import FLOODS, flood
from tests.work import grows

WORDS = ["Ann Hale", "Tom Lind", "said", "says", "he", "she", "told", "that", "according to", "the wall", "was", "and"]
MARKS = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "''",
    ".",
    ",",
    ":",
    "?",
    "\n",
    "\n\n",
    " — ",
    "Q:",
    "ANN HALE:",
    "**",
    "\x01",
    "> ",
]
TEXTS = st.lists(st.sampled_from(WORDS + MARKS), max_size=60).map(" ".join) | st.text(max_size=200)


def _found(text: str) -> list[QuoteSpan]:
    return find_quotations(text, people_of(text)[:3])


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_quotations_are_in_order_apart_and_in_the_text(text: str) -> None:
    at = 0
    for one in _found(text):
        assert at <= one.char_start < one.char_end <= len(text)
        at = one.char_end
        assert 0 <= one.score <= 1
        for start, end in ((one.speaker_start, one.speaker_end), (one.cue_start, one.cue_end)):
            assert (start is None) == (end is None)
            assert start is None or 0 <= start < (end or 0) <= len(text)


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_a_text_is_always_read_alike(text: str) -> None:
    assert _found(text) == _found(text)


_FLOODS = {
    "opened marks": "“",
    "closed marks": "”",
    "plain marks": '"',
    "apostrophes": "'",
    "single marks": "‘We ",
    "marks and stops": '." ',
    "stops": ".",
    "colons": "A: ",
    "labels": "ANN HALE: No.\n",
    "cues": "said ",
    "cues and commas": ", said, ",
    "cues of names": "Ann Hale said ",
    "tags": "“No,” said Ann Hale. ",
    "pronouns": "he said she said ",
    "modifiers": "also then later ",
    "capitals": "Ann Hale ",
    "prepositions": "for the Minister of ",
    "occasions": "in a long interview with ",
    "commas": ", who, ",
    "mojibake": "â€œ",
    "dashes": "— ",
    "blanks": " ",
    "lines": "\n",
}


@pytest.mark.parametrize("name", _FLOODS)
def test_no_flood_of_words_in_marks_takes_more_than_its_share(name: str) -> None:
    unit = _FLOODS[name]
    assert grows(lambda size: lambda: find_quotations(unit * size, ((), (), ())), 1000) < 3


@pytest.mark.parametrize("name", FLOODS)
def test_no_other_flood_takes_more_than_its_share(name: str) -> None:
    assert grows(lambda size: lambda: find_quotations(flood(name, size), ((), (), ())), 8000) < 3
