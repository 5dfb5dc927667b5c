"""Markdown notes of the people and the documents, with wiki links between them: a vault for Obsidian.

Quotations are read speaker by speaker and put behind the notes that are there: no more than one person's are held.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from nzn_cli.model.answers import DocumentRecord, PersonRecord, QuoteRecord, Written
from nzn_cli.render.export.graphs import without_noncharacters
from nzn_cli.render.export.network import Network
from nzn_cli.render.export.source import Source
from nzn_cli.render.json_ import text_of
from nzn_cli.render.markdown import escaped
from nzn_cli.render.safe import one_line

_COMPANY = 12  # people of a note's company
# what file systems or wiki links give a meaning to
_MEANT = re.compile(r'[/\\:*?"<>|#^\[\]%]+')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.I)
_MOST = 120  # bytes; systems take 255, and endings and numbers come behind it


def write_notes(source: Source, folder: str) -> None:
    """Write `people/` and `documents/` into `folder`."""
    _Vault(source, folder).write()


class _Vault:
    """The names of the notes, and what is written into them."""

    def __init__(self, source: Source, folder: str) -> None:
        self._source, self._folder = source, folder
        names = FileNames()  # of both folders: a wiki link names no folder
        self._people = {each.person_id: names.name(each.person, each.person_id) for each in source.people(_HEAD)}
        self._documents = {each.id: names.name(each.title or each.id, each.id) for each in source.headings()}
        self._titles = {each.id: one_line(each.title or each.id) for each in source.headings()}

    def write(self) -> None:
        """Write all notes."""
        for name in ("people", "documents"):
            os.mkdir(os.path.join(self._folder, name))
        self._write_people()
        self._write_quotations()
        self._write_documents()

    def _put(self, folder: str, name: str, pieces: Iterable[str], mode: str = "x") -> None:
        path = os.path.join(self._folder, folder, f"{name}.md")
        with open(path, mode, encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)

    def _write_people(self) -> None:
        network = Network(self._source, with_organisations=False)
        numbers = {node.id.partition(":")[2]: number for number, node in enumerate(network.nodes)}
        for person in self._source.people():
            beside = network.company(numbers[person.person_id], _COMPANY) if person.person_id in numbers else []
            company = [(node.id.partition(":")[2], count) for node, count in beside]
            self._put("people", self._people[person.person_id], self._person(person, company))

    def _person(self, person: PersonRecord, company: list[tuple[str, int]]) -> Iterator[str]:
        yield front_matter(
            person_id=person.person_id,
            aliases=[one_line(each.text) for each in person.variants],
            documents=person.documents,
            mentions=person.mentions,
            first=person.first,
            last=person.last,
            tags=["person"],
        )
        yield f"# {escaped(person.person)}\n"
        if person.roles:
            yield "\n## Roles\n\n"
            for role in person.roles:
                when = " – ".join(dict.fromkeys(each for each in (role.first, role.last) if each))
                yield f"- {escaped(role.text)}{f' ({when})' if when else ''}{self._links(role.document_ids[:1])}\n"
        if company:
            yield "\n## Named with\n\n"
            yield from (f"- [[{self._people[each]}]] ({count})\n" for each, count in company)
        yield "\n## Documents\n\n"
        yield from (f"- {self._link(each)}\n" for each in person.document_ids if each in self._documents)

    def _write_quotations(self) -> None:
        begun: set[str] = set()
        for person_id, quotes in groupby(self._source.quotes_by_speaker(), key=lambda quote: quote.person_id):
            name = self._people.get(person_id or "")
            if name is not None:
                heading = [] if name in begun else ["\n## Quotations\n"]
                begun.add(name)
                self._put("people", name, (*heading, *map(self._quotation, quotes)), "a")

    def _quotation(self, quote: QuoteRecord) -> str:
        words = escaped(Written.read(quote.text))
        return f"\n> {words}\n>\n> — {quote.date or 'undated'}, {self._link(quote.id)}\n"

    def _write_documents(self) -> None:
        named: dict[str, list[str]] = {}
        for person in self._source.people(_HEAD):
            for each in person.document_ids:
                named.setdefault(each, []).append(self._people[person.person_id])
        for document in self._source.listed():
            self._put("documents", self._documents[document.id], _document(document, named.get(document.id, [])))

    def _link(self, document: str) -> str:
        name, title = self._documents[document], self._titles[document]
        return f"[[{name}]]" if name == title else f"[[{name}|{_shown(title)}]]"

    def _links(self, documents: Iterable[str]) -> str:
        return "".join(f", {self._link(each)}" for each in documents if each in self._documents)


_HEAD = ("person", "person_id", "document_ids")


def _document(document: DocumentRecord, people: list[str]) -> Iterator[str]:
    yield front_matter(
        id=document.id,
        date=document.date,
        url=document.url and one_line(document.url),
        path=one_line(document.path),
        aliases=[one_line(document.title)] if document.title else [],
        tags=["document"],
    )
    yield f"# {escaped(document.title or document.id)}\n"
    if people:
        yield "\n## People\n\n"
        yield from (f"- [[{name}]]\n" for name in people)


def front_matter(**values: Any) -> str:
    """Return YAML front matter; JSON is YAML, so that no text in it means anything to YAML."""
    lines = (f"{key}: {without_noncharacters(text_of(value))}\n" for key, value in values.items())
    return "---\n" + "".join(lines) + "---\n\n"


def _shown(title: str) -> str:
    """Return what a link shows, without what would end it."""
    return "".join(" " if char in "[]|<>`" else char for char in title)


class FileNames:
    """Gives each thing of one folder a name of its own."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def name(self, text: str, instead: str) -> str:
        """Return a name without ending made of `text`, or of `instead` where no letter or figure of it can stand."""
        plain = file_name(text) or file_name(instead) or "unnamed"
        found, number = plain, 1
        while found.casefold() in self._used:
            number += 1
            found = f"{plain} ({number})"
        self._used.add(found.casefold())
        return found


def file_name(text: str) -> str:
    """Return `text` as the name of a file on any system; "" where nothing of it can stand."""
    plain = " ".join(_MEANT.sub(" ", unicodedata.normalize("NFC", one_line(text))).split()).strip(". ")
    plain = plain.encode("utf-8", "replace")[:_MOST].decode("utf-8", "ignore").strip(". ")
    if not any(char.isalnum() for char in plain):
        return ""
    return f"{plain}_" if _DEVICES.fullmatch(plain) else plain
