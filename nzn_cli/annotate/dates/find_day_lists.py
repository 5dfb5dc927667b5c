"""Days of one month, by their numbers: "28 to 30", "3, 5, 9 and 11", "12th/13th". Resolves nothing."""

from __future__ import annotations

from nzn_cli.annotate.dates.date_words import COUNTED, MONTH_WORDS, ORDINALS, UNITS, listed, words
from nzn_cli.annotate.dates.time_expression import Side
from nzn_cli.annotate.dates.window import Window

_SUFFIXES = ("st", "nd", "rd", "th")
_RANGED = listed("range-words")
_TENS = {"twenty": 20, "thirty": 30}
_DAY_LEADS = words("on by until since from before after of")
_NO_DAYS = words("half halves time place reading lady hand generation round stage phase")
_LISTED = frozenset(("and", "or"))
_HYPHENS = ("-", " - ")
_SLASHES = ("/", " / ", "&", " & ")
_COMMAS = (", ", ",")
_NUMBER_MARKS = frozenset(".:$/")


def day_number(w: Window, i: int) -> int | None:
    """Return the day of a month that word `i` writes in digits, or None."""
    word = w.word(i)
    return int(word) if len(word) <= 2 and word.isdecimal() and 1 <= int(word) <= 31 else None


def ordinal_day(w: Window, i: int) -> bool:
    """Return whether word `i` is the "th" of the number before it."""
    return w.word(i) in _SUFFIXES and w.sep(i) == ""


def spelled_day(w: Window, i: int, joined: bool = False) -> tuple[int, int] | None:
    """Return (day, first word) of "twenty-ninth" that ends with word `i`, before another word unless `joined`."""
    number = 30 if w.word(i) == "thirtieth" else ORDINALS.get(w.word(i), 0)
    if not number or not (joined or w.adjoins(i + 1)):
        return None
    tens = _TENS.get(w.word(i - 1), 0) if w.adjoins(i) and number < 10 else 0
    return (number + tens, i - 1 if tens else i) if number + tens <= 31 else None


def spelled_day_after(w: Window, i: int) -> tuple[int, int] | None:
    """Return (day, last word) of "the fourth" and "twenty-first" that follow a month from word `i` on."""
    the = w.word(i) == "the" and w.adjoins(i)
    first = i + 1 if the else i
    if not w.adjoins(first):
        return None
    tens = _TENS.get(w.word(first), 0)
    last = first + 1 if tens and w.adjoins(first + 1) else first
    found = spelled_day(w, last, joined=True)
    if not found or found[1] != first:
        return None
    day = found[0]
    led = the or (w.word(i - 2) in _DAY_LEADS and w.adjoins(i - 1))
    return (day, last) if _ends_day(w, last, led) else None


def _ends_day(w: Window, last: int, led: bool) -> bool:
    """Return whether no quarter, half or time follows an ordinal; one that is not led closes its phrase."""
    if not w.adjoins(last + 1):
        return True
    return w.word(last + 1) not in UNITS and w.word(last + 1) not in _NO_DAYS and (led or _year_follows(w, last))


def is_plain_day(w: Window, i: int) -> bool:
    """Return whether the number at word `i` is no amount, count, percentage or time."""
    after, follows = w.sep(i + 1), w.word(i + 1)
    if after[:1] == "%" or (after in (":", ",", ".") and follows.isdecimal()):
        return False
    half = follows in ("am", "pm") or (follows in ("a", "p") and w.word(i + 2) == "m" and w.sep(i + 2)[:1] == ".")
    return not (w.adjoins(i + 1) and (half or follows in COUNTED))


def days_after(w: Window, last: int, day: int) -> tuple[Side, ...]:
    """Return the days after the first one of a month, whose last word is `last`: the 13 and 15 of "12, 13 and 15"."""
    sides: list[Side] = []
    closed = True
    while found := _next_day(w, last, day):
        side, comma = found
        if side.ends_range and sides and sides[-1].ends_range:
            break
        sides.append(side)
        closed = not comma
        last, day = side.last, side.number
    if not closed and not _year_follows(w, last):  # "on June 5, 20 people"
        while sides and w.sep(sides[-1].first) in _COMMAS:
            sides.pop()
    return tuple(sides)


