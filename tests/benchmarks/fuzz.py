"""Reads mutated inputs by the thousand and tells of those not borne: exceptions, wrong spans, over 1 s or 200 MB.

    python tests/benchmarks/fuzz.py people|dates|bytes|FORMAT [--count 60000] [--seed 2] [--start 0] [--only NUMBER]

Seconds are CPU seconds; memory is what may be taken beside what the process has. Ends with 1 where anything was told.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.fuzz import CHECKS, inputs

_SECONDS = 1.0
_BYTES = 200_000_000
_OFTEN = 500  # inputs after which the memory that is held is looked at


def _held() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=CHECKS)
    parser.add_argument("--count", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--only", type=int, metavar="NUMBER")
    given = parser.parse_args()
    check, faults, slowest = CHECKS[given.kind], 0, 0.0
    for one in inputs(given.kind, given.seed, given.count, given.start):
        if given.only is not None and one.number != given.only:
            continue
        if one.number % _OFTEN == 0:
            resource.setrlimit(resource.RLIMIT_AS, (_held() + _BYTES, resource.RLIM_INFINITY))
        start = time.process_time()
        try:
            check(one)
        except Exception:
            faults += 1
            print(
                f"--- {given.kind} seed {given.seed} number {one.number}\n{traceback.format_exc(limit=-3)}", flush=True
            )
        took = time.process_time() - start
        if took > _SECONDS and one.number > given.start:  # the first reads the word lists
            faults += 1
            print(f"--- {given.kind} seed {given.seed} number {one.number} took {took:.2f} s", flush=True)
        slowest = max(slowest, took if one.number > given.start else 0.0)
    print(f"{given.kind}: {given.count} inputs of seed {given.seed}, {faults} faults, the slowest took {slowest:.2f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
