"""The roles that a text gives to people it names, as written. Knows nothing of normal forms."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence

from nzn_cli.annotate.people import people_lexicon
from nzn_cli.annotate.people.people_lexicon import words_of
from nzn_cli.annotate.people.role_before import NOWHERE, SMALL, role_before, roles_apposed, roles_of_opening
from nzn_cli.annotate.people.role_beginnings import is_rank_behind, opens_rank
from nzn_cli.annotate.people.role_bodies import organisation_in
from nzn_cli.annotate.people.role_denials import are_of_others, is_of_bearer
from nzn_cli.annotate.people.role_phrases import lazy_pattern, roles_behind
from nzn_cli.annotate.people.role_places import place_behind
from nzn_cli.annotate.people.role_pronouns import PronounSentences, opens_sentence, roles_of_pronoun
from nzn_cli.annotate.people.role_words import (
    RoleWord,
    country_in,
    heads,
    is_adjective,
    is_role,
    pattern,
    plural_heads,
    role_words,
)
from nzn_cli.model.annotations import PersonSpan, RoleSpan

_LONGEST_FORMER = 40
# "former Labour-led" government minister, "Former nominated" MP
_FORMER = r"\b[Ff]ormer (?:[A-Z][\w-]+ |[a-z]+-led |led |nominated |elected |list |backbench ){1,3}\Z"
_REACH = 110  # characters that a role may take
_OWN_BODY = re.compile(r" (?:of|at|for|to) |['’]s? ")
_WAS = re.compile(
    r"(?:,? who)? was (?!(?:\w+ )?(?:re-?)?"
    r"(?:appointed|named|elected|commissioned|confirmed|nominated|sworn|promoted|selected)\b)"
    r"|(?:,? who)? (?:also |previously |formerly |once |later |then )?served as (?!.{0,150}\bsince\b)"
    r"|(?: has| had)? (?:resigned|retired|stepped (?:down|aside)|quit) as "
)


def _after(text: str, mention: PersonSpan, ceiling: int, before: tuple[int, int]) -> list[tuple[int, int]]:
    """Return where the roles behind a mention stand."""
    end = mention.char_end
    if mention.source == "speaker" and text.startswith(", ", end):
        colon = text.find(":", end, end + _REACH)
        return [(end + 2, colon)] if colon > 0 and "\n" not in text[end:colon] else []
    if text[end : end + 2] in (" M", "\u00a0M", " T", "\u00a0T", ", ") and (seat := _seat(text, end, ceiling)):
        return [seat]
    opens_line = mention.char_start == 0 or text[mention.char_start - 1] == "\n"
    found = [span for span in roles_behind(text, end, ceiling, opens_line) if is_of_bearer(text, span)]
    return [] if found and are_of_others(text, mention, found, before) else found


def _seat(text: str, end: int, ceiling: int) -> tuple[int, int] | None:
    """Return where the letters of a seat in parliament stand behind a name: "Ann Hale MP"."""
    word = pattern().search(text, end, min(ceiling, end + 12))
    if word is None or word[1] not in people_lexicon.words_of("seat") or "\n" in text[end : word.start()]:
        return None
    if text[end] == "," and text.startswith((" for ", " of "), word.end(1)):  # "MP for Torbay" is read as a phrase
        return None
    return word.start(1), word.end(1)


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
    return (start, words[-1].end) if any(word.bare in heads() for word in words) else NOWHERE


def roles_of(text: str, mentions: Sequence[PersonSpan]) -> tuple[RoleSpan, ...]:
    """Return the roles next to the mentions, in their order."""
    found: list[RoleSpan] = []
    sentences = PronounSentences(text)
    before = shared = role_before(text, mentions[0], 0) if mentions else NOWHERE
    for i, mention in enumerate(mentions):
        following = mentions[i + 1] if i + 1 < len(mentions) else None
        behind = _after(text, mention, _ceiling(text, following), before)
        upcoming = _before_next(text, mention, following) if following else NOWHERE
        if following and behind:
            behind[-1] = _cut_next(text, behind[-1], following, upcoming)
            if upcoming[0] < behind[-1][1] and behind[-1][0] < upcoming[1]:
                # "Ann Hale, director of Reef Watch, Tom Carmody": hers; "Mayor Ann Hale, director …, Tom Carmody": his
                upcoming = upcoming if before[0] < before[1] else NOWHERE
                behind = behind if upcoming == NOWHERE else behind[:-1]
        shared = _shared(text, mentions[max(0, i - 1)], mention, before, shared)
        floor = max(mentions[i - 1].char_end if i else 0, found[-1].char_end if found else 0)
        found.extend(_spans_before(text, mention, shared, following, floor))
        found.extend(_spans_behind(text, mention, behind))
        ceiling = upcoming[0] or _ceiling(text, following)
        if sentences.any_behind(mention.char_end, ceiling):
            found.extend(_of_pronouns(text, mentions[max(0, i - 1)], mention, ceiling))
        before = upcoming
    return tuple(found)


def _before_next(text: str, mention: PersonSpan, following: PersonSpan) -> tuple[int, int]:
    """Return where the role before the next mention stands, if it is not this one's.

    That it is in "Hale for Reef Minister, Brunner for Mayor".
    """
    found = role_before(text, following, mention.char_end)
    is_own = text[mention.char_end : found[0]] in (" for ", " as ", " as the ", " to be ")
    return NOWHERE if is_own and text.startswith(",", found[1]) else found


def _spans_behind(text: str, mention: PersonSpan, behind: Sequence[tuple[int, int]]) -> Iterator[RoleSpan]:
    """Yield the roles behind a mention; of the past where it "was" that, and was not made it."""
    was = _WAS.match(text, mention.char_end) is not None
    spans = [_span(text, mention.entity, *one) for stretch in behind for one in _apart(text, *stretch)]
    past = False
    for span in _of_one_body(text, spans):
        start = span.char_start
        past = text[start - 2 : start + 7] == "a former " or (past and text[start - 5 : start] == " and ")
        yield span._replace(former=span.former or was or past)


def _of_one_body(text: str, spans: Sequence[RoleSpan]) -> Iterator[RoleSpan]:
    """Yield the roles of a stretch, each before "and" with the body behind the next: "chair and CEO of Reef Watch"."""
    for span, following in itertools.zip_longest(spans, spans[1:]):
        body = following.organisation if following and not span.organisation else None
        joined = following and text[span.char_end : following.char_start] in (" and ", " & ")
        is_behind = body and following and re.search(rf" (?:of|at|for) (?:the )?{re.escape(body)}", following.text)
        of_place = span.text.rpartition(" ")[2].title() in words_of("place-office")
        is_shared = joined and is_behind and not following.text.lower().startswith(("member", "fellow"))
        if is_shared and not of_place and not _OWN_BODY.search(span.text):
            span = span._replace(organisation=body)
        yield span


def _spans_before(
    text: str, mention: PersonSpan, before: tuple[int, int], following: PersonSpan | None, floor: int
) -> Iterator[RoleSpan]:
    """Yield the roles before a mention: those with which its sentence opens, and what stands right before it."""
    if mention.source != "speaker":
        opening = list(_spans_of_opening(text, mention)) or list(_spans_of_apposed(text, mention, before, floor))
        yield from opening
        before = NOWHERE if opening and before[0] < opening[-1].char_end else before
    for one in _apart(text, *before):
        yield _of_place(text, _span(text, mention.entity, *one), mention.char_end, following)


def _spans_of_apposed(text: str, mention: PersonSpan, before: tuple[int, int], floor: int) -> Iterator[RoleSpan]:
    """Yield the roles to which a mention is apposed, "the chair of the board, General Hale": behind `floor` alone.

    Where a role stands right before the mention, only several of which it is the last say more.
    """
    is_rank = before != NOWHERE and text[slice(*before)] in _ranks()
    start = before[0] if is_rank else mention.char_start
    stretches = roles_apposed(text, start, mention.char_end)
    if not stretches or stretches[0][0] < floor or not (is_rank or before == NOWHERE or len(stretches) > 1):
        return
    if is_rank and (" " not in text[slice(*stretches[-1])] or _list_goes_on().match(text, mention.char_end)):
        return  # "the president, Justice Hale, and Ann Moss" are three
    for stretch in stretches:
        for one in _apart(text, *stretch):
            yield _span(text, mention.entity, *one)


@functools.cache
def _ranks() -> frozenset[str]:
    """Return the titles before which an office may stand that says more: "General", Deputy."""
    return words_of("rank") | words_of("before-surname")


def _spans_of_opening(text: str, mention: PersonSpan) -> Iterator[RoleSpan]:
    """Yield the roles with which the sentence of a mention opens, of the past where that says so."""
    stretches = roles_of_opening(text, mention.char_start)
    former = bool(stretches) and text[max(0, stretches[0][0] - 7) : stretches[0][0]] == "former "
    for start, end in stretches:
        for one in _apart(text, start, end):
            span = _span(text, mention.entity, *one)
            yield span._replace(former=span.former or former)


def _of_pronouns(text: str, last: PersonSpan, mention: PersonSpan, ceiling: int) -> Iterator[RoleSpan]:
    """Yield the roles of the sentences behind a mention that begin with a pronoun: "She is Chair of the Board"."""
    if not opens_sentence(text, last, mention):
        return
    for start, end, former in roles_of_pronoun(text, mention.text, mention.char_end, ceiling):
        for one in _apart(text, start, end):
            yield _span(text, mention.entity, *one)._replace(former=former)


def _ceiling(text: str, following: PersonSpan | None) -> int:
    return following.char_start if following else len(text)


def _shared(
    text: str, last: PersonSpan, mention: PersonSpan, before: tuple[int, int], shared: tuple[int, int]
) -> tuple[int, int]:
    """Return where the role before a mention stands, that of the mention before it where both are of one list.

    "Senators Ann Hale of Ohio and Tom Carmody" are two; `shared` is the role before the last.
    """
    if before != NOWHERE or text[shared[0] : shared[1]].rpartition(" ")[2] not in plural_heads():
        return before
    between = text[last.char_end : mention.char_start]
    return shared if len(between) < _REACH and _list_link().fullmatch(between) else before


@functools.cache
def _list_link() -> re.Pattern[str]:
    word = rf"[{people_lexicon.upper_letters()}][\w.’'-]*"
    place = rf",? (?:of|from) (?:the )?{word}(?: (?:of )?(?:the )?{word}){{0,3}}"
    return re.compile(rf"(?:{place})?(?: \([^()\n]{{1,14}}\))?(?:, and|,| and| &| or) ")


@functools.cache
def _list_goes_on() -> re.Pattern[str]:
    return re.compile(rf",? (?:and|&) |, [{people_lexicon.upper_letters()}]")


def _apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the roles that a stretch of text names: "chair of the board and adviser to the Minister" is two."""
    words = _in_usual_letters(role_words(text, start, end)) if start < end else []
    first = 0
    for i in range(1, len(words)):
        if first == i - 1 and first and words[first].bare in ("the", "a", "an"):
            first = i
        joined = words[i].bare in ("and", "&") and _are_two_offices(words[first:i], words[i + 1 :])
        if joined or is_rank_behind(words[i - 1], words[i]) or opens_rank(words, first, i):
            if is_role(text[words[first].start : words[i - 1].end]):
                yield words[first].start, words[i - 1].end
            first = i + joined
    if words and is_role(text[words[first].start : end]):
        yield words[first].start, end


