"""Expressions that name their date: day and month, month, year, decade, century, numeric forms. Resolves nothing."""

from __future__ import annotations

from nzn_cli.extract.dates.lexicon import (
    APPROXIMATE,
    CENTURY_WORDS,
    COUNTED,
    DECADES,
    MONTH_WORDS,
    NAMED_BY_NUMBER,
    NUMBERS,
    ORDINALS,
    TENS,
    words,
)
from nzn_cli.extract.dates.phrase import Phrase
from nzn_cli.extract.dates.window import Window
from nzn_cli.language.calendar import is_day

_SUFFIXES = ("st", "nd", "rd", "th")
_LEADS = words(
    "in by since last next this of until till from during early late mid to between and before after through on for around "
    "about every each past coming a the that our its earlier later end start beginning dated or"
)
_SPEECH = words("i he she we god it they you not the this that all peace there be also have well")
_SHORT_MONTHS = frozenset(word for word in MONTH_WORDS if len(word) < 5)
_IN_ADDRESS = frozenset("-/_.=&?%#")
_FULL = words("january february march april june july august september october november december may")


def day_number(w: Window, i: int) -> int | None:
    """Return the day of a month that word `i` writes in digits, or None."""
    word = w.word(i)
    if word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31 and not word.startswith("00"):
        return int(word)
    return None


def ordinal_day(w: Window, i: int) -> bool:
    """Return whether word `i` is the "th" of the number before it."""
    return w.word(i) in _SUFFIXES and w.sep(i) == ""


def year_number(w: Window, i: int) -> int | None:
    """Return the year that word `i` writes in four digits, or None."""
    word = w.word(i)
    if len(word) == 4 and word.isdigit() and "1000" <= word <= "2199" and w.sep(i + 1)[:1] not in ("%",):
        after = w.sep(i + 1)
        if after in (",", ".") and w.word(i + 1).isdigit():
            return None
        return int(word)
    return None


def year_after(w: Window, i: int) -> tuple[int, int] | None:
    """Return (year, last word) where words from `i` say which year a month belongs to."""
    if w.near_comma(i) or w.sep(i) in (". ", "., ", ".\n"):
        year = year_number(w, i) if w.near_comma(i) or w.word(i - 1) in _SHORT_MONTHS else None
        if year:
            return year, i
        if w.word(i) == "of" and w.near(i + 1):
            year = year_number(w, i + 1)
            return (year, i + 1) if year else spelled_year(w, i + 1)
        if w.word(i) in CENTURY_WORDS and (spelled := spelled_year(w, i)):
            return spelled
    if w.sep(i) in (" '", ", '") and len(w.word(i)) == 2 and w.word(i).isdigit():
        short = int(w.word(i))
        return (1900 + short if short > 30 else 2000 + short), i
    return None


def year_shift_after(w: Window, i: int) -> tuple[int, int] | None:
    """Return (shift, last word) for "last year", "this year" and "next year" from word `i`."""
    if w.word(i) == "of" and w.near(i):
        i += 1
    if w.near_comma(i) and w.word(i) in ("last", "this", "next") and w.word(i + 1) == "year" and w.near(i + 1):
        return {"last": -1, "this": 0, "next": 1}[w.word(i)], i + 1
    return None


def month_phrase(w: Window, t: int) -> Phrase | None:
    """Return the date around the month at word `t`."""
    word = w.words[t]
    month = MONTH_WORDS[word]
    dotted = word not in _FULL
    after = w.sep(t + 1)
    right = (
        day_number(w, t + 1) if after in (" ", "-", "\n", " the ") or (dotted and after in (". ", ".", ".\n")) else None
    )
    if right and ((w.sep(t + 2) == ":" and w.word(t + 3).isdigit()) or w.sep(t + 2)[:1] == "%" or (w.sep(t + 2) in (",", ".") and w.word(t + 2).isdigit())):
        right = None
    if (
        right
        and (w.word(t + 2) in COUNTED or (w.word(t + 2) in ("am", "pm", "p", "a") and w.near(t + 2)))
        and w.near(t + 2)
    ):
        right = None
    left, first, from_day = _left_day(w, t)
    if (
        left
        and right
        and from_day is None
        and w.word(first - 1) not in ("on", "the", "from", "of", "until", "to", "by", "and")
    ):
        left = None
    if not w.capital(t) and not left and not (right and year_after(w, t + 2)):
        return None
    if left:
        return _dated(w, month, left, from_day, first, t)
    if right:
        return _month_day(w, month, right, t)
    return _bare_month(w, month, t, dotted)


