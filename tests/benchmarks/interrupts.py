"""Sends Ctrl-C at random moments of the first 0.4 seconds, and counts how the runs ended and what they left on stderr.

    python tests/benchmarks/interrupts.py [--times 200] [--within 0.4] [--documents 1500] [--seed 1]

Every command is run in both ways in: as a module, and by the script that pip writes. Every second signal goes to the
whole group, as a terminal sends it. Before our first line nothing of ours can hear a signal: "killed" is a run that the
system ended before the interpreter listened (to a shell that is 130, too), "not ours" one where the interpreter, in its
own start, answered with a traceback. Linux alone: a run has begun when /proc shows its command line.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

from corpora import generate

ROOT = Path(__file__).resolve().parents[2]
_ENTRY = "import re, sys\nfrom nzn_cli.__main__ import main\nsys.exit(main())\n"  # as pip writes it
ENDS = ("130", "finished before", "killed", "not ours", "WRONG")


def begun(process: subprocess.Popen[bytes], mark: str) -> bool:
    """Wait until the process is what it was started as; return whether it still runs."""
    line = Path(f"/proc/{process.pid}/cmdline")
    while process.poll() is None:
        with suppress(OSError):
            if mark.encode() in line.read_bytes():
                return True
    return False


def end(code: int, err: str) -> str:
    """Return which of ENDS a run came to."""
    ours = any("nzn_cli" in line for line in err.splitlines() if line.lstrip().startswith("File "))
    if not ours and ("KeyboardInterrupt" in err or "Fatal Python error: init" in err):
        return "not ours"
    if err:
        return "WRONG"
    return {130: "130", 0: "finished before", 1: "finished before", -signal.SIGINT: "killed"}.get(code, "WRONG")


def interrupted(command: list[str], environ: dict[str, str], delay: float, group: bool) -> tuple[int, str]:
    """Return exit code and standard error of a run that is sent Ctrl-C `delay` seconds after it began."""
    process = subprocess.Popen(
        command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )
    if begun(process, command[1]):
        time.sleep(delay)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGINT) if group else process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=120)  # until workers, too, have let go of it
    return process.returncode, err.decode("utf-8", "replace")


def main() -> None:
    """Print a table: a row a command and way in, a column an end."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--within", type=float, default=0.4)
    parser.add_argument("--documents", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    draw = random.Random(asked.seed)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts what runs in the background without
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate(folder / "texts", asked.documents)
        (folder / "nzn").write_text(_ENTRY, "utf-8")
        ways = {"module": [sys.executable, "-m", "nzn_cli"], "script": [sys.executable, str(folder / "nzn")]}
        runs = {
            "list, built in": ["list", "-d", str(ROOT / "seeds"), "-O", "table"],
            "list, fresh index": ["list", "-d", str(folder / "texts")],
            "who, fresh index": ["who", "-d", str(folder / "texts")],
            "grep, no index": ["grep", "NATO", "--no-index", "-d", str(folder / "texts")],
            "--help": ["--help"],
        }
        print(f"| command | way in | {' | '.join(ENDS)} |\n| --- | --- |{' ---: |' * len(ENDS)}")
        for what, words in runs.items():
            for way, start in ways.items():
                ends: Counter[str] = Counter()
                for number in range(asked.times):
                    cache = folder / "cache"
                    shutil.rmtree(cache, ignore_errors=True)
                    environ = os.environ | {"PYTHONPATH": str(ROOT), "NZN_CACHE_DIR": str(cache), "NZN_JOBS": "3"}
                    delay = draw.uniform(0, asked.within)
                    code, err = interrupted([*start, *words], environ, delay, number % 2 == 0)
                    found = end(code, err)
                    ends[found] += 1
                    if found == "WRONG":
                        print(f"{what}, {way}, after {delay:.3f} s: {code}\n{err}", file=sys.stderr)
                print(f"| {what} | {way} | {' | '.join(str(ends[name]) for name in ENDS)} |", flush=True)


if __name__ == "__main__":
    main()
