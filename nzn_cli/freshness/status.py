"""What `nzn index` tells and does: where the index stands, what it holds, build it, remove it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from typing import Any

from nzn_cli.annotate import registry
from nzn_cli.freshness import place
from nzn_cli.freshness.lock import Lock
from nzn_cli.freshness.open_index import open_store, stored_store
from nzn_cli.freshness.stamps import SEARCH, SURFACE, kinds, missing_kinds, stamps
from nzn_cli.model.answers import IndexRecord, UnreadKind
from nzn_cli.model.settings import Settings
from nzn_cli.progress import Listener
from nzn_cli.store.connect import processes

_PATIENCE = 2.0  # seconds that `clear` waits for one who writes
_COSTS = {SURFACE: 1.0, SEARCH: 2.5}  # as those of annotators: seconds of one processor for a million words


def index_status(settings: Settings) -> IndexRecord:
    """Return where the index is and what it holds; `built` is an ISO time, or None where there is none.

    Looks at what is stored and not at the folders; indexes of folders that are gone are removed.
    """
    settings = place.on_disk(settings)
    index = place.place(settings)
    place.tidy(index, settings)
    status = IndexRecord(index.path, 0, 0, None, False, False, False, False, False)
    store = stored_store(settings)
    if store is None:
        return status
    with store, suppress(sqlite3.Error, OSError):
        from datetime import datetime

        file = os.stat(index.path)
        (documents,) = store.one("SELECT count(*) FROM document") or (0,)
        built = datetime.fromtimestamp(file.st_mtime).astimezone().isoformat(timespec="seconds")
        status = status._replace(bytes=file.st_size, documents=documents, built=built)
        if stamps(store.connection):
            missing = missing_kinds(store.connection, settings, kinds())
            there: Any = {kind: kind not in missing for kind in kinds() if kind in IndexRecord._fields}
            status = status._replace(**there)
    return status


def unread_kinds(settings: Settings) -> list[UnreadKind]:
    """Return what the stored index does not hold yet, in the order in which it is made; all where there is none."""
    store = stored_store(settings)
    if store is None:
        return []
    with store, suppress(sqlite3.Error):
        (words,) = store.one("SELECT total(words) FROM document") or (0.0,)
        missing = missing_kinds(store.connection, settings, kinds())
        workers = processes(settings)
        return [UnreadKind(kind, round(_cost(kind) * words / 1e6 / workers, 1)) for kind in kinds() if kind in missing]
    return []


def _cost(kind: str) -> float:
    annotator = registry.by_name(kind)
    return annotator.cost if annotator else _COSTS[kind]


def index_build(settings: Settings, progress: Listener) -> None:
    """Bring everything up to date: documents, every kind of annotation and, where SQLite can, search.

    Raises NznError where no index can be kept.
    """
    from nzn_cli.errors import NznError
    from nzn_cli.search.full_text import is_possible

    try:
        place.make_folder(settings.cache_dir)
        place.require_room(place.place(settings))
    except OSError as error:
        raise NznError(f"no index can be kept: {error.filename}: {error.strerror}") from None
    memory = sqlite3.connect(":memory:")
    need = {"documents", *kinds()} - (set() if is_possible(memory) else {SEARCH})
    memory.close()
    with open_store(settings._replace(trust=False), frozenset(need), progress) as store:
        if settings.use_index and not store.is_kept:
            raise NznError(f"no index can be kept in {settings.cache_dir}", "the disk is full, or another nzn is busy")


def index_clear(settings: Settings, everything: bool = False) -> int:
    """Remove the index of `settings.folders` under any rules, or all there are; return how many went."""
    settings = place.on_disk(settings)
    folders = tuple(folder.path for folder in settings.folders)
    gone = 0
    for index in place.all_indexes(settings.cache_dir):
        seal = place.read_seal(index.seal)
        if everything or seal is None or seal.folders == folders:
            with suppress(OSError):
                gone += _removed(index)
    place.tidy(place.place(settings), settings)
    if everything:
        place.remove_plates(settings.cache_dir)
    return gone


def _removed(index: place.Index) -> bool:
    try:
        with Lock(index.lock, _PATIENCE):
            return place.remove(index)
    except (OSError, sqlite3.Error):
        return place.remove(index)  # if one is writing, it goes on in a file without a name
