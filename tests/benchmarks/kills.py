"""Cuts nzn off at every step of every stage, and compares every answer afterwards with that of a scan.

    python -m tests.benchmarks.kills [--kills 1000] [--seed 1]

At every boundary of a transaction a run is killed, and another gets a Ctrl-C; then steps are drawn until there are as
many as were asked for. One in four is cut off again while it is being finished, and one in eight
finds the corpus edited, or edited back, in between.
Ends with 1 where an answer was not the scan's, or where a kill missed.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.freshness.kills import CTRL_C, KILL, QUESTIONS, STAGES, Place, Prepared, Stage, many_commits, prepared

NAMES = {KILL: "SIGKILL", CTRL_C: "SIGINT"}


def places(ready: Prepared, wanted: int, draw: random.Random) -> list[tuple[int, int]]:
    """Return steps and signals: both signals at all boundaries, then either at others, until there are `wanted`."""
    chosen = [(at, sent) for at in ready.commits() for sent in NAMES]
    rest = [(at, sent) for at in range(len(ready.steps)) for sent in NAMES if (at, sent) not in set(chosen)]
    return chosen + draw.sample(rest, max(0, min(len(rest), wanted - len(chosen))))


def tried(ready: Prepared, at: int, sent: int, draw: random.Random, told: Counter[str]) -> str | None:
    """Cut off at a step, and perhaps again while that is being finished; return what was wrong."""
    if not ready.kill(at, sent):
        return "was not cut off"
    told[NAMES[sent]] += 1
    if draw.randrange(4) == 0:
        told[f"again {NAMES[sent]}"] += ready.kill_again(draw.randrange(1, 1 + len(ready.steps)), sent)
    return compared(ready, at, ready.right)


def tried_beside_an_edit(
    top: Path, stage: Stage, at: int, sent: int, draw: random.Random, told: Counter[str]
) -> str | None:
    """Cut off a corpus of its own, and edit it before it is asked; return what was wrong."""
    ready = prepared(Place(top / f"{at} {sent}"), stage)
    if not ready.kill(at, sent):
        return "was not cut off"
    told[NAMES[sent]] += 1
    told["edited in between"] += 1
    ready.place.write("part0/doc0.md", 0, draw.choice(["All was quiet at the quay.", "Ana Berg left in May 2012."]))
    return compared(ready, at, ready.place.ask(*QUESTIONS, use_index=False, aliases=stage.aliases))


def compared(ready: Prepared, first: int, right: dict[str, list[str]]) -> str | None:
    """Return the questions whose answers differ."""
    answers = ready.answers(first)
    wrong = [question for question, records in answers.items() if records != right[question]]
    if not wrong and ready.place.documents() != len(right["list"]):
        wrong = ["index status"]
    return ", ".join(wrong) or None


def main() -> int:
    """Run it; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stage", choices=list(STAGES), action="append")
    args = parser.parse_args()
    draw, told, wrong = random.Random(args.seed), Counter[str](), 0
    stages = args.stage or list(STAGES)
    for name in stages:
        top, start = Path(tempfile.mkdtemp(prefix="nzn-kills-")), time.monotonic()
        with many_commits():
            ready = prepared(Place(top), STAGES[name])
            chosen = places(ready, -(-args.kills // len(stages)), draw)
            for at, sent in chosen:
                if draw.randrange(8):
                    fault = tried(ready, at, sent, draw, told)
                else:
                    fault = tried_beside_an_edit(top, STAGES[name], at, sent, draw, told)
                if fault:
                    wrong += 1
                    print(f"  step {at} of {name}, before {ready.steps[at]!r}: {fault}", flush=True)
        shutil.rmtree(top)
        steps, took = len({at for at, _ in chosen}), time.monotonic() - start
        print(f"{name}: {len(chosen)} kills at {steps} of {len(ready.steps)} steps, {took:.0f} s", flush=True)
    print(", ".join(f"{count} {what}" for what, count in sorted(told.items())), f"; {wrong} wrong", sep="")
    return int(wrong > 0 or not told)


if __name__ == "__main__":
    raise SystemExit(main())
