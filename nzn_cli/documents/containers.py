"""Files that are folders: the documents in a ZIP file, the messages of an mbox, the attachments of a message.

A member's path is that of its container, a slash, and its own: `releases.zip/2018/a.txt`. Bounded in members, bytes
and ratio; nothing is ever unpacked to the disk.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, Protocol

from nzn_cli.documents.formats.choose import ending
from nzn_cli.model.file_formats import INSIDE

MESSAGES = 200_000  # of an mbox
_MBOX = 2_000_000_000  # bytes of one
_ZIP = 4_000_000_000
_INSIDE = re.compile(INSIDE)
_FROM = re.compile(rb"^From [^\n]*\n", re.MULTILINE)
_CARRIES = re.compile(rb"(?i)name(?:\*\d*\*?)?=|message/rfc822")  # a message that may have a file with it
_DEPTH = 3  # containers in one on disk that are gone into
_NESTED = 300_000_000  # bytes of all of these
_MEMBERS = 300_000  # of a container and of those in it


class Member(NamedTuple):
    """What is in a container: its path there, and about how many bytes it has."""

    path: str
    size: int


def is_container(path: str) -> bool:
    """Return whether a file is nothing but a folder of others."""
    return ending(path) in (".zip", ".mbox")


def may_hold(path: str) -> bool:
    """Return whether a file may hold others."""
    return ending(path) in (".zip", ".mbox", ".eml")


def split_member(path: str) -> tuple[str, str] | None:
    """Return the container and the path in it of what may be a member's path, None for the path of a file."""
    found = _INSIDE.search(path)
    return (path[: found.end() - 1], path[found.end() :]) if found else None


def members(file: str) -> list[Member]:
    """Return what a container on disk holds, in its order, and what containers in it do, a few deep.

    One that is not gone into is a member. Raises Damaged, and OSError where the file cannot be read.
    """
    status = os.stat(file)
    key = (file, status.st_mtime_ns, status.st_size)
    return list(islice(_listed(key, (), _Left(_NESTED)), _MEMBERS))


def member_bytes(file: str, member: str) -> bytes:
    """Return the bytes of a member; raises Damaged, FileNotFoundError for one that is not there, other OSError."""
    status = os.stat(file)
    key = (file, status.st_mtime_ns, status.st_size)
    inside: tuple[str, ...] = ()
    while True:
        container = _container(key, inside)
        try:
            return container.read(member)
        except FileNotFoundError:
            split = split_member(member)
            if split is None or len(inside) == _DEPTH:
                raise
            inside, member = (*inside, split[0]), split[1]


class _Left:
    """How many bytes of containers in one container may still be opened."""

    def __init__(self, size: int) -> None:
        self.size = size


def _listed(key: tuple[str, int, int], inside: tuple[str, ...], left: _Left) -> Iterator[Member]:
    from nzn_cli.documents.formats.zipped import Damaged

    above = "".join(f"{name}/" for name in inside)
    for one in _container(key, inside).members():
        inner: Iterator[Member] | None = None
        if may_hold(one.path) and len(inside) < _DEPTH and one.size <= left.size:
            left.size -= one.size
            try:
                inner = iter(list(_listed(key, (*inside, one.path), left)))
            except (Damaged, OSError):
                inner = None
        if inner is None or not is_container(one.path):
            yield Member(above + one.path, one.size)
        yield from inner or ()


class _Container(Protocol):
    """Something that holds files by their paths."""

    def members(self) -> list[Member]:
        """Return what it holds itself."""

    def read(self, member: str) -> bytes:
        """Return the bytes of one; raises FileNotFoundError and Damaged."""


@lru_cache(maxsize=4)  # members of one container are read one after the other
def _container(key: tuple[str, int, int], inside: tuple[str, ...]) -> _Container:
    """The container on disk that `key` names, or one that lies in it."""
    if inside:
        source: str | bytes = _container(key, inside[:-1]).read(inside[-1])
        kind, size = ending(inside[-1]), len(source)
    else:
        source, size = key[0], key[2]
        kind = ending(source)
    if kind == ".zip":
        return _Zip(source, size)
    if isinstance(source, str):
        if kind == ".mbox":
            _refuse_beyond(_MBOX, size)
        with open(source, "rb") as opened:
            source = opened.read()
    return _Mailbox(source) if kind == ".mbox" else _Carrier(source)


def _refuse_beyond(most: int, size: int) -> None:
    from nzn_cli.documents.formats.zipped import Damaged

    if size > most:
        raise Damaged(f"it is larger than {most // 1_000_000_000} GB")


class _Zip:
    """A ZIP file, its directory read."""

    def __init__(self, source: str | bytes, size: int) -> None:
        from nzn_cli.documents.formats.zipped import Packed

        _refuse_beyond(_ZIP, size)
        self._packed = Packed(source)

    def members(self) -> list[Member]:
        return [Member(name, size) for name, size in self._packed.files() if _is_plain_path(name)]

    def read(self, member: str) -> bytes:
        data = self._packed.read(member)
        if data is None:
            raise FileNotFoundError(member)
        return data


def _is_plain_path(name: str) -> bool:
    """Whether a member's name is a path below its container."""
    return not name.startswith("/") and "\\" not in name and not {"", ".", ".."}.intersection(name.split("/"))


class _Mailbox:
    """An mbox, and where its messages begin."""

    def __init__(self, data: bytes) -> None:
        from nzn_cli.documents.formats.zipped import Damaged

        self._data = data
        starts = [
            (match.start(), match.end())
            for match in _FROM.finditer(self._data)
            if match.start() == 0 or self._data[: match.start()].endswith((b"\n\n", b"\r\n\r\n"))
        ]
        if not starts:
            raise Damaged("it holds no message")
        ends = [*(start for start, _ in starts[1:]), len(self._data)]
        self._spans = [(begin, end) for (_, begin), end in zip(starts, ends, strict=True)][:MESSAGES]

    def members(self) -> list[Member]:
        return [Member(f"{number:06}.eml", end - begin) for number, (begin, end) in enumerate(self._spans, 1)]

    def read(self, name: str) -> bytes:
        number = name.partition(".")[0]
        if name != f"{number}.eml" or not number.isdecimal() or not 0 < int(number) <= len(self._spans):
            raise FileNotFoundError(name)
        begin, end = self._spans[int(number) - 1]
        return re.sub(rb"(?m)^>(?=>*From )", b"", self._data[begin:end])


class _Carrier:
    """A message, and the files that it carries; of two of one name the first."""

    def __init__(self, data: bytes) -> None:
        self._files: dict[str, bytes] = {}
        if _CARRIES.search(data):
            from nzn_cli.documents.formats.mail import attachments
            from nzn_cli.documents.formats.mime import message_of

            for name, content in attachments(message_of(data)):
                self._files.setdefault(name, content)

    def members(self) -> list[Member]:
        return [Member(name, len(content)) for name, content in self._files.items()]

    def read(self, member: str) -> bytes:
        if member not in self._files:
            raise FileNotFoundError(member)
        return self._files[member]
