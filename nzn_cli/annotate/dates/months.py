"""Months, with the day, the range of days and the year that stand beside them. Resolves nothing."""

from __future__ import annotations

from nzn_cli.annotate.dates.history import known_year
from nzn_cli.annotate.dates.lexicon import COUNTED, MONTH_WORDS, ORDINALS, SHORT_MONTHS, words
from nzn_cli.annotate.dates.phrase import Phrase
from nzn_cli.annotate.dates.window import Window
from nzn_cli.annotate.dates.years import year_after, year_shift_after

_SUFFIXES = ("st", "nd", "rd", "th")
_LEADS = words(
    "in by since last next this of until till from during early late mid to between and before after through on for "
    "around about past coming a an the that our its his her their earlier later end start beginning dated or"
)
_SHORT_LEADS = words("in since last next this until by early late mid from to between")
_LOOSE_LEADS = frozenset(("and", "or", "for", "from", "to"))  # may as well stand before a person: "from April Jones"
_DAY_LEADS = words("on the from of until to by and")
_SPEECH = words("i he she we god it they you not the this that all peace there be also have well")
_NAMES = frozenset(("april", "june", "august"))  # also given names
_JOINTS = frozenset(("to", "and", "until", "till", "through", "or"))
_PAIR = 2  # days between the two of "12/13 May"
_SHIFTS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


def day_number(w: Window, i: int) -> int | None:
    """Return the day of a month that word `i` writes in digits, or None."""
    word = w.word(i)
    return int(word) if len(word) <= 2 and word.isdecimal() and 1 <= int(word) <= 31 else None


def ordinal_day(w: Window, i: int) -> bool:
    """Return whether word `i` is the "th" of the number before it."""
    return w.word(i) in _SUFFIXES and w.sep(i) == ""


def month_phrase(w: Window, t: int) -> Phrase | None:
    """Return the date around the month at word `t`."""
    month = MONTH_WORDS[w.words[t]]
    right = _day_after(w, t)
    left = _day_before(w, t)
    if left and right and w.sep(t) == w.sep(t + 1) == "-":  # "5-Jun-18"
        left.month, left.year, left.last = month, (1900 if right > 30 else 2000) + right, t + 1
        return left
    if left and right and not left.joint and w.word(left.first - 1) not in _DAY_LEADS:
        left = None
    if left:
        left.month = month
        _add_year(w, left, t + 1)
        return left
    if right and (w.capital(t) or year_after(w, t + 2)):
        phrase = _month_day(w, month, right, t)
        if phrase.year is None and phrase.shift is None:
            phrase.number = known_year(w, phrase)
            if w.near(t):
                _take_shift(w, phrase, t)
        return phrase
    return _bare_month(w, month, t) if w.capital(t) else None


def _day_after(w: Window, t: int) -> int | None:
    """Return the day that follows the month at word `t`, unless that number counts something or begins a time."""
    if w.word(t + 1) == "the" and w.near(t + 1) and w.near(t + 2) and ordinal_day(w, t + 3):  # "June the 1st"
        return day_number(w, t + 2)
    gap = w.sep(t + 1)
    if w.words[t] in SHORT_MONTHS and gap[:1] == ".":
        gap = gap[1:] or " "
    if "\n" in gap and _is_item(w, t + 1):
        return None
    if not gap or (gap != "-" and not gap.isspace()) or gap.count("\n") > 1:
        return None
    return day_number(w, t + 1) if _is_plain(w, t + 1) else None


def _is_item(w: Window, i: int) -> bool:
    """Return whether the number at word `i` begins an item of a list: the one before it begins a line above."""
    number = w.word(i)
    if not number.isdecimal() or w.sep(i + 1)[:1] not in (".", ")", "\\"):
        return False
    start = w.start(i)
    above = w.low[max(0, start - 500) : start]
    return f"\n{int(number) - 1}{w.sep(i + 1)[:1]}" in f"\n{above}"


