"""A file or folder that is put in its place whole: made beside it under another name, moved when it is complete.

Nothing that is there goes without `force`, and of folders only what this put there. Ctrl-C leaves nothing behind.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from nzn_cli.cli import interrupt
from nzn_cli.errors import UsageError

MARK = ".nzn-export"  # lists the files of a folder that was exported


@contextmanager
def placed_file(path: str, force: bool) -> Iterator[str]:
    """Give the path of a file to make, and move what was made to `path`; raises UsageError where it cannot be there."""
    target = os.path.realpath(path)  # a link stays one
    require_file_place(path, force)
    with _workshop(target, path) as shop:
        made = os.path.join(shop, os.path.basename(target))
        yield made
        _sync(made)
        if force:
            os.replace(made, target)
            return
        try:
            os.link(made, target)  # fails where something came there meanwhile
        except FileExistsError:
            raise _there(path) from None
        except OSError:  # a file system without links
            require_file_place(path, force)
            os.replace(made, target)


@contextmanager
def placed_folder(path: str, force: bool) -> Iterator[str]:
    """Give the path of an empty folder to fill, and move it to `path`; raises UsageError where it cannot be there."""
    target = os.path.realpath(path)
    require_folder_place(path, force)
    with _workshop(target, path) as shop:
        made = os.path.join(shop, "new")
        os.mkdir(made)
        yield made
        with open(os.path.join(made, MARK), "w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{name}\n" for name in sorted(_files(made)) if name != MARK)
        require_folder_place(path, force)
        old = os.path.join(shop, "old")
        if os.path.isdir(target):
            os.rename(target, old)
        try:
            os.rename(made, target)
        except OSError:
            if os.path.isdir(old):
                os.rename(old, target)
            raise


def require_file_place(path: str, force: bool) -> None:
    """Raise UsageError where no file may be put at `path`."""
    try:
        kind = os.stat(path).st_mode
    except OSError:
        return
    if stat.S_ISDIR(kind):
        raise UsageError(f"{path} is a folder", f"{os.path.join(path, 'NAME')} would be a file in it")
    if not stat.S_ISREG(kind):
        raise UsageError(f"{path} is no file that can be put in place", "- writes to standard output, where it is text")
    if not force:
        raise _there(path)


def require_folder_place(path: str, force: bool) -> None:
    """Raise UsageError where no folder may be put at `path`: over files that no export wrote, none ever is."""
    if not os.path.lexists(path):
        return
    if not os.path.isdir(path):
        raise UsageError(f"{path} is there already, and no folder", "name another")
    there = _files(path)
    try:
        with open(os.path.join(path, MARK), encoding="utf-8") as file:
            ours = {MARK, *file.read().split("\n")}
    except (OSError, ValueError):
        ours = set()
    foreign = next((name for name in sorted(there) if name not in ours), None)
    if foreign is not None:
        raise UsageError(f"{path} holds {foreign}, which no export wrote", "name another folder, or an empty one")
    if there and not force:
        raise _there(path)


def _there(path: str) -> UsageError:
    return UsageError(f"{path} is there already", "--force writes over it")


def _files(folder: str) -> list[str]:
    """Return the files below a folder, links among them, by their paths in it."""
    found = []
    for root, folders, names in os.walk(folder):
        links = [name for name in folders if os.path.islink(os.path.join(root, name))]
        found += [os.path.relpath(os.path.join(root, name), folder) for name in (*names, *links)]
    return found


@contextmanager
def _workshop(target: str, path: str) -> Iterator[str]:
    """Give a folder of our own beside `target`, which goes afterwards."""
    parent = os.path.dirname(target)
    if not os.path.isdir(parent):
        raise UsageError(f"there is no folder {os.path.dirname(path) or parent}", "make it first")
    try:
        shop = tempfile.mkdtemp(prefix=".nzn-export-", dir=parent)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from None
    undo = partial(shutil.rmtree, shop, ignore_errors=True)
    interrupt.before_leaving(undo)
    try:
        yield shop
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise UsageError(f"{path} could not be written: {error.strerror}") from error
    finally:
        undo()
        interrupt.forget(undo)


def _sync(path: str) -> None:
    """Have the file on the disk before its name is."""
    place = os.open(path, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
