"""The roles that `who` shows of a person, out of all that documents state: ways of writing one put together, what may
be a slip marked and last, what is of the past told so. Knows roles and the order of documents, no table.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from typing import Protocol

from nzn_cli.model.answers import Role
from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import sections, words

_ONCE = 20  # documents with another role of somebody, beside which one alone may be a slip
_OF_BODY = 0.05  # of the documents with a role, in how many a body must be stated that it is of
_CLEARLY = 5  # times as often as all others, with which one country is stated whose role it is where none is
_SURELY = 20  # times as often as with other words before it that an office stands alone where those are no part of it
_FORMER = "Former "
_OWN = 3  # words by which an office is known without those of the house that it serves
_PLURAL = 4  # letters of a word beyond which an s ends a plural

# a role and its country -> each way of writing it, with the body it is of -> the documents that do
SeenRoles = dict[tuple[str, str | None], dict[tuple[str, str | None], list[int]]]


class DatedDocuments(Protocol):
    """Documents by their place, the newest first and the undated last."""

    def ids(self, places: Sequence[int]) -> list[str]:
        """Return the ids of documents."""

    def span(self, places: Sequence[int]) -> tuple[str | None, str | None]:
        """Return the dates of the earliest and the latest of documents."""


def person_roles(seen: SeenRoles, seldom: Set[str], documents: DatedDocuments) -> list[Role]:
    """Return the roles, those of most documents first; last what may be a slip.

    That is what many more documents give to another, and what one document alone says beside many.
    """
    found: list[Role] = []
    if len(seen) > 1:
        seen = _without_slips(_as_past(_with_country(_without_bare(_in_one_way(seen, seldom)))))
    for (role, country), texts in seen.items():
        places = sorted({place for each in texts.values() for place in each})
        text = _commonest_text(role, texts)
        body = _commonest_body(texts)
        plain, former = spelled_as(role.removeprefix(_FORMER), text), _is_past(role)
        seen_when = (*documents.span(places), len(places), documents.ids(places))
        found.append(Role(text, plain, country, body, former, role in seldom, *seen_when))
    if max((role.documents for role in found), default=0) >= _ONCE:
        found = [role._replace(seldom=role.seldom or role.documents == 1) for role in found]
    return sorted(found, key=lambda role: (role.seldom, -role.documents, role.former, role.role, role.country or ""))


@lru_cache(maxsize=20_000)
def spelled_as(role: str, text: str) -> str:
    """Return a normalised role in the spelling of a text that states it: "Secretary of Defense", no "Defence"."""
    written = fold(text).replace("-", " ")
    for line in sections("roles.txt")["spelled"]:
        there, here = (word.strip() for word in line.split("="))
        if there in written and here not in fold(text):
            role = re.sub(rf"\b{here}\b", there.title(), role, flags=re.I)
    return role


def _in_one_way(seen: SeenRoles, seldom: Set[str]) -> SeenRoles:
    """Return the roles, those put to the most told of them that say one office in other words.

    "Chair of the Council of Reef Advisers" is "Council of Reef Advisers Chair" and "CRA Chair".
    """
    often = {role: _documents(seen, role) for role, _ in seen}
    alike: dict[tuple[bool, frozenset[str]], list[str]] = defaultdict(list)
    spoken = {role: role_words for role in often if role not in seldom and (role_words := _words(role))}
    for role in spoken:
        alike[_is_past(role), frozenset(_without_acronym(role, spoken))].append(role)
    for roles in alike.values():
        if len(roles) > 1:
            meant = max(roles, key=lambda role: (often[role], len(role), role))
            for role, country in [key for key in seen if key[0] in roles and key[0] != meant]:
                _put(seen, (role, country), (meant, country))
    return seen


def _put(seen: SeenRoles, old: tuple[str, str | None], new: tuple[str, str | None]) -> None:
    """Put a role's documents to another, which is shown in its own words."""
    ways = [way for key in seen if key[0] == new[0] for way in seen[key].items()]
    text = max(ways, key=lambda way: (len(way[1]), way[0][0]))[0][0]
    for (_, body), places in seen.pop(old).items():
        seen.setdefault(new, {}).setdefault((text, body), []).extend(places)


def _documents(seen: SeenRoles, role: str) -> int:
    return len({place for key, ways in seen.items() if key[0] == role for places in ways.values() for place in places})


@lru_cache(maxsize=20_000)
def _words(role: str) -> tuple[str, ...]:
    """Return the words that tell one office from others, in their order and without a plural's end."""
    plain = fold(role.removeprefix(_FORMER)).replace("'", "")
    small = words("roles.txt", "same_without")
    for house in sections("roles.txt")["of_house"]:
        rest = f"{plain} ".replace(f"{house} ", " ")
        plain = rest if len(rest.split()) >= _OWN else plain
    return tuple(_singular(word) for word in re.findall(r"[^\W_]+", plain) if word not in small)


def _singular(word: str) -> str:
    if len(word) <= _PLURAL or word[-1] != "s" or word[-2] == "s":
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


