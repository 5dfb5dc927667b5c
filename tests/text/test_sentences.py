"""Where the sentence around a span begins and ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.text.sentences import sentence_at


def sentence_of(text: str, word: str) -> str:
    """Return the sentence in which the first `word` stands."""
    start = text.index(word)
    first, last = sentence_at(text, start, start + len(word))
    return text[first:last]


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("It began. She left on Monday. He stayed.", "Monday", "She left on Monday."),
        ("She met Mr. Smith on Monday. He stayed.", "Monday", "She met Mr. Smith on Monday."),
        (
            "Is it so? The U.S. Army came on Sept. 12 with J. R. Jones. He stayed.",
            "12",
            "The U.S. Army came on Sept. 12 with J. R. Jones.",
        ),
        ("It rose 3.5 per cent in May. It fell.", "May", "It rose 3.5 per cent in May."),
        ("“It is Monday.” He left.", "Monday", "“It is Monday.”"),
        ("A heading\n\nShe left on Monday", "Monday", "She left on Monday"),
        ("A line that\nwraps on Monday and\ngoes on. Next.", "Monday", "A line that\nwraps on Monday and\ngoes on."),
        ("• One on Monday\n• Two on Friday\n", "Friday", "Two on Friday"),
        ("They met at 5 p.m. Then on Monday they left.", "Monday", "Then on Monday they left."),
        ("They met at 5 p.m. on Monday and left.", "Monday", "They met at 5 p.m. on Monday and left."),
    ],
)
def test_sentences(text: str, word: str, sentence: str) -> None:
    assert sentence_of(text, word) == sentence


@given(st.text(alphabet='ab M.?!\n"”)•', max_size=60), st.data())
def test_a_sentence_holds_its_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = sentence_at(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)


def test_a_line_without_end_is_cut_at_a_page() -> None:
    text = "word " * 400_000
    first, last = sentence_at(text, 1_000_000, 1_000_004)
    assert last - first < 2000
