"""Train the weights of the words beside full names: `nzn_cli/lexicons/people-contexts.txt`.

    python tests/benchmarks/train_contexts.py WHITE_HOUSE

WHITE_HOUSE is the folder of the releases (CC0). They are marked by nzn itself: a name that the releases as a whole
leave in no doubt, one way or the other, is an example wherever it stands, and the words beside it have to tell which.
"""

from __future__ import annotations

import math
import random
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from nzn_cli.annotate.people import score_candidates
from nzn_cli.annotate.people.context_words import LEXICONS, words_beside
from nzn_cli.annotate.people.surface_forms import Tokens, spellings

HEADER = """\
# Weights of the words beside a full name: how much each speaks for a person; the first line is that of any place.
# Trained by tests/benchmarks/train_contexts.py on White House press releases (CC0), as marked by nzn. MIT like nzn.
"""
Words = tuple[str, ...]
PERSON, NO_PERSON = 0.93, 0.07  # mean score of a name in all releases
LETTERS = 60_000  # characters of a release
PLACES = 12  # of a name in one release
TIMES = 30  # that one name is an example
SEEN = 8  # times that words have to be met
ROUNDS, STEP, DRAWN = 4, 0.1, 0.003


def read(path: Path) -> str:
    """Return the text of a release, without its front matter and with its lines joined."""
    text = path.read_text(encoding="utf-8", errors="replace")
    body = text[text.find("\n---", 3) + 4 :] if text.startswith("---") else text
    return re.sub(r"[ \u00a0]*(?<!\n)\n(?!\n)", " ", body)[:LETTERS]


def examples(folder: Path) -> list[tuple[Words, bool]]:
    """Return the words beside each place of the names that are in no doubt, and whether the name is a person's."""
    found: list[tuple[Tokens, list[Words]]] = []
    scores: dict[Tokens, list[float]] = defaultdict(list)
    for path in sorted(folder.rglob("*.md")):
        text = read(path)
        groups = spellings(text)
        for tokens, group in groups.full.items():
            signs = score_candidates.signs_of(text, group, groups)
            signs += score_candidates.document_signs(text, group, groups)
            scores[tokens].append(score_candidates.score_features(signs))
            places = [tuple(words_beside(text, place)) for place in group.places[:PLACES]]
            found.append((tokens, places))
    means = {tokens: sum(many) / len(many) for tokens, many in scores.items()}
    times: Counter[Tokens] = Counter()
    kept = []
    for tokens, places in found:
        if NO_PERSON <= means[tokens] <= PERSON:
            continue
        kept += [(words, means[tokens] > PERSON) for words in places[: max(0, TIMES - times[tokens])]]
        times[tokens] += len(places)
    return kept


def fit(found: list[tuple[Words, bool]]) -> tuple[float, dict[str, float]]:
    """Return the weights that tell the examples apart best, people and others counted alike."""
    counts = Counter(word for words, _ in found for word in words)
    share = sum(wanted for _, wanted in found) / len(found)
    data = [([w for w in words if counts[w] >= SEEN], wanted) for words, wanted in found]
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-3)
    bias, shuffle = 0.0, random.Random(0)
    for _ in range(ROUNDS):
        shuffle.shuffle(data)
        for words, wanted in data:
            total = bias + sum(weights[word] for word in words)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - wanted
            error *= 0.5 / (share if wanted else 1 - share)
            bias -= 0.003 * error
            for word in words:
                slope = error + DRAWN * weights[word]
                squares[word] += slope * slope
                weights[word] -= STEP * slope / math.sqrt(squares[word])
    return bias, weights


def main(folder: Path) -> None:
    """Train on the releases and write the weights."""
    found = examples(folder)
    bias, weights = fit(found)
    with open(Path(LEXICONS, "people-contexts.txt"), "w", encoding="utf-8") as file:
        file.write(f"{HEADER}\t{bias:.2f}\n")
        for words, weight in sorted(weights.items()):
            if abs(weight) >= 0.05:
                file.write(f"{words}\t{weight:.2f}\n")
    print(f"{len(weights)} weights from {len(found)} places")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