def _without_acronym(role: str, spoken: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Return the words of a role, a short form in it as the words that it stands for in another of the roles."""
    capitals = {word.lower() for word in role.split() if word.isupper() and len(word) > 2}
    found = spoken[role]
    for short in capitals.intersection(found):
        size = len(short)
        for other in spoken.values():
            for at in range(len(other) - size + 1):
                if "".join(word[0] for word in other[at : at + size]) == short:
                    return [*other[at : at + size], *(word for word in found if word != short)]
    return found


def _without_bare(seen: SeenRoles) -> SeenRoles:
    """Return the roles, an office of one word put to the one that tells it in full, where that is as often told."""
    from nzn_cli.names.roles import is_state_office, office_within

    roles = sorted({role for role, _ in seen})
    for bare in roles:
        if " " in bare.removeprefix(_FORMER) or is_state_office(bare):
            continue
        others = [role for role in roles if role != bare and _is_past(role) == _is_past(bare)]
        fuller = [role for role in others if office_within(bare, role)]
        if len(fuller) == 1 and _documents(seen, fuller[0]) >= _documents(seen, bare):
            _put_in_full(seen, bare, fuller[0])
    return seen


def _is_past(role: str) -> bool:
    return role.startswith(_FORMER)


def _put_in_full(seen: SeenRoles, bare: str, fuller: str) -> None:
    """Put a bare office to the one in full, but for what is of another country."""
    countries = [country for role, country in seen if role == fuller]
    for country in [country for role, country in seen if role == bare]:
        if country in (None, *countries):
            _put(seen, (bare, country), (fuller, country or countries[0]))


def _as_past(seen: SeenRoles) -> SeenRoles:
    """Return the roles, one put to the past where most of its documents are of the time that others call it so.

    Who left an office is still addressed by it: "Governor Hale" beside "former Governor Hale". Who is told far more
    often to hold it holds it again. Places are those of documents, the newest first.
    """
    for role, country in sorted((key for key in seen if _is_past(key[0])), key=repr):
        past = {place for places in seen[role, country].values() for place in places}
        for held in _of_words(seen, role, country):
            places = {place for each in seen[held].values() for place in each}
            later = sum(place <= max(past) for place in places)
            if later * 2 >= len(places) and len(places) <= 2 * len(past):
                _put(seen, held, (role, country))
    return seen


def _of_words(seen: SeenRoles, former: str, country: str | None) -> list[tuple[str, str | None]]:
    """Return the roles that are one of the past in whatever order of words, of its country or of none."""
    from nzn_cli.names.roles import is_office_of_its_own, office_within

    spoken, full = frozenset(_words(former)), former.removeprefix(_FORMER)

    def is_one(role: str) -> bool:
        is_bare = is_office_of_its_own(role) and office_within(role, full)  # "Governor" beside "Governor of Torbay"
        return is_bare or frozenset(_words(role)) == spoken

    return [key for key in seen if not _is_past(key[0]) and key[1] in (country, None) and is_one(key[0])]


def _commonest_text(role: str, ways: dict[tuple[str, str | None], list[int]]) -> str:
    """Return a role as most texts write it; of equals, as they say it rather than its normal form, which stands beside.

    What is said of several people at once, "Senators", is each one's by its normal form alone.
    """
    of_one = [way for way in ways if way[0][-1:] not in "sS" or role[-1:] in "sS"]
    if not of_one:
        return role.removeprefix(_FORMER)
    return max(of_one, key=lambda way: (not way[0].isupper(), len(ways[way]), way[0] != role, len(way[0]), way[0]))[0]


def _commonest_body(ways: dict[tuple[str, str | None], list[int]]) -> str | None:
    """Return the body that most of some ways of writing a role are of, None where hardly any states one."""
    found: dict[str, int] = {}
    for (_, body), places in ways.items():
        if body:
            found[body] = found.get(body, 0) + len(places)
    enough = _OF_BODY * sum(map(len, ways.values()))
    return min((body for body in found if found[body] >= enough), key=lambda body: (-found[body], body), default=None)


def _with_country(seen: SeenRoles) -> SeenRoles:
    """Return the roles, what states no country put to the one that does: "Prime Minister" is New Zealand's too."""
    stated: dict[str, list[str]] = defaultdict(list)
    for role, country in seen:
        if country is not None:
            stated[role].append(country)
    for role, countries in stated.items():
        if (role, None) not in seen:
            continue
        told = {country: sum(map(len, seen[role, country].values())) for country in countries}
        meant = max(countries, key=lambda country: (told[country], country))
        if len(countries) == 1 or told[meant] >= _CLEARLY * (sum(told.values()) - told[meant]):
            for text, places in seen.pop((role, None)).items():
                seen[role, meant].setdefault(text, []).extend(places)
    return seen


def _without_slips(seen: SeenRoles) -> SeenRoles:
    """Return the roles, a seldom one put to the state's office that it ends with and that is told far more often.

    "After the Summit President Hale left" is of the President, and says so beside a hundred others.
    """
    if not any(len(places) >= _SURELY for texts in seen.values() for places in texts.values()):
        return seen
    from nzn_cli.names.roles import state_office_behind

    often = {key: sum(map(len, texts.values())) for key, texts in seen.items()}
    for role, country in sorted(seen, key=lambda key: (key[0], key[1] or "")):
        office = state_office_behind(role)
        held = [key for key in seen if key[0] == office and (key[1] == country or None in (key[1], country))]
        meant = max(held, key=lambda key: (key[1] == country, often[key], key[1] or ""), default=None)
        if meant and often[meant] >= _SURELY * often[role, country]:
            for text, places in seen.pop((role, country)).items():
                seen[meant].setdefault(text, []).extend(places)
    return seen
