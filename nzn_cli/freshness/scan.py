"""The snapshot made anew, or anew for the folders that changed: asks `documents` what each name is."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from nzn_cli.documents.walk import Entry, Inside, Unread, judge, other_kinds, reason_of, start
from nzn_cli.freshness.compare import odd_text, rule_signature
from nzn_cli.freshness.snapshot import RULES, UNSURE, Clock, Place, counted
from nzn_cli.model.settings import Folder

_RULE_FILES = (b".git", b".gitignore", b".ignore")


class Found(NamedTuple):
    """A document on disk."""

    folder: int
    path: str
    signature: bytes
    size: int = -1  # bytes of a member of a container; that of a file stands in its signature


class ScannedFolder(NamedTuple):
    """One folder of the disk, scanned: its place, its documents, and the folders to go into."""

    place: Place
    found: list[Found]
    inside: list[Inside]


def scan_folders(folders: Iterable[Folder], clock: Clock) -> Iterator[ScannedFolder]:
    """Yield every place of every folder; raises FolderError for a folder that cannot be listed."""
    for number, folder in enumerate(folders):
        waiting = [start(folder)]
        while waiting:
            scanned = scan_folder(number, folder, waiting.pop(), clock)
            waiting += scanned.inside
            yield scanned


def scan_folder(number: int, folder: Folder, here: Inside, clock: Clock) -> ScannedFolder:
    """Return what is in one folder of the disk; one that cannot be listed is an empty place that says why."""
    path = os.path.join(os.fsencode(folder.path), os.fsencode(here.rules.path))
    relative = os.fsencode(here.rules.path)
    names: list[bytes] = []
    found: list[Found] = []
    inside: list[Inside] = []
    odd: list[bytes] = []
    unread = ""
    others: Counter[str] = Counter()
    plain = True  # whether no document is a link: what one that is followed leads to may change without a change here
    try:
        above = os.stat(path)
        with os.scandir(os.fsdecode(path)) as entries:
            for entry in entries:
                names.append(os.fsencode(entry.name))
                judged = judge(entry, here, folder.follow)
                if isinstance(judged, Entry):
                    found.append(Found(number, judged.path, clock.signature(*judged[1:])))
                    plain = plain and not entry.is_symlink()
                elif isinstance(judged, Inside):
                    inside.append(judged)
                elif isinstance(judged, Unread):
                    unread = unread or judged.reason
                others.update(other_kinds(judged, entry, here))
                if folder.follow and not isinstance(judged, Entry) and not _plain(entry):
                    odd.append(names[-1])
    except OSError as error:
        return ScannedFolder(Place(number, relative, b"", None, b"", b"", b"", reason_of(error)), [], [])
    # what could not be looked at may be let in without a change of this folder's names
    identity = b"" if unread else clock.identity(above, plain)
    files = b"\0".join(os.fsencode(one.path)[len(relative) :] for one in found)
    signatures = b"".join(one.signature for one in found)
    other = odd_text(path, odd) if odd else b""
    place = Place(number, relative, identity, b"\0".join(names), files, signatures, other, unread, counted(others))
    return ScannedFolder(place, found, inside)


def _plain(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def rule_places(folders: Iterable[Folder], places: Iterable[Place], clock: Clock) -> Iterator[Place]:
    """Yield a place for every file, there or not, that could say what is left out."""
    paths: set[str] = set()
    for folder in folders:
        if not folder.no_ignore:
            paths.update(os.path.join(above, name) for above in _parents(folder.path) for name in _watched())
    roots = [folder.path for folder in folders]
    for place in places:
        here = set((place.names or b"").split(b"\0"))
        if here.intersection(_RULE_FILES) and not list(folders)[place.folder].no_ignore:
            above = os.path.join(roots[place.folder], os.fsdecode(place.path))
            paths.update(os.path.join(above, name) for name in _watched())
    for path in sorted(paths):
        yield Place(RULES, os.fsencode(path), _rule_identity(path, clock), None, b"", b"", b"")


def _watched() -> tuple[str, ...]:
    return (".git", ".git/info/exclude", ".ignore", ".gitignore")


def _rule_identity(path: str, clock: Clock) -> bytes:
    try:
        status = os.stat(path)
    except OSError:
        return b""
    if not path.endswith("/.git") and clock.signature(0, status.st_mtime_ns, status.st_ctime_ns, 1) == UNSURE:
        return UNSURE
    return rule_signature(path)


def _parents(path: str) -> list[str]:
    found = [path]
    while (above := os.path.dirname(found[-1])) != found[-1]:
        found.append(above)
    return found


def has_rules(names: bytes | None) -> frozenset[bytes]:
    """Return the names of a folder that could say what is left out."""
    return frozenset((names or b"").split(b"\0")).intersection(_RULE_FILES)


def inside(folder: Folder, path: bytes) -> Inside:
    """Return the folder at `path` of a corpus that follows no links, ready to be listed."""
    here = start(folder)
    for part in os.fsdecode(path).rstrip("/").split("/") if path else ():
        here = Inside(here.rules.inside(part), here.above)
    return here
