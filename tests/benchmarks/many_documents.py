"""Very many documents, for what grows with their number: made ones, and copies of releases under other names and dates.

    python tests/benchmarks/many_documents.py made FOLDER 1000000
    python tests/benchmarks/many_documents.py copies RELEASES FOLDER 100000

The same on every machine: each document depends on its number alone. One of made ones has about 1.6 KB; people grow
with the number of documents, a few are named often and most seldom; a folder holds 1,000.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.corpora import FAMILY, GIVEN, OFFICES, vocabulary

FOLDER = 1_000
_split = str.split
MORE_GIVEN = _split(
    "Alice Andrew Anna Bernard Bruce Carol Catherine Charles Daniel David Dorothy Edward Elena Emma Fiona Frances "
    "Frank George Grace Hannah Helen Henry Jack James Jane John Julia Karen Kevin Laura Liam Lucy Margaret Maria Mark "
    "Martin Mary Michael Nicholas Nora Oliver Oscar Paul Peter Rachel Richard Robert Rosa Ruth Sarah Simon Sophie "
    "Stephen Susan Thomas Timothy Victor Walter William Zoe"
)
BODIES = ("Institute", "Authority", "Council", "Commission", "Agency", "Association", "Foundation")
MONTHS = _split("January February March April May June July August September October November December")


class Draw(NamedTuple):
    """What documents are drawn from; `weights` add up, the first are the likeliest."""

    words: list[str]
    weights: list[float]
    people: list[tuple[str, str]]
    often: list[float]
    bodies: list[str]


def drawn_from(count: int) -> Draw:
    """Return what `count` documents are drawn from."""
    draw = random.Random(11)
    words = vocabulary(draw, 60_000)
    families = [*FAMILY, *dict.fromkeys(word.title() for word in words[200:] if 5 <= len(word) <= 9)][:8_000]
    common = _weights(len(families), 20)
    given = [*GIVEN, *MORE_GIVEN]
    people = [(draw.choice(given), draw.choices(families, cum_weights=common)[0]) for _ in range(max(500, count // 20))]
    subjects = [word.title() for word in words[300:] if len(word) > 5][: max(40, count // 500)]
    bodies = [f"{subject} {draw.choice(BODIES)}" for subject in subjects]
    return Draw(words, _weights(len(words), 3), people, _weights(len(people), 60), bodies)


def _weights(number: int, flat: int) -> list[float]:
    return list(itertools.accumulate(1 / (rank + flat) for rank in range(number)))


def document(number: int, source: Draw) -> str:
    """Return the text of one document, front matter included."""
    draw = random.Random(number)
    year, month, day = draw.randint(1995, 2024), draw.randint(1, 12), draw.randint(1, 28)
    drawn = iter(draw.choices(source.words, cum_weights=source.weights, k=260))
    minister, *others = draw.choices(source.people, cum_weights=source.often, k=4)
    office = draw.choice(OFFICES)
    sentences = [_sentence(drawn, draw.randint(8, 22)) for _ in range(12)]
    body = draw.choice(source.bodies)
    ago = draw.choice(("Tuesday", "week", "May"))
    told = [
        f"The Minister of {office}, {' '.join(minister)}, spoke on {draw.randint(1, 28)} {MONTHS[month - 1]} {year}.",
        f'"{sentences[0]}" {minister[1]} said.',
        f"{' '.join(others[0])} of the {body} met {' '.join(others[1])} last {ago}.",
        f"{others[0][1]} told the {body} that {sentences[1].lower()}",
        f"In {MONTHS[draw.randrange(12)]} {draw.randint(1990, 2024)} {' '.join(others[2])} had left it.",
    ]
    rows = [*sentences[2:], *draw.sample(told, draw.randint(2, 5))]
    draw.shuffle(rows)
    head = [
        "---",
        f"title: {' '.join(sentences[2].split()[:7]).rstrip('.')} {number}",
        f"date: {year}-{month:02}-{day:02}",
        f"url: https://releases.example/{year}/{number}",
        f"ministers: ['Hon {' '.join(minister)}']",
        f"portfolios: [{office}]",
        "---",
    ]
    paragraphs = [" ".join(rows[at : at + 3]) for at in range(0, len(rows), 3)]
    return "\n".join([*head, *(f"{paragraph}\n" for paragraph in paragraphs)])


def _sentence(drawn: itertools.chain[str] | object, length: int) -> str:
    text = " ".join(itertools.islice(drawn, length))  # type: ignore[call-overload]
    return f"{text[:1].upper()}{text[1:]}."


def place(folder: Path, number: int) -> Path:
    """Return where document `number` is written."""
    return folder / f"{number // (100 * FOLDER):03}" / f"{number // FOLDER % 100:02}" / f"text-{number:07}.md"


def make(folder: Path, count: int) -> None:
    """Write `count` made documents."""
    source = drawn_from(count)
    for number in range(count):
        _write(place(folder, number), number, document(number, source))


def _write(path: Path, number: int, text: str) -> None:
    if number % FOLDER == 0:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAME = re.compile(r"\b([A-Z][a-z]+) ([A-Z][a-z]{3,})\b")


def copies(releases: Path, folder: Path, count: int) -> None:
    """Write `count` copies of releases, each time round with other names and years."""
    texts = sorted(path for path in releases.rglob("*") if path.suffix in (".md", ".txt"))
    source = drawn_from(count)
    for number in range(count):
        path = texts[number % len(texts)]
        text = path.read_text(encoding="utf-8", errors="replace")
        _write(place(folder, number), number, changed(text, number // len(texts), source.people))


def changed(text: str, turn: int, people: Sequence[tuple[str, str]]) -> str:
    """Return a text with its years moved and its names of two words changed, the same name alike, by `turn`."""
    if not turn:
        return text

    def renamed(found: re.Match[str]) -> str:
        return " ".join(people[random.Random(f"{turn} {found[0]}").randrange(len(people))])

    moved = _YEAR.sub(lambda found: str(1990 + (int(found[0]) + turn) % 35), text)
    frequent = {found[0] for found in _NAME.finditer(moved) if found[1] in _GIVEN_NAMES}
    return _NAME.sub(lambda found: renamed(found) if found[0] in frequent else found[0], moved)


_GIVEN_NAMES = frozenset((*GIVEN, *MORE_GIVEN))


def main() -> None:
    """Run one of the two commands of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("made")
    copying = commands.add_parser("copies")
    copying.add_argument("releases", type=Path)
    for command in (making, copying):
        command.add_argument("folder", type=Path)
        command.add_argument("count", type=int)
    chosen = parser.parse_args()
    if chosen.command == "made":
        make(chosen.folder, chosen.count)
    else:
        copies(chosen.releases, chosen.folder, chosen.count)


if __name__ == "__main__":
    main()
