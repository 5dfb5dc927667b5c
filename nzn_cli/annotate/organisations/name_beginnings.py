"""Where a name that has a head begins: what "and" or a law's title joins to it, what before it is none of it.

Knows the words of a run; whether another name has taken a word is asked of whoever reads the run.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nzn_cli.annotate.organisations.name_breaks import NUMBER, bare, is_break, is_possessor, known_at
from nzn_cli.annotate.organisations.name_lexicon import heads, heads_of, is_common, is_place, is_town, kind_of
from nzn_cli.annotate.organisations.name_runs import RunWord
from nzn_cli.annotate.people import kinds
from nzn_cli.names.countries import country_named

IsFree = Callable[[int], bool]  # whether no name that was found holds a word

_AND = frozenset(("and", "&"))
_OFTEN = ("Office", "Council")  # one word that says too little to be the name of a state's body
_WHOLE = 2  # words of a law before its head with which it is whole
_OF_MEMBERS = ("Federation", "Association")
_LETTERS = 3  # of a law's short name before another: more than a body's
_LONGEST_PLACE = 3  # words
_FIELD_JOINS = ("in", "in the", "for", "to", "with")
_TITLE_JOINS = frozenset(("", "to", "of", "for", "on", "in", "and", "with", "against", "at", "from"))


def begin_before_head(words: Sequence[RunWord], at: int, head: int, is_free: IsFree) -> int:
    """Return where a name that ends with a head begins, with what "and" joins to it on the left."""
    begin = at
    while begin < head and _is_loose(words, begin, head):
        begin += 1
    at = begin
    if words[at].join in _AND and _is_whole_law(words, at, head):
        return at
    begin = _law_from(words, at, head, is_free)
    if begin == at and at and words[at].join in _FIELD_JOINS and words[head].text in heads_of("titled-in"):
        begin = _field_from(words, at, is_free)
    if begin == at and words[head].text in heads_of("compound") and head > at:
        begin = _list_from(words, at, is_free)
    if begin < at:
        begin = _adjacent_from(words, begin, is_free)
    begin = _land_from(words, begin, is_free)
    named = min(_name_from(words, begin), _town_from(words, begin))
    return named if named < begin and is_free(named) else begin


def _is_whole_law(words: Sequence[RunWord], at: int, head: int) -> bool:
    """Say whether a law's name is whole without what "and" joins to it: "Bans and International Powers Act"."""
    ranked = words[at].text in heads_of("rank") and head - at >= _WHOLE
    return ranked and bare(words[head].text) in heads_of("titled")


def _law_from(words: Sequence[RunWord], at: int, head: int, is_free: IsFree) -> int:
    """Return where a law begins, with the people before a list: "American Ropes and Chains Act"."""
    if not at or bare(words[head].text) not in heads_of("titled"):
        return at
    return _title_from(words, at, is_free)


def _adjacent_from(words: Sequence[RunWord], begin: int, is_free: IsFree) -> int:
    """Return where the words begin that nothing parts from a name: "Harrow-Finch Harbours and Roads Act"."""
    while begin and not words[begin].join and is_free(begin - 1):
        word = words[begin - 1].text
        headed = heads().get(bare(word), "other") not in ("other", "company", "press")
        if headed or kind_of(word) == kinds.LEAD or is_break(words, begin - 1) or is_possessor(word):
            break
        if NUMBER.match(word) or word in heads_of("loose") or (word.endswith("ed") and is_common(word)):
            break
        begin -= 1
    return begin


def _land_from(words: Sequence[RunWord], begin: int, is_free: IsFree) -> int:
    """Return where the land begins that stands before a name: "District of Columbia Circuit"."""
    if not begin or words[begin].join != "of" or words[begin - 1].text not in heads_of("lands"):
        return begin
    place = words[begin].text
    return begin - 1 if (is_place(place) or place == "Columbia") and is_free(begin - 1) else begin


def _list_from(words: Sequence[RunWord], at: int, is_free: IsFree) -> int:
    """Return where what "and" joins on the left of word `at` begins: "Oil and Gas Corporation"."""
    join = words[at].join
    if not at or join not in _AND:
        return at
    before = at - 1
    while before > 0 and not words[before].join and _joins_left(words, before - 1, join):
        before -= 1
    if not (_joins_left(words, before, join) and is_free(before)):
        return at
    seat = _seat_from(words, before)
    return _list_from(words, seat if seat < before and is_free(seat) else before, is_free)


def _seat_from(words: Sequence[RunWord], at: int) -> int:
    """Return where the place begins that stands before word `at`: "South Motukawa Oil and Gas Board"; `at` if none."""
    begin = at
    while begin and not words[begin].join and at - begin < _LONGEST_PLACE:
        begin -= 1
    for start in range(begin, at):
        place = " ".join(word.text for word in words[start:at])
        named = country_named(place) is not None or is_town(place)
        owned = start == at - 1 and kind_of(place) == kinds.DEMONYM and not is_possessor(place)
        if owned or ((named or words[start].text in heads_of("compass")) and _is_seat(words, at - 1)):
            return start
    return at


def _is_seat(words: Sequence[RunWord], at: int) -> bool:
    word = words[at].text
    return is_place(word) and kind_of(word) != kinds.DEMONYM and word not in heads_of("states-short")


def _name_from(words: Sequence[RunWord], at: int) -> int:
    """Return where the name of a person begins after whom a body is called: "Hamad bin Abdullah School"."""
    begin = at
    while begin and words[begin].join in heads_of("particles") and not is_break(words, begin - 1):
        begin -= 1
    return begin


