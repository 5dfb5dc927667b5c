"""Which words behind a name are no role of its bearer: another's of a list, the next subject, one spoken to.

Knows words and the text around a name; where a role stands is asked by `role_phrases`. Examples have mentions in [ ].
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.people_lexicon import words_of
from nzn_cli.annotate.people.role_pronouns import stands_first
from nzn_cli.annotate.people.role_words import RoleWord, heads, plural_heads, role_words
from nzn_cli.annotate.rule_table import Rule, RuleTable
from nzn_cli.model.annotations import PersonSpan
from nzn_cli.text.wordlists import sections
from nzn_cli.text.wordlists import words as lexicon_words

_LONGEST_NAME = 3  # words
_SERVED = re.compile(r"[A-Z]\w+ (?:for|to|under)(?: the| then-| former| then)? ?\Z")
_SERVICE = 40
_TURN = 600  # characters of a turn before somebody is spoken to in it
_SAYS = re.compile(r"(?:Q[.:]?|[A-Z][A-Z .'’-]+:)[ \t\u00a0]")  # the label of a turn
# a word in small letters that leads to no more of a role, and opens no clause
_GOES_ON = re.compile(
    r"(?!(?:and|or|of|for|at|in|on|from|to|with|by|who|whose|whom|as|but|until|since|when|while|before|after|during|"
    r"under|over|that|which|whether|because|if|here|there|now|today|yesterday|this|last|earlier|about|elect)\b)[a-z]"
)

NO_ROLE_BEHIND: RuleTable[[Sequence[RoleWord], int, int], bool] = RuleTable(
    "whether words behind a name are no role of its bearer",  # asked of them and of the head and end of the role
    Rule(
        "of-next-of-list",
        lambda words, head, last: last > head and words[head].bare[0].isupper() and not words[head].mark
        and _is_surname(words[head + 1].bare), True,
        "They thank [Ana Hale], Director Carmody, and all.",
    ),
    Rule(
        "title-of-field-and-name",
        lambda words, head, last: words[head].bare in words_of("title") and _ends_with_name(words, head, last), True,
        "They thank [Ana Hale], Secretary of Fisheries Zvordak, and all.",
    ),
    Rule(
        "of-several",
        lambda words, head, last: last > head and words[head].bare.islower() and _is_plural(words[head]), True,
        "They thank [Ana Hale], presidents of small islands, and all.",
    ),
    Rule(
        "legislator-and-name", lambda words, head, last: last == head + 1 and not words[head].mark
        and (words[head].bare.lower() in lexicon_words("roles.txt", "legislator") or _is_plural(words[head])),
        True,
        "They thank [Ana Hale], Senator Dean, and all.",
    ),
)  # fmt: skip


def are_of_others(text: str, mention: PersonSpan, found: Sequence[tuple[int, int]], before: tuple[int, int]) -> bool:
    """Return whether the roles found behind a name are all of somebody else; `before` is where one stands before it."""
    is_next = _is_next_subject(text, mention, found[-1][1])
    if is_next or _is_addressed(text, mention) or _are_others(text, mention, found):
        return True
    return before[0] < before[1] and (_is_next_of_state(text, found, before) or _is_next_job(text, found, before))


def _is_next_of_state(text: str, found: Sequence[tuple[int, int]], before: tuple[int, int]) -> bool:
    """Return whether who bears a title stands in a list before another head of state: "Minister Hale, the King of"."""
    office = text[slice(*found[0])].lower()
    state = next((state for state in sections("roles.txt")["state"] if office.startswith(f"{state} of ")), "")
    goes_on = text.startswith((",", ";", " and "), found[0][1])
    return bool(state) and goes_on and state not in text[slice(*before)].lower()


def _is_next_job(text: str, found: Sequence[tuple[int, int]], before: tuple[int, int]) -> bool:
    """Return whether a job is the next of whoever served a name: "director for Senator Hale, Chief Clerk at Sea"."""
    serves = _SERVED.search(text, max(0, before[0] - _SERVICE), before[0])
    return serves is not None and text[found[0][0]].isupper() and text[found[0][0] - 2 : found[0][0]] == ", "


def is_of_bearer(text: str, span: tuple[int, int]) -> bool:
    """Return whether words behind a name are a role of its bearer, and not the next of a list: "Director Carmody"."""
    words = role_words(text, *span)
    head = next((i for i, word in enumerate(words) if word.bare in heads()), -1)
    return head >= 0 and not NO_ROLE_BEHIND.match(words, head, len(words) - 1)


def _is_next_subject(text: str, mention: PersonSpan, end: int) -> bool:
    """Return whether words behind a name and a comma are who does what follows: "With Hale out, the Mayor left"."""
    if text[mention.char_end : mention.char_end + 6] != ", the " or text[end : end + 1] != " ":
        return False
    goes_on = _GOES_ON.match(text, end + 1) is not None
    if text[mention.char_end + len(", the ") : end].lower() in sections("roles.txt")["state"]:
        return goes_on or text.startswith(("and ", "& "), end + 1)
    return goes_on and not stands_first(text, mention)


def _is_addressed(text: str, mention: PersonSpan) -> bool:
    """Return whether a turn of a transcript speaks to whom a mention means: "Q Ann, a Reef Party spokesman said"."""
    apart = text.startswith(", ", mention.char_start - len(", ")) or stands_first(text, mention)
    if " " in mention.text or not text.startswith(", ", mention.char_end) or not apart:
        return False
    start = text.rfind("\n", max(0, mention.char_start - _TURN), mention.char_start) + 1
    return bool(start) and _SAYS.match(text, start) is not None


def _are_others(text: str, mention: PersonSpan, found: Sequence[tuple[int, int]]) -> bool:
    """Return whether offices behind a name are others of a list: "with Ann Hale, the President, the Mayor, and all"."""
    end = found[-1][1]
    states = sections("roles.txt")["state"]
    if not text.startswith(", the ", mention.char_end) or text[slice(*found[0])].lower() not in states:
        return False
    following = [text[start - len(" and the ") : start] for start, _ in found[1:]]
    listed = any(between.endswith((", the ", "and the ")) for between in following)
    return listed or text.startswith((", and ", ", the "), end)


def _is_plural(word: RoleWord) -> bool:
    return word.bare in plural_heads()


def _ends_with_name(words: Sequence[RoleWord], head: int, last: int) -> bool:
    """Return whether a title is of the name that it ends with: "Secretary of Fisheries Carmody", "NRA Chair Power"."""
    kind, signs = people_lexicon.word(words[last].bare)
    if last == head + 1 and head > 0:
        return signs & kinds.SURNAME > 0 and kind != kinds.TITLE and not words[head].mark
    first = last
    while first > head + 1 and not (people_lexicon.word(words[first].bare).signs & kinds.LOWER):
        first -= 1
    named = last - first
    is_field = people_lexicon.word(words[first].bare).signs & kinds.LOWER and words[first].bare[0].isupper()
    return bool(
        0 < named <= _LONGEST_NAME
        and is_field
        and words[first].bare not in words_of("body")
        and all(_is_surname(word.bare) or word.bare[1:2] == "." for word in words[first + 1 : last + 1])
        and not any(word.mark for word in words[first:last])
    )


def _is_surname(word: str) -> bool:
    """Return whether a word behind an office is the name of who holds it, and no part of the office."""
    kind, signs = people_lexicon.word(word)
    return word not in heads() and (kind == kinds.UNKNOWN or (kind == kinds.KNOWN and signs & kinds.SURNAME > 0))
