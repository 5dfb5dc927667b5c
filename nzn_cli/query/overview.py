"""What bare `nzn` says: the corpus in a few figures, and commands to try made from that very corpus."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from nzn_cli.model.answers import Beside, KindOfFile, Overview
from nzn_cli.query.view import View

_CREDITED = 3


def overview(view: View) -> Overview:
    """Return the figures of what the store holds; reads neither people nor dated expressions."""
    documents, dated = _one(view, "SELECT count(*), count(start) FROM document") or (0, 0)
    first = _one(view, "SELECT date FROM document WHERE start IS NOT NULL ORDER BY start LIMIT 1")
    last = _one(view, "SELECT date FROM document WHERE start IS NOT NULL ORDER BY start DESC LIMIT 1")
    sql = """SELECT value, count(*) AS n FROM value WHERE kind = 'minister' AND key = 'minister'
        GROUP BY value ORDER BY n DESC, value LIMIT ?"""
    credited = [Beside(name, n) for name, n in view.store.rows(sql, (_CREDITED,))]
    return Overview(
        folders=[folder.path for folder in view.folders],
        builtin=any(folder.builtin for folder in view.folders),
        documents=documents,
        undated=documents - dated,
        first=first[0] if first else None,
        last=last[0] if last else None,
        credited=credited,
        kinds=_kinds(view),
        others=_others(view),
        unread=[],
        examples=[list(words) for words in _examples(view, credited, last[0] if last else None)][:4]
        if documents
        else [],
    )


def _kinds(view: View) -> list[KindOfFile]:
    """The formats of the documents, most used first; a document in a container is of its own format."""
    from nzn_cli.model.file_formats import FORMATS
    from nzn_cli.store.store import path_text

    names = {ending: one.name for one in FORMATS for ending in one.endings}
    counts: Counter[str] = Counter()
    for (path,) in view.store.rows("SELECT path FROM document"):
        ending = os.path.splitext(path_text(path).lower().removesuffix(".gz"))[1]
        counts[names.get(ending, "text")] += 1
    return _most_first(counts)


def _most_first(counts: Counter[str]) -> list[KindOfFile]:
    return [KindOfFile(kind or None, n) for kind, n in sorted(counts.items(), key=lambda one: (-one[1], one[0]))]


def _others(view: View) -> list[KindOfFile]:
    """The files of kinds that nzn does not read: how many of which ending, most first."""
    counts: Counter[str] = Counter()
    for (text,) in view.store.rows("SELECT others FROM snapshot WHERE others <> ''"):
        counts.update(json.loads(text))
    return _most_first(counts)


def _examples(view: View, credited: list[Beside], last: str | None) -> Iterator[tuple[str, ...]]:
    """Commands that find something in this corpus, the most telling first."""
    newest = _one(view, "SELECT id, title FROM document ORDER BY start DESC, folder, path LIMIT 1") or ("", None)
    if credited:
        yield "list", "--minister", credited[0].person.split()[-1]
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
