"""Files that are folders: the documents in a ZIP file, the messages of an mbox, the attachments of a message.

A member's path is that of its container, a slash, and its own: `releases.zip/2018/a.txt`. Bounded in members, bytes
and ratio; nothing is ever unpacked to the disk.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import NamedTuple

from nzn_cli.documents.formats.choose import ending
from nzn_cli.model.file_formats import INSIDE

MESSAGES = 200_000  # of an mbox
_MBOX = 2_000_000_000  # bytes of one
_ZIP = 4_000_000_000
_INSIDE = re.compile(INSIDE)
_FROM = re.compile(rb"^From [^\n]*\n", re.MULTILINE)
_CARRIES = re.compile(rb"(?i)name(?:\*\d*\*?)?=")  # a message that may have a file with it


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
    """Return what a container on disk holds, in its order; raises Damaged, and OSError where it cannot be read."""
    status = os.stat(file)
    kind = ending(file)
    if kind == ".zip":
        return _zipped(file, status.st_mtime_ns, status.st_size).members()
    if kind == ".mbox":
        return _mailbox(file, status.st_mtime_ns, status.st_size).members()
    with open(file, "rb") as opened:
        return _attached("", opened.read())


def member_bytes(file: str, member: str) -> bytes:
    """Return the bytes of a member; raises Damaged, FileNotFoundError for one that is not there, other OSError."""
    status = os.stat(file)
    kind = ending(file)
    if kind == ".zip":
        return _zipped(file, status.st_mtime_ns, status.st_size).read(member)
    if kind == ".mbox":
        message, _, attached = member.partition("/")
        data = _mailbox(file, status.st_mtime_ns, status.st_size).read(message)
        return _attachment(data, attached) if attached else data
    with open(file, "rb") as opened:
        return _attachment(opened.read(), member)


class _Zip:
    """A ZIP file on disk, its directory read."""

    def __init__(self, file: str, size: int) -> None:
        from nzn_cli.documents.formats.zipped import Damaged, Packed

        if size > _ZIP:
            raise Damaged(f"it is larger than {_ZIP // 1_000_000_000} GB")
        self._packed = Packed(file)

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
    """An mbox on disk, and where its messages begin."""

    def __init__(self, file: str, size: int) -> None:
        from nzn_cli.documents.formats.zipped import Damaged

        if size > _MBOX:
            raise Damaged(f"it is larger than {_MBOX // 1_000_000_000} GB")
        with open(file, "rb") as opened:
            self._data = opened.read()
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
        found = []
        for number, (begin, end) in enumerate(self._spans, 1):
            name = f"{number:06}.eml"
            found.append(Member(name, end - begin))
            if _CARRIES.search(self._data, begin, end):
                found += _attached(f"{name}/", self.read(name))
        return found

    def read(self, name: str) -> bytes:
        number = name.partition(".")[0]
        if not number.isdecimal() or not 0 < int(number) <= len(self._spans):
            raise FileNotFoundError(name)
        begin, end = self._spans[int(number) - 1]
        return re.sub(rb"(?m)^>(?=>*From )", b"", self._data[begin:end])


@lru_cache(maxsize=1)  # members of one container are read one after the other
def _zipped(file: str, mtime_ns: int, size: int) -> _Zip:
    return _Zip(file, size)


@lru_cache(maxsize=1)
def _mailbox(file: str, mtime_ns: int, size: int) -> _Mailbox:
    return _Mailbox(file, size)


def _attached(above: str, data: bytes) -> list[Member]:
    return [Member(above + name, len(content)) for name, content in _files(data)] if _CARRIES.search(data) else []


def _attachment(data: bytes, name: str) -> bytes:
    for other, content in _files(data):
        if other == name:
            return content
    raise FileNotFoundError(name)


def _files(data: bytes) -> list[tuple[str, bytes]]:
    """The files of a message; of two of one name the first."""
    from nzn_cli.documents.formats.mail import attachments
    from nzn_cli.documents.formats.mime import message_of

    found: dict[str, bytes] = {}
    for name, content in attachments(message_of(data)):
        found.setdefault(name, content)
    return list(found.items())
