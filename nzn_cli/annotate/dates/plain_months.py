"""Whether "May", "March", "April", "June" and "August" are months or names and verbs, by what stands beside them."""

from __future__ import annotations

from nzn_cli.annotate.dates.date_words import MONTH_WORDS, UNITS, listed
from nzn_cli.annotate.dates.rules import Example, Rule, RuleTable
from nzn_cli.annotate.dates.window import Window

_LEADS = listed("month-leads")
_LOOSE_LEADS = frozenset(("and", "or", "for", "from", "to"))  # may as well stand before a person: "from April Jones"
_SPEECH = listed("month-speech")
_NAMES = frozenset(("april", "june", "august"))  # also given names
_VERBS = frozenset(("may", "march"))  # also verbs
_IN_ADDRESS = frozenset("@_")


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
    if w.word(t + 1) == "of" and w.adjoins(t + 1):  # "the March of the Women"
        return w.capital(t + 3 if w.word(t + 2) == "the" else t + 2)
    if not w.adjoins(t):
        return False
    if w.word(t - 1) == "s" and w.sep(t - 1) == "'" and w.capital(t - 2) and not w.word(t + 1).isdecimal():
        return w.word(t + 1) not in UNITS  # "the Women's March"
    if w.word(t + 1) not in ("for", "on", "against") or not w.adjoins(t + 1):
        return False
    return w.word(t - 1) in ("annual", "the", "a", "this", "our") or (w.capital(t + 2) and w.capital(t - 1))


PLAIN_MONTH: RuleTable[[Window, int], bool] = RuleTable(
    "words that are a month or a name",
    Rule(
        "mail-address", lambda w, t: w.sep(t)[-1:] in _IN_ADDRESS or w.sep(t + 1)[:1] == "@", False,
        Example("Write to Hale@June or so."),
    ),
    Rule("every-march", lambda w, t: _before(w, t) in ("every", "each"), False, Example("It rains every August.")),
    Rule(
        "march-for", lambda w, t: w.words[t] == "march" and _is_procession(w, t), False,
        Example("They joined the March for Hope."),
    ),
    Rule(
        "as-early-as",
        lambda w, t: _before(w, t) == "as" and w.word(t - 2) in ("early", "late", "recently", "soon"),
        True, Example("It rained as late as [May] he said.", "2019-05"),
    ),
    Rule(
        "from-april-jones",
        lambda w, t: _before(w, t) in _LOOSE_LEADS
        and _is_named(w, t)
        and (w.words[t] in _NAMES or w.words[t] == "may"), False,
        Example("It is a gift from April Jones."),
    ),
    Rule(
        "in-march", lambda w, t: _before(w, t) in _LEADS, True,
        Example("In [April] it rained.", "2019-04"),
    ),
    Rule(
        "april-go-ahead", lambda w, t: not _before(w, t) and w.words[t] in _NAMES and _is_address(w, t), False,
        Example("He said: \"April, go ahead.\""),
    ),
    Rule(
        "april-may", lambda w, t: w.words[t] in _VERBS and w.sep(t) in (", ", "-") and _after_month(w, t), True,
        Example("It rained in [April], [May] and [June].", "2019-04 2019-05 2019-06"),
    ),
    Rule(
        "in-brackets", lambda w, t: w.words[t] in _VERBS and w.sep(t)[-1:] == "(" and w.sep(t + 1)[:1] == ")", True,
        Example("Here is the plan ([March]).", "2020-03"),
    ),
    Rule(
        "one-may", lambda w, t: w.words[t] in _VERBS and (not _before(w, t) or w.capital(t - 1)), False,
        Example("The lawyer, Theresa May, spoke."),
    ),
    Rule(
        "may-i", lambda w, t: w.words[t] in _VERBS and w.word(t + 1) in _SPEECH, False,
        Example("She asked if May I go."),
    ),
    Rule(
        "after-a-name", lambda w, t: w.words[t] in _NAMES and _before(w, t) and w.capital(t - 1), False,
        Example("The lawyer, Anna June, spoke."),
    ),
    Rule(
        "before-a-name", lambda w, t: w.words[t] in _NAMES and _is_named(w, t), False,
        Example("The lawyer, June Hale, spoke."),
    ),
)  # fmt: skip


def plainly_month(w: Window, t: int) -> bool:
    """Return whether the word at `t` is a month by what stands beside it: not Theresa May, not April Jones."""
    return PLAIN_MONTH.match(w, t) is not False


def _before(w: Window, t: int) -> str:
    """Return the word before where it belongs to the one at `t`."""
    return w.word(t - 1) if w.adjoins(t) else ""


def _is_named(w: Window, t: int) -> bool:
    """Return whether another word with a capital follows, as in a name."""
    return w.sep(t + 1) == " " and w.capital(t + 1)
