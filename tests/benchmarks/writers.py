"""Eight processes that ask, and so bring the index up to date, beside one that edits; then every answer is a scan's.

    python -m tests.benchmarks.writers [--seconds 600] [--round 20] [--askers 8] [--documents 80] [--seed 1]

Every question is a command of its own, as on a command line, in a process forked from one that has loaded nzn. A
command must end with 0 or 1, say on stderr nothing but notices, and print whole records. After every
round the editor rests, and the answers of the index are compared with those of --no-index. Ends with 1 after a fault.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

COMMANDS = (
    ("list",),
    ("who",),
    ("who", "--mentions"),
    ("timeline",),
    ("search", "harbour"),
    ("search", "lighthouse"),
    ("grep", "lighthouse|quay"),
    ("count", "--by", "year"),
    ("count", "--by", "person"),
    ("fields",),
    ("check",),
)
NAMES = ("Jane Doe", "Peter Vandermeer", "Ruth Abel", "Hana Okoro", "Ana Berg", "Tom Ellery", "Grace Tui", "Ivo Marsh")
WORDS = ("harbour", "lighthouse", "quay", "ferry", "breakwater", "pilot", "dredger", "tide")


class Ended(NamedTuple):
    """How a command ended."""

    status: int
    out: bytes
    error: bytes


def ran(command: tuple[str, ...], folder: Path, *more: str) -> Ended:
    """Run a command in a process of its own, forked from this one."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as error:
        process = os.fork()
        if not process:
            _command([*command, "-d", str(folder), "-O", "json", *more], out.fileno(), error.fileno())
        _, status = os.waitpid(process, 0)
        out.seek(0)
        error.seek(0)
        return Ended(os.waitstatus_to_exitcode(status), out.read(), error.read())


def _command(words: list[str], out: int, error: int) -> None:
    status = 99
    try:
        os.dup2(out, 1)
        os.dup2(error, 2)
        sys.argv = ["nzn", *words]
        from nzn_cli.__main__ import main

        main()
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 98
    finally:
        sys.stdout.flush()
        os._exit(status)


def fault(command: tuple[str, ...], ended: Ended) -> str | None:
    """Return what is wrong with the way in which a command ended."""
    said = ended.error.decode(errors="replace").strip()
    if ended.status not in (0, 1) or "Traceback" in said:
        return f"{' '.join(command)} ended with {ended.status}: {said[-1500:]}"
    if not all(line.startswith(("nzn: ", "     ")) for line in said.splitlines()):
        return f"{' '.join(command)} said: {said[:1500]}"
    try:
        records = json.loads(ended.out or b"[]")
    except ValueError:
        return f"{' '.join(command)} printed no JSON: {ended.out[:200]!r}"
    if any("id" in record and not record["id"] for record in records):
        return f"{' '.join(command)} gave a document without an id"
    return None


def ask(folder: Path, until: float, draw: random.Random, tell: Callable[[str], None]) -> Counter[str]:
    """Ask until a moment; tell of faults."""
    told = Counter[str]()
    while time.monotonic() < until:
        command = draw.choice(COMMANDS)
        ended = ran(command, folder)
        told[f"{command[0]} {ended.status}"] += 1
        found = fault(command, ended)
        if found:
            told["faults"] += 1
            tell(found)
    return told


# ---- the editor -------------------------------------------------------------------------------------------------


def text(draw: random.Random) -> str:
    """Return a document of invented people and days."""
    day, year = draw.randrange(1, 29), draw.randrange(1990, 2024)
    lines = [
        f"{draw.choice(NAMES)} met {draw.choice(NAMES)} at the {draw.choice(WORDS)} on {each} May {year}."
        for each in draw.choices(range(1, 29), k=draw.randrange(1, 9))
    ]
    head = f"title: The {draw.choice(WORDS)} of {year}\ndate: {year}-03-{day:02}\nminister: {draw.choice(NAMES)}"
    return f"---\n{head}\n---\n" + "\n\n".join(lines) + "\n"


def edit(folder: Path, until: float, draw: random.Random) -> Counter[str]:
    """Edit until a moment."""
    told = Counter[str]()
    while time.monotonic() < until:
        how = draw.choice(list(EDITS))
        files = sorted(folder.rglob("*.md"))
        new = folder / f"part{draw.randrange(6)}" / f"doc{draw.randrange(150)}.md"
        new.parent.mkdir(exist_ok=True)
        EDITS[how](draw.choice(files), new, files, draw)
        told[how] += 1
        time.sleep(draw.uniform(0, 1))
    return told


def _write(path: Path, _new: Path, _files: list[Path], draw: random.Random) -> None:
    path.write_text(text(draw), encoding="utf-8")


def _replace(path: Path, new: Path, _files: list[Path], draw: random.Random) -> None:
    draft = new.with_suffix(".draft")
    draft.write_text(text(draw), encoding="utf-8")
    draft.replace(path)


def _add(_path: Path, new: Path, _files: list[Path], draw: random.Random) -> None:
    new.write_text(text(draw), encoding="utf-8")


