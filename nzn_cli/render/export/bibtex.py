"""BibTeX of the documents: one @misc each, in fields that BibTeX, biblatex and Zotero read alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from nzn_cli.render.export.csl import csl_item
from nzn_cli.render.export.source import Source
from nzn_cli.render.safe import one_line

# BibTeX counts braces, escaped ones too: none may stand in a value
_TEXT = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{char: f"\\{char}" for char in "&%$#_"},
    }
)
_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", '"': "%22"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NO_KEY = re.compile(r"[^A-Za-z0-9_.-]+")


def bibtex(source: Source) -> Iterator[str]:
    """Yield an entry a document, each under a key of its own made of the document's id."""
    used: set[str] = set()
    for document in source.listed():
        key = _key(document.id, used)
        fields = "".join(f"  {name} = {value},\n" for name, value in _fields(csl_item(document)))
        yield f"@misc{{{key},\n{fields}}}\n\n"


def _key(name: str, used: set[str]) -> str:
    plain = _NO_KEY.sub("-", name).strip("-") or "document"
    key, number = plain, 1
    while key.lower() in used:
        number += 1
        key = f"{plain}-{number}"
    used.add(key.lower())
    return key


def _fields(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{{{_escaped(item['title'])}}}}}"  # twice, so that capitals stay
    if "author" in item:
        yield "author", f"{{{' and '.join(map(_author, item['author']))}}}"
    yield from _date(item.get("issued", {}))
    if "URL" in item:
        yield "url", f"{{{item['URL'].translate(_ADDRESS)}}}"
    if "container-title" in item:
        yield "howpublished", f"{{{_escaped(item['container-title'])}}}"
    if "keyword" in item:
        yield "keywords", f"{{{_escaped(item['keyword'])}}}"


def _author(name: dict[str, str]) -> str:
    """Return a name as BibTeX has it; braces keep together what is no family and given name."""
    if "literal" in name:
        return f"{{{_escaped(name['literal'])}}}"
    return ", ".join(_escaped(part) for part in (name["family"], name.get("suffix"), name["given"]) if part)


def _date(issued: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if "literal" in issued:
        yield "year", f"{{{_escaped(issued['literal'])}}}"
    for name, part in zip(("year", "month", "day"), issued.get("date-parts", [[]])[0], strict=False):
        yield name, _MONTHS[part - 1] if name == "month" else f"{{{part}}}"


def _escaped(text: str) -> str:
    return one_line(text).translate(_TEXT)
