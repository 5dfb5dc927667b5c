"""Ids and paths as they were typed; `-` reads them from standard input, which is never guessed."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from nzn_cli.errors import UsageError


def ids_given(words: Sequence[str]) -> tuple[str, ...]:
    """Return the ids, those of standard input in the place of `-`: lines, or NUL-ended where a NUL is seen."""
    found: list[str] = []
    for word in words:
        if word != "-":
            found.append(word)
            continue
        text = standard_input()
        lines = text.split("\0") if "\0" in text else text.splitlines()
        read = [line.strip("\r\n") for line in lines if line.strip()]
        if not read:
            raise UsageError("no ids came on standard input", "for example: nzn list -O ids | nzn show -")
        found += read
    return tuple(found)


def standard_input() -> str:
    """Return all that comes on standard input."""
    try:
        return sys.stdin.buffer.read().decode("utf-8", "surrogateescape")
    except OSError as error:
        raise UsageError(f"standard input cannot be read: {error.strerror}") from error
