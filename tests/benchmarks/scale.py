"""What grows with the number of documents: first questions, warm answers, an edit, memory of all processes, the index.

    python -m tests.benchmarks.scale FOLDER [--cache CACHE] [--only who]

FOLDER is a corpus that `many_documents.py` laid out. A row is seconds by the clock, processor seconds of all processes,
and the most memory that they held at one time, with and without pages of mapped files, which the system takes back when
it needs them; the sum of shares (PSS) of /proc, looked at ten times a second. `rg --files` stands beside what looks at
all the files.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.compare import NZN, family, settle


class Step(NamedTuple):
    """A command that is run, by the name of its row; `runs` as often, of which the fastest counts."""

    what: str
    command: list[str]
    runs: int = 1


class Cost(NamedTuple):
    """What a command took: seconds, processor seconds, megabytes with and without mapped files."""

    seconds: float
    processor: float
    memory: float
    own: float


class Shares(threading.Thread):
    """Watches the shares of memory that a process and its children hold."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._over = threading.Event()
        self.all = self.own = 0

    def run(self) -> None:
        while not self._over.wait(0.1):
            held = [_shares(pid) for pid in family(self._pid)]
            self.all = max(self.all, sum(both[0] for both in held))
            self.own = max(self.own, sum(both[1] for both in held))

    def stop(self) -> None:
        """End the watch."""
        self._over.set()
        self.join()


def _shares(pid: int) -> tuple[int, int]:
    """Return kilobytes of a process, and those of them that are of no file."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0, 0
    found = {line.split()[0]: int(line.split()[1]) for line in lines if line.startswith("Pss")}
    return found.get("Pss:", 0), found.get("Pss_Anon:", 0) + found.get("Pss_Shmem:", 0)


def cost(command: list[str]) -> Cost:
    """Return what a command costs."""
    before, start = _processor(), time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        watch = Shares(process.pid)
        watch.start()
        said = process.stderr.read() if process.stderr else b""
        code = process.wait()
        took = time.perf_counter() - start
        watch.stop()
    if code not in (0, 1):
        print(f"{' '.join(command)}: {code}: {said.decode(errors='replace')[-500:]}", file=sys.stderr)
    return Cost(took, _processor() - before, watch.all / 1024, watch.own / 1024)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def steps(folder: Path, name: str) -> Iterator[Step]:
    """Yield what is measured, in order: each first question stands on those before."""
    nzn = [*NZN, "-d", str(folder)]
    yield Step("first `list`", [*nzn, "list", "--limit", "20"])
    yield Step("`rg --files`", ["rg", "--files", str(folder)], 3)
    yield Step("`list --title X --limit 20`", [*nzn, "list", "--title", "trust", "--limit", "20"], 3)
    yield Step("`count --by year`", [*nzn, "count", "--by", "year"], 3)
    yield Step("`grep -l` of a word that is nowhere", [*nzn, "grep", "-l", "xylophonist"], 3)
    yield Step("first `who`", [*nzn, "who", "--limit", "20"])
    yield Step("`who --limit 20`", [*nzn, "who", "--limit", "20"], 3)
    yield Step("`who NAME`", [*nzn, "who", name], 3)
    yield Step("TAB: `who`", [*NZN, "__complete", "zsh", "-d", str(folder), "who", name[:3]], 3)
    yield Step("first `timeline`", [*nzn, "timeline", "--limit", "20"])
    yield Step("a month of `timeline`", [*nzn, "timeline", "--from", "2012-06", "--to", "2012-06", "--limit", "20"], 3)
    yield Step("first `search`", [*nzn, "search", "security", "--limit", "20"])
    yield Step("`search` of two words", [*nzn, "search", "security trade", "--limit", "20"], 3)
    yield Step("first `quotes`", [*nzn, "quotes", "--limit", "20"])
    yield Step("first `what`", [*nzn, "what", "--limit", "20"])
    yield Step("`what --limit 20`", [*nzn, "what", "--limit", "20"], 3)


def person_of(folder: Path) -> str:
    """Return a name that the first document credits."""
    first = next(path for path in sorted(folder.rglob("*-0000000.md")))
    line = next(line for line in first.read_text(encoding="utf-8").splitlines() if line.startswith("ministers:"))
    return line.partition("Hon ")[2].rstrip("']")


def edit(folder: Path, text: str = "") -> None:
    """Change one document; `text` is added to it."""
    path = next(path for path in sorted(folder.rglob("*-0000000.md")))
    with open(path, "a", encoding="utf-8") as file:
        file.write(f"{text}Edited at {time.time_ns()}.\n")


def told(step: Step) -> None:
    """Print the row of a step."""
    best = min((cost(step.command) for _ in range(step.runs)), key=lambda each: each.seconds)
    row = f"| {step.what} | {best.seconds:.2f} | {best.processor:.2f} | {best.memory:.0f} | {best.own:.0f} |"
    print(row, flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, help="where the index is kept; else it is thrown away")
    parser.add_argument("--only", default="", help="only rows whose name holds this")
    chosen = parser.parse_args()
    cache = chosen.cache or Path(tempfile.mkdtemp(prefix="nzn-scale-"))
    os.environ["NZN_CACHE_DIR"] = str(cache)
    print("| what | seconds | processor | MB | of no file |\n| --- | --- | --- | --- | --- |")
    for step in steps(chosen.folder, person_of(chosen.folder)):
        if chosen.only in step.what:
            told(step)
    if chosen.only in "after an edit":
        listing = [*NZN, "-d", str(chosen.folder), "list", "--limit", "20"]
        edit(chosen.folder)
        told(Step("`list` after an edit", listing))
        settle(listing)
        for verb in ("who", "what"):
            edit(chosen.folder)
            told(Step(f"`{verb} --limit 20` after an edit", [*NZN, "-d", str(chosen.folder), verb, "--limit", "20"]))
            edit(chosen.folder, "Jane Arbuthnot-Ferris of the Lomax Treaty Council spoke. ")
            row = f"`{verb} --limit 20` after one of a new name"
            told(Step(row, [*NZN, "-d", str(chosen.folder), verb, "--limit", "20"]))
    texts = sum(path.stat().st_size for path in chosen.folder.rglob("*") if path.is_file())
    index = sum(path.stat().st_size for path in cache.glob("*.db"))
    print(f"\nindex {index / 1e6:.0f} MB, {index / texts:.2f} x the texts ({texts / 1e6:.0f} MB)")
    if not chosen.cache:
        shutil.rmtree(cache)


if __name__ == "__main__":
    main()
