"""What speaks for and against a candidate being a person: its words, the words around it. Knows no weights.

Each sign is a short name; the weights that turn signs into a verdict stand in `data/people-weights.txt`.
"""

from __future__ import annotations

import functools
import re

from nzn_cli.extract.people import kinds, lexicon
from nzn_cli.extract.people.spotting import Candidate
from nzn_cli.language.folding import level

_BOUND = {
    kinds.HONORIFIC: "honorific", kinds.TITLE: "title", kinds.ORGANISATION: "org", kinds.GEOGRAPHY: "geo", kinds.DEMONYM: "demonym",
    kinds.COUNTRY: "country", kinds.LEAD: "lead", kinds.COMMON: "common", kinds.ACRONYM: "acronym", kinds.TIME: "time", kinds.SUFFIX: "suffix",
}  # fmt: skip
_OVER = (" of ", " for ", " to ", " at ", " in ")
_JOINING = frozenset(("and", "the", "of", "&", "for", "on"))
_AGENTS = ("ist", "er", "or", "ian", "man", "woman", "eer", "yst", "ant", "ess", "ete", "cial", "mate", "wright")


@functools.lru_cache(maxsize=100_000)
def of_words(tokens: tuple[str, ...], capitals: bool) -> tuple[str, ...]:
    """Return the signs that the words of a candidate give by themselves."""
    words = [lexicon.word(t.title() if capitals else t) for t in tokens]
    count = len(words)
    many = "1" if count == 1 else "2" if count == 2 else "3" if count == 3 else "4+"
    found = [f"words={many}"]
    first, last = words[0].signs, words[-1].signs
    one = "one" if count == 1 else "many"
    found.append(f"{one}:first={_sign(first)}")
    if count > 1:
        found.append(f"last={_sign(last)}")
        found.append(f"pair={_sign(first)}/{_sign(last)}")
    present = {w.kind for w in words}
    for kind, name in (
        (kinds.INITIAL, "initial"),
        (kinds.PARTICLE, "particle"),
        (kinds.BOTH, "name-and-place"),
        (kinds.AMBIGUOUS, "ambiguous"),
        (kinds.ACRONYM, "acronym"),
    ):
        if kind in present:
            found.append(f"{one}:{name}")
    places = [w.signs & (kinds.GIVEN | kinds.SURNAME) for w in words if w.signs & kinds.PLACE]
    if places:
        found.append(f"{one}:place" + ("+name" if all(places) else ""))
    if any(w.signs & kinds.HYPHEN for w in words):
        found.append(f"{one}:{_hyphen(tokens)}")
    if words[0].kind == kinds.ACRONYM and len(tokens[0]) == 2:
        found.append("capital-initials")
    if any(w.signs & kinds.LOWER for w in words):
        found.append(f"{one}:lower")
    if count == 2 and lexicon.is_chinese(tokens[0], tokens[1]):
        found.append("chinese")
    if lexicon.is_place(tokens):
        found.append("city")
    if capitals:
        found.append(f"{one}:capitals")
    if any(c.isdigit() for t in tokens for c in t):
        found.append("digit")
    if any(c.isupper() for t in tokens for c in t[2:]) and not capitals:
        found.append("inner-capital")
    unknown = sum(w.kind == kinds.UNKNOWN for w in words)
    if unknown == count:
        found.append(f"{one}:all-unknown")
    return tuple(found)


def _hyphen(tokens: tuple[str, ...]) -> str:
    """Return what a hyphen tells: "Ji-hyun" is a name of East Asia, "Al-Sabah" one of the Arab world."""
    token = next((level(t) for t in tokens if "-" in level(t)), "")
    first, _, rest = token.partition("-")
    if first in ("Al", "El", "al", "el", "ul", "Abd"):
        return "hyphen-article"
    if rest[:1].islower():
        return "hyphen-common" if lexicon.word(rest.title()).signs & kinds.LOWER and len(rest) > 4 else "hyphen-small"
    return "hyphen"


def _sign(signs: int) -> str:
    name = "g" if signs & kinds.GIVEN else ""
    name += "S" if signs & kinds.FREQUENT else "s" if signs & kinds.SURNAME else ""
    return (name or "-") + ("l" if signs & kinds.LOWER else "")


@functools.cache
def _tail() -> re.Pattern[str]:
    return re.compile(r"([\w'’.\-]*)([^\w\n]*)\Z")


@functools.lru_cache(maxsize=50_000)
def _agent(word: str) -> bool:
    """Say whether a word looks like one for a doer: "medallist", "commentator"."""
    return len(word) > 4 and word.endswith(_AGENTS) and word not in lexicon.words_of("not-agent")


def _office(before: str) -> bool:
    """Say whether a text ends with an office and what it is over: "Minister of Foreign Affairs ", "president of Peru, "."""
    for link in _OVER:
        at = before.rfind(link)
        if at > 0:
            head = before[:at].rpartition(" ")[2].rpartition("\n")[2].rpartition("-")[2]
            rest = before[at + len(link) :].rstrip(", ").split()
            if head in _heads() and 0 < len(rest) < 9 and all(w[0].isupper() or w in _JOINING for w in rest):
                return True
    return False


@functools.cache
def _heads() -> frozenset[str]:
    return lexicon.words_of("title") | lexicon.words_of("position")


@functools.cache
def _next() -> re.Pattern[str]:
    return re.compile(r"(['’]s?(?!\w))?([^\w\n]{0,3})([\w\-]*)(?: ([\w\-]+))?")


