"""Where the words of a name end that has a head, and which of its words that is: "of Agriculture", "Act 1991".

Knows the words of a run, nothing of what was read of it before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nzn_cli.annotate.organisations.name_breaks import NUMBER, YEAR, bare, is_possessor, known_at
from nzn_cli.annotate.organisations.name_lexicon import KINDS, heads, heads_of, is_common, is_place, kind_of
from nzn_cli.annotate.organisations.name_runs import RunWord
from nzn_cli.annotate.people import kinds
from nzn_cli.names.countries import country_named
from nzn_cli.text.wordlists import sections

ACRONYM = re.compile(r"(?=(?:\w*[A-Z]){2})[A-Z][A-Z0-9]*(?:[&\-/][A-Z0-9]+)*(?:\.[A-Z])*\.?(?:\([A-Z]+\))?s?\Z")
LATIN = frozenset(line for line in sections("organisation-heads.txt")["joins"])
_DONE = ("tion", "ment", "ness", "ity", "Peace", "Trade")  # how what a body does ends
_NAMED = 3  # words before a head with which a name is whole
_LONGEST = 14  # words of a name
_OF = frozenset(("of", "of the", "for", "for the"))
_OTHER_OF = frozenset(("on", "on the", "to", "to the", "against", "with", "in", "in the"))
_AND = frozenset(("and", "&"))
_STANDING = (
    "Leadership Conference",
    "Football Conference",
    "Bishops Conference",
    "Bishops' Conference",
    "Business Roundtable",
)


def atom_end(words: Sequence[RunWord], at: int, stop: int) -> int:
    """Return where the words that nothing joins to others end."""
    end = at + 1
    while end < stop and words[end].join in ("", "&") and not is_possessor(words[end - 1].text):
        end += 1
    return end


def last_head(words: Sequence[RunWord], at: int, atom: int) -> int | None:
    for place in range(atom - 1, at - 1, -1):
        if bare(words[place].text) in heads() and (place + 1 == atom or not _is_within(words, place, atom)):
            return place
    return None


def _is_within(words: Sequence[RunWord], place: int, atom: int) -> bool:
    """Say whether a head goes on into a name: "World Bank Group" is read from its last head."""
    return heads()[bare(words[place].text)] in ("other", "press")


def fused_end(words: Sequence[RunWord], at: int, stop: int) -> int:
    """Return where a name ends that goes on over "and": "Oil and Gas Corporation"; 0 where it does not."""
    if at >= stop or words[at].join not in _AND or is_possessor(words[at - 1].text):
        return 0
    atom = atom_end(words, at, stop)
    head = last_head(words, at, atom)
    if head is not None and _is_another(words, at, head):
        return 0
    plain = head == atom - 1 > at and heads()[bare(words[atom - 1].text)] != "other"
    return atom if plain and is_common(words[at].text) and words[atom - 1].text in heads_of("compound") else 0


def _is_another(words: Sequence[RunWord], at: int, head: int) -> bool:
    """Say whether what "and" joins to a name is another: "Roads Department and Ports Department"."""
    before = words[at - 1].text
    named = at > 1 and not words[at - 1].join and heads()[bare(before)] not in ("other", "company", "press")
    return named and (bare(words[head].text) == bare(before) or head - at >= _NAMED)


def goes_on_beside(words: Sequence[RunWord], begin: int, head: int) -> bool:
    """Say whether the words right behind a head are of its name: "Team Motukawa", "Harrow Shipping & Canals"."""
    text, following = bare(words[head].text), words[head + 1]
    if following.join == "&":
        return heads()[text] == "company" and not is_common(words[begin].text)
    return begin == head and text in heads_of("initial") and is_place(bare(following.text))


def end_behind_head(words: Sequence[RunWord], begin: int, head: int, end: int, stop: int) -> int:
    """Return where a name goes on to behind its head: "of Agriculture and Fisheries", "for Public Health"."""
    text = bare(words[head].text)
    if not (text in heads_of("initial") or text in heads_of("foreign") or _is_task_force(words, head)) or (
        text in heads_of("weak") and head > begin
    ):
        return end
    while end < stop and _is_joined(words, text, end) and end - begin <= _LONGEST:
        join, atom = words[end].join, atom_end(words, end, stop)
        if _starts_own(words, end, atom, join, begin, head):
            return end
        end = _conjuncts(words, atom, atom, stop)
        if join not in LATIN and not _goes_on(words, text, end, stop):
            return end
    return end


def _is_task_force(words: Sequence[RunWord], head: int) -> bool:
    return words[head].text == "Force" and head > 0 and words[head - 1].text == "Task"


def _is_joined(words: Sequence[RunWord], head: str, at: int) -> bool:
    """Say whether a small word joins word `at` to a name of that head."""
    join = words[at].join
    if join == "of" and head in heads_of("pronounless") and kind_of(words[at].text) == kinds.TITLE:
        return False  # "Government of President Hale"
    if _is_about(words, at):
        return True
    joined = join in _OF or join in LATIN or (join in _OTHER_OF and _takes(head, join))
    if join.startswith("to") and is_place(words[at].text):
        return False  # "in the Act to Freedonia"
    joined = joined or (join.startswith("in") and _is_within_field(words, head, at))
    return joined and not is_possessor(words[at - 1].text)


def _is_within_field(words: Sequence[RunWord], head: str, at: int) -> bool:
    """Say whether "in" joins word `at` to a name: a field, or the land of what the body does."""
    field = words[at].join == "in" and head in heads_of("in") and _is_field(words, at)
    return field or (head in heads_of("placed") and _is_of_land(words, at))


def _is_field(words: Sequence[RunWord], at: int) -> bool:
    """Say whether word `at` begins what a body works in: "Association of Staff in Tertiary Education"."""
    atom = atom_end(words, at, len(words))
    field = [bare(word.text) for word in words[at:atom]]
    return is_common(field[-1]) and not any(is_place(word) for word in field)


def _is_of_land(words: Sequence[RunWord], at: int) -> bool:
    """Say whether word `at` begins the land in which a body's work is done: "on Peace and Cooperation in Europe"."""
    atom = atom_end(words, at, len(words))
    land = " ".join(bare(word.text) for word in words[at:atom])
    about = words[at - 1].text.endswith(_DONE) and is_common(words[at - 1].text)
    return about and (country_named(land) is not None or land in heads_of("continents"))


