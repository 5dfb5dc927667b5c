"""How far a role reaches from its head to the left, as tables of rules. Knows no mentions.

Examples have mentions in [ ] and roles in { }.
"""

from __future__ import annotations

from collections.abc import Sequence

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.people_lexicon import words_of
from nzn_cli.annotate.people.role_ends import is_plain_field, is_service
from nzn_cli.annotate.people.role_words import (
    RoleWord,
    heads,
    is_country,
    is_numbered,
    may_modify,
    modifies,
    plural_heads,
)
from nzn_cli.annotate.rule_table import Rule, RuleTable

_LONGEST_LIST = 6  # words of a list of fields that stand up to its "and"
_LONGEST_LETTERS = 4  # of a short form in most texts
Words = Sequence[RoleWord]

LINK: RuleTable[[RoleWord, RoleWord, RoleWord], bool] = RuleTable(
    "whether a role goes on over a link",  # asked of the words left and right of "and" or "of", and of the link
    Rule(
        "office-of",
        lambda left, link, right: link.bare == "of" and left.bare in words_of("staff-of")
        and (_is_titled(right) or right.bare == "Former" or (left.bare == "Office" and is_country(right.bare))), False,
        "The Office of {Mayor} [Ana Brunner] agreed.",
    ),
    Rule(
        "service-of",
        lambda left, link, right: link.bare == "of"
        and (right.bare in words_of("single-office") or right.bare in ("Vice", "Prime", "Former")), False,
        "The Memorial Service of {Governor} [Ana Brunner] was held.",
    ),
    Rule(
        "body-of", lambda left, link, right: link.bare == "of" and people_lexicon.word(left.bare).kind in "ORS", True,
        "The {Bank of Samoa Governor} [Wiremu Hale] spoke.",
    ),
    Rule(
        "body-for",
        lambda left, link, right: link.bare == "for" and left.bare in words_of("body") and right.bare not in heads(),
        True,
        "The {High Council for Reef Chair} [Wiremu Hale] spoke.",
    ),
    Rule(
        "for", lambda left, link, right: link.bare == "for", False,
        "The Voice for {Reef Minister} [Wiremu Hale] spoke.",
    ),
    Rule("of", lambda left, link, right: link.bare == "of", False, "The Voice of {Reef Minister} [Wiremu Hale] spoke."),
    Rule(
        "offices-of-state",
        lambda left, link, right: left.bare in words_of("single-office")
        and (right.bare in words_of("single-office") or right.bare in ("Prime", "Vice", "Leader", "Senator")
             or (left.bare == "President" and right.bare in ("Chair", "Chairman", "Chairwoman"))),
        False, "The Speaker and {President} [Ana Brunner] agreed.",
    ),
    Rule(
        "office-and-several",
        lambda left, link, right: right.bare in plural_heads() and left.bare not in plural_heads()
        and (left.bare in heads() or left.bare in words_of("first-head")), False,
        "The Second Gentleman and {Senators} [Ana Brunner] spoke.",
    ),
    Rule(
        "two-offices",
        lambda left, link, right: _is_office(right) and left.bare in heads() and not left.bare.endswith("s"),
        True, "{Founder} and {President} [Ana Brunner] spoke.",
    ),
    Rule(
        "word-and-office", lambda left, link, right: _is_office(right), False,
        "The House and {Senator} [Ana Brunner] agreed.",
    ),
    Rule(
        "two-fields", lambda left, link, right: _is_field(left.bare), True,
        "{Food and Forestry Minister} [Wiremu Hale] spoke.",
    ),
)  # fmt: skip

