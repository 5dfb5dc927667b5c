"""The summaries of people, as records: the stored ones where all documents are meant, else made anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nzn_cli.model.answers import PersonRecord
from nzn_cli.query.people_chosen import Chosen
from nzn_cli.query.view import View, listed
from nzn_cli.store.person_summaries import PersonSummary, Scope, person_summaries, stored_person_summaries

_HEAD = "SELECT person, name, person_id FROM person WHERE person IN (SELECT value FROM json_each(?))"


def told(
    batch: Sequence[int], chosen: Chosen, view: View, fields: Sequence[str] | None = None
) -> Iterator[PersonRecord]:
    """Yield the records of the people of these numbers, in their order; spellings only if `fields` has them or is None.

    Of the roles those that were asked for come first.
    """
    heads = {row[0]: (row[1], row[2]) for row in view.store.rows(_HEAD, (listed(batch),))}
    found = _found(batch, chosen, view, fields is None or "variants" in fields)
    for number in batch:
        each = found[number]
        roles = sorted(each.roles, key=lambda role: role.role not in chosen.roles) if chosen.roles else each.roles
        yield PersonRecord(
            *heads[number], each.variants, roles, each.credited, each.documents, each.mentions, each.first, each.last
        )


def _found(batch: Sequence[int], chosen: Chosen, view: View, spelled: bool) -> dict[int, PersonSummary]:
    scope = Scope(*chosen.scope, chosen.credited)
    found = stored_person_summaries(batch, view.store.rows, spelled) if scope.everything else {}
    rest = [number for number in batch if number not in found]
    if rest:
        found |= zip(rest, person_summaries(rest, scope, view.store.rows, spelled or chosen.credited), strict=True)
    return found
