"""Where indexes stand in the cache folder, which one is a corpus's, and whether a file may be believed.

Beside an index `KEY.db` stands its seal `KEY.seal`: what the file looked like when it was last whole. A file that is
not as its seal says was cut off or damaged, and is thrown away unless it was merely not finished. The folder may hold
other people's files: nzn writes to and removes only what bears a name of its own and says inside that it is nzn's.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import suppress

from nzn_cli.config.folders import PLATE, PLATES
from nzn_cli.config.ownership import beginning, is_own_folder, open_own, own_status
from nzn_cli.freshness.fingerprint import PACKAGE, READING, fingerprint
from nzn_cli.model.records import NamedTuple
from nzn_cli.model.settings import Settings
from nzn_cli.store import schema
from nzn_cli.store.digest import digest

APPLICATION = 0x6E7A6E31  # in the header of every database of ours, locks among them: what SQLite's file format offers
_SQLITE, _APPLICATION_AT = b"SQLite format 3\0", 68
_SEALED = b"nzn index seal\n"
_HEX = frozenset("0123456789abcdef")
_KEY = 32  # digits
_NAMES = 50  # that are tried for an index
_BEGINNING = 600.0  # seconds after which an index without a seal is one that nobody writes
_KEPT = 4  # indexes of the same folders under other rules


class Index(NamedTuple):
    """The place of one index."""

    path: str
    seal: str
    lock: str

    @property
    def beside(self) -> tuple[str, ...]:
        """Return the names that are written to but for the lock, the file that is believed first."""
        return self.path, f"{self.path}-journal", self.seal, _fresh(self)


class Seal(NamedTuple):
    """What stands in a seal: `state` is "whole SIZE MTIME" or "part BOOT"; the rest tells whose index it is."""

    state: str
    code: str
    package: str
    folders: tuple[str, ...]


def on_disk(settings: Settings) -> Settings:
    """Return settings whose folders are where they are: one that is reached by a link has one index."""
    folders = tuple(folder._replace(path=os.path.realpath(folder.path)) for folder in settings.folders)
    return settings._replace(folders=folders)


def place(settings: Settings) -> Index:
    """Return where the index of `settings.folders` stands, there or not: at the first name that is not taken."""
    settings = on_disk(settings)
    rules = [
        [(name, sorted(value.items()) if hasattr(value, "items") else value) for name, value in folder._asdict().items()
         if name not in ("aliases", "not_same", "queries", "builtin")]
        for folder in settings.folders
    ]  # fmt: skip
    identity = repr((schema.tables(), fingerprint(READING), rules)).encode("utf-8", "surrogateescape")
    index = _index(settings.cache_dir, digest(identity))
    for number in range(_NAMES):
        if not _is_taken(index):
            break
        index = _index(settings.cache_dir, digest(identity + b"%d" % number))
    return index


def _is_taken(index: Index) -> bool:
    """Return whether plain files of the user's stand here that are not nzn's, or damaged beyond recognition.

    Anything else in the way is somebody's doing: `require_room` refuses it.
    """
    if is_ours(index):
        return False
    held = {name: own_status(name) for name in (*index.beside, index.lock) if os.path.lexists(name)}
    if not all(held.values()):
        return False
    # a lock and a seal are empty for a moment while they are made
    made = [name for name, status in held.items() if status and (status.st_size or name in index.beside[:3])]
    return not all(name == index.lock and is_database(name) for name in made)


def _index(cache_dir: str, key: str) -> Index:
    stem = os.path.join(cache_dir, key)
    return Index(stem + ".db", stem + ".seal", stem + ".lock")


def make_folder(path: str) -> None:
    """Make the cache folder, the user's alone; raises OSError, also for one that others may write to."""
    os.makedirs(path, mode=0o700, exist_ok=True)
    if not is_own_folder(path):
        raise PermissionError(errno.EPERM, "others may write to this folder", path)


def make_file(index: Index) -> None:
    """Make an empty index that only the user may read; raises OSError."""
    os.close(open_own(index.path, os.O_CREAT | os.O_EXCL | os.O_RDWR))


def is_whole(index: Index) -> bool:
    """Return whether the file is the user's own and as it was when it was last whole."""
    if not is_own_folder(os.path.dirname(index.path)):
        return False
    seal = read_seal(index.seal)
    return seal is not None and seal.state == state(index)


def state(index: Index) -> str:
    """Return what tells this state of the file from any other; "none" for what is no plain file of the user's."""
    status = own_status(index.path)
    return "none" if status is None else f"whole {status.st_size} {status.st_mtime_ns}"


def synchronous() -> str:
    """Return how SQLite is to write: waiting for the disk only where a restart would go unseen."""
    return f"PRAGMA synchronous = {'OFF' if _boot() else 'NORMAL'}"


def is_part(index: Index) -> bool:
    """Return whether the file is one that was not finished, since the machine was started."""
    seal = read_seal(index.seal)
    return seal is not None and seal.state == f"part {_boot()}" and own_status(index.path) is not None


def _boot() -> str:
    """What is written without waiting for the disk is safe from a kill, but not from a power cut."""
    try:
        with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:
            return file.read().strip()
    except OSError:
        return ""


def seal_part(index: Index, settings: Settings) -> None:
    """Say that the file is being written."""
    _write_seal(index, settings, f"part {_boot()}")


