"""What every question is put to: the open store, the folders it stands for, and where and when the user is."""

from __future__ import annotations

from collections.abc import Sequence

from nzn_cli.model.records import NamedTuple
from nzn_cli.model.settings import Folder
from nzn_cli.store.store import Store, path_text


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
        return absolute_path(self.folders[folder].path, path_text(path))

    def path(self, folder: int, path: str | bytes) -> str:
        """Return a document's path as a record shows it."""
        return shown_path(self.folders[folder].path, path_text(path), self.cwd)


def page_at(offset: str) -> str:
    """Return the SQL of the page, slide or chapter of `document d` that a character lies in; NULL where it has none."""
    pages = f"SELECT count(*) FROM json_each(d.places, '$[1]') WHERE value <= {offset}"
    return f"iif(d.places = '' OR {offset} IS NULL, NULL, ({pages}))"


def absolute_path(root: str, path: str) -> str:
    """Return the absolute path of what lies at `path` in the folder `root`."""
    return f"{root if root.endswith('/') else root + '/'}{path}"


def shown_path(root: str, path: str, cwd: str) -> str:
    """Return a path as records show it: relative to the current folder when below it, else absolute."""
    absolute = absolute_path(root, path)
    here = cwd if cwd.endswith("/") else cwd + "/"
    return absolute[len(here) :] if absolute.startswith(here) else absolute


def bindable(text: str) -> str:
    """Return `text` as SQLite takes it: bytes of a command line that are not UTF-8 become replacement characters."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def readable(text: str) -> str:
    """Return what a reader reads of a name or title that was typed, as SQLite takes it."""
    from nzn_cli.text.surface import line_surface

    return line_surface(bindable(text))


def listed(values: Sequence[str] | Sequence[int]) -> str:
    """Return values as one JSON parameter for `IN (SELECT value FROM json_each(?))`, which takes any number of them."""
    import json

    return json.dumps(list(values))
