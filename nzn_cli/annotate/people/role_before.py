"""Roles that stand before a name: right before it, in the opening of its sentence, or as what it is apposed to.

Knows words and the text before a name; whose they are is asked by `role_spans`.
"""

from __future__ import annotations

from collections.abc import Sequence

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.people_lexicon import words_of
from nzn_cli.annotate.people.role_beginnings import first_of_role
from nzn_cli.annotate.people.role_complements import may_stand_before
from nzn_cli.annotate.people.role_phrases import REACH, lazy_pattern, roles_in
from nzn_cli.annotate.people.role_words import (
    PREFIXES,
    RoleWord,
    heads,
    is_part_of_body,
    is_verb_after,
    role_words,
    stops,
)
from nzn_cli.annotate.rule_table import Rule, RuleTable
from nzn_cli.model.annotations import PersonSpan
from nzn_cli.text.wordlists import sections

NOWHERE = (0, 0)  # an empty stretch of a text

_NEAR = 110  # characters that a role right before a name may take
_LINKS = frozenset(("of", "for", "to", "on", "at", "in"))
_SPACED_LINKS = tuple(f" {link} " for link in sorted(_LINKS))
_OPENING_GOES_ON = (",", " and ")  # behind a name that belongs to what a sentence begins with
_OWNERS = frozenset(("the", "its", "their", "our", "his", "her"))
_CONJUNCTIONS = frozenset(("So", "And", "But", "Now", "Well", "Then", "Yet"))
_COPULAS = frozenset(("is", "remains"))
SMALL = _LINKS | {"and", "&", "the", "responsible"}  # words in small letters of a role in capitals
_STYLED = r", the (?=(?:(?:Right|Rt\.?|Most|Very) )?(?:Hon|Rev|Ven))"
_OPENING = r"(?:^|\n|[.!?][”\"]? {1,2})(?:As (?:(?:the|a|an) )?|An? )(?:(?:former|current|longtime) )?(?=\w)"

NO_ROLE_BEFORE: RuleTable[[Sequence[RoleWord], int], bool] = RuleTable(
    "whether words before a name are no role of its bearer",  # asked of them and of the first of the role
    Rule("verb", lambda words, first: _is_verb(words, first), True, "They want to coach [Wiremu Hale]'s team."),
    Rule(
        "of-writer", lambda words, first: _is_of_writer(words[:first]), True,
        "When I was the Member for Torbay [Wiremu Hale] came.",
    ),
    Rule(
        "name-of-list", lambda words, first: _is_of_list(words, first), True,
        "They named Brunner, Moss, Judge, [Wiremu Hale], and all.",
    ),
    Rule(
        "addressed", lambda words, first: first > 0 and words[-1].mark == "," and _is_style(words[first - 1].bare),
        True,
        "Thank you, Mr Mayor, [Wiremu Hale], and all.",
    ),
    Rule(
        "cut", lambda words, first: first > 0 and words[-1].mark == "," and _is_cut(words[first - 1], words[first]),
        True,
        "Prior to joining as a field manager, [Wiremu Hale] taught.",
    ),
)  # fmt: skip


def _head_before(words: list[RoleWord]) -> int:
    """Return the index of the last word of the role's head, or -1.

    "Defence Minister", "Minister of Defence," end with it.
    """
    last = len(words) - 1
    if words[last].bare.islower() and _is_small_field(words):
        return last - 2
    if words[last].bare in heads() and not _is_field(words):
        return last
    i, link = last, ""
    while i > 0 and _may_be_of_office(words[i]):
        link = link if words[i].bare == "responsible" else words[i].bare
        i -= 1
        if link in _LINKS and words[i].bare in heads() and not words[i].mark:
            sent = link == "to" and words[i].bare in words_of("sent")
            return i if sent or link in ("of", "for", "on") or words[last].mark == "," else -1
    return -1


def _is_field(words: Sequence[RoleWord]) -> bool:
    """Return whether the last word is a field of work or of a body: "for Justice", "House of Representatives"."""
    for_justice = len(words) > 2 and words[-1].bare == "Justice" and words[-2].bare in ("for", "of", "and")
    return for_justice or is_part_of_body(words, len(words) - 1)


def _is_small_field(words: Sequence[RoleWord]) -> bool:
    """Return whether words end with an office over one field in small letters: "director-general of health"."""
    if len(words) < 3 or words[-2].bare not in ("of", "for") or any(word.mark for word in words[-3:]):
        return False
    return words[-3].bare in heads() and words[-1].bare not in words_of("no-phrase")


def _may_be_of_office(word: RoleWord) -> bool:
    """Return whether a word may be of what an office before it is over or of: "Fisheries", "of", no "Yesterday"."""
    stops_it = word.mark not in ("", ",") or (word.bare in stops() and word.bare != "First")
    return not stops_it and (word.bare[0].isupper() or word.bare in SMALL)


