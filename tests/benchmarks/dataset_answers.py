"""The same questions put to an index, to its dataset with DuckDB, and with Spark: bytes, seconds and memory of each.

    python tests/benchmarks/dataset_answers.py FOLDER TARGET [--master local[2]]

TARGET is a dataset of FOLDER, by `nzn cluster build` or `nzn index export`. With --master Spark is asked, too. The step
`answers` of `cluster.py` does the same on a standalone cluster.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = (
    "list",
    "who",
    "who biden",
    "timeline --from 2022-06 --to 2022-07",
    "quotes Stoltenberg",
    "what NATO",
    "count --by month",
)


def answered(folder: str, *words: str) -> tuple[bytes, str]:
    """Return what nzn prints and what it took: seconds, seconds of CPU and MB of the process itself."""
    began = time.monotonic()
    command = [sys.executable, "-m", "nzn_cli", *words, "--json"]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environ
    ) as process:
        assert process.stdout is not None
        out = process.stdout.read()
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    cpu = used.ru_utime + used.ru_stime
    return out, f"{time.monotonic() - began:.2f} s, CPU {cpu:.2f} s, {used.ru_maxrss / 1024:.0f} MB"


def compare_answers(folder: str, target: str, master: str | None) -> None:
    """Print a line a question: whether all ways give the same bytes, how many, and what each took."""
    ways = {"SQLite": ("-d", "."), "DuckDB": ("-d", target)}
    if master:
        ways["Spark"] = ("-d", target, "--master", master)
    for question in QUESTIONS:
        answered(folder, "-d", ".", *question.split())  # what the index lacks is read before anything is timed
        given = {name: answered(folder, *way, *question.split()) for name, way in ways.items()}
        same = len({out for out, _ in given.values()}) == 1
        took = "; ".join(f"{name} {cost}" for name, (_, cost) in given.items())
        print("same bytes" if same else "DIFFERENT", len(given["SQLite"][0]), "|", question, "|", took, flush=True)


def main() -> None:
    """Ask as the arguments say."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("target")
    parser.add_argument("--master")
    asked = parser.parse_args()
    target = asked.target if "://" in asked.target else os.path.abspath(asked.target)
    compare_answers(os.path.abspath(asked.folder), target, asked.master)


if __name__ == "__main__":
    main()
