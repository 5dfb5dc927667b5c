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
import time
from pathlib import Path

import pytest

from tests.cli.nzn import ROOT

_ESCAPES = re.compile(
    r"\x1b\[[0-9;?>=]*[a-zA-Z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()][A-Z0-9]|\x1b[=>78cM]|\x1b\[\?\d+[hl]"
)
_READY = "READY>"
_PATIENCE = 6.0
SHELLS = ("bash", "zsh", "fish")


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
        environ = os.environ | {
            "PATH": f"{program(folder)}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "TERM": "xterm",
            "LC_ALL": "C.UTF-8",
            "XDG_DATA_HOME": str(folder / "data"),
            "fish_history": "",
        }
        pid, self.master = pty.fork()
        if pid == 0:
            os.chdir(cwd)
            os.execvpe(shell, _command(shell, folder), environ)
        self.pid = pid
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 200, 0, 0))
        self._setup()

    def _setup(self) -> None:
        # in two pieces, so that the prompt's name in the command line is not taken for the prompt
        prompt = f"'{_READY[:3]}''{_READY[3:]}'"
        scripts = ROOT / "completions"
        lines = {
            "bash": [f"PS1={prompt}", f"source {scripts}/nzn.bash"],
            "zsh": [f"PS1={prompt}", "autoload -Uz compinit; compinit -u -D", f"source {scripts}/_nzn"],
            "fish": [f"function fish_prompt; printf %s {prompt}; end", f"source {scripts}/nzn.fish"],
        }
        time.sleep(0.3)
        for line in lines[self.shell]:
            self.type(line + "\r")
            self.screen(until=_READY)

    def type(self, keys: str) -> None:
        """Type the keys."""
        os.write(self.master, keys.encode())

    def screen(self, until: str = "", quiet: float = 0.6) -> str:
        """Return what came since the last look: until a text has come, then until nothing more does."""
        seen, end = b"", time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            ready = select.select([self.master], [], [], quiet)[0]
            if not ready:
                if not until or until in _plain(seen):
                    break
                continue
            try:
                seen += os.read(self.master, 65536)
            except OSError:
                break
        return _plain(seen)

    def completed(self, line: str, tabs: int = 1) -> str:
        """Return what stands on the screen once `line` and TAB were typed; then the line is thrown away."""
        self.type(line)
        self.screen(until=line[-1:])
        for _ in range(tabs):
            self.type("\t")
        shown = self.screen(quiet=1.0)
        self.type("\x03")
        self.screen(quiet=0.3)
        return shown

    def ran(self, line: str) -> str:
        """Return what the shell shows after `line` (with TABs in it) and Enter."""
        for part in re.split("(\t)", line):
            self.type(part)
            self.screen(quiet=1.0 if part == "\t" else 0.2)
        self.type("\r")
        return self.screen(until=_READY)

    def close(self) -> None:
        """End the shell."""
        os.close(self.master)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def _command(shell: str, folder: Path) -> list[str]:
    if shell == "bash":
        return ["bash", "--norc", "--noprofile", "-i"]
    return [shell, "-f", "-i"] if shell == "zsh" else ["fish", "--no-config", "-i"]


def _plain(seen: bytes) -> str:
    return _ESCAPES.sub("", seen.decode("utf-8", "replace")).replace("\r\n", "\n")
