"""The documents of a folder, found by walking down it; what a document is, `ignore` says.

In no order, and nothing is opened: a FIFO or device must not be touched. A link is left out without a look at what it
leads to, unless links are followed: then those in a ring are seen and left.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from typing import NamedTuple

from nzn_cli.documents.decode import HEAD, is_binary
from nzn_cli.documents.formats.choose import is_plain
from nzn_cli.documents.ignore import Rules, rules
from nzn_cli.errors import FolderError
from nzn_cli.model.documents import Skipped
from nzn_cli.model.settings import Folder

_KINDS = {stat.S_IFIFO: "FIFO", stat.S_IFSOCK: "socket", stat.S_IFCHR: "device", stat.S_IFBLK: "device"}


class Entry(NamedTuple):
    """A file taken for a document; `path` is relative to the folder, with undecodable bytes as surrogates."""

    path: str
    size: int
    mtime_ns: int
    ctime_ns: int
    ino: int


class Unread(NamedTuple):
    """What may be a document, or a folder of them, and could not be looked at."""

    path: str
    reason: str


class Inside(NamedTuple):
    """A folder to go down into: its rules, and the folders above it that a link could lead back to."""

    rules: Rules
    above: tuple[tuple[int, int], ...]


def walk(folder: Folder) -> Iterator[Entry]:
    """Yield the documents of `folder` in no order; raises FolderError where it cannot be listed.

    Binary files are among them: only reading shows what they are.
    """
    for found in sweep(folder):
        if isinstance(found, Entry):
            yield found


def skipped(folder: Folder) -> Iterator[Skipped]:
    """Yield what `walk` left out, and the files that turn out to be binary, each with the reason."""
    for found in sweep(folder):
        if isinstance(found, Skipped):
            yield found
        elif is_plain(found.path) and _binary(os.path.join(folder.path, found.path)):
            yield Skipped(found.path, "binary")


def sweep(folder: Folder) -> Iterator[Entry | Skipped]:
    """Yield every file, taken or left out; a folder that is left out is one Skipped, what is in it none."""
    return (
        Skipped(found.path.rstrip("/"), found.reason) if isinstance(found, Unread) else found
        for found in judgements(folder)
    )


def judgements(folder: Folder) -> Iterator[Entry | Skipped | Unread]:
    """Yield what `sweep` does, what could not be looked at told apart; of a folder its path ends with a slash."""
    waiting = [start(folder)]
    while waiting:
        here = waiting.pop()
        try:
            entries = os.scandir(here.rules.root + "/" + here.rules.path)
        except OSError as error:
            yield Unread(here.rules.path, reason_of(error))
            continue
        with entries:
            for entry in entries:
                found = judge(entry, here, folder.follow)
                if isinstance(found, Inside):
                    waiting.append(found)
                else:
                    yield found


def start(folder: Folder) -> Inside:
    """Return the top of `folder`; raises FolderError where it is missing, no folder, or closed."""
    path = folder.path
    try:
        with os.scandir(path):
            found = os.stat(path)
    except FileNotFoundError:
        raise FolderError(f"there is no folder {path}", "name a folder that exists with -d DIR") from None
    except NotADirectoryError:
        raise FolderError(f"{path} is a file, not a folder", "name the folder it lies in with -d DIR") from None
    except (OSError, ValueError) as error:
        raise FolderError(f"the folder {path} cannot be read: {reason_of(error)}") from None
    return Inside(rules(folder), ((found.st_dev, found.st_ino),))


def judge(entry: os.DirEntry[str], here: Inside, follow: bool) -> Entry | Inside | Skipped | Unread:
    """Return what `entry` of the folder `here` is: a document, a folder to go into, or left out or unread and why."""
    name = entry.name
    path = here.rules.path + name
    try:
        if entry.is_file(follow_symlinks=False):
            reason = here.rules.refuses(name)
            return Skipped(path, reason) if reason else _entry(path, entry.stat())
        if entry.is_dir(follow_symlinks=False):
            reason = here.rules.refuses(name, folder=True)
            return Skipped(path, reason) if reason else Inside(here.rules.inside(name), here.above)
        return _unusual(entry, here, follow)
    except FileNotFoundError:
        return Skipped(path, "gone meanwhile")
    except OSError as error:
        return Skipped(path, "link in a ring") if error.errno == errno.ELOOP else Unread(path, reason_of(error))


def other_kinds(judged: object, entry: os.DirEntry[str], here: Inside) -> tuple[str, ...]:
    """Return the ending of a file that lacks nothing else to be a document, as a tuple of one; of all else none."""
    name = entry.name
    try:
        if not isinstance(judged, Skipped) or not entry.is_file(follow_symlinks=False):
            return ()
    except OSError:
        return ()
    return () if here.rules.knows(name) or here.rules.hides(name) else (ending_of(name),)


def ending_of(name: str) -> str:
    """Return the ending of a file's name in lower case, without its dot; "" where it has none that is one."""
    ending = os.path.splitext(name)[1][1:].lower()
    return ending if ending.isascii() and ending.isalnum() and len(ending) < 9 else ""


def _unusual(entry: os.DirEntry[str], here: Inside, follow: bool) -> Entry | Inside | Skipped:
    """What a link, a FIFO, a socket or a device is; raises OSError."""
    name = entry.name
    path = here.rules.path + name
    if not follow and entry.is_symlink():
        return Skipped(path, "link (-L follows it)")
    try:
        status = entry.stat()
    except FileNotFoundError:
        return Skipped(path, "link to nothing")
    kind = _KINDS.get(stat.S_IFMT(status.st_mode))
    reason = kind or here.rules.refuses(name, folder=stat.S_ISDIR(status.st_mode))
    if reason:
        return Skipped(path, reason)
    if not stat.S_ISDIR(status.st_mode):
        return _entry(path, status)
    identity = (status.st_dev, status.st_ino)
    if identity in here.above or identity in _way_down(here):
        return Skipped(path, "link to a folder that it lies in")
    return Inside(here.rules.inside(name), (*here.above, *_way_down(here), identity))


def _way_down(here: Inside) -> set[tuple[int, int]]:
    """The folders from the top of the corpus down to `here`: asked for only where a link is followed."""
    found, path = set(), here.rules.path
    while path:
        status = os.stat(os.path.join(here.rules.root, path))
        found.add((status.st_dev, status.st_ino))
        path = path.rstrip("/").rpartition("/")[0]
    return found


def _entry(path: str, status: os.stat_result) -> Entry:
    return Entry(path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _binary(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return is_binary(file.read(HEAD))
    except OSError:
        return False  # it stays a document, with a warning


def reason_of(error: Exception) -> str:
    """Return why something could not be looked at, in a few words."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error) or type(error).__name__
