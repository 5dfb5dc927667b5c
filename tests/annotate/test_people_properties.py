"""Whatever the text, people are found without error and every span is what the text holds there."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from nzn_cli.annotate.people import find_people

_PIECES = """
Mr Hon. Dr the The Minister of Defence Joan Carmody CARMODY O'Dowd O’Dowd's van der al-Sabah Al- - J. K. Park Seo-jun
said says , . : “ ” ( ) MP Jr. and New Zealand May 2019 Te Rangi Ngāti Hēmi é İ ß www.x.org/A-B Zhou Mingzhe _ * H E San
Hong Kong II 1. Will
"""
_WORDS = st.one_of(st.sampled_from(_PIECES.split()), st.sampled_from("\n\t\u00a0\u2028"))
_TEXTS = st.one_of(st.text(max_size=120), st.lists(_WORDS, max_size=60).map(" ".join))


@settings(max_examples=300)
@given(_TEXTS, st.lists(st.one_of(st.text(max_size=20), st.just("Joan Carmody")), max_size=3))
def test_spans_hold(text: str, credited: list[str]) -> None:
    people = find_people(text, credited)
    end = 0
    for mention in people.mentions:
        assert end <= mention.char_start < mention.char_end
        assert text[mention.char_start : mention.char_end] == mention.text
        assert 0 <= mention.entity < len(people.names)
        assert 0 <= mention.score <= 1
        end = mention.char_end
    for role in people.roles:
        assert " ".join(text[role.char_start : role.char_end].split()) == " ".join(role.text.split())
        assert 0 <= role.entity < len(people.names)
    assert {m.entity for m in people.mentions} == set(range(len(people.names)))
    assert all(people.names)


@settings(max_examples=60)
@given(_TEXTS)
def test_the_same_text_gives_the_same_people(text: str) -> None:
    assert find_people(text) == find_people(text)
