"""What an office before a name is of where that stands behind the name: "Prime Minister Hale of Samoa".

Knows words, countries and the text behind a name, not whose the name is. Examples have what is found behind @.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.people_lexicon import upper_letters, words_of
from nzn_cli.annotate.people.role_bodies import opening_body
from nzn_cli.annotate.people.role_words import RoleWord, heads, role_words
from nzn_cli.annotate.rule_table import Rule, RuleTable
from nzn_cli.names.countries import country_named, opens_country

_REACH = 90  # characters behind a name in which what its office is of is read
_LONGEST_COUNTRY = 5  # words
_LONGEST_PLACE = 3
_NO_NAMES = (kinds.LEAD, kinds.TIME)
_LINKS = frozenset(("of", "and", "the", "for", "&"))


class OfficePlace(NamedTuple):
    """The country, as written, and the body or place that an office is of; at most one of them."""

    country: str | None = None
    organisation: str | None = None


_NOWHERE = OfficePlace()


class _Behind(NamedTuple):
    """The words behind a name that may name what its office is of, as written and one by one."""

    text: str
    words: Sequence[RoleWord]
    head: str  # the last word of the office itself


PLACES: RuleTable[[_Behind], Callable[[_Behind], OfficePlace]] = RuleTable(
    "what an office is of, by the words behind the name",
    Rule(
        "letters-of-seat",
        lambda behind: behind.words[0].bare[1:2] == "-"
        or (behind.words[0].bare.isupper() and behind.head in words_of("place-office")),
        lambda behind: _NOWHERE, "They met {Senator} [Wiremu Hale] (D-Quland).",
    ),
    Rule(
        "country", lambda behind: _country(behind), lambda behind: OfficePlace(_country(behind)),
        "They met {Prime Minister@Samoa} [Wiremu Hale] of Samoa.",
    ),
    Rule(
        "body", lambda behind: opening_body(behind.text) and _is_named_in_full(behind.words),
        lambda behind: OfficePlace(organisation=opening_body(behind.text)),
        "They met {director@Torbay Reef Council} [Wiremu Hale] of the Torbay Reef Council.",
    ),
    Rule(
        "place", lambda behind: behind.head in words_of("place-office") and len(behind.words) <= _LONGEST_PLACE,
        lambda behind: OfficePlace(organisation=_without_possessive(behind.text)),
        "They met {Governor@West Torbay} [Wiremu Hale] of West Torbay.",
    ),
)  # fmt: skip


@functools.cache
def _link() -> re.Pattern[str]:
    """Return the pattern of what leads from a name to what its office is of."""
    return re.compile(rf"(?:,?[ \u00a0](?:of|from)|[ \u00a0]\()[ \u00a0]?(?:[Tt]he )?(?=[{upper_letters()}])")


def place_behind(text: str, role: str, end: int, ceiling: int) -> OfficePlace:
    """Return what a role is of that stands before a name, by what is behind the name, which ends at `end`.

    `ceiling` is where the next name begins.
    """
    if not text.startswith((" o", ", o", " f", ", f", " ("), end) or (link := _link().match(text, end)) is None:
        return _NOWHERE
    stop = min(ceiling, link.end() + _REACH)
    line = text.find("\n\n", link.end(), stop)
    words = _name(role_words(text, link.end(), stop if line < 0 else line))
    if not words:
        return _NOWHERE
    behind = _Behind(text[words[0].start : words[-1].end], words, _head(role))
    if "from" in link[0] and behind.head in words_of("single-office") - words_of("place-office"):
        return _NOWHERE  # "President Hale spoke from Samoa"
    place = PLACES.match(behind)
    return place(behind) if place else _NOWHERE


def _name(words: Sequence[RoleWord]) -> Sequence[RoleWord]:
    """Return the words that a name may be made of, up to a mark, a word in small letters or an office."""
    end = 0
    for i, word in enumerate(words):
        if word.bare in heads() and (not i or words[i - 1].bare in ("and", "&")):
            break
        if word.bare == "First" or (word.bare[0].isupper() and people_lexicon.word(word.bare).kind not in _NO_NAMES):
            end = i + 1
        elif word.bare not in _LINKS:
            break
        if word.mark:
            break
    return words[:end]


def _head(role: str) -> str:
    return re.split(r" (?:of|for|to) ", role, maxsplit=1)[0].rpartition(" ")[2].title()


def _country(behind: _Behind) -> str | None:
    """Return the country that the words open with, as written: "Samoa" of "Samoa and Fiji", no "Samoa First"."""
    words = behind.words
    if not opens_country(words[0].bare):
        return None
    for size in range(min(_LONGEST_COUNTRY, len(words)), 0, -1):
        name = _without_possessive(behind.text[: words[size - 1].end - words[0].start])
        if name in words_of("state-too") and behind.head in words_of("place-office"):
            return None  # Governor Hale of Georgia
        if country_named(name):
            return name if size == len(words) or words[size].bare in _LINKS else None
    return None


def _is_named_in_full(words: Sequence[RoleWord]) -> bool:
    """Return whether a body is called by more than its kind: "Reef Administration" or "CMS", no "Administration"."""
    first = words[0].bare
    return len(words) > 1 or (first.isalpha() and first.isupper())


def _without_possessive(name: str) -> str:
    return re.sub("['’]s?$", "", name)
