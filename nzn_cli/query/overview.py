"""What bare `nzn` says: the corpus in a few figures, and commands to try made from that very corpus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from nzn_cli.model.records import NamedTuple
from nzn_cli.query.view import View

_CREDITED = 3


class Overview(NamedTuple):
    """The corpus in a few figures; `credited` are (name, documents), `examples` words of a command line after `nzn`."""

    folders: tuple[str, ...]
    builtin: bool
    documents: int
    undated: int
    first: str | None
    last: str | None
    credited: tuple[tuple[str, int], ...]
    examples: tuple[tuple[str, ...], ...]


def overview(view: View) -> Overview:
    """Return the figures of what the store holds; reads neither people nor dated expressions."""
    documents, dated = _one(view, "SELECT count(*), count(start) FROM document") or (0, 0)
    first = _one(view, "SELECT date FROM document WHERE start IS NOT NULL ORDER BY start LIMIT 1")
    last = _one(view, "SELECT date FROM document WHERE start IS NOT NULL ORDER BY start DESC LIMIT 1")
    sql = """SELECT value, count(*) AS n FROM value WHERE kind = 'minister' AND key = 'minister'
        GROUP BY value ORDER BY n DESC, value LIMIT ?"""
    credited = tuple((name, n) for name, n in view.store.rows(sql, (_CREDITED,)))
    return Overview(
        folders=tuple(folder.path for folder in view.folders),
        builtin=any(folder.builtin for folder in view.folders),
        documents=documents,
        undated=documents - dated,
        first=first[0] if first else None,
        last=last[0] if last else None,
        credited=credited,
        examples=tuple(_examples(view, credited, last[0] if last else None))[:4] if documents else (),
    )


def _examples(view: View, credited: tuple[tuple[str, int], ...], last: str | None) -> Iterator[tuple[str, ...]]:
    """Commands that find something in this corpus, the most telling first."""
    newest = _one(view, "SELECT id, title FROM document ORDER BY start DESC, folder, path LIMIT 1") or ("", None)
    if credited:
        yield "list", "--minister", credited[0][0].split()[-1]
    elif last:
        yield "list", "--since", last[:4]
    yield "show", newest[0]
    words = re.findall(r"[^\W\d_]{5,}", newest[1] or "")
    if words:
        yield "grep", "-i", max(words, key=len).lower()
    if last:
        yield "timeline", "--from", last[:4], "--to", last[:4]
    yield ("who",)
    yield ("fields",)


def _one(view: View, sql: str) -> tuple[Any, ...] | None:
    return view.store.one(sql)
