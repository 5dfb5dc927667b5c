"""Roles as such: one form for the many ways of writing an office, and whether a search means it.

Knows offices and fields of work, not who holds which.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from nzn_cli.names.countries import country_named, opens_country
from nzn_cli.names.name_titles import is_title
from nzn_cli.text.folding import fold, level
from nzn_cli.text.wordlists import sections, words

_SMALL = frozenset(("of", "for", "and", "the", "to", "in", "on", "at", "a", "an", "with", "from"))
_LONGEST_LETTERS = 4  # of a short form: "BJP MLA"
_IN_FULL = 3  # words that make an office one of its own
_STATE_IN_FULL = re.compile(
    r" of (?:the )?(?:\w+ ){0,2}"
    r"(?:Republic|Kingdom|Commonwealth|Sultanate|State|Duchy|Principality|Emirate|Federation|Union)$"
)
# where an office is held, or to which country somebody is sent, is not the country that it is of
_ELSEWHERE = re.compile(
    r"\b(?:to|in|for|on|with) (?:the )?(?:\w[\w’'-]* ){0,3}(?:Republic|Kingdom|Commonwealth|Sultanate|States?|"
    r"Emirates?|Principality|Union|District|County|City|Embassy|Office)$"
)
_OVER = re.compile(
    r"(?<!assistant )(?<!under )\b(minister|secretary|spokesperson) (?:in charge of|responsible for|for|on) "
)
_BELOW = ("prime minister", "assistant secretary", "under secretary")  # what they are over is told as it is written
_OWN = re.compile(r" of (?:its|their|our) ")
_PAST_OF = re.compile(r"((?:(?!(?:of|to|for|at|in|on|with|and|the|by)\b)[\w’'.&-]+ )+)(?:former|then|ex)[ -](.+)", re.I)
_ORDINAL = re.compile(r"^(?:\d{1,3}(?:st|nd|rd|th)|(?:one|two|three|four|five)-(?:term|time))$")
_SHORT_FORM = re.compile(r"\s\(\s?[A-Z][A-Za-z.&-]{1,9}\)\s")  # "Reef Board (RB) Chair"


@lru_cache(maxsize=8192)
def normalise_role(text: str) -> tuple[str, str | None]:
    """Return (role, country): "Italian Defence Minister" and "Minister of Defense of Italy" are one.

    Both are ("Minister of Defence", "Italy"). "Acting" falls away; "former", "then" and "ex-" become "Former", which
    keeps the role from being that of who holds it. The country is None where none is stated.
    """
    plain = _SHORT_FORM.sub(" ", level(text))
    plain = _without_heading(" ".join(plain.replace(".", ". ").split())).strip(" ,;:.()'\"-")
    if ". " in plain:
        plain = re.sub(r"\b([A-Z])\. (?=[A-Z]\b)", r"\1.", plain).replace(". ", " ")
    past, plain = _without_past(_OWN.sub(" of the ", plain))
    if not past and (owned := _PAST_OF.match(plain)):  # "Reef Party's former leader"
        past, plain = True, f"{owned[1]}{owned[2]}"
    plain, country = _without_country(_without_dropped(plain))
    again, plain = _without_past(_without_dropped(plain))
    role = _capitals(_field_last(_gathered(_in_words(plain))), _own_capitals(plain)) or text.strip()
    return f"Former {role}" if past or again else role, country


def role_of_portfolio(portfolio: str) -> str:
    """Return the role of the minister who holds a portfolio: "Defence" -> "Minister of Defence".

    Portfolios that are offices ("Prime Minister", "Attorney-General") stay; "Associate Health" is an associate's.
    """
    role, _ = normalise_role(portfolio)
    spoken = fold(role).replace("-", " ").split()
    if words("roles.txt", "offices") & set(spoken):
        return role
    ranks, field = _split_ranks(role.split())
    return normalise_role(" ".join([*ranks, "Minister of", *field]))[0]


def is_state_office(query: str) -> bool:
    """Return whether `query` is an office of a state and nothing more, which no company's president holds."""
    return normalise_role(query)[0].lower() in sections("roles.txt")["state"]


def is_held_by_several(role: str) -> bool:
    """Return whether several people hold a normalised role at one time, where nothing more is told: "Senator"."""
    return role.lower() in sections("roles.txt")["several"]


@lru_cache(maxsize=8192)
def is_full_office(role: str) -> bool:
    """Return whether a normalised role tells of one office alone: "Deputy Secretary of Reefs", no "Judge of Reefs"."""
    head = re.split(r" (?:of|for|to|at|in|on) ", role, maxsplit=1)[0]
    last = head.rpartition(" ")[2]
    if role.startswith("Former ") or len(content_words(role)) < _IN_FULL or is_held_by_several(head):
        return False
    return last.lower() in words("roles.txt", "offices") or title_of_role(last) is not None


