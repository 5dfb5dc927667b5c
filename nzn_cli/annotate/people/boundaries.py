"""May a capitalised word be part of a name, by its kind and by the words beside it? Knows runs, not documents."""

from __future__ import annotations

from typing import NamedTuple

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.people_lexicon import Word

_NONE = Word("", 0)
ALWAYS = frozenset((kinds.KNOWN, kinds.UNKNOWN, kinds.AMBIGUOUS, kinds.BOTH))
_BEFORE_A_NAME = ALWAYS - {kinds.BOTH} | {kinds.INITIAL, kinds.PARTICLE}
_AFTER_HONORIFIC = frozenset((kinds.COMMON, kinds.LEAD, kinds.TIME, kinds.DEMONYM))
_COURTESY = frozenset(("Mr", "Mrs", "Ms", "Miss", "Mx", "Mr.", "Mrs.", "Ms."))
_SURNAME_UNAWARES = frozenset((kinds.COMMON,))  # "Rodney Hide", "Jack Straw"
_WORD_AND_SURNAME = frozenset((kinds.LEAD, kinds.ORGANISATION, kinds.GEOGRAPHY, kinds.TIME))
# titles of those after whom streets and schools are called
_ON_SIGNS = frozenset(
    ("King", "Queen", "Prince", "Princess", "Lord", "Lady", "President", "Pope", "Saint", "St", "Emperor", "Captain")
)
_SAINTS = frozenset(("San", "Santa", "Santo", "São", "Sao", "Saint", "St.", "St", "Los", "Las"))
_OF_PLACES = _SAINTS | {"Mt", "Mt.", "Mount", "Lake"}


class Token(NamedTuple):
    """A word of a run; offsets count from the start of the run."""

    text: str
    start: int
    end: int
    word: Word


made = Token._make


def may_start(tokens: list[Token], i: int, opening: bool) -> bool:
    """Say whether a name may start with word i; `opening` says that a sentence starts with the run."""
    token = tokens[i]
    kind, signs = token.word
    if kind in ALWAYS:
        return not (_place_before(tokens, i) or _of_saint(tokens, i) or _is_law(tokens, i))
    following = tokens[i + 1].word if i + 1 < len(tokens) else _NONE
    before = tokens[i - 1].word if i else _NONE
    name_after = following.kind in _BEFORE_A_NAME
    if kind == kinds.INITIAL:
        return not _excellency(tokens, i) and (token.text not in ("A.", "I.") or _is_initial(tokens, i))
    if kind == kinds.PARTICLE:
        return name_after and token.text != "te"
    if kind == kinds.ACRONYM:
        return name_after and _capitals_may_start(token)
    if name_after and token.text in people_lexicon.words_of("name-within"):
        strange = following.kind == kinds.UNKNOWN and token.text in ("Will", "Said")
        return not (opening and i == 0) and (strange or following.signs & kinds.SURNAME > 0)
    if before.kind == kinds.HONORIFIC and kind in _AFTER_HONORIFIC:
        pageant = tokens[i - 1].text == "Miss" and kind == kinds.COMMON  # "Miss Universe"
        return (kind == kinds.COMMON and not pageant and not _does(tokens, i)) or signs & kinds.EITHER > 0
    if kind == kinds.LEAD:
        return i + 1 < len(tokens) and _asian(token.text, tokens[i + 1])
    if kind == kinds.TIME:
        surname_after = following.kind == kinds.KNOWN and not following.signs & kinds.GIVEN
        return surname_after and token.text in people_lexicon.words_of("month-and-name")
    if not _name_too(token) or token.text in _SAINTS:
        return False
    return following.signs & kinds.HYPHEN > 0 or (not following.kind and _called_by_surname(tokens, i))


def _is_initial(tokens: list[Token], i: int) -> bool:
    """Say whether "A." or "I." starts a name: not in "Plan A. The", "I. Survey", "Who? A. Ann Hale"."""
    if i + 1 == len(tokens) or not tokens[i + 1].word.signs & kinds.SURNAME:
        return False
    return i + 2 == len(tokens) or tokens[i + 2].word.kind not in ALWAYS


def _called_by_surname(tokens: list[Token], i: int) -> bool:
    """Say whether what stands before a word is followed by a family name alone: "Mr Park", "Rep. Park"."""
    before = tokens[i - 1] if i else None
    if before is None or before.word.kind == kinds.HONORIFIC:
        return before is not None
    usual = tokens[i].word.signs & kinds.FREQUENT and tokens[i].word.kind in (kinds.GEOGRAPHY, kinds.TIME)
    return usual > 0 and before.word.kind == kinds.TITLE and before.text.rstrip(".") in people_lexicon.words_of("rank")


