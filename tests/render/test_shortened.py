"""A cell that is cut keeps the words in sight that it is shown for."""

from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.render.page import Page
from nzn_cli.render.table import shortened

PAGE = Page(width=80, unicode=True)
SENTENCE = "The harbour is open to ships of every flag, as far as the tide lets them, said Harbour Master Ada Quill."


def test_a_long_cell_is_cut_at_a_word() -> None:
    assert shortened(SENTENCE, 40, PAGE) == "The harbour is open to ships of every…"


def test_the_words_that_it_is_shown_for_stay_in_sight() -> None:
    assert shortened(SENTENCE, 60, PAGE, "Ada Quill") == "…far as the tide lets them, said Harbour Master Ada Quill."
    assert shortened(SENTENCE, 40, PAGE, "harbour") == "The harbour is open to ships of every…"
    assert shortened(SENTENCE, 40, PAGE, "nobody") == "The harbour is open to ships of every…"


@given(st.text("ab ", min_size=1, max_size=80), st.integers(20, 60), st.integers(0, 80), st.integers(0, 80))
def test_whatever_is_asked_for_it_fits(text: str, most: int, start: int, end: int) -> None:
    around = text[start:end]
    assert len(shortened(text, most, PAGE, around)) <= most
