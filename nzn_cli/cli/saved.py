"""Saved queries: `@summit` stands for the words that `.nzn.toml` keeps under that name. More may stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nzn_cli.cli.given import Given, near
from nzn_cli.errors import UsageError
from nzn_cli.model import Settings


def expanded(given: Given, names: Sequence[str], settings: Settings) -> Given:
    """Return `given` with the options of the named queries added; what was typed wins over a single value of theirs."""
    known: dict[str, tuple[str, ...]] = {}
    for folder in settings.folders:
        known.update({name: tuple(words) for name, words in folder.queries.items()})
    for name in names:
        given = given.joined(_read(given, _words(name, known, given.verb.name)))
    return given


def _words(name: str, known: dict[str, tuple[str, ...]], verb: str) -> tuple[str, ...]:
    if not name.startswith("@"):
        raise UsageError(f"nzn {verb} takes no {name!r}", f"nzn {verb} --minister {name!r}, or nzn search {name!r}")
    if name[1:] not in known:
        saved = f"saved are {', '.join('@' + query for query in known)}" if known else "none is saved in .nzn.toml"
        raise UsageError(f"no query is saved as {name}", near(name[1:], list(known), "@") or saved)
    return known[name[1:]]


def _read(given: Given, words: tuple[str, ...]) -> Given:
    """Return the words of a saved query as the command's own parser reads them; a leading command name is left out."""
    from nzn_cli.cli import app, mistakes

    verb = given.verb
    line = list(words[1:] if words[:1] == (verb.name,) else words)
    command: Any = app.built(verb)
    try:
        context = command.make_context("nzn", line)
    except app.Unreadable as error:
        raise mistakes.explained(error, verb.name) from None
    return app.given(verb, context.params)
