"""Runs nzn beside ripgrep, beside itself on the seeds, and beside notmuch and recollindex where they are installed.

    python tests/benchmarks/compare.py --releases FOLDER --generated FOLDER [--runs 9] [--only grep]

FOLDER are corpora that `corpora.py` laid out (of 14,396 releases, and of 100,000 generated documents). Runs alternate,
so that a busy machine is busy for both; medians and their ratio are printed as a Markdown table.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
NZN = [sys.executable, "-m", "nzn_cli"]
TYPER = [sys.executable, "-c", "import typer"]


class Pair(NamedTuple):
    """A command and what it is measured against; `before` runs ahead of ours, `between` ahead of theirs, untimed."""

    what: str
    ours: list[str]
    theirs: list[str]
    bar: float
    before: Callable[[], None] | None = None
    between: Callable[[], None] | None = None


class Once(NamedTuple):
    """A command that is timed from nothing: seconds, and megabytes over all its processes."""

    what: str
    command: list[str]
    seconds: float


def ran(command: list[str], folder: Path | None = None) -> float:
    """Return the seconds that a command took; its output goes nowhere, exit codes above 1 are errors."""
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=folder, check=False)
    took = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: {done.stderr.decode(errors='replace')}")
    return took


def compared(pair: Pair, runs: int) -> tuple[float, float]:
    """Return the medians of ours and theirs over alternating runs, one of each ahead to warm up."""
    ours, theirs = [], []
    for number in range(runs + 1):
        if pair.before:
            pair.before()
        first = ran(pair.ours)
        if pair.between:
            pair.between()
        second = ran(pair.theirs)
        if number:
            ours.append(first)
            theirs.append(second)
    return median(ours), median(theirs)


def pairs(releases: Path, generated: Path) -> Iterator[Pair]:
    """Yield the comparisons of warm commands."""
    yield Pair("`list --json` on the seeds / `import typer`", [*NZN, "-d", str(SEEDS), "list", "--json"], TYPER, 1.6)
    for name, corpus, bar, title in (("releases", releases, 1.5, "president"), ("generated", generated, 3.0, "trust")):
        listing = ["list", "--limit", "20", "--json", "--title"]
        ours = [*NZN, "-d", str(corpus), *listing, title]
        yield Pair(
            f"`list --title X --limit 20 --json`, {name} / seeds", ours, [*NZN, "-d", str(SEEDS), *listing, "Iraq"], bar
        )
    rare = rare_word(generated)
    for name, corpus, bar, word in (("generated", generated, 1.0, rare), ("releases", releases, 3.0, "Wellington")):
        yield Pair(
            f"`grep -l` of a rare word, {name} / `rg -l`",
            [*NZN, "-d", str(corpus), "grep", "-l", word],
            ["rg", "-l", word, str(corpus)],
            bar,
        )
    yield Pair(
        "`grep -c` of a common word, generated / `rg -c`",
        [*NZN, "-d", str(generated), "grep", "-c", "government"],
        ["rg", "-c", "government", str(generated)],
        2.0,
    )
    yield Pair(
        r"`grep -c '\d{4}'`, releases / `rg -c`",
        [*NZN, "-d", str(releases), "grep", "-c", r"\d{4}"],
        ["rg", "-c", r"\d{4}", str(releases)],
        5.0,
    )
    listing = [*NZN, "-d", str(generated), "list", "--limit", "20", "--json"]
    what = "`list` after an edit / untouched, generated"
    yield Pair(what, listing, listing, 1.3, lambda: edit(generated), lambda: settle(listing))
    for words in (["who", "--limit", "20"], ["timeline", "--from", "2022-06", "--to", "2022-07"]):
        yield Pair(
            f"`{' '.join(words)}`, releases / seeds",
            [*NZN, "-d", str(releases), *words],
            [*NZN, "-d", str(SEEDS), *words],
            2.0,
        )


def rare_word(corpus: Path) -> str:
    """Return a word of one generated document that few others have: the last of its first line of text."""
    lines = (corpus / "2005/01/release-000240.md").read_text(encoding="utf-8").splitlines()
    return max(lines[7].split(), key=len).rstrip(".")


def edit(corpus: Path) -> None:
    """Change one generated document."""
    path = corpus / "2005/01/release-000000.md"
    with open(path, "a", encoding="utf-8") as file:
        file.write(f"Edited at {time.time_ns()}.\n")


def settle(command: list[str]) -> None:
    """Let an edit grow old enough to be believed: until then its file is read at every run."""
    time.sleep(2.1)
    ran(command)


def firsts(releases: Path) -> Iterator[Once]:
    """Yield what is timed from nothing, in order: the first builds what the others stand on."""
    yield Once("first `list`", [*NZN, "-d", str(releases), "list", "--limit", "20"], 20)
    yield Once("first `who` after it", [*NZN, "-d", str(releases), "who", "--limit", "20"], 60)
    yield Once("first `timeline` after it", [*NZN, "-d", str(releases), "timeline", "--limit", "20"], 60)
    yield Once("first `search` after it", [*NZN, "-d", str(releases), "search", "security"], 60)


class Memory(threading.Thread):
    """Watches what a process and its children hold, in megabytes (Linux; shared pages are counted in shares)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._over = threading.Event()
        self.peak = 0.0

    def run(self) -> None:
        while not self._over.wait(0.1):
            self.peak = max(self.peak, sum(map(_proportional, family(self._pid))) / 1024)

    def stop(self) -> None:
        """End the watch."""
        self._over.set()
        self.join()


