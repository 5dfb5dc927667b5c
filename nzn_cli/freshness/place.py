"""Where indexes stand in the cache folder, which one is a corpus's, and whether a file may be believed.

Beside an index `KEY.db` stands its seal `KEY.seal`: what the file looked like when it was last whole. A file that is
not as its seal says was cut off or damaged, and is thrown away unless it was merely not finished.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress

from nzn_cli.config.folders import PLATES
from nzn_cli.freshness.fingerprint import PACKAGE, READING, fingerprint
from nzn_cli.model.records import NamedTuple
from nzn_cli.model.settings import Settings
from nzn_cli.store import schema
from nzn_cli.store.digest import digest

_BEGINNING = 600.0  # seconds after which an index without a seal is one that nobody writes
_KEPT = 4  # indexes of the same folders under other rules


class Index(NamedTuple):
    """The place of one index."""

    path: str
    seal: str
    lock: str


class Seal(NamedTuple):
    """What stands in a seal: `state` is "whole SIZE MTIME" or "part BOOT"; the rest tells whose index it is."""

    state: str
    code: str
    package: str
    folders: tuple[str, ...]


def place(settings: Settings) -> Index:
    """Return where the index of `settings.folders` stands, there or not."""
    rules = [
        [(name, sorted(value.items()) if hasattr(value, "items") else value) for name, value in folder._asdict().items()
         if name not in ("aliases", "not_same", "queries", "builtin")]
        for folder in settings.folders
    ]  # fmt: skip
    key = digest(repr((schema.VERSION, fingerprint(READING), rules)).encode("utf-8", "surrogateescape"))
    stem = os.path.join(settings.cache_dir, key)
    return Index(stem + ".db", stem + ".seal", stem + ".lock")


def make_folder(path: str) -> None:
    """Make the cache folder, the user's alone; raises OSError."""
    os.makedirs(path, mode=0o700, exist_ok=True)
    with suppress(OSError):
        if os.stat(path).st_mode & 0o077:
            os.chmod(path, 0o700)


def make_file(index: Index) -> None:
    """Make an empty index that only the user may read; raises OSError."""
    os.close(os.open(index.path, os.O_CREAT | os.O_RDWR, 0o600))


def is_whole(index: Index) -> bool:
    """Return whether the file is as it was when it was last whole."""
    seal = read_seal(index.seal)
    return seal is not None and seal.state == _state(index.path)


def state(index: Index) -> str:
    """Return what tells this state of the file from any other."""
    return _state(index.path)


def synchronous() -> str:
    """Return how SQLite is to write: waiting for the disk only where a restart would go unseen."""
    return f"PRAGMA synchronous = {'OFF' if _boot() else 'NORMAL'}"


def is_part(index: Index) -> bool:
    """Return whether the file is one that was not finished, since the machine was started."""
    seal = read_seal(index.seal)
    return seal is not None and seal.state == f"part {_boot()}"


def _state(path: str) -> str:
    try:
        status = os.stat(path)
    except OSError:
        return "none"
    return f"whole {status.st_size} {status.st_mtime_ns}"


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
    descriptor = os.open(index.path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    _write_seal(index, settings, _state(index.path))


def _write_seal(index: Index, settings: Settings, state: str) -> None:
    lines = [state, fingerprint(READING), PACKAGE, *(folder.path for folder in settings.folders)]
    fresh = f"{index.seal}.{os.getpid()}"
    descriptor = os.open(fresh, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(b"\0".join(os.fsencode(line) for line in lines))
    os.replace(fresh, index.seal)


def read_seal(path: str) -> Seal | None:
    """Return what a seal says, None when there is none."""
    try:
        with open(path, "rb") as file:
            state, code, package, *folders = (os.fsdecode(line) for line in file.read().split(b"\0"))
    except (OSError, ValueError):
        return None
    return Seal(state, code, package, tuple(folders))


def remove(index: Index, but_lock: bool = False) -> bool:
    """Remove an index with all that belongs to it; return whether there was one. Raises OSError."""
    stem = index.path.removesuffix(".db")
    found = False
    lock = () if but_lock else (f"{stem}.lock", f"{stem}.lock-journal")
    # the seal goes first: without it nothing else is believed
    for name in (index.seal, index.path, f"{index.path}-journal", *lock):
        with suppress(FileNotFoundError):
            os.unlink(name)
            found = found or name == index.path
    return found


def remove_plates(cache_dir: str) -> None:
    """Remove what TAB wrote down of where indexes are."""
    folder = os.path.join(cache_dir, PLATES)
    with suppress(OSError):
        for name in os.listdir(folder):
            os.unlink(os.path.join(folder, name))
        os.rmdir(folder)


def all_indexes(cache_dir: str) -> Iterator[Index]:
    """Yield every index of the cache folder."""
    try:
        names = sorted(os.listdir(cache_dir))
    except OSError:
        return
    for stem in dict.fromkeys(name.partition(".")[0] for name in names if name.endswith((".db", ".seal", ".lock"))):
        path = os.path.join(cache_dir, stem)
        yield Index(path + ".db", path + ".seal", path + ".lock")


def tidy(own: Index, settings: Settings) -> None:
    """Remove indexes of folders that are gone or of code that is gone, and old ones of these folders."""
    folders = tuple(folder.path for folder in settings.folders)
    rivals = []
    for index in all_indexes(settings.cache_dir):
        seal = read_seal(index.seal)
        if index.path == own.path or is_part(index) or (seal is None and _is_young(index)):
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
    try:
        return os.stat(path).st_mtime
    except OSError:
        return 0.0
