"""Text out of the door: standard output as UTF-8, the pager on a terminal, and one-line messages on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from nzn_cli.cli.terminal import Surroundings
from nzn_cli.errors import UsageError
from nzn_cli.render.safe import visible

if TYPE_CHECKING:
    from subprocess import Popen

_HELD = 65_536  # characters: what a pager is given is kept so far, in case that it fails


_HALF = 300  # letters of a long sentence that are kept at either end


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


def shortened(sentence: str) -> str:
    """Return a sentence as it is shown, its middle left out where it is long: it may quote whatever was typed."""
    shown = visible(sentence)
    return shown if len(shown) <= 3 * _HALF else f"{shown[:_HALF]} … {shown[-_HALF:]}"


def write(pieces: Iterable[str]) -> None:
    """Write the pieces as they come; a piece on a terminal is seen at once."""
    out = sys.stdout
    at_once = out.isatty()
    for piece in pieces:
        try:
            out.write(piece)
            if at_once:
                out.flush()
        except OSError as error:
            raise _lost(error) from error
    finish()


def write_bytes(pieces: Iterable[bytes]) -> None:
    """Write the pieces as they are, into a pipe or a file."""
    finish()
    for piece in pieces:
        try:
            sys.stdout.buffer.write(piece)
        except OSError as error:
            raise _lost(error) from error
    finish()


def finish() -> None:
    """Send off what still waits to be written."""
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _lost(error) from error


def _lost(error: OSError) -> Exception:
    """Return what a failed writing is to the user: nothing where the reader has gone, else an answer that is lost."""
    if isinstance(error, BrokenPipeError):
        return error
    return UsageError(f"the answer could not be written: {error.strerror}")


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
    """Write the pieces through the pager; plainly where it cannot be started, or fails before it has shown much."""
    import subprocess

    from nzn_cli.cli import interrupt

    environ = dict(around.environ)
    environ.setdefault("LESS", "FIRX")
    environ.setdefault("LESSCHARSET", "utf-8")
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, env=environ, encoding="utf-8", errors="backslashreplace"
        )
    except OSError as error:
        say(f"nzn: the pager {command[0]} cannot be started: {error.strerror}")
        write(pieces)
        return
    kept: list[str] = []
    undo = partial(_leave_to, process)
    interrupt.before_leaving(undo)
    try:
        whole = _feed(process, pieces, kept)
    finally:
        interrupted = _wait(process)
        interrupt.forget(undo)
    if process.returncode and not interrupted:
        say(f"nzn: the pager {command[0]} ended with {process.returncode}")
        if whole:
            write(chain(kept, pieces))


def _feed(process: Popen[str], pieces: Iterator[str], kept: list[str]) -> bool:
    """Give the pager the pieces; return whether it may have shown none, and `kept` holds all that it was given."""
    assert process.stdin is not None
    length = number = 0
    try:
        for piece in pieces:
            if length < _HELD:
                kept.append(piece)
            length, number = length + len(piece), number + 1
            process.stdin.write(piece)
            process.stdin.flush()
    except BrokenPipeError:  # the reader has seen enough
        return number == len(kept)
    return length < _HELD


def _wait(process: Popen[str]) -> bool:
    """Wait for the pager's end; return whether Ctrl-C was heard, which is the pager's, as in git and man."""
    import signal

    assert process.stdin is not None
    pressed: list[object] = []
    before = signal.signal(signal.SIGINT, lambda *_: pressed.append(True))
    with suppress(OSError):
        process.stdin.close()
    process.wait()
    signal.signal(signal.SIGINT, before)
    return bool(pressed)


def _leave_to(process: Popen[str]) -> None:
    """End the pager's text, and wait until the user has seen enough of it."""
    assert process.stdin is not None
    os.close(process.stdin.fileno())  # not close(): we may have come out of the middle of a write
    with suppress(ChildProcessError):
        os.waitpid(process.pid, 0)


def silence() -> None:
    """Turn standard output to nowhere, so that the interpreter's last flush finds an open end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        pass
