"""CSL JSON of the documents, for Zotero, Pandoc and citation processors; and the items that BibTeX is made of, too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from nzn_cli.model.answers import DocumentRecord
from nzn_cli.names.name_parts import parse_name
from nzn_cli.render.export.source import Source
from nzn_cli.render.json_ import text_of
from nzn_cli.render.plain import plain
from nzn_cli.render.safe import one_line

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SEVERAL = re.compile(r" and |[&,]", re.I)


def csl_json(source: Source) -> Iterator[str]:
    """Yield one array, an item a document."""
    opening = "["
    for document in source.listed():
        yield f"{opening}\n{text_of(plain(csl_item(document)))}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def csl_item(document: DocumentRecord) -> dict[str, Any]:
    """Return a document as a CSL item: `webpage` where it states an address, else `document`."""
    item: dict[str, Any] = {
        "id": document.id,
        "type": "webpage" if document.url else "document",
        "title": one_line(document.title or document.id),
    }
    if document.ministers:
        item["author"] = [csl_name(name) for name in document.ministers]
    if document.date:
        item["issued"] = csl_date(document.date)
    if document.url:
        item["URL"] = one_line(document.url)
    if document.site:
        item["container-title"] = one_line(document.site)
    if document.portfolios:
        item["keyword"] = ", ".join(map(one_line, document.portfolios))
    return item


def csl_name(name: str) -> dict[str, str]:
    """Return a person's name as CSL has it: family and given, or literal of one word and of what is no one person."""
    parts = parse_name(name)
    if not parts.given or not parts.surname or _SEVERAL.search(name):
        return {"literal": one_line(name)}
    found = {"family": one_line(parts.surname), "given": one_line(" ".join(parts.given))}
    return found | ({"suffix": one_line(parts.generation)} if parts.generation else {})


def csl_date(value: str) -> dict[str, Any]:
    """Return an ISO date, as long as it is precise, as CSL has it; what is no year, month or day as it is written."""
    match = _DATE.fullmatch(value)
    if match is None or not all(int(part) for part in match.groups() if part):
        return {"literal": value}
    return {"date-parts": [[int(part) for part in match.groups() if part]]}
