"""Where a text says that somebody speaks: the words of it. Knows no speaker and no marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from nzn_cli.text.wordlists import sections, words

_FILE = "speech.txt"
CLASSES = ("say", "tell", "ask", "think", "act", "lead-in")


class Verb(NamedTuple):
    """One form of a verb: its class, its form and whether it is a noun as well."""

    sort: str  # of CLASSES
    form: str  # "base", "s", "past" or "ing"
    lemma: str
    noun: bool


class Cue(NamedTuple):
    """A place where the text says that somebody speaks."""

    start: int
    end: int
    sort: str  # of CLASSES, or "source" of "according to"
    form: str
    lemma: str


@cache
def verbs() -> dict[str, Verb]:
    """Return the verbs of `lexicons/speech.txt` by form."""
    found: dict[str, Verb] = {}
    for sort in CLASSES:
        for line in sections(_FILE)[sort]:
            for entry in line.split():
                for form, word in _forms(entry):
                    lemma = re.split(r"[(+~_]", entry)[0]
                    noun = "~" in entry and form in ("base", "s")
                    if word not in found or (form == "past" and found[word].form == "base"):
                        found[word] = Verb(sort, form, lemma, noun)
    return found


def _forms(entry: str) -> Iterator[tuple[str, str]]:
    lemma, _, rest = entry.rstrip("~").partition("(")
    irregular = rest.rstrip(")~").split(",") if rest else []
    lemma, _, particle = lemma.partition("_")
    doubled, lemma = lemma.endswith("+"), lemma.rstrip("+")
    silent = lemma.endswith("e") and not lemma.endswith("ee")
    y = lemma.endswith("y") and lemma[-2] not in "aeiou"
    stem = lemma + lemma[-1] if doubled else lemma[:-1] if silent else lemma
    regular = {
        "base": lemma,
        "s": lemma[:-1] + "ies" if y else lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s"),
        "ing": f"{stem}ing",
        "past": lemma[:-1] + "ied" if y else f"{stem}ed",
    }
    for form, word in regular.items():
        if form != "past" or not irregular:
            yield form, f"{word} {particle}".strip()
    yield from (("past", word.replace("_", " ")) for word in irregular)


@cache
def pattern() -> re.Pattern[str]:
    """Return what finds every cue word: a tree of the forms by their letters, so that few are tried at a place."""
    listed = sorted(verbs())
    return re.compile(rf"(?<![\w\x01'’-])(?:{_tree(listed)})(?![\w'’-])|\b[Aa]ccording to\b|\b[Ii]n the words of\b")


def _tree(listed: list[str]) -> str:
    by_first: dict[str, list[str]] = {}
    for word in listed:
        by_first.setdefault(word[:1], []).append(word[1:])
    parts = []
    for first, rests in sorted(by_first.items(), reverse=True):
        if first:
            below = _tree(rests)
            parts.append(re.escape(first) + below)
        else:
            parts.append("")
    if parts == [""]:
        return ""
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def cues_in(text: str) -> list[Cue]:
    """Return the cue words of a text in order, whatever stands beside them."""
    known = verbs()
    found = []
    for match in pattern().finditer(text):
        word = match.group()
        verb = known.get(word)
        if verb is None:
            found.append(Cue(match.start(), match.end(), "source", "source", word.lower()))
        else:
            found.append(Cue(match.start(), match.end(), verb.sort, verb.form, verb.lemma))
    return found


def beside() -> frozenset[str]:
    """Return the words that may stand between a speaker and a verb."""
    return words(_FILE, "beside")
