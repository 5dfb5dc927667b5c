"""Short forms and what they stand for, where a text says so: "Long Form (LF)", "LF (the Long Form)", "Long Form, LF".

After Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions in biomedical text", with
what press releases need beyond: initials first, joining words left out, plurals, names that share no letter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from nzn_cli.annotate.organisations.name_lexicon import heads, heads_of, is_place, is_town, kind_of
from nzn_cli.annotate.people import kinds
from nzn_cli.names.organisation_key import known_names
from nzn_cli.text.folding import fold, level
from nzn_cli.text.wordlists import words

_SHORT = r"[A-ZĀ-Ž][\w&+]*(?:[.\-/'’][\w&+]+)*\.?"
_INSIDE = re.compile(
    r"\((?:also[ ])?(?:hereafter|hereinafter|the|or|known[ ]as(?:[ ]the)?|called(?:[ ]the)?|now|formerly)?[ ]?"
    rf"[“\"‘']?(?P<short>{_SHORT})[”\"’']?(?:[;,][ ][^()\n]{{1,60}})?\)"
)
_LETTERS = rf"(?P<short>(?=\w*[A-Z]\w*[A-Z]){_SHORT})"
_LONG_INSIDE = re.compile(r"[ ]\((?:the[ ]|formerly[ ]|or[ ]|i\.e\.,?[ ])?(?P<long>[^()\n]{5,110})\)")
_DASHED = re.compile(
    r"\n[ \t>*#•]*(?P<short>(?=\w*[A-Z]\w*[A-Z])[A-Z][\w&]+)[ ]?[-–—:=][ ]?(?:the[ ])?(?P<long>[A-Z][^\n.;:()–—]{5,90})"
)
_COMMA = re.compile(rf",[ ](?:or[ ])?(?:the[ ])?{_LETTERS}(?![\w'’-])")
_APPOSED = re.compile(r",[ ](?:or[ ])?the[ ](?P<long>[A-Z][^\n,.;:()]{5,90})[,.]")
_SHORT_BEFORE = re.compile(rf"(?<![\w'’-]){_LETTERS}\Z")
_KNOWN_AS = re.compile(
    r"(?:,[ ])?(?:better[ ]|also[ ]|commonly[ ])?(?:known|referred[ ]to|abbreviated)[ ](?:as|to)[ ](?:the[ ])?"
    rf"[“\"‘']?{_LETTERS}"
)
_CALLED = ("known as", "known to", "referred to", "abbreviated ")  # without one of them the pattern above cannot hold
_STANDS_FOR = re.compile(
    rf"\b{_LETTERS},?[ ](?:which[ ])?stands[ ]for[ ](?:the[ ])?[“\"‘']?(?P<long>[A-Za-z][^\n,.;:()”\"]{{5,90}})"
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*['’]?")
_SMALL = words("organisation-heads.txt", "small")
_BROKEN = re.compile(
    r"[•”“\[\]]|[ ][–—][ ]|\n[ \t]*[\n*•-]|^[^(]*\)"
)  # what no name has in it: it would be of two lines, or of two
_PARTY = re.compile(r"(?:[DRI]|Rep|Dem|Con|Lab|Lib)\.?-|\d")
_BACK = 220  # characters before a short form that its long form may take up
_LONGEST = 12  # letters of a short form


class Definition(NamedTuple):
    """A short form and its long form as the text has them; offsets count characters of the text."""

    short: str
    long: str
    short_start: int
    short_end: int
    long_start: int
    long_end: int
    rule: str  # initials, letters, beside


def definitions_of(text: str, names: Sequence[tuple[int, int]]) -> list[Definition]:
    """Return the short forms that a text defines, in order of place; `names` are where its names stand, in order."""
    finder = _Definitions(text, names)
    if "(" in text:
        for match in _INSIDE.finditer(text):
            finder.before(match, match.start())
        for match in _LONG_INSIDE.finditer(text):
            finder.behind(match, whole=True)
    for match in _COMMA.finditer(text):
        finder.before(match, match.start(), strict=True)
    for match in _APPOSED.finditer(text):
        finder.behind(match)
    for match in _DASHED.finditer(f"\n{text}"):
        finder.leading(match, match.span("short"), match.start("long"), shift=1)
    if any(words in text for words in _CALLED):
        for match in _KNOWN_AS.finditer(text):
            finder.before(match, match.start(), strict=True)
    if "stands for" in text:
        for match in _STANDS_FOR.finditer(text):
            finder.leading(match, match.span("short"), match.start("long"))
    return sorted(finder.found.values(), key=lambda one: one.short_start)


class _Definitions:
    """Collects definitions, the first of each short form."""

    def __init__(self, text: str, names: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._starts = [start for start, _ in names]
        self._names = names
        self.found: dict[str, Definition] = {}

    def before(self, match: re.Match[str], end: int, strict: bool = False) -> None:
        """Read a short form whose long form stands before place `end`."""
        short = re.sub(r"['’]s\Z", "", match.group("short"))
        short = short.rstrip(".") if short.count(".") < 2 else short
        if not _is_short(short):
            return
        low = max(0, end - _BACK, self._text.rfind("\n\n", 0, end) + 2)
        before = self._text[low:end].rstrip(" “\"‘'”’")
        place = low + len(before)
        found = self._long_before(short, low, before, self._name_before(place), strict)
        if found is not None:
            self._add(match.span("short"), short, found[0], place, found[1])

    def _long_before(
        self, short: str, low: int, before: str, named: tuple[int, int] | None, strict: bool
    ) -> tuple[int, str] | None:
        """Return where the long form begins, and the rule; `named` is the name that stands right before."""
        letters = _letters(short)
        start = _by_initials(before, letters)
        if start is not None:
            begin = low + start
            return (named[0] if named and self._is_modified(named[0], begin) else begin), "initials"
        name = self._text[named[0] : named[1]] if named else ""
        if strict:
            return (named[0], "beside") if named and _parts_within(short, name) else None
        start = None if (named and _letters_within(name, letters)) else _by_letters(before, letters)
        if start is not None:
            begin = low + start
            return (named[0] if named and named[0] < begin else begin), "letters"
        return None if named is None else self._beside(short, name, letters, named[0])

    @staticmethod
    def _beside(short: str, name: str, letters: str, start: int) -> tuple[int, str] | None:
        """Return that a name right before a short form is meant: by its letters, its parts, or as another name."""
        if _letters_within(name, letters):
            return start, "letters"
        return (start, "beside") if _parts_within(short, name) or _is_apart(short, name) else None

    def behind(self, match: re.Match[str], whole: bool = False) -> None:
        """Read a short form that stands right before a match, its long form in it; `whole` where that is all of it."""
        short = _SHORT_BEFORE.search(self._text, max(0, match.start() - _LONGEST - 6), match.start())
        if short is None:
            return
        long = match.group("long").split(",")[0].split(";")[0].rstrip()
        if not whole:
            self.leading(match, short.span("short"), match.start("long"))
        elif _is_short(short.group()) and _by_initials(long, _letters(short.group())) == 0:
            begin = match.start("long")
            self._add(short.span("short"), short.group(), begin, begin + len(long), "initials")

    def leading(self, match: re.Match[str], place: tuple[int, int], begin: int, shift: int = 0) -> None:
        """Read a short form at a place whose long form begins at `begin`; both count from `shift` characters before."""
        start, end, begin = place[0] - shift, place[1] - shift, begin - shift
        short, long = self._text[start:end], match.group("long")
        if not _is_short(short):
            return
        letters = _letters(short)
        for word in reversed(list(_WORD.finditer(long))):
            if fold(word.group()[:1]) in letters[-1:] and _by_initials(long[: word.end()], letters) == 0:
                self._add((start, end), short, begin, begin + word.end(), "initials")
                return

    def _name_before(self, place: int) -> tuple[int, int] | None:
        at = bisect_right(self._starts, place - 1) - 1
        if at >= 0 and place - 1 <= self._names[at][1] <= place + 1:
            return self._names[at][0], place
        return None

    def _is_modified(self, start: int, begin: int) -> bool:
        """Say whether a name begins with a word that its short form leaves out, which is no country's or place's."""
        extra = self._text[start:begin].split()
        return len(extra) == 1 and not is_place(extra[0]) and "-" not in extra[0] and extra[0].istitle()

    def _add(self, place: tuple[int, int], short: str, begin: int, end: int, rule: str) -> None:
        long = self._text[begin:end].rstrip(" ,;:*")
        end = begin + len(long)
        if (rule != "initials" and _is_word(short)) or _BROKEN.search(long):
            return
        first = re.match(r"(?:[Tt]he|an?|our|its|their|this|new)\s+", long)
        if first:
            begin += first.end()
            long = self._text[begin:end]
        key = level(short)
        if (len(long.split()) < 2 and (len(long) < 8 or rule == "beside")) or fold(long) == fold(short):
            return
        start = place[0]
        if key not in self.found or self.found[key].rule == "beside" != rule:
            self.found[key] = Definition(short, long, start, start + len(short), begin, end, rule)


def _is_short(short: str) -> bool:
    """Say whether a word is a short form: letters enough, some of them capitals."""
    letters = _letters(short)
    if not 2 <= len(letters) <= _LONGEST or _PARTY.match(short) or " " in short or short in heads():
        return False
    return short[:1].isupper() and short not in heads_of("aside")  # what a transcript tells beside the words


def _is_word(short: str) -> bool:
    """Say whether what looks like a short form is a town, an office or a given name: "Weston Chronicle (Weston)"."""
    plain = short.isalpha() and short[1:].islower() and short not in known_names()
    return plain and (is_place(short) or is_town(short) or kind_of(short) not in (kinds.UNKNOWN, kinds.ACRONYM))


def _is_apart(short: str, name: str) -> bool:
    """Say whether a word beside a name is another name of it, though it shares no letters: "(DINARA)"."""
    if short.isupper():
        return (
            not _is_degree(short) and len(short) > 2 and not any(letter.isdecimal() for letter in short)
        )  # no "COP27" of a convention
    if name.rpartition(" ")[2] not in heads():
        return False
    kind = kind_of(short)
    plain = kind in (kinds.UNKNOWN, kinds.ACRONYM) or "'" in short or "’" in short
    return plain and not is_place(short) and short not in heads_of("possessive")


def _is_degree(short: str) -> bool:
    """Say whether letters beside a school are what somebody left it with: "Motukawa University (B.A.)"."""
    return "." in short and short.replace(".", "") in heads_of("letters")


def _letters(short: str) -> str:
    """Return the letters of a short form that its long form must have, without a plural's s."""
    bare = short[:-1] if short.endswith("s") and short[:-1].isupper() and len(short) > 2 else short
    return "".join(letter for letter in fold(bare) if letter.isalnum())