def _is_plain(w: Window, i: int) -> bool:
    """Return whether the number at word `i` is no amount, count, percentage or time."""
    after, follows = w.sep(i + 1), w.word(i + 1)
    if after[:1] == "%" or (after in (":", ",", ".") and follows.isdecimal()):
        return False
    half = follows in ("am", "pm") or (follows in ("a", "p") and w.word(i + 2) == "m" and w.sep(i + 2)[:1] == ".")
    return not (w.near(i + 1) and (half or follows in COUNTED))


def _day_before(w: Window, t: int) -> Phrase | None:
    """Return the phrase of a day, or of a range of days, that stands before the month at word `t`."""
    i = t - 1
    if not w.near(t):
        return None
    if w.word(i) == "of":
        i -= 1
        if w.word(i) == "day":
            i -= 1
        if found := _spelled_day(w, i):
            return Phrase("date", found[1], t, day=found[0])
        if not ordinal_day(w, i):
            return None
    if ordinal_day(w, i):
        i -= 1
    day = day_number(w, i)
    mark = w.sep(i)
    if day is None or (mark[-1:] in ("$", "#", "£", "€", ".", ":") and mark != ". "):
        return None
    if (mark == "," or (mark == "/" and not _is_pair(w, i - 1, day))) and w.word(i - 1).isdecimal():
        return None
    phrase = Phrase("date", i, t, day=day)
    if start := _range_start(w, i, day):
        phrase.day, phrase.to_day, phrase.first = start[0], day, start[1]
        phrase.joint = start[1] + 1 if ordinal_day(w, start[1] + 1) else start[1], i
    return phrase


def _is_pair(w: Window, i: int, next_day: int) -> bool:
    """Return whether the day at word `i` and the next one are a pair: "12/13 May"."""
    day = day_number(w, i)
    return day is not None and 0 < next_day - day <= _PAIR and w.sep(i)[-1:] not in ("/", ".", "-", "$")


def _spelled_day(w: Window, i: int) -> tuple[int, int] | None:
    """Return (day, first word) of "twenty-ninth" that ends with word `i`."""
    number = 30 if w.word(i) == "thirtieth" else ORDINALS.get(w.word(i), 0)
    if not number or not w.near(i + 1):
        return None
    tens = {"twenty": 20, "thirty": 30}.get(w.word(i - 1), 0) if w.near(i) and number < 10 else 0
    return (number + tens, i - 1 if tens else i) if number + tens <= 31 else None


def _range_start(w: Window, i: int, to_day: int) -> tuple[int, int] | None:
    """Return (first day, its word) where "28 to", "28-" or "29 and" stands before the day at word `i`."""
    j = i - 1
    if w.sep(i) not in ("-", " - ", "/"):
        if w.word(j) not in ("to", "and", "until", "through", "or") or not w.near(i) or not w.near(j):
            return None
        j -= 1
    if ordinal_day(w, j):
        j -= 1
    day = day_number(w, j)
    return (day, j) if day and day < to_day and w.sep(j)[-1:] not in (".", ":", "$", "/") else None


def _month_day(w: Window, month: int, day: int, t: int) -> Phrase:
    """Return "June 28", "June 28-30" or "June 28 to 30" with its year."""
    last = t + 1 + (w.word(t + 1) == "the")
    if ordinal_day(w, last + 1):
        last += 1
    phrase = Phrase("date", t, last, month=month, day=day)
    to = last + 1
    if w.sep(to) not in ("-", " - "):
        to = last + 2 if w.word(to) in ("to", "and", "through", "until") and w.near(to) and w.near(to + 1) else 0
    to_day = day_number(w, to) if to else None
    if to_day and to_day > day and _is_plain(w, to) and not (w.near(to + 1) and w.word(to + 1) in MONTH_WORDS):
        phrase.joint = last, to
        phrase.to_day, phrase.last = to_day, (to + 1 if ordinal_day(w, to + 1) else to)
    _add_year(w, phrase, phrase.last + 1)
    return phrase


def _add_year(w: Window, phrase: Phrase, i: int) -> None:
    """Take the year that stands at word `i` into the phrase, or the words "last year"."""
    found = year_after(w, i)
    if found:
        phrase.year, phrase.last = found
    elif shifted := year_shift_after(w, i):
        phrase.shift, phrase.last = shifted
    else:
        phrase.year = _borrowed_year(w, phrase, i)