def _in_usual_letters(words: list[RoleWord]) -> list[RoleWord]:
    """Return the words of a role that is all in capitals, "CHAIR AND MAYOR", as running text has them."""
    if len(words) < 3 or any(not word.bare.isupper() for word in words if word.bare != "&"):
        return words
    return [w._replace(bare=w.bare.lower() if w.bare.lower() in SMALL else w.bare.title()) for w in words]


def _are_two_offices(left: Sequence[RoleWord], right: Sequence[RoleWord]) -> bool:
    """Return whether what stands beside "and" is an office on each side, not one of two fields."""
    if left[0].bare.lower() == "nominee":
        return False  # "Nominee for Reef and Harbour Minister", "Nominee for Chair and Member"
    return _has_head(left) and _has_head(right, True) and not _is_chief_of_two_fields(left, right)


def _is_chief_of_two_fields(left: Sequence[RoleWord], right: Sequence[RoleWord]) -> bool:
    """Return whether words beside "and" are one office: "Chief Reef and Harbour Officer"."""
    fields = [word.bare for word in left[1:]]
    if not fields or left[0].bare.lower() != "chief" or fields[0] == "of" or not heads().isdisjoint(fields):
        return False
    office = next((word.bare.lower() for word in right if word.bare in heads()), "")
    return office == "officer" and right[0].bare.lower() != "chief"


