"""A corpus of all that may trip an engine, and datasets made of folders."""

from __future__ import annotations

import os
from pathlib import Path

from nzn_cli.annotate import registry
from nzn_cli.config.load import load_settings
from nzn_cli.dataset.write import write_dataset
from nzn_cli.freshness.open_index import open_store
from nzn_cli.progress import Silent

_RELEASE = """---
title: {title}
date: {date}
minister: {minister}
words-in: {number}
---
{minister} said on {day} that the Harbour Board (HB) would open the bridge in June 2021.
“It is late, and it is worth it,” said Ms {surname}. Transport Minister {minister} and Tom Öztürk met the
Ministry of Works on 4 May 2021. Mr Öztürk, the Mayor of Ny, told the HB that tolls begin next Tuesday.
"""
_KEYS = """---
a"b: 1
"it's": [x, 2, null, true]
nest: {a: {b: 1}}
real: 1.5
no: false
None: ~
tags: []
---
Text.
"""
_JOINED = "The har-\nbour board of Win-\nona Pell met on the 5th\nof May 2021 in **Ny**.\n"
_PEOPLE = ("Winona Pell", "Ana Söderberg", "Rua O'Brien", "winona pell", "Pell Pell")


def write_tricky(folder: Path) -> None:
    """Write documents with quotes, marks of SQL, NUL, bytes that are no text, and values of every kind."""
    for number in range(60):
        minister = _PEOPLE[number % len(_PEOPLE)]
        text = _RELEASE.format(
            title=f"Bridge {number % 7}: 'quoted' \\% _ ; DROP TABLE document",
            date=("2021-05-0" + str(number % 9 + 1), "2021-05", "2021", "1990s", "2021-Q2")[number % 5],
            minister=minister,
            surname=minister.split()[-1],
            number=(number, "-3", "1e3", "03/04/2018", "''")[number % 5],
            day=("3 May 2021", "Monday", "1 April", "the 1990s")[number % 4],
        )
        (folder / f"{'release' if number % 2 else 'Über'}-{number}.md").write_text(text)
    (folder / "empty.md").write_text("")
    (folder / "undated.txt").write_text("Nobody knows when. In March 1975 Rua O'Brien said “yes”.\n")
    (folder / "nul.txt").write_bytes(b"A line with \0 in it, and Winona Pell.\n")
    (folder / "keys.md").write_text(_KEYS)
    (folder / "joined.txt").write_text(_JOINED * 3)
    with open(os.fsencode(folder) + b"/\xff\xfe.txt", "wb") as file:
        file.write(b"Ana S\xc3\xb6derberg spoke on 6 May 2021.\n")


def dataset_of(folder: Path, target: Path) -> Path:
    """Return `target` with a dataset of the documents of a folder."""
    target.mkdir(exist_ok=True)
    settings = load_settings([str(folder)])
    with open_store(settings, frozenset({"documents", *registry.names()}), Silent()) as store:
        write_dataset(store.connection, str(target), code="test", source=str(folder), settings={})
    return target
