"""The words of a run of capitalised words, and what each is beside its neighbours. Knows no rules of names."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.people_lexicon import Word

ALWAYS = frozenset((kinds.KNOWN, kinds.UNKNOWN, kinds.AMBIGUOUS, kinds.BOTH))
BEFORE_A_NAME = ALWAYS - {kinds.BOTH} | {kinds.INITIAL, kinds.PARTICLE}
_SYLLABLE = 5  # letters
TITLED = frozenset((kinds.TITLE, kinds.HONORIFIC))


class Token(NamedTuple):
    """A word of a run; offsets count from the start of the run."""

    text: str
    start: int
    end: int
    word: Word


made = partial(tuple.__new__, Token)  # a third of the time of `_make`

_NONE = Word("", 0)
_NOTHING = Token("", 0, 0, _NONE)


class Position(NamedTuple):
    """A word of a run where it stands; `before` and `following` are empty at the ends of the run."""

    tokens: list[Token]
    i: int
    text: str
    kind: str
    signs: int
    before: Token
    following: Word
    opens: bool  # a sentence starts with the run
    of_person: bool  # what stands around the run speaks of a person

    def is_last(self) -> bool:
        """Return whether the run ends with the word."""
        return self.i + 1 == len(self.tokens)

    def is_before_name(self) -> bool:
        """Return whether what follows is a word of names."""
        return self.following.kind in BEFORE_A_NAME

    def is_after_given(self) -> bool:
        """Return whether a given name or an initial stands before the word."""
        word = self.before.word
        return word.signs & kinds.GIVEN > 0 or word.kind == kinds.INITIAL

    def second_before(self) -> Token:
        """Return the word before the one before."""
        return self.tokens[self.i - 2] if self.i > 1 else _NOTHING

    def is_in(self, name: str) -> bool:
        """Return whether the word is of a class of `words.txt`."""
        return self.text in people_lexicon.words_of(name)


_position = partial(tuple.__new__, Position)


def position(tokens: list[Token], i: int, opens: bool = False, of_person: bool = False) -> Position:
    """Return word i of a run where it stands."""
    text, _, _, (kind, signs) = tokens[i]
    before = tokens[i - 1] if i else _NOTHING
    following = tokens[i + 1].word if i + 1 < len(tokens) else _NONE
    return _position((tokens, i, text, kind, signs, before, following, opens, of_person))


def is_middle_initial(p: Position) -> bool:
    """Return whether "A." or "I." is an initial: not in "Plan A. The", "I. Survey", "Who? A. Ann Hale"."""
    if not p.following.signs & kinds.SURNAME:
        return False
    return p.i + 2 == len(p.tokens) or p.tokens[p.i + 2].word.kind not in ALWAYS


def is_place_before_name(p: Position) -> bool:
    """Return whether a word is a place that only stands before a name: "in Thimphu Karma Dorji said"."""
    if p.i + 2 >= len(p.tokens) or not p.signs & kinds.PLACE:
        return False
    family = p.tokens[p.i + 2].word.signs
    return bool(p.following.signs & kinds.GIVEN and family & (kinds.GIVEN | kinds.SURNAME))


def is_excellency(p: Position) -> bool:
    """Return whether an initial belongs to "H E", His or Her Excellency."""
    around = "".join([t.text for t in p.tokens[max(0, p.i - 1) : p.i + 2]])
    return (p.text == "H" and around.endswith("HE")) or (p.text == "E" and around.startswith("HE"))


def is_asian_surname(p: Position) -> bool:
    """Return whether a short word is a surname, by the given name after it: "So Wing-yan", "He Jiaming"."""
    if p.is_last():
        return False
    second = p.tokens[p.i + 1].text
    known = p.following.kind != kinds.UNKNOWN or len(second) < 6
    return people_lexicon.family_first(p.text, second) and ("-" in second or not known)


def is_verb_of(p: Position) -> bool:
    """Return whether a word is what the bearer of a title does: "Professor Gives Lecture", not "Mr Gives"."""
    common, base = people_lexicon.lists().common, p.text.lower().removesuffix("s")
    if p.before.text.rstrip(".") in people_lexicon.words_of("courtesy") or base == p.text.lower() or base not in common:
        return False
    return base + "ing" in common or base.removesuffix("e") + "ing" in common


def is_surname_too(p: Position) -> bool:
    """Return whether a word that is something else is as much a surname: "Dean", "King", not "Vice-Chancellor"."""
    if not p.signs & kinds.SURNAME:
        return False
    if p.kind != kinds.TITLE or p.is_in("rank-opening"):
        return True
    return p.signs & (kinds.GIVEN | kinds.FREQUENT) > 0 and not p.signs & kinds.HYPHEN


def is_word_and_last_name(p: Position) -> bool:
    """Return whether a word is a given name by the surname that alone follows it: "April Jones", not "May Ann Hale".

    An initial may stand between: "Earl D. Jones".
    """
    if p.following.kind == kinds.INITIAL:
        return p.i + 3 == len(p.tokens) and p.tokens[p.i + 2].word.kind in ALWAYS
    usual = p.following.kind == kinds.KNOWN or p.following.signs & kinds.FREQUENT > 0
    if not usual or p.following.kind not in ALWAYS or not p.following.signs & kinds.SURNAME:
        return False
    return p.i + 2 == len(p.tokens) or p.tokens[p.i + 2].word.kind not in kinds.NAMEABLE


def is_after_initial_and_surname(p: Position) -> bool:
    """Return whether an initial begins another name: in a list without commas, "J. Smythe A. Hale"."""
    before, second = p.before.word, p.second_before()
    if p.i != 2 or second.word.kind != kinds.INITIAL or not p.is_before_name():
        return False
    return before.signs & kinds.SURNAME > 0 and not before.signs & kinds.GIVEN


def is_behind_middle_initial(p: Position) -> bool:
    """Return whether a word that is usually no name ends one with a middle initial: "Ann K. Winter", "Ann B. Pipe"."""
    if (
        p.before.word.kind != kinds.INITIAL
        or "." not in p.before.text
        or not p.second_before().word.signs & kinds.GIVEN
    ):
        return False
    firm = p.kind in (kinds.ORGANISATION, kinds.DEMONYM) and not p.signs & kinds.LOWER  # "Ann K. Bloomberg"
    return p.is_last() and (firm or p.kind == kinds.COMMON or p.signs & kinds.SURNAME > 0)


def is_within_full_name(p: Position) -> bool:
    """Return whether a word that is usually no name stands between two that are: "Ann Young Hale", "Gert Jan Hale"."""
    if not (p.is_in("name-within") or p.text == "Jan") or not p.signs & kinds.EITHER or p.i + 2 != len(p.tokens):
        return False
    before = p.before.word
    return before.kind == kinds.KNOWN and before.signs & kinds.GIVEN > 0 and p.following.kind in ALWAYS


def is_side_of_town(p: Position) -> bool:
    """Return whether a word tells a part of the town before it: "London West"."""
    if p.i != 1 or not p.is_last() or not p.is_in("compass"):
        return False
    return p.before.word.kind == kinds.BOTH or p.before.word.signs & (kinds.PLACE | kinds.GIVEN) == kinds.PLACE


def is_third_syllable(p: Position) -> bool:
    """Return whether a word that is a common one too ends a Chinese name of three: "Teo Ho Pin"."""
    if p.i != 3 or not p.is_last() or p.tokens[0].word.kind != kinds.HONORIFIC:
        return False
    short = all(len(token.text) <= _SYLLABLE and "." not in token.text for token in p.tokens[1:])
    return short and people_lexicon.word(p.before.text).signs & kinds.FREQUENT > 0


def is_only_given_before(p: Position) -> bool:
    """Return whether one given name and nothing but an office or honorific stands before the last word of a run."""
    before = p.before.word
    if not p.is_last() or before.kind != kinds.KNOWN or not before.signs & kinds.GIVEN:
        return False
    if before.signs & kinds.SURNAME and p.text.endswith(("s", "ing")) and p.second_before().word.kind == kinds.TITLE:
        return False  # a heading: "President Hale Launches"
    return p.second_before().word.kind not in kinds.NAMEABLE
