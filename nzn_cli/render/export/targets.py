"""The targets of an export: ending, name, what opens it, what is in it, and the function that writes it.

The one table of them. The module of a target is loaded when the target is asked for.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from nzn_cli.errors import UsageError
from nzn_cli.model.records import NamedTuple


class Target(NamedTuple):
    """One target. `writer` is `module.function` of this folder.

    Where `folder`, the function is given a source and the path of an empty folder to fill; where `by_itself`, the path
    of a file to make; else it is given a source and yields text.
    """

    name: str
    endings: tuple[str, ...]
    summary: str
    writer: str
    schema: str
    folder: bool = False
    by_itself: bool = False
    cut: bool = False  # whether --sort, --limit and --offset mean something
    beside: tuple[str, str] = ("", "")  # ending of a second file, and what makes its text of two names: title, file

    def function(self) -> Callable[..., Any]:
        """Return the function that writes it."""
        return _function(self.writer)

    @property
    def written_over(self) -> tuple[str, ...]:
        """Return the endings of files that it may be written over."""
        return self.endings or (".json",)

    def beside_path(self, path: str) -> str:
        """Return the path of the file that comes beside it; "" where none does."""
        return os.path.splitext(path)[0] + self.beside[0] if self.beside[0] else ""

    def beside_text(self, title: str, path: str) -> str:
        """Return what that file holds."""
        text: str = _function(self.beside[1])(title, os.path.splitext(os.path.basename(path))[0])
        return text


def _function(name: str) -> Callable[..., Any]:
    module, _, own = name.partition(".")
    function: Callable[..., Any] = getattr(import_module(f"nzn_cli.render.export.{module}"), own)
    return function


_GRAPH = (
    "nodes with label, kind (person, organisation, agreement, law, programme, mission or meeting), documents, "
    "mentions, first and last day; edges between those of one document, with weight (how many documents), first and "
    "last day. Documents that name more than 200 are lists, and join nobody"
)

TARGETS: tuple[Target, ...] = (
    Target(
        "db",
        (".db", ".sqlite"),
        "a SQLite database, with metadata for Datasette beside it",
        "database.write_database",
        "tables documents, people, roles, mentions, organisations, organisation_mentions, events, quotes; views "
        "timeline, document_people, document_organisations, speakers, office_holders; full text documents_fts, "
        "quotes_fts. Lists are JSON. "
        "Its user_version is the version of the schema. FILE.metadata.json tells what each column means",
        by_itself=True,
        beside=(".metadata.json", "database.datasette"),
    ),
    Target(
        "parquet",
        (".parquet",),
        "a folder of Parquet files for DuckDB, pandas and Polars (pip install 'nzn[parquet]')",
        "parquet.write_parquet",
        "a file a table, those of .db without views and full text; lists and records are nested types, days are dates, "
        "meta is JSON. Each column carries its meaning as metadata",
        folder=True,
    ),
    Target(
        "notes",
        (),
        "a folder of Markdown notes with wiki links, for Obsidian",
        "notes.write_notes",
        "people/NAME.md: front matter (person_id, aliases, documents, mentions, first, last), roles, quotations, "
        "company, documents; documents/TITLE.md: front matter (id, date, url, path) and the people in it",
        folder=True,
    ),
    Target(
        "gexf",
        (".gexf",),
        "a graph for Gephi: people, organisations and what else is named",
        "graphs.gexf",
        _GRAPH + ". Both live from the first to the last day, as Gephi's timeline has it",
    ),
    Target("graphml", (".graphml",), "the same graph for networkx, igraph and yEd", "graphs.graphml", _GRAPH),
    Target(
        "timelinejs",
        (),
        "JSON for TimelineJS: publications and dated events",
        "timelinejs.timelinejs",
        "events with start_date and end_date (as precise as the text is), text (the sentence as headline; names, "
        "document and address below), group (published or mentioned), unique_id. What has no date is left out",
        cut=True,
    ),
    Target(
        "vega",
        (),
        "a Vega-Lite chart of how many documents, by year or by --by KEY",
        "vega.vega_lite",
        "data.values are {value, documents}, as nzn count --by KEY has them; undated documents are under 'undated'",
        cut=True,
    ),
    Target(
        "csl",
        (),
        "CSL JSON of the documents, for Zotero and Pandoc",
        "csl.csl_json",
        "one item a document: id, type (webpage, or document where no address is known), title, author (whom metadata "
        "credits), issued, URL, container-title (the site), keyword (portfolios)",
        cut=True,
    ),
    Target(
        "bib",
        (".bib",),
        "BibTeX of the documents",
        "bibtex.bibtex",
        "one @misc a document: title, author, year, month, day, url, howpublished (the site), keywords (portfolios)",
        cut=True,
    ),
)
BY_NAME = {target.name: target for target in TARGETS}


def target_of(path: str, name: str | None) -> Target:
    """Return the target that `name`, or else the ending of `path`, means; raises UsageError where neither does."""
    if name is not None:
        return BY_NAME[name]
    ending = os.path.splitext(path)[1].lower()
    for target in TARGETS:
        if ending in target.endings:
            return target
    known = ", ".join(ending for target in TARGETS for ending in target.endings)
    says = f"{path}: the ending does not say what to write"
    raise UsageError(says, f"endings are {known}; else --as {'|'.join(BY_NAME)}")


def write_text(pieces: Iterable[str], path: str) -> None:
    """Write the pieces to a new file as they come."""
    with open(path, "x", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)