def _goes_on(words: Sequence[RunWord], head: str, end: int, stop: int) -> bool:
    """Say whether a second "of" belongs to the name: "Committee of Ministers of the Council of Europe" not."""
    if end < stop and words[end].join in ("in", "in the"):
        return _is_joined(words, head, end)
    return end < stop and (words[end].join in ("of", "for") or _is_about(words, end) or _is_of_field(words, end, stop))


def _is_of_field(words: Sequence[RunWord], at: int, stop: int) -> bool:
    """Say whether word `at` tells of what a field or an office is: "Future of the Internet"."""
    word = words[at].text
    alone = words[at].join == "of the" and atom_end(words, at, stop) == at + 1
    named = word in heads() or word in heads_of("lands") or kind_of(word) in (kinds.TITLE, kinds.GEOGRAPHY, kinds.TIME)
    return alone and is_common(word) and not named


def _is_about(words: Sequence[RunWord], at: int) -> bool:
    """Say whether word `at` tells of what a field is or with what people live: "Research on Energy"."""
    join, before = words[at].join, words[at - 1].text
    joined = (join == "on" and before in heads_of("fields")) or (join == "with" and before in heads_of("possessive"))
    if join == "at":
        return True  # "Rights at Work", the one thing that it joins
    joined = joined or (join == "to" and before in heads_of("ways"))  # "Office for Access to Justice"
    return joined and (is_common(words[at].text) or words[at].text in heads_of("field-titles"))


def _starts_own(words: Sequence[RunWord], at: int, atom: int, join: str, begin: int, head: int) -> bool:
    """Say whether what stands behind "of" is a name of its own: "Department of Law of the University of X"."""
    last = heads().get(bare(words[atom - 1].text))
    if head == begin and join in ("of", "for") and not known_at(words, at):
        return False
    if known_at(words, at) and join.endswith("the"):
        schooled = bare(words[head].text) in ("College", "Academy", "School")  # "College of the Armed Forces"
        return not (schooled and words[at].text in ("Armed", "Army", "Navy", "Air"))
    return last in KINDS and join.endswith("the")


def _conjuncts(words: Sequence[RunWord], end: int, atom: int, stop: int) -> int:
    """Return where a list of what a body is for ends: "Health and Human Services"."""
    while end == atom and end < stop and words[end].join in ("and", "&", "and the"):
        following = atom_end(words, end, stop)
        if not _is_conjunct(words, end, following, words[end].join):
            return end
        end = atom = following
    return end


