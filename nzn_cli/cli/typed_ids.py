"""Ids and paths as they were typed; `-` reads them from standard input, which is never guessed."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from nzn_cli.cli.command_line import CommandLine
from nzn_cli.cli.options import FILTERS
from nzn_cli.errors import NothingFound, NznError, UsageError


def ids_given(words: Sequence[str], none: type[NznError] = NothingFound) -> tuple[str, ...]:
    """Return the ids, those of standard input in the place of `-`; raises `none` where it has none."""
    found: list[str] = []
    for word in words:
        found += (word,) if word != "-" else ids_read(none)
    return tuple(found)


def ids_read(none: type[NznError] = NothingFound) -> tuple[str, ...]:
    """Return the ids on standard input: lines, or NUL-ended where a NUL is seen.

    Raises `none` where there are none: nothing was found by the command before.
    """
    text = standard_input()
    lines = text.split("\0") if "\0" in text else text.splitlines()
    read = tuple(line.strip("\r\n") for line in lines if line.strip())
    if not read:
        error = none("no ids came on standard input", "for example: nzn list -O ids | nzn show -")
        error.of_corpus = False
        raise error
    return read


def without_dash(line: CommandLine) -> tuple[CommandLine, bool]:
    """Return the command line without the lone - that asks for the ids of standard input, and whether it stood there.

    Of `search` it is the last word, and not the only one; where a command takes ids of its own, `ids_given` reads it.
    """
    if not set(FILTERS) <= set(line.verb.options):
        return line, False
    for argument in line.verb.arguments:
        words = line.many(argument.name) if argument.many and argument.complete != "id" else ()
        if line.verb.name == "search" and not (len(words) > 1 and words[-1] == "-"):
            continue
        kept = words[:-1] if line.verb.name == "search" else tuple(word for word in words if word != "-")
        if kept != words:
            return line.replaced(argument.name, kept), True
    return line, False


def standard_input() -> str:
    """Return all that comes on standard input."""
    try:
        return sys.stdin.buffer.read().decode("utf-8", "surrogateescape")
    except OSError as error:
        raise UsageError(f"standard input cannot be read: {error.strerror}") from error