def may_go_on(tokens: list[Token], i: int, told: bool = False) -> bool:
    """Say whether a name that is under way may go on with word i; `told` says that the run is known to be a name."""
    token, before = tokens[i], tokens[i - 1]
    kind, signs = token.word
    if kind in _WORD_AND_SURNAME and i + 1 == len(tokens) and ends_as_surname(tokens, told):
        return True
    if kind in ALWAYS or kind == kinds.GENERATION:
        return True
    if kind == kinds.INITIAL:
        known = token.text not in ("A.", "I.") or before.word.kind != kinds.UNKNOWN or i > 1
        return (known or _is_initial(tokens, i)) and not _excellency(tokens, i)  # not in "Vitamin A. Ann Hale"
    if kind == kinds.PARTICLE:
        return token.text != "te" or before.word.signs & kinds.GIVEN > 0
    if people_lexicon.is_chinese(before.text, token.text):
        return True
    following = tokens[i + 1].word if i + 1 < len(tokens) else _NONE
    given_before = before.word.signs & kinds.GIVEN > 0 or before.word.kind == kinds.INITIAL
    if kind == kinds.ACRONYM:
        known = signs & (kinds.SURNAME | kinds.GIVEN) > 0 and len(token.text) > 3
        return known and (given_before or following.kind in _BEFORE_A_NAME)
    if before.text in ("bin", "ibn", "bint", "Al", "El"):
        return signs & kinds.EITHER > 0
    if kind == kinds.LEAD:
        if token.text == "A" and given_before:  # "Ann A Hale", no article
            return following.kind == kinds.KNOWN and following.signs & kinds.SURNAME > 0
        if not following.kind:
            return given_before and signs & kinds.FREQUENT > 0
        return i + 1 < len(tokens) and _asian(token.text, tokens[i + 1])
    if kind == kinds.TIME:
        return given_before and token.text in people_lexicon.words_of("month-and-name")
    if kind in _SURNAME_UNAWARES and _only_given_before(tokens, i):
        return True
    return _name_too(token) and _goes_on_as_family_name(tokens, i, following, given_before)


def is_word_and_surname(text: str) -> bool:
    """Say whether a word that is usually no name may be a family name where something tells."""
    return people_lexicon.word(text[:-2] if text.endswith(("'s", "’s")) else text).kind in _WORD_AND_SURNAME


def ends_as_surname(tokens: list[Token], told: bool) -> bool:
    """Say whether a run ends with a given name and a common word that is the family name: "Dr Marion Read".

    A title tells it, unless streets and schools are called after those who bear it; else `told` does.
    """
    last, given = tokens[-1], tokens[-2].word
    usual = last.word.signs & (kinds.SURNAME if last.word.kind == kinds.LEAD else kinds.SURNAME | kinds.LOWER)
    if given.kind == kinds.UNKNOWN and len(tokens) > 2 and tokens[-3].word.kind == kinds.HONORIFIC:
        return last.word.signs & kinds.SURNAME > 0  # "Ms Oriwa Street"
    if given.kind != kinds.KNOWN or not given.signs & kinds.GIVEN:
        return False
    if len(tokens) == 2 or not usual:
        return told and len(tokens) == 2
    title = tokens[-3]
    if title.word.kind not in (kinds.TITLE, kinds.HONORIFIC):
        return told and title.word.kind not in kinds.NAMEABLE
    if last.word.kind == kinds.ORGANISATION and not last.word.signs & kinds.SURNAME and not told:
        return title.word.kind == kinds.HONORIFIC or title.text in ("Professor", "Minister")  # "Emir Karim Mosque"
    return title.text.rstrip(".") not in _ON_SIGNS


def _only_given_before(tokens: list[Token], i: int) -> bool:
    """Say whether one given name and nothing but an office or honorific stands before the last word of a run."""
    before = tokens[i - 1].word
    if i + 1 < len(tokens) or before.kind != kinds.KNOWN or not before.signs & kinds.GIVEN:
        return False
    return i == 1 or tokens[i - 2].word.kind not in kinds.NAMEABLE


