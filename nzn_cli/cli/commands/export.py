"""`nzn export`: the corpus as files that other programs open."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from nzn_cli.cli.placing import placed_file, placed_folder, require_file_place, require_folder_place
from nzn_cli.cli.session import Session
from nzn_cli.cli.writing import say, write
from nzn_cli.errors import FOUND, PARTIAL, NothingFound, UsageError
from nzn_cli.model.settings import QuotesRequest, TimelineRequest
from nzn_cli.render.export.source import Source
from nzn_cli.render.export.targets import TARGETS, Target, target_of, write_text
from nzn_cli.render.safe import visible

_OWN = (  # options of some targets alone, and what they say
    ("by", ("vega",), "it says what --as vega counts"),
    ("reverse", ("csl", "bib"), "it has no order, or one only"),
    ("at-least", ("gexf", "graphml"), "it says how many documents a node or edge of a graph stands in"),
)
_CUT = tuple(target.name for target in TARGETS if target.cut)
_FILTERS = "filters such as --since choose documents"
_QUOTE_KINDS = ("direct", "mixed", "indirect", "turn")


def run(session: Session) -> int:
    """Write the target."""
    session.expand("query")
    line = session.line
    path, force = line.text("target") or "", line.flag("force")
    target = target_of(path, line.text("as"))
    _require_use(session, target, path)
    number = next(iter(session.corpus.count(None, session.filters()._replace(sort=None)))).documents
    if not number:
        raise NothingFound("no documents to export", "nzn list shows every document")
    source = source_of(session)
    if path == "-":
        if not line.flag("quiet"):
            write(target.function()(source))
        return _code(session)
    if target.folder:
        with placed_folder(path, force) as made:
            target.function()(source, made)
    else:
        _write_file(target, source, path, force)
    if not line.flag("quiet"):
        write([f"{visible(path)}\n"])
        say(f"nzn: {number:,} document{'' if number == 1 else 's'} exported")
    return _code(session)


def _write_file(target: Target, source: Source, path: str, force: bool) -> None:
    beside = target.beside_path(path)
    if beside:
        require_file_place(beside, force)
    with placed_file(path, force) as made:
        if target.by_itself:
            target.function()(source, made)
        else:
            write_text(target.function()(source), made)
    if beside:
        with placed_file(beside, force) as made:
            write_text([target.beside_text(source.name, path)], made)


def _require_use(session: Session, target: Target, path: str) -> None:
    """Raise UsageError where the target cannot be written to that path, or an option means nothing to it."""
    line = session.line
    for option, names, says in (*_OWN, *((name, _CUT, _FILTERS) for name in ("sort", "limit", "offset"))):
        if line.has(option.replace("-", "_")) and target.name not in names:
            raise UsageError(f"--{option} means nothing to {target.name}", says)
    if path == "-":
        if target.folder or target.by_itself:
            raise UsageError(f"{target.name} cannot be written to standard output", "name a path")
    elif target.folder:
        require_folder_place(path, line.flag("force"))
        if target.name == "notes" and _is_inside(path, session):
            raise UsageError(f"{path} is in the folder of the documents", "notes in it would be documents themselves")
    else:
        require_file_place(path, line.flag("force"))
        if os.path.exists(path) and os.path.splitext(path)[1].lower() not in target.written_over:
            endings = " or ".join(target.written_over)
            raise UsageError(f"--force does not write over {path}", f"{target.name} goes over what ends in {endings}")


def _is_inside(path: str, session: Session) -> bool:
    place = os.path.realpath(path)
    folders = [os.path.realpath(folder.path) for folder in session.settings.folders]
    return any(os.path.commonpath((place, folder)) == folder for folder in folders)


def source_of(session: Session) -> Source:
    """Return the questions of the session's corpus, with its filters."""
    corpus, cut = session.corpus, session.filters()
    filters = cut._replace(sort=None, limit=None, offset=0, documents=True)  # every table is of the same documents
    every = QuotesRequest(kinds=_QUOTE_KINDS, unnamed=True)
    named = QuotesRequest(sort="speaker")
    by = session.line.text("by") or "year"

    def people(fields: Sequence[str] | None = None) -> Any:
        return corpus.people(None, filters, fields)

    return Source(
        name=", ".join(os.path.basename(folder.path) for folder in session.settings.folders),
        documents=lambda: (one._replace(path=session.path_within(one.path)) for one in corpus.texts(filters)),
        headings=lambda: corpus.list(filters, ("id", "title", "date", "url")),
        listed=lambda: (one._replace(path=session.path_within(one.path)) for one in corpus.list(cut)),
        people=people,
        mentions=lambda: corpus.mentions(None, filters),
        events=lambda: corpus.timeline(TimelineRequest(), cut._replace(documents=True)),
        quotes=lambda: corpus.quotes(every, filters),
        quotes_by_speaker=lambda: corpus.quotes(named, filters),
        organisations=lambda: corpus.named_things(None, filters),
        organisation_mentions=lambda: corpus.named_mentions(None, filters),
        at_least=session.line.number("at_least") or 1,
        by=by,
        counts=lambda: corpus.count(by, cut),
    )


def _code(session: Session) -> int:
    strict = session.line.flag("strict")
    return PARTIAL if strict and (session.corpus.warnings()[0] or session.corpus.unread_folders()) else FOUND
