"""Where a word that names a person elsewhere in a text is a law, a campus or a body: "the Bill", "at Hale".

Knows the words right beside it and whether the text names such a body; not who is a person.
"""

from __future__ import annotations

import re

from nzn_cli.annotate.people.candidates import Candidate
from nzn_cli.annotate.people.surface_forms import Spelling

_CAMPUS = re.compile(r"\b(?:University|College) of (?:[A-Z]\w+ ?){1,3}, $")
_BODIES = ("University", "College", "Institute", "School", "Polytechnic")
_AT = (" at ", " from ", " of ", "At ", "From ")
_A_LAW = (" the ", " this ", " that ", " a ", " another ", " new ", " its ", " their ", ") ")
_REACH = 60  # characters in which a university is named


def persons_only(text: str, spelling: Spelling) -> Spelling | None:
    """Return a word on its own with the places where it may be a person, or None where there are none."""
    word, places = spelling.tokens[0], spelling.places
    body = any(f"{word} {name}" in text for name in _BODIES)
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
