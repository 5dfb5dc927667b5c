"""Where "today" and "tomorrow" name no day: "today's youth", "the jobs of tomorrow", "Sign up today!"."""

from __future__ import annotations

from nzn_cli.annotate.dates.date_words import listed
from nzn_cli.annotate.dates.window import Window

_OF_AN_AGE = listed("nowadays-of-an-age")
_KINDS = listed("nowadays-kinds")
_OFFERS = listed("nowadays-offers")
_AT = frozenset(("at", "in", "for"))  # "Join us today at the hall"
_PITCH = 7  # words of an offer: "Sign up for our newsletter today"
_STOPS = frozenset(".!?:*_#(\"'|>")


def is_nowadays(w: Window, t: int) -> bool:
    """Return whether the "today" or "tomorrow" at word `t` is an age, or the close of an offer."""
    if w.words[t] not in ("today", "tomorrow"):
        return False
    if w.word(t + 1) == "s" and w.sep(t + 1) == "'":
        i = t + 2
        while w.word(i) in _KINDS and w.near(i):
            i += 1
        return w.word(i) in _OF_AN_AGE and w.near(i)
    if w.word(t - 1) == "of" and w.near(t):
        return w.word(t - 2) in _OF_AN_AGE
    return _is_offer(w, t)


def _is_offer(w: Window, t: int) -> bool:
    """Return whether word `t` is when a reader is asked to do something: "Join today", "Get your copy today!"."""
    if w.words[t] != "today" or not w.near(t) or not _AT.isdisjoint((w.word(t + 1), w.word(t - 1))):
        return False
    near = t - (2 if w.word(t - 1) in ("up", "now") else 1)  # "Sign up today and save"
    for i in range(t - 1, max(-1, t - _PITCH - 1), -1):
        if w.word(i) in _OFFERS and w.capital(i) and _begins(w, i):
            return i == near or _ends(w.sep(t + 1))
        if not (w.near(i) or w.sep(i) in ("'", ", ")):
            return False
    return False


def _begins(w: Window, i: int) -> bool:
    """Return whether a sentence begins with word `i`; the end of a line alone does not show it."""
    return not w.start(i) or not _STOPS.isdisjoint(w.sep(i)) or w.sep(i).count("\n") > 1


def _ends(mark: str) -> bool:
    return not mark or mark[0] in ".!\n*<])" or (mark.isspace() and "\n" in mark)
