"""`nzn report`: one file that explains the documents to somebody without a terminal."""

from __future__ import annotations

import os

from nzn_cli.cli.placing import placed_file, require_file_place
from nzn_cli.cli.session import Session
from nzn_cli.cli.writing import say
from nzn_cli.errors import FOUND, NothingFound
from nzn_cli.model.settings import QuotesRequest, TimelineRequest
from nzn_cli.render.report.report_data import TEXTS, Answers, report_data
from nzn_cli.render.report.report_page import report_page

_LETTERS = 7  # of a word with its blank, about


def run(session: Session) -> int:
    """Write the page, and say what is in it."""
    line = session.line
    name = str(line.text("file"))
    require_file_place(name, line.flag("force"))
    data = report_data(_answers(session))
    page = report_page(data).encode()
    with placed_file(name, line.flag("force")) as made, open(made, "wb") as file:
        file.write(page)
    if not line.flag("quiet"):
        left_out = f"; in it are {'; '.join(data['cut'])}" if data["cut"] else ""
        texts = "" if data["texts"] is not None else "; the texts stay where they are"
        say(f"nzn: {name}, {len(page) / 1e6:.1f} MB of {len(data['docs']):,} documents{texts}{left_out}")
    return FOUND


def _answers(session: Session) -> Answers:
    line, corpus = session.line, session.corpus
    session.expand("query")
    filters = session.filters()._replace(documents=True)  # all that it says is of the documents that it shows
    documents = [one._replace(path=session.path_within(one.path)) for one in corpus.list(filters)]
    if not documents:
        raise NothingFound("there is no document to report on", "nzn list shows what the filters let through")
    texts = None
    if not line.flag("no_texts") and sum(one.words for one in documents) * _LETTERS <= TEXTS:
        texts = {one.id: one.body for one in corpus.texts(filters)}
    title = line.text("heading") or " and ".join(os.path.basename(each.path) for each in session.settings.folders)
    dated = ("start", "end", "text", "id", "char_start", "char_end")
    return Answers(
        title,
        documents,
        texts,
        corpus.people(filters=filters),
        corpus.named_things(filters=filters),
        corpus.timeline(TimelineRequest(kinds=("mentioned",)), filters, dated),
        corpus.quotes(QuotesRequest(unnamed=True), filters, ("text",)),
    )
