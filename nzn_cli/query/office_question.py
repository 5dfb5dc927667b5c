"""Which offices a question means: its words, its country and its body, against what a role states of each.

Knows roles as such, not who holds them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from nzn_cli.model.records import NamedTuple
from nzn_cli.names.countries import country_named
from nzn_cli.names.roles import (
    content_words,
    is_held_by_several,
    is_state_office,
    normalise_role,
    rank_words,
    role_without_served,
    title_of_role,
)
from nzn_cli.query.view import bindable

# how far a role speaks for the question: it states all of it, more ("Virginia Attorney-General" for "Attorney General")
# or a part ("Secretary General" for "NATO Secretary General"), which counts beside one of the others alone
WHOLE, WIDER, IN_PART = 1.0, 0.3, 0.25


class OfficeQuestion(NamedTuple):
    """An office as it was asked for."""

    role: str  # normalised
    country: str | None
    words: frozenset[str]
    ranks: frozenset[str]
    of_state: bool  # an office of a state and nothing more, which no company's president holds
    several: bool  # an office that several hold at one time

    @property
    def head(self) -> str:
        """The folded last word of the office itself: "secretary" of "Secretary of State"."""
        return _head(self.role)

    def fit(self, role: str, country: str | None, organisation: str | None) -> float:
        """Return how far a stated role, its country and its body answer the question, from 0 to 1.

        `country` is as `country_named` has it. None of a country is left open: whose it is, others say.
        """
        if not self._may_be(role, country):
            return 0.0
        own = _words(role_without_served(role, self.role))
        if not self.words:
            return WHOLE if self.country is not None and country == self.country else 0.0
        missing = self.words - own - content_words(organisation or "")
        if not all(_initials_stand(word, role, organisation) for word in missing):
            return IN_PART if own and own < self.words and self._is_short_for(role) else 0.0
        more = own - self.words
        here = country is not None and self.country is None and country_named(" ".join(more)) == country
        return WHOLE if here or not more else WIDER

    def _is_short_for(self, role: str) -> bool:
        """Return whether a role that states less may be what was asked for: it has no field of its own, or one of it.

        "Secretary" may be of State; the Minister of Education is not the Minister of Tertiary Education.
        """
        if _head(role) != self.head:
            return False
        field, fields = role.partition(" of ")[2], self.role.partition(" of ")[2]
        return field in re.split(r", | and ", fields) if field else role == _title(role) or self.role.endswith(role)

    def _may_be(self, role: str, country: str | None) -> bool:
        """Return whether a role is held, of the rank that was asked for, and of no other country."""
        if role.startswith("Former ") or rank_words(role) != self.ranks:
            return False
        return self.country is None or country in (None, self.country)


def office_question(text: str) -> OfficeQuestion:
    """Return the question that a typed role is."""
    role, country = normalise_role(bindable(text))
    of_state, several = is_state_office(text), is_held_by_several(role)
    return OfficeQuestion(role, country, _words(role), rank_words(role), of_state, several)


def _title(role: str) -> str | None:
    return role if " " not in role else title_of_role(role)


def _words(role: str) -> frozenset[str]:
    """Return the words of a role that tell it from others: the "ACT Party leader" is the ACT leader."""
    found = content_words(role)
    return found - {"party"} if len(found) > 2 else found


@lru_cache(maxsize=8192)
def _head(role: str) -> str:
    words = re.split(r" (?:of|for|to|at|and) ", role)[0].split()
    return words[-1].lower() if words else ""


def _initials_stand(word: str, role: str, organisation: str | None) -> bool:
    """Return whether a word is the initials of words in a row: "epa" of the Environmental Protection Agency."""
    if not 2 <= len(word) <= 6:
        return False
    for text in (role, organisation or ""):
        initials = "".join(part[0] for part in re.findall(r"[^\W_]+", text.lower()) if part not in _SMALL)
        if word in initials:
            return True
    return False


_SMALL = frozenset(("of", "for", "and", "the", "to", "in", "on", "at"))
