"""Persons of the whole corpus, out of the names its documents use: `linking` joins them, this asks and writes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from nzn_cli.linking.link_names import LinkedEntity, NameUse, link
from nzn_cli.linking.senses import Occurrence, senses
from nzn_cli.model.settings import Settings
from nzn_cli.names.compatibility import SIDE_BY_SIDE
from nzn_cli.names.name_titles import generations
from nzn_cli.store.digest import digest
from nzn_cli.store.person_summaries import store_person_summaries
from nzn_cli.store.seldom_roles import store_seldom_roles
from nzn_cli.text.folding import fold

if TYPE_CHECKING:
    import sqlite3


_FAMILY, _NEAR = 20, 50  # names of one last word in a document; characters between two that stand side by side
# how people are written where each name is theirs; one word tells nothing of which name is usual
_TEXTS = """SELECT e.name, e.sense, m.text, count(*) FROM entity e CROSS JOIN mention m ON m.doc = e.doc
    AND m.entity = e.entity AND m.kind = e.kind
    WHERE e.kind = 'person' AND m.kind = 'person' AND m.source <> 'office' AND m.text GLOB '*[^A-Za-z]*'
    GROUP BY e.name, e.sense, m.text"""
# what may tell two people of one name apart
_HONORIFICS = "SELECT doc, entity, text FROM mention WHERE kind = 'person' AND text GLOB 'M[rsi]* * *'"
_HELD = "SELECT doc, entity, role, country FROM role WHERE NOT former"
_NAMED = "SELECT doc, entity, name FROM entity WHERE kind = 'person' AND name LIKE '% %'"


def join(connection: sqlite3.Connection, settings: Settings, code: str) -> None:
    """Fill `person` and `person_name` anew, in the transaction that is open; `code` tells the linking that does it."""
    aliases = {name: tuple(spellings) for folder in settings.folders for name, spellings in folder.aliases.items()}
    not_same = [names for folder in settings.folders for names in folder.not_same]
    _tell_namesakes_apart(connection)
    names, beside = _names(connection), _side_by_side(connection)
    used = digest(repr((sorted(names), beside, sorted(aliases.items()), not_same, code)).encode("utf-8", "replace"))
    if connection.execute("SELECT value FROM setting WHERE key = 'joined'").fetchone() == (used,):
        _count_again(connection)
        _summarise(connection)
        return
    linked = link(names, aliases=aliases, not_same=not_same, beside=beside)
    connection.execute("DELETE FROM person")
    connection.execute("DELETE FROM person_name")
    connection.executemany(
        "INSERT INTO person_name VALUES (?,?,?,?,?)",
        ((m.name, m.sense, number, m.rule, m.score) for number, person in enumerate(linked, 1) for m in person.members),
    )
    figures = _figures(connection)
    connection.executemany(
        "INSERT INTO person VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            (n, p.slug, p.name, fold(p.name), *figures.get(n, (0, 0, 0, None, None)), p.alone, p.fullest, p.several)
            for n, p in enumerate(linked, 1)
        ),
    )
    _note_warnings(connection, linked)
    _summarise(connection)
    connection.execute("INSERT OR REPLACE INTO setting VALUES ('joined', ?)", (used,))


def _summarise(connection: sqlite3.Connection) -> None:
    store_seldom_roles(connection)
    store_person_summaries(connection)


def _count_again(connection: sqlite3.Connection) -> None:
    """Bring the figures up to date where the names and their use are as they were joined, but dates may not be."""
    connection.executemany(
        "UPDATE person SET is_minister = ?, documents = ?, mentions = ?, first = ?, last = ? WHERE person = ?",
        ((*figures, person) for person, figures in _figures(connection).items()),
    )


def _names(connection: sqlite3.Connection) -> list[NameUse]:
    roles: dict[tuple[str, int], list[tuple[str, str | None]]] = {}
    # one row per document that states the role: how often decides whose a bare surname is
    sql = """SELECT e.name, e.sense, r.role, r.country FROM role r JOIN entity e USING (doc, entity)
        WHERE e.kind = 'person'"""
    for name, sense, role, country in connection.execute(sql):
        roles.setdefault((name, sense), []).append((role, country))
    texts: dict[tuple[str, int], list[tuple[str, int]]] = {}
    for name, sense, text, count in connection.execute(_TEXTS):
        texts.setdefault((name, sense), []).append((" ".join(text.split()), count))
    sql = """SELECT name, sense, count(DISTINCT doc), sum(credited) FROM entity WHERE kind = 'person'
        GROUP BY name, sense"""
    return [
        NameUse(
            name,
            docs,
            credited,
            tuple(sorted(roles.get((name, sense), ()), key=repr)),
            tuple(sorted(texts.get((name, sense), ()))),
            sense,
        )
        for name, sense, docs, credited in connection.execute(sql)
    ]


def _tell_namesakes_apart(connection: sqlite3.Connection) -> None:
    """Bring `entity.sense` up to date: which of several people of one name a document means."""
    titles: dict[tuple[int, int], set[str]] = defaultdict(set)
    for doc, entity, text in connection.execute(_HONORIFICS):
        title, _, name = text.partition(" ")
        if " " in name.strip():
            titles[doc, entity].add(title)
    offices: dict[tuple[int, int], set[tuple[str, str | None]]] = defaultdict(set)
    for doc, entity, role, country in connection.execute(_HELD):
        offices[doc, entity].add((role, country))
    said = {place: frozenset(each) for place, each in titles.items()}
    held = {place: frozenset(each) for place, each in offices.items()}
    nothing: frozenset[Any] = frozenset()
    seen = [
        Occurrence(doc, entity, name, said.get((doc, entity), nothing), held.get((doc, entity), nothing))
        for doc, entity, name in connection.execute(_NAMED)
    ]
    found = senses(seen)
    old = {row[:2]: row[2] for row in connection.execute("SELECT doc, entity, sense FROM entity WHERE sense <> 0")}
    connection.executemany(
        "UPDATE entity SET sense = ? WHERE doc = ? AND entity = ? AND kind = 'person'",
        (
            (found.get(place, 0), *place)
            for place in old.keys() | found.keys()
            if old.get(place, 0) != found.get(place, 0)
        ),
    )


def _side_by_side(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return names of one last word that stand side by side in a text, as two people: "Chris and Christopher Hale"."""
    named: dict[int, dict[str, list[tuple[int, str]]]] = {}
    sql = "SELECT doc, entity, name FROM entity WHERE kind = 'person' AND name LIKE '% %' ORDER BY doc"
    for doc, entity, name in connection.execute(sql):
        named.setdefault(doc, {}).setdefault(_last_word(name), []).append((entity, name))
    found: set[tuple[str, str]] = set()
    for doc, shelves in named.items():
        names = {entity: name for shelf in shelves.values() if 1 < len(shelf) < _FAMILY for entity, name in shelf}
        if names:
            found.update(_coordinated(connection, doc, names))
    return sorted(found)


