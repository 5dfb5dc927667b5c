"""Who speaks: named before, after or between; meant by a pronoun, an office, a role; whoever has been speaking."""

from __future__ import annotations

import pytest

from nzn_cli.model.documents import Credit
from tests.annotate.quoted import said, spans

HALE, LIND = "Ann Hale", "Tom Lind"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We won the vote,” Ann Hale said.", HALE),
        ("“We won the vote,” said Transport Minister Ann Hale.", HALE),
        ("“We won the vote,” said the union's president, Ann Hale.", HALE),
        ("“We won the vote,” Ann Hale, who leads the union, told the hall.", HALE),
        ("“We won the vote,” Sen. Ann Hale, D-Md., said.", HALE),
        ("“We won the vote.” Ann Hale said.", HALE),
        ("“Have we won the vote?” asked Ann Hale.", HALE),
        ("Tom Lind spoke.\n\n“Have we won the vote?” Ann Hale pressed. “Tell us now.”", HALE),
        ("“Have we won the vote?” Ann Hale asked, turning to the hall.", HALE),
        ("Tom Lind said no.\n\nThinking point\n\n“The wall is ours.”\n\nAnn Hale\n\nThe end.", HALE),
        ("Tom Lind left.\n\nOne of our best, Ann Hale, challenged the hall to\n\n“mend the wall!”", HALE),
        ("Ann Hale has been described by all her friends as “a giant and a hero of the harbour”.", None),
        ("Harbour Valley Authority: “We have won the vote.”", "Harbour Valley Authority"),
        ("Ann Hale, chair of the Harbour Council, came.\n\n“We won the vote,” the Council said.", "the Council"),
        ("Ann Hale made a plea for “the boats of this harbour of ours”, and Tom Lind left.", None),
        ("Ann Hale made her point: “the boats of this harbour are ours”.", HALE),
        ("“We won the vote,” **said Ann Hale.**", HALE),
        ("Ann Hale said: “We won the vote.”", HALE),
        ("Ann Hale also said on Tuesday, “We won the vote.”", HALE),
        ("According to Ann Hale, “we won the vote by a mile”.", HALE),
        ("Ann Hale went on to say “we won the vote by a mile”.", HALE),
        ("Ann Hale: “We won the vote.”", HALE),
        ("“We won the vote.” — Ann Hale", HALE),
        ("Tom Lind spoke.\n\n“We won the vote.”\n\n— Ann Hale, the mayor", HALE),
        ("“We won the vote,” said Council on Harbour Quality Chair Ann Hale.", HALE),
        ("Ann Hale and Tom Lind said “we won the vote by a mile”.", HALE),
        ("Ann Hale made this comment:\n\n“We won the vote.”", HALE),
        ("Ann Hale was glad on the night. “We won the vote.”", HALE),
        ("Ann Hale spoke.\n\n“We won the vote,” a spokesman for Tom Lind said.", "a spokesman for Tom Lind"),
        ("“We won the vote,” said a spokesman.", "a spokesman"),
        ("“We won the vote,” the ministry said.", "the ministry"),
        ("“We won the vote,” Ann Hale's office said.", "Ann Hale's office"),
        ("“We won the vote,” supporters of Ann Hale said.", "supporters of Ann Hale"),
        ("“We won the vote,” the union said in a statement to Ann Hale.", "the union"),
    ],
)
def test_the_one_who_is_named_speaks(text: str, speaker: str) -> None:
    assert said(text, "direct", "mixed")[0][0] == speaker


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mary Hale met Tom Lind. “We won the vote,” he said.", [LIND]),
        ("Mary Hale met Tom Lind. “We won the vote,” she said.", ["Mary Hale"]),
        ("Tom Lind met Bob Cole on Monday. “We won the vote,” he said.", [LIND]),
        ("“We won the vote,” Tom Lind said. Bob Cole stood by.\n\n“It was close,” he added.", [LIND, LIND]),
    ],
)
def test_a_pronoun_means_the_nearest_who_fits(text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in said(text, "direct")] == speakers


def test_an_office_means_its_holder() -> None:
    text = "Foreign Minister Ann Hale came.\n\n“We won the vote,” the Foreign Minister said."
    assert said(text, "direct") == [(HALE, "We won the vote")]


def test_a_role_means_whom_alone_the_text_gives_it() -> None:
    text = "Ann Hale, president of Harbour Union, came.\n\n“We won the vote,” the union's president said."
    assert said(text, "direct") == [(HALE, "We won the vote")]


def test_an_interrupted_quotation_is_a_record_a_piece() -> None:
    text = "“We won the vote,” Ann Hale said, “and we will win again.” Tom Lind was there."
    assert said(text, "direct") == [(HALE, "We won the vote"), (HALE, "and we will win again.")]


def test_the_running_speaker_of_a_release_speaks_what_is_untagged() -> None:
    text = (
        "The wall holds, says Ann Hale.\n\n“It is well built.”\n\nMs Hale met Tom Lind and Bob Cole.\n\n"
        "“It was a good meeting.\n\n“We go on.”"
    )
    assert {speaker for speaker, _ in said(text, "direct")} == {HALE}
    assert len(said(text, "direct")) == 3


@pytest.mark.parametrize("line", ["-----------------------", "From: Bob Cole <cole@harbour.example>"])
def test_who_spoke_does_not_speak_in_the_next_text_of_a_digest(line: str) -> None:
    text = f"The wall holds, says Ann Hale.\n\n“It is well built.”\n\n{line}\n\n“The wall of the harbour is a sham.”"
    assert said(text, "direct") == [(HALE, "It is well built."), (None, "The wall of the harbour is a sham.")]


def test_a_line_that_names_a_body_leads_to_its_words() -> None:
    text = "Ann Hale said: “We won.”\n\n- Harbour Weekly:\n\n- “With boats down, they build at home.”"
    assert said(text, "direct")[1] == ("Harbour Weekly", "With boats down, they build at home.")


def test_few_words_in_marks_with_no_tag_are_nobodys() -> None:
    text = "Ann Hale said: “We won.” Tom Lind left the old hall.\n\nBut sure, “You can’t.”"
    assert said(text, "direct")[1] == (None, "You can’t.")


def test_words_before_anybody_speaks_are_the_first_speakers() -> None:
    text = "“The wall holds.”\n\n“It is well built,” Ann Hale said."
    assert said(text, "direct") == [(HALE, "The wall holds."), (HALE, "It is well built")]


def test_where_nobody_is_said_to_speak_the_credited_person_does() -> None:
    found, names = spans("“The wall holds and it is well built.”", Credit(HALE, "Hon Ann Hale", None))
    assert [(names[one.entity or 0], one.speaker_rule) for one in found] == [(HALE, "credited")]


def test_who_is_unknown_is_nobody() -> None:
    found, _ = spans("The hall was full.\n\n“The wall holds and it is well built.”")
    assert [(one.entity, one.speaker_text, one.score < 0.5) for one in found] == [(None, None, True)]


def test_what_the_press_is_asked_is_not_what_it_says() -> None:
    text = "Ann Hale was asked about the wall. “It holds,” she said."
    assert said(text, "direct") == [(HALE, "It holds")]
