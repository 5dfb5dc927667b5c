"""Four digits that count or name a thing rather than a year: "a survey of 1500 voters", "2005 Main Road"."""

from __future__ import annotations

from nzn_cli.annotate.dates.date_words import APPROXIMATE, COUNTED, NAMED_BY_NUMBER, listed, words
from nzn_cli.annotate.dates.rules import Example, Rule, RuleTable
from nzn_cli.annotate.dates.window import Window

YEAR_LEADS = listed("year-leads")
ERAS = frozenset(("ad", "ce"))
BEFORE_CHRIST = frozenset(("bc", "bce"))
_LAWS = words("act acts bill regulations order code")
_AMOUNT_MARKS = frozenset("$£€#:+/=")
_KINDS = listed("number-kinds")
_MEASURED = listed("number-measured")
_STREETS = listed("number-streets")
_AMOUNTS = listed("number-amounts")
_CARS = listed("number-cars")
_JOINERS = listed("number-joiners")
_LONG_AGO = words("in since until year ad ce circa")  # before a year of which numbers of things are as likely
_OLD = 1300  # a number below is more often a count than a year
_IDENTIFIERS = words("issn isbn doi isni orcid eissn")
_NO_PROGRAMMES = listed("programme-no-names") | listed("range-words")
_REPORTER = 4  # words of the name of a series
_LATELY = 2019  # of a text without a date, later years may be aims
_LIFE = 120  # years that a life or a reign may have


class _Number:
    """Four digits at word `t` of a window, with what stands on both sides."""

    __slots__ = ("after", "before", "gap", "led", "mark", "t", "thing", "thing_after", "things", "value", "w")

    def __init__(self, w: Window, t: int) -> None:
        self.w, self.t, self.value = w, t, int(w.words[t])
        self.before, self.mark, self.after, self.gap = w.word(t - 1), w.sep(t), w.word(t + 1), w.sep(t + 1)
        self.led = w.adjoins(t)  # the word before belongs to it
        self.thing_after = self.after if w.adjoins(t + 1) else ""
        self.thing = self.thing_after.isalpha() and self.after not in _JOINERS and not w.capital(t + 1)
        self.things = self.thing and self.after[-1] == "s" and len(self.after) > 4

    def lead(self) -> str:
        """Return the word before where it belongs to the number."""
        return self.before if self.led else ""

    def is_of_a_life(self) -> bool:
        """Return whether the number begins a range of years that a life or a reign may have: 1769-1777."""
        after = self.after
        if self.gap != "-" or len(after) != 4 or not after.isdecimal() or self.value < _OLD:
            return False
        return 0 < int(after) - self.value <= _LIFE

    def is_of_no_year_told(self) -> bool:
        """Return whether the number is neither of these centuries nor of a life."""
        return not 1800 <= self.value <= 2060 and not self.is_of_a_life()

    def is_round(self) -> bool:
        """Return whether a round number stands before things, as a count does."""
        return self.value % 100 == 0 and self.value != 2000 and self.things and self.lead() not in YEAR_LEADS

    def is_old(self) -> bool:
        """Return whether the number is too low for a year that is not marked as one."""
        return self.value < _OLD and self.thing_after not in ERAS and not self.is_round()


