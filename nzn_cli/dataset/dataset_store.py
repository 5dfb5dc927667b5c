"""A dataset as a store that questions are put to: the SQL of an index, and bodies read as a scan."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from nzn_cli.dataset.layout import Version
from nzn_cli.errors import FolderError
from nzn_cli.model.records import NamedTuple
from nzn_cli.model.settings import Folder
from nzn_cli.store.store import Store
from nzn_cli.text.surface import Surface, unpacked

_TEXTS = "SELECT doc, text, edits FROM body WHERE doc IN (SELECT value FROM json_each(?)) ORDER BY doc"


# what an index knows of a file beside: every body of a dataset is a surface
OF_FILES = ("0 AS folder", "1 AS surface", "1 AS words")
# what an index says of folders on its disk: a dataset has none
ELSEWHERE = {"snapshot": "SELECT 0 AS folder, '' AS path, '' AS unread, '' AS others WHERE false"}
NOT_OFFERED = "this question needs an index, and a dataset has none"
WAY = "nzn index import makes one of it, which answers everything"


def damaged(target: str, error: Exception, table: str = "") -> FolderError:
    """Return the error for parts that are not what they should be."""
    what = f" of table {table}" if table else ""
    return FolderError(f"{target}: parts{what} cannot be read: {str(error).splitlines()[0]}", "build the dataset anew")


class DatasetStore(Store):
    """A version of a dataset; `connection` takes the SQL of an index."""

    at_once = 4_000  # a statement costs far more than in an index
    texts_at_once = (32, 1024)  # rows whose texts are fetched with the first, and at most

    def __init__(self, connection: Any, version: Version) -> None:
        super().__init__(connection)
        self.version = version
        self._near: dict[int, tuple[str, str | None]] = {}  # texts of the documents whose rows are being read

    def announced(self, rows: Iterable[tuple[Any, ...]], place: int) -> Iterator[tuple[Any, ...]]:
        """Return rows, the texts of so many documents at hand that few statements fetch them all."""
        coming, (size, most) = iter(rows), self.texts_at_once
        while chunk := list(islice(coming, size)):
            docs = {row[place] for row in chunk if row[place] is not None}
            known = {doc: self._near[doc] for doc in docs & self._near.keys()}
            lacking = json.dumps(sorted(docs - known.keys()))
            self._near = known | {doc: (text, edits) for doc, text, edits in self.rows(_TEXTS, (lacking,))}
            yield from chunk
            size = min(2 * size, most)

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


class Opened(NamedTuple):
    """A store to be asked, and the folder that its documents were read from, with the rules by which they were."""

    store: Store
    folder: Folder
    unlinked: Mapping[str, str]  # kinds that cannot be asked -> why


def folder_of(version: Version) -> Folder:
    """Return the folder as its settings say, without what is no setting of one."""
    unsaid = Folder(version.source)
    stated = {name: _tupled(value) for name, value in version.settings.items() if name in _STATED}
    return unsaid._replace(**{n: value for n, value in stated.items() if isinstance(value, type(getattr(unsaid, n)))})


_STATED = frozenset(Folder._fields) - {"path", "builtin", "queries"}


def _tupled(value: Any) -> Any:
    """Return a value of JSON as settings have it: lists are tuples."""
    if isinstance(value, list):
        return tuple(map(_tupled, value))
    return {key: _tupled(each) for key, each in value.items()} if isinstance(value, dict) else value