def seal_whole(index: Index, settings: Settings) -> None:
    """Say that the file is whole as it is now; waits until it is on the disk."""
    descriptor = open_own(index.path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    _write_seal(index, settings, state(index))


def _write_seal(index: Index, settings: Settings, state: str) -> None:
    lines = [state, fingerprint(READING), PACKAGE, *(folder.path for folder in settings.folders)]
    fresh = _fresh(index)
    with suppress(FileNotFoundError):
        os.unlink(fresh)  # of one who was killed: whoever writes a seal holds the lock, and has looked
    with os.fdopen(open_own(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY), "wb") as file:
        file.write(_SEALED + b"\0".join(os.fsencode(line) for line in lines))
    os.replace(fresh, index.seal)


def _fresh(index: Index) -> str:
    """Where a seal is written before it takes the place of the last one."""
    return f"{index.seal}-new"


def read_seal(path: str) -> Seal | None:
    """Return what a seal says, None when there is none of nzn's."""
    try:
        with os.fdopen(open_own(path, os.O_RDONLY), "rb") as file:
            if file.read(len(_SEALED)) != _SEALED:
                return None
            state, code, package, *folders = (os.fsdecode(line) for line in file.read().split(b"\0"))
    except (OSError, ValueError):
        return None
    return Seal(state, code, package, tuple(folders))


# ---- what is nzn's ------------------------------------------------------------------------------------------------


def is_ours(index: Index) -> bool:
    """Return whether nzn wrote what stands under these names: the seal says so, or else the database itself."""
    return any(beginning(name, len(_SEALED)) == _SEALED for name in (index.seal, _fresh(index))) or is_database(
        index.path
    )


def is_database(path: str) -> bool:
    """Return whether a file is a database that nzn made, an index or a lock."""
    header = beginning(path, _APPLICATION_AT + 4)
    return header.startswith(_SQLITE) and header[_APPLICATION_AT:] == APPLICATION.to_bytes(4, "big")


def require_room(index: Index) -> None:
    """Raise OSError where something that is not nzn's bears a name that an index is about to be written under."""
    ours = is_ours(index)
    for name in index.beside:
        status = own_status(name)
        begun = name == _fresh(index) and status is not None and not status.st_size  # by one who was killed
        if os.path.lexists(name) and not begun and not (ours and status):
            raise FileExistsError(errno.EEXIST, "is not nzn's, and in the way of an index", name)


def remove_damaged_lock(index: Index) -> None:
    """Remove a lock of nzn's that is none any more; raises OSError."""
    status = own_status(index.lock)
    if status and status.st_size and not is_database(index.lock) and is_ours(index):
        os.unlink(index.lock)


def remove(index: Index, but_lock: bool = False) -> bool:
    """Remove what nzn wrote of an index; return whether there was a database. Raises OSError."""
    ours = is_ours(index)
    lock = () if but_lock or not (ours or is_database(index.lock)) else (index.lock, f"{index.lock}-journal")
    found = False
    # the database goes first: once it is gone nothing is believed; the seal says until then whose it is
    for name in (*(index.beside if ours else ()), *lock):
        if own_status(name):
            with suppress(FileNotFoundError):
                os.unlink(name)
                found = found or name == index.path
    return found


def remove_plates(cache_dir: str) -> None:
    """Remove what TAB wrote down of where indexes are."""
    folder = os.path.join(cache_dir, PLATES)
    if not is_own_folder(folder) or os.path.islink(folder):
        return
    plates = [path for name in os.listdir(folder) if is_plate(path := os.path.join(folder, name))]
    with suppress(OSError):
        for path in plates:
            os.unlink(path)
        if plates:
            os.rmdir(folder)


def is_plate(path: str) -> bool:
    """Return whether a file is one that TAB wrote."""
    return beginning(path, len(PLATE)) == PLATE


def all_indexes(cache_dir: str) -> Iterator[Index]:
    """Yield every index of the cache folder: what bears such a name and is nzn's."""
    try:
        names = sorted(os.listdir(cache_dir))
    except OSError:
        return
    keys = dict.fromkeys(name.partition(".")[0] for name in names if name.endswith((".db", ".seal", ".lock")))
    for key in keys:
        if len(key) == _KEY and _HEX.issuperset(key):
            index = _index(cache_dir, key)
            if is_ours(index) or is_database(index.lock):
                yield index


def tidy(own: Index, settings: Settings) -> None:
    """Remove indexes of folders that are gone or of code that is gone, and old ones of these folders."""
    folders = tuple(folder.path for folder in settings.folders)
    rivals = []
    for index in all_indexes(settings.cache_dir):
        if index.path == own.path:
            continue
        seal = read_seal(index.seal)
        if is_part(index) or (seal is None and _is_young(index)):
            continue
        if seal is None or any(not os.path.isdir(folder) for folder in seal.folders) or _outlived(seal):
            with suppress(OSError):
                remove(index)
        elif seal.folders == folders:
            rivals.append(index)
    rivals.sort(key=lambda index: _written(index.path), reverse=True)
    for index in rivals[_KEPT:]:
        with suppress(OSError):
            remove(index)


def _outlived(seal: Seal) -> bool:
    return not os.path.isdir(seal.package) or (seal.package == PACKAGE and seal.code != fingerprint(READING))


def _is_young(index: Index) -> bool:
    """Whether another process may just have begun it."""
    return max(_written(index.path), _written(index.lock)) > time.time() - _BEGINNING


def _written(path: str) -> float:
    status = own_status(path)
    return status.st_mtime if status else 0.0
