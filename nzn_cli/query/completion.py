"""What TAB asks of the stored index, for values of the corpus: finds it by a plate, only reads, holds the SQL.

Where an index is depends on settings, rules and the code itself; working that out costs more than all else of a TAB.
So it is written down, once for each state of the cache folder, and believed as long as that folder did not change,
and is the user's own. So is the shape of its tables: those of an index they were when it was written, and to compare
them anew would cost a TAB a tenth of its time. Standard library only, and little of it.
"""

from __future__ import annotations

import os

from nzn_cli.config.folders import PLATE, PLATES, cache_dir, corpus_folders
from nzn_cli.config.ownership import beginning, is_own_folder, open_own, own_status
from nzn_cli.model.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    Rows = list[tuple[Any, ...]]

_NAMES = (
    "SELECT value, folded, COUNT(*) FROM value WHERE kind = ? AND key = ? GROUP BY value, folded ORDER BY 3 DESC, value"
)
_PEOPLE = r"SELECT name, folded, documents FROM person WHERE folded LIKE ? ESCAPE '\' ORDER BY documents DESC, name"
# one step in the index of values a key: to count their documents would read every value of the corpus
_KEYS = """WITH RECURSIVE known(key) AS (SELECT min(key) FROM value WHERE kind = 'meta' UNION ALL
    SELECT (SELECT min(key) FROM value WHERE kind = 'meta' AND key > known.key) FROM known WHERE known.key IS NOT NULL)
    SELECT key FROM known WHERE key IS NOT NULL"""
_VALUES = (
    "SELECT value, folded, COUNT(*) FROM value WHERE kind = 'meta' AND key = ? GROUP BY value, folded ORDER BY 3 DESC"
)
# found in an index that holds ids and titles, so that only the documents that are offered are read
_IDS = r"""SELECT id, coalesce(title, '') FROM document WHERE doc IN (SELECT doc FROM document INDEXED BY document_order
    WHERE {} LIKE ? ESCAPE '\' ORDER BY id LIMIT ?) ORDER BY id"""
_SHAPE = "SELECT count(*) || ' ' || total(length(sql)) FROM sqlite_master"
_ORGANISATIONS = r"""SELECT name, folded, documents FROM organisation WHERE folded LIKE ? ESCAPE '\'
    OR lower(acronyms) LIKE ? ESCAPE '\' ORDER BY documents DESC, name"""
_SPEAKERS = r"""SELECT name, folded, documents FROM person p WHERE folded LIKE ? ESCAPE '\' AND EXISTS (
    SELECT 1 FROM person_name n CROSS JOIN entity e ON (e.name, e.sense) = (n.name, n.sense) AND e.kind = 'person'
    CROSS JOIN quotation q ON q.doc = e.doc AND q.entity = e.entity WHERE n.person = p.person
    ) ORDER BY documents DESC, name LIMIT ?"""
_ROLES = "SELECT role, COUNT(*) FROM role GROUP BY role ORDER BY 2 DESC, role"


