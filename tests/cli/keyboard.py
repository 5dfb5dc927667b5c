"""A real shell at a real terminal: types keys, and shows the screen as text."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import sys
import termios
from pathlib import Path

import pytest

from nzn_cli.cli.completion.shells import FILES
from tests.cli.nzn import ROOT
from tests.waiting import GIVEN_UP

_ESCAPES = re.compile(
    r"\x1b\[[0-9;?>=]*[a-zA-Z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()][A-Z0-9]|\x1b[=>78cM]|\x1b\[\?\d+[hl]"
)
_READY = "READY>"
_COMMANDS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-C", f"function fish_prompt; printf %s '{_READY}'; end", "-i"],
}
SHELLS = tuple(_COMMANDS)


def need(shell: str) -> None:
    """Skip the test where the shell is missing; with NZN_CI=1 it must not be."""
    if shutil.which(shell) is None:
        assert os.environ.get("NZN_CI") != "1", f"{shell} must be here"
        pytest.skip(f"{shell} is not installed")


def program(folder: Path) -> Path:
    """Return a folder for PATH that holds an `nzn` which runs this checkout."""
    bin_ = folder / "bin"
    bin_.mkdir(exist_ok=True)
    script = bin_ / "nzn"
    script.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "from nzn_cli.__main__ import main\nsys.exit(main())\n",
        "utf-8",
    )
    script.chmod(0o755)
    return bin_


class Keyboard:
    """One interactive shell with the completions of nzn loaded, in `cwd`."""

    def __init__(self, shell: str, cwd: Path, folder: Path) -> None:
        self.shell = shell
        self._ended = 0  # lines that were run
        environ = os.environ | {
            "PATH": f"{program(folder)}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "TERM": "xterm",
            "LC_ALL": "C.UTF-8",
            "XDG_DATA_HOME": str(folder / "data"),
            "fish_history": "",
            "PS1": _READY,
        }
        pid, self.master = pty.fork()
        if pid == 0:
            os.chdir(cwd)
            os.execvpe(shell, _COMMANDS[shell], environ)
        self.pid = pid
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 200, 0, 0))
        self._screen(_READY)
        if shell == "zsh":
            self.ran("autoload -Uz compinit; compinit -u -D")
        self.ran(f"source {ROOT / 'completions' / FILES[shell]}")

    def type(self, keys: str) -> None:
        """Type the keys."""
        os.write(self.master, keys.encode())

    def _screen(self, *signs: str) -> str:
        """Return what comes until the last of the signs, regular expressions for what must come in this order."""
        seen, whole = b"", re.compile("[^\0]*?".join(signs))
        while not whole.search(_plain(seen)):
            assert select.select([self.master], [], [], GIVEN_UP)[0], f"{signs} never came after {_plain(seen)!r}"
            seen += os.read(self.master, 65536)
        return _plain(seen)

    def shown(self, keys: str, *signs: str) -> str:
        """Return what the keys bring on the screen up to the last of the signs; then the line is thrown away."""
        self.type(keys)
        seen = self._screen(*signs)
        self.ran("\x15true")
        return seen

    def ran(self, line: str) -> str:
        """Return what the shell shows after `line` (with TABs in it) and Enter, up to its next prompt."""
        self._ended += 1
        # in two pieces, so that the sign in the command line is not taken for the sign
        self.type(f"{line}; echo END''ED{self._ended}\r")
        return self._screen(f"ENDED{self._ended}\n", _READY)

    def close(self) -> None:
        """End the shell."""
        os.close(self.master)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def _plain(seen: bytes) -> str:
    return _ESCAPES.sub("", seen.decode("utf-8", "replace")).replace("\r\n", "\n")
