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
    from nzn_cli.annotate.people import coreference, score_candidates, surface_forms
    from nzn_cli.model.annotations import TextPeople

    flat = surface_forms.unwrapped(text)
    found, stopped = score_candidates.people_in(flat, credited)
    people = coreference.resolve_mentions(flat, found, credited, title)
    if people.stopped is None:
        people = people._replace(stopped=stopped)
    if flat is text:
        return people
    mentions = tuple(m._replace(text=text[m.char_start : m.char_end]) for m in people.mentions)
    roles = tuple(r._replace(text=" ".join(text[r.char_start : r.char_end].split())) for r in people.roles)
    return TextPeople(people.names, mentions, roles, people.stopped)