def _last_word(name: str) -> str:
    words = name.lower().replace(".", "").split()
    return words[-2] if len(words) > 2 and words[-1] in generations() else words[-1]


def _coordinated(connection: sqlite3.Connection, doc: int, names: dict[int, str]) -> Iterator[tuple[str, str]]:
    """Yield the names of people of a document whose mentions follow one another with "and" between them."""
    sql = """SELECT char_start, char_end, entity FROM mention
        WHERE doc = ? AND kind = 'person' AND char_start IS NOT NULL AND text LIKE '% %' ORDER BY char_start"""
    spans = [span for span in connection.execute(sql, (doc,)) if span[2] in names]
    near = [(a, b) for a, b in pairwise(spans) if a[2] != b[2] and 0 < b[0] - a[1] < _NEAR]
    if near:
        (body,) = connection.execute("SELECT text FROM body WHERE doc = ?", (doc,)).fetchone()
        for (_, end, one), (start, _, other) in near:
            if SIDE_BY_SIDE.fullmatch(body, end, start) and _last_word(names[one]) == _last_word(names[other]):
                first, second = sorted((names[one], names[other]))
                yield first, second


def _figures(connection: sqlite3.Connection) -> dict[int, tuple[int, int, int, str | None, str | None]]:
    """Return for each person: is minister, documents, mentions, first and last date."""
    sql = """
        SELECT p.person, max(e.credited), count(DISTINCT e.doc), sum(e.mentions), min(d.date), max(d.date)
        FROM entity e JOIN person_name p USING (name, sense) JOIN document d ON d.doc = e.doc
        WHERE e.kind = 'person' GROUP BY p.person
    """
    return {row[0]: row[1:] for row in connection.execute(sql)}


def _note_warnings(connection: sqlite3.Connection, linked: list[LinkedEntity]) -> None:
    connection.execute("DELETE FROM person_warning")
    connection.executemany(
        "INSERT INTO person_warning VALUES (?,?)",
        ((number, text) for number, person in enumerate(linked, 1) for text in person.warnings),
    )
