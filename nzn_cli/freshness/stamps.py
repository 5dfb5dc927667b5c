"""What an index says of itself: whether it is whole, and by what code each kind was made. Asked at every start."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from nzn_cli.annotate import registry
from nzn_cli.annotate.registry import Annotator
from nzn_cli.freshness.fingerprint import fingerprint
from nzn_cli.model.settings import Settings
from nzn_cli.store.digest import digest

if TYPE_CHECKING:
    import sqlite3

SURFACE, SEARCH = "surface", "search"  # the kinds that are no annotations


def kinds() -> tuple[str, ...]:
    """Return what is made of the documents once they are in, in the order in which it is made."""
    return (SURFACE, *registry.names(), SEARCH)


def stamps(connection: sqlite3.Connection) -> dict[str, str]:
    """Return what the index says of itself."""
    return dict(connection.execute("SELECT key, value FROM setting"))


def stamp_of(kind: str, settings: Settings) -> str:
    """Return what the index says when a kind is there: the code that made it, and what the user says of it."""
    annotator = registry.by_name(kind)
    if annotator is None:
        return "1"
    if not annotator.linked_by:
        return version_of(annotator)
    said = [[_stated(getattr(folder, field)) for field in annotator.linked_by] for folder in settings.folders]
    return f"{version_of(annotator)} {digest(repr(said).encode('utf-8', 'replace'))}"


def _stated(value: object) -> object:
    return sorted(value.items()) if hasattr(value, "items") else value


def version_of(annotator: Annotator) -> str:
    """Return what changes with the code of an annotator, or of what it is read from."""
    rooms = {room for source in registry.sources(annotator) for room in source.rooms}
    return fingerprint(tuple(sorted(rooms)))


def missing_kinds(connection: sqlite3.Connection, settings: Settings, need: Iterable[str]) -> set[str]:
    """Return what of `need` the index does not hold as it should be, documents on disk aside."""
    stored = stamps(connection)
    wanted = registry.with_sources(need)
    if wanted - {"documents"}:  # all else is read from surfaces
        wanted.add(SURFACE)
    if stored.get("state") != "whole":
        return {*wanted, "documents"}
    return {kind for kind in wanted if kind != "documents" and stored.get(kind) != stamp_of(kind, settings)}
