"""The people of one text: where they are named, who is who within the text, and the roles that it gives them."""

from __future__ import annotations

from collections.abc import Sequence

from nzn_cli.model import TextPeople

VERSION = "1"


def find_people(text: str, credited: Sequence[str] = ()) -> TextPeople:
    """Return the people whom a text names; `credited` are names from its metadata, which are people even so.

    Offsets count characters of `text`; `names[i]` is the fullest name of entity i.
    """
    from nzn_cli.extract.people import finding, joining

    return joining.joined(text, finding.people_in(text, credited), credited)