def family(pid: int) -> list[int]:
    """Return a process and all its children, theirs included."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(one for child in children for one in family(int(child)))]


def _proportional(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def timed_once(once: Once) -> tuple[float, float]:
    """Return seconds and peak megabytes."""
    start = time.perf_counter()
    with subprocess.Popen(once.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        memory = Memory(process.pid)
        memory.start()
        process.wait()
        took = time.perf_counter() - start
        memory.stop()
    return took, memory.peak


def others(releases: Path, scratch: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield indexers that are installed, with the command that indexes the releases from nothing."""
    if shutil.which("recollindex"):
        folder = scratch / "recoll"
        folder.mkdir()
        (folder / "recoll.conf").write_text(f"topdirs = {releases}\n")
        yield "recollindex", ["recollindex", "-c", str(folder), "-z"]
    if shutil.which("notmuch"):
        yield "notmuch new (messages made of the releases)", _notmuch(releases, scratch / "mail")


def _notmuch(releases: Path, folder: Path) -> list[str]:
    folder.mkdir()
    for number, path in enumerate(sorted(releases.rglob("*.md"))):
        head = f"From: a@b.example\nSubject: {path.stem}\nMessage-ID: <{number}@b.example>\n\n"
        (folder / f"{number}.eml").write_bytes(head.encode() + path.read_bytes())
    config = folder.with_name("notmuch-config")
    config.write_text(f"[database]\npath={folder}\n")
    os.environ["NOTMUCH_CONFIG"] = str(config)
    return ["notmuch", "new", "--quiet"]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=Path, required=True)
    parser.add_argument("--generated", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--only", default="", help="only rows whose name holds this")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["NZN_CACHE_DIR"] = os.environ.get("NZN_BENCHMARK_CACHE") or f"{scratch}/cache"
        shutil.copytree(chosen.generated, f"{scratch}/generated", copy_function=_linked)
        print(f"Measured on {date.today()}, {os.cpu_count()} cores, Python {sys.version.split()[0]}.\n")
        print("| from nothing, 14,396 releases | seconds | bar | MB, all processes |\n| --- | --- | --- | --- |")
        for once in firsts(chosen.releases):
            if chosen.only in once.what:
                took, memory = timed_once(once)
                print(f"| {once.what} | {took:.1f} | ≤ {once.seconds:g} | {memory:.0f} |", flush=True)
        for name, command in others(chosen.releases, Path(scratch)):
            if chosen.only in name:
                print(f"| {name} | {ran(command):.1f} | | |", flush=True)
        print("\n| warm, medians | seconds | against | ratio | bar |\n| --- | --- | --- | --- | --- |")
        for pair in pairs(chosen.releases, Path(scratch) / "generated"):
            if chosen.only in pair.what:
                ours, theirs = compared(pair, chosen.runs)
                print(f"| {pair.what} | {ours:.3f} | {theirs:.3f} | {ours / theirs:.2f} | ≤ {pair.bar:g} |", flush=True)


def _linked(source: str, target: str) -> str:
    """Copy a file that may be edited; the corpus as it was laid out stays."""
    return shutil.copyfile(source, target)


if __name__ == "__main__":
    main()
