"""Which documents: the options that every command shares, as one condition in SQL on `document d`.

Names and metadata are compared in Python with the distinct values of the corpus, and only what matched goes into SQL.
"""

from __future__ import annotations

from nzn_cli.errors import UsageError
from nzn_cli.model.settings import Filters
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View, listed, readable
from nzn_cli.text.folding import fold

_MOST = 500  # conditions; SQLite reads expressions to a depth of 1,000
STATED = "('frontmatter', 'config')"
# what is inferred from text, file name or url is taken away before anything asks for it
_STATED_ONLY = f"""(SELECT doc, folder, path, id,
    CASE WHEN title_source IN {STATED} THEN title END AS title,
    CASE WHEN title_source IN {STATED} THEN title_folded END AS title_folded,
    CASE WHEN title_source IN {STATED} THEN title_source END AS title_source,
    CASE WHEN date_source IN {STATED} THEN date END AS date,
    CASE WHEN date_source IN {STATED} THEN date_precision END AS date_precision,
    CASE WHEN date_source IN {STATED} THEN date_source END AS date_source,
    CASE WHEN date_source IN {STATED} THEN start END AS start,
    CASE WHEN date_source IN {STATED} THEN stop END AS stop,
    CASE WHEN url_source IN {STATED} THEN url END AS url,
    CASE WHEN url_source IN {STATED} THEN url_source END AS url_source,
    CASE WHEN url_source IN {STATED} THEN site END AS site,
    CASE WHEN ministers_source IN {STATED} THEN ministers ELSE '[]' END AS ministers,
    CASE WHEN ministers_source IN {STATED} THEN ministers_source END AS ministers_source,
    CASE WHEN portfolios_source IN {STATED} THEN portfolios ELSE '[]' END AS portfolios,
    CASE WHEN portfolios_source IN {STATED} THEN portfolios_source END AS portfolios_source,
    words, encoding, meta, warnings, body_line, places FROM document)"""


def where(filters: Filters, view: View) -> Where:
    """Return the selection that `filters` describe.

    Raises UsageError for what cannot be read, NothingFound when a name is none of the corpus. A document whose date
    spans days (2018-09) is within every span that it overlaps.
    """
    number = len(filters.title) + len(filters.where) + len(filters.has) + len(filters.no)
    if number > _MOST:
        raise UsageError(f"{number:,} conditions are too many", f"--title, --where, --has and --no: {_MOST} at most")
    found = Where(_STATED_ONLY if filters.no_inferred else "document", "1", ())
    if filters.only is not None:
        from nzn_cli.query.resolve_ids import resolve

        docs = resolve(filters.only, view, folders=True)
        found = found.also("d.doc IN (SELECT value FROM json_each(?))", listed(docs))
    found = _dates(found, filters, view)
    found = _titles(found, filters)
    found = _names(found, filters, view)
    if filters.where or filters.has or filters.no:
        from nzn_cli.query.metadata_filters import metadata

        found = metadata(found, filters, view)
    if filters.unique:
        from nzn_cli.query.twins import later_twins

        found = found.also("d.doc NOT IN (SELECT value FROM json_each(?))", listed(later_twins(view)))
    if filters.glob or filters.type or filters.type_not:
        found = _paths(found, filters, view)
    if filters.about:  # after all that leaves fewer texts to read
        from nzn_cli.query.about import documents_about

        docs = documents_about(filters.about, found, view)
        found = found.also("d.doc IN (SELECT value FROM json_each(?))", listed(docs))
    return found if filters.sample is None else _sample(found, filters.sample, filters.seed, view)


def needs(filters: Filters) -> frozenset[str]:
    """Return what the index must hold for these filters."""
    asked = {"people": filters.person, "organisations": filters.organisation, "surface": filters.about}
    return frozenset({"documents", *(kind for kind, names in asked.items() if names)})


def asks_sentences(filters: Filters) -> bool:
    """Return whether filters ask the sentence where an answer is made of sentences (see `about.in_sentences`)."""
    return bool(filters.about or filters.person or filters.organisation) and not filters.documents


def _dates(found: Where, filters: Filters, view: View) -> Where:
    forwards(filters.since, filters.until, "--since --until", view)
    if filters.year is not None and not (filters.year.isdecimal() and len(filters.year) == 4):
        raise UsageError(f"--year takes a year, not {filters.year!r}", "for example --year 2018")
    for typed, first, last in (
        (filters.since, True, False),
        (filters.until, False, True),
        (filters.on, True, True),
        (filters.year, True, True),
    ):
        if typed is None:
            continue
        from nzn_cli.text.typed_dates import parse_when

        start, stop = parse_when(typed, view.now, view.day_first)
        if first:
            found = found.also("d.stop >= ?", start)
        if last:
            found = found.also("d.start <= ?", stop)
    return found


