"""Clock times, joined to the day that stands beside them. Resolves nothing."""

from __future__ import annotations

from nzn_cli.annotate.dates.date_words import DAY_PARTS, DAY_WORDS, MONTH_WORDS, WEEKDAY_WORDS, ZONES, words
from nzn_cli.annotate.dates.find_day_lists import day_number
from nzn_cli.annotate.dates.find_days import find_day_part, find_day_word
from nzn_cli.annotate.dates.find_months import find_month
from nzn_cli.annotate.dates.find_numeric import find_numeric_date
from nzn_cli.annotate.dates.find_weekdays import find_weekday
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.window import Window

Time = tuple[str, int]  # "T22:00", last word

_NAMED = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
_HOURS = words("gmt utc hours hrs")  # after "2230"
_AT = words("at by until before after around about from")
_AFTER_STOP = (".,", "., ", ". ", ") ", ").")


def time_at(w: Window, i: int) -> Time | None:
    """Return the clock time that begins at word `i`: "10 p.m.", "10:35 am GMT", "2.18 pm", "2230 GMT", "noon"."""
    word = w.word(i)
    if word in _NAMED:
        return _NAMED[word], i + 1 if w.word(i + 1) in ZONES and w.adjoins(i + 1) else i
    if not word.isdecimal():
        return None
    if len(word) == 4 and w.adjoins(i + 1) and w.word(i + 1) in _HOURS:
        return _time(int(word[:2]), int(word[2:]), w, i + 1)
    return _digital_time(w, i) if len(word) <= 2 else None


def _digital_time(w: Window, i: int) -> Time | None:
    """Return the clock time of "10", "10:35" and "10:35:20" at word `i`, where "p.m." or a colon shows it to be one."""
    hour, minute, j = int(w.word(i)), 0, i
    if w.sep(i + 1) in (":", ".") and len(w.word(i + 1)) == 2 and w.word(i + 1).isdecimal():
        minute, j = int(w.word(i + 1)), i + 1
        if w.sep(j + 1) == ":" and w.word(j + 1).isdecimal():  # seconds
            j += 1
    half = _half_of_day(w, j + 1)
    if half is None:
        return _time(hour, minute, w, j) if j > i and w.sep(i + 1) == ":" else None
    if hour <= 12:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return _time(hour, minute, w, half[1]) if hour < 13 or half[0] == "p" else None


def _time(hour: int, minute: int, w: Window, last: int) -> Time | None:
    """Return the time with its zone taken in, or None where no clock shows it."""
    if hour > 24 or minute > 59:
        return None
    while w.word(last + 1) in ZONES and (w.adjoins_by_comma(last + 1) or _on_a_line(w, last + 1) in (". ", " (")):
        last += 1
    if w.word(last) in ("eastern", "pacific") and w.word(last + 1) in ("standard", "daylight") and w.adjoins(last + 1):
        last += 1
    if (
        w.word(last) in ("eastern", "pacific", "local", "standard", "daylight")
        and w.word(last + 1) == "time"
        and w.adjoins(last + 1)
    ):
        last += 1
    return f"T{hour:02d}:{minute:02d}", last


def _on_a_line(w: Window, i: int) -> str:
    """Return what stands before word `i`, the end of a line taken for a blank."""
    sep = w.sep(i)
    return sep.replace("\n", " ") if sep.count("\n") == 1 else sep


def _half_of_day(w: Window, i: int) -> tuple[str, int] | None:
    """Return ("a" or "p", last word) for "am", "p.m." and "o'clock" at word `i`."""
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


