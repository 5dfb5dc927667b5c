"""Whom and what the metadata credits: people as names without honorifics, portfolios as plain texts.

A value that is no person's name (an organisation, a slug of one) is left where it is, in the metadata.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from nzn_cli.model.documents import Credit
from nzn_cli.names.name_parts import strip_honorifics
from nzn_cli.names.name_shape import is_person_shaped
from nzn_cli.normalise.keys import folded, whole_name
from nzn_cli.normalise.links import links, unnested, with_labels, with_names
from nzn_cli.text.folding import fold
from nzn_cli.text.letterhead import phrases

_LONGEST = 1_000  # characters of a text that can name people, or an office
MOST = 20_000  # characters of a value that are read for people: each name takes as long as a page of text
_HELD = 200  # portfolios that one person may hold
_NAME_KEYS = ("name", "display_name", "full_name", "literal", "title")


def texts(value: Any) -> Iterator[str]:
    """Yield the texts of a metadata value: one, a list of them, or mappings that name somebody."""
    value = unnested(value)
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, list):
        for one in value[:500]:
            yield from texts(one)
    elif isinstance(value, dict):
        named = {folded(key): one for key, one in value.items()}
        if whole := whole_name(named):
            yield whole
            return
        yield from next((texts(named[folded(key)]) for key in _NAME_KEYS if folded(key) in named), ())
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)


def credits_of(value: Any) -> tuple[Credit, ...]:
    """Return the people whom a metadata value credits, each once, in order; of a long one those of its beginning."""
    found: dict[str, Credit] = {}
    left = MOST
    for text in _naming(value):
        left -= len(text)
        if left < 0:
            break
        for name in _people(text):
            if credit := _credit(name):
                found.setdefault(credit.name, credit)
    return tuple(found.values())


def is_cut(value: Any) -> bool:
    """Return whether a value is longer than what is read of it for people."""
    return sum(map(len, _naming(value))) > MOST


def _naming(value: Any) -> Iterator[str]:
    """The texts of a value that are short enough to name people."""
    return (text for text in texts(value) if len(text) <= _LONGEST)


def portfolios_of(value: Any) -> tuple[str, ...]:
    """Return the portfolios of a metadata value, each once, in order; a text is split at commas and semicolons."""
    found = [part for text in texts(value) for part in _split(text, isinstance(value, str))]
    return tuple(dict.fromkeys(found))


def _split(text: str, single: bool) -> list[str]:
    text = with_labels(text)
    parts = re.split(r"[;|,]" if single else r"[;|]", text)
    return [" ".join(part.split()) for part in parts if part.strip() and len(part) <= _LONGEST]


def _people(text: str) -> Iterator[str]:
    """The names of one text: "A and B", "A; B", "A, B and C"; "Howard, John" is one. Mail addresses are left out."""
    text = _unlinked(text)
    text = " ".join(re.sub(r"<[^<>]*>|\(?\S+@\S+\)?|\bhttps?://\S+", " ", text).split())
    for part in re.split(r"\s*[;|&]\s*|\s+/\s+|\s+(?:and|with)\s+", text):
        commas = [one.strip() for one in part.split(",")]
        if len(commas) > 1 and all(is_person_shaped(one) and " " in one for one in commas):
            yield from commas
        elif len(commas) > 1 and " " in commas[0] and is_person_shaped(commas[0]) and not is_person_shaped(part):
            # "Jane Doe, Harbour Herald"; a role after the comma is told apart later
            yield part if _role(part)[1] else commas[0]
        elif part:
            yield part


def _unlinked(text: str) -> str:
    """A text with each link as the name that it shows, or that of its note where the label is no whole name."""
    if "[" not in text:
        return text
    label, name = with_labels(text), with_names(text)
    one = links(text)
    if len(one) == 1 and one[0].label and " " not in one[0].label and is_person_shaped(one[0].name):
        return name
    return label


_BYLINE = r"(?i)^\s*(?:by|from|with)\s+"


def _credit(text: str) -> Credit | None:
    name, role = _role(re.sub(_BYLINE, "", text))
    if not is_person_shaped(name):
        return None
    plain = strip_honorifics(name)
    return Credit(plain, text, role) if plain else None


def _role(text: str) -> tuple[str, str | None]:
    """A name and the role after it: "Ron Mark, Minister of Defence", "Ron Mark (Minister of Defence)"."""
    # a name has 80 characters at most
    match = re.fullmatch(_with_office(), text)
    if match and is_person_shaped(match[1]):
        return match[1], match[2].strip()
    return text, None


@cache
def _with_office() -> str:
    offices = "|".join(sorted(phrases("offices")))
    return rf"(.{{1,80}}?)\s*(?:,\s*|\s[-–—]\s|\()\s*([^,()]*\b(?i:{offices})\b[^()]*)\)?"


def with_portfolios(people: tuple[Credit, ...], portfolios: tuple[str, ...]) -> tuple[Credit, ...]:
    """Return the credits with the offices that portfolios mean, several joined with "; ".

    Of several people nobody knows who holds which, so only one alone is given them.
    """
    if len(people) != 1 or people[0].role or not portfolios:
        return people
    from nzn_cli.names.roles import role_of_portfolio

    return (people[0]._replace(role="; ".join(map(role_of_portfolio, portfolios[:_HELD]))),)


# under which a document says by which office it was given out: of one person alone, theirs
_OFFICE_KEYS = ("office", "position", "role", "jobtitle", "source")
_LONGEST_OFFICE = 120


def with_stated_office(people: tuple[Credit, ...], meta: Mapping[str, Any]) -> tuple[Credit, ...]:
    """Return the credits, one person alone with the office beside it in the metadata: `source: MINISTER FOR PORTS`.

    A value that is no office (an address, a newspaper, a department) gives none.
    """
    if len(people) != 1 or people[0].role:
        return people
    named = {folded(key): value for key, value in meta.items()}
    for key in _OFFICE_KEYS:
        stated = [" ".join(part.split()) for text in texts(named.get(key)) for part in re.split(r"[;|]", text)]
        if offices := [text for text in stated[:_HELD] if len(text) <= _LONGEST_OFFICE and is_office(text)]:
            return (people[0]._replace(role="; ".join(offices)),)
    return people


def is_office(text: str) -> bool:
    """Return whether a text is the name of an office: "Shadow Minister for Ports", and neither its holder nor a body.

    An office is told by the last word before what it is of.
    """
    from nzn_cli.names.roles import normalise_role

    head = re.split(r",| (?:of|for|to|at|in|on|and|assisting) ", fold(normalise_role(text)[0]), maxsplit=1)[0].split()
    return bool(head) and head[-1].rpartition("-")[2] in phrases("offices") | {"premier", "governor", "general", "whip"}


def facts_for(path: str, facts: tuple[tuple[str, Mapping[str, Any]], ...]) -> Mapping[str, Any]:
    """Return what `.nzn.toml` states of the document at `path`: later sections weigh more than earlier ones.

    A pattern is a glob over the path in the corpus, the file's name or its stem.
    """
    if not facts:
        return {}
    from fnmatch import fnmatchcase

    name = path.rpartition("/")[2]
    stem = name.rpartition(".")[0]
    stated: dict[str, Any] = {}
    for pattern, values in facts:
        if any(one == pattern or fnmatchcase(one, pattern) for one in (path, name, stem)):
            stated |= values
    return stated