@functools.cache
def _relations() -> frozenset[str]:
    return lexicon.words_of("relation") | lexicon.words_of("position")


def left(text: str, candidate: Candidate) -> list[str]:
    """Return the signs of what stands before a candidate."""
    start = candidate.start
    if candidate.cut.before:
        token = candidate.cut.before[-1]
        gap = text[candidate.base + token.end : start]
        kind = token.word.kind
        found = [f"<{_BOUND.get(kind, 'other')}" + ("" if gap.isspace() or gap == ". " else "?")]
        if kind in (kinds.COMMON, kinds.LEAD) and _agent(token.text.lower()):
            return ["<agent"]
        if kind != kinds.TITLE and _office(text[max(0, start - 80) : start]):
            return ["<office"]
        return found
    match = _tail().search(text[max(0, start - 30) : start])
    if match is None:
        return ["<start"]
    word, marks = match.groups()
    if not word and not marks.strip():
        return ["<line"]
    marks = marks.strip()
    if marks:
        if marks == "," and _office(text[max(0, start - 80) : start]):
            return ["<office,"]
        return [_left_marks(word, marks)]
    if word in _relations():
        return ["<relation"]
    if _agent(word):
        return ["<agent"]
    if word in lexicon.words_of("speech"):
        return ["<speech"]
    if word in lexicon.words_of("place-preposition"):
        return ["<place-preposition"]
    if word in ("the", "a", "an", "this", "that", "its", "their", "our"):
        return [f"<{'the' if word != 'that' else 'that'}"]
    if word in (
        "by",
        "with",
        "and",
        "to",
        "of",
        "for",
        "on",
        "as",
        "like",
        "against",
        "or",
        "former",
        "late",
        "when",
        "while",
        "but",
    ):
        return [f"<{word}"]
    return ["<lower" if word.islower() else "<number" if word.isdigit() else "<upper"]


def _left_marks(word: str, marks: str) -> str:
    mark = marks[-1]
    if mark in ".)" and word.isdigit():
        return "<item"
    if mark == ",":
        if word in _relations():
            return "<relation,"
        kind = lexicon.word(word).kind if word[:1].isupper() else ""
        if kind and _place(word):
            return "<place,"
        return "<title," if kind == kinds.TITLE else "<org," if kind in (kinds.ORGANISATION, "W") else "<,"
    if mark in "\"“‘'«":
        return "<quote"
    if mark in ".!?”’»":
        return "<sentence"
    return {"(": "<(", ":": "<:", "-": "<dash", "–": "<dash", "—": "<dash", "@": "<@", "/": "</", "•": "<line"}.get(
        mark, "<mark"
    )


def _place(word: str) -> bool:
    kind, signs = lexicon.word(word)
    return kind == kinds.COUNTRY or (signs & kinds.PLACE and not signs & kinds.GIVEN) != 0


def starts_something(text: str, candidate: Candidate) -> bool:
    """Say whether a candidate may have its capital for another reason: it starts a sentence or line, or is "the" thing."""
    before = text[max(0, candidate.start - 6) : candidate.start].rstrip(" \u00a0")
    if not before or not (before[-1].isalnum() or before[-1] in ",;("):
        return not evidently_speaking(text, candidate)
    return before.endswith((" the", " The", " in", " at", " a"))


def evidently_speaking(text: str, candidate: Candidate) -> bool:
    """Say whether a verb of speech follows at once."""
    return ">speech" in right(text, candidate) or text[candidate.end : candidate.end + 2] in ("'s", "’s")


def right(text: str, candidate: Candidate) -> list[str]:
    """Return the signs of what stands after a candidate."""
    end = candidate.end
    match = _next().match(text, end, end + 40)
    assert match is not None
    possessive, marks, word, second = match.groups()
    found = [">'s"] if possessive else []
    if candidate.cut.after:
        kind = candidate.cut.after[0].word.kind
        gap = text[end : candidate.base + candidate.cut.after[0].start]
        found.append(f">{_BOUND.get(kind, 'other')}" + ("" if gap.isspace() else "'s"))
        return found
    marks = marks.strip() if marks else ""
    if not word and not marks:
        return [*found, ">end"]
    return [*found, *_right_words(marks, word, second or "")]


def _right_words(marks: str, word: str, second: str) -> list[str]:
    if not marks:
        if word in lexicon.words_of("speech"):
            return [">speech"]
        if word in lexicon.words_of("person-verb"):
            return [">verb"]
        return [
            f">{word}"
            if word in ("and", "of", "in", "to", "for", "from", "on", "at", "or")
            else ">lower"
            if word.islower()
            else ">other"
        ]
    mark = marks[0]
    if mark == ",":
        if word.isdigit() and len(word) == 2:
            return [">age"]
        if word in ("who", "whose", "whom"):
            return [">who"]
        if word in _relations() or second in _relations() or word in lexicon.words_of("title"):
            return [">, role"]
        if word[:1].isupper() and _place(word):
            return [">, place"]
        return [">, lower" if word.islower() else ">, upper" if word[:1].isupper() else ">, other"]
    if mark == "(":
        return [">(born" if word.isdigit() and len(word) in (2, 4) else ">("]
    if mark in "”\"’'":
        return [">quote"]
    return [
        {".": ">.", ":": ">:", ")": ">)", "/": ">/", "&": ">&", "-": ">dash", "–": ">dash", "—": ">dash"}.get(
            mark, ">mark"
        )
    ]