def _town_from(words: Sequence[RunWord], at: int) -> int:
    """Return where the town begins that small words hold together: "Mar del Plata City Council"; `at` if none."""
    if not at or words[at].join not in heads_of("seats"):
        return at
    name = words[at].text
    for place in range(at - 1, max(-1, at - _LONGEST_PLACE), -1):
        name = " ".join((words[place].text, *filter(None, (words[place + 1].join, name))))
        if is_town(name):
            return place
    return at


def _title_from(words: Sequence[RunWord], at: int, is_free: IsFree) -> int:
    """Return where the title of a law begins that small words hold together: "Freedom to Vote Act"."""
    begin = at
    while begin and words[begin].join in _TITLE_JOINS:
        before = begin - 1
        while before and not words[before].join and _is_of_law(words, before - 1):
            before -= 1
        if not _is_of_law(words, before) or known_at(words, before) or not is_free(before):
            break
        begin = before
    return begin


def _field_from(words: Sequence[RunWord], at: int, is_free: IsFree) -> int:
    """Return where what a programme or fund is for begins: "Excellence in Lighthouses Foundation"."""
    begin = at - 1
    while begin and not words[begin].join and _is_of_law(words, begin - 1):
        begin -= 1
    if words[at].join == "in the" and words[begin].text.endswith("ing"):
        return at  # "Working in the Quiet Harbour Project"
    listed = range(begin, at)
    plain = all(_is_of_law(words, each) for each in listed) and words[begin].text not in heads_of("prior")
    return begin if plain and is_free(begin) else at


def _is_of_law(words: Sequence[RunWord], at: int) -> bool:
    """Say whether a word may stand in the title of a law: a plain word that names no body."""
    word = bare(words[at].text)
    if is_possessor(words[at].text):
        return False
    if at + 1 < len(words) and _opens_law(word, words[at + 1].join):
        return word not in heads_of("letters")
    plain = is_common(word) and not is_place(word) and heads().get(word, "other") in ("other", "company", "press")
    return plain and word not in heads_of("opening") and kind_of(word) not in (kinds.TITLE, kinds.HONORIFIC, kinds.TIME)


def _opens_law(word: str, join: str) -> bool:
    """Say whether a word is of a law's title for what joins the next one to it, though it is no plain word."""
    if join and word in heads_of("title"):
        return True  # "Justice in Policing Act"
    if join and word.endswith(("ers", "ors")):
        return kind_of(word) not in (kinds.TITLE, kinds.TIME)  # "Packers and Stockyards Act"
    letters = word.isupper() and len(word) > _LETTERS
    return (join == "and" and letters) or (
        join in ("with", "from") and word.endswith("ns")
    )  # "Americans with Disabilities Act"


def _joins_left(words: Sequence[RunWord], at: int, join: str) -> bool:
    word = bare(words[at].text)
    if (word in heads() and not _is_field(words, at)) or word in heads_of("opening"):
        return False
    if is_break(words, at) or is_possessor(words[at].text):
        return False
    if (
        word in heads_of("topics")
        or _is_pair(word)
        or join == "&"
        or (is_common(word) and not is_place(word))
        or kind_of(word) == kinds.ORGANISATION
    ):
        return True
    before = words[at - 1].text if at and not words[at].join else ""
    return before in heads_of("scope") and not is_place(word)


def _is_field(words: Sequence[RunWord], at: int) -> bool:
    """Say whether a word that ends no body's name is what one is for: "Building and Lights Council"."""
    if heads()[bare(words[at].text)] not in ("other", "company", "press") or not is_common(words[at].text):
        return False
    before = words[at - 1].text if at and not words[at].join else ""
    return not before or is_possessor(before) or before in heads_of("scope") or before in heads_of("opening")


def _is_pair(word: str) -> bool:
    """Say whether a word is two states that have something together: "U.S.-Freedonia"."""
    one, hyphen, other = word.replace("‑", "-").partition("-")
    return hyphen != "" and country_named(one) is not None and (is_place(other) or other.isupper())


def _is_loose(words: Sequence[RunWord], at: int, head: int) -> bool:
    """Say whether a word before a head is none of the name: "Former", a number."""
    word = words[at].text
    if at + 1 == head:
        return word in heads_of("loose") or bool(NUMBER.match(word))
    if word in heads_of("praise"):
        return True
    if word in heads_of("topics") or words[head].text in heads_of("suffixes"):
        return False  # "NGO Affairs Bureau", "KC Harrow Limited"
    if word in heads_of("states-letters"):  # "NZ New Zealand Herald"
        return country_named(" ".join(bare(each.text) for each in words[at + 1 : at + 3])) is not None
    lettered = word in heads_of("letters") and not is_place(word) and country_named(word) is None
    return lettered or bool(NUMBER.match(word))


def begin_without_country(words: Sequence[RunWord], begin: int, head: int, end: int) -> int:
    """Return where the name of a state's body begins, the state left out as possessors are: "Iranian Senate"."""
    first = bare(words[begin].text)
    if (
        begin == head
        or country_named(first) is None
        or not (kind_of(first) == kinds.DEMONYM or first in heads_of("states-short"))
    ):
        return begin
    listed = [
        bare(word.text) for word in words[begin + 1 : (head if words[head].text in heads_of("states") else end - 1) + 1]
    ]
    alone = len(listed) == 1 and listed[0] in _OFTEN
    behind = words[head + 1].join if head + 1 < end else ""
    if behind.startswith("on") or (behind and words[head].text in _OF_MEMBERS):
        return begin  # "American Council on Education"
    return begin + 1 if not alone and all(word in heads_of("state") for word in listed) else begin