LEFTWARD: RuleTable[[Words, int], int] = RuleTable(
    "how many words more a role has before one of its words",
    Rule(
        "sentence-before-president",
        lambda words, i: words[i].bare in words_of("solemn") and _is_small(words[i - 1].bare), 0,
        "She told the press {President} [Wiremu Hale] was late.",
    ),
    Rule(
        "first-lady",
        lambda words, i: words[i].bare in words_of("first-head") and words[i - 1].bare in ("First", "Second"), 1,
        "They met {First Lady} [Ana Brunner].",
    ),
    Rule(
        "first-minister",
        lambda words, i: is_numbered(words, i - 1), 1,
        "They met {First Minister} [Ana Brunner].",
    ),
    Rule(
        "invitation", lambda words, i: i == 1 and words[0].bare in words_of("invitation"), 0,
        "Watch {Secretary} [Ana Brunner] speak.",
    ),
    Rule(
        "place-of-sentence", lambda words, i: i > 1 and _is_where(words[i - 2], words[i - 1]), 0,
        "In Samoa [{Professor} Wiremu Hale] taught.",
    ),
    Rule(
        "heading-before", lambda words, i: i > 1 and not words[i].bare.isupper() and _is_heading(words[i - 2 : i]), 0,
        "It is late.\n\nREEFS STATEMENT {Fisheries Minister} [Wiremu Hale] spoke.",
    ),
    Rule(
        "select", lambda words, i: words[i - 1].bare == "select" and words[i].bare.lower() != "committee", 0,
        "They will select {Senator} [Ana Brunner].",
    ),
    Rule(
        "state-behind-town",
        lambda words, i: i > 1 and words[i - 2].mark == "," and len(words[i - 1].bare) == 2
        and words[i - 1].bare in words_of("no-body-letters"),
        0, "Torbay, NY {Mayor} [Ana Brunner] spoke.",
    ),
    Rule(
        "field-of-list", lambda words, i: words[i - 1].mark == "," and _is_field_of_list(words, i), 1,
        "{Food, Reefs and Forestry Minister} [Wiremu Hale] spoke.",
    ),
    Rule(
        "rank-of-two",
        lambda words, i: words[i - 1].mark == "."
        and {words[i - 1].bare, words[i].bare} <= words_of("service-rank") & words_of("dotted"),
        1, "They met {Lt. Gen.} [Wiremu Hale].",
    ),
    Rule(
        "office-and-rank", lambda words, i: not words[i - 1].mark and is_rank_behind(words[i - 1], words[i]), 1,
        "{Reef Force spokesman} {Captain} [Wiremu Hale] spoke.",
    ),
    Rule(
        "place-office-behind-body",
        lambda words, i: words[i].bare in words_of("place-office") and _ends_body(words, i), 0,
        "The Office of Reef Safety {Mayor} [Ana Brunner] spoke.",
    ),
    Rule(
        "place-behind-plural",
        lambda words, i: words[i - 1].bare in plural_heads() and _is_place(words[i]),
        0, "The Council of Governors {Ohio Governor} [Ana Brunner] spoke.",
    ),
    Rule("modifier", lambda words, i: modifies(words[i - 1]), 1, "{Fisheries Minister} [Wiremu Hale] spoke."),
    Rule(
        "under-secretary", lambda words, i: words[i - 1].bare == "Under" and words[i].bare == "Secretary", 1,
        "They met {Under Secretary of Reefs} [Ana Brunner].",
    ),
    Rule(
        "country-first", lambda words, i: _is_country_first(words, i - 1), 1,
        "{New Zealand First leader} [Wiremu Hale] spoke.",
    ),
    Rule(
        "link",
        lambda words, i: words[i - 1].bare in ("and", "&", "of", "for")
        and not words[i - 1].mark and i > 1 and _is_linked(words[i - 2], words[i - 1], words[i]),
        2, "{Founder} and {President} [Ana Brunner] spoke.",
    ),
    Rule(
        "assistant-to-the",
        lambda words, i: words[i - 1].bare == "the"
        and not words[i - 1].mark and i > 2
        and (is_service(words[i - 3], words[i - 2]) or _serves_in_state(words, i)),
        3, "{Assistant to the President for Reefs} [Ana Brunner] spoke.",
    ),
)  # fmt: skip


