"""`nzn grep`: lines that match, with ripgrep's letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from nzn_cli.cli.emit import Way, emit
from nzn_cli.cli.given import Given
from nzn_cli.cli.session import Session
from nzn_cli.cli.typed_ids import ids_given, standard_input
from nzn_cli.errors import NothingFound, UsageError
from nzn_cli.model.settings import GrepRequest
from nzn_cli.render import hits, names
from nzn_cli.render.page import Page


def run(session: Session) -> int:
    """Answer with matches, with counts, or with the documents that match."""
    given = session.given
    request, filters, corpus = asked(given), session.filters(), session.corpus
    if given.flag("files_without_match") or given.flag("files_with_matches"):
        without = given.flag("files_without_match")
        end = "\0" if given.flag("null") else "\n"
        return emit(
            session,
            "list",
            lambda fields: corpus.grep_documents(request, filters, without, fields),
            piped=Way(lambda records, page: names.paths(records, end), ("path",)),
        )
    if given.flag("count"):
        counts = Way(partial(_counts, given))
        matches = given.flag("only_matching")  # as ripgrep counts with -o
        return emit(session, "grep-count", lambda _: corpus.grep_counts(request, filters, matches), piped=counts)
    style = hits.Style(
        numbers=not given.flag("no_line_number"),
        only_matching=given.flag("only_matching"),
        null=given.flag("null"),
        context=bool(request.before or request.after),
    )
    return emit(
        session,
        "grep",
        lambda _: corpus.grep(request, filters),
        drawn=Way(lambda records, page: hits.drawn(records, page, style)),
        piped=Way(lambda records, page: hits.piped(records, style, page)),
    )


def _counts(given: Given, records: Iterable[Any], page: Page) -> Iterator[str]:
    end = "\0" if given.flag("null") else ":"
    for record in records:
        yield f"{record.path}{end}{record.count}\n"


def asked(given: Given) -> GrepRequest:
    """Return what is looked for."""
    patterns, only = list(given.many("regexp")), list(given.many("ids"))
    for name in given.many("file"):
        patterns += _lines(name)
    if given.text("pattern") is not None:
        if given.many("regexp") or given.many("file"):
            only.insert(0, str(given.text("pattern")))
        else:
            patterns.append(str(given.text("pattern")))
    if not patterns:
        if given.many("file"):
            raise NothingFound("the file of patterns is empty", "one pattern a line")
        raise UsageError("nzn grep needs a pattern", "for example nzn grep -i 'training mission'")
    around = given.number("context") or 0
    before, after = given.number("before_context"), given.number("after_context")
    return GrepRequest(
        patterns=tuple(patterns),
        all_of=given.flag("all_of"),
        fixed=given.flag("fixed_strings"),
        word=given.flag("word_regexp"),
        case=_case(given),
        literal=given.flag("literal"),
        lines=given.flag("lines"),
        invert=given.flag("invert_match"),
        fields=given.parts("in") or ("body",),
        before=around if before is None else before,
        after=around if after is None else after,
        max_count=given.number("max_count"),
        only=ids_given(only),
    )


def _case(given: Given) -> Any:
    flags = {"ignore": "ignore_case", "sensitive": "case_sensitive", "smart": "smart_case"}
    asked = [case for case, flag in flags.items() if given.flag(flag)]
    if len(asked) > 1:
        raise UsageError("-i, -s and -S exclude one another", "choose one")
    return asked[0] if asked else "smart"


def _lines(name: str) -> list[str]:
    if name == "-":
        return standard_input().splitlines()
    try:
        with open(name, encoding="utf-8", errors="surrogateescape") as file:
            text = file.read()
    except OSError as error:
        raise UsageError(f"the file of patterns {name!r} cannot be read: {error.strerror}") from error
    return text.splitlines()