def _is_conjunct(words: Sequence[RunWord], at: int, atom: int, join: str) -> bool:
    if any(ACRONYM.match(word.text) for word in words[at:atom]) or known_at(words, at):
        return False
    listed = [bare(word.text) for word in words[at:atom]]
    if join == "and the":
        return atom - at < 3 and (all(is_place(word) for word in listed) or _is_alike(words, at, atom))
    if any(heads().get(word) in ("organisation", "law", "agreement") for word in listed[-1:]):
        plain = listed[-1] in heads_of("conjunct")
        return plain and at < atom
    plain = is_common(listed[-1]) or listed[-1].endswith(
        ("ists", "ians", "ers", "logy")
    )  # Obstetricians and Gynecologists
    return not is_place(listed[-1]) and (plain or kind_of(listed[-1]) == kinds.ORGANISATION)


def _is_alike(words: Sequence[RunWord], at: int, atom: int) -> bool:
    """Say whether word `at` goes on with what stands before it: "on the Arts and the Sciences"."""
    word = words[at].text
    plain = is_common(word) and word not in heads() and kind_of(word) != kinds.TITLE
    return plain and atom == at + 1 and words[at - 1].join.endswith("the")


def end_with_number(words: Sequence[RunWord], end: int, stop: int, kind: str) -> int:
    """Return where a law ends with its year or number: "Resource Management Act 1991"."""
    if end < stop and words[end].join in ("", "of") and NUMBER.match(words[end].text):
        dated = kind in ("law", "agreement", "meeting")
        return end + (dated or (kind == "programme" and YEAR.match(words[end].text) is not None))
    return end


def _takes(head: str, join: str) -> bool:
    """Say whether a head goes on with a small word: "Committee on", "Friends to" not."""
    return head in heads_of("on" if join.startswith("on") else "to")


def named_kind(words: Sequence[RunWord], begin: int, head: int, end: int, kind: str) -> str:
    """Return the kind of a name with its head, of which `kind` is the usual one."""
    text, before = words[head].text, [word.text for word in words[begin:head]]
    if kind == "programme" and words[begin].text in ("UN", "U.N.", "World", "United") and "rogram" in text:
        return "organisation"  # World Food Programme
    if kind != "law" and words[end - 1].text in ("Act", "Bill"):
        return "law"  # "Declaration on the Rights of Sailors Act"
    if text == "Convention" and not heads_of("partisan").isdisjoint(before):
        return "meeting"  # that of a party, and no agreement
    if text == "Conference" and _is_of_members(words, head):
        return "organisation"
    if kind in ("meeting", "programme") and before and _is_standing(text, before):
        return "organisation"
    return kind_of_head(kind)


def _is_standing(text: str, before: Sequence[str]) -> bool:
    """Say whether what is called as a meeting is a standing body: "World Economic Forum", "Women's Roundtable"."""
    if text == "Forum" and not YEAR.match(before[0]) and "Annual" not in before:
        return True
    owned = text == "Roundtable" and any(_is_possessor_of_many(word) for word in before)
    return owned or " ".join((*before, text)).endswith(_STANDING)


def _is_possessor_of_many(word: str) -> bool:
    """Say whether a word is of many who have a body: "Women's"."""
    return bare(word) != word and bare(word) in heads_of("possessive") and bare(word) not in heads_of("leading")


def _is_of_members(words: Sequence[RunWord], head: int) -> bool:
    """Say whether a conference is a body of members: "Conference of Mayors", not "of the Parties"."""
    if words[head - 1].text in ("Republican", "Democratic"):
        return True
    of = head + 1 < len(words) and words[head + 1].join.startswith("of")
    return of and words[head + 1].text != "Parties"


def kind_of_head(kind: str) -> str:
    """Return the kind of what has a head of some kind: a company is an organisation."""
    return "organisation" if kind in ("company", "press") else kind


def is_of_office(words: Sequence[RunWord], head: int, end: int) -> bool:
    """Say whether a plain head says what somebody is for: "Chief Financial Officer"."""
    if end >= len(words) or words[end].join or bare(words[head].text) not in heads_of("vague") | heads_of("soft"):
        return False
    return kind_of(bare(words[end].text)) == kinds.TITLE and is_common(words[end - 1].text)
