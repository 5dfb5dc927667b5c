"""What every question is put to: the open store, the folders it stands for, and where and when the user is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nzn_cli.index.store import Store, path_text
from nzn_cli.model import Folder


class View(NamedTuple):
    """An open store with what its rows do not hold."""

    store: Store
    folders: tuple[Folder, ...]
    cwd: str  # `path` of every record is relative to it when below it
    now: str | None = None  # ISO day that "last week" counts from; None is today

    @property
    def day_first(self) -> bool:
        """Whether 3/4/2018, as typed, is in April."""
        return self.folders[0].day_first if self.folders else True

    def absolute(self, folder: int, path: str | bytes) -> str:
        """Return a document's absolute path; undecodable bytes are surrogates."""
        root = self.folders[folder].path
        return f"{root if root.endswith('/') else root + '/'}{path_text(path)}"

    def path(self, folder: int, path: str | bytes) -> str:
        """Return a document's path as a record shows it."""
        absolute = self.absolute(folder, path)
        here = self.cwd if self.cwd.endswith("/") else self.cwd + "/"
        return absolute[len(here) :] if absolute.startswith(here) else absolute


def bindable(text: str) -> str:
    """Return `text` as SQLite takes it: bytes of a command line that are not UTF-8 become replacement characters."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def listed(values: Sequence[str] | Sequence[int]) -> str:
    """Return values as one JSON parameter for `IN (SELECT value FROM json_each(?))`, which takes any number of them."""
    import json

    return json.dumps(list(values))
