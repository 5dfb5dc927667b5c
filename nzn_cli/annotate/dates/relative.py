"""Units of time that count from another date: "last week", "the following month", "that year". Resolves nothing."""

from __future__ import annotations

from nzn_cli.annotate.dates.counts import ahead_phrase, interval_phrase, offset_phrase, stands_alone
from nzn_cli.annotate.dates.lexicon import FROM_TEXT, MONTH_WORDS, ORDINALS, PARTS, SHIFTS, UNITS, words
from nzn_cli.annotate.dates.months import month_phrase
from nzn_cli.annotate.dates.phrase import Phrase
from nzn_cli.annotate.dates.window import Window
from nzn_cli.annotate.dates.years import year_number

_PARTS_OF = words("end beginning start middle close rest remainder half part course outset months quarters")
_PARTS_OF_CENTURY = _PARTS_OF | words("turn end decade decades years part quarter third")
_WEEKS = words("of beginning ending ended starting commencing")
_TELLING = words(
    "said says so found finds find shows showed shown suggests suggested reported reports revealed reveals indicates "
    "indicated noted notes ensure ensures means meant believes believed argued concluded"
)  # "found that Year 5 students"
_MONEY = words("million billion share cents")
_IT_IS_NOW = (" it's ", " it is ", "today is ", "today's ", "today marks ")
_NOW_REACH = 12  # characters of the longest of them
_SAID_BEFORE = words("following subsequent previous preceding prior")


def unit_phrase(w: Window, t: int) -> Phrase | None:
    """Return the expression around the unit of time at word `t`."""
    unit = UNITS[w.words[t]]
    if w.words[t] == "day" and w.word(t + 1) == "of" and (found := _nth_day(w, t)):
        return found
    return offset_phrase(w, t) or _shifted(w, t, unit) or _year_end(w, t) or _the_unit(w, t, unit) or ahead_phrase(w, t)


def _shifted(w: Window, t: int, unit: str) -> Phrase | None:
    """Return "last week", "this fiscal year", "the following month", "that year", "the past week"."""
    if not w.near(t) or w.sep(t) == "-" or unit in "QP":
        return None
    if w.words[t].endswith("s") or unit in "HT":
        found = interval_phrase(w, t, unit)
        return None if found and unit == "T" and found.number is None else found  # "the next minute" is now
    if w.capital(t) and w.near(t + 1) and w.word(t + 1).isdecimal() and len(w.word(t + 1)) <= 2:  # "that Year 5 class"
        return None
    i = t - 1
    if w.word(i) in ("fiscal", "financial", "calendar", "same") and w.near(i) and w.word(i - 1) in SHIFTS:
        i -= 1
    before = w.word(i)
    if before in FROM_TEXT and (before not in SHIFTS or w.word(i - 1) in ("the", "that")):
        return _of_text(w, t, i, unit)
    if before not in SHIFTS or before in ("present", "prior", "previous", "preceding"):
        return None
    the = w.word(i - 1) in ("the", "this") and w.near(i)
    if the and before == "last" and unit in "DWMY" and w.word(t + 1) == "of" and w.near(t + 1):
        return None  # "the last week of May"
    part_of_century = unit == "C" and w.word(i - 2) == "of" and w.word(i - 3) in _PARTS_OF_CENTURY
    if not part_of_century and _is_interval(before, w.word(i - 1), unit, i < t - 1):
        return Phrase("interval", i - 1 if the else i, t, unit=unit, number=1, shift=SHIFTS[before])
    if unit == "D":
        return Phrase("unit", i - 1, t, unit=unit, shift=1, base="text") if before == "next" and the else None
    if w.capital(i) and w.capital(t) and w.sep(i)[-1:] not in ("\n", " ", ""):  # "This Week", a programme
        return None
    leads = ("current", "coming", "upcoming", "past", "next", *(("last",) if w.word(i - 1) == "the" else ()))
    first = i - 1 if the and before in leads else i  # not "I said this last week"
    phrase = Phrase("unit", first, t, unit=unit, shift=SHIFTS[before])
    if before == "last" and unit == "Y" and (w.word(i - 1) in _MONEY or w.sep(t + 2) == " $"):
        phrase.season = "compared"  # "from $3 million last year" in a report on a quarter
    return phrase


