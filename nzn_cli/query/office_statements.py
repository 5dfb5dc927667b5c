"""What documents state of an office that is asked for: who holds it by whose word, of which country, in which sentence.

Knows the tables of roles and people; who of them held it when is decided elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from nzn_cli.errors import NothingFound
from nzn_cli.model.records import NamedTuple
from nzn_cli.names.countries import countries_within, country_named
from nzn_cli.query.office_question import IN_PART, WHOLE, WIDER, OfficeQuestion
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View, listed
from nzn_cli.text.sentences import sentence_at

_STATED = """SELECT n.person, d.doc, d.id, d.date, d.start, d.stop, r.country, r.organisation, r.role, r.text,
    r.char_start, r.char_end
    FROM role r CROSS JOIN {table} d ON d.doc = r.doc
    CROSS JOIN entity e ON e.doc = r.doc AND e.entity = r.entity AND e.kind = 'person' CROSS
    JOIN person_name n ON (n.name, n.sense) = (e.name, e.sense)
    WHERE r.role IN (SELECT value FROM json_each(?)) AND NOT r.former AND {where}
    AND NOT EXISTS (SELECT 1 FROM seldom_role s WHERE s.person = n.person AND s.role = r.role)
    ORDER BY d.start DESC, d.folder, d.path, r.char_start, r.role, r.country, r.entity, r.rowid"""
_COUNTRIES = """SELECT n.person, r.country, count(*) FROM person_name n CROSS JOIN entity e
    ON (e.name, e.sense) = (n.name, n.sense) AND e.kind = 'person'
    CROSS JOIN role r ON r.doc = e.doc AND r.entity = e.entity
    WHERE n.person IN (SELECT value FROM json_each(?)) AND r.country IS NOT NULL GROUP BY n.person, r.country"""
_ROLES = """SELECT n.person, r.role, count(*) FROM person_name n CROSS JOIN entity e
    ON (e.name, e.sense) = (n.name, n.sense) AND e.kind = 'person'
    CROSS JOIN role r ON r.doc = e.doc AND r.entity = e.entity
    WHERE n.person IN (SELECT value FROM json_each(?)) AND r.role LIKE ? GROUP BY n.person, r.role"""
_OPEN = 0.1  # what a statement weighs of somebody of whom no country is told, where one is asked for
_SHARE = 0.3  # of what is told of a person's offices of one head, below which what states a part is of another
_PASSING = 0.15  # of what is told of a person's office, below which a sentence names a country in passing
_LISTED = 3  # countries of one sentence, beyond which it lists who of which came, and tells of nobody's
_READ = 300  # statements whose sentences are read for the country that was asked for


class Statement(NamedTuple):
    """One document's word for it that a person holds the office."""

    person: int
    doc: int
    id: str
    date: str | None  # of the document, as precise as stated
    first: int | None  # the days that this date covers, as ordinals
    last: int | None
    country: str | None
    role: str  # normalised
    text: str
    char_start: int | None  # of the role in the body; None in metadata
    char_end: int | None
    fit: float

    def distance(self, day: tuple[int, int]) -> int | None:
        """Return how many days lie between the document and a day; None without a date."""
        if self.first is None or self.last is None:
            return None
        return max(self.first - day[1], day[0] - self.last, 0)


def statements_of(
    question: OfficeQuestion, asked: str, day: tuple[int, int] | None, scope: Where, view: View
) -> list[Statement]:
    """Return what documents state of the office, newest first.

    Raises NothingFound, with the nearest roles, where none does.
    """
    fits = _fits(question, asked, view)
    sql = _STATED.format(table=scope.table, where=scope.sql)
    found = []
    for person, doc, id_, day_, start, stop, country, body, role, *words in view.store.rows(
        sql, (listed(sorted({role for _, _, role in fits})), *scope.params)
    ):
        if fit := fits.get((country, body, role), 0.0):
            days = (_ordinal(start), _ordinal(stop))
            found.append(Statement._make((person, doc, id_, day_, *days, _named(country), role, *words, fit)))
    found = _with_shares(found, question, view)
    return found if question.country is None else _of_country(question.country, found, day, view)


def _fits(question: OfficeQuestion, asked: str, view: View) -> dict[tuple[str | None, str | None, str], float]:
    """Return the countries, bodies and roles that answer a question, and how well."""
    known = list(view.store.rows("SELECT DISTINCT country, organisation, role FROM role"))
    fits = {(country, body, role): question.fit(role, _named(country), body) for country, body, role in known}
    if question.of_state and WHOLE in fits.values():
        fits = {key: fit for key, fit in fits.items() if fit != WIDER}
    if not any(fit > IN_PART for fit in fits.values()):
        raise NothingFound(f"no role is {asked!r}", _near(asked, {role for _, _, role in known}))
    return {key: fit for key, fit in fits.items() if fit}