def forwards(first: str | None, last: str | None, flags: str, view: View) -> None:
    """Raise UsageError when a span of days, as typed under `flags`, ends before it begins."""
    if first is None or last is None:
        return
    from nzn_cli.text.typed_dates import parse_when

    start, stop = parse_when(first, view.now, view.day_first)[0], parse_when(last, view.now, view.day_first)[1]
    if start > stop:
        begin, end = flags.split()
        raise UsageError(f"{begin} {first} is later than {end} {last}", f"{begin} {last} {end} {first}?")


def _titles(found: Where, filters: Filters) -> Where:
    if not filters.title:
        return found
    any_of = " OR ".join(["instr(d.title_folded, ?)"] * len(filters.title))
    return found.also(f"({any_of})", *(fold(readable(title)) for title in filters.title))


def _names(found: Where, filters: Filters, view: View) -> Where:
    if not (filters.minister or filters.portfolio or filters.site or filters.person or filters.organisation):
        return found
    from nzn_cli.query import named

    every = filters.all_of
    for kind, wanted, all_of in (
        ("minister", filters.minister, every),
        ("portfolio", filters.portfolio, every),
        ("site", filters.site, False),
    ):
        for values in named.name_groups(view.store, kind, wanted, all_of):
            same = f"kind = '{kind}' AND key = '{kind}' AND folded IN (SELECT value FROM json_each(?))"
            found = found.also(f"d.doc IN (SELECT doc FROM value WHERE {same})", listed(values))
            if filters.no_inferred:
                found = found.also("d.site IS NOT NULL" if kind == "site" else f"d.{kind}s <> '[]'")
    for persons in named.name_groups(view.store, "person", filters.person, every):
        credited = " AND e.credited" if filters.no_inferred else ""
        holding = """SELECT e.doc FROM person_name n
            CROSS JOIN entity e ON (e.name, e.sense) = (n.name, n.sense) AND e.kind = 'person'"""
        chosen = f"n.person IN (SELECT value FROM json_each(?)){credited}"
        found = found.also(f"d.doc IN ({holding} WHERE {chosen})", listed(persons))
    for meant in named.name_groups(view.store, "organisation", filters.organisation, every):
        holding = "SELECT doc FROM organisation_entity WHERE organisation IN (SELECT value FROM json_each(?))"
        found = found.also(f"d.doc IN ({holding})", listed(meant))
    return found


def _sample(found: Where, number: int, seed: int, view: View) -> Where:
    """The selection cut to `number` documents by chance: the same of the same paths, and few of them among more."""
    from hashlib import blake2b

    rows = view.store.rows(f"SELECT d.doc, d.folder, d.path FROM {found.table} d WHERE {found.sql}", found.params)
    drawn = sorted((blake2b(f"{seed} {folder} {path!r}".encode()).digest(), doc) for doc, folder, path in rows)
    return found.also("d.doc IN (SELECT value FROM json_each(?))", listed([doc for _, doc in drawn[:number]]))


def _endings(names: tuple[str, ...], flag: str) -> tuple[str, ...]:
    """The endings of formats; a packed file is of the format of what is in it."""
    from nzn_cli.model.file_formats import FORMATS, endings_of

    try:
        endings = endings_of(names)
    except KeyError as unknown:
        known = ", ".join(one.name for one in FORMATS)
        raise UsageError(f"{flag}: {unknown.args[0]!r} is no format", f"there are {known}") from None
    return (*endings, *(f"{one}.gz" for one in endings))


def _paths(found: Where, filters: Filters, view: View) -> Where:
    from nzn_cli.query.path_globs import lets_through
    from nzn_cli.store.store import path_text

    let = lets_through(filters.glob)
    of, not_of = _endings(filters.type, "--type"), _endings(filters.type_not, "--type-not")
    docs = []
    for doc, stored in view.store.rows("SELECT doc, path FROM document"):
        path = path_text(stored)
        name = path.lower()
        if let(path) and (not filters.type or name.endswith(of)) and not (filters.type_not and name.endswith(not_of)):
            docs.append(doc)
    return found.also("d.doc IN (SELECT value FROM json_each(?))", listed(docs))
