"""How fast the quotations of a folder's documents are found, people given: one process, its own time alone.

quotes_alone.py FOLDER [--limit N]   characters a second of CPU time, the best of three; quotations by kind and rule
"""

from __future__ import annotations

import argparse
import os
import time
from collections import Counter

from nzn_cli.annotate.people.people_facts import people_of
from nzn_cli.annotate.quotes.find_quotations import find_quotations
from nzn_cli.documents.walk import walk
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.document import document_from_bytes
from nzn_cli.text.block_quotations import block_quotations
from nzn_cli.text.surface import surface


def main() -> None:
    """Read the documents and their people, then time the quotations."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder")
    asked.add_argument("--limit", type=int)
    given = asked.parse_args()
    folder = Folder(os.path.abspath(given.folder))
    texts = []
    for entry in sorted(walk(folder))[: given.limit]:
        with open(os.path.join(folder.path, entry.path), "rb") as file:
            document = document_from_bytes(entry.path, file.read(), folder)
        read = surface(document.body)
        people = people_of(read.text, document.credits, document.title)[:3]
        texts.append((read.text, people, block_quotations(read)))
    size = sum(len(text) for text, _, _ in texts)
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        found = [find_quotations(*each) for each in texts]
        best = max(best, size / 1000 / (time.process_time() - start))
    kinds = Counter(one.kind for each in found for one in each)
    rules = Counter(one.speaker_rule for each in found for one in each)
    print(f"{len(texts):,} documents, {size / 1e6:.1f} million characters: {best:,.0f} KB/s")
    print(f"kinds {dict(kinds)}\nrules {dict(rules)}")


if __name__ == "__main__":
    main()