def _delete(path: Path, _new: Path, files: list[Path], _draw: random.Random) -> None:
    if len(files) > 40:
        path.unlink()


def _rename(path: Path, new: Path, _files: list[Path], _draw: random.Random) -> None:
    path.rename(new)


def _touch(path: Path, _new: Path, _files: list[Path], _draw: random.Random) -> None:
    path.touch()


def _write_many(_path: Path, _new: Path, files: list[Path], draw: random.Random) -> None:
    for each in draw.sample(files, min(15, len(files))):
        each.write_text(text(draw), encoding="utf-8")


def _leave_out(_path: Path, new: Path, _files: list[Path], draw: random.Random) -> None:
    rules = new.parent / ".ignore"
    if rules.exists():
        rules.unlink()
    else:
        rules.write_text(f"doc{draw.randrange(40)}*.md\n", encoding="utf-8")


def _move_folder(path: Path, new: Path, _files: list[Path], _draw: random.Random) -> None:
    target = new.parent.with_name(f"{new.parent.name}x")
    if not target.exists():
        path.parent.rename(target)


EDITS = {
    "writes": _write,
    "replacements": _replace,
    "additions": _add,
    "deletions": _delete,
    "renames": _rename,
    "touches": _touch,
    "writes of many": _write_many,
    "ignore files": _leave_out,
    "moves of folders": _move_folder,
}


# ---- rounds -----------------------------------------------------------------------------------------------------


def load(folder: Path) -> None:
    """Load what commands load, so that the processes that are forked need not."""
    import nzn_cli.cli.run  # noqa: F401
    from nzn_cli import load_settings, open_corpus

    with open_corpus(load_settings([str(folder)], use_index=False)) as corpus:
        for answer in (corpus.list(), corpus.people(), corpus.timeline(), corpus.search(WORDS[0]), corpus.check()):
            list(answer)


def beside(work: Callable[[], Counter[str]]) -> tuple[int, int]:
    """Do work in a process of its own; return its number and what its counts are read from."""
    ours, theirs = os.pipe()
    process = os.fork()
    if process:
        os.close(theirs)
        return process, ours
    os.close(ours)
    try:
        os.write(theirs, json.dumps(work()).encode())
    finally:
        os._exit(0)


def heard(process: int, pipe: int) -> Counter[str]:
    """Wait for a process; return its counts."""
    with os.fdopen(pipe, "rb") as file:
        counts: dict[str, int] = json.loads(file.read() or b'{"faults": 1}')
    os.waitpid(process, 0)
    return Counter(counts)


def differing(folder: Path) -> list[str]:
    """Return the commands whose answers differ from those of a scan."""
    wrong = []
    for command in COMMANDS:
        ended, scanned = ran(command, folder), ran(command, folder, "--no-index")
        found = fault(command, ended)
        if found or (ended.status, _records(ended)) != (scanned.status, _records(scanned)):
            wrong.append(found or f"{' '.join(command)} is not what a scan says")
    return wrong


def _records(ended: Ended) -> Any:
    return json.loads(ended.out or b"[]")


def main() -> int:
    """Run it; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--round", type=float, default=20)
    parser.add_argument("--askers", type=int, default=8)
    parser.add_argument("--documents", type=int, default=80)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    top, draw, told, wrong = Path(tempfile.mkdtemp(prefix="nzn-writers-")), random.Random(args.seed), Counter[str](), 0
    os.environ.update(NZN_CACHE_DIR=str(top / "cache"), XDG_CONFIG_HOME=str(top / "config"), PAGER="cat")
    folder = top / "corpus"
    for number in range(args.documents):
        path = folder / f"part{number % 5}" / f"doc{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(draw), encoding="utf-8")
    load(folder)
    end = time.monotonic() + args.seconds
    while time.monotonic() < end:
        until = min(end, time.monotonic() + args.round)
        seeds = [draw.random() for _ in range(args.askers + 1)]
        editor = beside(lambda: edit(folder, until, random.Random(seeds[-1])))  # noqa: B023
        askers = [
            beside(lambda: ask(folder, until, random.Random(seed), lambda said: print(said, flush=True)))  # noqa: B023
            for seed in seeds[:-1]
        ]
        told.update(heard(*editor))
        for asker in askers:
            told.update(heard(*asker))
        found = differing(folder)
        told["compared"] += len(COMMANDS)
        wrong += len(found)
        print(f"{time.monotonic() - end + args.seconds:.0f} s: {sum(told.values())}", *found, sep="\n  ", flush=True)
    print(*(f"{count} {what}" for what, count in sorted(told.items())), f"{wrong} differ", sep=", ")
    kept = list((top / "cache").glob("*.db"))
    print(f"{len(kept)} index, left in the cache: {sorted(path.name[32:] for path in (top / 'cache').iterdir())}")
    shutil.rmtree(top)
    return int(wrong > 0 or told["faults"] > 0)


if __name__ == "__main__":
    raise SystemExit(main())