def _by_initials(before: str, letters: str) -> int | None:
    """Return where words begin whose initials are these letters; small words and parts of compounds may be left out."""
    tokens = list(_WORD.finditer(before))
    at, left = len(tokens) - 1, len(letters)
    skipped = 0
    while at >= 0 and left > 0:
        word = fold(tokens[at].group())
        if word[:1] == letters[left - 1]:
            left -= 1
            skipped = 0
        elif (word in _SMALL and left < len(letters)) or (
            before[tokens[at].start() - 1 : tokens[at].start()] in ("-", "‑") and left < len(letters)
        ):
            skipped += 1
        elif left < len(letters) and word[:1] + word[1:2] == letters[left - 2 : left] and left >= 2:
            left -= 2
        else:
            return None
        if skipped > 3:
            return None
        if left == 0:
            if _is_more(before, tokens, at, letters):
                return None
            return tokens[at].start()
        at -= 1
    return None


def _is_more(before: str, tokens: list[re.Match[str]], at: int, letters: str) -> bool:
    """Say whether the last words are no long form: all of them small, or another sentence's."""
    stretch = before[tokens[at].start() :]
    return "\n\n" in stretch or ". " in stretch or len(letters) < 2 or tokens[at].group().lower() in _SMALL


def _letters_within(name: str, letters: str) -> bool:
    """Say whether the letters stand in a name in their order, the first at its beginning."""
    plain = fold(name.removeprefix("the ").removeprefix("The "))
    if plain[:1] != letters[:1]:
        return False
    at = 0
    for letter in letters:
        at = plain.find(letter, at) + 1
        if at == 0:
            return False
    return True


