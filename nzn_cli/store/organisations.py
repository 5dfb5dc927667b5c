"""Named things of the whole corpus, out of what its documents call them: `linking` joins them, this asks and writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from nzn_cli.linking.link_organisations import LinkedOrganisation, OrganisationUse, link_organisations
from nzn_cli.linking.short_forms import Expansion
from nzn_cli.model.settings import Settings
from nzn_cli.text.folding import fold

if TYPE_CHECKING:
    import sqlite3

_USES = """SELECT e.doc, e.entity, e.mentions, e.name, n.what, n.country,
    coalesce(CAST(julianday(d.start) AS INTEGER), -1)
    FROM entity e JOIN named n ON n.doc = e.doc AND n.entity = e.entity JOIN document d ON d.doc = e.doc
    WHERE e.kind = 'organisation'"""
# asked once and not for each use, of which few have one: half of the time
_SHORTS = """SELECT doc, entity, short, CASE WHEN rule <> 'beside' THEN coalesce(long, '') ELSE '' END
    FROM acronym WHERE entity IS NOT NULL ORDER BY long IS NULL, rowid"""
_EXPANSIONS = """SELECT coalesce(CAST(julianday(d.start) AS INTEGER), -1), a.short, a.long
    FROM acronym a JOIN document d ON d.doc = a.doc
    WHERE a.long IS NOT NULL AND a.entity IS NULL AND a.rule <> 'beside'"""
_FIGURES = """SELECT o.organisation, count(DISTINCT o.doc), sum(e.mentions), min(d.date), max(d.date)
    FROM organisation_entity o JOIN entity e ON e.doc = o.doc AND e.entity = o.entity AND e.kind = 'organisation'
    JOIN document d ON d.doc = o.doc GROUP BY o.organisation"""


def join(connection: sqlite3.Connection, settings: Settings, _code: str) -> None:
    """Fill `organisation`, `organisation_entity` and `organisation_name` anew, in the transaction that is open."""
    uses = _uses(connection)
    linked = _linked(connection, settings, uses)
    for table in ("organisation", "organisation_entity", "organisation_name"):
        connection.execute(f"DELETE FROM {table}")
    connection.executemany(
        "INSERT INTO organisation_entity VALUES (?,?,?,?,?)",
        ((doc, entity, n, rule, score) for n, one in enumerate(linked, 1) for doc, entity, rule, score in one.members),
    )
    figures = {row[0]: row[1:] for row in connection.execute(_FIGURES)}
    connection.executemany(
        "INSERT INTO organisation VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        (
            (n, one.slug, one.name, fold(one.name), one.kind, one.country, _json(one.shorts), *figures.get(n, _NOTHING))
            for n, one in enumerate(linked, 1)
        ),
    )
    names = {(use.doc, use.entity): use.name for use in uses}
    told = {
        (n, fold(name))
        for n, one in enumerate(linked, 1)
        for name in (one.name, *one.shorts, *{names[member[:2]] for member in one.members})
    }
    connection.executemany("INSERT INTO organisation_name VALUES (?,?)", sorted(told))


def _uses(connection: sqlite3.Connection) -> list[OrganisationUse]:
    """Return what each document calls what it names, with the short form that it gives that, one spelled out first."""
    shorts: dict[tuple[int, int], tuple[str, str]] = {}
    for doc, entity, short, long in connection.execute(_SHORTS):
        shorts.setdefault((doc, entity), (short, long))
    return [
        OrganisationUse(doc, entity, name, kind, country, day, *shorts.get((doc, entity), ("", "")), mentions)
        for doc, entity, mentions, name, kind, country, day in connection.execute(_USES)
    ]


def _linked(
    connection: sqlite3.Connection, settings: Settings, uses: list[OrganisationUse]
) -> list[LinkedOrganisation]:
    aliases = {name: spellings for folder in settings.folders for name, spellings in folder.what_aliases.items()}
    not_same = [names for folder in settings.folders for names in folder.what_not_same]
    expansions = [Expansion(*row) for row in connection.execute(_EXPANSIONS)]
    return link_organisations(uses, aliases, not_same, expansions)


_NOTHING = (0, 0, None, None)


def _json(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False)
