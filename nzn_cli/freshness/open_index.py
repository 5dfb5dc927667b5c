"""Opens the index of a corpus and brings up to date what a question needs.

The same tables are filled whether they are kept or not: where the cache cannot be used, for whatever reason, they stand
in a private database that is gone with the process: one way to an answer, and no trouble of the cache's own.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress

from nzn_cli.errors import LinkingFault
from nzn_cli.freshness import compare, place
from nzn_cli.model.settings import Settings
from nzn_cli.progress import Listener
from nzn_cli.store import schema
from nzn_cli.store.connect import connected, opened, processes
from nzn_cli.store.store import Store, warned

_PATIENCE = 120.0  # seconds that we wait for another process that builds the same index
WRITING = (  # nothing is mapped: pages that are read once need not stay in memory
    "PRAGMA page_size = 16384",
    "PRAGMA cache_size = -16000",
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA secure_delete = OFF",
)
_SHARED = "PRAGMA cache_spill = OFF"  # so that readers are shut out only while a transaction ends
_PRIVATE = (
    "PRAGMA page_size = 16384",
    "PRAGMA synchronous = OFF",
    "PRAGMA journal_mode = MEMORY",
    "PRAGMA cache_size = -64000",
)

__all__ = ["open_store", "stored_store"]


def open_store(settings: Settings, need: frozenset[str], progress: Listener) -> Store:
    """Return the index of `settings.folders`, true at this moment for what `need` names.

    With `settings.trust` it is as when it was last looked at, where it holds all that. `need` holds "documents", names
    of annotators, or "search". Raises FolderError for a folder that cannot be listed.
    """
    settings = place.on_disk(settings)
    if settings.use_index:
        with suppress(sqlite3.Error, OSError):
            return _kept(settings, need, progress)
    return _private(settings, need, progress)


def stored_store(settings: Settings) -> Store | None:
    """Return what is stored of `settings.folders`; None when there is nothing whole."""
    with suppress(sqlite3.Error, OSError):
        index = place.place(settings)
        if settings.use_index and place.is_whole(index):
            return Store(opened(index.path), index.path, processes(settings))
    return None


# ---- the index that is kept -------------------------------------------------------------------------------------


def _kept(settings: Settings, need: frozenset[str], progress: Listener) -> Store:
    index = place.place(settings)
    state, seen, damaged = place.state(index), None, False
    if place.is_whole(index):
        try:
            store, seen = _true_store(index, settings, need)
            if store is not None:
                return store
        except Exception as error:
            damaged = is_damage(error)
            if not damaged and not isinstance(error, sqlite3.Error):
                raise
    from nzn_cli.freshness.lock import Lock

    place.make_folder(settings.cache_dir)
    place.remove_damaged_lock(index)
    with Lock(index.lock, _PATIENCE):
        same = place.state(index) == state
        before = _write(index, settings, need, progress, seen if same else None, damaged and same)
        connection = opened(index.path)
    return Store(connection, index.path, processes(settings), before)


def _true_store(
    index: place.Index, settings: Settings, need: frozenset[str]
) -> tuple[Store | None, compare.Changes | None]:
    """Return the index if all that is needed is there, and what differs on disk, if that was looked at."""
    from nzn_cli.freshness.stamps import missing_kinds

    connection = opened(index.path)
    true = False
    try:
        missing = missing_kinds(connection, settings, need)
        if "documents" in missing:
            return None, None
        seen = None if settings.trust else compare.changes_on_disk(connection, settings)
        true = not missing and not seen
        return Store(connection, index.path, processes(settings)) if true else None, seen
    finally:
        if not true:
            connection.close()


def _write(
    index: place.Index,
    settings: Settings,
    need: frozenset[str],
    progress: Listener,
    seen: compare.Changes | None,
    damaged: bool,
) -> tuple[int, int]:
    """Make the index true for `need`, and return what `warned` was before; a damaged one is made anew.

    Called by the holder of the lock.
    """
    place.require_room(index)
    fresh = damaged or not (place.is_whole(index) or place.is_part(index))
    for last in (False, True):
        try:
            return _update(index, settings, need, progress, seen, fresh)
        except Exception as error:
            if not is_damage(error) or (fresh and not isinstance(error, sqlite3.Error)):
                raise
            with suppress(OSError):
                place.remove(index, but_lock=True)
            if last or fresh:
                raise
            fresh, seen = True, None
    raise AssertionError


def discard(settings: Settings) -> None:
    """Remove the index of `settings.folders`, found to be damaged; who is writing it goes on without a name."""
    with suppress(OSError):
        place.remove(place.place(settings), but_lock=True)


def is_damage(error: Exception) -> bool:
    """Return whether an error may come from what stands in a damaged file: SQLite does not see all of it."""
    from nzn_cli.errors import NznError

    if isinstance(error, sqlite3.Error):
        return not any(word in str(error) for word in ("full", "locked", "readonly", "disk I/O", "interrupted"))
    return not isinstance(error, (NznError, OSError, MemoryError))


def _update(
    index: place.Index,
    settings: Settings,
    need: frozenset[str],
    progress: Listener,
    seen: compare.Changes | None,
    fresh: bool,
) -> tuple[int, int]:
    from nzn_cli.freshness.update import Target, update

    before = (0, 0)
    if fresh:
        place.remove(index, but_lock=True)
        place.seal_part(index, settings)
        place.make_file(index)
        connection = connected(index.path, (*WRITING, place.synchronous()))
    else:
        shared = () if place.is_part(index) else (_SHARED,)  # of what is not finished there are no readers
        if not shared:
            _check(index)
        connection = opened(index.path, (*WRITING, *shared, place.synchronous()))
    try:
        begun = place.is_part(index)

        def begin() -> None:
            nonlocal begun
            if not begun:
                place.seal_part(index, settings)
                begun = True

        if fresh:
            connection.executescript(f"BEGIN; PRAGMA application_id = {place.APPLICATION}; {schema.tables()}; COMMIT")
        elif not begun:
            before = warned(connection)
        update(Target(connection, settings, processes(settings), progress, begin, True), need, seen)
    except LinkingFault as fault:
        if not fresh and not _has_declared_values(connection):
            raise sqlite3.DatabaseError("malformed") from fault
        connection.close()
        place.seal_whole(index, settings)  # all but what that kind is joined to is there
        raise
    finally:
        connection.close()
    if begun:
        place.seal_whole(index, settings)
    place.tidy(index, settings)
    return before


def _check(index: place.Index) -> None:
    """Raise sqlite3.DatabaseError when a file that was not finished is damaged, too."""
    connection = sqlite3.connect(index.path, isolation_level=None)
    try:
        if not _is_sound(connection):
            raise sqlite3.DatabaseError("malformed")
    finally:
        connection.close()


def _is_sound(connection: sqlite3.Connection) -> bool:
    found: tuple[str] = connection.execute("PRAGMA quick_check(1)").fetchone()
    return found == ("ok",)


def _has_declared_values(connection: sqlite3.Connection) -> bool:
    """Say whether an index is sound and each value of the kind that its column declares.

    A flipped bit makes a text into bytes or a number, and whoever reads that raises what looks like a fault of ours.
    """
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%TEXT%'"):
        columns = connection.execute(f"SELECT name, lower(type) FROM pragma_table_info('{table}')").fetchall()
        others = (f"typeof({name}) NOT IN ('{declared}', 'null')" for name, declared in columns if declared)
        if connection.execute(f"SELECT 1 FROM {table} WHERE {' OR '.join(others)} LIMIT 1").fetchone():
            return False
    return _is_sound(connection)


# ---- the index of one process -----------------------------------------------------------------------------------


def _private(settings: Settings, need: frozenset[str], progress: Listener) -> Store:
    """Return an index of our own: on disk as far as it outgrows memory, or in memory where there is no room."""
    try:
        return _filled("", settings, need, progress)
    except sqlite3.OperationalError:
        return _filled(":memory:", settings, need, progress)


def _filled(name: str, settings: Settings, need: frozenset[str], progress: Listener) -> Store:
    from nzn_cli.freshness.update import Target, update

    connection = connected(name, _PRIVATE)
    connection.executescript(f"BEGIN; {schema.tables()}; COMMIT")
    update(Target(connection, settings, processes(settings), progress, _nothing, False), need, None)
    return Store(connection, warned_before=(0, 0))


def _nothing() -> None:
    """A private index has no seal."""
