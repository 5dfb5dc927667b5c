"""A raw document to a normalised one: title, date, address, people and portfolios, each with its source.

Pure: the same bytes and settings give the same answer on every machine and day; `document_from_bytes` is the seam along
which processes, or machines, share the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from nzn_cli.documents.read import bare_document, read_document
from nzn_cli.documents.read import unreadable as unreadable_document
from nzn_cli.guard import guarded
from nzn_cli.model.documents import Credit, Document, KeyField, Problem, RawDocument, Source
from nzn_cli.model.problems import problem
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.credits import (
    MOST,
    credits_of,
    facts_for,
    is_cut,
    portfolios_of,
    texts,
    with_portfolios,
    with_stated_office,
)
from nzn_cli.normalise.keys import folded, values
from nzn_cli.normalise.links import links, with_labels
from nzn_cli.normalise.publication_date import Publication, publication
from nzn_cli.normalise.title import find_title

# an author's tags are no offices; a minister's portfolios are
_MINISTERS = ("minister", "ministers")
_PORTFOLIOS = ("portfolio", "portfolios")


class _Stated(NamedTuple):
    """Metadata of the document itself, and what `.nzn.toml` adds for it."""

    meta: Mapping[str, Any]
    facts: Mapping[str, Any]
    folder: Folder

    def sources(self) -> Iterator[tuple[Source, Mapping[str, Any]]]:
        yield "frontmatter", self.meta
        if self.facts:
            yield "config", self.facts

    def values(self, field: KeyField) -> Iterator[tuple[Source, str, Any]]:
        """The source, key and value of all that stands for `field`, the most trusted first."""
        for source, meta in self.sources():
            for key, value in values(meta, field, self.folder.keys):
                yield source, key, value


def document_from_bytes(path: str, data: bytes, folder: Folder) -> Document:
    """Return the document at `path` (relative to `folder`) whose bytes are `data`; never raises on content."""
    raw, faults = guarded("front matter", partial(read_document, path, data), None)
    document = normalise(bare_document(path, data) if raw is None else raw, folder)
    return document._replace(warnings=faults + document.warnings) if faults else document


def unreadable(path: str, error: OSError, folder: Folder, faults: tuple[Problem, ...] = ()) -> Document:
    """Return the document that stands for a file which could not be read, with the warnings that say why."""
    document = normalise(unreadable_document(path, error), folder)
    return document._replace(warnings=document.warnings + faults)


def normalise(raw: RawDocument, folder: Folder) -> Document:
    """Return the document that `raw` is under the rules of `folder`."""
    stated = _Stated(raw.meta, facts_for(raw.path, folder.facts), folder)
    cut: list[Problem] = []
    (title, title_source), no_title = guarded("title", lambda: _title(stated, raw.body), (None, None))
    (url, url_source), no_url = guarded("url", lambda: _url(stated), (None, None))
    (people, ministers_source, ministers_key), no_people = guarded(
        "ministers", lambda: _credits(stated, cut), ((), None, "")
    )
    (portfolios, portfolios_source, portfolios_key), no_portfolios = guarded(
        "portfolios", lambda: _portfolios(stated), ((), None, "")
    )
    held = portfolios if folded(ministers_key) in _MINISTERS and folded(portfolios_key) in _PORTFOLIOS else ()
    people, no_offices = guarded("offices", lambda: _with_offices(people, held, stated), people)
    when, no_date = guarded(
        "date",
        lambda: publication(raw.path, raw.body, url, list(stated.sources()), folder, raw.key_lines),
        Publication(None, None, None, None, ()),
    )
    faults = (*no_title, *no_url, *no_people, *no_portfolios, *no_offices, *no_date)
    return Document(
        path=raw.path,
        title=title,
        title_source=title_source,
        date=when.date,
        date_precision=when.precision,
        date_source=when.source,
        date_span=when.span,
        url=url,
        url_source=url_source,
        site=site_of(url),
        credits=people,
        ministers_source=ministers_source,
        portfolios=portfolios,
        portfolios_source=portfolios_source,
        words=len(raw.body.split()),
        encoding=raw.encoding,
        meta={**stated.facts, **raw.meta},
        warnings=(*raw.problems, *when.problems, *cut, *faults),
        body=raw.body,
        body_line=raw.body_line,
        places=raw.places,
        addressed=guarded("addresses", lambda: _addressed(raw), ())[0],
    )


def _title(stated: _Stated, body: str) -> tuple[str | None, Source | None]:
    for source, _, value in stated.values("title"):
        for text in texts(value):
            return re.sub(r"[ \t\r\n\f\v]+", " ", with_labels(text).strip()), source
    title = find_title(body)
    return title, "text" if title else None


def _credits(stated: _Stated, problems: list[Problem]) -> tuple[tuple[Credit, ...], Source | None, str]:
    for source, key, value in stated.values("ministers"):
        if is_cut(value):
            problems.append(problem("too-much-work", None, kind=key, at=f"{MOST:,}"))
        if found := credits_of(value):
            return found, source, key
    return (), None, ""


def _with_offices(people: tuple[Credit, ...], held: tuple[str, ...], stated: _Stated) -> tuple[Credit, ...]:
    """Return the credits with the offices that their portfolios mean, else those that the metadata names."""
    people = with_portfolios(people, held)
    for _, meta in stated.sources():
        people = with_stated_office(people, meta)
    return people


def _addressed(raw: RawDocument) -> tuple[Credit, ...]:
    """Those to whom a message goes."""
    if raw.encoding != "mail":
        return ()
    lines = (raw.meta.get("to"), raw.meta.get("cc"))
    return tuple(dict.fromkeys(one for line in lines if line for one in credits_of(line)))


def _portfolios(stated: _Stated) -> tuple[tuple[str, ...], Source | None, str]:
    for source, key, value in stated.values("portfolios"):
        if found := portfolios_of(value):
            return found, source, key
    return (), None, ""


def _url(stated: _Stated) -> tuple[str | None, Source | None]:
    """The first value that is an address: `source` may as well name a newspaper, `permalink` a path."""
    for source, _, value in stated.values("url"):
        for text in texts(value):
            linked = links(text)
            address = linked[0].target if len(linked) == 1 else text.strip().removeprefix("<").removesuffix(">")
            if re.fullmatch(r"(?i)https?://[^\s/]\S*", address):
                return address, source
    return None, None


def site_of(url: str | None) -> str | None:
    """Return the host of an address, in lower case, without port, user or `www.`."""
    if not url:
        return None
    host = re.split(r"[/?#]", url.partition("://")[2], maxsplit=1)[0].rpartition("@")[2]
    host = host.partition("]")[0] + "]" if host.startswith("[") else host.partition(":")[0]
    return host.lower().removeprefix("www.").rstrip(".") or None
