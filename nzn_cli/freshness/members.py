"""Containers among what was found on disk, and their members: one that did not change is not opened."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from nzn_cli.documents.containers import may_hold, members, split_member
from nzn_cli.documents.ignore import Rules
from nzn_cli.freshness.scan import Found, inside
from nzn_cli.model.settings import Folder

if TYPE_CHECKING:
    from nzn_cli.freshness.work import StoredFile


def with_members(
    found: Iterable[Found], stored: Mapping[tuple[int, str], StoredFile], folders: tuple[Folder, ...]
) -> Iterator[Found]:
    """Yield what was found, and after each container its members; `stored` has those that the index knows."""
    known: dict[tuple[int, str], list[str]] | None = None
    for one in found:
        yield one
        if not may_hold(one.path):
            continue
        if known is None:
            known = _by_container(stored)
        before = stored.get((one.folder, one.path))
        if before is not None and before.signature == one.signature and any(one.signature):
            names = known.get((one.folder, one.path), ())
            yield from (Found(one.folder, path, one.signature, 0) for path in names)
        else:
            yield from _members(one, folders[one.folder])


def _by_container(stored: Iterable[tuple[int, str]]) -> dict[tuple[int, str], list[str]]:
    known: dict[tuple[int, str], list[str]] = {}
    for folder, path in stored:
        if split := split_member(path):
            known.setdefault((folder, split[0]), []).append(path)
    return known


def _members(container: Found, folder: Folder) -> Iterator[Found]:
    """The documents in a container, by the rules of the folder that it lies in; none where it cannot be listed."""
    from nzn_cli.documents.formats.zipped import Damaged

    try:
        listed = members(os.path.join(folder.path, container.path))
        here = inside(folder, os.fsencode(container.path.rpartition("/")[0])).rules
    except (Damaged, OSError):
        return
    above: dict[str, Rules | None] = {"": here.inside(container.path.rpartition("/")[2])}
    for path, size in listed:
        where, _, name = path.rpartition("/")
        rules = _rules(where, above)
        if rules is not None and not rules.refuses(name):
            yield Found(container.folder, f"{container.path}/{path}", container.signature, size)


def _rules(where: str, above: dict[str, Rules | None]) -> Rules | None:
    """The rules in a folder of a container; None where they leave it out."""
    if where not in above:
        parent, _, name = where.rpartition("/")
        outer = _rules(parent, above)
        above[where] = None if outer is None or outer.refuses(name, folder=True) else outer.inside(name)
    return above[where]
