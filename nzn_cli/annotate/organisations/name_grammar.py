"""How a run of capitalised words is read: which stretches of it name a body, an agreement, a law … by their heads.

A name ends with its head ("Food and Drug Administration") or begins with it ("Ministry of Health"). Knows words, not
the text around the run: what of the rest is a name is decided by context elsewhere.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from nzn_cli.annotate.organisations.name_beginnings import begin_before_head, begin_without_country
from nzn_cli.annotate.organisations.name_breaks import (
    NUMBER,
    bare,
    is_doing,
    is_possessor,
    known_at,
    stretch_end,
)
from nzn_cli.annotate.organisations.name_ends import (
    ACRONYM,
    LATIN,
    atom_end,
    end_behind_head,
    end_with_number,
    fused_end,
    goes_on_beside,
    is_of_office,
    kind_of_head,
    last_head,
    named_kind,
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
            if known and end <= stop and not self._goes_on(known.plain, end, stop):
                self._add(at, end, known.kind, "known?" if known.plain else "known")
                at = end
            else:
                at = self._name(at, stop)

    def _owned_from(self, at: int, stop: int) -> int:
        """Return where to go on where words only say whose a well-known name is: "Costa Rican Red Cross"."""
        if known_at(self._words, at):
            return at
        for place in range(at + 1, min(at + 3, stop)):
            end = self._known_end(place, stop)
            if not self._words[place].join and end:
                return self._owned(at, place, end)
        return at

    def _known_end(self, at: int, stop: int) -> int:
        """Return where a well-known name that begins with word `at` ends, 0 where none does."""
        known = known_at(self._words, at)
        end = at + known.size if known and not known.plain else stop + 1
        return 0 if end > stop or self._goes_on_to_head(end, stop) else end

    def _owned(self, at: int, place: int, end: int) -> int:
        """Read the name from `place` to `end` with its owner before it; return where to go on."""
        owner = [bare(word.text) for word in self._words[at:place]]
        country = country_named(" ".join(owner)) is not None
        short = owner[-1] in heads_of("states-short")
        if short or kind_of(owner[-1]) == kinds.DEMONYM:
            if self._is_of_state(place, end):
                if country:
                    return place
            elif short or end - place == 1 or self._is_own(place, end):
                return place  # "Iraqi Twitter" is Twitter
        elif not country or self._is_of_state(place, end):
            return at
        known = known_at(self._words, place)
        self._add(at, end, known.kind if known else "", "known")
        return end

    def _is_own(self, begin: int, end: int) -> bool:
        """Say whether a name has no plain word, so that it is of one body: "Tren de Aragua"."""
        listed = [bare(word.text) for word in self._words[begin:end]]
        return not any(is_common(word) or word in heads() or kind_of(word) == kinds.DEMONYM for word in listed)

    def _is_of_state(self, begin: int, end: int) -> bool:
        return all(bare(word.text) in heads_of("state") for word in self._words[begin:end])

    def _goes_on(self, plain: bool, end: int, stop: int) -> bool:
        """Say whether a known name is but the beginning of another: "National" of "National Ports and Lights Board"."""
        if not plain and end < stop and self._words[end].join in ("for", "for the") and end > 1:
            last = bare(self._words[end - 1].text)
            return last in ("Trust", "Bank", "Council") and is_common(self._words[end].text)
        beside = plain and end < stop and not self._words[end].join and not is_possessor(self._words[end - 1].text)
        return beside or self._goes_on_to_head(end, stop) or self._is_of_land(end, stop)

    def _is_of_land(self, end: int, stop: int) -> bool:
        """Say whether a well-known name is but the beginning of a place's: "Fairfax County", "Amazon River"."""
        if end >= stop or self._words[end].join or is_possessor(self._words[end - 1].text):
            return False
        return kind_of(bare(self._words[end].text)) == kinds.GEOGRAPHY

    def _goes_on_to_head(self, end: int, stop: int) -> bool:
        """Say whether a known name is but the beginning of another: "Nike Foundation"."""
        if end >= stop or self._words[end].join or is_possessor(self._words[end - 1].text):
            return False
        head = last_head(self._words, end, atom_end(self._words, end, stop))
        return head is not None and heads()[bare(self._words[head].text)] != "other"

    def _name(self, at: int, stop: int) -> int:
        """Read a name that begins with word `at`, or note the rest; return where what was read ends."""
        words = self._words
        atom = atom_end(self._words, at, stop)
        if words[at].text == "The" and at + 1 < atom:
            at += 1  # "The National", a newspaper, is but the beginning of another name
        if (opened := self._opened(at, atom)) is not None:
            return opened
        found = last_head(self._words, at, atom)
        if found is None:
            return self._without_head(at, atom, stop)
        head = found
        if heads()[bare(words[head].text)] == "other":
            return self._rest(head + 1, atom) if head + 1 < atom else self._skip_of(atom, stop)
        begin, end = begin_before_head(self._words, at, head, self._is_free), head + 1
        topic = end == atom and bare(words[head].text) in heads_of("topic")
        law = (
            topic and head > begin and heads()[bare(words[head].text)] == "law"
        )  # "Harbour Law and Wharves Act" are two
        fused = fused_end(self._words, end, stop) if topic and not law else 0
        if fused:
            end, head = fused, fused - 1
        if end == atom_end(self._words, head, stop):
            end = end_behind_head(self._words, begin, head, end, stop)
        elif goes_on_beside(words, begin, head):
            end = atom
        return self._add_headed(begin, head, end, stop)

    def _add_headed(self, begin: int, head: int, end: int, stop: int) -> int:
        """Note a name with its head, or a bare head; return where it ends."""
        kind = heads()[bare(self._words[head].text)]
        if end - begin == 1:
            self._add(begin, end, kind_of_head(kind), "bare")
            return end
        scoped = head - begin > 1 and self._words[begin].text in heads_of("scope")
        office = not scoped and is_of_office(self._words, head, end)  # "National Coast Service Director" is the body's
        named = end - 1 > head or (self._is_named(begin, head) and not office)
        end = end_with_number(self._words, end, stop, kind)
        if named:
            begin = begin_without_country(self._words, self._with_known(begin), head, end)
            self._add(
                begin, end, named_kind(self._words, begin, head, end, kind), "head" if head > begin else "initial"
            )
        else:
            self._add(begin, end, kind_of_head(kind), "vague")
        return max(end, head + 1)

    def _with_known(self, begin: int) -> int:
        """Return where a name begins whose first word is a well-known body's: "NATO Roads and Harbours Agency"."""
        last = self._found[-1] if self._found else None
        if last is None or last.rule != "known" or last.kind != "organisation" or self._words[begin].join:
            return begin
        if last.end + 1 != self._words[begin].start:
            return begin
        self._found.pop()
        while begin and self._words[begin - 1].start >= last.start:
            begin -= 1
        return begin

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
            return not is_common(before[-1]) and not is_place(before[-1])
        if text in heads_of("vague"):
            return not plain or (text in heads_of("ranked") and before[0] in heads_of("rank"))
        return True

    def _is_free(self, at: int) -> bool:
        """Say whether no name that was found holds a word, and give up a rest that does."""
        start = self._words[at].start
        while self._found and self._found[-1].end > start:
            found = self._found[-1]
            field = found.rule == "known" and self._run[found.start : found.end] in (
                "Homeland Security",
                "Social Security",
            )
            field = field or (
                found.rule == "bare" and heads()[self._run[found.start : found.end]] in ("company", "press")
            )
            if found.rule not in ("rest", "acronym", "vague", "known?") and not field:
                return False
            self._found.pop()
        return True

    # ---- what has no head ----

    def _without_head(self, at: int, atom: int, stop: int) -> int:
        words = self._words
        first = words[at].text
        plain = atom - at > 1 and is_common(first) and is_common(words[at + 1].text)  # "Real Estate"
        if (
            first in heads_of("foreign")
            and not plain
            and (atom - at > 1 or (atom < stop and words[atom].join in LATIN))
        ):
            end = atom
            while end < stop and words[end].join in LATIN:
                end = atom_end(self._words, end, stop)
            self._add(at, end, "organisation", "foreign")
            return end
        return self._rest(at, atom)

    def _rest(self, at: int, atom: int) -> int:
        """Note words of which only context tells what they name, acronyms apart."""
        begin = at
        for place in range(at, atom):
            if ACRONYM.match(self._words[place].text.removesuffix("'s").removesuffix("’s")):
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
            following = atom_end(self._words, atom, stop)
            if last_head(self._words, atom, following) is not None or known_at(self._words, atom):
                return atom
            atom = following
        return atom

    def _add(self, begin: int, end: int, kind: str, rule: str) -> None:
        last = self._words[end - 1]
        stop = last.start + len(bare(last.text))
        self._found.append(NameSpan(self._words[begin].start, stop, kind, rule))
