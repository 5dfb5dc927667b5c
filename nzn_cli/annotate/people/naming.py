"""What a candidate calls a person: the name in usual letters, its words, what stands before it and behind.

Knows one mention at a time; who is who is asked by `coreference`.
"""

from __future__ import annotations

import functools
import re

from nzn_cli.annotate.people import kinds
from nzn_cli.annotate.people.candidates import Candidate
from nzn_cli.names.gender import gender_of_title
from nzn_cli.names.name_titles import generations_in_text, titles_used_as
from nzn_cli.text.folding import fold

Words = tuple[str, ...]


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
    honorifics = titles_used_as("mention")
    for token in reversed(candidate.cut.before):
        gap = text[candidate.base + token.end : start]
        word = token.text.rstrip(".")
        if word == "Lady" and any(other.text in ("First", "Second") for other in candidate.cut.before):
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
        return " ".join([t.title() if len(t) > 3 and t.isupper() and t.strip("IVX") else t for t in tokens])
    small = [t if len(t.rstrip(".")) == 1 else t.title() for t in tokens]
    return re.sub(r"\bMc([a-z])", lambda m: "Mc" + m[1].upper(), " ".join(small))


def title_of(candidate: Candidate) -> str:
    """Return the title or honorific directly before a name, else nothing."""
    if not candidate.cut.before or candidate.cut.before[-1].word.kind not in (kinds.TITLE, kinds.HONORIFIC):
        return ""
    return candidate.cut.before[-1].text.rstrip(".").title()


def gender_stated(candidate: Candidate) -> str:
    """Return "m" or "f" where the honorific before a name tells, else nothing."""
    return gender_of_title(fold(candidate.cut.before[-1].text).rstrip(".")) if candidate.cut.before else ""


def is_beside_namesake(text: str, candidate: Candidate) -> bool:
    """Return whether another of a surname is named just before its title: "President Hale and Dr Hale" are two."""
    start, name = candidate.base + candidate.cut.before[0].start, candidate.cut.tokens[0]
    return text[max(0, start - 40) : start].endswith((f" {name} and ", f" {name} and the "))


def is_nickname(word: str, name: str) -> bool:
    """Return whether a word of a name stands there in quotes or brackets."""
    return re.search(rf"[\"“'‘(]{re.escape(word)}[\"”'’)]", fold(name)) is not None


def titled(candidate: Candidate, name: str) -> str:
    """Return a name with the title before it where that belongs to it: "Lord Wexford", or says more than it."""
    before = candidate.cut.before[-1].text.rstrip(".") if candidate.cut.before else ""
    if not before or " " in name:
        return name
    if candidate.cut.capitals:
        before = before.title()
    told = before in titles_used_as("kept") or before in titles_used_as("man") or before in titles_used_as("woman")
    return f"{before} {name}" if told else name


def generation(words: Words) -> str:
    """Return "Jr", "Sr", "II" and so on where a name of several words ends with it, else nothing."""
    return _generations().get(words[-1], "") if len(words) > 2 else ""


def generation_behind(text: str, candidate: Candidate) -> str:
    """Return the generation that follows a full name behind a comma: "Ann Hale, Jr."."""
    if text[candidate.end : candidate.end + 1] != "," or len(candidate.cut.tokens) < 2:
        return ""
    match = _behind().match(text, candidate.end, candidate.end + 8)
    return generations_in_text()[match[1]] if match else ""


@functools.cache
def _generations() -> dict[str, str]:
    # names end with "I" only where it is known to be no pronoun
    return {fold(word): shown for word, shown in (*generations_in_text().items(), ("I", "I"))}


@functools.cache
def _behind() -> re.Pattern[str]:
    """Return the pattern of a generation behind a comma."""
    return re.compile(rf",\s({'|'.join(sorted(generations_in_text(), key=len, reverse=True))})\b")
