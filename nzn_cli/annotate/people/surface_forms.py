"""The spellings of a text that may be names: each string once, with all its places. Knows not who is a person."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import NamedTuple

from nzn_cli.annotate.people import candidates, context_features, kinds, people_lexicon
from nzn_cli.annotate.people.candidates import Candidate, Cut, Plan

_TRIES = 6
# Work is counted, so that every run stops at the same place of a text that asks for too much: about a microsecond each.
_NEW = 80  # for a spelling
_AGAIN = 4  # for its next occurrence
_LONG = 2  # for each character of a run whose reading is not kept, a quarter of that where it is
_WORK = 250_000  # in any text; in a long one, one for two characters
_WORD = 100  # characters of the longest word that may be a name
_REMEMBERED = 80  # characters of the longest run whose reading is kept
_SCANS = 8  # times that a text is searched for single words before all its words are read
_TITLED = re.compile(r"(?:Mrs?\.?|Ms\.?|Dr\.?|Miss) (?=(\S{1,30}))")
_ROLE = re.compile(r", (?:(?:a|an|the) )?([\w-]+)")
_SEAT = re.compile(r"\b([\w-]+) (?:for|of|to)(?: the)? $")  # who sits for, or has an office of, what follows
_OFFICE = 40  # characters in which an office stands
_SENTENCE_END = re.compile(r"[.?!](?=\s|$|[\"”’'])|\n\n")
_JOINTS = frozenset("/:@=.%&#-?+")

Tokens = tuple[str, ...]

_SPEAKING = frozenset((kinds.ORGANISATION, kinds.GEOGRAPHY))


class Spelling(NamedTuple):
    """All occurrences of one string in a document."""

    tokens: Tokens
    places: list[Candidate]


class Small:
    """The words of a text as they stand, between blanks, among them those in lower case."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._left = _SCANS * len(text)  # characters
        self._words: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        """Say whether a word stands in the text; all words are read only where that is asked often or hard to say."""
        if self._words is not None:
            return word in self._words
        text, at = self._text, -1
        for _ in range(_TRIES if self._left > 0 else 0):
            begin = at + 1
            at = text.find(word, begin)
            self._left -= (len(text) if at < 0 else at) - begin
            if at < 0:
                return False
            after = at + len(word)
            if (not at or text[at - 1].isspace()) and (after == len(text) or text[after].isspace()):
                return True
        self._words = frozenset(text.split())
        return word in self._words


