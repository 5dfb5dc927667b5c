"""Train the weights of the signs by which people are found: `nzn_cli/lexicons/people-weights.txt`.

    python tests/benchmarks/train_people.py people-uner-ewt.jsonl people-wikigold.jsonl

Each file holds one {"text": …, "per": [[start, end], …]} a line. A logistic regression, each weight drawn towards a
prior that says by hand what the sign is expected to mean, since the texts at hand are no news. Each example
is seen a second time with its words made unknown, so that the context has to carry the name.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from pathlib import Path

from nzn_cli.annotate.people import features, score_candidates
from nzn_cli.annotate.people.context_words import LEXICONS
from nzn_cli.annotate.people.known_words import known_words
from nzn_cli.annotate.people.surface_forms import Spelling, spellings

HEADER = """\
# Weights of the signs that a candidate is a person: full names (m…), single words (s…) and signs of both.
# Trained by tests/benchmarks/train_people.py on Universal NER English EWT, dev and test (CC BY-SA 4.0, https://www.universalner.org)
# and WikiGold (CC BY 4.0, Balasuriya et al. 2009). This file: CC BY-SA 4.0.
"""
PRIORS = {
    sign: float(weight)
    for sign, _, weight in (
        line.rpartition("\t")
        for line in Path(__file__).with_name("people_priors.txt").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
}
STRENGTH = 0.2  # how hard a weight is drawn to its prior, per example
ROUNDS = 16


def label(group: Spelling, gold: set[tuple[int, int]]) -> bool:
    """Say whether most occurrences of a spelling are people."""
    hits = sum((c.start, c.end) in gold for c in group.places)
    return hits > 0 and hits * 2 >= len(group.places)


def gold_spans(document: dict) -> set[tuple[int, int]]:
    """Return the spans of a document, possessives cut."""
    text = document["text"]
    return {(a, b - 2 if text[a:b].endswith(("'s", "’s")) else b) for a, b in document["per"]}


def masked(group: Spelling, signs: list[str]) -> list[str]:
    """Return the signs as they would be if no list knew the words."""
    capitals = all(c.cut.capitals for c in group.places)
    known = features.of_words(group.tokens, capitals)
    strange = tuple(t if len(t) < 3 or not t[0].isupper() else "Qx" + t.lower() for t in group.tokens)
    rest = Counter(signs) - Counter(known)
    return [*rest.elements(), *features.of_words(strange, capitals)]


def fit(examples: list[tuple[list[str], bool]]) -> dict[str, float]:
    """Return the weights that tell the examples apart best: a mean of the later rounds, so that order tells little."""
    weights = dict(PRIORS)
    squares: dict[str, float] = {}
    mean: Counter[str] = Counter()
    order = list(range(len(examples)))
    shuffle = random.Random(0)
    for turn in range(ROUNDS):
        shuffle.shuffle(order)
        for i in order:
            signs, wanted = examples[i]
            total = sum(weights.get(sign, 0.0) for sign in signs)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - wanted
            for sign in signs:
                weight = weights.get(sign, 0.0)
                slope = error + STRENGTH * (weight - PRIORS.get(sign, 0.0))
                squares[sign] = squares.get(sign, 1e-6) + slope * slope
                weights[sign] = weight - 0.3 * slope / math.sqrt(squares[sign])
        if turn >= ROUNDS // 2:
            for sign, weight in weights.items():
                mean[sign] += weight / (ROUNDS - ROUNDS // 2)
    seen = Counter(sign for signs, _ in examples for sign in signs)
    return {sign: weight for sign, weight in mean.items() if seen[sign] >= 3 or sign in PRIORS}


def full_examples(documents: list[dict], weights: dict[str, float] | None) -> list[tuple[list[str], bool]]:
    """Return an example for each full name; with weights, also what its neighbours tell."""
    found = []
    for document in documents:
        text, gold = document["text"], gold_spans(document)
        groups = spellings(text)
        many = list(groups.full.values())
        signs = {
            g.tokens: score_candidates.signs_of(text, g, groups) + score_candidates.context_signs(text, g, groups)
            for g in many
        }
        beside = score_candidates.neighbours(text, groups.full) if weights else {}
        scores = (
            {t: 1 / (1 + math.exp(-sum(weights.get(x, 0) for x in s))) for t, s in signs.items()} if weights else {}
        )
        for group in many:
            mine = signs[group.tokens] + score_candidates.beside_signs(group.tokens, beside, scores)
            found.append((mine, label(group, gold)))
            found.append((masked(group, mine), label(group, gold)))
    return found


def single_examples(documents: list[dict]) -> list[tuple[list[str], bool]]:
    """Return an example for each single word, given the full names of its document."""
    found = []
    for document in documents:
        text, gold = document["text"], gold_spans(document)
        groups = spellings(text)
        known = known_words([g.tokens for g in groups.full.values() if label(g, gold)], groups.single)
        for group in groups.single.values():
            mine = score_candidates.signs_of(text, group, groups) + score_candidates.single_signs(groups, group, known)
            found.append((mine, label(group, gold)))
            found.append((masked(group, mine), label(group, gold)))
    return found


def main(paths: list[str]) -> None:
    """Train on the files and write the weights."""
    documents = [json.loads(line) for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines()]
    first = fit(full_examples(documents, None))
    weights = {**fit(single_examples(documents)), **first}
    full = fit(full_examples(documents, first))
    weights = {s: full.get(s, w) if s in first else w for s, w in weights.items()} | {
        s: w for s, w in full.items() if s in PRIORS
    }
    with open(Path(LEXICONS, score_candidates.WEIGHTS), "w", encoding="utf-8") as file:
        file.write(HEADER)
        file.writelines(f"{sign}\t{weight:.2f}\n" for sign, weight in sorted(weights.items()) if round(weight, 2))
    print(f"{len(weights)} weights from {len(documents)} texts")


if __name__ == "__main__":
    main(sys.argv[1:])