@lru_cache(maxsize=8192)
def state_office_behind(role: str) -> str | None:
    """Return the state's office that a normalised role ends with behind other words: "Summit President" has one.

    None where the words are a rank ("Vice President", "Former King") or there are none.
    """
    for office in sections("roles.txt")["state"]:
        if role.lower().endswith(f" {office}") and rank_words(role) == rank_words(office):
            return role[-len(office) :]
    return None


def office_within(office: str, role: str) -> bool:
    """Return whether one normalised role is another told in full: "Chair" is "Chair of the Reef Board", no deputy."""
    return office == role or (
        content_words(office) <= content_words(role_without_served(role, office))
        and rank_words(office) == rank_words(role)
    )


def is_office_of_its_own(title: str) -> bool:
    """Return whether a title, its words in any order, means its holder where no name stands: no rank does."""
    return frozenset(fold(title).split()) in {frozenset(each.split()) for each in sections("roles.txt")["alone"]}


@lru_cache(maxsize=8192)
def title_of_role(role: str) -> str | None:
    """Return the title that a normalised role gives its holder: "Secretary" of "Secretary of State", else None.

    A deputy is not called by the office.
    """
    head = re.split(r" (?:of|for|to|at|in|on|and) |,", role.removeprefix("Former "))[0].split()
    if rank_words(" ".join(head[:-1])) and " ".join(head[-2:]).lower() != "vice president":
        return None
    for size in (2, 1):
        title = " ".join(head[-size:])
        if len(head) >= size and title.lower() in sections("roles.txt")["alone"]:
            return title
    return head[-1] if head and is_title(head[-1]) else None


def role_without_served(role: str, asked: str) -> str:
    """Return a role without the office that it serves, unless that is asked for: "Head of the Office"."""
    served = re.search(r" (?:to|of|for) the (?:\w+ )?(?:President|Prime Minister|King|Queen|Governor|Mayor)\b", role)
    return role if served is None or fold(served[0]) in fold(asked) else role[: served.start()]


@lru_cache(maxsize=8192)
def content_words(role: str) -> frozenset[str]:
    """Return the folded words of a role, without the small ones between them."""
    return frozenset(re.findall(r"[^\W_]+", fold(role).replace("'", ""))) - _SMALL


def rank_words(role: str) -> frozenset[str]:
    """Return the folded words of a role that make another of it: "deputy", "elect"."""
    return content_words(role) & words("roles.txt", "rank")


def _without_heading(text: str) -> str:
    """Return a role without what stands before a dash, unless that is the office: "MP for West Torbay - Sea Cove"."""
    before, _, role = text.rpartition(" - ")
    titled = any(is_title(word) or fold(word) in words("roles.txt", "legislator") for word in before.split())
    return text if titled else role


def _without_past(text: str) -> tuple[bool, str]:
    """Return whether the first words say that the office is no longer held, and the rest: "then-Mayor", "the late"."""
    parts = text.split()
    for at in range(min(2, len(parts))):
        first, _, rest = parts[at].partition("-")
        left = [rest, *parts[at + 1 :]] if rest else parts[at + 1 :]
        if fold(first).strip(",") in words("roles.txt", "past") and left:
            return True, " ".join(left)
        if fold(parts[at]) not in words("roles.txt", "dropped"):
            break
    return False, text


def _without_dropped(text: str) -> str:
    dropped = words("roles.txt", "dropped")
    parts = text.split()
    while len(parts) > 1 and not (opens_country(parts[0]) and country_named(" ".join(parts[:2]))):
        first, hyphen, rest = parts[0].partition("-")
        if fold(parts[0]) == "new" and fold(parts[1]) in words("roles.txt", "new_places"):
            break
        if fold(parts[0]).strip(",.") in dropped or _ORDINAL.match(fold(parts[0])):
            parts = parts[1:]
        elif hyphen and rest and fold(first) in dropped:
            parts[0] = rest
        else:
            break
    return " ".join(parts)


def _without_country(text: str) -> tuple[str, str | None]:
    """Return the role without the country that stands before it, or after it behind "of" or a comma."""
    parts = text.split()
    if stated := _country_before(parts) or _country_behind(parts):
        return stated
    if envoy := re.fullmatch(r"(ambassador|high commissioner|consul general) of (.+?) (to .+)", text, re.I):
        country = country_named(envoy[2])
        if country:
            return f"{envoy[1]} {envoy[3]}", country
    return text, None


def _country_before(parts: list[str]) -> tuple[str, str] | None:
    """Return the role and the country that its first words are, or None."""
    for size in range(min(4, len(parts) - 1) if parts and opens_country(parts[0]) else 0, 0, -1):
        country = country_named(" ".join(parts[:size]))
        if country and _is_country(parts, size):
            return " ".join(parts[size:]), country
    return None


def _country_behind(parts: list[str]) -> tuple[str, str] | None:
    """Return the role and the country that stands behind "of" or a comma, or None."""
    for at in range(1, len(parts)):
        behind = parts[at] == "of" or parts[at - 1].endswith(",")
        rest = parts[at + 1 :] if parts[at] == "of" else parts[at:]
        country = country_named(" ".join(rest)) if behind and rest and opens_country(rest[0]) else None
        if country and parts[0].lower() != "governor" and not _ELSEWHERE.search(" ".join(parts[:at])):
            return _STATE_IN_FULL.sub("", " ".join(parts[:at]).rstrip(",")), country
    return None


