"""Text out of the door: standard output as UTF-8, the pager on a terminal, and one-line messages on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING

from nzn_cli.cli.terminal import Surroundings
from nzn_cli.render.safe import visible

if TYPE_CHECKING:
    from subprocess import Popen


def prepare() -> None:
    """Make the streams take any text: UTF-8 and raw bytes into a pipe, what cannot be shown escaped on a terminal."""
    for stream in (sys.stdout, sys.stderr):
        change = getattr(stream, "reconfigure", None)
        if change and stream.isatty():
            change(errors="backslashreplace")
        elif change:
            change(encoding="utf-8", errors="surrogateescape", newline="\n")


def say(message: str) -> None:
    """Write a message of ours on standard error, harmless and on one line each."""
    with suppress(OSError, ValueError):  # nobody may listen
        print(visible(message), file=sys.stderr, flush=True)


def write(pieces: Iterable[str]) -> None:
    """Write the pieces as they come; a piece on a terminal is seen at once."""
    out = sys.stdout
    at_once = out.isatty()
    for piece in pieces:
        out.write(piece)
        if at_once:
            out.flush()
    out.flush()


def page_out(pieces: Iterable[str], around: Surroundings, height: int) -> None:
    """Write the pieces through the pager; without one when they fit the screen or there is none to run."""
    source = iter(pieces)
    command = pager(around)
    if command is None:
        return write(source)
    head: list[str] = []
    if not stated(around):
        lines = 0
        for piece in source:
            head.append(piece)
            lines += piece.count("\n")
            if lines >= height:
                break
        else:
            return write(head)
    return _through(command, chain(head, source), around)


def stated(around: Surroundings) -> str | None:
    """Return the pager that the user names: NZN_PAGER before PAGER."""
    return around.environ.get("NZN_PAGER", around.environ.get("PAGER"))


def pager(around: Surroundings) -> list[str] | None:
    """Return the pager's command line; None where there is none, or it is `cat` or empty."""
    if around.environ.get("TERM") == "dumb":
        return None
    import shlex
    import shutil

    command = stated(around)
    try:
        words = shlex.split(command) if command is not None else ["less", "-FIRX"]
    except ValueError:
        words = [command or ""]
    if not words or words == ["cat"] or shutil.which(words[0]) is None:
        return None
    return words


def _through(command: list[str], pieces: Iterator[str], around: Surroundings) -> None:
    import subprocess

    environ = dict(around.environ)
    environ.setdefault("LESS", "FIRX")
    environ.setdefault("LESSCHARSET", "utf-8")
    process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environ, encoding="utf-8", errors="backslashreplace")
    try:
        _feed(process, pieces)
    finally:
        _wait(process)


def _feed(process: Popen[str], pieces: Iterator[str]) -> None:
    assert process.stdin is not None
    try:
        for piece in pieces:
            process.stdin.write(piece)
            process.stdin.flush()
    except BrokenPipeError:
        pass  # the reader has seen enough


def _wait(process: Popen[str]) -> None:
    assert process.stdin is not None
    with suppress(OSError):
        process.stdin.close()
    while True:
        try:
            process.wait()
            return
        except KeyboardInterrupt:
            continue  # Ctrl-C is the pager's, as in git and man


def silence() -> None:
    """Turn standard output to nowhere, so that the interpreter's last flush finds an open end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        pass
