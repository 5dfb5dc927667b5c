"""Values that are spelt so in one document alone and otherwise elsewhere: "Foreign Afairs" among "Foreign Affairs"."""

from __future__ import annotations

from collections.abc import Iterator

from nzn_cli.model.records import NamedTuple
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View
from nzn_cli.text.folding import fold

_SHORTEST, _LONGEST = 5, 60  # letters; a slip in a shorter word makes another word, a longer text is no name
_SHARED = 0.5  # a key whose values are mostly distinct (titles, addresses) has no spelling of its own
_MOST = 20_000  # distinct values that are compared


class _Value(NamedTuple):
    text: str
    documents: int
    doc: int  # one of them


def lone_spellings(found: Where, view: View) -> Iterator[tuple[int, str, str]]:
    """Return (doc, value, the other spelling) of every value that one document has and others spell otherwise.

    Names of ministers and portfolios are compared, and the values of metadata keys that documents share.
    """
    credited = {(doc, text) for doc, text in view.store.rows("SELECT doc, text FROM credit")}
    known_forms: set[tuple[int, str]] = set()
    for kind, key in _keys(view):
        for lone, other in _near(_values(kind, key, found, view)):
            if kind == "meta" and (lone.doc, lone.text) in credited:
                continue  # told of the minister
            if (lone.doc, fold(lone.text)) not in known_forms:
                known_forms.add((lone.doc, fold(lone.text)))
                yield lone.doc, lone.text, other.text


def _keys(view: View) -> list[tuple[str, str]]:
    sql = """SELECT key, count(DISTINCT folded), count(*) FROM value WHERE kind = 'meta'
        AND length(value) BETWEEN ? AND ? GROUP BY key ORDER BY key"""
    meta = [
        ("meta", key)
        for key, distinct, values in view.store.rows(sql, (_SHORTEST, _LONGEST))
        if distinct <= _MOST and distinct < values * _SHARED
    ]
    return [("minister", "minister"), ("portfolio", "portfolio"), *meta]


def _values(kind: str, key: str, found: Where, view: View) -> list[_Value]:
    sql = f"""SELECT v.value, count(DISTINCT v.doc), min(v.doc) FROM value v WHERE v.kind = ? AND v.key = ?
        AND length(v.value) BETWEEN {_SHORTEST} AND {_LONGEST}
        AND v.doc IN (SELECT d.doc FROM {found.table} d WHERE {found.sql}) GROUP BY v.value"""
    return [_Value(*row) for row in view.store.rows(sql, (kind, key, *found.params))]


def _near(values: list[_Value]) -> Iterator[tuple[_Value, _Value]]:
    """(a value of one document, the commonest value one slip away from it)."""
    by_shape: dict[str, list[_Value]] = {}
    for value in values:
        for shape in _shapes(fold(value.text)):
            by_shape.setdefault(shape, []).append(value)
    for lone in values:
        if lone.documents > 1:
            continue
        near = {other for shape in _shapes(fold(lone.text)) for other in by_shape[shape]}
        usual = max((other for other in near if other.documents > 1 and _is_slip(lone, other)), key=_use, default=None)
        if usual is not None:
            yield lone, usual


def _use(value: _Value) -> tuple[int, str]:
    return value.documents, value.text


def _shapes(text: str) -> set[str]:
    """The text, and the text without each one of its letters: two texts one slip apart share one of these."""
    return {text, *(text[:place] + text[place + 1 :] for place in range(len(text)))}


def _is_slip(lone: _Value, other: _Value) -> bool:
    """Whether the two differ in letters alone: another number is another thing, not another spelling."""
    digits = [[c for c in value.text if c.isdecimal()] for value in (lone, other)]
    return lone.text != other.text and digits[0] == digits[1]
