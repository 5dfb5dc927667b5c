"""A dataset as a store that questions are put to: the SQL of an index, and bodies read as a scan."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from nzn_cli.dataset.layout import Version
from nzn_cli.model.settings import Folder
from nzn_cli.store.store import Store
from nzn_cli.text.surface import Surface, unpacked

_TEXTS = "SELECT doc, text, edits FROM body WHERE doc IN (SELECT value FROM json_each(?)) ORDER BY doc"
_FIRST, _MOST = 32, 1024  # rows whose texts are fetched at once


class DatasetStore(Store):
    """A version of a dataset; `connection` takes the SQL of an index."""

    def __init__(self, connection: Any, version: Version) -> None:
        super().__init__(connection)
        self.version = version
        self._near: dict[int, tuple[str, str | None]] = {}  # texts of the documents whose rows are being read

    def announced(self, rows: Iterable[tuple[Any, ...]], place: int) -> Iterator[tuple[Any, ...]]:
        """Return rows, the texts of so many documents at hand that few statements fetch them all."""
        coming, size = iter(rows), _FIRST
        while chunk := list(islice(coming, size)):
            docs = {row[place] for row in chunk if row[place] is not None}
            known = {doc: self._near[doc] for doc in docs & self._near.keys()}
            lacking = json.dumps(sorted(docs - known.keys()))
            self._near = known | {doc: (text, edits) for doc, text, edits in self.rows(_TEXTS, (lacking,))}
            yield from chunk
            size = min(2 * size, _MOST)

    def read_with(self, doc: int) -> Sequence[int]:
        """Return the documents whose rows are being read."""
        return sorted({doc, *self._near})

    def surface(self, doc: int) -> Surface:
        """Return what a reader reads of one document; empty when there is no such document."""
        found = self._near.get(doc)
        return super().surface(doc) if found is None else unpacked(*found)

    def candidates(self, pattern: str, flags: int = 0) -> set[int] | None:
        """Return None: a dataset has no words, every document may match."""
        return None

    def texts(self, docs: Sequence[int] | None = None) -> Iterator[tuple[int, bytes, str | None]]:
        """Return (doc, UTF-8 text, edits) of `docs` (all when None) in ascending order of doc."""
        every = "SELECT doc, text, edits FROM body ORDER BY doc"
        rows = self.rows(every) if docs is None else self.rows(_TEXTS, (json.dumps(list(docs)),))
        return ((doc, text.encode(), edits) for doc, text, edits in rows)

    def map_texts(self, work: Callable[[bytes, str | None], Any], docs: Sequence[int] | None = None) -> dict[int, Any]:
        """Return doc -> `work(UTF-8 text, edits)` for `docs` (all when None), without empty results."""
        if docs is not None and not docs:
            return {}
        return {doc: made for doc, text, edits in self.texts(docs) if (made := work(text, edits))}


def folder_of(store: Store) -> Folder:
    """Return the folder that a dataset was made of, with the rules by which it was read."""
    if not isinstance(store, DatasetStore):
        raise TypeError("no dataset")
    known = {name: value for name, value in store.version.settings.items() if name in ("day_first",)}
    return Folder(store.version.source, **known)


def open_dataset(target: str) -> DatasetStore:
    """Return the live version of a dataset, to be asked with DuckDB; raises FolderError where there is none."""
    from nzn_cli.dataset.duck import DuckConnection
    from nzn_cli.dataset.remote import live_version

    version = live_version(target)
    return DatasetStore(DuckConnection(target, version), version)
