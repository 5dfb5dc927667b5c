"""How far a role reaches from its head, to the left and to the right, as tables of rules. Knows no mentions.

Examples have mentions in [ ] and roles in { }.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.people_lexicon import words_of
from nzn_cli.annotate.people.role_words import (
    RoleWord,
    heads,
    is_country,
    is_initial,
    is_numbered,
    may_modify,
    modifies,
    stops,
)
from nzn_cli.annotate.rule_table import Rule, RuleTable

_LINKS = frozenset(("of", "for", "and", "&", "the", "at"))
_DASHES = frozenset(("–", "—", "-"))
_LONGEST_LIST = 6  # words of a list of fields that stand up to its "and"
_LONGEST_LETTERS = 4  # of a short form in most texts
_NO_NOUNS = _LINKS | {"in", "on", "from", "to", "with", "by", "or", "as", "who"}

Words = Sequence[RoleWord]

LINK: RuleTable[[RoleWord, RoleWord, RoleWord], bool] = RuleTable(
    "whether a role goes on over a link",  # asked of the words left and right of "and" or "of", and of the link
    Rule(
        "office-of",
        lambda left, link, right: link.bare == "of" and left.bare in words_of("staff-of")
        and (_is_titled(right) or right.bare == "Former"), False,
        "The Office of {Senator} [Ana Brunner] agreed.",
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
        and not words[i - 1].mark and i > 2 and _is_service(words[i - 3], words[i - 2]),
        3, "{Assistant to the President for Reefs} [Ana Brunner] spoke.",
    ),
)  # fmt: skip

RIGHTWARD: RuleTable[[Words, int, int], Callable[[Words, int], int]] = RuleTable(
    "with which word a role goes on after one of its words",  # asked of that word and of the role's head; 0 is none
    Rule(
        "sent-already",
        lambda words, last, head: words[last + 1].bare == "at" and words[head].bare in words_of("sent")
        and any(word.bare == "to" for word in words[head + 1 : last]),
        lambda words, last: 0, "They named [Ana Brunner] as {High Commissioner to Samoa} at the State House.",
    ),
    Rule(
        "other-office",
        lambda words, last, head: words[last + 1].bare == "Member"
        and last > head and not words[last + 1].mark and _next_capital(words, last + 3),
        lambda words, last: 0,
        "[Ana Brunner], {spokesperson for the Reef Party} Member of Parliament for Torbay, spoke.",
    ),
    Rule(
        "capital", lambda words, last, head: words[last + 1].bare[0].isupper() and words[last + 1].bare not in stops(),
        lambda words, last: last + 1, "[Ana Brunner], {director of Reef Watch}, spoke.",
    ),
    Rule(
        "adjective",
        lambda words, last, head: words[last + 1].bare in _LINKS and _is_before_noun(words, last + 2),
        lambda words, last: 0, "[Ana Brunner], {Coordinating Officer for Samoan recovery work}, spoke.",
    ),
    Rule(
        "nominee-to-be", lambda words, last, head: words[last].bare in ("Nominee", "nominee")
        and [word.bare for word in words[last + 1 : last + 3]] == ["to", "be"],
        lambda words, last: _next_capital(words, last + 3), "[Ana Brunner], {Nominee to be Reef Minister}, spoke.",
    ),
    Rule(
        "responsible-for", lambda words, last, head: words[last].bare in heads()
        and [word.bare for word in words[last + 1 : last + 3]] == ["responsible", "for"],
        lambda words, last: _next_capital(words, last + 3), "[Ana Brunner], {Minister responsible for Reefs}, spoke.",
    ),
    Rule(
        "of-what",
        lambda words, last, head: (words[last + 1].bare in _LINKS or _is_service(words[last], words[last + 1]))
        and not words[last + 1].mark,
        lambda words, last: _next_capital(words, last + 2), "[Ana Brunner], {Minister for Food and the Reefs}, spoke.",
    ),
    Rule(
        "fellow", lambda words, last, head: words[last + 1].bare == "Fellow" and last > head,
        lambda words, last: last + 1, "[Wiremu Hale], {Senior Research Fellow}, spoke.",
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


def last_of_role(words: Words, head: int) -> int:
    """Return the index of the last word of the role whose head is given."""
    last = head
    while last + 1 < len(words) and _may_go_on(words, last, head):
        following = RIGHTWARD.match(words, last, head)
        ahead = following(words, last) if following else 0
        if not ahead:
            break
        last = ahead
    return last


def _may_go_on(words: Words, last: int, head: int) -> bool:
    """Return whether what stands behind a word of a role does not end it: an initial, "St.", a list of fields."""
    word = words[last]
    if not word.mark or is_initial(word) or (word.mark == "." and word.bare in words_of("saint")):
        return True
    if word.mark in _DASHES:  # "MP for West Torbay–Sea Cove"
        return last > head and (words[head].bare in words_of("seat") or words[head].bare == "Member")
    is_list = any(field.mark == "," for field in words[head:last])
    return word.mark == "," and last > head and _opens_fields(words[last:], 1 if is_list else 2)


def _opens_fields(words: Words, least: int) -> bool:
    """Return whether words are a list of fields of work, plain words in capitals, with "and" before the last.

    At least so many words stand before the "and".
    """
    for i, word in enumerate(words):
        if word.bare in ("and", "&"):
            return i >= least and not word.mark and i + 1 < len(words) and _is_plain_field(words[i + 1])
        if not _is_plain_field(word) or word.mark not in ("", ","):
            return False
    return False


def _is_field_of_list(words: Words, i: int) -> bool:
    """Return whether the word before one is a field of the list that goes on with it: "Food, Reefs and Forestry"."""
    near = [word.bare for word in words[i : i + _LONGEST_LIST]]
    return _is_plain_field(words[i - 1]) and not {"and", "&"}.isdisjoint(near)


def _is_plain_field(word: RoleWord) -> bool:
    """Return whether a word in capitals is a plain one, and nobody's office: "Reefs", no "Samoa", no "Minister"."""
    kind, signs = people_lexicon.word(word.bare)
    plain = signs & kinds.LOWER > 0 and kind not in (kinds.COUNTRY, kinds.DEMONYM, kinds.TIME, kinds.LEAD)
    return word.bare[0].isupper() and plain and word.bare not in heads() and word.bare not in stops()


