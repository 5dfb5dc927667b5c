"""`nzn grep`: lines that match, with ripgrep's letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from nzn_cli.cli.command_line import CommandLine
from nzn_cli.cli.emit import Way, emit
from nzn_cli.cli.session import Session
from nzn_cli.cli.typed_ids import ids_given, standard_input
from nzn_cli.errors import NothingFound, UsageError
from nzn_cli.model.settings import GrepRequest
from nzn_cli.render import hits, names
from nzn_cli.render.page import Page


def run(session: Session) -> int:
    """Answer with matches, with counts, or with the documents that match."""
    from nzn_cli.api import line_of

    line = session.line
    request, filters, corpus = grep_request(line), session.filters(), session.corpus
    if line.flag("files_without_match") or line.flag("files_with_matches"):
        without = line.flag("files_without_match")
        end = "\0" if line.flag("null") else "\n"
        return emit(
            session,
            "list",
            lambda fields: corpus.grep_documents(request, filters, without, fields),
            piped=Way(lambda records, page: names.paths(records, end), ("path",)),
        )
    if line.flag("count"):
        counts = Way(partial(_counts, line), ("path", "count"))
        matches = line.flag("only_matching")  # as ripgrep counts with -o
        return emit(
            session, "grep-count", lambda fields: corpus.grep_counts(request, filters, matches, fields), piped=counts
        )
    style = hits.Style(
        numbers=not line.flag("no_line_number"),
        only_matching=line.flag("only_matching"),
        null=line.flag("null"),
        context=bool(request.before or request.after),
    )
    return emit(
        session,
        "grep",
        lambda _: corpus.grep(request, filters),
        drawn=Way(lambda records, page: hits.draw_hits(records, page, style)),
        piped=Way(lambda records, page: hits.piped(records, style, page)),
        unit=line_of,
    )


def _counts(line: CommandLine, records: Iterable[Any], page: Page) -> Iterator[str]:
    end = "\0" if line.flag("null") else ":"
    for record in records:
        yield f"{record.path}{end}{record.count}\n"


def grep_request(line: CommandLine) -> GrepRequest:
    """Return what is looked for."""
    patterns, only = list(line.many("regexp")), list(line.many("ids"))
    for name in line.many("file"):
        patterns += _lines(name)
    if line.text("pattern") is not None:
        if line.many("regexp") or line.many("file"):
            only.insert(0, str(line.text("pattern")))
        else:
            patterns.append(str(line.text("pattern")))
    if not patterns:
        if line.many("file"):
            raise NothingFound("the file of patterns is empty", "one pattern a line", of_corpus=False)
        raise UsageError("nzn grep needs a pattern", "for example nzn grep -i 'training mission'")
    around = line.number("context") or 0
    before, after = line.number("before_context"), line.number("after_context")
    return GrepRequest(
        patterns=tuple(patterns),
        all_of=line.flag("all_of"),
        fixed=line.flag("fixed_strings"),
        word=line.flag("word_regexp"),
        case=_case(line),
        literal=line.flag("literal"),
        lines=line.flag("lines"),
        invert=line.flag("invert_match"),
        fields=line.parts("in") or ("body",),
        before=around if before is None else before,
        after=around if after is None else after,
        max_count=line.number("max_count"),
        only=ids_given(only),
    )


def _case(line: CommandLine) -> Any:
    flags = {"ignore": "ignore_case", "sensitive": "case_sensitive", "smart": "smart_case"}
    cases = [case for case, flag in flags.items() if line.flag(flag)]
    if len(cases) > 1:
        raise UsageError("-i, -s and -S exclude one another", "choose one")
    return cases[0] if cases else "smart"


def _lines(name: str) -> list[str]:
    if name == "-":
        return standard_input().splitlines()
    try:
        with open(name, encoding="utf-8", errors="surrogateescape") as file:
            text = file.read()
    except OSError as error:
        raise UsageError(f"the file of patterns {name!r} cannot be read: {error.strerror}") from error
    return text.splitlines()
