"""Whom "he", "she" and "they" mean where they speak: by recency, subject, gender, and who spoke last."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from nzn_cli.annotate.quotes.speakers import Referent
from nzn_cli.names.gender import gender_of_given_name
from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import words

_GOVERNED = re.compile(r"\b(?:for|of|to|with|from|by|against|about|at|in|on|like|and|than)\s+(?:\w+\.? )?\Z")
_REACH = 12  # mentions looked at before a pronoun
_FAR = 1500  # characters
_SENTENCES = 5  # before a pronoun that make a difference
_SPOKE = 8.0  # what speaks for who spoke last


@lru_cache(8192)
def gender_of_name(text: str) -> str:
    """Return "f" or "m" for a mention whose titles or given name are of one sex alone, else nothing."""
    listed = [fold(word).strip(".,") for word in text.split()]
    found = next((gender for word in listed[:-1] if (gender := gender_of_noun(word))), "")
    if found or len(listed) < 2:
        return found
    given = next((word for word in listed[:-1] if len(word) > 2 and word not in _untold()), "")
    return gender_of_given_name(given)


def gender_of_noun(word: str) -> str:
    """Return "f" or "m" for a title or noun of one sex alone: "Mrs", "spokesman", "widow"."""
    if word in words("speech.txt", "women"):
        return "f"
    return "m" if word in words("speech.txt", "men") else ""


@lru_cache(1)
def _untold() -> frozenset[str]:
    from nzn_cli.names.name_titles import title_words

    return title_words().special


class Pronouns:
    """The people of a text by gender and place."""

    def __init__(self, text: str, names: dict[int, str], mentions: Sequence[tuple[int, int, int, str, str]]) -> None:
        self._text = text
        self._mentions = mentions
        self._starts = [mention[0] for mention in mentions]
        told: dict[int, Counter[str]] = {}
        for start, _, entity, spelled, _ in mentions:
            before = text[max(0, start - 24) : start].split()[-1:]
            found = gender_of_name(spelled) or (gender_of_noun(before[0]) if before else "")
            if found:
                told.setdefault(entity, Counter())[found] += 1
        self.genders = {entity: counts.most_common(1)[0][0] for entity, counts in told.items()}
        for entity, name in names.items():
            self.genders.setdefault(entity, gender_of_name(name))

    def meant(
        self, pronoun: Referent, sentences: Sequence[int], paragraph: int, last: int | None
    ) -> tuple[int | None, float]:
        """Return the person whom a pronoun means, with how sure that is; `last` is who spoke last.

        `sentences` are the starts of those that were read, that of the pronoun last.
        """
        gender = {"he": "m", "she": "f"}.get(pronoun.text.lower())
        if gender is None:
            return None, 0.5
        best: dict[int, float] = {}
        if last is not None and self.genders.get(last, "") in ("", gender):
            best[last] = _SPOKE
        place = bisect_left(self._starts, pronoun.start)
        for start, end, entity, _, _ in reversed(self._mentions[max(0, place - _REACH) : place]):
            if pronoun.start - start > _FAR:
                break
            stated = self.genders.get(entity, "")
            if stated not in ("", gender):
                continue
            away = min(len(sentences) - bisect_right(sentences, start), _SENTENCES)
            score = 2.0 * (_SENTENCES - away) + 2.5 * self._is_subject(start, end) + (stated == gender)
            score += 0.5 * (start >= paragraph) + 2.5 * (entity == last)
            if score > best.get(entity, -1.0):
                best[entity] = score
        if not best:
            return None, 0.3
        chosen = max(best, key=lambda entity: (best[entity], -entity))
        return chosen, 0.8

    def _is_subject(self, start: int, end: int) -> bool:
        before = self._text[max(0, start - 12) : start]
        after = self._text[end : end + 2]
        if after in ("'s", "’s"):
            return False
        return _GOVERNED.search(before) is None
