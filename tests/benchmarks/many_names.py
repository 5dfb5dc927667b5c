"""Linking of very many names: an index of people alone is made, and the names of its documents are joined.

    python -m tests.benchmarks.many_names 100000 300000 1000000 [--profile]

A row is a number of distinct names, of documents and persons, processor seconds of the whole and per 1,000 names, and
of the same again where a thousandth of the documents is of other people; the most memory of the process. Each document
names three; half are named once, a few in every hundredth document; a sixth say an honorific, a fifth an office, a
twentieth have a surname alone. Given names are listed ones; surnames are drawn as they are borne, some by thousands.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import itertools
import multiprocessing
import pstats
import random
import resource
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from nzn_cli.annotate.people.people_tables import ENTITY, MENTION, ROLE
from nzn_cli.model.settings import Folder, Settings
from nzn_cli.names.given_names import forms
from nzn_cli.store.persons import join
from nzn_cli.store.schema import tables
from tests.benchmarks.corpora import CODAS, ONSETS, VOWELS

PEOPLE = 3  # of a document
OFFICES = (("Minister of Health", "Canada"), ("Minister of Trade", "Norway"), ("Senator", None), ("President", None))
_DOCUMENT = """INSERT INTO document (doc, folder, path, id, date, start, stop, ministers, portfolios, words, encoding,
    meta, warnings, body_line, places) VALUES (?, 0, ?, ?, ?, ?, ?, '[]', '[]', 1, 'utf-8', '{}', '[]', 1, '')"""


def drawn_names(number: int, draw: random.Random) -> list[str]:
    """Return `number` distinct names, those of one surname anywhere among them."""
    given = sorted(word.title() for word in forms().listed if word.isascii() and word.isalpha())
    families = list(dict.fromkeys(_family(draw) for _ in range(max(2_000, number // 8))))
    weights = list(itertools.accumulate(1 / (rank + 50) for rank in range(len(families))))
    found: dict[str, None] = {}
    while len(found) < number:
        first, middle = draw.choice(given), draw.choice(given)
        way = draw.random()
        between = f" {middle[0]}." if way < 0.1 else f" {middle}" if way < 0.15 else ""
        found[f"{first}{between} {draw.choices(families, cum_weights=weights)[0]}"] = None
    return list(found)


def _family(draw: random.Random) -> str:
    syllables = (draw.choice(ONSETS) + draw.choice(VOWELS) for _ in range(draw.randint(2, 3)))
    return ("".join(syllables) + draw.choice(CODAS)).title()


def fill(connection: sqlite3.Connection, names: list[str], documents: range, draw: random.Random) -> None:
    """Write what `documents` say of people: half of the names in one document each, the others by weight."""
    usual = names[: len(names) // 2]
    weights = list(itertools.accumulate(1 / (rank + 100) for rank in range(len(usual))))
    for start in range(documents.start, documents.stop, 10_000):
        some = range(start, min(start + 10_000, documents.stop))
        dates = [(doc, f"{1990 + doc % 35}-{1 + doc % 12:02}-{1 + doc % 28:02}") for doc in some]
        connection.executemany(_DOCUMENT, ((doc, f"{doc}.txt", str(doc), day, day, day) for doc, day in dates))
        rows = [row for doc in some for row in _people(doc, names, draw.choices(usual, cum_weights=weights, k=3), draw)]
        for table in (ENTITY, MENTION, ROLE):
            connection.executemany(table.insert, (row for of, row in rows if of is table))


def _people(doc: int, names: list[str], usual: list[str], draw: random.Random) -> Iterator[tuple[object, tuple]]:
    once = names[len(names) // 2 + doc] if doc < len(names) - len(names) // 2 else usual[2]
    for entity, name in enumerate(dict.fromkeys((once, *usual[:2]))):
        said = name.split()[-1] if draw.random() < 0.05 else name
        honorific = f"{draw.choice(('Mr', 'Ms'))} " if draw.random() < 0.16 else ""
        yield ENTITY, (doc, "person", entity, said, 0, 2)
        for at, text in ((entity * 500, f"{honorific}{said}"), (entity * 500 + 200, name.split()[-1])):
            yield MENTION, (doc, "person", entity, "text", text, at, at + len(text), "name", 1.0, None)
        if draw.random() < 0.2:
            role, country = draw.choice(OFFICES)
            yield ROLE, (doc, entity, role, role, country, None, 0, entity * 500, entity * 500 + 9)


def measure(number: int, profile: bool) -> None:
    """Print the row of a number of names."""
    gc.set_threshold(100_000, 50, 50)  # as in every run
    draw = random.Random(number)
    names = drawn_names(number, draw)
    settings = Settings((Folder("."),), "")
    with tempfile.TemporaryDirectory(prefix="nzn-names-") as folder:
        connection = sqlite3.connect(Path(folder) / "names.db", isolation_level=None)
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        connection.executescript(tables())
        connection.execute("BEGIN")
        fill(connection, names, range(number), draw)
        connection.execute("COMMIT")
        first = _joined(connection, settings, profile)
        persons = connection.execute("SELECT count(*) FROM person").fetchone()[0]
        edited = range(number, number + number // 1000)
        fill(connection, names, edited, draw)
        again = _joined(connection, settings, profile)
        connection.close()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = first / number * 1000
    print(f"| {number} | {persons} | {first:.1f} | {each:.3f} | {again:.1f} | {most:.0f} |", flush=True)


def _joined(connection: sqlite3.Connection, settings: Settings, profile: bool) -> float:
    """Return the processor seconds of linking."""
    watch = cProfile.Profile()
    start = time.process_time()
    connection.execute("BEGIN")
    if profile:
        watch.runcall(join, connection, settings, "benchmark")
        pstats.Stats(watch).sort_stats("cumulative").print_stats(45)
    else:
        join(connection, settings, "benchmark")
    connection.execute("COMMIT")
    return time.process_time() - start


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int, nargs="+")
    parser.add_argument("--profile", action="store_true", help="also print where the time goes")
    chosen = parser.parse_args()
    print(
        "| names | persons | seconds | per 1,000 | after an edit | MB |\n| --- | --- | --- | --- | --- | --- |",
        flush=True,
    )
    for number in chosen.number:
        process = multiprocessing.Process(target=measure, args=(number, chosen.profile))  # each with its own memory
        process.start()
        process.join()


if __name__ == "__main__":
    main()
