"""A dataset as a store that questions are put to: the SQL of an index, and bodies read as a scan."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from nzn_cli.dataset.layout import Version
from nzn_cli.model.settings import Folder
from nzn_cli.store.store import Store


class DatasetStore(Store):
    """A version of a dataset; `connection` takes the SQL of an index."""

    def __init__(self, connection: Any, version: Version) -> None:
        super().__init__(connection)
        self.version = version

    def candidates(self, pattern: str, flags: int = 0) -> set[int] | None:
        """Return None: a dataset has no words, every document may match."""
        return None

    def texts(self, docs: Sequence[int] | None = None) -> Iterator[tuple[int, bytes, str | None]]:
        """Return (doc, UTF-8 text, edits) of `docs` (all when None) in ascending order of doc."""
        some = "" if docs is None else "WHERE doc IN (SELECT value FROM json_each(?))"
        rows = self.rows(
            f"SELECT doc, text, edits FROM body {some} ORDER BY doc", () if docs is None else (json.dumps(list(docs)),)
        )
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