def _named(country: str | None) -> str | None:
    return country and (country_named(country) or country)


def _with_shares(found: Sequence[Statement], question: OfficeQuestion, view: View) -> list[Statement]:
    """Return the statements of those of whom some states the whole office; what states a part weighs by their share.

    "Secretary" speaks for "Secretary of State" as far as that is the secretary that a person is told to be.
    """
    whole = Counter(each.person for each in found if each.fit > IN_PART)
    in_part = {each.person for each in found if each.fit == IN_PART} & whole.keys()
    others: Counter[int] = Counter()
    for person, role, count in view.store.rows(_ROLES, (listed(sorted(in_part)), f"%{question.head}%")):
        if question.fit(role, question.country, None) != IN_PART:
            others[person] += count
    shares = {person: min(1.0, whole[person] / max(others[person], 1)) for person in in_part}
    shares = {person: share for person, share in shares.items() if share >= _SHARE}
    kept = [each for each in found if each.fit > IN_PART or each.person in shares]
    return [each if each.fit > IN_PART else each._replace(fit=IN_PART * shares[each.person]) for each in kept]


def _ordinal(day: str | None) -> int | None:
    return None if day is None else date.fromisoformat(day).toordinal()


def _near(asked: str, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches

    near = get_close_matches(asked.title(), sorted(known), 3, 0.6)
    return f"near: {', '.join(near)}" if near else None


def _of_country(country: str, found: Sequence[Statement], day: tuple[int, int] | None, view: View) -> list[Statement]:
    """Return the statements that are of a country: it is stated, or the person's by what else is told of them.

    Of a person of whom no country is told, those whose sentence names it; and those that need not say so, where it is
    the country that documents name most.
    """
    usual = usual_countries({each.person for each in found}, view)
    left = [each for each in found if each.country is None and each.person not in usual]
    named = _named_beside(
        country, left if day is None else sorted(left, key=lambda each: each.distance(day) or 0), view
    )
    home = _home(view) == country
    kept = []
    for each in found:
        if each.country is not None or usual.get(each.person) == country or each[:2] in named:
            kept.append(each)
        elif home and each.person not in usual:
            kept.append(each._replace(fit=each.fit * _OPEN))
    return kept


def _named_beside(country: str, near: Sequence[Statement], view: View) -> set[tuple[int, int]]:
    """Return the person and document of statements whose sentence names a country, but for a passing word."""
    read = near[:_READ]
    within = {each[:2]: countries_within(evidence(each, view)) for each in read}
    named = {place for place, found in within.items() if country in found and len(found) <= _LISTED}
    told, of_it = Counter(each.person for each in read), Counter(person for person, _ in named)
    return {(person, doc) for person, doc in named if of_it[person] >= _PASSING * told[person]}


def _home(view: View) -> str | None:
    """Return the country that roles of the index name twice as often as any other, or None."""
    votes: Counter[str] = Counter()
    sql = "SELECT country, count(*) FROM role WHERE country <> '' GROUP BY country ORDER BY country"
    for country, count in view.store.rows(sql):
        if named := country_named(country):
            votes[named] += count
    ((first, most), (_, next_)) = (*votes.most_common(2), *((None, 0),) * 2)[:2]
    return first if most >= 2 * next_ else None


def usual_countries(people: Iterable[int], view: View) -> dict[int, str]:
    """Return the country that most of what is told of each person names, of those of whom any is."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for person, country, count in view.store.rows(_COUNTRIES, (listed(sorted(people)),)):
        if named := country_named(country):
            votes[person][named] += count
    return {person: min(each, key=lambda name: (-each[name], name)) for person, each in votes.items()}


def span_of(found: Sequence[Statement]) -> tuple[str | None, str | None]:
    """Return the dates, as precise as stated, of the earliest and the latest of some statements."""
    dated = [each for each in found if each.first is not None]
    if not dated:
        return None, None
    return min(dated, key=lambda each: each.first or 0).date, max(dated, key=lambda each: each.last or 0).date


def evidence(each: Statement, view: View) -> str:
    """Return the sentence that states an office, as it is read; of what the metadata states its words."""
    if each.char_start is None:
        return each.text
    read = view.store.surface(each.doc)
    first, last = sentence_at(read.text, *read.from_body(each.char_start, each.char_end or each.char_start))
    return " ".join(read.text[first:last].split())
