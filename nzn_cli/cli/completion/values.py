"""Values of the corpus for TAB: names by any of their words, ids with titles, metadata keys and values."""

from __future__ import annotations

from nzn_cli.cli.completion.offers import MOST, STATIC, Offer, Offers, Request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_OPERATORS = ("!=", ">=", "<=", "=", "~", ">", "<")
_COUNTED = ("year", "month", "minister", "portfolio", "person", "speaker", "organisation", "site")
_SORTED = ("date", "title", "path", "id", "words", "site")
_OWN_KEYS = ("date", "title", "url", "minister", "portfolio")


def fold(text: str) -> str:
    """Return `text` as the index folds it; plain letters without loading what folds the others."""
    if text.isascii():
        return text.lower()
    from nzn_cli.text.folding import fold as folded

    return folded(text)


def of_kind(kind: str, request: Request) -> Offers:
    """Return the values of a kind that fit what was typed."""
    if kind in STATIC:
        return Offers("values", _starting(map(Offer, STATIC[kind]), request))
    if kind in ("minister", "portfolio", "site"):
        return Offers("values", _named(request.stored().named(request.dirs, kind), request.current))
    if kind in ("person", "speaker"):
        return Offers("values", _people(request, kind == "speaker"))
    if kind == "organisation":
        return Offers("values", _organisations(request))
    if kind == "id":
        return Offers("values", _ids(request))
    if kind == "where":
        return _where(request)
    if kind in ("key", "by", "sort"):
        return Offers("values", _keys(kind, request))
    if kind == "role":
        roles = request.stored().roles(request.dirs)
        return Offers("values", _named(((role, fold(role), number) for role, number in roles), request.current))
    if kind == "query":
        saved = request.queries(request.dirs)
        return Offers(
            "values", _starting((Offer(f"@{name}", " ".join(words)) for name, words in saved.items()), request)
        )
    if kind in ("fields", "answer"):
        return Offers("values", _declared(kind, request))
    return Offers("values")


def _starting(offers: Iterable[Offer], request: Request) -> tuple[Offer, ...]:
    return tuple(offer for offer in offers if offer.value.startswith(request.current))


def fits(folded: str, typed: str) -> bool:
    """Return whether what was typed begins the name or any word of it."""
    return not typed or folded.startswith(typed) or any(mark + typed in folded for mark in (" ", "-", "'", "("))


def _named(rows: Iterable[tuple[str, ...]], typed: str) -> tuple[Offer, ...]:
    typed = fold(typed)
    found = (Offer(str(row[0]), _documents(row[2])) for row in rows if fits(str(row[1]), typed))
    return tuple(offer for offer, _ in zip(found, range(MOST), strict=False))


def _documents(number: object) -> str:
    return f"{number} document{'' if str(number) == '1' else 's'}"


def _people(request: Request, speaking: bool = False) -> tuple[Offer, ...]:
    if speaking and (speakers := request.stored().speakers(request.dirs, fold(request.current), MOST * 4)):
        return _named(speakers, request.current)
    people = request.stored().people(request.dirs, fold(request.current))
    return _named(people or request.stored().named(request.dirs, "minister"), request.current)


def _organisations(request: Request) -> tuple[Offer, ...]:
    """Return the named things that were begun by any word of their name or by their letters."""
    rows = request.stored().organisations(request.dirs, fold(request.current))
    named = _named(rows, request.current)
    return named or tuple(Offer(str(row[0]), _documents(row[2])) for row in rows[:MOST])


def _ids(request: Request) -> tuple[Offer, ...]:
    rows = request.stored().ids(request.dirs, request.current, MOST)
    if by_id := tuple(Offer(row[0], row[1]) for row in rows if row[0].startswith(request.current)):
        return by_id
    titled = request.stored().titled(request.dirs, fold(request.current), MOST * 4)
    return tuple(Offer(row[0], row[1]) for row in titled if fits(fold(row[1]), fold(request.current)))


def _where(request: Request) -> Offers:
    place, operator = min(
        ((request.current.find(op), op) for op in _OPERATORS if op in request.current),
        key=lambda found: (found[0], -len(found[1])),
        default=(-1, ""),
    )
    if not operator:
        keys = (Offer(f"{key}=") for key in request.stored().keys(request.dirs))
        return Offers("nospace", _starting(keys, request))
    head, typed = request.current[: place + len(operator)], request.current[place + len(operator) :]
    found = _named(request.stored().values(request.dirs, request.current[:place]), typed)
    return Offers("values", tuple(Offer(head + offer.value, offer.description) for offer in found))


def _keys(kind: str, request: Request) -> tuple[Offer, ...]:
    own = {"key": _OWN_KEYS, "by": _COUNTED, "sort": _SORTED}[kind]
    stored = request.stored().keys(request.dirs)
    offers = [*map(Offer, own), *(Offer(key) for key in stored if key not in own)]
    if kind == "sort":
        head = request.current.rpartition(",")[0] + "," if "," in request.current else ""
        offers = [Offer(head + value, description) for value, description in offers]
    return _starting(offers, request)


def _declared(kind: str, request: Request) -> tuple[Offer, ...]:
    from nzn_cli.render.answers import ANSWERS, meaning

    if kind == "answer":
        names = dict.fromkeys([*(shape.command for shape in ANSWERS.values()), *ANSWERS])
        return _starting(map(Offer, names), request)
    shape = next((s for s in ANSWERS.values() if request.verb and s.command == request.verb.name), None)
    head = request.current.rpartition(",")[0] + "," if "," in request.current else ""
    if shape is None:
        return ()
    return _starting((Offer(head + key, meaning(shape.record.__name__, key)) for key in shape.keys), request)
