"""What an index says of itself: whether it is whole, and by what code its facts were found. Asked at every start."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from nzn_cli.freshness.fingerprint import DATES, PEOPLE, fingerprint
from nzn_cli.model.settings import Settings
from nzn_cli.store.digest import digest

if TYPE_CHECKING:
    import sqlite3


def marks(connection: sqlite3.Connection) -> dict[str, str]:
    """Return what the index says of itself."""
    return dict(connection.execute("SELECT key, value FROM setting"))


def mark(kind: str, settings: Settings) -> str:
    """Return what the index says when a kind of fact is there: the code that found it, what the user says of it."""
    if kind == "dates":
        return fingerprint(DATES)
    if kind == "people":
        told = [(sorted(folder.aliases.items()), folder.not_same) for folder in settings.folders]
        return f"{fingerprint(PEOPLE)} {digest(repr(told).encode('utf-8', 'replace'))}"
    return "1"


def wanting(connection: sqlite3.Connection, settings: Settings, need: Iterable[str]) -> set[str]:
    """Return what of `need` the index does not hold as it should be, documents on disk aside."""
    held = marks(connection)
    if held.get("state") != "whole":
        return {*need, "documents"}
    return {kind for kind in need if kind != "documents" and held.get(kind) != mark(kind, settings)}
