"""How far a role reaches from its head to the right, as a table of rules. Knows no mentions.

Examples have mentions in [ ] and roles in { }.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.people_lexicon import words_of
from nzn_cli.annotate.people.role_words import RoleWord, heads, is_initial, stops
from nzn_cli.annotate.rule_table import Rule, RuleTable

_LINKS = frozenset(("of", "for", "and", "&", "the", "at"))
_DASHES = frozenset(("–", "—", "-"))
_NO_NOUNS = _LINKS | {"in", "on", "from", "to", "with", "by", "or", "as", "who"}

Words = Sequence[RoleWord]

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
        lambda words, last, head: words[last + 1].bare in (*_LINKS, "to") and _is_before_noun(words, last + 2),
        lambda words, last: 0, "[Ana Brunner], {Coordinating Officer for Samoan recovery work}, spoke.",
    ),
    Rule(
        "nominee-to-be", lambda words, last, head: words[last].bare in ("Nominee", "nominee")
        and [word.bare for word in words[last + 1 : last + 3]] == ["to", "be"],
        lambda words, last: _next_capital(words, _past_article(words, last + 3)),
        "[Ana Brunner], {Nominee to be Reef Minister}, spoke.",
    ),
    Rule(
        "responsible-for", lambda words, last, head: words[last].bare in heads()
        and [word.bare for word in words[last + 1 : last + 3]] == ["responsible", "for"],
        lambda words, last: _next_capital(words, last + 3), "[Ana Brunner], {Minister responsible for Reefs}, spoke.",
    ),
    Rule(
        "of-what",
        lambda words, last, head: (words[last + 1].bare in _LINKS or is_service(words[last], words[last + 1]))
        and not words[last + 1].mark,
        lambda words, last: _next_capital(words, last + 2), "[Ana Brunner], {Minister for Food and the Reefs}, spoke.",
    ),
    Rule(
        "fellow", lambda words, last, head: words[last + 1].bare == "Fellow" and last > head,
        lambda words, last: last + 1, "[Wiremu Hale], {Senior Research Fellow}, spoke.",
    ),
)  # fmt: skip


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
    return word.mark == "," and last > head and opens_fields(words[last:], 1 if is_list else 2)


def opens_fields(words: Words, least: int) -> bool:
    """Return whether words are a list of fields of work, plain words in capitals, with "and" before the last.

    At least so many words stand before the "and".
    """
    for i, word in enumerate(words):
        if word.bare in ("and", "&"):
            return i >= least and not word.mark and i + 1 < len(words) and is_plain_field(words[i + 1])
        if not is_plain_field(word) or word.mark not in ("", ","):
            return False
    return False


def is_plain_field(word: RoleWord) -> bool:
    """Return whether a word in capitals is a plain one, and nobody's office: "Reefs", no "Samoa", no "Minister"."""
    kind, signs = people_lexicon.word(word.bare)
    plain = signs & kinds.LOWER > 0 and kind not in (kinds.COUNTRY, kinds.DEMONYM, kinds.TIME, kinds.LEAD)
    return word.bare[0].isupper() and plain and word.bare not in heads() and word.bare not in stops()


def _is_before_noun(words: Words, i: int) -> bool:
    """Return whether a word in capitals is an adjective of one in small letters: "for Federal recovery operations"."""
    i += i < len(words) and words[i].bare == "the" and not words[i].mark
    if i + 1 >= len(words) or words[i].mark or not words[i + 1].bare.islower() or words[i + 1].bare in _NO_NOUNS:
        return False
    if words[i + 1].bare in words_of("sort-of-place"):  # "Secretary" to Torbay state governor
        return True
    return words[i].bare == "Federal" or people_lexicon.word(words[i].bare).kind == kinds.DEMONYM


def is_service(left: RoleWord, link: RoleWord) -> bool:
    """Return whether an office is that of serving another: "Assistant to the President"."""
    leads = left.bare in heads() or left.bare in words_of("behind-head")
    return link.bare == "to" and not left.mark and not link.mark and leads


def _past_article(words: Words, i: int) -> int:
    return i + 1 if i < len(words) and words[i].bare in ("a", "an") else i


def _next_capital(words: Words, i: int) -> int:
    """Return the index of a capitalised word, over a "the" if there is one, or 0."""
    if i < len(words) and words[i].bare == "the":
        i += 1
    return i if i < len(words) and words[i].bare[0].isupper() and words[i].bare not in stops() else 0
