"""Values of the corpus for TAB: names by any of their words, ids with titles, metadata keys and values."""

from __future__ import annotations

from nzn_cli.cli.completion.offers import MOST, STATIC, Asked, Offer, Offers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMES = (
    "SELECT value, folded, COUNT(*) FROM value WHERE kind = ? AND key = ? GROUP BY value, folded ORDER BY 3 DESC, value"
)
_PEOPLE = r"SELECT name, folded, documents FROM person WHERE folded LIKE ? ESCAPE '\' ORDER BY documents DESC, name"
# one step in the index of values a key: to count their documents would read every value of the corpus
_KEYS = """WITH RECURSIVE known(key) AS (SELECT min(key) FROM value WHERE kind = 'meta' UNION ALL
    SELECT (SELECT min(key) FROM value WHERE kind = 'meta' AND key > known.key) FROM known WHERE known.key IS NOT NULL)
    SELECT key FROM known WHERE key IS NOT NULL"""
_VALUES = (
    "SELECT value, folded, COUNT(*) FROM value WHERE kind = 'meta' AND key = ? GROUP BY value, folded ORDER BY 3 DESC"
)
# found in an index that holds ids and titles, so that only the documents that are offered are read
_IDS = r"""SELECT id, coalesce(title, '') FROM document WHERE doc IN (SELECT doc FROM document INDEXED BY document_order
    WHERE {} LIKE ? ESCAPE '\' ORDER BY id LIMIT ?) ORDER BY id"""
_ROLES = "SELECT role, COUNT(*) FROM role GROUP BY role ORDER BY 2 DESC, role"
_OPERATORS = ("!=", ">=", "<=", "=", "~", ">", "<")
_COUNTED = ("year", "month", "minister", "portfolio", "person", "site")
_SORTED = ("date", "title", "path", "id", "words", "site")
_OWN_KEYS = ("date", "title", "url", "minister", "portfolio")


def fold(text: str) -> str:
    """Return `text` as the index folds it; plain letters without loading what folds the others."""
    if text.isascii():
        return text.lower()
    from nzn_cli.text.folding import fold as folded

    return folded(text)


def of_kind(kind: str, asked: Asked) -> Offers:
    """Return the values of a kind that fit what was typed."""
    if kind in STATIC:
        return Offers("values", _starting(map(Offer, STATIC[kind]), asked))
    if kind in ("minister", "portfolio", "site"):
        return Offers("values", _named(asked.rows(asked.dirs, _NAMES, (kind, kind)), asked.current))
    if kind == "person":
        return Offers("values", _people(asked))
    if kind == "id":
        return Offers("values", _ids(asked))
    if kind == "where":
        return _where(asked)
    if kind in ("key", "by", "sort"):
        return Offers("values", _keys(kind, asked))
    if kind == "role":
        roles = asked.rows(asked.dirs, _ROLES)
        return Offers("values", _named(((role, fold(role), number) for role, number in roles), asked.current))
    if kind == "query":
        saved = asked.queries(asked.dirs)
        return Offers("values", _starting((Offer(f"@{name}", " ".join(words)) for name, words in saved.items()), asked))
    if kind in ("fields", "answer"):
        return Offers("values", _declared(kind, asked))
    return Offers("values")


def _starting(offers: Iterable[Offer], asked: Asked) -> tuple[Offer, ...]:
    return tuple(offer for offer in offers if offer.value.startswith(asked.current))


def fits(folded: str, typed: str) -> bool:
    """Return whether what was typed begins the name or any word of it."""
    return not typed or folded.startswith(typed) or any(mark + typed in folded for mark in (" ", "-", "'", "("))


def _literal(text: str) -> str:
    """Return a pattern of LIKE that finds the text itself."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _named(rows: Iterable[tuple[str, ...]], typed: str) -> tuple[Offer, ...]:
    typed = fold(typed)
    found = (Offer(str(row[0]), _documents(row[2])) for row in rows if fits(str(row[1]), typed))
    return tuple(offer for offer, _ in zip(found, range(MOST), strict=False))


def _documents(number: object) -> str:
    return f"{number} document{'' if str(number) == '1' else 's'}"


def _people(asked: Asked) -> tuple[Offer, ...]:
    people = list(asked.rows(asked.dirs, _PEOPLE, (f"%{_literal(fold(asked.current))}%",)))
    return _named(people or asked.rows(asked.dirs, _NAMES, ("minister", "minister")), asked.current)


def _ids(asked: Asked) -> tuple[Offer, ...]:
    rows = asked.rows(asked.dirs, _IDS.format("id"), (f"{_literal(asked.current)}%", str(MOST)))
    if by_id := tuple(Offer(row[0], row[1]) for row in rows if row[0].startswith(asked.current)):
        return by_id
    titled = asked.rows(asked.dirs, _IDS.format("title_folded"), (f"%{_literal(fold(asked.current))}%", str(MOST * 4)))
    return tuple(Offer(row[0], row[1]) for row in titled if fits(fold(row[1]), fold(asked.current)))


def _where(asked: Asked) -> Offers:
    place, operator = min(
        ((asked.current.find(op), op) for op in _OPERATORS if op in asked.current),
        key=lambda found: (found[0], -len(found[1])),
        default=(-1, ""),
    )
    if not operator:
        keys = (Offer(f"{key}=") for (key,) in asked.rows(asked.dirs, _KEYS))
        return Offers("nospace", _starting(keys, asked))
    head, typed = asked.current[: place + len(operator)], asked.current[place + len(operator) :]
    found = _named(asked.rows(asked.dirs, _VALUES, (asked.current[:place],)), typed)
    return Offers("values", tuple(Offer(head + offer.value, offer.told) for offer in found))


def _keys(kind: str, asked: Asked) -> tuple[Offer, ...]:
    own = {"key": _OWN_KEYS, "by": _COUNTED, "sort": _SORTED}[kind]
    stored = asked.rows(asked.dirs, _KEYS)
    offers = [*map(Offer, own), *(Offer(key) for (key,) in stored if key not in own)]
    if kind == "sort":
        head = asked.current.rpartition(",")[0] + "," if "," in asked.current else ""
        offers = [Offer(head + value, told) for value, told in offers]
    return _starting(offers, asked)


def _declared(kind: str, asked: Asked) -> tuple[Offer, ...]:
    from nzn_cli.render.answers import ANSWERS, meaning

    if kind == "answer":
        names = dict.fromkeys([*(shape.command for shape in ANSWERS.values()), *ANSWERS])
        return _starting(map(Offer, names), asked)
    shape = next((s for s in ANSWERS.values() if asked.verb and s.command == asked.verb.name), None)
    head = asked.current.rpartition(",")[0] + "," if "," in asked.current else ""
    if shape is None:
        return ()
    return _starting((Offer(head + key, meaning(shape.record.__name__, key)) for key in shape.keys), asked)