def _worth_reading(before: str) -> bool:
    """Say at small cost whether a role may end where a text ends; most mentions have none."""
    last = before.rstrip(",. \u00a0").rpartition(" ")[2].lstrip("(“\"‘'")
    last = last.partition("-")[2] if last.startswith(PREFIXES) else last
    if last in heads() or last in _COPULAS or last.endswith(")") or last in words_of("honorific"):
        return True
    small = last.islower() and before.rpartition(" ")[0].rpartition(" ")[0].endswith((" of", " for"))
    return small or (last[:1].isupper() and any(link in before for link in _SPACED_LINKS))


def role_before(text: str, mention: PersonSpan, floor: int) -> tuple[int, int]:
    """Return where the role before a mention stands, with a rank that opens it; an empty stretch for none."""
    if mention.source == "speaker":
        return _in_label(text, mention)
    start = max(floor, mention.char_start - _NEAR, 0)
    stop = mention.char_start
    if (opening := mention.text.partition(" ")[0]).rstrip(".") in people_lexicon.words_of("academic"):
        stop += len(opening)  # "Professor Hale", "Emeritus Professor Hale"
    start = max(start, text.rfind("\n", start, mention.char_start) + 1)
    if not _worth_reading(text[start:stop]):
        return NOWHERE
    words = _of_last_sentence(role_words(text, start, stop))
    if words and words[-1].bare in _COPULAS:
        return _of_copula(words[:-1])
    words = _without_style(text, words, mention.char_start)
    head = _head_before(words) if words and _leads_to(words[-1], mention) else -1
    if head < 0:
        return NOWHERE
    first = first_of_role(words, head)
    if _ends_opening(words, first) and not text.startswith(_OPENING_GOES_ON, mention.char_end):
        return NOWHERE
    if NO_ROLE_BEFORE.match(words, first) or _is_of_list_of_state(text, words, first, mention.char_end):
        return NOWHERE
    return words[first].start, words[-1].end


def _without_style(text: str, words: list[RoleWord], name: int) -> list[RoleWord]:
    """Return words before a name, which stands at a place, without how its bearer is addressed and a bracket.

    "The High Commissioner (H.E. Ann Hale)", "the Head of State, His Highness Ann Hale".
    """
    while words and _is_style(words[-1].bare):
        words.pop()
    if words and words[-1].mark == "(" and not text[words[-1].end : name].strip(" ()\u00a0.HEDrMs"):
        words[-1] = words[-1]._replace(mark="")
    return words


def _ends_opening(words: Sequence[RoleWord], first: int) -> bool:
    """Return whether a comma ends what a sentence begins with: "At the house of the Head of State," Ann Hale spoke."""
    if words[-1].mark != "," or first < 1 or words[first - 1].bare != "the":
        return False
    return (first == 1 or words[first - 2].bare.lower() in words_of("opening-link")) and _opens_with_link(words)


def _is_style(word: str) -> bool:
    """Return whether a word before a name is how its bearer is addressed, and no office: "Hon", His "Highness"."""
    styled = word.rstrip(".") in words_of("honorific") and word not in heads()
    return styled or word in words_of("style-before")


def _of_copula(words: Sequence[RoleWord]) -> tuple[int, int]:
    """Return where a role stands that a sentence opens with and gives to whom it names: "The new mayor is" Hale."""
    first = 1
    while first < len(words) and words[first].bare in ("current", "new", "present"):
        first += 1
    if first >= len(words) or words[0].bare not in ("The", "Its", "Their", "Our", "the", "its", "their", "our"):
        return NOWHERE
    found = list(roles_in(words[first:]))
    return found[0] if len(found) == 1 and found[0][1] == words[-1].end else NOWHERE


def _leads_to(word: RoleWord, mention: PersonSpan) -> bool:
    """Return whether a role that ends with a word may be a mention's: no "I was no mayor, Ann"."""
    is_addressed = word.mark == "," and _is_given_name(mention.text)
    return _leads_on(word) and word.bare not in SMALL and not is_addressed


def _leads_on(word: RoleWord) -> bool:
    """Return whether a name may follow a word: no mark stands behind it, but the dot of "Rep."."""
    return word.mark in ("", ",") or (word.mark == "." and word.bare in people_lexicon.words_of("dotted"))


def _in_label(text: str, mention: PersonSpan) -> tuple[int, int]:
    """Return where the office in the label of a turn stands: "PRIME MINISTER HALE:"."""
    start = text.rfind("\n", max(0, mention.char_start - _NEAR), mention.char_start) + 1
    words = role_words(text, start, mention.char_start)
    while words and words[0].bare.title() in people_lexicon.words_of("honorific"):
        words = words[1:]
    if not any(word.bare.title() in heads() for word in words):
        return NOWHERE
    return words[0].start, words[-1].end


def _of_last_sentence(words: list[RoleWord]) -> list[RoleWord]:
    """Return the words behind the last that ends a sentence or a bracket."""
    for i in range(len(words) - 1, -1, -1):
        if words[i].mark and words[i].mark[0] in ".!?;:)”" and len(words[i].bare) > 2 and not _leads_on(words[i]):
            return words[i + 1 :]
    return words


