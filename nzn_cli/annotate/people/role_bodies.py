"""The body that a role is of: which of its words name one. Knows words and their marks."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.people_lexicon import words_of
from nzn_cli.annotate.people.role_ends import opens_fields
from nzn_cli.annotate.people.role_words import RoleWord, heads, is_initial, role_words
from nzn_cli.names.countries import country_named

_OVER_FIELDS = ("minister", "spokesperson", "spokesman", "spokeswoman")  # what they are for is no body
_ON_FIELDS = (*_OVER_FIELDS, "adviser", "advisor", "expert", "rapporteur", "assistant")
_OVER_PRESS = frozenset(("Secretary", "Officer", "Attaché", "Attache", "Aide", "Assistant", "Adviser", "Advisor"))
_LINKS = frozenset(("of", "for", "at", "from", "with"))
_PAST = frozenset(("former", "then", "ex", "acting"))  # before a body that an office was of
_ELECTED = re.compile(r"^(Parliament|Congress|Senate) for .*")  # for a constituency
_IN_NAMES = ("of", "and", "for", "the", "&")
_TO_FIELDS = ("of", "for", "on")
_MODEL = re.compile(r"-\d")  # of a thing: "F-16"
_AFTER_LINK = re.compile(r"\b(?:(?<!House )of|for|at|from|with|on) (?:the |its )?(?!Staff\b)(?=[A-Z])")


@functools.lru_cache(maxsize=20_000)
def organisation_in(role: str) -> str | None:
    """Return the body that a role is of, as written: "Reef Council" of "Reef Council chair", "chair of Reef Council".

    None where none of its words is one by which bodies are called.
    """
    words = role_words(role, 0, len(role))
    head = next((i for i, word in enumerate(words) if word.bare in heads()), 0)
    body = _body_behind_link(role, words[head].end if head else 0)  # "of" before the head is of the body's name
    if body is not None:
        return body or None
    while head and words[head - 1].bare != "First" and words[head - 1].bare.lower() in words_of("leading"):
        head -= 1
    over_field = head > 0 and words[-1].bare.lower().endswith(_OVER_FIELDS)
    if not head:
        return None
    before = _without_press(words[:head], words[head].bare)
    return opening_body(role[_past_end(words, head) : _end_of_body(before, over_field)]) or None


def _body_behind_link(role: str, start: int) -> str | None:
    """Return the body behind the first link from a place on that leads to one; empty where its name has no end."""
    for link in _AFTER_LINK.finditer(role, start):
        if _is_over_field(role[: link.start()], link[0]) or _opens_office(role[link.end() :]):
            continue
        body = opening_body(role[link.end() :])
        if body is not None and not (link[0].startswith("for") and _are_fields(body)):
            return _ELECTED.sub(r"\1", body)
    return None


def _is_over_field(office: str, link: str) -> bool:
    """Return whether what is behind a link is what an office is over: "Minister for", "Special Adviser on"."""
    return office.rstrip().lower().endswith(_ON_FIELDS if link.startswith("on") else _OVER_FIELDS)


def _past_end(words: Sequence[RoleWord], head: int) -> int:
    """Return where a role begins behind the word that says that it is of the past: "Former" CIA Director."""
    return words[min(1, head) if words[0].bare.lower() in _PAST else 0].start


def _are_fields(name: str) -> bool:
    """Return whether words behind "for" are fields of work, of which the last is called as bodies are.

    "Cyber and Reef Technologies", not "Centers for Reefs and Fish".
    """
    first, link, _ = re.sub(" & ", " and ", name).partition(" and ")
    return bool(link) and not any(word.bare in words_of("body") for word in role_words(first, 0, len(first)))


def _opens_office(text: str) -> bool:
    """Return whether a text begins with another office: "Nominee for" Director of the Reef Bureau."""
    link = _AFTER_LINK.search(text)
    return link is not None and not heads().isdisjoint(word.bare for word in role_words(text, 0, link.start()))


def _without_press(before: Sequence[RoleWord], head: str) -> Sequence[RoleWord]:
    """Return the words before a head without the press that a secretary or an aide is for: "White House" Press."""
    return before[:-1] if before[-1].bare == "Press" and head in _OVER_PRESS else before


def _end_of_body(before: Sequence[RoleWord], field: bool) -> int:
    """Return where the body ends in the words before a head, without the field behind it: "Reef Party" Finance.

    With `field` the head is over one, which what is behind a possessive is: "Reef Party's" Human Rights.
    """
    owner = next((i for i, word in enumerate(before, 1) if word.bare.endswith(("'s", "’s"))), 0) if field else 0
    before = before[:owner] if owner else before
    body = [i for i, word in enumerate(before) if word.bare in words_of("body") or _is_short_form(word.bare)]
    last = body[-1] if body else len(before) - 1
    goes_on = last + 1 < len(before) and (before[last + 1].bare == "First" or before[last + 1].bare.islower())
    before = before[:-1] if goes_on and before[-1].bare.lower() in words_of("before-solemn") else before
    return before[-1 if goes_on else last].end if before else 0


def _is_short_form(word: str) -> bool:
    """Return whether a word is the short form of a body, and not that of a country, state or field: "WHO", no "NY"."""
    is_other = word in words_of("no-body-letters")
    return people_lexicon.word(word).kind == kinds.ACRONYM and not _MODEL.search(word) and not is_other


def _are_of_body(called: Sequence[str]) -> bool:
    """Return whether one of the words says that they name a body; on its own, one that is called so: "Parliament"."""
    if len(called) == 1 and called[0] in words_of("body"):
        return called[0] in words_of("body-by-itself")
    return any(word in words_of("body") or _is_short_form(word) for word in called)


def _is_list_of_fields(words: Sequence[RoleWord]) -> bool:
    """Return whether words begin a list of fields that one body is for: "Reefs, Tides and Trade Committee"."""
    linked = False
    for word, following in itertools.pairwise(words):
        if word.mark not in (("", ",") if not linked else ("",)):
            return False
        linked = linked or word.bare in ("and", "&")
        if not (following.bare[0].isupper() or (following.bare in ("and", "&") and not linked)):
            return False
        if linked and following.bare in words_of("body"):
            return True
    return False


def opening_body(text: str) -> str | None:
    """Return the words in capitals with which a text begins, if they are the name of a body: no "Board", no country.

    Empty for a name that goes on in other words: "Committee on Reefs and tides".
    """
    words = role_words(text, 0, len(text))
    end = _end_of_name(words)
    called = [word.bare.removesuffix("'s").removesuffix("’s") for word in words[:end]]
    if not _are_of_body(called):
        return None
    if first := _before_for(called):
        inner = opening_body(text[words[first].end : words[end - 1].end].removeprefix(" the").lstrip())
        if inner or words_of("body").isdisjoint(called[:first]):
            return inner
    if _goes_on_in_field(words, end) or (end > 1 and called[1] in ("and", "&") and _is_one_field(called)):
        return ""
    name = re.sub("['’]s?$", "", text[words[0].start : words[end - 1].end])
    return name if country_named(name) is None else None


def _is_one_field(called: Sequence[str]) -> bool:
    """Return whether words are fields, of which the first alone is called as bodies are: "Press and Public Affairs"."""
    return called[0] in words_of("body") and words_of("body").isdisjoint(called[2:])


def _end_of_name(words: Sequence[RoleWord]) -> int:
    """Return behind which of some words the name in capitals ends that they begin with."""
    end = 0
    for i, word in enumerate(words):
        if word.bare[0].isupper():
            end = i + 1
        elif word.bare not in _IN_NAMES and not _leads_to_field(words, i):
            break
        if word.mark and not (is_initial(word) or _is_in_list_of_fields(words, i)):
            break
    while end and (words[end - 1].bare.lower() in words_of("leading") or words[end - 1].bare == "Under"):
        end -= 1  # "Reef Department" Under Secretary
    return end


def _leads_to_field(words: Sequence[RoleWord], i: int) -> bool:
    """Return whether "on" leads to what a body is about, up to the end or a mark: "Committee on Reefs and Tides"."""
    about = words[i].bare == "on" or (words[i].bare == "with" and any(word.bare == "for" for word in words[:i]))
    if not about or words[i].mark or not _has_body(words[:i]):
        return False
    for word in words[i + 1 :]:
        if word.bare[0].islower() and word.bare not in _IN_NAMES:
            return False
        if word.mark:
            break
    return True


def _is_in_list_of_fields(words: Sequence[RoleWord], i: int) -> bool:
    """Return whether a comma behind a word is in the list of what a body is for: "Bureau of Reefs, Tides and Trade"."""
    if words[i].mark != ",":
        return False
    if _is_list_of_fields(words[i:]):
        return True
    is_list = any(word.mark == "," for word in words[:i])
    behind = any(word.bare in _TO_FIELDS and _has_body(words[:at]) for at, word in enumerate(words[:i]))
    return behind and opens_fields(words[i:], 1 if is_list else 2)


def _has_body(words: Sequence[RoleWord]) -> bool:
    return any(word.bare in words_of("body") for word in words)


def _before_for(called: Sequence[str]) -> int:
    """Return how many words stand before "for" that are no body themselves: "Police for the Reef Council"; else 0."""
    first = called.index("for") if "for" in called else 0
    if list(called[:first]) in (["Police"], ["Court"]):
        return first
    return first if words_of("body").isdisjoint(called[:first]) and not _are_of_body(called[:first]) else 0


def _goes_on_in_field(words: Sequence[RoleWord], end: int) -> bool:
    """Return whether a body's name goes on with what it is about, whose end no link tells: "Committee on" Reefs."""
    if end + 1 >= len(words) or words[end - 1].mark or words[end].mark or not words[end + 1].bare[0].isupper():
        return False
    if words[end].bare == "on":
        return words[end - 1].bare in words_of("body")
    kind, signs = people_lexicon.word(words[end + 1].bare)
    is_place = kind in (kinds.COUNTRY, kinds.GEOGRAPHY, kinds.BOTH) or signs & kinds.PLACE
    return words[end].bare == "in" and any(word.bare == "for" for word in words[:end]) and not is_place
