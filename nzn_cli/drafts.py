"""What a draft says: the file is read as a document would be, from a folder of its own that goes when it is read.

Beside `opening`, for `api` alone. A draft is no document of the corpus, and nothing is kept of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from tempfile import TemporaryDirectory

from nzn_cli.errors import UsageError
from nzn_cli.model.answers import QuoteRecord, Written
from nzn_cli.model.settings import DraftClaim, Filters, Folder, QuotesRequest, Settings
from nzn_cli.opening import DocumentDates, Opening, bytes_of
from nzn_cli.progress import Silent
from nzn_cli.query.view import View

_NEED = frozenset({"people", "quotes", "surface"})
_KINDS = ("direct", "mixed", "indirect", "turn")
_WHOLE = ("direct", "turn")  # kinds whose words are all the speaker's, in marks or not
_FEW = 4  # words in marks that no one is said to speak: fewer are a title or a so-called thing


def draft_claims(path: str, kinds: Sequence[str], settings: Settings, text: str | None = None) -> list[DraftClaim]:
    """Return what a file says of these kinds (quote, name, office, date), in order of place.

    `text` stands for what is in it. Raises UsageError where it cannot be read, or is of a kind that nzn does not read.
    """
    data = bytes_of(path) if text is None else text.encode("utf-8", "surrogateescape")
    with TemporaryDirectory(prefix="nzn-") as folder:
        with open(os.path.join(folder, os.path.basename(path)), "wb") as file:
            file.write(data)
        alone = Folder(folder, hidden=True, no_ignore=True, day_first=all(f.day_first for f in settings.folders))
        opening = Opening(settings._replace(folders=(alone,), use_index=False, jobs=1), Silent(), folder)
        try:
            return _claims(path, kinds, opening.view(_NEED))
        finally:
            opening.close()


def _claims(path: str, kinds: Sequence[str], view: View) -> list[DraftClaim]:
    row = view.store.one("SELECT doc, body_line FROM document")
    if row is None:
        raise UsageError(f"{path} is of no kind that nzn reads", "text, Markdown, HTML, PDF, mail, DOCX, ODT …")
    doc, first = row
    body = view.store.body(doc)
    readers: dict[str, Callable[[View, int], Iterator[tuple[int, DraftClaim]]]] = {
        "quote": _quotes,
        "name": _names,
        "office": _offices,
        "date": _dates,
    }
    found = [each for kind in kinds for each in readers[kind](view, doc)]
    found.sort(key=lambda each: each[0])
    return [claim._replace(line=first + body.count("\n", 0, start)) for start, claim in found]


def _quotes(view: View, doc: int) -> Iterator[tuple[int, DraftClaim]]:
    """Yield, each behind its place, all words that the draft gives as somebody's own."""
    from nzn_cli.annotate.quotes.marks import quoted_spans
    from nzn_cli.annotate.quotes.masked_text import paragraph_spans
    from nzn_cli.query.quotes import quotes

    found = list(quotes(QuotesRequest(kinds=_KINDS, unnamed=True), Filters(), view))
    read = view.store.surface(doc)
    marked = []
    for span in chain.from_iterable(quoted_spans(read.text, paragraph_spans(read.text))):
        place = read.to_body(span.start, span.end)
        beside = [one for one in found if _overlap(one, place)]
        text = read.text[span.start : span.end]
        if beside or len(text.split()) >= _FEW:
            marked.append(place)
            yield place[0], _quote(text, next((one.speaker for one in beside if one.speaker), None))
    for one in found:
        if one.kind in _WHOLE and not any(_overlap(one, place) for place in marked):
            yield one.char_start, _quote(Written.read(one.text), one.speaker)


def _overlap(one: QuoteRecord, place: tuple[int, int]) -> bool:
    return one.char_start < place[1] and one.char_end > place[0]


def _quote(text: str, speaker: str | None) -> DraftClaim:
    return DraftClaim("quote", " ".join(text.split()).rstrip(","), 0, speaker)


def _names(view: View, doc: int) -> Iterator[tuple[int, DraftClaim]]:
    """Yield each person whom the draft names, at the first mention."""
    from nzn_cli.query.people import mentions_in

    seen = set()
    for one in mentions_in([doc], view):
        if one.person_id not in seen and one.source in ("text", "title", "speaker"):
            seen.add(one.person_id)
            yield one.char_start or 0, DraftClaim("name", one.person, 0, one.person)


def _offices(view: View, doc: int) -> Iterator[tuple[int, DraftClaim]]:
    """Yield each office that the draft gives to somebody now."""
    sql = """SELECT r.char_start, r.text, e.name FROM role r
        JOIN entity e ON e.doc = r.doc AND e.entity = r.entity AND e.kind = 'person'
        WHERE r.doc = ? AND NOT r.former"""
    for start, office, name in view.store.rows(sql, (doc,)):
        yield start or 0, DraftClaim("office", " ".join(office.split()), 0, name)


def _dates(view: View, doc: int) -> Iterator[tuple[int, DraftClaim]]:
    """Yield each date of the draft that is known by its days."""
    from nzn_cli.query.timeline import events_in

    for one in events_in([doc], view, DocumentDates(view).dates):
        if one.start is not None and one.text is not None:
            claim = DraftClaim("date", Written.read(one.text), 0, None, one.start, one.end, one.sentence or "")
            yield one.char_start or 0, claim
