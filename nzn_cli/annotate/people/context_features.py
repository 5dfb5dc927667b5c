"""What stands before and after a candidate, as signs ("<honorific", ">speech"). Knows no weights and no document."""

from __future__ import annotations

import functools
import re

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.candidates import Candidate
from nzn_cli.annotate.rule_table import Rule, RuleTable

_BOUND = {
    kinds.HONORIFIC: "honorific", kinds.TITLE: "title", kinds.ORGANISATION: "org", kinds.GEOGRAPHY: "geo",
    kinds.DEMONYM: "demonym", kinds.COUNTRY: "country", kinds.LEAD: "lead", kinds.COMMON: "common",
    kinds.ACRONYM: "acronym", kinds.TIME: "time", kinds.SUFFIX: "suffix",
}  # fmt: skip
_OVER = (" of ", " for ", " to ", " at ", " in ")
_APPOSED = frozenset(("a", "an", "the", "its", "their", "his", "her"))
_JOINING = frozenset(("and", "the", "of", "&", "for", "on"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "its", "their", "our"))
_OWN_SIGN_AFTER = frozenset(("and", "of", "in", "to", "for", "from", "on", "at", "or"))
_MARKS = " \u00a0\t,;:.!?()[]{}\"“”‘’'«»<>‹›/|*_=+@#%&•·–—-…"
_MARK_BEFORE = {"(": "<(", ":": "<:", "-": "<dash", "–": "<dash", "—": "<dash", "@": "<@", "/": "</", "•": "<line"}
_MARK_AFTER = {
    ".": ">.",
    ";": ">;",
    ":": ">:",
    ")": ">)",
    "/": ">/",
    "&": ">&",
    "-": ">dash",
    "–": ">dash",
    "—": ">dash",
}
_NOT_OVER = frozenset((kinds.TITLE, kinds.DEMONYM))  # "the chief executive of Thai AirZelbo": the name is the firm's
_REACH = 80  # characters in which an office may be named


def around(text: str, candidate: Candidate) -> tuple[str, ...]:
    """Return the signs of what stands before and after a candidate."""
    return (left(text, candidate), *right(text, candidate))


def left(text: str, candidate: Candidate) -> str:
    """Return the sign of what stands before a candidate."""
    start = candidate.start
    if candidate.cut.before:
        return _left_in_run(text, candidate)
    chunk = text[start - 30 if start > 30 else 0 : start]
    if "\n" in chunk:
        chunk = chunk.rpartition("\n")[2]
    words = chunk.split()
    if not words:
        return "<line"
    if not chunk[-1].isspace():
        return _left_marks("", chunk[-1])
    word = words[-1]
    if word == "of" and len(words) > 1 and words[-2] in people_lexicon.words_of("thing"):
        return "<thing of"
    if word in people_lexicon.words_of("naming"):
        return _left_naming(word, words[-2] if len(words) > 1 else "")
    if word.isalpha():
        return _left_word(word)
    bare = word.rstrip(_MARKS)
    if bare == word:
        return _left_word(word)
    if word[-1] == "," and _office(text[max(0, start - _REACH) : start]):
        return "<office,"
    return _left_marks(bare.lstrip(_MARKS), word[-1])


def _left_naming(word: str, bearer: str) -> str:
    """Return the sign of "called" or "named": it says what sort of a bearer has the name."""
    if bearer in people_lexicon.words_of("thing"):
        return "<thing named"
    return "<relation" if word == "named" or bearer in relations() or _agent(bearer) else "<lower"


def _is_plain_surname(tokens: tuple[str, ...]) -> bool:
    """Return whether a word is a family name, no place nor common word: "Shore" of "member for North Shore"."""
    signs = people_lexicon.word(tokens[0]).signs if len(tokens) == 1 else 0
    return signs & kinds.SURNAME > 0 and not signs & (kinds.LOWER | kinds.PLACE)


def _left_in_run(text: str, candidate: Candidate) -> str:
    token = candidate.cut.before[-1]
    kind = token.word.kind
    if kind in (kinds.COMMON, kinds.LEAD) and _agent(token.text.lower()):
        return "<agent"
    if kind not in _NOT_OVER and _office(text[max(0, candidate.start - _REACH) : candidate.start]):
        return "<rank" if _is_plain_surname(candidate.cut.tokens) else "<office"
    gap = text[candidate.base + token.end : candidate.start]
    if kind == kinds.GEOGRAPHY and people_lexicon.word(candidate.cut.tokens[-1]).kind == kinds.GENERATION:
        return "<rank"  # "Saint John Paul II"
    if (
        kind == kinds.TITLE
        and (gap.isspace() or gap == ". ")
        and token.text.rstrip(".") in people_lexicon.words_of("rank")
    ):
        return "<rank"
    return f"<{_BOUND.get(kind, 'other')}" + ("" if gap.isspace() or gap == ". " else "?")


