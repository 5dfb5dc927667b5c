"""Every rule of attribution: its example is read as it says, and without the rule it is not."""

from __future__ import annotations

from typing import Any

import pytest

from nzn_cli.annotate.people.people_facts import people_of
from nzn_cli.annotate.quotes import cue_rules
from nzn_cli.annotate.quotes.cue_rules import CUES, is_cue
from nzn_cli.annotate.quotes.cues import verbs, words_in
from nzn_cli.annotate.quotes.find_quotations import find_quotations
from nzn_cli.annotate.quotes.naming_rules import NAMES
from nzn_cli.annotate.quotes.tag_rules import TAGS
from nzn_cli.annotate.rule_table import Rule
from tests.annotate.quoted import marked


def _first(text: str) -> tuple[str | None, str, list[str]]:
    """Return the speaker of a text's first quotation in marks and its rule, and the kinds of all."""
    people = people_of(text)
    found = [one for one in find_quotations(text, people[:3]) if one.kind != "indirect"]
    if not found or found[0].entity is None:
        return None, "", []
    return people.entities[found[0].entity].name, found[0].speaker_rule, [one.kind for one in found]


@pytest.mark.parametrize("rule", TAGS.rows, ids=lambda rule: rule.id)
def test_the_example_of_a_tag_is_read_as_it_says(rule: Rule[Any, str]) -> None:
    text, speaker = rule.example
    found, _, kinds = _first(text)
    assert found == speaker
    assert rule.outcome in kinds


@pytest.mark.parametrize("rule", TAGS.rows, ids=lambda rule: rule.id)
def test_without_a_tag_its_example_is_not_read_so(rule: Rule[Any, str], monkeypatch: pytest.MonkeyPatch) -> None:
    text, _ = rule.example
    before = _first(text)
    monkeypatch.setattr(TAGS, "rows", tuple(row for row in TAGS.rows if row is not rule))
    assert _first(text) != before


def _cues(text: str) -> list[str]:
    cue_rules._is_cue.cache_clear()
    return [text[cue.start : cue.end] for cue in words_in(text).cues if is_cue(cue, text, 0)]


@pytest.mark.parametrize("rule", CUES.rows, ids=lambda rule: rule.id)
def test_the_example_of_a_cue_is_read_as_it_says(rule: Rule[Any, bool]) -> None:
    text, found = rule.example
    assert _cues(text) == found


@pytest.mark.parametrize("rule", CUES.rows, ids=lambda rule: rule.id)
def test_without_it_the_example_of_a_cue_is_not_read_so(rule: Rule[Any, bool], monkeypatch: pytest.MonkeyPatch) -> None:
    text, found = rule.example
    monkeypatch.setattr(CUES, "rows", tuple(row for row in CUES.rows if row is not rule))
    assert _cues(text) != found
    cue_rules._is_cue.cache_clear()


@pytest.mark.parametrize("rule", NAMES.rows, ids=lambda rule: rule.id)
def test_a_name_in_marks_is_not_spoken(rule: Rule[Any, bool], monkeypatch: pytest.MonkeyPatch) -> None:
    assert marked(rule.example) == []
    monkeypatch.setattr(NAMES, "rows", tuple(row for row in NAMES.rows if row is not rule))
    assert marked(rule.example) != []


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("said", "say", "past"),
        ("denies", "deny", "s"),
        ("admitted", "admit", "past"),
        ("writing", "write", "ing"),
        ("stresses", "stress", "s"),
        ("agreed", "agree", "past"),
        ("went on", "go", "past"),
        ("pointing out", "point", "ing"),
    ],
)
def test_forms_are_made_of_plain_verbs(form: str, lemma: str, kind: str) -> None:
    assert (verbs()[form].lemma, verbs()[form].form) == (lemma, kind)