class StoredValues:
    """The index of the folders in use as it lies there; `find` works out where, at length.

    `is_expected` tells of a connection to a database, at length, whether it is made of an index's tables alone.
    """

    def __init__(
        self,
        environ: Mapping[str, str],
        cwd: str,
        find: Callable[[list[str]], str | None],
        is_expected: Callable[[Any], bool],
    ) -> None:
        self._environ = environ
        self._cwd = cwd
        self._find = find
        self._is_expected = is_expected

    def named(self, dirs: list[str], kind: str) -> Rows:
        """Return (value, folded, documents) of a kind (minister, portfolio, site), those of most documents first."""
        return self._rows(dirs, _NAMES, (kind, kind))

    def people(self, dirs: list[str], part: str) -> Rows:
        """Return (name, folded, documents) of the people whose folded name holds `part`."""
        return self._rows(dirs, _PEOPLE, (f"%{_literal(part)}%",))

    def organisations(self, dirs: list[str], part: str) -> Rows:
        """Return (name, folded, documents) of the named things whose folded name or letters hold `part`."""
        return self._rows(dirs, _ORGANISATIONS, (f"%{_literal(part)}%",) * 2)

    def speakers(self, dirs: list[str], part: str, most: int) -> Rows:
        """Return (name, folded, documents) of the people with quotations whose folded name holds `part`."""
        return self._rows(dirs, _SPEAKERS, (f"%{_literal(part)}%", str(most)))

    def keys(self, dirs: list[str]) -> list[str]:
        """Return the metadata keys, by name."""
        return [key for (key,) in self._rows(dirs, _KEYS)]

    def values(self, dirs: list[str], key: str) -> Rows:
        """Return (value, folded, documents) of a metadata key."""
        return self._rows(dirs, _VALUES, (key,))

    def roles(self, dirs: list[str]) -> Rows:
        """Return (role, documents)."""
        return self._rows(dirs, _ROLES)

    def ids(self, dirs: list[str], start: str, most: int) -> Rows:
        """Return (id, title) of the documents whose id begins so, in any case of letters."""
        return self._rows(dirs, _IDS.format("id"), (f"{_literal(start)}%", str(most)))

    def titled(self, dirs: list[str], part: str, most: int) -> Rows:
        """Return (id, title) of the documents whose folded title holds `part`."""
        return self._rows(dirs, _IDS.format("title_folded"), (f"%{_literal(part)}%", str(most)))

    def _rows(self, dirs: list[str], sql: str, parameters: tuple[str, ...] = ()) -> Rows:
        """Return the rows that `sql` gives; none where nothing is stored."""
        cache = cache_dir(self._environ)
        if not is_own_folder(cache):
            return []
        plate = self._plate([os.path.expanduser(name) for name in dirs], cache)
        if plate is None or not own_status(plate.database):
            return []
        try:  # sqlite3 without what it loads for dates
            from _sqlite3 import connect
        except ImportError:
            from sqlite3 import connect

        address = plate.database.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        connection = connect(f"file:{address}?mode=ro", uri=True, timeout=0.2)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            [(shape,)] = connection.execute(_SHAPE)
            if shape != plate.shape:
                if not self._is_expected(connection):
                    return []
                _write(plate._replace(shape=shape), cache)
            return connection.execute(sql, parameters).fetchall()
        finally:
            connection.close()

    def _plate(self, dirs: list[str], cache: str) -> _Plate | None:
        names, _ = corpus_folders(dirs, self._environ, self._cwd)
        key = "\0".join(os.path.abspath(os.path.join(self._cwd, name)) for name in names)
        path = os.path.join(cache, PLATES, _name(key))
        try:
            with open(open_own(path, os.O_RDONLY), encoding="utf-8", errors="surrogateescape") as file:
                header, known, when, shape, index = file.read().split("\n")
            true = f"{header}\n" == PLATE.decode() and known == key and when == str(os.stat(cache).st_mtime_ns)
            if true and os.path.dirname(index) == cache:
                return _Plate(path, key, shape, index)
        except (OSError, ValueError):
            pass
        found = self._find(dirs)
        return None if found is None or "\n" in key + found else _Plate(path, key, "", found)


class _Plate(NamedTuple):
    """What is written down of an index: the file it is written in, the folders, the shape of the tables, the index."""

    path: str
    key: str
    shape: str
    database: str


def _literal(text: str) -> str:
    """Return a pattern of LIKE that finds the text itself."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _name(key: str) -> str:
    """Return a file name for the plate; two keys may share it, the plate itself says whose it is."""
    return key.replace(os.sep, "-").replace("\0", "-")[-60:].encode("ascii", "replace").decode().replace("?", "_")


def _is_ours(path: str) -> bool:
    status = own_status(path)
    return status is not None and (not status.st_size or beginning(path, len(PLATE)) == PLATE)  # empty: cut off


def _write(plate: _Plate, cache: str) -> None:
    folder = os.path.dirname(plate.path)
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        beside = [os.path.join(folder, name) for name in os.listdir(folder)]
        if os.path.islink(folder) or not is_own_folder(folder) or not all(map(_is_ours, beside)):
            return  # somebody else's folder of that name
        if plate.path in beside:
            os.unlink(plate.path)
        when = os.stat(cache).st_mtime_ns
        descriptor = open_own(plate.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)  # it names folders of the user's
        with open(descriptor, "w", encoding="utf-8", errors="surrogateescape") as file:
            file.write(f"{PLATE.decode()}{plate.key}\n{when}\n{plate.shape}\n{plate.database}")
    except OSError:
        pass  # then the next TAB takes as long