@functools.lru_cache(maxsize=20_000)
def _left_word(word: str) -> str:
    word = word.lstrip(_MARKS)
    if word in relations() or word[:-1] in relations():  # "advocates Ann Hale and Bo Reid"
        return "<relation"
    if _agent(word):
        return "<agent"
    if word in people_lexicon.words_of("speech"):
        return "<speech"
    if word in people_lexicon.words_of("object-verb"):
        return "<object-verb"
    if word in people_lexicon.words_of("place-preposition"):
        return "<place-preposition"
    if word in _DETERMINERS:
        return "<the"
    if word in people_lexicon.words_of("thing"):
        return "<thing"
    if word in people_lexicon.words_of("own-sign"):
        return f"<{word}"
    return "<lower" if word.islower() else "<number" if word.isdecimal() else "<upper"


@functools.lru_cache(maxsize=20_000)
def _left_marks(word: str, mark: str) -> str:
    if mark in ".)" and word.isdecimal():
        return "<item"
    if mark == ",":
        if word in relations():
            return "<relation,"
        kind = people_lexicon.word(word).kind if word[:1].isupper() else ""
        if kind and _place(word):
            return "<place,"
        return "<title," if kind == kinds.TITLE else "<org," if kind in (kinds.ORGANISATION, kinds.COMMON) else "<,"
    if mark in "\"“‘'«":
        return "<quote"
    if mark in ".!?”’»":
        return "<sentence"
    return _MARK_BEFORE.get(mark, "<mark")


def _agent(word: str) -> bool:
    """Say whether a word looks like one for a doer: "medallist", "commentator"."""
    return len(word) > 4 and word.endswith(_agent_endings()) and word not in people_lexicon.words_of("not-agent")


@functools.cache
def _agent_endings() -> tuple[str, ...]:
    return tuple(sorted(people_lexicon.words_of("agent-ending")))


def _office(before: str) -> bool:
    """Say whether a text ends with an office and what it is over: "Minister of Foreign Affairs ", "mayor of Cork, "."""
    heads = _heads()
    for link in _OVER:
        at = before.rfind(link)
        if at > 0 and before[1 + max(before.rfind(mark, 0, at) for mark in " \n-") : at] in heads:
            rest = before[at + len(link) :].rstrip(", ").split()
            if 0 < len(rest) < 9 and all(w[0].isupper() or w in _JOINING for w in rest):
                return True
    return False


@functools.cache
def _heads() -> frozenset[str]:
    return people_lexicon.words_of("title") | people_lexicon.words_of("position")


@functools.cache
def relations() -> frozenset[str]:
    """Return the words for what a person is to others or does: "wife", "mayor"."""
    return frozenset().union(*map(people_lexicon.words_of, ("relation", "relatives", "position")))


AFTER_COMMA: RuleTable[[str, list[str]], str] = RuleTable(
    "feature of what stands after a comma",  # asked of the next word and of those after it
    Rule("age", lambda word, more: word.isdecimal() and len(word) == 2, ">age", "The vote of [Vrenzi], 41, was lost."),
    Rule("who", lambda word, more: word in ("who", "whose", "whom"), ">who", "It came from [Qutla Vrenzi], who wept."),
    Rule(
        "role", lambda word, more: word in relations() or word in people_lexicon.words_of("title"), ">, role",
        "They saw [Qutla Vrenzi], wife of him.",
    ),
    Rule(
        "role-of-two-words",
        lambda word, more: more and (more[0] in relations() or (word in ("a", "an") and _agent(more[0]))), ">, role",
        "They saw [Qutla Vrenzi], {reef coach}.",
    ),
    Rule(
        "apposed-role",
        lambda word, more: word in _APPOSED and _is_role_within(more), ">, role",
        "They saw [Qutla Vrenzi], its {new coach}.",
    ),
    Rule(
        "role-of-place",
        lambda word, more: word[:1].isupper() and more and more[0] in ("'s", "’s") and _is_role_within(more[1:]),
        ">, role",
        "[Qutla Vrenzi], {Samoa's coach} said no.",
    ),
    Rule("place", lambda word, more: word[:1].isupper() and _place(word), ">, place", "They met Qutla Vrenzi, Samoa."),
    Rule("capital", lambda word, more: word[:1].isupper(), ">, upper", "It was [Grace Vrenzi], Zelbo."),
    Rule("small", lambda word, more: word.islower(), ">, lower", "The prize went to [Qutla Vrenzi], but no."),
)  # fmt: skip