def _is_interval(before: str, lead: str, unit: str, calendar: bool) -> bool:
    """Return whether "past", "the last" or "the next" makes a stretch that touches now, not the calendar's unit."""
    if unit == "WE" or calendar:
        return False
    if unit == "F":  # no calendar counts in fortnights
        return SHIFTS.get(before) != 0
    if before == "past" or (before == "last" and lead == "the"):
        return True
    return before in ("next", "coming") and lead == "the" and unit != "D"


def _of_text(w: Window, t: int, i: int, unit: str) -> Phrase | None:
    """Return "the following month", "that year" and "the same day"."""
    before = w.words[i]
    the = w.word(i - 1) in ("the", "that", "this") and w.near(i)
    if before in _SAID_BEFORE and not the:
        return None
    if before == "that" and (w.sep(i)[:1] == "," or w.word(i - 1) in _TELLING):
        return None
    return Phrase("unit", i - 1 if the else i, t, unit=unit, shift=FROM_TEXT[before], base="text")


def _nth_day(w: Window, t: int) -> Phrase | None:
    """Return "It's the third day of the talks", which is the day of publication."""
    number = t - 2 if w.word(t - 1) in ("st", "nd", "rd", "th") and w.sep(t - 1) == "" else t - 1
    if not (w.words[number] in ORDINALS or w.words[number].isdecimal()) or w.word(number - 1) != "the" or not w.near(t):
        return None
    start = w.start(number - 1)
    lead = w.low[max(0, start - _NOW_REACH) : start]  # "today" is an expression of its own, before the window
    return Phrase("day", number - 1, t, number=0) if f" {lead}".replace("\n", " ").endswith(_IT_IS_NOW) else None


def _year_end(w: Window, t: int) -> Phrase | None:
    """Return "year-end" and "year's end"."""
    before = w.word(t - 1)
    if w.words[t] != "year":
        return None
    if w.near(t + 1) and w.word(t + 1) == "end" and before not in ("financial", "fiscal", "a", "one", "each"):
        if w.sep(t + 1) == "-":  # "year-end" closes the books; "year end" is the end of the year
            phrase = Phrase("unit", t, t + 1, unit="Y", shift=0, season="end")
            if w.near(t + 2) and (year := year_number(w, t + 2)):  # "year-end 1988"
                phrase.year, phrase.last = year, t + 2
            return phrase
        return Phrase("unit", t, t + 1, unit="Y", shift=0, part="END")
    if w.word(t + 1) == "s" and w.word(t + 2) == "end" and before not in ("last", "next", "this"):
        return Phrase("unit", t, t + 2, unit="Y", shift=0, part="END")
    return None


def _the_unit(w: Window, t: int, unit: str) -> Phrase | None:
    """Return "the weekend", "the week of March 6", and "the year" where a part is meant ("the end of the year")."""
    if w.word(t - 1) != "the" or not w.near(t) or w.sep(t + 1) == "-":  # "part of the year-long course"
        return None
    if unit == "WE":
        return Phrase("unit", t - 1, t, unit="WE") if w.word(t + 1) != "of" else None
    if unit in ("D", "W", "M", "Y") and w.word(t + 1) in ("before", "after") and stands_alone(w, t + 2):
        return Phrase("unit", t - 1, t + 1, unit=unit, shift=-1 if w.words[t + 1] == "before" else 1, base="text")
    if w.words[t] == "week" and w.word(t + 1) in _WEEKS and w.near(t + 1):
        return _week_of(w, t)
    if w.words[t] in ("day", "year", "month", "week", "decade", "century") and w.near(t - 1):
        lead, part = w.word(t - 2), w.word(t - 3)
        if lead == "of" and part in _PARTS_OF:
            return Phrase("unit", t - 1, t, unit=unit, shift=0) if unit != "D" else None
        if lead == "in" and unit == "D" and part in ("later", "earlier"):
            return Phrase("unit", t - 3, t, unit=unit, shift=0, base="text")
        if lead == "in" and unit != "D" and part in ("later", "earlier", "late", "early"):
            return Phrase("unit", t - 3, t, unit=unit, shift=0, part=PARTS[part])
    return None


def _week_of(w: Window, t: int) -> Phrase | None:
    for month in (t + 2, t + 3, t + 4):
        if w.word(month) in MONTH_WORDS:
            inner = month_phrase(w, month)
            if inner and inner.kind == "date" and inner.first == t + 2:
                inner.kind, inner.first = "week of", t - 1
                return inner
    return None
