"""The people of a document as rows of its tables: those of its text and those whom its metadata credits, joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from nzn_cli.annotate.people import find_people
from nzn_cli.annotate.people.offices import Held, Label, OfficeSpan, offices_of, speakers_by_office
from nzn_cli.annotate.people.people_lexicon import words_of
from nzn_cli.annotate.people.role_rows import RoleRow, first_stated, role_of_credit, role_of_text
from nzn_cli.annotate.people.speaker_labels import SpeakerLabel, speaker_labels
from nzn_cli.model.annotations import TextPeople
from nzn_cli.model.documents import Credit
from nzn_cli.names.compatibility import SCORES, same_key
from nzn_cli.names.name_key import NameKey, name_key, shelves
from nzn_cli.names.name_parts import parse_name
from nzn_cli.names.roles import title_of_role

_SURE = 0.9  # that an office means whom alone the document gives it
_COMPARED = (
    15_000  # names of a text with credited ones; after that a credited name means none that is written otherwise
)
_NOBODY = TextPeople((), (), ())
_HEAD = 300  # characters of a body in which its title may stand once more
_LIST = 250  # characters behind a role of several in which they are named
_LONGEST_TITLE = 1_000  # characters of a title that is read for people


class EntityRow(NamedTuple):
    """A person of one document, as table `entity` has it."""

    entity: int
    name: str
    credited: bool
    mentions: int


class MentionRow(NamedTuple):
    """An occurrence of a person, as table `mention` has it; offsets are None in metadata."""

    entity: int
    source: str  # metadata, text, speaker, title or office
    text: str
    char_start: int | None
    char_end: int | None
    rule: str
    score: float


_mention = MentionRow._make


class PeopleFacts(NamedTuple):
    """The people of one document; `stopped` is the character from which on its text was not read for all of them."""

    entities: tuple[EntityRow, ...]
    mentions: tuple[MentionRow, ...]
    roles: tuple[RoleRow, ...]
    stopped: int | None = None


def people_of(body: str, credited: Sequence[Credit] = (), title: str | None = None) -> PeopleFacts:
    """Return the people of a document, those of title and text first, then those whom the metadata alone names."""
    text, shift, span = _with_title(body, title or "")
    found = find_people(text, tuple(credit.name for credit in credited), span)
    return _people_facts(text, found, credited, shift)


def people_of_metadata(_body: str, credited: Sequence[Credit], _title: str | None = None) -> PeopleFacts:
    """Return those whom metadata credits, with their roles: what a fault in the people of the text leaves."""
    return _people_facts("", _NOBODY, credited)


def credited_names(_body: str, credited: Sequence[Credit], _title: str | None = None) -> PeopleFacts:
    """Return those whom metadata credits, each name for itself and without roles: what nothing can fail at."""
    names = list(dict.fromkeys(credit.name for credit in credited))
    mentions = [MentionRow(names.index(c.name), "metadata", c.text, None, None, "credit", 1.0) for c in credited]
    counts = Counter(mention.entity for mention in mentions)
    return PeopleFacts(tuple(EntityRow(i, n, True, counts[i]) for i, n in enumerate(names)), tuple(mentions), ())


def _with_title(body: str, title: str) -> tuple[str, int, tuple[int, int]]:
    """Return a title and its body as one text, where the body begins in it, and where the title stands.

    A title that the body begins with stands there alone.
    """
    words = title.split()
    if not words or len(title) > _LONGEST_TITLE:
        return body, 0, (0, 0)
    head = body[: len(title) + _HEAD]
    title = " ".join(words)
    # the pattern, which is compiled for one text, is asked only where it can match
    may_match = _alike(title) in _alike(" ".join(head.split()))
    if may_match and (match := re.search(r"\s+".join(map(re.escape, words)), head, re.I)):
        return body, 0, match.span()
    return f"{title}\n\n{body}", len(title) + 2, (0, len(title))


def _alike(text: str) -> str:
    """Return a text in which letters are the same that `re.IGNORECASE` takes for the same."""
    text = text.casefold()
    return text if text.isascii() else text.replace("i\u0307", "i").replace("ı", "i")


def _people_facts(body: str, found: TextPeople, credited: Sequence[Credit], shift: int = 0) -> PeopleFacts:
    """Return the people of a document out of those of its text and those whom its metadata credits.

    Rows count characters from `shift` on; what stands before, a title, has no place in them.
    """
    names = _Names(found.names)
    mentions = [_mention((m.entity, m.source, m.text, *m[:2], *m[4:6])) for m in found.mentions]
    roles = [role_of_text(role) for role in found.roles]
    known = set()
    for credit in credited:
        entity = names.number(credit.name)
        known.add(entity)
        mentions.append(MentionRow(entity, "metadata", credit.text, None, None, "credit", 1.0))
        offices = credit.role.split("; ") if credit.role else []
        roles.extend(role_of_credit(entity, office) for office in offices)
    counts = [0] * len(names.names)
    for mention in mentions:
        counts[mention.entity] += mention.source != "speaker"
    written = {mention.entity for mention in mentions}
    meant, stopped = _by_office(body[: found.stopped], found, roles)
    mentions.extend(meant)
    # a name that was handed to the extractor and is nowhere written is no person of the document
    shown = _with_titles(body, names.names, roles)
    entities = tuple(EntityRow(i, name, i in known, counts[i]) for i, name in enumerate(shown) if i in written)
    stopped = found.stopped if stopped is None else stopped
    facts = PeopleFacts(entities, tuple(mentions), first_stated(roles), stopped)
    return _without_title(facts, shift) if shift else facts


def _without_title(facts: PeopleFacts, shift: int) -> PeopleFacts:
    """Return facts with the offsets of the body, which begins at `shift`."""
    return PeopleFacts(
        facts.entities,
        tuple(_shifted(mention, shift) for mention in facts.mentions),
        tuple(_shifted(role, shift) for role in facts.roles),
        None if facts.stopped is None else max(0, facts.stopped - shift),
    )


_Row = TypeVar("_Row", MentionRow, RoleRow)


def _shifted(row: _Row, shift: int) -> _Row:
    """Return a row with the offsets of the body, None where it stands in the title before it."""
    if row.char_start is None or row.char_end is None:
        return row
    if row.char_start < shift:
        return row._replace(char_start=None, char_end=None)
    return row._replace(char_start=row.char_start - shift, char_end=row.char_end - shift)


def _by_office(body: str, found: TextPeople, roles: Sequence[RoleRow]) -> tuple[list[MentionRow], int | None]:
    """Return where the body means somebody by an office alone; no name, and so none of the counted mentions."""
    held = [Held(row.entity, row.role, row.country) for row in roles]
    taken = [(name.char_start, name.char_end) for name in found.mentions]
    taken += [(role.char_start, role.char_end) for role in found.roles]
    turns = [Label(label.start, label.end, body[label.start : label.end]) for label in _offices_in_labels(body, held)]
    named = {mention.source: frozenset[int]() for mention in found.mentions}
    for source in named:
        named[source] = frozenset(mention.entity for mention in found.mentions if mention.source == source)
    speakers = speakers_by_office(turns, held, named.get("title", frozenset()), named.get("speaker", frozenset()))
    taken += [(turn.start, turn.end) for turn in turns]
    spans, stopped = offices_of(body, held, taken)

    def row(span: OfficeSpan, source: str) -> MentionRow:
        return MentionRow(span.entity, source, body[span.start : span.end], span.start, span.end, "office", _SURE)

    return [*(row(one, "speaker") for one in speakers), *(row(one, "office") for one in spans)], stopped


def _offices_in_labels(body: str, held: Sequence[Held]) -> list[SpeakerLabel]:
    return [label for label in speaker_labels(body) if label.candidate is None] if held else []


class _Names:
    """The names of a document's people, and whom of them a credited name means."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = list(names)
        self._numbers = {name: number for number, name in reversed(list(enumerate(names)))}
        self._keys: list[NameKey] = []
        self._filed: dict[tuple[str, str], list[int]] = {}
        self._left = _COMPARED

    def number(self, name: str) -> int:
        """Return the number of the person whom a credited name means, of a new one where there is none."""
        if name not in self._numbers:
            self._numbers[name] = self._meant(name)
        return self._numbers[name]

    def _meant(self, name: str) -> int:
        for known in self.names[len(self._keys) :]:
            self._file(name_key(parse_name(known)))
        key = name_key(parse_name(name))
        likely = {number for shelf in shelves(key) for number in self._filed.get(shelf, ())}
        self._left -= len(likely)
        meant = [
            (SCORES[rule], -i)
            for i in (likely if self._left >= 0 else ())
            if (rule := same_key(key, self._keys[i])) is not None
        ]
        if meant:
            return -max(meant)[1]
        self.names.append(name)
        return len(self.names) - 1

    def _file(self, key: NameKey) -> None:
        for shelf in set(shelves(key)):
            self._filed.setdefault(shelf, []).append(len(self._keys))
        self._keys.append(key)


def _with_titles(body: str, names: Sequence[str], roles: Sequence[RoleRow]) -> list[str]:
    """Return the names, one without a given name behind the title that stands before it: "Speaker Johnson".

    Across documents "Johnson" is many people, and each name is joined as one: Speaker Johnson is not the mayor.
    """
    shown = list(names)
    for row in roles:
        name = names[row.entity]
        if shown[row.entity] != name or row.char_end is None or not _stands_behind(name, body, row):
            continue
        title = title_of_role(row.role)
        if title and not parse_name(name).titles and not parse_name(f"{title} {name}").given:
            shown[row.entity] = f"{title} {name}"
    return shown


def _stands_behind(name: str, body: str, role: RoleRow) -> bool:
    """Return whether a name follows a role, behind blanks alone or in a list: "Senators Hale and Carmody"."""
    place = role.char_end or 0
    if role.text.rpartition(" ")[2] in words_of("plural-title"):
        line = body[place : place + _LIST].partition("\n")[0]
        return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", line) is not None
    between = body[place : place + len(name) + 9]
    return between[:1].isspace() and between.lstrip().lower().startswith(name.lower())