class Beginnings:
    """Texts of which it is asked whether any begins with a word."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = sorted(set(texts))

    def any_with(self, word: str) -> bool:
        """Say whether one of the texts begins with `word`."""
        at = bisect_left(self._texts, word)
        return at < len(self._texts) and self._texts[at].startswith(word)


_BROKEN_OFF = ("- —", "-—", "- –", "-–", "- --")  # behind a word that its speaker does not end


class Spellings(NamedTuple):
    """The candidates of a text, and where its other capitalised words stand, which only a full name can make a name."""

    full: dict[Tokens, Spelling]
    single: dict[str, Spelling]
    reserve: dict[str, list[int]]
    small: Small
    around: dict[Tokens, set[str]]  # signs of the surroundings of a spelling, once they were read
    stopped: int | None = None  # the character from which on the text was not read


def spellings(text: str) -> Spellings:
    """Return the candidate spellings of a text in the order of their first occurrence, as far as work allows."""
    found = Spellings({}, {}, {}, Small(text), {})
    left, stopped = max(_WORK, len(text) // 2), None
    titled = cache(lambda: Beginnings(match[1] for match in _TITLED.finditer(text)))
    for match in candidates.patterns()[0].finditer(text):
        if left < 0:
            stopped = match.start()
            break
        run = match.group()
        if " " not in run and len(run) <= _REMEMBERED:
            plan = candidates.plan(run)
            if not plan.cuts:  # as of most words that begin sentences
                if plan.reserve:
                    found.reserve.setdefault(run, []).append(match.start())
                continue
        elif len(run) > _REMEMBERED:
            if max(map(len, run.split())) > _WORD:
                continue
            plan = candidates.plan.__wrapped__(run)
            left -= len(run) * _LONG
        else:
            plan = candidates.plan(run)
        left -= len(run) // 2 if " " in run else 0
        cuts = _cuts_at(text, match, plan, titled) if plan.cuts or plan.of_person else ()
        if cuts:
            left -= _add_places(found, match.start(), cuts)
        elif plan.reserve:
            found.reserve.setdefault(run, []).append(match.start())
    _cut_strangers(text, found.full)
    _cut_seats(text, found.full)
    return found._replace(stopped=stopped)


def _cuts_at(text: str, run: re.Match[str], plan: Plan, titled: Callable[[], Beginnings]) -> tuple[Cut, ...]:
    """Return the cuts of a run where it stands; none within an address."""
    cuts = plan.of_person if plan.of_person and _speaks_of_person(text, run, titled) else plan.cuts
    if not cuts:
        return cuts
    base = run.start()
    if text.startswith("@", run.end()):  # a mailbox
        return ()
    if text.startswith(_BROKEN_OFF, run.end()):  # "President Ha- — President Hale"
        cuts = tuple(cut for cut in cuts if base + cut.end < run.end())
    before = text[base - 1 : base]
    if before in _JOINTS and (_in_address(text, base) or _is_cut_off(text, run, before)):
        return ()
    return candidates.cuts(run.group(), True) if plan.within and _is_no_first_name(text, run) else cuts


def _is_cut_off(text: str, run: re.Match[str], before: str) -> bool:
    """Return whether a letter with which a run begins ends a word before it: "Reef-U.S. Steel", "a 4-H Council"."""
    letter, at = run.group().partition(" ")[0].rstrip("."), run.start()
    return len(letter) == 1 and at > 1 and ((before == "." and text[at - 2].isupper()) or text[at - 2].isdecimal())


def _add_places(found: Spellings, base: int, cuts: tuple[Cut, ...]) -> int:
    """Add the cuts of a run that starts at `base` to the spellings, and return how much work that was."""
    work, made = 0, partial(tuple.__new__, Candidate)
    for cut in cuts:
        tokens = cut.tokens
        candidate = made((base + cut.start, base + cut.end, base, cut))
        known = found.full.get(tokens) if len(tokens) > 1 else found.single.get(tokens[0])
        if known is not None:
            known.places.append(candidate)
            work += _AGAIN
            continue
        work += _NEW
        if len(tokens) > 1:
            found.full[tokens] = Spelling(tokens, [candidate])
        else:
            found.single[tokens[0]] = Spelling(tokens, [candidate])
    return work


def _cut_strangers(text: str, full: dict[Tokens, Spelling]) -> None:
    """Cut strange words off a name where the rest stands elsewhere as a name: "Holcim Rubicon Ana Quintero"."""
    for tokens in [t for t in full if len(t) > 2 and t[1:] in full]:
        if people_lexicon.word(tokens[0]).signs & kinds.GIVEN or len(tokens[0]) < 3:
            continue
        rest = tokens[1:]
        while rest not in full:  # it has lost its own first word by now
            rest = rest[1:]
        _move(text, full, tokens, rest, full[tokens].places)


def _move(text: str, full: dict[Tokens, Spelling], tokens: Tokens, rest: Tokens, moved: list[Candidate]) -> None:
    """Let places of a name stand for the `rest` of its words alone, all but those whose words are not as written."""
    gone = set()
    for place in moved:
        words = candidates.tokens_in(text[place.start : place.end])
        at = len(tokens) - len(rest)
        if len(words) > at and words[at].text == rest[0]:
            cut = place.cut._replace(tokens=rest, before=())
            candidate = Candidate(place.start + words[at].start, place.end, place.base, cut)
            full.setdefault(rest, Spelling(rest, [])).places.append(candidate)
            gone.add(place.start)
    kept = [place for place in full[tokens].places if place.start not in gone]
    if kept:
        full[tokens] = Spelling(tokens, kept)
    else:
        del full[tokens]


def _speaks_of_person(text: str, run: re.Match[str], titled: Callable[[], Beginnings]) -> bool:
    """Say whether what follows a run, or the text elsewhere, takes its last word for the name of a person."""
    last = run.group().rpartition(" ")[2]
    last = last[:-2] if last.endswith(("'s", "’s")) else last
    cut = Cut(0, run.end() - run.start(), (run.group(),), (), (), False)
    after = context_features.right(text, Candidate(run.start(), run.end(), run.start(), cut))
    kind, signs = people_lexicon.word(last)
    speaks = ">speech" in after and (kind not in _SPEAKING or signs & kinds.SURNAME)  # banks say things too
    if speaks or ">who" in after or ">age" in after:
        return True
    if ">, role" in after and (role := _ROLE.match(text, run.end())) and role[1] in context_features.relations():
        return True
    return titled().any_with(last)


def _cut_seats(text: str, full: dict[Tokens, Spelling]) -> None:
    """Cut off what somebody sits for or has an office of, where the name follows it: "the member for Torbay Ann Hale".

    Of a firm as well, and of a country that is a given name too:
    "CEO of Zvordak Ann Hale", "Ambassador to Israel Ann Hale".
    """
    for tokens in [t for t in full if len(t) > 2]:
        known = [people_lexicon.word(token) for token in tokens[:3]]
        named = known[0].kind != kinds.BOTH and known[0].signs & (kinds.GIVEN | kinds.SURNAME)
        if named or not known[1].signs & kinds.GIVEN or known[2].kind not in kinds.NAMEABLE:
            continue
        seats = [p for p in full[tokens].places if _is_behind_office(text, p.start)]
        if seats:
            _move(text, full, tokens, tokens[1:], seats)


def _is_behind_office(text: str, at: int) -> bool:
    """Return whether what stands before a place is an office and a small word: "member for", "CEO of"."""
    office = _SEAT.search(text, max(0, at - _OFFICE), at)
    if office is None:
        return False
    word = office[1].title() if office[1].islower() else office[1]
    return people_lexicon.word(word).kind == kinds.TITLE or office[1].lower() in people_lexicon.words_of("position")


def _in_address(text: str, at: int) -> bool:
    """Say whether a place in a text is within the address of a page or a mailbox."""
    reach = max(0, at - 200)
    chunk = text[max(reach, text.rfind(" ", reach, at), text.rfind("\n", reach, at)) : at]
    return "://" in chunk or "www." in chunk or "mailto:" in chunk or "@" in chunk


def _is_no_first_name(text: str, run: re.Match[str]) -> bool:
    """Say whether the first word of a run is no given name, by what stands before it: "in April Jones said"."""
    first, start = run.group().partition(" ")[0], run.start()
    before = text[max(0, start - 24) : start].rstrip("-‑ \n\t").split()[-3:] or [""]
    if first in people_lexicon.words_of("month-and-name"):
        return _is_month(before)
    if first in people_lexicon.words_of("title-and-name"):
        return before[-1] in people_lexicon.words_of("before-title")
    if first == "Will" and (end := _SENTENCE_END.search(text, run.end(), run.end() + 300)):
        return _opens(text, start) and end[0] == "?"
    return _opens(text, start)


def _is_month(before: list[str]) -> bool:
    """Say whether the words before a month make it one: a day, "in", "March and"."""
    last = before[-1]
    if last[:1].isdecimal() or last in people_lexicon.words_of("before-month"):
        return True
    joined = last in ("and", "or", "to", "of", "–", "/") or last.endswith(",")
    other = (last.rstrip(",") if last.endswith(",") else before[-2] if len(before) > 1 else "").rstrip(",")
    return joined and (other[:1].isdecimal() or other in people_lexicon.words_of("time"))


def _opens(text: str, start: int) -> bool:
    """Say whether a sentence or line starts here."""
    before = text[max(0, start - 2) : start].strip()
    return not before or not (before[0].isalnum() or before[0] in ",;:")
