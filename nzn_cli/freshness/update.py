"""What is to be done to make an index true, and the order in which it is done: documents, annotations, search.

Works on any connection with the tables, kept or private; knows no file, no lock and no seal.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from nzn_cli.annotate import registry
from nzn_cli.annotate.registry import Annotator
from nzn_cli.documents.containers import may_hold
from nzn_cli.errors import LinkingFault, NznError
from nzn_cli.freshness import build, snapshot
from nzn_cli.freshness.compare import Changes, changes_on_disk
from nzn_cli.freshness.linked_facts import is_linked, note_linked
from nzn_cli.freshness.members import with_members
from nzn_cli.freshness.scan import Found, has_rules, inside, rule_places, scan_folder, scan_folders
from nzn_cli.freshness.snapshot import RULES, WIDTH, Clock, Place
from nzn_cli.freshness.stamps import SEARCH, SURFACE, kinds, missing_kinds, stamp_of, stamps, version_of
from nzn_cli.freshness.work import StoredFiles, Work, work_for
from nzn_cli.model.settings import Settings
from nzn_cli.progress import Listener

Begin = Callable[[], None]


class Target(NamedTuple):
    """What an update works on and for; `begin` is called before the first write, `keep` says whether it is kept."""

    connection: sqlite3.Connection
    settings: Settings
    jobs: int
    progress: Listener
    begin: Begin
    keep: bool


class Survey(NamedTuple):
    """What was found on disk: places new or changed, places gone, and what to do about documents."""

    places: list[Place]
    gone: list[Place]
    work: Work


def update(target: Target, need: frozenset[str], changes: Changes | None) -> None:
    """Make the index true for `need`; `changes` are what differed on disk, if that was looked at just now.

    Raises LinkingFault, when all else is done, where the names of a kind that is needed could not be joined: what is
    merely read from that kind needs its annotations alone.
    """
    if "search" in need:
        from nzn_cli.search.full_text import require

        require(target.connection)
    survey = _survey(target, changes)
    if survey is not None:
        target.begin()
        _documents(target, survey)
    faults: dict[str, LinkingFault] = {}
    for kind in kinds():
        if kind in missing_kinds(target.connection, target.settings, need):
            target.begin()
            try:
                _make_kind(target, kind)
            except LinkingFault as fault:
                target.connection.execute("ROLLBACK")
                faults[kind] = fault
    for kind, failed in faults.items():
        if kind in need:
            raise failed


def _survey(target: Target, changes: Changes | None) -> Survey | None:
    """Return what is to be done about documents, None when all is as it was."""
    if stamps(target.connection).get("state") != "whole":
        return _whole(target)
    if changes is None:
        changes = changes_on_disk(target.connection, target.settings)
    if not changes:
        return None
    return (None if changes.rules else _parts(target, snapshot.load(target.connection), changes)) or _whole(target)


def _whole(target: Target) -> Survey:
    clock, connection = Clock(), target.connection
    stored = StoredFiles(connection)
    old = {(place.folder, place.path): place for place in snapshot.load(connection)} if target.keep else {}
    places: list[Place] = []
    found: list[Found] = []
    for one in scan_folders(target.settings.folders, clock):
        places.append(one.place)
        found += one.found
    places += rule_places(target.settings.folders, places, clock)
    for place in places:
        old.pop((place.folder, place.path), None)
    listed = with_members(_taken(found), stored, target.settings.folders)
    return Survey(places, list(old.values()), work_for(listed, stored, stored.docs(), _next(connection)))


def _taken(found: list[Found]) -> Iterator[Found]:
    """Yield what was found, and let it go."""
    while found:
        yield found.pop()


def _next(connection: sqlite3.Connection) -> int:
    (last,) = connection.execute("SELECT max(doc) FROM file").fetchone()
    return (last or 0) + 1


# ---- where little changed ---------------------------------------------------------------------------------------


class _Parts:
    """A survey of the places that changed alone."""

    def __init__(self, target: Target, places: list[Place]) -> None:
        self._target = target
        self._known = {(place.folder, place.path): place for place in places if place.folder != RULES}
        self._clock = Clock()
        self.places: dict[tuple[int, bytes], Place] = {}
        self.gone: list[Place] = []
        self.found: list[Found] = []
        self.before: set[tuple[int, str]] = set()  # files whose rows may have to go

    def list_again(self, place: Place) -> bool:
        """List a folder again; return False when that is not enough to know what is a document."""
        if (place.folder, place.path) not in self._known:
            return True  # it went with the folder above
        folder = self._target.settings.folders[place.folder]
        here = inside(folder, place.path)
        waiting = [here]
        while waiting:
            again = scan_folder(place.folder, folder, waiting.pop(), self._clock)
            key = (place.folder, again.place.path)
            old = self._known.get(key)
            if has_rules(again.place.names) != has_rules(old.names if old else None):
                return False
            self.places[key] = again.place
            self.found += again.found
            self.before |= {(place.folder, path) for path in _paths(old)} if old else set()
            below = {os.fsencode(one.rules.path): one for one in again.inside}
            self._forget_below(place.folder, again.place.path, set(below))
            waiting += [one for path, one in below.items() if (place.folder, path) not in self._known]
        return True

    def _forget_below(self, folder: int, path: bytes, still: set[bytes]) -> None:
        for key in [key for key in self._known if key[0] == folder and key[1] != path and key[1].startswith(path)]:
            child = path + key[1][len(path) :].partition(b"/")[0] + b"/"
            if child not in still:
                gone = self._known.pop(key)
                self.gone.append(gone)
                self.before |= {(folder, name) for name in _paths(gone)}

    def look_again(self, place: Place, files: list[int]) -> bool:
        """Take the new signatures of files; return False when the folder must be listed again after all."""
        signatures = bytearray(place.signatures)
        names = place.files.split(b"\0")
        folder = os.fsencode(self._target.settings.folders[place.folder].path)
        for number in files:
            path = place.path + names[number]
            try:
                status = os.stat(os.path.join(folder, path))
            except OSError:
                return False
            if not stat.S_ISREG(status.st_mode):
                return False
            numbers = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
            signature = self._clock.signature(*numbers)
            signatures[number * WIDTH : (number + 1) * WIDTH] = signature
            self.found.append(Found(place.folder, os.fsdecode(path), signature))
            self.before.add((place.folder, os.fsdecode(path)))
        self.places[place.folder, place.path] = place._replace(signatures=bytes(signatures))
        return True


def _paths(place: Place | None) -> list[str]:
    return [os.fsdecode(place.path + name) for name in snapshot.file_names(place)] if place else []


def _parts(target: Target, places: list[Place], found: Changes) -> Survey | None:
    """Return a survey of what changed, None when everything must be walked."""
    if any(folder.follow for folder in target.settings.folders):
        return None
    parts = _Parts(target, places)
    again = sorted(found.folders, key=lambda number: places[number].path)
    for number, files in found.edited.items():
        if not parts.look_again(places[number], files):
            again.append(number)
    if not all(parts.list_again(places[number]) for number in again):
        return None
    every = StoredFiles(target.connection)
    stored = {key: row for key in parts.before if (row := every.get(key))}
    for key in [key for key in parts.before if may_hold(key[1])]:
        stored |= every.members_of(*key)
    listed = with_members(parts.found, stored, target.settings.folders)
    docs = [file.doc for file in stored.values()]
    return Survey(list(parts.places.values()), parts.gone, work_for(listed, stored, docs, _next(target.connection)))


# ---- doing it ---------------------------------------------------------------------------------------------------


def _documents(target: Target, survey: Survey) -> None:
    connection = target.connection
    build.bring_up_to_date(connection, target.settings, survey.work, target.jobs, target.progress, target.keep)
    if target.keep:
        snapshot.forget(connection, survey.gone)
    # what could not be read, and what is of another kind, is told whether or not the snapshot is needed again
    told = survey.places if target.keep else [place for place in survey.places if place.unread or place.others]
    snapshot.save(connection, told)
    connection.execute("INSERT OR REPLACE INTO setting VALUES ('state', 'whole')")
    connection.execute("COMMIT")


def _make_kind(target: Target, kind: str) -> None:
    connection = target.connection
    annotator = registry.by_name(kind)
    if annotator is not None:
        from nzn_cli.freshness.annotations import annotate_documents

        _forget_other_code(connection, annotator)
        annotate_documents(connection, annotator, target.settings.folders, target.jobs, target.progress)
    elif kind == SURFACE:
        from nzn_cli.freshness.surfaces import make_surfaces

        make_surfaces(connection, target.jobs, target.progress, target.keep)
    elif kind == SEARCH:
        from nzn_cli.search.full_text import fill

        fill(connection, target.progress)
    connection.execute("BEGIN IMMEDIATE")
    if annotator is not None and annotator.linking:
        _link(target, annotator)
    connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (kind, stamp_of(kind, target.settings)))
    connection.execute("COMMIT")


def _link(target: Target, annotator: Annotator) -> None:
    connection, settings = target.connection, target.settings
    with linking_faults(annotator.name):
        if not is_linked(connection, annotator, settings):
            registry.loaded(annotator.linking)(connection, settings, version_of(annotator))
            note_linked(connection, annotator, settings)


@contextmanager
def linking_faults(kind: str) -> Iterator[None]:
    """Turn a fault of ours in the `with` statement, whatever it is, into a LinkingFault: it hides nothing else."""
    try:
        yield
    except (NznError, OSError, MemoryError, sqlite3.Error):
        raise
    except Exception as error:
        raise LinkingFault(kind, error) from error


def _forget_other_code(connection: sqlite3.Connection, annotator: Annotator) -> None:
    """Let annotations be made again when the code that makes them is another."""
    kind, code = annotator.name, version_of(annotator)
    if stamps(connection).get(f"{kind}_code") != code:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE annotation SET done = NULL WHERE kind = ?", (kind,))
        connection.execute("DELETE FROM setting WHERE key = ?", (kind,))
        connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (f"{kind}_code", code))
        connection.execute("COMMIT")