def find_time(w: Window, t: int) -> TimeExpression | None:
    """Return the time at word `t` with the day that follows it, or alone."""
    time = time_at(w, t)
    if not time or w.sep(t)[-1:] in (":", "$", "/") or _is_repeated(w, t):
        return None
    value, last = time
    stated = w.sep(t + 1) != ":" or _half_of_day(w, t + 2) is not None
    if day := day_after(w, _same_elsewhere(w, last) + 1):
        later = not stated and day.time in ("TEV", "TNI", "TAF") and value < "T12"  # "7:30 tonight"
        day.time, day.first = (f"T{int(value[1:3]) + 12}{value[3:]}" if later else value), t
        return day
    if day := _day_of_range(w, last):
        day.time, day.first, day.last, day.sides = value, t, last, ()
        return day
    if not (stated or _is_told_as_time(w, t, last)) or (w.words[t] in _NAMED and w.word(t - 1) not in _AT):
        return None
    return TimeExpression("clock", t, last, time=value)


def _is_told_as_time(w: Window, t: int, last: int) -> bool:
    """Return whether the digits from word `t` are a clock's: a zone ends them ("06:23 GMT"), or "at" stands before."""
    return w.word(last).isalpha() or (w.word(t - 1) == "at" and w.adjoins(t))


def _same_elsewhere(w: Window, last: int) -> int:
    """Return the last word of the same time in brackets by another clock: "10:35 a.m. (0735 GMT)"."""
    i = last + 1
    if w.sep(i).lstrip(". ") == "(" and (other := time_at(w, i)) and w.sep(other[1] + 1)[:1] == ")":
        return other[1]
    return last


def _day_of_range(w: Window, last: int) -> TimeExpression | None:
    """Return the day that follows the second time of "from 9am to 5pm on Friday", the first one ending at `last`."""
    i = last + 1
    if w.sep(i).strip(". ") != "-":
        if w.word(i) not in ("to", "and", "until") or not w.adjoins(i + 1):
            return None
        i += 1
    other = time_at(w, i)
    return day_after(w, other[1] + 1) if other else None


def _is_repeated(w: Window, t: int) -> bool:
    """Return whether the time at word `t` stands in brackets after another: it tells the same moment."""
    start = w.start(t)
    return w.low[start - 1 : start] == "(" and w.low[max(0, start - 6) : start - 1].rstrip(" .")[-2:] in (
        "am", "pm", ".m", " m", "mt", "st", "dt",
    )  # fmt: skip


def day_after(w: Window, i: int) -> TimeExpression | None:
    """Return the day that begins at word `i` ("on Friday", ", Nov. 6", "this morning"), or None."""
    if _on_a_line(w, i) not in _AFTER_STOP and not w.adjoins_by_comma(i):
        return None
    if _on_a_line(w, i) == ". " and w.word(i - 1) != "m":
        return None
    if w.word(i) == "on" and w.adjoins(i + 1):
        i += 1
    word = w.word(i)
    if word in ("last", "next", "this") and w.word(i + 1) in WEEKDAY_WORDS:
        return find_weekday(w, i + 1)
    if word in ("last", "this") and w.word(i + 1) in DAY_PARTS:
        return find_day_part(w, i + 1)
    if word in WEEKDAY_WORDS:
        return find_weekday(w, i)
    if word in DAY_WORDS:
        return find_day_word(w, i)
    return _date_at(w, i)


def _date_at(w: Window, i: int) -> TimeExpression | None:
    """Return the day and month that begins at word `i`."""
    months = (i,) if not day_number(w, i) else (i + 1, i + 2, i + 3)
    for month in months:
        if w.word(month) in MONTH_WORDS:
            found = find_month(w, month)
            return found if found and found.kind == "date" and found.first == i else None
    found = find_numeric_date(w, i) if len(months) == 3 else None
    return found if found and found.kind == "date" else None


def add_time_after(w: Window, expression: TimeExpression) -> None:
    """Take "at 10 p.m." after a day into its expression."""
    i = expression.last + 1
    if w.word(i) == "at" and w.adjoins_by_comma(i) and w.adjoins(i + 1):
        i += 1
    elif not w.adjoins_by_comma(i):
        return
    if (time := time_at(w, i)) and not (len(w.word(i)) == 4 and w.word(i).isdecimal()):
        expression.time, expression.last = time