def _is_where(link: RoleWord, place: RoleWord) -> bool:
    """Return whether a place before an office says where something happens: "in Samoa Professor Hale taught"."""
    if link.mark or place.mark or link.bare.lower() not in ("in", "at", "from", "near"):
        return False
    kind, signs = people_lexicon.word(place.bare)
    return kind in (kinds.COUNTRY, kinds.BOTH) or (signs & kinds.PLACE > 0 and kind != kinds.ORGANISATION)


def _is_heading(words: Words) -> bool:
    """Return whether words are in capitals alone, as those of a heading are: "MEDIA STATEMENT", no "WHO NATO"."""
    return all(word.bare.isupper() and len(word.bare) > _LONGEST_LETTERS for word in words)


def _is_before_noun(words: Words, i: int) -> bool:
    """Return whether a word in capitals is an adjective of one in small letters: "for Federal recovery operations"."""
    i += i < len(words) and words[i].bare == "the" and not words[i].mark
    if i + 1 >= len(words) or words[i].mark or not words[i + 1].bare.islower() or words[i + 1].bare in _NO_NOUNS:
        return False
    return words[i].bare == "Federal" or people_lexicon.word(words[i].bare).kind == kinds.DEMONYM


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


def _is_service(left: RoleWord, link: RoleWord) -> bool:
    """Return whether an office is that of serving another: "Assistant to the President"."""
    leads = left.bare in heads() or left.bare in words_of("behind-head")
    return link.bare == "to" and not left.mark and not link.mark and leads


def _next_capital(words: Words, i: int) -> int:
    """Return the index of a capitalised word, over a "the" if there is one, or 0."""
    if i < len(words) and words[i].bare == "the":
        i += 1
    return i if i < len(words) and words[i].bare[0].isupper() and words[i].bare not in stops() else 0
