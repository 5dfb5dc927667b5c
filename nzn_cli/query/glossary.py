"""The short forms of a corpus with what they stand for, whatever they name, as records.

Composes SQL on the tables of acronyms; knows nothing of how they were found.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nzn_cli.model.answers import AcronymRecord
from nzn_cli.model.settings import Filters, WhatRequest
from nzn_cli.query.answer import Answer, limited
from nzn_cli.query.order import sort_keys, sorted_by
from nzn_cli.query.view import View
from nzn_cli.query.what import NEWEST, ChosenThings


def acronyms(request: WhatRequest, filters: Filters, view: View) -> Answer[AcronymRecord]:
    """Return the short forms of the documents with what they stand for, by short form; undefined ones have no `long`.

    Two things of one short form are two records.
    """
    chosen = ChosenThings(request._replace(limit=None, offset=0, kinds=()), filters, view)
    found = _glossary(chosen, request, view)
    keys = sort_keys(request.sort, ("short", "long", "documents", "kind"), "acronyms")
    return limited(sorted_by(keys, found), request.limit, request.offset)


def _glossary(chosen: ChosenThings, request: WhatRequest, view: View) -> list[AcronymRecord]:
    from nzn_cli.names.organisation_key import organisation_key
    from nzn_cli.text.folding import level

    sql = f"""SELECT a.short, a.long, o.name_id, o.what, n.organisation, d.id, a.char_start, a.char_end
        FROM acronym a CROSS JOIN {chosen.scope.table} d ON d.doc = a.doc
        LEFT JOIN organisation_entity n ON n.doc = a.doc AND n.entity = a.entity
        LEFT JOIN organisation o ON o.organisation = n.organisation
        WHERE {chosen.scope.sql} ORDER BY {NEWEST}, a.char_start"""
    grouped: dict[tuple[str, str | None], list[tuple[Any, ...]]] = {}
    for row in view.store.rows(sql, chosen.scope.params):
        if chosen.only is None or row[4] in chosen.only:
            long = None if row[1] is None else organisation_key(row[1])
            grouped.setdefault((level(row[0]), long), []).append(row)
    defined = {form for short, long in grouped if long is not None for form in (short, short.removesuffix("s"))}
    found = [_acronym(rows) for (short, long), rows in grouped.items() if long is not None or short not in defined]
    if request.kinds:
        found = [one for one in found if one.kind in request.kinds]
    return sorted(found, key=lambda one: (one.short.lower(), one.long is None, -one.documents, one.long or ""))


def _acronym(rows: Sequence[tuple[Any, ...]]) -> AcronymRecord:
    """Return the record of rows of one short form and long form: as the newest document has them."""
    short, long, name_id, kind, _, _, start, end = rows[0]
    named = next((row for row in rows if row[2] is not None), None)
    if named is not None:
        name_id, kind = named[2], named[3]
    ids = list(dict.fromkeys(row[5] for row in rows))
    plain = None if long is None else " ".join(long.split())
    return AcronymRecord(short, plain, name_id, kind, len(ids), ids, start, end)
