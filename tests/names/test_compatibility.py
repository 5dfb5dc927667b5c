"""Two spellings as one person, and the ones that must never be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.names.compatibility import SCORES, same_person

SAME = [
    ("Hon Aroha Peterson", "Aroha Peterson MP", "same"),
    ("Tom O'Leary", "Tom O’Leary", "same"),
    ("Hōne Tūrei", "Hone Turei", "same"),
    ("Peterson, Aroha", "AROHA PETERSON", "same"),
    ("Kim Dae Sun", "Kim Dae-sun", "same"),
    ("Aroha Foster-Hill", "Aroha Foster Hill", "same"),
    ("Aroha Peterson", "Aroha Jane Peterson", "middle name left out"),
    ("Aroha J. Peterson", "Aroha Jane Peterson", "same"),
    ("Aroha Peterson", "Aroha J Peterson", "middle name left out"),
    ("Matt Peterson", "Matthew Peterson", "short form"),
    ("Bill Peterson", "William Rangi Peterson", "short form"),
    ("James 'Chip' Peterson", "Chip Peterson", "short form"),
    ("Stephen Peterson", "Steven Peterson", "spelling"),
    ("Phillip Peterson", "Philip Peterson", "spelling"),
    ("Aroha Zelenskyy", "Aroha Zelensky", "spelling"),
    ("Harpreet Singh Gill", "Harpr Singh Gill", "clipped"),
    ("A. Peterson", "Aroha Peterson", "initials"),
    ("A. J. Peterson", "Aroha Jane Peterson", "initials"),
    ("A.J. Peterson", "Aroha Jane Peterson", "initials"),
    ("AJ Peterson", "Aroha Jane Peterson", "initials"),
    ("Will Peterson", "Aroha William Peterson", "called by middle name"),
    ("H. V. Ross Peterson", "Ross Peterson", "called by middle name"),
    ("Wu Jianlin", "Jianlin Wu", "order"),
    ("Asolata Hill-Taylor", "Asolata Taylor", "part of surname"),
    ("Jaap de Groot", "Jaap Groot", "same"),
]
DIFFERENT = [
    ("Aroha Peterson", "Ngaio Peterson"),
    ("John Peterson", "Johnpaul Peterson"),
    ("John Adams", "John Quincy Adams"),
    ("John Peterson", "Johnson K. Peterson"),
    ("Chris Johnson", "C. T. Johnson"),
    ("Mary Kay Peterson", "Catherine Peterson"),
    ("Aroha Peterson", "Aroha Duncan"),
    ("Jo Peterson", "John Peterson"),
    ("John Peterson", "Jonathan Peterson"),
    ("Paul Peterson", "Pauline Peterson"),
    ("Robert Peterson", "Roberta Peterson"),
    ("Joanna Peterson", "Joanne Peterson"),
    ("Christine Peterson", "Christopher Peterson"),
    ("Aroha W. Peterson", "Aroha H. W. Peterson"),
    ("Aroha Jane Peterson", "Aroha Mary Peterson"),
    ("Stephen Peterson", "Steven Rangi Peterson"),
    ("Aroha Peterson Jr", "Aroha Peterson Sr"),
    ("J. Clarke Peterson", "John Peterson"),
    ("Scott James", "James Scott"),
    ("Paul Hill", "Paul Foster-Hill"),
    ("Peterson", "Aroha Peterson"),
    ("", "Aroha Peterson"),
]


@pytest.mark.parametrize(("a", "b", "rule"), SAME)
def test_same(a: str, b: str, rule: str) -> None:
    assert same_person(a, b) == (rule, SCORES[rule])
    assert same_person(b, a) == (rule, SCORES[rule])


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_different(a: str, b: str) -> None:
    assert same_person(a, b) is None
    assert same_person(b, a) is None


WORDS = st.sampled_from(
    ["Jo", "Joanne", "John", "J.", "Bill", "William", "Te", "de", "Hill", "Foster-Hill", "Peterson", "Jr"]
)


@given(st.lists(WORDS, max_size=4).map(" ".join), st.lists(WORDS, max_size=4).map(" ".join))
def test_symmetric(a: str, b: str) -> None:
    assert same_person(a, b) == same_person(b, a)


@given(st.text(max_size=30), st.text(max_size=30))
def test_never_raises(a: str, b: str) -> None:
    same_person(a, b)
