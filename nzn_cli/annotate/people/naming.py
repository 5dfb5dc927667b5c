"""What a candidate calls a person: the name in usual letters, its words, what stands before it and behind.

Knows one mention at a time; who is who is the question of `coreference`.
"""

from __future__ import annotations

import functools
import re

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.candidates import Candidate
from nzn_cli.text.folding import fold

Words = tuple[str, ...]

_TITLED = frozenset(
    ("Lord", "Lady", "Dame", "Sir", "King", "Queen", "Prince", "Princess", "Pope", "Viscount", "Baroness")
)
_GENDER = dict.fromkeys(("Mr", "Sir", "Lord"), "m") | dict.fromkeys(("Mrs", "Ms", "Miss", "Dame", "Lady"), "f")
_GENERATIONS = {"jr": "Jr", "jnr": "Jr", "sr": "Sr", "snr": "Sr", "ii": "II", "iii": "III", "iv": "IV"}


@functools.lru_cache(maxsize=20_000)
def plain_words(name: str) -> Words:
    """Return the folded words of a name, without quotes and dots."""
    folded = fold(name)
    if folded.replace(" ", "").isalnum():
        return tuple(folded.split())
    return tuple([w for w in re.split(r"[\s.“”\"'‘’()]+", folded) if w])


def mention_start(text: str, candidate: Candidate) -> int:
    """Return where the mention starts: with the honorific directly before the name, if there is one."""
    start = candidate.start
    honorifics = people_lexicon.words_of("span-honorific")
    for token in reversed(candidate.cut.before):
        gap = text[candidate.base + token.end : start]
        word = token.text.rstrip(".")
        if word == "Lady" and token.start and candidate.cut.before[0].text in ("First", "Second"):
            break  # an office
        if gap.strip(". ") or (word.title() if candidate.cut.capitals else word) not in honorifics:
            break
        start = candidate.base + token.start
    return start


@functools.lru_cache(maxsize=20_000)
def usual_name(tokens: tuple[str, ...], capitals: bool) -> str:
    """Return the name that words spell in usual letters: capitals made small, a lonely hyphen closed up."""
    tokens = tuple([t.replace(" ", "") if "-" in t else t for t in tokens])
    if not capitals:
        return " ".join([t.title() if len(t) > 3 and t.isupper() else t for t in tokens])
    small = [t if len(t.rstrip(".")) == 1 else t.title() for t in tokens]
    return re.sub(r"\bMc([a-z])", lambda m: "Mc" + m[1].upper(), " ".join(small))


def title_of(candidate: Candidate) -> str:
    """Return the title or honorific directly before a name, else nothing."""
    if not candidate.cut.before or candidate.cut.before[-1].word.kind not in (kinds.TITLE, kinds.HONORIFIC):
        return ""
    return candidate.cut.before[-1].text.rstrip(".").title()


def gender_stated(candidate: Candidate) -> str:
    """Return "m" or "f" where the honorific before a name tells, else nothing."""
    return _GENDER.get(candidate.cut.before[-1].text.rstrip(".").title(), "") if candidate.cut.before else ""


def titled(candidate: Candidate, name: str) -> str:
    """Return a name with the title before it where that belongs to it: "Lord Wexford", or says more than it."""
    before = candidate.cut.before[-1].text.rstrip(".") if candidate.cut.before else ""
    return f"{before} {name}" if (before in _TITLED or before in _GENDER) and " " not in name else name


def generation(words: Words) -> str:
    """Return "Jr", "Sr", "II" and so on where a name of several words ends with it, else nothing."""
    return _GENERATIONS.get(words[-1], "") if len(words) > 2 else ""


def generation_behind(text: str, candidate: Candidate) -> str:
    """Return the generation that follows a full name behind a comma: "Ann Hale, Jr."."""
    if text[candidate.end : candidate.end + 1] != "," or len(candidate.cut.tokens) < 2:
        return ""
    if text[candidate.end + 2 : candidate.end + 3] not in ("J", "S", "I"):
        return ""
    match = re.match(r",\s(Jr|Jnr|Sr|Snr|III?|IV)\b", text[candidate.end : candidate.end + 8])
    return _GENERATIONS[match[1].lower()] if match else ""
