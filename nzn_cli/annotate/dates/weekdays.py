"""Weekdays, with the date, the part of the day or the week that stands beside them. Resolves nothing."""

from __future__ import annotations

from nzn_cli.annotate.dates.lexicon import COUNTED, DAY_PARTS, MONTH_WORDS, ORDINALS, SHIFTS, WEEKDAY_WORDS, words
from nzn_cli.annotate.dates.months import day_number, month_phrase, ordinal_day
from nzn_cli.annotate.dates.numeric import digits_phrase
from nzn_cli.annotate.dates.phrase import Phrase
from nzn_cli.annotate.dates.window import Window
from nzn_cli.text.calendar import WEEKDAY_NAMES

_NAMED_WEEK = 6  # words of "of the next long weekend" after a weekday
_WHOLE_DAYS = frozenset(WEEKDAY_NAMES)
_NAMED = words(
    "random typical normal regular every each black super bloody good ash palm cyber holy easter any one most white"
)
_PAPERS = words(
    "star times post mail herald news telegraph independent express tribune mirror observer paper papers newspaper "
    "newspapers magazine school schools theatre night's roast best league"
)
_COPULAS = words("is was and or but it when in")
_PLURAL_PARTS = frozenset(("mornings", "nights", "evenings", "afternoons"))
_WEEK_LEADS = frozenset(("on", "until", "by", "from"))
_A_WEEK = words("once twice times time day days hours hour nights night dollars pounds for of than about just after")
_AND = frozenset(("and", "or", "to", "through", "until"))


def weekday_phrase(w: Window, t: int) -> Phrase | None:
    """Return the weekday at word `t`, with the date or the part of the day that follows it."""
    if w.words[t] not in _WHOLE_DAYS and not _short_weekday(w, t):
        return None
    before = w.word(t - 1) if w.near(t) else ""
    if not w.capital(t) and w.sep(t) == "-":  # "trends-on-tuesday", an address
        return None
    if before in ORDINALS and _is_yearly(w, t):
        return None
    if found := _nth_weekday(w, t):
        return found
    if before in ORDINALS and w.word(t + 1) == "of" and w.word(t + 2) in ("each", "every", "the", "a"):
        return None
    if not w.capital(t) and before not in ("on", "last", "next", "this"):
        return None
    if (
        (before == "a" and (w.word(t - 2) in ("on", "for") or _is_any(w, t)))
        or before in _NAMED
        or (w.near(t + 1) and (w.word(t + 1) in _PLURAL_PARTS or _is_paper(w, t + 1)))
    ):
        return None
    phrase = Phrase("weekday", t, t, weekday=WEEKDAY_WORDS[w.words[t]])
    if before in ("previous", "following", "preceding") and w.word(t - 2) in ("the", "on"):
        phrase.shift, phrase.base = (1 if before == "following" else -1), "text"
        phrase.first = t - 2 if w.word(t - 2) == "the" else t - 1
    elif before in SHIFTS and w.sep(t) != "-":
        phrase.shift, phrase.first = SHIFTS[before], t - 1
        if before in ("coming", "upcoming"):
            phrase.unit = "soon"
        if before in ("past", "coming", "upcoming") and w.word(t - 2) == "this":
            phrase.first = t - 2
    elif before in DAY_PARTS and before not in ("noon", "midday") and before not in _PLURAL_PARTS:  # "dawn Tuesday"
        phrase.time, phrase.first = "T" + DAY_PARTS[before], t - 1
    dated = _weekday_date(w, t)
    if dated:
        dated.weekday, dated.first, dated.time = phrase.weekday, phrase.first, dated.time or phrase.time
        return dated
    _take_after(w, phrase, t + 1)
    inner = _date_at(w, _bracket(w, t)) if phrase.last == t else None  # "Tuesday (June 5)"
    if inner:
        phrase.month, phrase.day, phrase.year = inner.month, inner.day, inner.year
    return phrase


def _bracket(w: Window, t: int) -> int:
    """Return the first word in brackets after the weekday at `t`: "Friday (", "the Friday of the holiday weekend ("."""
    i = t + 1
    if w.word(i) == "of" and w.near(i):
        while i < t + _NAMED_WEEK and w.near(i):
            i += 1
    return i if w.sep(i) == " (" else len(w.words)


def _date_at(w: Window, i: int) -> Phrase | None:
    """Return the day and month that begins at word `i`."""
    for month in (i, i + 1, i + 2):
        if w.word(month) in MONTH_WORDS:
            found = month_phrase(w, month)
            return found if found and found.kind == "date" and found.first == i else None
    return None


def _is_yearly(w: Window, t: int) -> bool:
    """Return whether the weekday at `t` is told of each year: "the second Sunday in May each year"."""
    after = " ".join(w.words[t + 1 : t + 6])
    return "each year" in after or "every year" in after


def _nth_weekday(w: Window, t: int) -> Phrase | None:
    """Return "the first Monday in June" and "the last Friday of next month" around the weekday at `t`."""
    number = -1 if w.word(t - 1) == "last" else ORDINALS.get(w.word(t - 1), 0)
    if not number or number > 5 or not w.near(t) or w.word(t + 1) not in ("of", "in") or not w.near(t + 1):
        return None
    first = t - 2 if w.word(t - 2) == "the" and w.near(t - 1) else t - 1
    fields = {"weekday": WEEKDAY_WORDS[w.words[t]], "number": number}
    if w.word(t + 2) in MONTH_WORDS and (inner := month_phrase(w, t + 2)) and inner.kind == "month":
        return Phrase("nth", first, inner.last, month=inner.month, year=inner.year, shift=inner.shift, **fields)
    if w.word(t + 2) in ("last", "this", "next") and w.word(t + 3) == "month":
        return Phrase("nth", first, t + 3, shift=SHIFTS[w.words[t + 2]], unit="M", **fields)
    return None


