"""The people of one text: where they are named, who is who within the text, and the roles that it gives them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from nzn_cli.model.annotations import TextPeople


def find_people(text: str, credited: Sequence[str] = (), title: tuple[int, int] = (0, 0)) -> TextPeople:
    """Return the people whom a text names; `credited` are names from its metadata, which are people even so.

    `title` is where the title stands in the text; mentions within it have it for their source.

    Offsets count characters of `text`; `names[i]` is the fullest name of entity i. Entities are numbered by first
    mention; a credited name that the text does not take up is none of them.
    """
    from nzn_cli.annotate.people import coreference, score_candidates

    found, stopped = score_candidates.people_in(text, credited)
    people = coreference.resolve_mentions(text, found, credited, title)
    return people if people.stopped is not None else people._replace(stopped=stopped)
