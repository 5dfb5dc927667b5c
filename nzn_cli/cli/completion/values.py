"""Values of the corpus for TAB: names by any of their words, ids with titles, metadata keys and values."""

from __future__ import annotations

from nzn_cli.cli.completion.offers import MOST, STATIC, Asked, Offer, Offers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

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
        return Offers("values", _named(asked.stored.named(asked.dirs, kind), asked.current))
    if kind == "person":
        return Offers("values", _people(asked))
    if kind == "id":
        return Offers("values", _ids(asked))
    if kind == "where":
        return _where(asked)
    if kind in ("key", "by", "sort"):
        return Offers("values", _keys(kind, asked))
    if kind == "role":
        roles = asked.stored.roles(asked.dirs)
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


def _named(rows: Iterable[tuple[str, ...]], typed: str) -> tuple[Offer, ...]:
    typed = fold(typed)
    found = (Offer(str(row[0]), _documents(row[2])) for row in rows if fits(str(row[1]), typed))
    return tuple(offer for offer, _ in zip(found, range(MOST), strict=False))


def _documents(number: object) -> str:
    return f"{number} document{'' if str(number) == '1' else 's'}"


def _people(asked: Asked) -> tuple[Offer, ...]:
    people = asked.stored.people(asked.dirs, fold(asked.current))
    return _named(people or asked.stored.named(asked.dirs, "minister"), asked.current)


def _ids(asked: Asked) -> tuple[Offer, ...]:
    rows = asked.stored.ids(asked.dirs, asked.current, MOST)
    if by_id := tuple(Offer(row[0], row[1]) for row in rows if row[0].startswith(asked.current)):
        return by_id
    titled = asked.stored.titled(asked.dirs, fold(asked.current), MOST * 4)
    return tuple(Offer(row[0], row[1]) for row in titled if fits(fold(row[1]), fold(asked.current)))


def _where(asked: Asked) -> Offers:
    place, operator = min(
        ((asked.current.find(op), op) for op in _OPERATORS if op in asked.current),
        key=lambda found: (found[0], -len(found[1])),
        default=(-1, ""),
    )
    if not operator:
        keys = (Offer(f"{key}=") for key in asked.stored.keys(asked.dirs))
        return Offers("nospace", _starting(keys, asked))
    head, typed = asked.current[: place + len(operator)], asked.current[place + len(operator) :]
    found = _named(asked.stored.values(asked.dirs, asked.current[:place]), typed)
    return Offers("values", tuple(Offer(head + offer.value, offer.description) for offer in found))


def _keys(kind: str, asked: Asked) -> tuple[Offer, ...]:
    own = {"key": _OWN_KEYS, "by": _COUNTED, "sort": _SORTED}[kind]
    stored = asked.stored.keys(asked.dirs)
    offers = [*map(Offer, own), *(Offer(key) for key in stored if key not in own)]
    if kind == "sort":
        head = asked.current.rpartition(",")[0] + "," if "," in asked.current else ""
        offers = [Offer(head + value, description) for value, description in offers]
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