def _goes_on_as_family_name(tokens: list[Token], i: int, following: Word, given_before: bool) -> bool:
    """Say whether a word that is a family name as well as something else ("Park", "Banks") is the name here."""
    kind, signs = tokens[i].word
    if signs & kinds.FREQUENT and kind in (kinds.TITLE, kinds.DEMONYM):
        return True
    if kind == kinds.TITLE and given_before and i + 1 == len(tokens) and signs & kinds.SURNAME:
        return True  # "Philip Field"
    if tokens[i].text in ("Park", "Street") and _of_queen_or_place(tokens, i):
        return False
    if kind == kinds.ORGANISATION and i > 1 and tokens[i - 2].word.kind in kinds.NAMEABLE:
        return False  # "Ann Brady Press" has its family name already
    if following.kind in (kinds.GEOGRAPHY, kinds.ORGANISATION):
        return False
    if kind == kinds.ORGANISATION and following.kind == kinds.KNOWN and following.signs & kinds.GIVEN:
        return False  # "Trinity Church Richard Hale": the name starts anew
    return given_before and not (following.kind == kinds.UNKNOWN and kind != kinds.GEOGRAPHY)


def _of_queen_or_place(tokens: list[Token], i: int) -> bool:
    """Say whether a street or park has its name of a ruler or a place: "Queen Ann Street", "Victoria Park"."""
    title = tokens[i - 2] if i > 1 else None
    if title and title.word.kind in (kinds.TITLE, kinds.HONORIFIC):
        return title.text.rstrip(".") in _ON_SIGNS
    return title is None and tokens[i - 1].word.signs & kinds.PLACE > 0


def _capitals_may_start(token: Token) -> bool:
    """Say whether a word in capitals may be initials ("VK") or a family name ("KIM"), given that a name follows."""
    if len(token.text) < 3:
        return token.text not in people_lexicon.words_of("not-initials")
    return len(token.text) > 3 and token.word.signs & (kinds.SURNAME | kinds.GIVEN) > 0


def _name_too(token: Token) -> bool:
    """Say whether a word that is something else is as much a family name: "Dean", "King", not "Vice-Chancellor"."""
    if not token.word.signs & kinds.SURNAME:
        return False
    if token.word.kind != kinds.TITLE or token.text in people_lexicon.words_of("rank-opening"):
        return True
    return token.word.signs & (kinds.GIVEN | kinds.FREQUENT) > 0 and not token.word.signs & kinds.HYPHEN


def _does(tokens: list[Token], i: int) -> bool:
    """Say whether a word is what the bearer of a title does: "Professor Gives Lecture", not "Mr Gives"."""
    text, common = tokens[i].text, people_lexicon.lists().common
    base = text.lower().removesuffix("s")
    if tokens[i - 1].text in _COURTESY or base == text.lower() or base not in common:
        return False
    return base + "ing" in common or base.removesuffix("e") + "ing" in common


def _excellency(tokens: list[Token], i: int) -> bool:
    """Say whether an initial belongs to "H E", His or Her Excellency."""
    around = "".join([t.text for t in tokens[max(0, i - 1) : i + 2]])
    return (tokens[i].text == "H" and around.endswith("HE")) or (tokens[i].text == "E" and around.startswith("HE"))


def _asian(first: str, second: Token) -> bool:
    """Say whether a short word is a family name, by the given name after it: "So Wing-yan", "He Jiaming"."""
    known = second.word.kind != kinds.UNKNOWN or len(second.text) < 6
    return people_lexicon.family_first(first, second.text) and ("-" in second.text or not known)


def _place_before(tokens: list[Token], i: int) -> bool:
    """Say whether a word is a place that only stands before a name: "in Thimphu Karma Dorji said"."""
    kind, signs = tokens[i].word
    if i + 2 >= len(tokens) or kind not in (kinds.UNKNOWN, kinds.BOTH) or not signs & kinds.PLACE:
        return False
    given, family = tokens[i + 1].word.signs, tokens[i + 2].word.signs
    return bool(given & kinds.GIVEN and family & (kinds.GIVEN | kinds.SURNAME))


def _of_saint(tokens: list[Token], i: int) -> bool:
    """Say whether a word is the saint of a place, or its mountain or lake: "San Telmo", "Mount Ann"."""
    return i > 0 and tokens[i - 1].text in _OF_PLACES


def _is_law(tokens: list[Token], i: int) -> bool:
    """Say whether a word is the draft of a law, which ends a run: "Fisheries (Quota) Bill", "the Reform Bill"."""
    if tokens[i].text != "Bill" or not i or i + 1 < len(tokens):
        return False
    if tokens[i - 1].word.kind == kinds.LEAD:
        return tokens[i - 1].text in ("The", "This", "That", "A", "Another", "New")
    return tokens[i - 1].word.kind not in (kinds.TITLE, kinds.HONORIFIC)