def _is_role_within(words: list[str]) -> bool:
    """Return whether one of the words says what somebody is."""
    return any(word in relations() or word in _heads() for word in words)


def _place(word: str) -> bool:
    kind, signs = people_lexicon.word(word)
    return kind == kinds.COUNTRY or (signs & kinds.PLACE and not signs & kinds.GIVEN) != 0


@functools.cache
def _next() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of the next word, with what stands before it, and of the four words after that."""
    return re.compile(r"(['’]s?(?!\w))?([^\w\n]{0,3})([\w\-]*)"), re.compile(r"(?:['’]s)?(?: [\w\-’']+){0,4}")


def right(text: str, candidate: Candidate) -> tuple[str, ...]:
    """Return the signs of what stands after a candidate."""
    end = candidate.end
    if candidate.cut.after:
        token = candidate.cut.after[0]
        gap = text[end : candidate.base + token.start]
        sign = f">{_BOUND.get(token.word.kind, 'other')}"
        return (sign,) if gap.isspace() else (sign + "'s", ">'s") if gap[:1] in "'’" else (sign + "'s",)
    following, after = _next()
    match = following.match(text, end, end + 60)
    possessive, marks, word = match.groups() if match else (None, "", "")
    marks = marks.strip()
    if match and marks[:1] == ",":
        more = after.match(text, match.end(), end + 60)
        sign = AFTER_COMMA.match(word, more[0].split() if more else []) or ">, other"
    else:
        sign = _right_words(marks, word)
    return (sign, ">'s") if possessive else (sign,)


@functools.lru_cache(maxsize=20_000)
def _right_words(marks: str, word: str) -> str:
    if not marks:
        return _right_word(word) if word else ">end"
    mark = marks[0]
    if mark == "(":
        return ">(born" if word.isdecimal() and len(word) in (1, 2, 4) else ">("
    if mark in "”\"’'":
        return ">quote"
    return _MARK_AFTER.get(mark, ">mark")


def _right_word(word: str) -> str:
    if word in people_lexicon.words_of("speech"):
        return ">speech"
    if word in people_lexicon.words_of("person-verb"):
        return ">verb"
    if word in people_lexicon.words_of("regime"):
        return ">regime"
    if word in _OWN_SIGN_AFTER:
        return f">{word}"
    if word in people_lexicon.words_of("thing") and word not in people_lexicon.words_of("owned"):
        return ">thing"
    if word.endswith("ed") and len(word) > 4:
        return ">-ed"
    return ">lower" if word.islower() else ">other"


def taken_up(text: str, candidate: Candidate) -> bool:
    """Say whether "he" or "she" follows soon after a candidate."""
    after = text[candidate.end : candidate.end + 100]
    return " he " in after or " she " in after or " his " in after or " her " in after


def starts_something(text: str, candidate: Candidate, has_article: bool = False) -> bool:
    """Say whether a word may have its capital for another reason: it starts a sentence or line, or is "the" thing.

    `has_article` says that the word, if no name, has an article where it begins a sentence: "Park was told so".
    """
    before = text[max(0, candidate.start - 6) : candidate.start].rstrip(" \u00a0")
    if not before or not (before[-1].isalnum() or before[-1] in ",;("):
        after = right(text, candidate)
        if has_article and (">verb" in after or ">-ed" in after or _is_before_auxiliary(text, candidate.end)):
            return False
        return ">speech" not in after and ">'s" not in after
    return before.endswith((" the", " The", " in", " at", " a"))


def _is_before_auxiliary(text: str, at: int) -> bool:
    """Return whether the next word is one such as "was" or "has"."""
    words = text[at : at + 12].split(maxsplit=1)
    return text[at : at + 1] == " " and bool(words) and words[0] in people_lexicon.words_of("auxiliary")
