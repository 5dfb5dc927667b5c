"""Holidays by name. Resolves nothing: the calendar knows their days."""

from __future__ import annotations

from nzn_cli.annotate.dates.lexicon import SHIFTS, words
from nzn_cli.annotate.dates.phrase import Phrase
from nzn_cli.annotate.dates.window import Window
from nzn_cli.annotate.dates.years import year_after
from nzn_cli.text.calendar import HOLIDAYS

_LONGEST = max(name.count(" ") + name.count("'") + 1 for name in HOLIDAYS)
_THINGS = words(
    "island islands cake cakes tree trees card cards party carol carols present presents bunny egg eggs shows "
    "agreement accord accords rising truce offensive massacre"
)
_LEADS = words(
    "on in at by this last next until since before after for from the happy merry and of over around during when if "
    "every as but or is was our it a to early late mid that armistice"
)
_CAPITAL = words("election flag earth president's presidents' king's queen's")  # "the president's day"
_BEFORE = words("father every each mother")


def first_words() -> set[str]:
    """Return the words with which the names of holidays begin."""
    return {name.partition(" ")[0].partition("'")[0].rstrip(".") for name in HOLIDAYS}


def holiday_phrase(w: Window, t: int) -> Phrase | None:
    """Return the holiday whose name begins at word `t`, with its year or week."""
    found = _longest_name(w, t) if w.capital(t) else None
    before = w.word(t - 1) if w.near(t) else ""
    if not found or before in _BEFORE or (w.capital(t - 1) and w.sep(t) == " " and before not in _LEADS):
        return None  # the last: "Pearl Harbor Remembrance Day"
    name, last = found
    follows = w.word(last + 1) if w.near(last + 1) else ""
    if follows in _THINGS or (name.partition(" ")[0] in _CAPITAL and not w.capital(last)):  # "Dr. King's birthday"
        return None
    if follows == "in" and w.words[last + 2 : last + 4] == ["the", "park"]:  # a concert
        return None
    phrase = Phrase("holiday", t, last, season=name)
    if before in ("last", "this", "next"):
        phrase.shift, phrase.first = SHIFTS[before], t - 1
    if name.endswith(" weekend"):
        phrase.unit = "WE"
    elif follows in ("week", "weekend"):
        phrase.unit, phrase.last = ("W" if follows == "week" else "WE"), last + 1
    if year := year_after(w, phrase.last + 1):
        phrase.year, phrase.last = year
    return phrase


def _longest_name(w: Window, t: int) -> tuple[str, int] | None:
    best, name = None, w.words[t]
    for i in range(t, t + _LONGEST):
        if name in HOLIDAYS:
            best = name, i
        if not w.word(i + 1):
            break
        name += w.sep(i + 1).replace("\n", " ") + w.word(i + 1)
    return best
