"""What a text says, as the annotators hand it on. Offsets count characters of a document's body."""

from __future__ import annotations

from typing import Literal

from nzn_cli.model.records import NamedTuple

EventPrecision = Literal[
    "day", "week", "month", "quarter", "season", "year", "decade", "interval", "vague", "approximate"
]  # fmt: skip


class DateSpan(NamedTuple):
    """A dated expression; `text` is the body from `char_start` to `char_end`."""

    char_start: int
    char_end: int
    text: str
    value: str  # TIMEX3
    start: str | None  # first day covered
    end: str | None  # last day covered
    precision: EventPrecision
    anchor: str | None
    anchor_source: Literal["publication", "text"] | None
    rule: str
    rejected: str | None
    future: bool = False  # spoken of as still to come at publication
    parts: str = ""  # the two ends of a range, "START END VALUE;START END VALUE"; "" where it is none


class TextDates(NamedTuple):
    """The dated expressions of one text; `stopped` is the character from which on none were looked for, or None."""

    spans: tuple[DateSpan, ...]
    stopped: int | None = None


class PersonSpan(NamedTuple):
    """One occurrence of a person's name, honorific included; `entity` numbers the person within the document."""

    char_start: int
    char_end: int
    text: str
    entity: int
    rule: str
    score: float
    source: Literal["text", "speaker", "title"] = "text"  # speaker: it is the label of a turn ("MR. HALE:")


class RoleSpan(NamedTuple):
    """A role that the text gives to a person of the document, as written; `organisation` is the body that it is of."""

    entity: int
    text: str
    country: str | None
    char_start: int
    char_end: int
    organisation: str | None = None
    former: bool = False  # held no longer, by the words before it: "former", "then", "ex-", "the late"


class TextPeople(NamedTuple):
    """The people of one text; `names[i]` is entity i's fullest name, with a title only where no given name is known.

    `stopped` is the character from which on the text was not read for people, None where all of it was.
    """

    names: tuple[str, ...]
    mentions: tuple[PersonSpan, ...]
    roles: tuple[RoleSpan, ...]
    stopped: int | None = None


class QuoteSpan(NamedTuple):
    """A quotation of the text; `entity` is a person of the document, None where nobody of it is meant."""

    char_start: int
    char_end: int
    kind: str  # direct, mixed, indirect or turn
    entity: int | None
    speaker_text: str | None
    speaker_start: int | None
    speaker_end: int | None
    speaker_rule: str
    cue_start: int | None
    cue_end: int | None
    score: float
