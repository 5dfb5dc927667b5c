"""File globs as ripgrep's -g takes them. Pure: patterns in, one test of a path out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from nzn_cli.errors import UsageError
from nzn_cli.model.records import NamedTuple
from nzn_cli.text.globs import name_test, path_test
from nzn_cli.text.letters import composed


class _Rule(NamedTuple):
    """One glob: whether it is `wanted` what it matches, and what that may be."""

    wanted: bool
    below: bool  # "blog/" is all that is in that folder
    matches: Callable[[Sequence[str]], bool]


def lets_through(globs: Sequence[str]) -> Callable[[str], bool]:
    """Return the test of a path (relative to its folder, "/" between parts); raises UsageError for what is no glob.

    The last glob that matches decides; `!` leaves out, a folder with all that is in it; without a "/" a glob is for a
    name at any depth. When none matches, a path is let through unless some glob asks for paths.
    """
    rules = [_rule(glob) for glob in reversed(globs)]
    default = not any(rule.wanted for rule in rules)
    leaving_out = any(not rule.wanted for rule in rules)
    known: dict[str, bool] = {"": True}  # folder -> whether it, and all above it, are let through

    def folder_is_open(path: str) -> bool:
        parts = path.split("/")
        for end in range(1, len(parts) + 1):
            if not next((rule.wanted for rule in rules if rule.matches(parts[:end])), True):
                return False
        return True

    def lets(path: str) -> bool:
        path = composed(path)
        folder = path.rpartition("/")[0]
        if leaving_out and folder not in known:
            known[folder] = folder_is_open(folder)
        if leaving_out and not known[folder]:
            return False
        parts = path.split("/")
        return next((rule.wanted for rule in rules if _takes(rule, parts)), default)

    return lets


def _takes(rule: _Rule, parts: Sequence[str]) -> bool:
    """Whether the rule speaks of a file."""
    if not rule.below:
        return rule.matches(parts)
    return rule.wanted and any(rule.matches(parts[:end]) for end in range(1, len(parts)))


def _rule(typed: str) -> _Rule:
    typed = composed(typed)
    wanted = not typed.startswith("!")
    glob = typed.removeprefix("!")
    glob = glob[1:] if glob.startswith("./") else glob
    try:
        if "/" in glob.rstrip("/"):
            return _Rule(wanted, glob.endswith("/"), path_test(glob.strip("/"), braces=True))
        name = name_test(glob.strip("/"), braces=True)
    except ValueError as error:
        raise UsageError(f"{typed!r} is no glob: {error}", "-g '*.md', -g 'blog/**', -g '!draft*'") from None
    return _Rule(wanted, glob.endswith("/"), partial(_last, name))


def _last(test: Callable[[str], bool], parts: Sequence[str]) -> bool:
    return test(parts[-1])
