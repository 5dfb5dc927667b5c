"""Plays `$ command` lines in a real terminal of a given width and compares what comes with what is written.

A console text is a run of `$ command` lines, each followed by its output. A line `…` in the written output stands for
any lines. NZN_UPDATE=1 writes what came back into the file (never over an ellipsis).
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
from pathlib import Path
from typing import NamedTuple

from tests.waiting import GIVEN_UP

UPDATE = bool(os.environ.get("NZN_UPDATE"))
_FENCE = re.compile(r"^```console(?: (?P<columns>\d+))?\n(?P<text>.*?)^```$", re.M | re.S)


class Step(NamedTuple):
    """A command and the output that stands under it."""

    command: str
    expected: str


def steps(text: str) -> list[Step]:
    """Return the commands of a console text in order."""
    found = []
    for part in re.split(r"^\$ ", text, flags=re.M)[1:]:
        command, _, expected = part.partition("\n")
        while command.endswith("\\"):
            more, _, expected = expected.partition("\n")
            command = command[:-1] + more.removeprefix(">").strip()
        found.append(Step(command, expected.strip("\n")))
    return found


def fences(markdown: str) -> list[tuple[int, str]]:
    """Return (columns, console text) of every ```console block of a Markdown text."""
    return [(int(m["columns"] or 80), m["text"]) for m in _FENCE.finditer(markdown)]


def play(command: str, cwd: Path, columns: int = 80, env: dict[str, str] | None = None) -> str:
    """Return what `command` shows in a terminal `columns` wide: line ends as LF, no trailing blanks."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    surroundings = os.environ | {"TERM": "xterm", "NO_COLOR": "1", "PAGER": "cat"} | (env or {})
    process = subprocess.Popen(
        ["bash", "-c", command],
        cwd=cwd, env=surroundings, stdin=subprocess.DEVNULL, stdout=slave, stderr=slave, start_new_session=True,
    )  # fmt: skip
    os.close(slave)
    seen, is_over = _drain(master)
    os.close(master)
    if not is_over:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert is_over, f"{command} fell silent after {seen!r}"
    text = seen.decode("utf-8", "replace").replace("\r\n", "\n")
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def _drain(master: int) -> tuple[bytes, bool]:
    """Return what comes until all that write to the terminal have ended, and whether they have."""
    seen = bytearray()
    while select.select([master], [], [], GIVEN_UP)[0]:
        try:
            chunk = os.read(master, 65536)
        except OSError:  # how Linux tells that nobody holds the other side any more
            chunk = b""
        if not chunk:
            return bytes(seen), True
        seen += chunk
    return bytes(seen), False


def agrees(expected: str, shown: str) -> bool:
    """Tell whether `shown` is what was written, `…` lines standing for any lines."""
    written = "\n".join(line.rstrip() for line in expected.split("\n"))
    pattern = re.escape(written)
    pattern = re.sub(r"(^|\n)…(?=\n|$)", lambda m: m[1] + r"(?:.*(?:\n.*)*?)", pattern)
    return re.fullmatch(pattern, shown) is not None
