"""File globs as ripgrep's -g takes them. Pure: patterns in, one test of a path out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from nzn_cli.errors import UsageError


def path_test(globs: Sequence[str]) -> Callable[[str], bool]:
    """Return whether a path (relative to its folder, "/" between parts) is let through.

    The last glob that matches decides; `!` leaves out; without a "/" a glob is for a name at any depth. When none
    matches, a path is let through unless some glob asks for paths.
    """
    rules = [(not glob.startswith("!"), _compiled(glob.removeprefix("!"))) for glob in reversed(globs)]
    default = not any(wanted for wanted, _ in rules)

    def lets_through(path: str) -> bool:
        return next((wanted for wanted, rule in rules if rule.match(path)), default)

    return lets_through


def _compiled(glob: str) -> re.Pattern[str]:
    glob = glob[1:] if glob.startswith("./") else glob
    inner = glob.strip("/")
    anchored = "/" in glob.rstrip("/")
    below = "/.*" if glob.endswith("/") else ""
    try:
        return re.compile(("" if anchored else "(?:.*/)?") + _translated(inner) + below + r"\Z", re.DOTALL)
    except re.error:
        raise UsageError(f"{glob!r} is no glob", "-g '*.md', -g 'blog/**', -g '!draft*'") from None


def _translated(glob: str) -> str:
    """The glob as a regular expression."""
    out: list[str] = []
    depth = 0
    for token in _tokens(glob):
        if token == "{":
            depth += 1
            out.append("(?:")
        elif token == "}" and depth:
            depth -= 1
            out.append(")")
        elif token == "," and depth:
            out.append("|")
        else:
            out.append(_SIGNS.get(token) or _plain(token))
    return "".join(out)


_SIGNS = {"**/": "(?:.*/)?", "/**": "/.*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def _plain(token: str) -> str:
    """One literal letter, an escaped one, or a set of letters."""
    if len(token) > 1 and token[0] == "\\":
        return re.escape(token[1:])
    if len(token) > 2 and token[0] == "[":
        inner = token[1:-1].replace("\\", r"\\").replace("[", r"\[")
        return f"[^/{inner[1:]}]" if inner[0] in "!^" else f"[{inner}]"
    return re.escape(token)


def _tokens(glob: str) -> Iterator[str]:
    pattern = r"\*\*/|/\*\*(?=/?\Z)|\*\*|\\.|\[[!^]?\]?[^\]]*\]|."
    return (found.group() for found in re.finditer(pattern, glob, re.DOTALL))