def _left_day(w: Window, t: int) -> tuple[int | None, int, int | None]:
    """Return (day, first word, first day of a range) standing before the month at word `t`."""
    i = t - 1
    if w.word(i) == "of" and w.near(t):
        i -= 1
        if not ordinal_day(w, i):
            return None, t, None
    elif not w.near(t):
        return None, t, None
    suffix = ordinal_day(w, i)
    if suffix:
        i -= 1
    day = day_number(w, i)
    if (
        day is None
        or (w.sep(i)[-1:] in ("$", "#", "£", "€", ".", ":") and w.sep(i) != ". ")
        or (w.sep(i) in (",", "/", "-") and w.word(i - 1).isdigit() and w.sep(i) != "-")
    ):
        return None, t, None
    start = _range_start(w, i)
    if start:
        return day, start[1], start[0]
    return day, i, None


def _range_start(w: Window, i: int) -> tuple[int, int] | None:
    """Return (first day, its word) where "28 to", "28-" or "29 and" stands before the day at word `i`."""
    j = i - 1
    if w.sep(i) in ("-", " - ", "/"):
        pass
    elif w.word(j) in ("to", "and", "until", "through", "or") and w.near(i) and w.near(j):
        j -= 1
    else:
        return None
    if ordinal_day(w, j):
        j -= 1
    day = day_number(w, j)
    return (day, j) if day and day < int(w.word(i)) and w.sep(j)[-1:] not in (".", ":", "$", "/") else None


def _dated(w: Window, month: int, day: int, from_day: int | None, first: int, t: int) -> Phrase:
    phrase = Phrase("date", first, t, month=month, day=day)
    if from_day:
        phrase.day, phrase.to_day = from_day, day
        second = t - 1
        while w.word(second) != str(day) and not (w.words[second].isdigit() and int(w.words[second]) == day):
            second -= 1
        left = first + 1 if ordinal_day(w, first + 1) else first
        phrase.joint = left, second
    _add_year(w, phrase, t + 1)
    return phrase


def _month_day(w: Window, month: int, day: int, t: int) -> Phrase:
    last = t + 2 if ordinal_day(w, t + 2) else t + 1
    phrase = Phrase("date", t, last, month=month, day=day)
    j = last + 1
    if w.sep(j) in ("-", " - "):
        to = j
    elif w.word(j) in ("to", "and", "through", "until") and w.near(j) and w.near(j + 1):
        to = j + 1
    else:
        to = 0
    to_day = day_number(w, to) if to else None
    if (
        to_day
        and to_day > day
        and w.word(to + 1) not in COUNTED
        and w.sep(to + 1)[:1] not in (":", "%")
        and not (w.sep(to + 1) in (",", ".") and w.word(to + 1).isdigit())
        and w.word(to + 1) not in ("a", "p", "am", "pm")
        and w.word(to + 1) not in MONTH_WORDS
    ):
        phrase.joint = last, to
        phrase.to_day, phrase.last = to_day, (to + 1 if ordinal_day(w, to + 1) else to)
    _add_year(w, phrase, phrase.last + 1)
    return phrase


def _add_year(w: Window, phrase: Phrase, i: int) -> None:
    found = year_after(w, i)
    if found:
        phrase.year, phrase.last = found
    elif shifted := year_shift_after(w, i):
        phrase.shift, phrase.last = shifted


def _bare_month(w: Window, month: int, t: int, dotted: bool) -> Phrase | None:
    """Return the month alone, with a year where one follows, unless the word is more likely a name or a verb."""
    phrase = Phrase("month", t, t, month=month)
    dot = t + 1
    if dotted and w.sep(dot) in (". ", ".", ".\n") and year_number(w, dot):
        phrase.year, phrase.last = year_number(w, dot), dot
    else:
        _add_year(w, phrase, t + 1)
    if phrase.year is not None:
        return phrase
    if dotted or not _plainly_month(w, t):
        return None
    before = w.word(t - 1)
    if w.near(t) and before in ("last", "this", "next", "past", "coming"):
        phrase.shift, phrase.first, phrase.unit = {"this": 0, "next": 1, "coming": 1}.get(before, -1), t - 1, "M"
    return phrase


def _plainly_month(w: Window, t: int) -> bool:
    word, before = w.words[t], w.word(t - 1)
    if w.sep(t)[-1:] in ("@", "_") or w.sep(t + 1)[:1] == "@":
        return False
    if w.near(t) and before in _LEADS and (word not in ("may", "march", "august") or w.capital(t)):
        return not (
            word in ("april", "june", "may", "august")
            and before not in ("in", "by", "since", "last", "next", "until")
            and w.sep(t + 1) == " "
            and w.word(t + 1)
            and w.capital(t + 1)
            and before in ("and", "or", "for", "from", "to")
        )
    if word in ("may", "march"):
        if w.near(t) and t and w.capital(t - 1):
            return False
        return w.near(t) and t > 0 and w.word(t + 1) not in _SPEECH
    if word in ("april", "june", "august"):
        return not (t and w.near(t) and w.capital(t - 1)) and not (
            w.sep(t + 1) == " " and w.word(t + 1) and w.capital(t + 1)
        )
    return True


