"""Lays out the corpora that the benchmarks run on.

    python tests/benchmarks/corpora.py generate FOLDER 100000
    python tests/benchmarks/corpora.py releases FOLDER_OF_ARCHIVES FOLDER

Generated documents are the same on every machine: their words are made of syllables, drawn as words of a language
are (a few often, most seldom), by a generator of our own seed. The folder of a month holds that month's documents.
"""

from __future__ import annotations

import argparse
import itertools
import random
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

_split = str.split
COMMON = _split(
    "the of to and a in that is was for on with as by at from it be are this have has had will which been their not "
    "said more also who they we our new government minister support security people health today between defence "
    "work training region countries development international forces education year years during about after"
)
GIVEN = _split("Ana Bram Cleo Dara Ewan Fay Gita Hugo Iris Jonas Kiri Lena Moss Nia Owen Petra Quin Rewi Sana Tama")
FAMILY = _split(
    "Abernethy Barlow Castell Dunmore Ellery Farquhar Gillam Hadlow Ingleby Jarrold Kearsley Lomax Marwick Norcott "
    "Ormsby Penrose Quennell Rudkin Selwyn Thackray Upjohn Verrall Wainwright Yelland"
)
OFFICES = ("Defence", "Health", "Education", "Transport", "Trade", "Fisheries", "Energy", "Customs")
ONSETS = _split("b br d dr f fl g gr h k kl l m n p pl r s st t tr v w")
VOWELS = _split("a e i o u ai ea ou")
CODAS = ("", "n", "r", "s", "l", "nd", "st", "m")
MONTHS = [(year, month) for year in range(2005, 2025) for month in range(1, 13)]


def vocabulary(draw: random.Random, size: int) -> list[str]:
    """Return `size` words, common ones first."""
    made = dict.fromkeys(COMMON)
    while len(made) < size:
        parts = (draw.choice(ONSETS) + draw.choice(VOWELS) for _ in range(draw.randint(1, 3)))
        made["".join(parts) + draw.choice(CODAS)] = None
    return list(made)


def sentences(draw: random.Random, words: list[str], weights: list[float]) -> Iterator[str]:
    """Yield sentences without end."""
    while True:
        chosen = draw.choices(words, cum_weights=weights, k=draw.randint(8, 22))
        if draw.random() < 0.15:
            chosen.insert(3, f"on {draw.randint(1, 28)} March {draw.randint(2005, 2024)}")
        if draw.random() < 0.15:
            chosen.insert(2, f"{draw.choice(GIVEN)} {draw.choice(FAMILY)}")
        text = " ".join(chosen)
        yield text[0].upper() + text[1:] + "."


def document(number: int, draw: random.Random, words: list[str], weights: list[float]) -> str:
    """Return the text of one generated document, front matter included."""
    year, month = MONTHS[number % len(MONTHS)]
    office, text = draw.choice(OFFICES), sentences(draw, words, weights)
    title = " ".join(next(text).split()[:7]).rstrip(".")
    paragraphs = [" ".join(itertools.islice(text, draw.randint(2, 4))) for _ in range(draw.randint(3, 6))]
    head = [
        f"title: {title} {number}",
        f"date: {year}-{month:02}-{draw.randint(1, 28):02}",
        f"url: https://releases.example/{year}/{number}",
        f"ministers: ['Hon {draw.choice(GIVEN)} {draw.choice(FAMILY)}']",
        f"portfolios: [{office}]",
    ]
    lines = [line for paragraph in paragraphs for line in (*_wrapped(paragraph), "")]
    return "\n".join(["---", *head, "---", *lines])


def _wrapped(paragraph: str, width: int = 90) -> Iterator[str]:
    line: list[str] = []
    for word in paragraph.split():
        if sum(map(len, line)) + len(line) + len(word) > width:
            yield " ".join(line)
            line = []
        line.append(word)
    yield " ".join(line)


def generate(folder: Path, count: int) -> None:
    """Write `count` documents below `folder`; each depends on its number alone."""
    words = vocabulary(random.Random(7), 30_000)
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))
    for year, month in MONTHS[:count]:
        (folder / f"{year}/{month:02}").mkdir(parents=True, exist_ok=True)
    for number in range(count):
        year, month = MONTHS[number % len(MONTHS)]
        text = document(number, random.Random(number), words, weights)
        (folder / f"{year}/{month:02}/release-{number:06}.md").write_text(text, encoding="utf-8")


def releases(archives: Path, folder: Path) -> None:
    """Unpack every archive of a folder of archives into a folder of its own below `folder`."""
    for archive in sorted(archives.iterdir()):
        target = folder / archive.name.split(".")[0]
        if zipfile.is_zipfile(archive):
            with zipfile.ZipFile(archive) as packed:
                packed.extractall(target)
        elif archive.is_file() and tarfile.is_tarfile(archive):
            with tarfile.open(archive) as packed_tar:
                packed_tar.extractall(target, filter="data")


def main() -> None:
    """Run one of the two commands of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    generating = commands.add_parser("generate")
    generating.add_argument("folder", type=Path)
    generating.add_argument("count", type=int)
    unpacking = commands.add_parser("releases")
    unpacking.add_argument("archives", type=Path)
    unpacking.add_argument("folder", type=Path)
    chosen = parser.parse_args()
    if chosen.command == "generate":
        generate(chosen.folder, chosen.count)
    else:
        releases(chosen.archives, chosen.folder)


if __name__ == "__main__":
    main()