def _has_head(words: Sequence[RoleWord], first: bool = False) -> bool:
    """Return whether words name an office; with `first`, before any link: "Director of Reefs", not "Reefs of"."""
    for i, word in enumerate(words):
        if word.bare in heads() and not is_adjective(words, i):
            return True
        if first and word.bare in ("of", "for", "and", "&", "to", "in"):
            return False
    return False


def _span(text: str, entity: int, start: int, end: int) -> RoleSpan:
    then = text[max(0, start - 6) : start].lower().split()[-1:] in (["then"], ["then-"], ["ex-"])
    if "ormer " in text[max(0, start - _LONGEST_FORMER) : start]:
        then = then or lazy_pattern(_FORMER).search(text, max(0, start - _LONGEST_FORMER), start) is not None
    if text[end : end + 1] == "." and text[start:end].rpartition(" ")[2] in people_lexicon.words_of("dotted"):
        end += 1  # "Rep."
    role = text[start:end]
    return RoleSpan(entity, role, country_in(role), start, end, organisation_in(role), then)


def _of_place(text: str, role: RoleSpan, end: int, following: PersonSpan | None) -> RoleSpan:
    """Return a role before a name with what it is of behind the name, where the role does not say it."""
    if role.organisation or " of " in role.text or " for " in role.text:
        return role
    country, organisation = place_behind(text, role.text, end, _ceiling(text, following))
    return role._replace(country=role.country or country, organisation=organisation)
