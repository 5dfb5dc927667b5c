"""Clock times, joined to the day that stands beside them. Resolves nothing."""

from __future__ import annotations

from nzn_cli.extract.dates.days import day_word_phrase, weekday_phrase
from nzn_cli.extract.dates.lexicon import DAY_WORDS, MONTH_WORDS, WEEKDAY_WORDS, ZONES
from nzn_cli.extract.dates.months import day_number, month_phrase
from nzn_cli.extract.dates.numeric import digits_phrase
from nzn_cli.extract.dates.phrase import Phrase
from nzn_cli.extract.dates.window import Window

Time = tuple[str, int]  # "T22:00", last word


def read_time(w: Window, i: int) -> Time | None:
    """Return the clock time that begins at word `i`: "10 p.m.", "10:35 am GMT", "2.18 pm", "noon"."""
    word = w.word(i)
    if word in ("noon", "midday"):
        return "T12:00", i
    if word == "midnight":
        return "T24:00", i
    if not word.isdigit() or len(word) > 2:
        return None
    hour, minute, j = int(word), None, i
    if w.sep(i + 1) in (":", ".") and len(w.word(i + 1)) == 2 and w.word(i + 1).isdigit():
        minute, j = int(w.word(i + 1)), i + 1
        if w.sep(j + 1) == ":" and w.word(j + 1).isdigit():
            j += 1
    half = _half_of_day(w, j + 1)
    if half is None and not (minute is not None and w.sep(i + 1) == ":" and len(word) <= 2):
        return None
    if half:
        if not 1 <= hour <= 12 and not (minute is not None and hour < 24):
            return None
        if hour <= 12:
            hour = hour % 12 + (12 if half[0] == "p" else 0)
        j = half[1]
    if hour > 24 or (minute or 0) > 59:
        return None
    while w.word(j + 1) in ZONES and (w.near_comma(j + 1) or w.sep(j + 1) in (". ", " (", ".m. ")):
        j += 1
    return f"T{hour:02d}:{minute or 0:02d}", j


def _half_of_day(w: Window, i: int) -> tuple[str, int] | None:
    word = w.word(i)
    if w.sep(i) not in ("", " ", "\n"):
        return None
    if word in ("am", "pm"):
        return word[0], i
    if word in ("a", "p") and w.word(i + 1) == "m" and w.sep(i + 1) in (".", ". "):
        return word, i + 1
    if word == "o" and w.word(i + 1) == "clock":
        return ("p" if w.word(i + 3) in ("afternoon", "evening") else "a"), i + 1
    return None


def clock_phrase(w: Window, t: int) -> Phrase | None:
    """Return the time at word `t` with the day that follows it, or alone."""
    time = read_time(w, t)
    if not time or w.sep(t)[-1:] in (":", "$", "/"):
        return None
    value, last = time
    stated = (
        w.words[t] in ("noon", "midnight", "midday") or ":" not in w.sep(t + 1) or _half_of_day(w, t + 2) is not None
    )
    day = day_after(w, last + 1)
    if day:
        day.time, day.first = value, t
        return day
    if not stated:
        return None
    if w.words[t] in ("noon", "midday", "midnight") and w.word(t - 1) not in (
        "at",
        "by",
        "until",
        "before",
        "after",
        "around",
        "about",
        "from",
    ):
        return None
    return Phrase("clock", t, last, time=value)


def day_after(w: Window, i: int) -> Phrase | None:
    """Return the day that begins at word `i` ("on Friday", ", Nov. 6"), or None."""
    if w.sep(i) not in (".,", "., ", ". ", ") ", ".) ") and not w.near_comma(i):
        return None
    if w.sep(i) == ". " and w.word(i - 1) != "m":
        return None
    if w.word(i) == "on" and w.near(i + 1):
        i += 1
    if w.word(i) in ("last", "next", "this") and w.word(i + 1) in WEEKDAY_WORDS:
        return weekday_phrase(w, i + 1)
    if w.word(i) in WEEKDAY_WORDS:
        return weekday_phrase(w, i)
    if w.word(i) in DAY_WORDS:
        return day_word_phrase(w, i)
    if w.word(i) in MONTH_WORDS:
        found = month_phrase(w, i)
        return found if found and found.kind == "date" and found.first == i else None
    if day_number(w, i):
        for month in (i + 1, i + 2, i + 3):
            if w.word(month) in MONTH_WORDS:
                found = month_phrase(w, month)
                return found if found and found.kind == "date" and found.first == i else None
        found = digits_phrase(w, i)
        return found if found and found.kind == "date" else None
    return None


def add_time_after(w: Window, phrase: Phrase) -> None:
    """Take "at 10 p.m." after a day into its phrase."""
    i = phrase.last + 1
    if w.word(i) == "at" and w.near_comma(i) and w.near(i + 1):
        i += 1
    elif not w.near_comma(i):
        return
    time = read_time(w, i)
    if time:
        phrase.time, phrase.last = time
