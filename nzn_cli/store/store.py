"""One open index: a thin wrapper of one SQLite connection, for questions only.

The store's public door: `query` composes SQL and asks it here, and imports nothing else of what lies below. Knows the
tables' shapes (`schema`) but not how they are filled.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3

    from nzn_cli.store.person_summaries import PersonSummary
    from nzn_cli.text.surface import Surface


def path_value(path: str) -> str | bytes:
    """Return `path` as the tables hold it: text where it is UTF-8, else its raw bytes."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def path_text(value: str | bytes) -> str:
    """Return a path of the tables as a text whose undecodable bytes are surrogates."""
    return value if isinstance(value, str) else os.fsdecode(value)


def line_finder(pattern: str, flags: int = 0) -> Callable[[bytes], Iterator[int]] | None:
    """Return a function from a UTF-8 text to byte offsets: the lines in which a regular expression may match.

    None when no such function is known: then every line may.
    """
    from nzn_cli.search.required_literals import finder

    return finder(pattern, flags)


def bytes_to_find(text: str, flags: int = 0) -> tuple[bytes, Callable[[bytes], bytes]]:
    """Return the bytes to find for a bare text, and what makes a body comparable with them, all offsets kept."""
    from nzn_cli.search.required_literals import comparable

    return comparable(text, flags)


def warned(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return how many documents have warnings, and how many warnings there are."""
    sql = "SELECT count(*), total(json_array_length(warnings)) FROM document WHERE warnings <> '[]'"
    documents, number = connection.execute(sql).fetchone()
    return int(documents), int(number)


class Store:
    """An open index; close it, or use it in a `with` statement."""

    at_once = 400  # people or names whose details one statement is best asked for

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: str | None = None,
        processes: int = 1,
        warned_before: tuple[int, int] | None = None,
    ) -> None:
        """`path` is the file that is open (None: only this process can read it), `processes` how many may read it.

        `warned_before` is what `warned` was before it was brought up to date just now, None where it was as it is.
        """
        self.connection = connection
        self._path = path
        self._processes = processes
        self.warned_before = warned_before

    @property
    def is_kept(self) -> bool:
        """Whether this is the index in the cache folder, and not a private one."""
        return self._path is not None

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; a private index is gone then."""
        self.connection.close()

    def rows(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Return the rows that `sql` gives, read as they are asked for."""
        return self.connection.execute(sql, parameters)

    def one(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> tuple[Any, ...] | None:
        """Return the first row that `sql` gives, or None."""
        row: tuple[Any, ...] | None = self.connection.execute(sql, parameters).fetchone()
        return row

    def announced(self, rows: Iterable[tuple[Any, ...]], place: int) -> Iterator[tuple[Any, ...]]:
        """Return rows whose documents' texts are read as they come; the document of a row stands at `place`.

        Here a text is at hand; a store that is far from its texts fetches those of many rows at once.
        """
        return iter(rows)

    def read_with(self, doc: int) -> Sequence[int]:
        """Return the documents whose rows are best asked for in one statement with those of `doc`, which is one."""
        return (doc,)

    def body(self, doc: int) -> str:
        """Return the body of one document; empty when there is no such document."""
        return self.surface(doc).body

    def surface(self, doc: int) -> Surface:
        """Return what a reader reads of one document; empty when there is no such document."""
        from nzn_cli.text.surface import surface, unpacked

        row = self.one("SELECT text, edits, surface FROM body LEFT JOIN file USING (doc) WHERE doc = ?", (doc,))
        text, edits, is_made = row or ("", None, 1)
        return unpacked(text, edits) if is_made or edits else surface(text)

    def person_summaries(
        self, batch: Sequence[int], scope: Sequence[Any], credited: bool = False, spelled: bool = True
    ) -> dict[int, PersonSummary]:
        """Return person -> summary for the people of these numbers: as stored where all is spoken of, else made now.

        `scope` selects the documents spoken of: those of `FROM {scope[0]} d WHERE {scope[1]}` with the parameters
        `scope[2]`; `credited` leaves credits alone. Without `spelled` there may be no variants.
        """
        from nzn_cli.store.person_summaries import Scope, person_summaries, stored_person_summaries

        table, sql, params = scope
        selected = Scope(table, sql, params, credited)
        found = stored_person_summaries(batch, self.rows, spelled) if selected.everything else {}
        rest = [number for number in batch if number not in found]
        if rest:
            found |= zip(rest, person_summaries(rest, selected, self.rows, spelled or credited), strict=True)
        return found

    def candidates(self, pattern: str, flags: int = 0) -> set[int] | None:
        """Return the documents whose body may match a regular expression, too many but never too few.

        None when the index cannot rule out enough. Bodies may be levelled (`text.folding.level`) before matching,
        and a blank in the pattern may be widened to other space: neither makes a match that is missed here.
        """
        if self.one("SELECT 1 FROM setting WHERE key = 'words' AND value = 1") is None:
            return None
        from nzn_cli.search.inverted_index import documents_with
        from nzn_cli.search.required_literals import requirements

        return documents_with(self.connection, requirements(pattern, flags))

    def texts(self, docs: Sequence[int] | None = None) -> Iterator[tuple[int, bytes, str | None]]:
        """Return (doc, UTF-8 text, edits) of `docs` (all when None) in ascending order of doc, fast."""
        from nzn_cli.store.map_texts import texts

        return texts(self.connection, docs)

    def map_texts(self, work: Callable[[bytes, str | None], Any], docs: Sequence[int] | None = None) -> dict[int, Any]:
        """Return doc -> `work(UTF-8 text, edits)` for `docs` (all when None), without empty results; on all cores.

        Text and edits are what `text.surface.unpacked` makes a surface of. `work` runs in forked processes: it may be a
        closure, gives what `marshal` takes, and what it raises is raised here. `line_finder` makes it fast.
        """
        from nzn_cli.store.map_texts import map_texts

        return map_texts(self.connection, work, docs, self._path, self._processes)