def _is_country(parts: list[str], size: int) -> bool:
    """Return whether the first words are a country here: not in "New Zealand First leader" and "Georgia Governor"."""
    if not parts[0][:1].isupper() or (len(parts[0]) == 2 and not parts[0].isupper()):
        return False
    following = [fold(word) for word in parts[size : size + 2]]
    party = following[0] == "first" and following[1:] not in (["lady"], ["minister"])
    league = not words("roles.txt", "peoples").isdisjoint(map(fold, parts[size:]))
    of_state = any(fold(word).startswith(("gov", "sen", "rep", "congress")) for word in parts[size:])
    return not party and not league and not (parts[0].startswith("Georgia") and of_state)


@cache
def _equal(section: str) -> dict[str, str]:
    """Return the "this = that" lines of a section."""
    lines = [line.partition("=") for line in sections("roles.txt")[section]]
    return {old.strip(): new.strip() for old, _, new in lines}


@cache
def _respelled() -> tuple[tuple[str, str], ...]:
    return tuple(_equal("words").items())


def _in_words(text: str) -> str:
    """Return the role in lower case, each word in the spelling that stands for all."""
    role = " ".join(fold(text).replace(".", "").split())
    for old, new in _respelled():
        if old not in role:
            continue
        word = re.compile(rf"\b{re.escape(old)}\b(?!')")
        if old == f"{new}s":  # who is of several is not one of them: "Member of the Board of Directors"
            head, of, field = role.partition(" of ")
            role = f"{word.sub(new, head)}{of}{field}"
        else:
            role = word.sub(new, role)
    if " for " in role or " on " in role or " in charge of " in role:
        role = _OVER.sub(r"\1 of ", role)
    return role


def _gathered(role: str) -> str:
    """Return "defence minister" as "minister of defence", "spokesperson of health" as "health spokesperson"."""
    role = role.replace("spokesperson of the ", "spokesperson of ")
    if "spokesperson of " in role and (spoken := re.fullmatch(r"(.*?)\bspokesperson of (.+)", role)):
        return f"{spoken[1]}{spoken[2]} spokesperson"
    led = r"((?:\w+ )*)leader of (?!(?:the )?(?:opposition|house|government|senate)\b)(?:the )?(.+)"
    if "leader of " in role and (leads := re.fullmatch(led, role)):
        return f"{leads[2]} {leads[1]}leader"
    if role.startswith("secretary general of ") and (body := role[21:].removeprefix("the ")):
        return f"{body} secretary general"
    before, _, office = role.rpartition(" ")
    if not before or office not in ("minister", "secretary"):
        return role
    region = next((region for region in sections("roles.txt")["regions"] if before.startswith(f"{region} ")), "")
    ranks, field = _split_ranks(before[len(region) :].split())
    no_field = words("roles.txt", "not_a_field") | words("roles.txt", "rank")
    if not field or {field[0], field[-1]} & no_field or " of " in before:
        return role
    return " ".join([*region.split(), *ranks, office, "of", *field])


def _split_ranks(found: list[str]) -> tuple[list[str], list[str]]:
    ranks: list[str] = []
    while len(found) > 1 and fold(found[0]) in words("roles.txt", "rank"):
        ranks.append(found[0])
        found = found[1:]
    return ranks, found


def _field_last(role: str) -> str:
    """Return "minister of environment" as "minister of the environment", where that is how it is said."""
    head, of, field = role.partition(" of ")
    if not of or not head.endswith(("minister", "secretary")) or head.endswith(_BELOW):
        return role
    bare = field.removeprefix("the ")
    return f"{head} of {_equal('fields').get(bare, bare)}"


def _is_spoken(word: str) -> bool:
    """Return whether a word in capitals is no short form: "MAYOR", "HOST", no "MLA"."""
    return len(word) > _LONGEST_LETTERS or is_title(word.title()) or fold(word) in words("roles.txt", "spoken")


def _own_capitals(text: str) -> dict[str, str]:
    """Return, by their folded forms, the words that a text writes with capitals within: "FDA", "McHale"."""
    if text.isupper() and any(_is_spoken(word) for word in text.split()):
        return {}  # a label: "MAYOR"
    found = re.findall(r"[^\W\d_]{2,}", text.replace(".", ""))
    return {fold(word): word for word in found if not word[1:].islower()}


def _capitals(role: str, own: Mapping[str, str]) -> str:
    capitals = words("roles.txt", "capitals")
    spoken = []
    for at, word in enumerate(role.split()):
        if word in capitals or word in own:
            spoken.append(word.upper() if word in capitals else own[word])
        elif word in _SMALL and at:
            spoken.append(word)
        else:
            spoken.append("-".join(part[:1].upper() + part[1:] for part in word.split("-")))
    return " ".join(spoken)