NO_YEAR: RuleTable[[_Number], bool] = RuleTable(
    "digits that are no year",
    Rule(
        "citation", lambda n: _is_citation(n), True,
        Example("See Hale v Lee (1992) 176 XYZ 1 and [2016] NZHC 12 on it.".replace("[", "(").replace("]", ")")),
    ),
    Rule(
        "identifier", lambda n: n.w.word(n.t - 2) in _IDENTIFIERS or n.before in _IDENTIFIERS, True,
        Example("Its number is ISSN (online) 1999-2004 here."),
    ),
    Rule(
        "copyright", lambda n: "©" in n.mark or (n.before == "c" and n.mark == ") ") or n.before == "copyright", True,
        Example("It is (c) 1999 by the mill."),
    ),
    Rule("programme", lambda n: _is_programme(n), True, Example("The aims of Citizen 2030 are these.")),
    Rule("amount-mark", lambda n: n.mark[-1:] in _AMOUNT_MARKS, True, Example("It costs $1999 a head.")),
    Rule(
        "decimals", lambda n: n.mark in (".", ",") and n.before.isdecimal(), True,
        Example("It grew by 12,1999 in all."),
    ),
    Rule("act", lambda n: n.mark == ", " and n.before in _LAWS, True, Example("It is the Appropriations Act, 2021.")),
    Rule(
        "code", lambda n: n.before == "c" and n.w.word(n.t - 2) == "s" and n.w.word(n.t - 3) == "u", True,
        Example("See 19 U.S.C. 1862 on this."),
    ),
    Rule("before-christ", lambda n: n.thing_after in BEFORE_CHRIST, True, Example("It fell in 1200 BC.")),
    Rule("vision", lambda n: n.thing_after == "vision", True, Example("He has 2020 vision.")),
    Rule(
        "survey-of", lambda n: n.thing and n.lead() == "of" and n.w.word(n.t - 2) in _AMOUNTS, True,
        Example("It was a survey of 1850 voters."),
    ),
    Rule(
        "round-count", lambda n: n.is_round() and n.lead() != "the", True,
        Example("They wrote to 1900 institutions."),
    ),
    Rule(
        "low-number", lambda n: n.is_old() and n.lead() not in _LONG_AGO, True, Example("They heard of 1066 from him."),
    ),
    Rule(
        "low-count", lambda n: n.is_old() and n.things and n.before != "year", True,
        Example("The firm has branches in 1066 villages."),
    ),
    Rule(
        "counted", lambda n: n.gap in (" ", "-") and n.after in COUNTED, True, Example("They were 1999 people in all."),
    ),
    Rule("measured", lambda n: n.gap == "-" and n.after in _MEASURED, True, Example("It is a 1999-seat hall.")),
    Rule(
        "apart-and-old", lambda n: not n.led and n.is_of_no_year_told(), True,
        Example("They met (1600) in all."),
    ),
    Rule("apart", lambda n: not n.led, False, Example("Resolution, [1995] and after.", "1995")),
    Rule(
        "named-by-number", lambda n: n.before in NAMED_BY_NUMBER, True,
        Example("They voted for Resolution 1973 again."),
    ),
    Rule("more-than", lambda n: n.before in ("than", "plus"), True, Example("There were more than 1999 of them.")),
    Rule(
        "after-digits", lambda n: n.before.isdecimal() and len(n.before) > 2, True,
        Example("Call 555 1999 for more."),
    ),
    Rule(
        "street",
        lambda n: n.w.word(n.t + 2) in _STREETS and n.w.capital(n.t + 1) and n.w.capital(n.t + 2), True,
        Example("The shop is at 2005 Main Road."),
    ),
    Rule(
        "telephone", lambda n: n.gap == " " and n.after.isdecimal() and len(n.after) == 3, True,
        Example("Call 1999 555 for more."),
    ),
    Rule(
        "car", lambda n: n.after in _CARS and n.w.capital(n.t + 1) and n.before not in ("in", "since"), True,
        Example("She sold her 1987 Chevrolet."),
    ),
    Rule("in-a-year", lambda n: n.before in YEAR_LEADS, False, Example("They met in [1600] to talk.", "1600")),
    Rule("old", lambda n: n.is_of_no_year_told(), True, Example("They say 1600 is enough.")),
    Rule("new-jobs", lambda n: n.thing_after in _KINDS and n.before != "the", True, Example("It made 2001 new jobs.")),
    Rule(
        "about", lambda n: n.before in APPROXIMATE and n.w.adjoins(n.t + 1) and n.after != "and", True,
        Example("It holds about 1999 seats."),
    ),
)  # fmt: skip


def _is_citation(n: _Number) -> bool:
    """Return whether a year in brackets is part of how a case is cited: "(1992) 176 CLR 1", "410 U.S. 113 (1973)"."""
    w, t = n.w, n.t
    if n.mark[-1:] not in ("(", "[") or n.gap[:1] not in (")", "]"):
        return False
    volume = n.after.isdecimal() and n.gap[1:] == " "
    first = t + 2 if volume else t + 1
    numbered = first
    while _is_reporter(w, numbered) and numbered < first + _REPORTER:
        numbered += 1
    if numbered > first and w.word(numbered).isdecimal():
        return volume or n.mark[-1] == "[" or len(w.word(first)) > 2
    k = t - 2
    while _is_reporter(w, k) and k > t - 2 - _REPORTER:
        k -= 1
    return n.before.isdecimal() and k < t - 2 and w.word(k).isdecimal()


def _is_reporter(w: Window, i: int) -> bool:
    """Return whether word `i` is in capitals, as the short name of a series of law reports is."""
    return w.word(i).isalpha() and w.text[w.start(i) : w.end(i)].isupper() and w.sep(i).lstrip(")]") in (" ", ".", ". ")


def _is_programme(n: _Number) -> bool:
    """Return whether a year to come is part of a name: "Citizen 2030", "Project 2025"."""
    w, t = n.w, n.t
    if n.mark != " " or n.value % 5 or n.value <= (w.year or _LATELY) or not w.capital(t - 1) or not n.before.isalpha():
        return False
    return n.before not in _NO_PROGRAMMES and n.gap[:1] not in ("-", "/")


def names_or_counts(w: Window, t: int) -> bool:
    """Return whether the number at word `t` is part of a name, an amount or an address rather than a year."""
    return NO_YEAR.match(_Number(w, t)) or False