def _by_letters(before: str, letters: str) -> int | None:
    """Return where a long form begins after Schwartz and Hearst: letters from the right, the first one an initial."""
    tokens = list(_WORD.finditer(before))
    most = min(len(letters) + 5, len(letters) * 2)
    if not tokens:
        return None
    low = tokens[max(0, len(tokens) - most)].start()
    window = _folded(before[low:])
    at = len(window)
    for left in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and (window[at] != letters[left] or (left == 0 and at > 0 and window[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
    found = before[low + at :]
    capitals = sum(word.group()[0].isupper() for word in _WORD.finditer(found))
    long_enough = len(_WORD.findall(found)) > 1 and len(letters) > 2 and capitals * 2 >= len(_WORD.findall(found))
    if ". " in found or "\n\n" in found or not long_enough:
        return None
    return low + at


def _folded(text: str) -> str:
    """Return a text folded letter by letter, so that its length is kept."""
    return "".join((fold(letter) or " ")[0] for letter in text)


def _parts_within(short: str, name: str) -> bool:
    """Say whether the parts of a word written as one stand in a name: "PlasticsNZ"."""
    parts = re.findall(r"[A-Z][a-z]+|[A-Z]{2,}(?![a-z])", short)
    if len(parts) < 2 or "".join(parts) != short:
        return False
    tokens = [fold(word) for word in _WORD.findall(name)]
    initials = "".join(word[0] for word in tokens)
    for part in parts:
        plain = fold(part)
        if part.isupper():
            if plain not in initials:
                return False
        elif not any(word.startswith(plain[:-1]) or plain.startswith(word) for word in tokens if len(word) > 3):
            return False
    return True
