"""`nzn cite`: whether what a draft says stands in the documents. As with a linter, something wrong is exit 1."""

from __future__ import annotations

import os

from nzn_cli.cli.emit import Way, emit
from nzn_cli.cli.session import Session
from nzn_cli.cli.typed_ids import standard_input
from nzn_cli.errors import FOUND, NOTHING, NothingFound
from nzn_cli.model.answers import CiteRecord
from nzn_cli.render.citations import draw_citations, piped

_TYPED = "draft.md"  # what standard input is read as


def run(session: Session) -> int:
    """Answer with what the draft says and where it stands; 0 where all is verbatim."""
    line, filters = session.line, session.filters()
    draft = str(line.text("draft"))
    text = standard_input() if draft == "-" else None
    path = _TYPED if draft == "-" else os.path.join(session.around.cwd, draft)
    wrong = 0

    def records(_: object) -> list[CiteRecord]:
        nonlocal wrong
        found = list(session.corpus.cite(path, filters, line.flag("names"), line.flag("dates"), text))
        wrong = sum(one.status != "verbatim" for one in found)
        if not found:
            raise NothingFound("the draft quotes nobody", "words in quotation marks and block quotations are checked")
        return found

    code = emit(session, "cite", records, drawn=Way(draw_citations), piped=Way(piped))
    return NOTHING if code == FOUND and wrong else code