def number_phrase(w: Window, t: int) -> Phrase | None:
    """Return the date that begins with the digits at word `t`: ISO, numeric, a year, or a decade."""
    word = w.words[t]
    if len(word) <= 2:
        return _numeric(w, t)
    if len(word) != 4 or not "1000" <= word <= "2199":
        return None
    before = w.sep(t)
    if before[-1:] in ("$", "£", "€", "#", ":", "+", "/", "=") or (
        before in (".", ",", "-") and w.word(t - 1).isdigit() and before != "-"
    ):
        return None
    sep = w.sep(t + 1)
    second, third = w.word(t + 1), w.word(t + 2)
    if (
        sep in "-/."
        and sep
        and len(second) <= 2
        and second.isdigit()
        and w.sep(t + 2) == sep
        and len(third) <= 2
        and third.isdigit()
    ):
        if is_day(int(word), int(second), int(third)):
            return Phrase("date", t, t + 2, year=int(word), month=int(second), day=int(third))
        return None
    if sep == "" and second == "s":
        return Phrase("decade", t, t + 1, number=int(word) // 10) if word[-1] == "0" else None
    if sep == "'" and second == "s" and word[-1] == "0" and w.word(t - 1) in ("the", "early", "mid", "late"):
        return Phrase("decade", t, t + 1, number=int(word) // 10)
    return _year(w, t)


def _numeric(w: Window, t: int) -> Phrase | None:
    """Return 30/06/1999, 9/11/2001, 30.6.99: day first unless only the other order is possible."""
    sep = w.sep(t + 1)
    if sep not in ("/", ".", "-") or w.sep(t + 2) != sep or w.sep(t)[-1:] in ("/", "$", ".", "-", "+", ":"):
        return None
    a, b, c = w.words[t], w.word(t + 1), w.word(t + 2)
    if not (b.isdigit() and len(b) <= 2 and c.isdigit() and len(c) in (2, 4)) or (len(c) == 2 and sep != "/"):
        return None
    if w.sep(t + 3)[:1] in ("/", "-") and w.word(t + 3).isdigit():
        return None
    year = int(c) if len(c) == 4 else (1900 if int(c) > 40 else 2000) + int(c)
    first, second = int(a), int(b)
    if not 1900 <= year <= 2100:
        return None
    if is_day(year, second, first):
        other = is_day(year, first, second) and first != second
        return Phrase("date", t, t + 2, year=year, month=second, day=first, number=1 if other else None)
    if is_day(year, first, second):
        return Phrase("date", t, t + 2, year=year, month=first, day=second)
    return None


def _year(w: Window, t: int) -> Phrase | None:
    year = int(w.words[t])
    sep, after, before = w.sep(t + 1), w.word(t + 1), w.word(t - 1)
    if sep[:1] in ("%", "°") or (sep in (",", ".") and after.isdigit()):
        return None
    joined = w.near(t)
    if sep == "" and after:
        return None
    if joined and (before in NAMED_BY_NUMBER or before in ("than", "plus")):
        return None
    if w.sep(t) == ", " and before in ("act", "bill", "regulations", "order"):
        return None
    if before == "c" and w.word(t - 2) == "s" and w.word(t - 3) == "u":  # 19 U.S.C. 1862
        return None
    if w.sep(t)[-1:] in _IN_ADDRESS and w.in_address(t):
        return None
    told = joined and before in (
        "in",
        "since",
        "by",
        "until",
        "during",
        "year",
        "early",
        "late",
        "mid",
        "fiscal",
        "till",
        "before",
        "after",
        "from",
        "of",
    )
    if not told:
        if not 1800 <= year <= 2060:
            return None
        if (
            joined
            and (before in APPROXIMATE or before in ("some", "another", "other"))
            and w.near(t + 1)
            and after not in ("and",)
        ):
            return None
    if (sep == " " or sep == "-") and (after in COUNTED or after in ("people", "ft")):
        return None
    if sep == "-" and after.isdigit() and len(after) not in (2, 4):
        return None
    phrase = Phrase("year", t, t, year=year)
    if sep in ("/", "-", "-/") and after.isdigit() and w.sep(t + 2) not in ("/",):
        end = int(after) if len(after) == 4 else year // 100 * 100 + int(after) if len(after) == 2 else 0
        ahead = w.word(t + 2) in ("financial", "fiscal", "year", "budget", "season", "years")
        if end == year + 1 and (sep == "/" or ahead):
            last = t + 1
            if w.word(t + 2) in ("financial", "fiscal") and w.word(t + 3) == "year":
                last = t + 3
            return Phrase("financial", t, last, year=end)
        if len(after) == 2 and sep == "-" and end > year:
            phrase.to_day, phrase.joint, phrase.last = end, (t, t + 1), t + 1
        elif len(after) != 4:
            return None
    if before == "fiscal" and joined:
        phrase.first = t - 1
    elif (before == "year" and joined and w.word(t - 2) == "the" and w.near(t - 1)) or (
        before == "year" and joined and w.word(t - 2) in ("fiscal", "financial")
    ):
        phrase.first = t - 2
    return phrase


def spelled_year(w: Window, i: int) -> tuple[int, int] | None:
    """Return (year, last word) for "nineteen ninety-six" from word `i`."""
    century = CENTURY_WORDS.get(w.word(i))
    if century is None or not w.near(i + 1):
        return None
    tens = w.word(i + 1)
    if tens == "hundred" and century < 20:
        return None
    if tens not in TENS and not (tens in NUMBERS and 10 <= NUMBERS[tens] <= 19):
        if tens in ("oh", "o") and 1 <= NUMBERS.get(w.word(i + 2), 0) <= 9:
            return century * 100 + NUMBERS[w.word(i + 2)], i + 2
        return None
    year = century * 100 + NUMBERS[tens]
    ones = w.word(i + 2)
    if tens in TENS and tens != "ten" and w.near(i + 2) and 1 <= NUMBERS.get(ones, 0) <= 9 and ones not in ("a", "an"):
        return year + NUMBERS[ones], i + 2
    return (year, i + 1) if century == 19 or w.word(i - 1) in ("in", "since", "by", "year") else None


def spelled_phrase(w: Window, t: int) -> Phrase | None:
    """Return the year that is written in words at word `t`."""
    found = spelled_year(w, t)
    if not found or w.word(found[1] + 1) in COUNTED:
        return None
    return Phrase("year", t, found[1], year=found[0])


def thousand_phrase(w: Window, t: int) -> Phrase | None:
    """Return "the year two thousand" and "two thousand and one" where a year is meant."""
    if w.word(t - 1) != "two" or not w.near(t) or w.word(t - 2) not in ("year", "in", "since", "by", "until"):
        return None
    first, last, ones = t - 1, t, 0
    if w.word(t + 1) == "and" and w.word(t + 2) in NUMBERS:
        ones, last = NUMBERS[w.word(t + 2)], t + 2
    elif w.near(t + 1) and w.word(t + 1) in NUMBERS and w.word(t + 1) not in ("a", "an"):
        ones, last = NUMBERS[w.word(t + 1)], t + 1
    if w.word(last + 1) in COUNTED:
        return None
    if w.word(t - 2) == "year":
        first = t - 3 if w.word(t - 3) == "the" else t - 2
    return Phrase("year", first, last, year=2000 + ones)


def decade_word_phrase(w: Window, t: int) -> Phrase | None:
    """Return "the nineties", and "the '90s" where word `t` is the number."""
    word = w.words[t]
    if word in DECADES:
        if w.word(t - 1) not in ("the", "early", "mid", "late") or not w.near(t):
            return None
        tens = DECADES[word]
        return Phrase(
            "decade", t - 1 if w.word(t - 1) == "the" else t, t, number=(190 if tens >= 20 else 200) + tens // 10
        )
    if len(word) == 2 and word[1] == "0" and w.word(t + 1) == "s" and w.sep(t + 1) in ("", "'"):
        another = w.word(t - 1) in ("and", "to", "or") and w.word(t - 2) == "s" and w.word(t - 3).isdigit()
        if w.sep(t)[-1:] != "'" and w.word(t - 1) not in ("the", "early", "mid", "late") and not another:
            return None
        if w.word(t - 1) in ("his", "her", "their", "my", "your", "our"):
            return None
        tens = int(word)
        if tens == 0:
            return None
        return Phrase("decade", t, t + 1, number=(190 if tens >= 20 else 200) + tens // 10)
    return None


def century_phrase(w: Window, t: int) -> Phrase | None:
    """Return "the 20th century" and "this century", `t` being the word century."""
    i = t - 1
    if not w.near(t):
        return None
    if ordinal_day(w, i) and w.word(i - 1).isdigit():
        number, i = int(w.word(i - 1)), i - 1
    elif w.word(i) in ORDINALS and ORDINALS[w.word(i)] > 0:
        number = ORDINALS[w.word(i)]
        if w.word(i - 1) == "twenty" and w.near(i):
            number, i = number + 20, i - 1
    else:
        return None
    if not 1 <= number <= 22:
        return None
    first = i - 1 if w.word(i - 1) == "the" and w.near(i) else i
    return Phrase("century", first, t, number=number - 1)
