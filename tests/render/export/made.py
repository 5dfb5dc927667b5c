"""Sources of records made by hand, and a folder of exports of the documents that come with nzn."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from nzn_cli.cli.run import run
from nzn_cli.render.export.source import Source
from nzn_cli.render.export.targets import BY_NAME, write_text
from tests.render import records

FILES = {
    "db": "corpus.db",
    "parquet": "corpus.parquet",
    "notes": "vault",
    "gexf": "people.gexf",
    "graphml": "people.graphml",
    "timelinejs": "timeline.json",
    "vega": "chart.json",
    "csl": "items.json",
    "bib": "items.bib",
}


def made_source(**changes: Any) -> Source:
    """Return a source of the records of `tests.render.records`, one of which means harm."""
    plain = Source(
        name="made",
        documents=lambda: records.SHOWN,
        headings=lambda: records.DOCUMENTS,
        listed=lambda: records.DOCUMENTS,
        people=lambda fields=None: records.PEOPLE,
        mentions=lambda: records.MENTIONS,
        events=lambda: records.EVENTS,
        quotes=lambda: records.QUOTES,
        quotes_by_speaker=lambda: [quote for quote in records.QUOTES if quote.person_id],
        organisations=lambda: records.NAMED,
        organisation_mentions=lambda: records.NAMED_MENTIONS,
        at_least=1,
        by="year",
        counts=lambda: records.COUNTS,
    )
    return plain._replace(**changes)


def write(name: str, source: Source, folder: Path) -> Path:
    """Return where a target was written to."""
    target, path = BY_NAME[name], folder / FILES[name]
    if target.folder:
        path.mkdir()
    if target.folder or target.by_itself:
        target.function()(source, str(path))
    else:
        write_text(target.function()(source), str(path))
    return path


def export_all(seeds: Path, folder: Path) -> Path:
    """Return `folder` with every target of the documents in `seeds`, written by the command; Parquet if it can be."""
    written = {name: file for name, file in FILES.items() if name != "parquet" or find_spec("pyarrow")}
    for name, file in written.items():
        assert run(["export", str(folder / file), "--as", name, "-d", str(seeds), "-q"], os.environ) == 0
    return folder
