"""The roles that a text gives to people it names, as written. Knows nothing of normal forms."""

from __future__ import annotations

from collections.abc import Sequence

from nzn_cli.annotate.people import kinds, people_lexicon, role_verbs
from nzn_cli.annotate.people.role_words import (
    RoleWord,
    country_in,
    heads,
    is_country,
    is_role,
    may_modify,
    modifies,
    pattern,
    role_words,
    stops,
)
from nzn_cli.model.annotations import PersonSpan, RoleSpan

_REACH = 110  # characters that a role may take
_LINKS = frozenset(("of", "for"))
# offices of which nobody holds two: "the Vice President and President Hale" are two people
_STATE = frozenset(("President", "Minister", "King", "Queen", "Senator", "Secretary", "Governor", "Speaker", "Judge"))
_SOLEMN = frozenset(("President", "Prime", "King", "Queen", "Pope"))  # no field in small letters stands before them
_LEADING = frozenset(
    ("chief", "vice", "prime", "deputy", "acting", "former", "first", "lieutenant", "associate", "senior")
)
_BEFORE_SOLEMN = _LEADING | {"national", "executive", "opposition", "party"}
_OPENING = frozenset(("the", "a", "an", "then"))
_SUFFIXES = frozenset(("MP", "MPs", "MEP", "MLA", "MSP"))


def _country_first(words: list[RoleWord], i: int) -> bool:
    """Say whether a word is the end of a party's name: "New Zealand First"."""
    before = words[i - 1] if i else words[i]
    return words[i].bare == "First" and not (words[i].mark or before.mark) and is_country(before.bare)


def _head_before(words: list[RoleWord]) -> int:
    """Return the index of the last word of the role's head, or -1.

    "Defence Minister", "Minister of Defence," end with it.
    """
    last = len(words) - 1
    if words[last].bare in heads() and words[last].mark in ("", ","):
        return last
    i, of = last, False
    while i > 0 and (words[i].bare[0].isupper() or words[i].bare in ("and", "&", "the", "of", "for")):
        if words[i].mark not in ("", ",") or (words[i].bare in stops() and words[i].bare != "First"):
            return -1
        of = words[i].bare in _LINKS
        i -= 1
        if of and words[i].bare in heads() and not words[i].mark:
            return i
    return -1


def _left_of(words: list[RoleWord], head: int) -> int:
    """Return the index of the first word of the role whose head is given."""
    i = head
    while i > 0:
        before = words[i - 1]
        if (
            modifies(before)
            and words[i].bare in _SOLEMN
            and before.bare.islower()
            and before.bare not in _BEFORE_SOLEMN
        ):
            break  # "to the press President Hale said"
        if modifies(before) or _country_first(words, i - 1):
            i -= 1
        elif before.bare in ("and", "&", "of") and not before.mark and i > 1 and _joins(words[i - 2], before, words[i]):
            i -= 2
        elif before.bare == "the" and not before.mark and i > 2 and _serves(words[i - 3], words[i - 2]):
            i -= 3
        else:
            break
    return i


def _serves(left: RoleWord, link: RoleWord) -> bool:
    """Say whether an office is that of serving another: "Assistant to the President"."""
    return link.bare == "to" and not left.mark and not link.mark and left.bare in heads()


def _joins(left: RoleWord, link: RoleWord, right: RoleWord) -> bool:
    """Say whether a role goes on over a link: "Food and Forestry", "Founder and President", not "Ann and President"."""
    kind, signs = people_lexicon.word(left.bare) if left.bare[0].isupper() else ("", 0)
    if left.mark or not kind or not may_modify(left.bare) or not right.bare[0].isupper():
        return False
    if link.bare == "of":
        return kind in "ORS"
    if right.bare in heads() or right.bare.lower() in _LEADING:
        alone = left.bare in _STATE and (right.bare in _STATE or right.bare in ("Prime", "Vice"))
        return left.bare in heads() and not left.bare.endswith("s") and not alone
    return kind not in "DCR" and (kind == kinds.ORGANISATION or signs & kinds.LOWER > 0)


def _worth_reading(before: str) -> bool:
    """Say at small cost whether a role may end where a text ends; most mentions have none."""
    last = before.rstrip(", \u00a0").rpartition(" ")[2].lstrip("(“\"‘'")
    return last in heads() or (last[:1].isupper() and (" of " in before or " for " in before))


def _before(text: str, mention: PersonSpan, floor: int) -> tuple[int, int]:
    start = max(floor, mention.char_start - _REACH, 0)
    start = max(start, text.rfind("\n", start, mention.char_start) + 1)
    if not _worth_reading(text[start : mention.char_start]):
        return (0, 0)
    words = role_words(text, start, mention.char_start)
    for i in range(len(words) - 1, -1, -1):
        if words[i].mark and (words[i].mark[0] in ".!?;:)”" and len(words[i].bare) > 2):
            words = words[i + 1 :]
            break
    if not words or not (words[-1].bare[0].isupper() or words[-1].bare in heads()):
        return (0, 0)
    head = _head_before(words)
    if head < 0 or words[-1].mark not in ("", ","):
        return (0, 0)
    first = _left_of(words, head)
    if first == len(words) - 1 and first and not words[first - 1].mark and _does(words, first):
        return (0, 0)
    if _of_writer(words[:first]):
        return (0, 0)
    return words[first].start, words[-1].end


