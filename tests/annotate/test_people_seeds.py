"""The seeds name exactly the people whom a reader finds in them, with their roles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nzn_cli.annotate.people import find_people
from nzn_cli.text.folding import fold

GOLD = json.loads((Path(__file__).resolve().parents[1] / "seeds.json").read_text(encoding="utf-8"))
CREDITED = {"000": ["Ron Mark"], "001": ["Winston Peters"]}


def _body(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return text.split("\n---\n", 1)[1] if text.startswith("---") else text


@pytest.mark.parametrize("stem", ["000", "001", "002", "003", "004"])
def test_people_of_a_seed(seeds: Path, stem: str) -> None:
    (path,) = seeds.glob(f"{stem}_*")
    people = find_people(_body(path), CREDITED.get(stem, []))
    wanted = {p["person"]: p for p in GOLD["people"] if stem in p["documents"]}
    assert set(people.names) == set(wanted)
    for entity, name in enumerate(people.names):
        roles = " | ".join(fold(r.text).replace("-", " ") for r in people.roles if r.entity == entity)
        texts = {m.text for m in people.mentions if m.entity == entity}
        assert all(fold(role).replace("-", " ") in roles for role in wanted[name]["roles"])
        assert all(any(variant in text for text in texts) for variant in wanted[name]["variants"])