def _is_given_name(name: str) -> bool:
    kind, signs = people_lexicon.word(name)
    return " " not in name and kind == kinds.KNOWN and signs & kinds.GIVEN > 0 and not signs & kinds.SURNAME


def _is_of_list_of_state(text: str, words: Sequence[RoleWord], first: int, end: int) -> bool:
    """Return whether an office of state stands in a list before a name: "the President," Ann Hale, "and others"."""
    if words[-1].mark != "," or not text.startswith(", and ", end):
        return False
    return " ".join(word.bare.lower() for word in words[first:]) in sections("roles.txt")["state"]


def _is_of_list(words: Sequence[RoleWord], first: int) -> bool:
    """Return whether a title is a surname between those of others: "Carmody, King," Hale."""
    alone = first == len(words) - 1 and first > 0 and words[first].mark == ","
    return alone and words[first - 1].mark == "," and words[first - 1].bare[0].isupper()


def _is_cut(before: RoleWord, word: RoleWord) -> bool:
    """Return whether a role begins within its words: "program" manager, but "a" manager."""
    return not before.mark and before.bare.islower() and word.bare.islower() and may_stand_before(before.bare)


def _is_verb(words: Sequence[RoleWord], first: int) -> bool:
    """Return whether a role of one word is what a subject before it does: "voters judge"."""
    if first != len(words) - 1 or not first or words[first - 1].mark:
        return False
    return is_verb_after(words[first].bare, [word.bare.lower() for word in words[:first]])


def roles_of_opening(text: str, start: int) -> list[tuple[int, int]]:
    """Return where roles stand with which a sentence opens before a name, which starts at a place.

    "As chair of Reef Watch, Ann Hale spoke", "A former director of Reef Watch and head of its school, Ann Hale spoke".
    """
    if text[start - 2 : start] not in (", ", ",\u00a0"):
        return []
    before = text[max(0, start - REACH) : start]
    openings = [opening.end() for opening in lazy_pattern(_OPENING).finditer(before)]
    if not openings:
        return []
    words = role_words(text, start - len(before) + openings[-1], start)
    found = list(roles_in(words))
    return found if found and found[-1][1] == words[-1].end else []


def roles_apposed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the roles stand to which a name is apposed that is at a place, first to last.

    "The director of strategy, Ann Hale, spoke", "the chair of the board and head of research, Dr Ann Hale"; none where
    a comma only ends what a sentence begins with: "On behalf of the Secretary of the Navy, Ann Hale spoke".
    """
    stop = start
    if text.startswith(", the ", start - len(", the ")) and lazy_pattern(_STYLED).match(text, start - len(", the ")):
        stop -= len("the ")
    if text[stop - 2 : stop] not in (", ", ",\u00a0"):
        return []
    begin = max(0, stop - REACH)
    begin = max(begin, text.rfind("\n", begin, stop) + 1)
    words = role_words(text, begin, stop)
    for i in range(len(words)):
        if _may_open_office(words, i):
            found = list(roles_in(words[i:]))
            if found and found[-1][1] == words[-1].end:
                opening = (
                    _is_of_writer(words[:i])
                    or _is_of_list_of_state(text, words, i, end)
                    or (not text.startswith(_OPENING_GOES_ON, end) and _opens_with_link(words[:i]))
                )
                return [] if opening else found
    return []


def _may_open_office(words: Sequence[RoleWord], i: int) -> bool:
    """Return whether an office may begin with a word: behind "the", or in capitals first or behind "and"."""
    if i and (words[i - 1].bare.lower() in _OWNERS or words[i - 1].bare.endswith(("'s", "’s"))):
        return not words[i - 1].mark
    return words[i].bare[0].isupper() and words[i].bare in heads() and (i == 0 or words[i - 1].bare == "and")


def _is_of_writer(before: Sequence[RoleWord]) -> bool:
    """Return whether a role is the writer's own, by the words before it: "When I was the Member for Torbay"."""
    near = [word.bare for word in before[-3:]]
    if near and near[-1] in ("the", "a", "an"):
        near.pop()
    return near[-2:] in (["I", "was"], ["I", "am"], ["I", "became"]) or near[-1:] == ["I'm"]


def _opens_with_link(words: Sequence[RoleWord]) -> bool:
    """Return whether the sentence that words belong to opens with what leads to another: "On", "With", "For"."""
    if not words:
        return False
    first = next((i for i in range(len(words) - 1, 0, -1) if words[i - 1].mark[:1] in (".", "!", "?")), 0)
    if words[first].bare in _CONJUNCTIONS and first + 1 < len(words):  # "So, in a talk with the Mayor," Hale spoke
        return words[first + 1].bare.lower() in words_of("opening-link")
    return words[first].bare[0].isupper() and words[first].bare.lower() in words_of("opening-link")
