"""Four digits that count or name a thing rather than a year: "a survey of 1500 voters", "2005 Main Road"."""

from __future__ import annotations

from nzn_cli.annotate.dates.lexicon import APPROXIMATE, COUNTED, NAMED_BY_NUMBER, words
from nzn_cli.annotate.dates.window import Window

TOLD = words("in since by until during year early late mid fiscal till before after from of")
ERAS = frozenset(("ad", "ce"))
BEFORE_CHRIST = frozenset(("bc", "bce"))
_LAWS = words("act acts bill regulations order code")
_AMOUNT_MARKS = frozenset("$£€#:+/=")
_MORE = words("new more additional extra other different local young individual")
_MEASURED = words("room seat bed member mile acre strong page pound ton metre meter seater unit")
_STREETS = words("street st road rd avenue ave drive lane boulevard blvd highway")
_AMOUNTS = words(
    "survey sample total group increase decrease rise drop loss gain average maximum minimum crowd force team number "
    "network poll list sum"
)
_CARS = words(
    "chevrolet chevy ford toyota honda dodge chrysler buick cadillac pontiac jeep nissan mazda bmw mercedes volkswagen "
    "volvo subaru hyundai kia lexus audi porsche ferrari oldsmobile plymouth holden mitsubishi suzuki isuzu harley"
)
_JOINERS = words("and or to in on at by for from with the a an was is were are has had that which who when but as of")
_LONG_AGO = words("in since until year ad ce circa")  # before a year of which numbers of things are as likely


def names_or_counts(w: Window, t: int) -> bool:
    """Return whether the number at word `t` is part of a name, an amount or an address rather than a year."""
    before, mark, after = w.word(t - 1), w.sep(t), w.word(t + 1)
    if mark[-1:] in _AMOUNT_MARKS or (mark in (".", ",") and before.isdecimal()):
        return True
    if mark == ", " and before in _LAWS:  # "Appropriations Act, 2021"
        return True
    if before == "c" and w.word(t - 2) == "s" and w.word(t - 3) == "u":  # "19 U.S.C. 1862"
        return True
    if w.near(t + 1) and (after in BEFORE_CHRIST or after == "vision"):
        return True
    if (
        _counts(w, t)
        or (w.sep(t + 1) in (" ", "-") and after in COUNTED)
        or (w.sep(t + 1) == "-" and after in _MEASURED)
    ):
        return True
    lives = _is_range(w, t) and int(w.words[t]) >= 1300  # "1769-1777"
    if not w.near(t):
        return not lives and not 1800 <= int(w.words[t]) <= 2060
    if before in NAMED_BY_NUMBER or before in ("than", "plus") or (before.isdecimal() and len(before) > 2):
        return True
    if w.word(t + 2) in _STREETS and w.capital(t + 1) and w.capital(t + 2):  # "2005 Main Road"
        return True
    if w.sep(t + 1) == " " and after.isdecimal() and len(after) == 3:  # a telephone number
        return True
    if after in _CARS and w.capital(t + 1) and before not in ("in", "since"):  # "her 1987 Chevrolet"
        return True
    if before in TOLD:
        return False
    if not lives and not 1800 <= int(w.words[t]) <= 2060:
        return True
    if w.near(t + 1) and after in _MORE and before != "the":  # "2000 new jobs"
        return True
    return before in APPROXIMATE and w.near(t + 1) and after != "and"


def _counts(w: Window, t: int) -> bool:
    """Return whether the number at word `t` counts something: "a survey of 1500 voters", "1100 speakers"."""
    before, after = (w.word(t - 1) if w.near(t) else ""), (w.word(t + 1) if w.near(t + 1) else "")
    thing = after.isalpha() and after not in _JOINERS and not w.capital(t + 1)
    if before == "of" and w.word(t - 2) in _AMOUNTS and thing:
        return True
    number = int(w.words[t])
    if number % 100 == 0 and number != 2000 and thing and after[-1] == "s" and len(after) > 4 and before not in TOLD:
        return before != "the"  # "1800 institutions", and no year: "the 1900 games"
    if number >= 1300 or after in ERAS:
        return False
    return before not in _LONG_AGO or (thing and before != "year" and len(after) > 4 and after[-1] == "s")


def _is_range(w: Window, t: int) -> bool:
    """Return whether the number at word `t` begins a range of years that a life or a reign may have: 1769-1777."""
    after = w.word(t + 1)
    return w.sep(t + 1) == "-" and len(after) == 4 and after.isdecimal() and 0 < int(after) - int(w.words[t]) <= 120