def _is_any(w: Window, t: int) -> bool:
    """Return whether nothing that happened follows the weekday at `t`, so that "a Friday afternoon" is any."""
    i = t + 2 if w.word(t + 1) in DAY_PARTS and w.near(t + 1) else t + 1
    return not w.near(i) or w.word(i) in _COPULAS


def _is_paper(w: Window, i: int) -> bool:
    """Return whether word `i` makes the weekday before it a name: "Sunday Herald", "Sunday school"."""
    return w.word(i) in _PAPERS and (
        w.word(i) in ("paper", "papers", "newspaper", "newspapers", "school") or w.capital(i)
    )


def _take_after(w: Window, phrase: Phrase, i: int) -> None:
    """Take a part of the day, "last week" or "week" from word `i` on into the weekday."""
    if not w.near(i):
        return
    if w.word(i) in DAY_PARTS and w.word(i) not in ("noon", "midday"):
        phrase.time, phrase.last = "T" + DAY_PARTS[w.word(i)], i
        i += 1
    if w.word(i) in _AND and w.word(i + 1) in WEEKDAY_WORDS and w.near(i):  # "Monday and Tuesday next week"
        week = _week_after(w, i + 2)
        if week:
            phrase.unit, phrase.shift = "W", week[0]
    elif week := _week_after(w, i):
        phrase.unit, phrase.shift, phrase.last = "W", *week
    elif w.word(i) == "week" and w.near(i) and (w.word(phrase.first - 1) in _WEEK_LEADS or _ends_clause(w, i + 1)):
        phrase.number, phrase.last = 1, i
    elif _is_week_on(w, phrase.first):
        phrase.number, phrase.first = 1, phrase.first - 3
    elif w.near(i) and phrase.shift is None:
        _take_day_number(w, phrase, i)


def _ends_clause(w: Window, i: int) -> bool:
    """Return whether a stop stands before word `i`, or the text ends there."""
    return w.sep(i)[:1] in ("", ".", ",", ";", ")", "!", "?", "\n")


def _is_week_on(w: Window, t: int) -> bool:
    """Return whether "a week on" stands before the weekday at `t`, and not "twice a week on"."""
    if w.words[max(0, t - 3) : t] != ["a", "week", "on"] or not all(w.near(i) for i in (t - 1, t)):
        return False
    before = w.word(t - 4) if w.near(t - 3) else ""
    return before not in _A_WEEK and not before.isdecimal()


def _take_day_number(w: Window, phrase: Phrase, i: int) -> None:
    """Take the day of the month of "Thursday 22nd" and "Thursday the 22nd"."""
    the = w.word(i) == "the" and w.near(i + 1)
    day = i + 1 if the else i
    number = day_number(w, day)
    if not number or not (ordinal_day(w, day + 1) or (not the and _stands(w, day + 1))):
        return
    if w.near(day + 1) and w.word(day + 1) in COUNTED:
        return
    phrase.day, phrase.last = number, day + 1 if ordinal_day(w, day + 1) else day


def _stands(w: Window, i: int) -> bool:
    """Return whether nothing is counted at word `i`: a stop, or another weekday of "Sat 5 and Sun 6 March"."""
    mark = w.sep(i)
    if mark[:1] in (",", ".", ";", ")", "\n"):
        return not (mark == "." and w.word(i).isdecimal())  # "Thursday evening 7.30pm"
    if mark.strip() in ("-", "&", "/"):
        return w.word(i) in WEEKDAY_WORDS
    return w.word(i) in _AND and w.word(i + 1) in WEEKDAY_WORDS and w.near(i + 1)


def _week_after(w: Window, i: int) -> tuple[int, int] | None:
    """Return (shift, last word) for "last week" and "of next week" at word `i`."""
    if w.word(i) == "of" and w.near(i):
        i += 1
    if w.near(i) and w.word(i) in ("last", "next", "this") and w.word(i + 1) == "week" and w.near(i + 1):
        return SHIFTS[w.word(i)], i + 1
    return None


def _short_weekday(w: Window, t: int) -> bool:
    """Return whether the short form at word `t` is a weekday: a day of a month follows."""
    if not w.capital(t) or w.sep(t + 1) not in (" ", ", ", ". ", "., "):
        return False
    return bool(day_number(w, t + 1) or w.word(t + 1) in MONTH_WORDS)


def _weekday_date(w: Window, t: int) -> Phrase | None:
    """Return the date of "Friday, 28 June", "Friday evening, 28 June" and "Friday, June 28", or None."""
    i, time = t + 1, ""
    if w.near(i) and w.word(i) in DAY_PARTS:
        time = "T" + DAY_PARTS[w.word(i)]
        i += 1
    if not (w.near_comma(i) or w.sep(i) in (". ", "., ")):
        return None
    if w.word(i) == "the" and w.near(i + 1):
        i += 1
    if w.sep(i + 1) in ("/", ".", "-") and (written := digits_phrase(w, i)) and written.kind == "date":
        written.time = written.time or time  # "Monday 23.03.09"
        return written
    for month in (i, i + 1, i + 2, i + 3):
        if w.word(month) in MONTH_WORDS:
            if month > i and not day_number(w, i):
                return None
            phrase = month_phrase(w, month)
            if phrase and phrase.kind == "date" and phrase.first <= i:
                phrase.time = time
                return phrase
            return None
    return None