def is_rank_behind(office: RoleWord, word: RoleWord) -> bool:
    """Return whether a rank is a role beside the office before it: "Vice-Chancellor Professor", "spokesman Captain"."""
    alone = office.bare in heads() and office.bare not in words_of("no-role")
    if word.bare in words_of("academic") or word.bare in words_of("rank-behind"):
        return alone
    one = office.bare in words_of("service-rank") or office.bare in words_of("office-general")
    return alone and word.bare in words_of("service-rank") and not one


def first_of_role(words: Words, head: int) -> int:
    """Return the index of the first word of the role whose head is given."""
    i = head
    while i > 0 and (more := LEFTWARD.match(words, i)):
        i -= more
    return i


def _is_field_of_list(words: Words, i: int) -> bool:
    """Return whether the word before one is a field of the list that goes on with it: "Food, Reefs and Forestry"."""
    near = [word.bare for word in words[i : i + _LONGEST_LIST]]
    return is_plain_field(words[i - 1]) and not {"and", "&"}.isdisjoint(near)


def _ends_body(words: Words, i: int) -> bool:
    """Return whether the word before one ends what a body is for: "Office of Reef Safety"."""
    field = words[i - 1]
    if field.mark or field.bare in words_of("body") or not is_plain_field(field):
        return False
    first = i - 1
    while first > 0 and not words[first - 1].mark and words[first - 1].bare[0].isupper():
        first -= 1
    return first > 1 and words[first - 1].bare in ("of", "for") and words[first - 2].bare in words_of("body")


def _serves_in_state(words: Words, i: int) -> bool:
    """Return whether an office is for one of the state: "Security Adviser for the Vice President"."""
    for_ = words[i - 2].bare == "for" and not words[i - 2].mark and not words[i - 3].mark
    return for_ and words[i - 3].bare in heads() and words[i].bare in ("Vice", "President", "First", "Prime")


def _is_where(link: RoleWord, place: RoleWord) -> bool:
    """Return whether a place before an office says where something happens: "in Samoa Professor Hale taught"."""
    return not (link.mark or place.mark) and link.bare.lower() in ("in", "at", "from", "near") and _is_place(place)


def _is_place(word: RoleWord) -> bool:
    kind, signs = people_lexicon.word(word.bare)
    return kind in (kinds.COUNTRY, kinds.BOTH) or (signs & kinds.PLACE > 0 and kind != kinds.ORGANISATION)


def _is_heading(words: Words) -> bool:
    """Return whether words are in capitals alone, as those of a heading are: "MEDIA STATEMENT", no "WHO NATO"."""
    return all(word.bare.isupper() and len(word.bare) > _LONGEST_LETTERS for word in words)


def _is_office(word: RoleWord) -> bool:
    return word.bare in heads() or word.bare.lower() in words_of("leading")


def _is_titled(word: RoleWord) -> bool:
    """Return whether a word opens the title of who has an office: "Senator", "First" Lady, no "Management"."""
    return word.bare in words_of("title") or word.bare in ("First", "Second")


def _is_field(word: str) -> bool:
    """Return whether a word may be half of what an office is over: "Food" and Forestry, not "Ann" and President."""
    kind, signs = people_lexicon.word(word)
    return kind not in "DCR" and (kind == kinds.ORGANISATION or signs & kinds.LOWER > 0)


def _is_small(word: str) -> bool:
    """Return whether a word in small letters belongs to the sentence, not to the title of a head of state."""
    return word.islower() and word not in (words_of("leading") | words_of("before-solemn")) and may_modify(word)


def _is_country_first(words: Words, i: int) -> bool:
    """Return whether a word is the end of a party's name: "New Zealand First"."""
    before = words[i - 1] if i else words[i]
    return words[i].bare == "First" and not (words[i].mark or before.mark) and is_country(before.bare)


def _is_linked(left: RoleWord, link: RoleWord, right: RoleWord) -> bool:
    """Return whether a role goes on over a link to the word left of it."""
    office = right.bare in heads() and left.bare in heads()  # "Director General and spokesman"
    if left.mark or not (left.bare[0].isupper() and (right.bare[0].isupper() or office)) or not may_modify(left.bare):
        return False
    return LINK.match(left, link, right) or False
