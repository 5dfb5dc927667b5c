"""Persons of the whole corpus, out of the names its documents use: `linking` joins them, this asks and writes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from nzn_cli.linking.link_names import LinkedEntity, NameUse, link
from nzn_cli.linking.senses import Occurrence, doubtful_last_words, last_word, senses
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
_HELD = "SELECT doc, entity, role, country FROM role WHERE NOT former ORDER BY doc, entity"
_ENTITIES = "SELECT doc, entity, name FROM entity WHERE kind = 'person'"
_OF_NAME = """SELECT e.doc, e.entity, d.start FROM entity e CROSS JOIN document d USING (doc)
    WHERE e.name = ? AND e.kind = 'person' ORDER BY e.doc, e.entity"""

_Said = tuple[frozenset[str], frozenset[tuple[str, str | None]]]  # honorifics, and offices with their countries


def join(connection: sqlite3.Connection, settings: Settings, code: str) -> None:
    """Fill `person` and `person_name` anew, in the transaction that is open; `code` tells the linking that does it."""
    aliases = {name: tuple(spellings) for folder in settings.folders for name, spellings in folder.aliases.items()}
    not_same = [names for folder in settings.folders for names in folder.not_same]
    _tell_namesakes_apart(connection)
    names, beside = _names(connection), _side_by_side(connection)
    used = _digest([*(_digest(name) for name in sorted(names)), beside, sorted(aliases.items()), not_same, code])
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


def _digest(value: object) -> str:
    return digest(repr(value).encode("utf-8", "replace"))


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
    shared: dict[tuple[str, str | None], tuple[str, str | None]] = {}  # one of each, however many documents state it
    # one row per document that states the role: how often decides whose a bare surname is
    sql = """SELECT e.name, e.sense, r.role, r.country FROM role r JOIN entity e USING (doc, entity)
        WHERE e.kind = 'person'"""
    for name, sense, role, country in connection.execute(sql):
        stated = (role, country)
        roles.setdefault((name, sense), []).append(shared.setdefault(stated, stated))
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
    said = _evidence(connection)
    telling = (
        Occurrence(doc, entity, name, *said[doc, entity])
        for doc, entity, name in connection.execute(_ENTITIES)
        if (doc, entity) in said and " " in name
    )
    doubtful = doubtful_last_words(telling)
    names = connection.execute("SELECT DISTINCT name FROM entity WHERE kind = 'person'") if doubtful else ()
    again = [name for (name,) in names if " " in name and last_word(name) in doubtful]
    nothing: _Said = (frozenset(), frozenset())
    found = senses(
        Occurrence(doc, entity, name, *said.get((doc, entity), nothing), day)
        for name in again
        for doc, entity, day in connection.execute(_OF_NAME, (name,))
    )
    old = {row[:2]: row[2] for row in connection.execute("SELECT doc, entity, sense FROM entity WHERE sense <> 0")}
    connection.executemany(
        "UPDATE entity SET sense = ? WHERE doc = ? AND entity = ? AND kind = 'person'",
        (
            (found.get(place, 0), *place)
            for place in old.keys() | found.keys()
            if old.get(place, 0) != found.get(place, 0)
        ),
    )


def _evidence(connection: sqlite3.Connection) -> dict[tuple[int, int], _Said]:
    """Return (doc, entity) -> honorifics and held offices; those that say the same share what they say."""
    titles: dict[tuple[int, int], frozenset[str]] = {}
    none: frozenset[Any] = frozenset()
    for doc, entity, text in connection.execute(_HONORIFICS):
        title, _, name = text.partition(" ")
        if " " in name.strip():
            titles[doc, entity] = titles.get((doc, entity), none) | {title}
    found: dict[tuple[int, int], _Said] = {}
    shared: dict[Any, Any] = {}
    for place, rows in groupby(connection.execute(_HELD), key=itemgetter(0, 1)):
        both = (titles.pop(place, none), frozenset(row[2:] for row in rows))
        found[place] = shared.setdefault(both, both)
    for place, said in titles.items():
        found[place] = shared.setdefault((said, none), (said, none))
    return found


def texts_to_join_by(connection: sqlite3.Connection) -> list[int]:
    """Return the documents whose texts `join` reads, in ascending order: all else it takes from names and mentions."""
    return [doc for doc, _ in _near_one_another(connection)]


def _side_by_side(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return names of one last word that stand side by side in a text, as two people: "Chris and Christopher Hale"."""
    found: set[tuple[str, str]] = set()
    for doc, near in _near_one_another(connection):
        (body,) = connection.execute("SELECT text FROM body WHERE doc = ?", (doc,)).fetchone()
        found.update((min(names), max(names)) for *span, names in near if SIDE_BY_SIDE.fullmatch(body, *span))
    return sorted(found)


_Near = list[tuple[int, int, tuple[str, str]]]  # the span between two mentions, and the names of both


def _near_one_another(connection: sqlite3.Connection) -> Iterator[tuple[int, _Near]]:
    """Yield the documents in which people of one last word follow one another closely, and where."""
    sql = "SELECT doc, entity, name FROM entity WHERE kind = 'person' AND name LIKE '% %' ORDER BY doc"
    for doc, rows in groupby(connection.execute(sql), key=itemgetter(0)):  # one document's at a time
        shelves: dict[str, list[tuple[int, str]]] = {}
        for _, entity, name in rows:
            shelves.setdefault(_last_word(name), []).append((entity, name))
        names = {entity: name for shelf in shelves.values() if 1 < len(shelf) < _FAMILY for entity, name in shelf}
        if names and (near := _close_mentions(connection, doc, names)):
            yield doc, near


def _last_word(name: str) -> str:
    words = name.lower().replace(".", "").split()
    return words[-2] if len(words) > 2 and words[-1] in generations() else words[-1]


def _close_mentions(connection: sqlite3.Connection, doc: int, names: dict[int, str]) -> _Near:
    """Return where mentions of two people of a document and of one last word follow one another."""
    sql = """SELECT char_start, char_end, entity FROM mention
        WHERE doc = ? AND kind = 'person' AND char_start IS NOT NULL AND text LIKE '% %' ORDER BY char_start"""
    spans = [span for span in connection.execute(sql, (doc,)) if span[2] in names]
    return [
        (end, start, (names[one], names[other]))
        for (_, end, one), (start, _, other) in pairwise(spans)
        if one != other and 0 < start - end < _NEAR and _last_word(names[one]) == _last_word(names[other])
    ]


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