def _of_writer(before: Sequence[RoleWord]) -> bool:
    """Say whether a role is the writer's own, by the words before it: "When I was the Member for Torbay Ann Hale"."""
    near = [word.bare for word in before[-3:]]
    if near and near[-1] in ("the", "a", "an"):
        near.pop()
    return near[-2:] in (["I", "was"], ["I", "am"], ["I", "became"]) or near[-1:] == ["I'm"]


def _does(words: list[RoleWord], first: int) -> bool:
    return role_verbs.is_verb(words[first].bare, [word.bare.lower() for word in words[:first]])


def _may_open(word: str) -> bool:
    """Say at small cost whether a role behind a name may start with a word; most names have none."""
    return word in _OPENING or word in _SUFFIXES or word in heads() or may_modify(word)


def _after(text: str, mention: PersonSpan, ceiling: int) -> tuple[int, int]:
    end = mention.char_end
    mark = text[end : end + 1]
    if mark not in (",", " ", "\u00a0") or (mark != "," and text[end + 1 : end + 2] != "M"):
        return (0, 0)
    stop = min(ceiling, end + (_REACH if mark == "," else 12))
    first_word = pattern().search(text, end, stop)
    if first_word is None or not _may_open(first_word[1]) or "\n" in text[end : first_word.start()]:
        return (0, 0)
    words = role_words(text, end, stop)
    if words[0].bare in _SUFFIXES:
        return words[0].start, words[0].end
    if mark != ",":
        return (0, 0)
    i = 1 if words[0].bare in _OPENING and not words[0].mark else 0
    first = i
    while i < len(words) and modifies(words[i]) and words[i].bare not in heads():
        i += 1
    if i == len(words) or words[i].bare not in heads():
        return (0, 0)
    end = _end_of(words, i)
    if end > i and words[i].bare[0].isupper() and not words[i].mark and _is_surname(words[i + 1].bare):
        return (0, 0)  # "Ann Hale, Secretary Carmody": the office of the next of a list
    return words[first].start, words[end].end


def _is_surname(word: str) -> bool:
    """Say whether a word behind an office is the name of who holds it, and no part of the office."""
    kind, signs = people_lexicon.word(word)
    return word not in heads() and (kind == kinds.UNKNOWN or (kind == kinds.KNOWN and signs & kinds.SURNAME > 0))


def _end_of(words: list[RoleWord], head: int) -> int:
    last = head
    while not words[last].mark and last + 1 < len(words):
        following = words[last + 1]
        fellow = following.bare == "Fellow" and last > head  # "Senior Research Fellow"
        if following.bare == "Member" and last > head and not following.mark and _next_capital(words, last + 3):
            break  # "spokesperson for the Reef Party Member of Parliament": another office starts
        if (following.bare[0].isupper() and following.bare not in stops()) or following.bare in heads() or fellow:
            last += 1
        elif (
            (following.bare in ("of", "for", "and", "&", "the", "at") or _serves(words[last], following))
            and not following.mark
            and (ahead := _next_capital(words, last + 2))
        ):
            last = ahead
        else:
            break
    return last


def _next_capital(words: list[RoleWord], i: int) -> int:
    if i < len(words) and words[i].bare == "the":
        i += 1
    return i if i < len(words) and words[i].bare[0].isupper() and words[i].bare not in stops() else 0


def _cut_next(text: str, after: tuple[int, int], mention: PersonSpan, before: tuple[int, int]) -> tuple[int, int]:
    """Return what is left of a role behind a name when what stands before the next name is that one's role.

    "Ann Hale, Reef spokesman Tom Carmody" leaves nothing, "Ann Hale, adviser to President Carmody" the adviser.
    """
    start, end = after
    if start == end or text[end : mention.char_start].strip(" \u00a0"):
        return after
    words = role_words(text, start, before[0] if before[0] < before[1] else start)
    while words and (words[-1].mark or words[-1].bare in ("and", "&", "of", "to", "for", "the")):
        words.pop()
    return (start, words[-1].end) if any(word.bare in heads() for word in words) else (0, 0)


def roles_of(text: str, mentions: Sequence[PersonSpan]) -> tuple[RoleSpan, ...]:
    """Return the roles next to the mentions, in their order."""
    found = []
    before = _before(text, mentions[0], 0) if mentions else (0, 0)
    for i, mention in enumerate(mentions):
        following = mentions[i + 1] if i + 1 < len(mentions) else None
        after = _after(text, mention, following.char_start if following else len(text))
        upcoming = _before(text, following, mention.char_end) if following else (0, 0)
        if following:
            after = _cut_next(text, after, following, upcoming)
        if upcoming[0] < after[1] and after[0] < upcoming[1]:
            upcoming = (0, 0)  # "Ann Hale, director of Reef Watch, Tom Carmody": hers
        for start, end in (before, after):
            if start < end and is_role(text[start:end]):
                found.append(RoleSpan(mention.entity, text[start:end], country_in(text[start:end]), start, end))
        before = upcoming
    return tuple(found)
