"""How a run of capitalised words is read: which stretches of it name a body, an agreement, a law … by their heads.

A name ends with its head ("Food and Drug Administration") or begins with it ("Ministry of Health"). Knows words, not
the text around the run: what of the rest is a name is decided by context elsewhere.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from nzn_cli.annotate.organisations.name_breaks import (
    NUMBER,
    YEAR,
    bare,
    is_break,
    is_doing,
    is_possessor,
    known_at,
    stretch_end,
)
from nzn_cli.annotate.organisations.name_lexicon import (
    heads,
    heads_of,
    is_common,
    is_place,
    kind_of,
)
from nzn_cli.annotate.organisations.name_runs import words_of
from nzn_cli.annotate.people import kinds
from nzn_cli.names.countries import country_named
from nzn_cli.text.wordlists import sections

_LONGEST = 14  # words of a name
_OF = frozenset(("of", "of the", "for", "for the"))
_OTHER_OF = frozenset(("on", "on the", "to", "to the", "against", "with", "in", "in the"))
_AND = frozenset(("and", "&"))
_TITLE_JOINS = frozenset(("to", "of", "for", "on", "in"))
_LATIN = frozenset(line for line in sections("organisation-heads.txt")["joins"])
_ACRONYM = re.compile(r"(?=(?:\w*[A-Z]){2})[A-Z][A-Z0-9]*(?:[&\-/][A-Z0-9]+)*(?:\.[A-Z])*\.?(?:\([A-Z]+\))?s?\Z")
_STATES = frozenset(("US", "U.S.", "UK", "U.K."))
_KINDS = frozenset(("organisation", "agreement", "law", "programme", "mission", "meeting"))


class NameSpan(NamedTuple):
    """A stretch of a run; `kind` is empty where only context can tell, `rule` says by what it was read."""

    start: int
    end: int
    kind: str
    rule: str  # head, initial, known, acronym, rest, bare


@lru_cache(maxsize=100_000)
def names_of(run: str, opens: bool) -> tuple[NameSpan, ...]:
    """Return the names of a run in order, and the rests that may be names; `opens` says that it opens a sentence."""
    return tuple(_Reader(run, opens).read())


class _Reader:
    """Reads the words of one run from the left."""

    def __init__(self, run: str, opens: bool) -> None:
        self._words = words_of(run)
        self._run = run
        self._opens = opens
        self._found: list[NameSpan] = []

    def read(self) -> list[NameSpan]:
        words, at = self._words, 0
        if self._opens and words and is_doing(words):
            at = 1
        while at < len(words):
            stop = stretch_end(words, at)
            if stop > at:
                self._chunk(at, stop)
            at = max(stop, at + 1)
        return self._found

    # ---- names within a stretch of words without breaks ----

    def _chunk(self, first: int, stop: int) -> None:
        at = first
        while at < stop:
            at = self._owned_from(at, stop)
            if at >= stop:
                return
            known = known_at(self._words, at)
            end = at + known.size if known else stop + 1
            if known and end <= stop and not self._goes_on_to_head(end, stop):
                self._add(at, end, known.kind, "known?" if known.plain else "known")
                at = end
            else:
                at = self._name(at, stop)

    def _owned_from(self, at: int, stop: int) -> int:
        """Return where a well-known name begins before which only stands whose it is: "Costa Rican Red Cross"."""
        words = self._words
        if known_at(words, at):
            return at
        for place in range(at + 1, min(at + 3, stop)):
            before = bare(words[place - 1].text)
            owner = " ".join(bare(word.text) for word in words[at:place])
            possessive = kind_of(before) == kinds.DEMONYM or before in _STATES
            if words[place].join or not (possessive or country_named(owner)):
                continue
            known = known_at(words, place)
            end = place + known.size if known and not known.plain else stop + 1
            if end > stop or self._goes_on_to_head(end, stop):
                continue
            if before in _STATES or all(bare(word.text) in heads_of("state") for word in words[place:end]):
                return place if possessive and country_named(owner) else at
            if known:
                self._add(at, end, known.kind, "known")
                return end
        return at

    def _goes_on_to_head(self, end: int, stop: int) -> bool:
        """Say whether a known name is but the beginning of another: "Nike Foundation"."""
        if end >= stop or self._words[end].join or is_possessor(self._words[end - 1].text):
            return False
        head = self._last_head(end, self._atom_end(end, stop))
        return head is not None and heads()[bare(self._words[head].text)] != "other"

    def _name(self, at: int, stop: int) -> int:
        """Read a name that begins with word `at`, or note the rest; return where what was read ends."""
        words = self._words
        atom = self._atom_end(at, stop)
        if words[at].text == "The" and at + 1 < atom:
            at += 1  # "The National", a newspaper, is but the beginning of another name
        if (opened := self._opened(at, atom)) is not None:
            return opened
        found = self._last_head(at, atom)
        if found is None:
            return self._without_head(at, atom, stop)
        head = found
        if heads()[bare(words[head].text)] == "other":
            return self._rest(head + 1, atom) if head + 1 < atom else self._skip_of(atom, stop)
        begin, end = self._left(at, head), head + 1
        fused = self._fused(end, stop) if end == atom and bare(words[head].text) in heads_of("topic") else 0
        if fused:
            end, head = fused, fused - 1
        text = bare(words[head].text)
        if end == self._atom_end(head, stop):
            end = self._right(begin, head, end, stop)
        elif begin == head and _is_initial(text) and is_place(bare(words[end].text)):
            end = atom  # "Team New Zealand"
        return self._add_headed(begin, head, end, stop)

    def _add_headed(self, begin: int, head: int, end: int, stop: int) -> int:
        """Note a name with its head, or a bare head; return where it ends."""
        kind = heads()[bare(self._words[head].text)]
        if end - begin == 1:
            self._add(begin, end, _kind_of_head(kind), "bare")
            return end
        named = end - 1 > head or self._is_named(begin, head)
        end = self._numbered(end, stop, kind)
        if named:
            begin = self._without_country(begin, head, end)
            self._add(begin, end, self._kind(begin, head, kind), "head" if head > begin else "initial")
        else:
            self._add(begin, end, _kind_of_head(kind), "vague")
        return max(end, head + 1)

    def _opened(self, at: int, atom: int) -> int | None:
        """Read a name that its first word tells of: "Operation Restore Hope", "Radio New Zealand"."""
        words = self._words
        if words[at].text == "Operation" and atom - at > 1:
            self._add(at, atom, "mission", "initial")
            return atom
        placed = any(is_place(bare(each.text)) for each in words[at + 1 : atom])
        if placed and words[at].text in ("Radio", "Television"):
            self._add(at, atom, "organisation", "initial")
            return atom
        return None

    def _is_named(self, begin: int, head: int) -> bool:
        """Say whether the words before a head make a name of it: not in "Health Insurance", "Biden Administration"."""
        words = self._words
        text, before = bare(words[head].text), [bare(word.text) for word in words[begin:head]]
        plain = all(is_common(word) and not is_place(word) for word in before)
        if text == "Administration":
            return plain or len(before) > 1
        if text == "Government":
            return any(is_place(word) or word in heads_of("government") for word in before)
        if text in heads_of("soft"):
            return any(not is_common(word) and not is_place(word) for word in before)
        if text in heads_of("vague"):
            return not plain or (text in heads_of("ranked") and before[0] in heads_of("rank"))
        return True

    def _fused(self, at: int, stop: int) -> int:
        """Return where a name ends that goes on over "and": "Oil and Gas Corporation"; 0 where it does not."""
        words = self._words
        if at >= stop or words[at].join not in _AND or is_possessor(words[at - 1].text):
            return 0
        atom = self._atom_end(at, stop)
        head = self._last_head(at, atom)
        plain = head == atom - 1 > at and heads()[bare(words[atom - 1].text)] != "other"
        return atom if plain and is_common(words[at].text) and words[atom - 1].text in heads_of("compound") else 0

    def _atom_end(self, at: int, stop: int) -> int:
        """Return where the words that nothing joins to others end."""
        end = at + 1
        while end < stop and self._words[end].join in ("", "&") and not is_possessor(self._words[end - 1].text):
            end += 1
        return end

    def _last_head(self, at: int, atom: int) -> int | None:
        for place in range(atom - 1, at - 1, -1):
            if bare(self._words[place].text) in heads() and (place + 1 == atom or not self._is_within(place, atom)):
                return place
        return None

    def _is_within(self, place: int, atom: int) -> bool:
        """Say whether a head goes on into a name: "World Bank Group" is read from its last head."""
        return heads()[bare(self._words[place].text)] in ("other", "press")

    def _left(self, at: int, head: int) -> int:
        """Return where a name that ends with a head begins, with what "and" joins to it on the left."""
        begin = at
        words = self._words
        while begin < head and self._is_loose(begin, head):
            begin += 1
        at = begin
        if begin == at and at and bare(words[head].text) in heads_of("titled"):
            begin = self._title_from(at)
        if begin == at and at and words[at].join in _AND and words[head].text in heads_of("compound") and head > at:
            before = at - 1
            while before > 0 and not words[before].join and self._joins_left(before - 1, words[at].join):
                before -= 1
            if self._joins_left(before, words[at].join) and self._is_free(before):
                begin = before
        return begin

    def _title_from(self, at: int) -> int:
        """Return where the title of a law begins that small words hold together: "Freedom to Vote Act"."""
        words, begin = self._words, at
        while begin and words[begin].join in _TITLE_JOINS:
            before = begin - 1
            while before and not words[before].join and self._is_of_law(before - 1):
                before -= 1
            if not self._is_of_law(before) or known_at(words, before) or not self._is_free(before):
                break
            begin = before
        return begin

    def _is_of_law(self, at: int) -> bool:
        """Say whether a word may stand in the title of a law: a plain word that names no body."""
        word = bare(self._words[at].text)
        plain = is_common(word) and not is_place(word) and heads().get(word, "other") == "other"
        return plain and not is_break(self._words, at) and not is_possessor(self._words[at].text)

    def _without_country(self, begin: int, head: int, end: int) -> int:
        """Return where the name of a state's body begins, the state left out as possessors are: "Iranian Senate"."""
        words = self._words
        first = bare(words[begin].text)
        if begin == head or country_named(first) is None or not (kind_of(first) == kinds.DEMONYM or first in _STATES):
            return begin
        listed = [
            bare(word.text)
            for word in words[begin + 1 : (head if words[head].text in heads_of("states") else end - 1) + 1]
        ]
        return begin + 1 if all(word in heads_of("state") for word in listed) else begin

    def _joins_left(self, at: int, join: str) -> bool:
        word = bare(self._words[at].text)
        if word in heads() or is_break(self._words, at) or is_possessor(self._words[at].text):
            return False
        if join == "&" or (is_common(word) and not is_place(word)) or kind_of(word) == kinds.ORGANISATION:
            return True
        before = self._words[at - 1].text if at and not self._words[at].join else ""
        return before in ("National", "Federal", "State", "International") and not is_place(word)

    def _is_free(self, at: int) -> bool:
        """Say whether no name that was found holds a word, and give up a rest that does."""
        start = self._words[at].start
        while self._found and self._found[-1].end > start:
            if self._found[-1].rule != "rest":
                return False
            self._found.pop()
        return True

    def _is_loose(self, at: int, head: int) -> bool:
        """Say whether a word before a head is none of the name: "Former", a number."""
        word = self._words[at].text
        if at + 1 == head:
            return word in ("&", "Former", "New", "Ex") or bool(NUMBER.match(word))
        if word in _STATES or word == "NZ":  # "NZ New Zealand Herald"
            return country_named(" ".join(bare(each.text) for each in self._words[at + 1 : at + 3])) is not None
        lettered = word in heads_of("letters") and not is_place(word) and country_named(word) is None
        return lettered or bool(NUMBER.match(word))

    def _right(self, begin: int, head: int, end: int, stop: int) -> int:
        """Return where a name goes on to behind its head: "of Agriculture and Fisheries", "for Public Health"."""
        words = self._words
        text = bare(words[head].text)
        if not (_is_initial(text) or text in heads_of("foreign")) or (text in heads_of("weak") and head > begin):
            return end
        while end < stop and self._is_joined(text, end) and end - begin <= _LONGEST:
            join, atom = words[end].join, self._atom_end(end, stop)
            if self._starts_own(end, atom, join, begin, head):
                return end
            end = self._conjuncts(atom, atom, stop)
            if join not in _LATIN and not self._goes_on(text, end, stop):
                return end
        return end

    def _is_joined(self, head: str, at: int) -> bool:
        """Say whether a small word joins word `at` to a name of that head."""
        join = self._words[at].join
        joined = join in _OF or join in _LATIN or (join in _OTHER_OF and _takes(head, join))
        joined = joined or (join == "in" and head in heads_of("in") and self._is_field(at))
        return joined and not is_possessor(self._words[at - 1].text)

    def _is_field(self, at: int) -> bool:
        """Say whether word `at` begins what a body works in: "Association of Staff in Tertiary Education"."""
        atom = self._atom_end(at, len(self._words))
        words = [bare(word.text) for word in self._words[at:atom]]
        return is_common(words[-1]) and not any(is_place(word) for word in words)

    def _goes_on(self, head: str, end: int, stop: int) -> bool:
        """Say whether a second "of" belongs to the name: "Committee of Ministers of the Council of Europe" not."""
        if end < stop and self._words[end].join == "in":
            return self._is_joined(head, end)
        return end < stop and self._words[end].join in ("of", "for")

    def _starts_own(self, at: int, atom: int, join: str, begin: int, head: int) -> bool:
        """Say whether what stands behind "of" is a name of its own: "Department of Law of the University of X"."""
        words = self._words
        last = heads().get(bare(words[atom - 1].text))
        if head == begin and join in ("of", "for") and not known_at(words, at):
            return False
        if known_at(words, at) and join.endswith("the"):
            return True
        return last in _KINDS and join.endswith("the")

    def _conjuncts(self, end: int, atom: int, stop: int) -> int:
        """Return where a list of what a body is for ends: "Health and Human Services"."""
        words = self._words
        while end == atom and end < stop and words[end].join in ("and", "&", "and the"):
            following = self._atom_end(end, stop)
            if not self._is_conjunct(end, following, words[end].join):
                return end
            end = atom = following
        return end

    def _is_conjunct(self, at: int, atom: int, join: str) -> bool:
        words = self._words
        if any(_ACRONYM.match(word.text) for word in words[at:atom]) or known_at(words, at):
            return False
        listed = [bare(word.text) for word in words[at:atom]]
        if join == "and the":
            return atom - at < 3 and all(is_place(word) for word in listed)
        if any(heads().get(word) in ("organisation", "law", "agreement") for word in listed[-1:]):
            plain = listed[-1] in heads_of("conjunct")
            return plain and at < atom
        return not is_place(listed[-1]) and (is_common(listed[-1]) or kind_of(listed[-1]) == kinds.ORGANISATION)

    def _numbered(self, end: int, stop: int, kind: str) -> int:
        """Return where a law ends with its year or number: "Resource Management Act 1991"."""
        words = self._words
        if end < stop and words[end].join in ("", "of") and NUMBER.match(words[end].text):
            dated = kind in ("law", "agreement", "meeting")
            return end + (dated or (kind == "programme" and YEAR.match(words[end].text) is not None))
        return end

    def _kind(self, begin: int, head: int, kind: str) -> str:
        words = self._words
        if (
            kind == "programme"
            and words[begin].text in ("UN", "U.N.", "World", "United")
            and "rogram" in words[head].text
        ):
            return "organisation"  # World Food Programme
        if kind in ("meeting", "programme") and head > begin:
            before = " ".join(word.text for word in words[begin : head + 1])
            if words[head].text == "Forum" and not YEAR.match(words[begin].text) and "Annual" not in before:
                return "organisation"
            if before.endswith(("Football Conference", "Bishops Conference", "Bishops' Conference")):
                return "organisation"
        return _kind_of_head(kind)

    # ---- what has no head ----

    def _without_head(self, at: int, atom: int, stop: int) -> int:
        words = self._words
        first = words[at].text
        if first in heads_of("foreign") and (atom - at > 1 or (atom < stop and words[atom].join in _LATIN)):
            end = atom
            while end < stop and words[end].join in _LATIN:
                end = self._atom_end(end, stop)
            self._add(at, end, "organisation", "foreign")
            return end
        return self._rest(at, atom)

    def _rest(self, at: int, atom: int) -> int:
        """Note words of which only context tells what they name, acronyms apart."""
        begin = at
        for place in range(at, atom):
            if _ACRONYM.match(self._words[place].text.removesuffix("'s").removesuffix("’s")):
                if place > begin:
                    self._add_rest(begin, place)
                self._add(place, place + 1, "", "acronym")
                begin = place + 1
        if begin < atom:
            self._add_rest(begin, atom)
        return atom

    def _add_rest(self, begin: int, end: int) -> None:
        while begin < end and NUMBER.match(self._words[begin].text):
            begin += 1
        if begin < end and not self._is_of_title(end):
            self._add(begin, end, "", "rest")

    def _is_of_title(self, end: int) -> bool:
        """Say whether words only say of what a title is: "Australian Defence Minister"."""
        words = self._words
        titled = end < len(words) and not words[end].join and kind_of(bare(words[end].text)) == kinds.TITLE
        return titled and is_common(bare(words[end - 1].text))

    def _skip_of(self, atom: int, stop: int) -> int:
        """Leave out what "of" joins to a name of something else: "Festival of Lights"."""
        while atom < stop and self._words[atom].join in ("of",):
            following = self._atom_end(atom, stop)
            if self._last_head(atom, following) is not None or known_at(self._words, atom):
                return atom
            atom = following
        return atom

    def _add(self, begin: int, end: int, kind: str, rule: str) -> None:
        last = self._words[end - 1]
        stop = last.start + len(bare(last.text))
        self._found.append(NameSpan(self._words[begin].start, stop, kind, rule))


def _is_initial(text: str) -> bool:
    return text in heads_of("initial")


def _takes(head: str, join: str) -> bool:
    """Say whether a head goes on with a small word: "Committee on", "Friends to" not."""
    return head in heads_of("on" if join.startswith("on") else "to")


def _kind_of_head(kind: str) -> str:
    return "organisation" if kind in ("company", "press") else kind
