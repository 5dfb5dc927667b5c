"""Which document a person means by an id, a stem, a unique prefix of either, or a path."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from nzn_cli.errors import UnknownDocument
from nzn_cli.model.records import NamedTuple
from nzn_cli.query.view import View, bindable
from nzn_cli.store.store import path_text, path_value
from nzn_cli.text.letters import composed

_SHOWN = 8


class _Name(NamedTuple):
    doc: int
    id: str
    stem: str
    path: str


def resolve(tokens: Sequence[str], view: View, folders: bool = False) -> list[int]:
    """Return the numbers of the documents that `tokens` name, in that order, each once.

    An exact id wins, then an exact stem, then a path, then a prefix; with `folders` a path may be that of a folder
    and means all that is below. Raises UnknownDocument with the candidates when several are meant, with the nearest
    when none is.
    """
    listing = _Listing(view)
    docs: dict[int, None] = {}
    for token in tokens:
        docs.update(dict.fromkeys(_resolve(token, view, listing, folders)))
    return list(docs)


class _Listing:
    """The names of all documents, read when the first token is no id."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._names: list[_Name] | None = None
        self._stems: dict[str, list[_Name]] = {}

    def names(self) -> list[_Name]:
        if self._names is None:
            rows = self._view.store.rows("SELECT doc, id, path FROM document ORDER BY folder, path")
            self._names = [
                _Name(doc, id_, composed(os.path.splitext(path.rpartition("/")[2])[0]), path)
                for doc, id_, path in ((doc, id_, path_text(value)) for doc, id_, value in rows)
            ]
            for name in self._names:
                self._stems.setdefault(name.stem, []).append(name)
        return self._names

    def with_stem(self, stem: str) -> list[_Name]:
        self.names()
        return list(self._stems.get(stem, ()))

    def which(self, test: Callable[[_Name], bool]) -> list[_Name]:
        return [name for name in self.names() if test(name)]


def _resolve(token: str, view: View, listing: _Listing, folders: bool) -> list[int]:
    row = view.store.one("SELECT doc FROM document WHERE id = ?", (bindable(token),))
    if row:
        return [row[0]]
    written, token = token, composed(token)
    found = listing.with_stem(token)
    if not found and (docs := _at_path(written, view, folders)):
        return docs
    found = found or listing.which(lambda name: bool(token) and composed(name.id).startswith(token))
    found += [name for name in listing.which(lambda n: bool(token) and n.stem.startswith(token)) if name not in found]
    exact = [name for name in found if name.stem == token]
    found = exact or found
    if len(found) == 1:
        return [found[0].doc]
    raise _several(token, found) if found else _none(token, listing)


def _at_path(token: str, view: View, folders: bool) -> list[int]:
    """The document at a path (from the current folder, absolute, or from the corpus's folder), or all below it."""
    absolute = os.path.normpath(os.path.join(view.cwd, token))
    docs: list[int] = []
    for number, folder in enumerate(view.folders):
        root = folder.path.rstrip("/") + "/"
        inside = [absolute[len(root) :]] if absolute.startswith(root) else []
        for path in dict.fromkeys([*inside, os.path.normpath(token)]):
            sql = "SELECT doc FROM document WHERE folder = ? AND path = ?"
            exact = [doc for (doc,) in view.store.rows(sql, (number, path_value(path)))]
            docs += exact or _composed_alike(path, number, view)
        if folders:
            docs += _below(absolute, root, number, view)
    return list(dict.fromkeys(docs))


def _composed_alike(path: str, number: int, view: View) -> list[int]:
    """The documents whose path differs in how letters are composed alone."""
    if path.isascii():
        return []
    rows = view.store.rows("SELECT doc, path FROM document WHERE folder = ?", (number,))
    return [doc for doc, other in rows if composed(path_text(other)) == composed(path)]


def _below(absolute: str, root: str, number: int, view: View) -> list[int]:
    """Every document of a folder that lies below an absolute path."""
    inside = composed(absolute.rstrip("/") + "/")
    rows = view.store.rows("SELECT doc, path FROM document WHERE folder = ? ORDER BY path", (number,))
    return [doc for doc, path in rows if composed(root + path_text(path)).startswith(inside)]


def _several(token: str, found: Sequence[_Name]) -> UnknownDocument:
    # a stem that several files have tells them apart no better than the token did
    names = [f"{name.id} ({name.path})" if name.stem == token else name.id for name in found[:_SHOWN]]
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return UnknownDocument(f"{token!r} could be any of {len(found)} documents", f"{', '.join(names)}{more}")


def _none(token: str, listing: _Listing) -> UnknownDocument:
    from difflib import get_close_matches

    names = listing.names()
    if len(names) > 5000:  # comparing with every one would take seconds
        names = [name for name in names if name.stem[:2].lower() == token[:2].lower()][:5000]
    known = {text: name.id for name in names for text in (name.id, name.stem)}
    near = list(dict.fromkeys(known[text] for text in get_close_matches(token, known, 3, 0.6)))
    hint = f"near: {', '.join(near)}" if near else "nzn list shows the ids"
    return UnknownDocument(f"no document is called {token!r}", hint)
