"""How fast each reader of a text goes on floods, and whether twice the text takes more than twice the time.

    python tests/benchmarks/floods.py [--size 200000] [--only people,dates] [--flood NAME] [--slow 1.0]

Prints each flood that is slower than `--slow` MB a second, or whose time grows by more than 2.6 when its size doubles;
with `--flood` every figure of that one. Times are CPU seconds of this process; each text is read once to warm up.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from nzn_cli.annotate.dates.date_facts import dates_of
from nzn_cli.annotate.people.people_facts import people_of
from nzn_cli.model.documents import Credit
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.document import document_from_bytes
from nzn_cli.text.sentences import sentence_at
from tests.floods import FLOODS, flood

_GROWTH = 2.6
_LEAST = 0.02  # seconds, under which a growth says nothing
_CREDITS = (Credit("Ann Hale", "Hon Ann Hale", "Minister of Reefs"), Credit("Tom Bay", "Tom Bay", None))


def _people(text: str) -> None:
    people_of(text, _CREDITS)


def _dates(text: str) -> None:
    dates_of(text, "2018-05-05", None)


def _body(text: str) -> None:
    document_from_bytes("2018/flood.md", text.encode(), Folder("/corpus"))


def _metadata(text: str) -> None:
    told = json.dumps(text)
    front = "".join(f"{key}: {told}\n" for key in ("title", "date", "url", "minister", "portfolio"))
    document = document_from_bytes("flood.md", f"---\n{front}---\nText.\n".encode(), Folder("/corpus"))
    people_of(document.body, document.credits)


def _listed(text: str) -> None:
    listed = "".join(f"  - {json.dumps(part)}\n" for part in text.split(" ") if part)
    document = document_from_bytes("flood.md", f"---\nminister:\n{listed}---\nText.\n".encode(), Folder("/corpus"))
    people_of(document.body, document.credits)


def _front(text: str) -> None:
    document_from_bytes("flood.md", f"---\ntitle: a\n{text}".encode(), Folder("/corpus"))


def _sentences(text: str) -> None:
    for at in range(0, len(text), 20):
        sentence_at(text, at, at + 4)


READERS: dict[str, Callable[[str], None]] = {
    "people": _people, "dates": _dates, "body": _body, "metadata": _metadata, "listed": _listed, "front": _front,
    "sentences": _sentences,
}  # fmt: skip


def seconds(reader: Callable[[str], None], text: str) -> float:
    """Return the CPU seconds that a reader takes for a text."""
    start = time.process_time()
    reader(text)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=200_000)
    parser.add_argument("--only", default=",".join(READERS))
    parser.add_argument("--flood", action="append", choices=FLOODS, metavar="NAME")
    parser.add_argument("--slow", type=float, default=1.0)
    given = parser.parse_args()
    worst: dict[str, tuple[float, str]] = {}
    for name in given.flood or FLOODS:
        for kind in given.only.split(","):
            reader = READERS[kind]
            seconds(reader, flood(name, 1_000))
            half = seconds(reader, flood(name, given.size // 2))
            if half > 10:
                print(f"{kind:10} {name:32} {half:8.2f} s for half the size", flush=True)
                continue
            whole = seconds(reader, flood(name, given.size))
            rate, growth = given.size / 1e6 / max(whole, 1e-6), whole / max(half, 1e-6)
            worst[kind] = min(worst.get(kind, (rate, name)), (rate, name))
            if given.flood or rate < given.slow or (growth > _GROWTH and whole > _LEAST):
                print(f"{kind:10} {name:32} {whole:8.2f} s {rate:8.2f} MB/s  x{growth:.1f} a doubling", flush=True)
    for kind, (rate, name) in worst.items():
        print(f"{kind}: the slowest is {name!r}, {rate:.2f} MB/s")


if __name__ == "__main__":
    main()