def _next_day(w: Window, last: int, day: int) -> tuple[Side, bool] | None:
    """Return the day that is joined to the one that ends with word `last`, and whether a comma alone does so."""
    i, ends_range, comma = _joint_after(w, last + 1)
    if w.word(i) == "the" and w.adjoins(i + 1) and ordinal_day(w, i + 2):
        i += 1
    number = day_number(w, i) if i else None
    if not number or number <= day or not is_plain_day(w, i):
        return None
    end = i + 1 if ordinal_day(w, i + 1) else i
    month = end + 2 if w.word(end + 1) == "of" else end + 1
    if w.adjoins(end + 1) and w.word(month) in MONTH_WORDS:  # "June 28 and 30 July"
        return None
    return Side(i, end, number, ends_range), comma


def _joint_after(w: Window, i: int) -> tuple[int, bool, bool]:
    """Return (first word after a joint at word `i`, whether it makes a range, whether it is a comma); 0 for none."""
    comma = w.sep(i) in _COMMAS
    if w.word(i) in _RANGED and w.adjoins(i):
        return (i + 1 if w.adjoins(i + 1) else 0), True, False
    if w.word(i) in _LISTED and (w.adjoins(i) or comma):
        return (i + 1 if w.adjoins(i + 1) else 0), False, False
    ends_range = w.sep(i) in _HYPHENS
    return (i if ends_range or comma or w.sep(i) in _SLASHES else 0), ends_range, comma


def _year_follows(w: Window, last: int) -> bool:
    """Return whether four digits follow word `last`, as they close a list of days."""
    word = w.word(last + 1)
    return w.adjoins_by_comma(last + 1) and len(word) == 4 and word.isdecimal()


def days_before(w: Window, i: int, day: int) -> tuple[Side, tuple[Side, ...]]:
    """Return the first of the days that stand before a month, and the others; the last of them, `day`, is word `i`."""
    last = i + 1 if ordinal_day(w, i + 1) else i
    side, sides = Side(i, last, day, False), list[Side]()
    while found := _day_before(w, side.first, side.number, bool(sides)):
        before, ends_range = found
        if ends_range and sides and sides[0].ends_range:
            break
        sides.insert(0, side._replace(ends_range=ends_range))
        side = before
    return side, tuple(sides)


def _day_before(w: Window, i: int, day: int, is_list: bool) -> tuple[Side, bool] | None:
    """Return the day joined to the one at word `i`, and whether they are a range; a comma joins in a list alone."""
    j, ends_range = _joint_before(w, i - 1 if w.word(i - 1) == "the" and w.adjoins(i) else i, is_list)
    last = j
    if ordinal_day(w, j):
        j -= 1
    number = day_number(w, j) if last >= 0 else None
    if not number or number >= day or _is_of_number(w, j):
        return None
    between = w.word(j - 1) == "between" and w.word(i - 1) == "and"
    return Side(j, last, number, False), ends_range or between


def _joint_before(w: Window, i: int, is_list: bool) -> tuple[int, bool]:
    """Return (last word before a joint in front of word `i`, whether it makes a range); -1 where none stands there."""
    if w.word(i - 1) in _RANGED or w.word(i - 1) in _LISTED:
        return (i - 2 if w.adjoins(i) and w.adjoins_by_comma(i - 1) else -1), w.word(i - 1) in _RANGED
    ends_range = w.sep(i) in _HYPHENS
    joined = ends_range or w.sep(i) in _SLASHES or (is_list and w.sep(i) in _COMMAS)
    return (i - 1 if joined else -1), ends_range


def _is_of_number(w: Window, i: int) -> bool:
    """Return whether the digits at word `i` are part of an amount or a longer number; a slash may stand in a list."""
    return w.sep(i)[-1:] in _NUMBER_MARKS and not (w.sep(i) in _SLASHES and day_number(w, i - 1))
