"""Saved queries: `@summit` stands for the words that `.nzn.toml` keeps under that name. More may stand beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nzn_cli.cli.given import Given, near
from nzn_cli.cli.verbs import Verb
from nzn_cli.errors import UsageError
from nzn_cli.model.settings import Settings

Read = Callable[[Verb, list[str]], Given]


def expanded(given: Given, names: Sequence[str], settings: Settings, read: Read) -> Given:
    """Return `given` with the options of the named queries added; what was typed wins over a single value of theirs.

    `read` reads words as the command line of a command.
    """
    known: dict[str, tuple[str, ...]] = {}
    for folder in settings.folders:
        known.update({name: tuple(words) for name, words in folder.queries.items()})
    for name in names:
        words = _words(name, known, given.verb.name)
        given = given.joined(read(given.verb, list(words[1:] if words[:1] == (given.verb.name,) else words)))
    return given


def _words(name: str, known: dict[str, tuple[str, ...]], verb: str) -> tuple[str, ...]:
    if not name.startswith("@"):
        raise UsageError(f"nzn {verb} takes no {name!r}", f"nzn {verb} --minister {name!r}, or nzn search {name!r}")
    if name[1:] not in known:
        saved = f"saved are {', '.join('@' + query for query in known)}" if known else "none is saved in .nzn.toml"
        raise UsageError(f"no query is saved as {name}", near(name[1:], list(known), "@") or saved)
    return known[name[1:]]
