"""Where a word that names a person elsewhere in a text is a law, a campus or a body: "the Bill", "at Hale".

Knows the words right beside it and whether the text names such a body; not who is a person.
"""

from __future__ import annotations

import re

from nzn_cli.annotate.people.candidates import Candidate
from nzn_cli.annotate.people.surface_forms import Beginnings, Spelling

_CAMPUS = re.compile(r"\b(?:University|College) of (?:[A-Z]\w+ ?){1,3}, $")
_BODIES = ("University", "College", "Institute", "School", "Polytechnic")
_AT = (" at ", " from ", " of ", "At ", "From ")
_A_LAW = (" the ", " this ", " that ", " a ", " another ", " new ", " its ", " their ", ") ")
_REACH = 60  # characters in which a university is named


class Bodies:
    """The bodies that a text names behind a word: "Hale University"."""

    def __init__(self, text: str) -> None:
        found = re.finditer(rf" (?={'|'.join(_BODIES)})", text)
        self._before = Beginnings(text[max(0, body.start() - _REACH) : body.start()][::-1] for body in found)

    def named(self, word: str) -> bool:
        """Say whether the text names a body by a word."""
        return self._before.any_with(word[::-1])


def persons_only(text: str, spelling: Spelling, bodies: Bodies) -> Spelling | None:
    """Return a word on its own with the places where it may be a person, or None where there are none."""
    word, places = spelling.tokens[0], spelling.places
    body = bodies.named(word)
    kept = [place for place in places if place.cut.before or not _is_none(text, place, word, body)]
    if len(kept) == len(places):
        return spelling
    return Spelling(spelling.tokens, kept) if kept else None


def _is_none(text: str, place: Candidate, word: str, body: bool) -> bool:
    before, after = text[max(0, place.start - _REACH) : place.start], text[place.end : place.end + 15]
    if word == "Bill" and before.endswith(_A_LAW):
        return True
    if body and (after[1:].startswith(_BODIES) or (before.endswith(_AT) and after[:1] not in ("'", "’"))):
        return True
    return before.endswith(", ") and after[:1] in (",", ".", ";", ")", "") and _CAMPUS.search(before) is not None
