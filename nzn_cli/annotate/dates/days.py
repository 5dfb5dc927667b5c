"""The words "today" and its neighbours, and parts of a day. Resolves nothing."""

from __future__ import annotations

from nzn_cli.annotate.dates.counts import stands_alone
from nzn_cli.annotate.dates.lexicon import DAY_PARTS, DAY_WORDS, words
from nzn_cli.annotate.dates.nowadays import is_nowadays
from nzn_cli.annotate.dates.phrase import Phrase
from nzn_cli.annotate.dates.window import Window

_OF_TOMORROW = words("morning afternoon evening night day as part most rest end start course because instead ahead")


def day_word_phrase(w: Window, t: int) -> Phrase | None:
    """Return "today", "yesterday morning", "tonight", "the day before yesterday"."""
    word = w.words[t]
    if w.capital(t) and w.sep(t) == " " and w.capital(t - 1):  # "USA Today"
        return None
    if is_nowadays(w, t):
        return None
    phrase = Phrase("day", t, t, number=DAY_WORDS[word], time="TNI" if word == "tonight" else "")
    before = w.word(t - 1) if w.near(t) else ""
    if w.capital(t) and before and w.sep(t) == " " and w.word(t + 1) == "s" and w.capital(t + 2):
        return None  # the "Tomorrow's Schools" reforms
    if word == "tomorrow" and before == "of" and w.word(t - 2) not in _OF_TOMORROW:  # "the people of tomorrow"
        return None
    if before in ("before", "after") and w.word(t - 2) == "day" and w.near(t - 1):
        phrase.number = DAY_WORDS[word] + (-1 if before == "before" else 1)
        phrase.first = t - 3 if w.word(t - 3) == "the" else t - 2
    elif before in DAY_PARTS:
        phrase.time, phrase.first = "T" + DAY_PARTS[before], t - 1
        if w.word(t - 2) == "mid" and w.near(t - 1):
            phrase.first = t - 2
    if w.near(t + 1) and w.word(t + 1) in DAY_PARTS:
        phrase.time, phrase.last = "T" + DAY_PARTS[w.word(t + 1)], t + 1
    return phrase


def _hour(hour: int, part: str) -> str:
    """Return the time of "4 in the afternoon"."""
    return f"T{hour % 12 + (0 if part == 'morning' else 12):02d}:00"


def day_part_phrase(w: Window, t: int) -> Phrase | None:
    """Return "this morning", "last night", "that evening", "the next morning"."""
    if not w.near(t):
        return None
    before, first, time = w.word(t - 1), t - 1, "T" + DAY_PARTS[w.words[t]]
    if before == "the" and w.word(t + 1) == "before" and stands_alone(w, t + 2):
        return Phrase("day", first, t + 1, number=-1, time=time, base="text")
    if before == "the" and w.word(t - 2) == "in" and (hour := w.word(t - 3)).isdecimal() and 1 <= int(hour) <= 12:
        return Phrase("clock", t - 3, t, time=_hour(int(hour), w.words[t])) if w.near(t - 2) else None
    if before in ("late", "early", "mid"):
        before, first = w.word(t - 2), t - 2
        if before in ("by", "until", "since"):  # "by mid-afternoon"
            return Phrase("day", t - 1, t, number=0, time=time)
        if before not in ("this", "last"):
            return None
    if before in ("this", "last"):
        return Phrase("day", first, t, number=0 if before == "this" else -1, time=time)
    if before in ("next", "following", "previous", "same", "that"):
        if w.word(t - 2) in ("the", "that", "this") and w.near(t - 1):
            first = t - 2
        elif before not in ("that",):
            return None
        number = {"next": 1, "following": 1, "previous": -1}.get(before, 0)
        return Phrase("day", first, t, number=number, time=time, base="text")
    return None
