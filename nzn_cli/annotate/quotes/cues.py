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
        "past": lemma[:-1] + "ied" if y else lemma + "d" if lemma.endswith("e") else f"{stem}ed",
    }
    for form, word in regular.items():
        if form != "past" or not irregular:
            yield form, f"{word} {particle}".strip()
    yield from (("past", word.replace("_", " ")) for word in irregular)


class Words(NamedTuple):
    """The words of a text that may matter to who speaks, each in order of place."""

    cues: list[Cue]
    pronouns: list[tuple[int, int]]


_SOURCES = ("according to", "in the words of")
_PRONOUNS = ("he", "He", "she", "She", "they", "They", "I", "we", "We")
_CONTRACTED = tuple(f"{mark}{end}" for mark in "'’" for end in ("s", "d", "ll", "ve", "re", "m"))
_BLANKED = '\x01\n\t\xa0,.:;!?…—–―"“”()[]*_/'  # what a word is parted by; each becomes a blank, so that places are kept


@cache
def _table() -> tuple[dict[str, Verb], dict[str, tuple[str, ...]], dict[str, int]]:
    """Return forms of one word, the ways in which forms of several go on by their first word, and pronouns."""
    single, several = {}, dict[str, tuple[str, ...]]()
    for form, verb in verbs().items():
        first, _, rest = form.partition(" ")
        if rest:
            several[first] = (*several.get(first, ()), form)
        else:
            single[form] = verb
            if verb.sort in ("say", "tell") and verb.form in ("past", "s"):
                single[form.capitalize()] = verb
    for source in _SOURCES:
        for written in (source, source.capitalize()):
            first = written.split()[0]
            several[first] = (*several.get(first, ()), written)
    pronouns = {word + end: len(word) for word in _PRONOUNS for end in ("", *_CONTRACTED)}
    return single, several, pronouns


def words_in(text: str) -> Words:
    """Return the cue words and pronouns of a text in order, whatever stands beside them.

    Reads word by word: half the time of a regular expression of all forms.
    """
    single, several, pronouns = _table()
    plain = text
    for mark in _BLANKED:
        plain = plain.replace(mark, " ")
    cues: list[Cue] = []
    spoken: list[tuple[int, int]] = []
    at = 0
    for word in plain.split(" "):
        if word in single:
            verb = single[word]
            cues.append(Cue(at, at + len(word), verb.sort, verb.form, verb.lemma))
        if word in several:
            cues.extend(_several(plain, at, several[word]))
        elif word in pronouns:
            spoken.append((at, at + pronouns[word]))
        at += len(word) + 1
    return Words(cues, spoken)


def _several(plain: str, at: int, written: tuple[str, ...]) -> Iterator[Cue]:
    """Yield the cue of several words that stands at a place."""
    for form in written:
        end = at + len(form)
        if plain.startswith(form, at) and not plain[end : end + 1].isalnum():
            verb = verbs().get(form) or Verb("source", "source", form.lower(), False)
            yield Cue(at, end, verb.sort, verb.form, verb.lemma)
            return


def beside() -> frozenset[str]:
    """Return the words that may stand between a speaker and a verb."""
    return words(_FILE, "beside")
