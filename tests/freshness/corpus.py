"""A folder of documents to index, and what an index of it holds, in a form that can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nzn_cli.freshness.open_index import open_store
from nzn_cli.model.settings import Folder, Settings
from nzn_cli.progress import Silent
from nzn_cli.store.store import Store, path_text
from tests.waiting import tick

ALL = frozenset({"documents", "people", "dates"})


def article(number: int, text: str = "") -> str:
    """Return a document with front matter; `text` goes into its body."""
    return (
        f"---\ntitle: Report {number} on fishing\ndate: 2019-03-{number % 28 + 1:02}\nminister: Jane Doe\n---\n"
        f"Jane Doe met Peter Vandermeer of the harbour board on 3 May 2018.\n\n{text}\n"
    )


def write(folder: Path, count: int) -> None:
    """Write `count` documents, some in folders of their own."""
    for number in range(count):
        place = folder / f"part{number % 3}" if number % 4 else folder
        place.mkdir(parents=True, exist_ok=True)
        (place / f"doc{number}.md").write_text(article(number), encoding="utf-8")


def settings(folder: Path, cache: Path, follow: bool = False, **more: Any) -> Settings:
    """Return the settings for one folder; `jobs` and `use_index` may be given."""
    return Settings((Folder(str(folder), follow=follow),), str(cache), **more)


def contents(store: Store) -> dict[str, list[Any]]:
    """Return what an index holds, with paths in place of document numbers and in a fixed order."""
    paths = {doc: path_text(path) for doc, path in store.rows("SELECT doc, path FROM document")}
    skip = {"document": "doc", "person": "person"}
    found: dict[str, list[Any]] = {}
    for table in ("document", "value", "credit", "body", "entity", "mention", "role", "event"):
        columns = _columns(store, table, ("doc", "path"))
        rows = store.rows(f"SELECT doc, {columns} FROM {table}")
        found[table] = sorted(((paths[row[0]], *row[1:]) for row in rows), key=repr)
    columns = _columns(store, "person", (skip["person"],))
    found["person"] = sorted(store.rows(f"SELECT {columns} FROM person"), key=repr)
    sql = "SELECT n.name, p.name, n.rule FROM person_name n JOIN person p USING (person)"
    found["person_name"] = sorted(store.rows(sql), key=repr)
    return found


def _columns(store: Store, table: str, but: Iterable[str]) -> str:
    return ", ".join(row[1] for row in store.rows(f"PRAGMA table_info({table})") if row[1] not in but)


def indexed(folder: Path, cache: Path, need: frozenset[str] = ALL, **more: Any) -> dict[str, list[Any]]:
    """Return what the kept index holds now; what is written afterwards bears another time than all that it saw."""
    with open_store(settings(folder, cache, **more), need, Silent()) as store:
        assert store.is_kept
        found = contents(store)
    tick(cache.parent)
    return found


def scanned(folder: Path, cache: Path, need: frozenset[str] = ALL, **more: Any) -> dict[str, list[Any]]:
    """Return what a scan finds now."""
    with open_store(settings(folder, cache, use_index=False, **more), need, Silent()) as store:
        assert not store.is_kept
        return contents(store)