def _borrowed_year(w: Window, phrase: Phrase, i: int) -> int | None:
    """Return the year of "June to August 2017" for its first side: words from `i` join another month to it."""
    if w.sep(i) not in ("-", " - "):
        if w.word(i) not in _JOINTS or not w.near(i):
            return None
        i += 1
    for month in (i, i + 1, i + 2):
        if w.word(month) in MONTH_WORDS and (w.near(month) or month == i):
            after = month + 1
            if day_number(w, after):
                after += 2 if ordinal_day(w, after + 1) else 1
            year = year_after(w, after)
            return year[0] - (phrase.month is not None and phrase.month > MONTH_WORDS[w.word(month)]) if year else None
    return None


def _bare_month(w: Window, month: int, t: int) -> Phrase | None:
    """Return the month alone, with a year where one follows, unless the word is more likely a name or a verb."""
    phrase = Phrase("month", t, t, month=month)
    _add_year(w, phrase, t + 1)
    if phrase.year is not None:
        return phrase
    if w.words[t] in SHORT_MONTHS and not (w.sep(t + 1)[:1] == "." and w.near(t) and w.word(t - 1) in _SHORT_LEADS):
        return None
    if not _plainly_month(w, t):
        return None
    if w.near(t):
        _take_shift(w, phrase, t)
    return phrase


def _take_shift(w: Window, phrase: Phrase, t: int) -> None:
    """Take "last", "this past" or "next" before the month at word `t` into the phrase."""
    before = w.word(t - 1)
    if before in _SHIFTS:
        this_past = before == "past" and w.word(t - 2) == "this"
        phrase.shift, phrase.unit, phrase.first = _SHIFTS[before], "M", t - 2 if this_past else t - 1


def _after_month(w: Window, t: int) -> bool:
    """Return whether a month stands just before the word at `t`: "April, May and June", "January-March"."""
    start = w.start(t)
    return w.low[max(0, start - 14) : start].rstrip(" ,-").rpartition(" ")[2] in MONTH_WORDS


def _is_address(w: Window, t: int) -> bool:
    """Return whether the word at `t` is called out, as in "April, go ahead": no other month follows."""
    mark = w.sep(t + 1)[:1]
    return mark in (".", "!", "?") or (mark == "," and w.word(t + 1) not in MONTH_WORDS)


def _is_procession(w: Window, t: int) -> bool:
    """Return whether the word at `t` is a march that people walk: "the annual March for Hope", "a March on London"."""
    if w.word(t + 1) not in ("for", "on", "against") or not w.near(t + 1) or not w.near(t):
        return False
    return w.word(t - 1) in ("annual", "the", "a", "this", "our") or (w.capital(t + 2) and w.capital(t - 1))


def _plainly_month(w: Window, t: int) -> bool:
    """Return whether the word at `t` is a month by what stands beside it: not Theresa May, not April Jones."""
    word, before = w.words[t], w.word(t - 1) if w.near(t) else ""
    if w.sep(t)[-1:] in ("@", "_") or w.sep(t + 1)[:1] == "@":
        return False
    named = w.sep(t + 1) == " " and w.capital(t + 1)
    if before in ("every", "each"):
        return False
    if word == "march" and _is_procession(w, t):
        return False
    if before == "as" and w.word(t - 2) in ("early", "late", "recently", "soon"):
        return True
    if before in _LEADS:
        return not (named and before in _LOOSE_LEADS and (word in _NAMES or word == "may"))
    if word in _NAMES and not before and _is_address(w, t):
        return False
    after_name = before != "" and w.capital(t - 1)
    if word in ("may", "march") and w.sep(t) in (", ", "-") and _after_month(w, t):
        return True
    if word in ("may", "march") and w.sep(t)[-1:] == "(" and w.sep(t + 1)[:1] == ")":  # "the plan (March)"
        return True
    if word in ("may", "march"):
        return before != "" and not after_name and w.word(t + 1) not in _SPEECH
    return word not in _NAMES or not (after_name or named)
