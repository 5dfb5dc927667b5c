"""How much nzn finds out without front matter, and what is wrong with a folder of documents.

inferred.py titles FOLDER    cut the front matter off, compare inferred title and date with the stated ones
inferred.py check FOLDER     documents, warnings by code, undated ones; time of reading, one process
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter

from nzn_cli.documents.walk import walk
from nzn_cli.model.documents import Document
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.document import document_from_bytes
from nzn_cli.text.folding import level


def documents(folder: Folder):
    """Yield path, bytes and document of every file."""
    for entry in sorted(walk(folder)):
        with open(os.path.join(folder.path, entry.path), "rb") as file:
            data = file.read()
        yield entry.path, data, document_from_bytes(entry.path, data, folder)


def plain(title: str | None) -> str:
    """A title as people would compare it: blanks single, quotes straight."""
    return " ".join(level(title or "").split())


def titles(folder: Folder, misses: int) -> None:
    count = exact = same = dated = named = undated = anew = 0
    for path, _, stated in documents(folder):
        if stated.title_source != "frontmatter" or not stated.date:
            continue
        count += 1
        bare = document_from_bytes("document.md", stated.body.encode(), Folder(folder.path))
        exact += bare.title == stated.title
        same += plain(bare.title) == plain(stated.title)
        dated += bare.date == stated.date
        undated += bare.date is None
        named += document_from_bytes(path, stated.body.encode(), Folder(folder.path)).date == stated.date
        if plain(bare.title) != plain(stated.title) or bare.date != stated.date:
            anew += 1
            if anew <= misses:
                print(f"{path}\n  {stated.title!r} {stated.date}\n  {bare.title!r} {bare.date} {bare.date_source}")
    print(f"{count} documents; title exact {exact / count:.1%}, but for quotes and blanks {same / count:.1%}")
    print(f"date from the text alone {dated / count:.1%}, of those that print one {dated / (count - undated):.1%}")
    print(f"date with the file's name {named / count:.1%}")


def check(folder: Folder, misses: int) -> None:
    codes: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    undated: list[Document] = []
    count = size = 0
    start = time.perf_counter()
    for path, data, document in documents(folder):
        count += 1
        size += len(data)
        for warning in document.warnings:
            codes[warning.code] += 1
            if codes[warning.code] <= misses:
                print(f"{path}:{warning.line}: {warning.code}: {warning.message}")
        sources[f"date {document.date_source}"] += 1
        sources[f"title {document.title_source}"] += 1
        if document.date is None:
            undated.append(document)
    seconds = time.perf_counter() - start
    for document in undated[: misses * 100]:
        print("undated", document.path, dict(list(document.meta.items())[:4]))
    print(f"{count} documents, {size / 1e6:.1f} MB in {seconds:.1f} s: {size / 1e6 / seconds:.1f} MB/s")
    print("undated", len(undated), "·", dict(sources.most_common()))
    print("warnings", dict(codes.most_common()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["titles", "check"])
    parser.add_argument("folder")
    parser.add_argument("--misses", type=int, default=0, help="examples to print")
    given = parser.parse_args()
    {"titles": titles, "check": check}[given.what](Folder(os.path.abspath(given.folder)), given.misses)


if __name__ == "__main__":
    sys.exit(main())
