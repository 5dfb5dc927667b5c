"""Keeps the JSON answers of a checkout, and says which of another's differ: for changes that must change no answer.

    python tests/benchmarks/same_answers.py save FOLDER CORPUS... [--checkout DIR]
    python tests/benchmarks/same_answers.py compare FOLDER CORPUS... [--checkout DIR]

Each answer is asked once of a fresh index and lies in FOLDER under the name of its corpus. `compare` writes
what differs beside it (`.new`) and ends 1.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
QUESTIONS = (
    ("list",),
    ("who",),
    ("who", "--mentions"),
    ("who", "--explain"),
    ("who", "--ministers"),
    ("who", "--role", "minister"),
    ("timeline",),
    ("timeline", "--kind", "mentioned"),
    ("search", "minister"),
    ("search", "defence"),
    ("grep", "-c", "minister"),
    ("count",),
    ("count", "--by", "month"),
    ("count", "--by", "person"),
    ("fields",),
    ("check",),
)


def answers(corpus: Path, checkout: Path, cache: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name of each question with what is answered: exit code, then standard output."""
    environ = os.environ | {"PYTHONPATH": str(checkout), "NZN_CACHE_DIR": cache, "NZN_NOW": "2024-06-01"}
    for words in QUESTIONS:
        command = [sys.executable, "-m", "nzn_cli", "-d", str(corpus), *words, "--json"]
        done = subprocess.run(command, cwd=cache, env=environ, capture_output=True, check=False)
        yield " ".join(words), b"%d\n" % done.returncode + done.stdout


def name_of(corpus: Path, question: str) -> str:
    """Return the file that an answer lies in."""
    return f"{corpus.name}.{question.replace(' ', '_').replace('/', '_')}.json"


def main() -> None:
    """Save or compare, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=("save", "compare"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--checkout", type=Path, default=CHECKOUT)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    asked = different = 0
    for corpus in given.corpora:
        with tempfile.TemporaryDirectory() as cache:
            for question, answer in answers(corpus.resolve(), given.checkout.resolve(), cache):
                kept = given.folder / name_of(corpus, question)
                asked += 1
                if given.action == "save":
                    kept.write_bytes(answer)
                elif kept.read_bytes() != answer:
                    different += 1
                    kept.with_suffix(".new").write_bytes(answer)
                    print(f"{corpus.name}: nzn {question}: differs")
    print(f"{asked} answers" + (f", {different} differ" if given.action == "compare" else ""))
    sys.exit(different > 0)


if __name__ == "__main__":
    main()
