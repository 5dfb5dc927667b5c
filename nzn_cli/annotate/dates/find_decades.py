"""Decades and centuries, in digits and in words. Resolves nothing."""

from __future__ import annotations

from nzn_cli.annotate.dates.amounts import BEFORE_CHRIST, ERAS
from nzn_cli.annotate.dates.date_words import DECADES, ORDINALS, words
from nzn_cli.annotate.dates.rules import Example, Rule, RuleTable
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.window import Window

DECADE_LEADS = words("the early mid late")
_OWNERS = words("his her their my your our its")
_OWN_CENTURIES = 5  # centuries of its own that a school or a town may count
_LAST_CENTURY = 22


def find_decade(w: Window, t: int) -> TimeExpression | None:
    """Return "the nineties", "the '90s" and the "60s" of "1950s and 60s"; word `t` is the number."""
    word, before = w.words[t], w.word(t - 1)
    if word in DECADES:
        if before not in DECADE_LEADS or not w.adjoins(t):
            return None
        return TimeExpression("decade", t - 1 if before == "the" else t, t, number=_short_decade(DECADES[word]))
    if len(word) != 2 or word[1] != "0" or word == "00" or w.word(t + 1) != "s" or w.sep(t + 1) not in ("", "'"):
        return None
    start = w.start(t)
    another = before in ("and", "to", "or") and "0s " in w.low[max(0, start - 8) : start]
    if before in _OWNERS or not (w.sep(t)[-1:] == "'" or before in DECADE_LEADS or another):
        return None
    return TimeExpression("decade", t, t + 1, number=_short_decade(int(word)))


def _short_decade(tens: int) -> int:
    return (190 if tens >= 20 else 200) + tens // 10


NO_CENTURY: RuleTable[[Window, int, int, int], bool] = RuleTable(
    "ordinals before the word century that name none",  # asked of the century, its first word and its number
    Rule(
        "before-christ", lambda w, t, first, number: w.adjoins(t + 1) and w.word(t + 1) in BEFORE_CHRIST, True,
        Example("It was built in the 6th century BC."),
    ),
    Rule(
        "our-first",
        lambda w, t, first, number: number <= _OWN_CENTURIES and w.word(first) != "the" and not _in_era(w, t), True,
        Example("The school begins its second century."),
    ),
    Rule(
        "second-century-of",
        lambda w, t, first, number: number <= _OWN_CENTURIES and w.word(t + 1) == "of" and not _in_era(w, t), True,
        Example("It is the second century of our school."),
    ),
    Rule(
        "century-skills", lambda w, t, first, number: w.capital(t) and w.capital(t + 1) and w.sep(t + 1) == " ", True,
        Example("He wrote the 21st Century Skills Act."),
    ),
    Rule(
        "too-high", lambda w, t, first, number: number > _LAST_CENTURY, True,
        Example("It was set in the 31st century."),
    ),
)  # fmt: skip


def find_century(w: Window, t: int) -> TimeExpression | None:
    """Return "the 20th century" and "the twenty-first century", `t` being the word century."""
    ordinal = _ordinal_before(w, t)
    if not ordinal or ordinal[0] < 1:
        return None
    number, i = ordinal
    first = i - 1 if w.word(i - 1) == "the" and w.adjoins(i) else i
    if NO_CENTURY.match(w, t, first, number):
        return None
    return TimeExpression("century", first, t, number=number - 1)


def _in_era(w: Window, t: int) -> bool:
    return w.adjoins(t + 1) and w.word(t + 1) in ERAS


def _ordinal_before(w: Window, t: int) -> tuple[int, int] | None:
    """Return (number, first word) of "20th" and "twenty-first" before word `t`."""
    i = t - 1
    if not w.adjoins(t):
        return None
    if w.word(i) in ("st", "nd", "rd", "th") and w.sep(i) == "" and w.word(i - 1).isdecimal():
        return int(w.word(i - 1)), i - 1
    number = ORDINALS.get(w.word(i), 0)
    if not number:
        return None
    return (number + 20, i - 1) if w.word(i - 1) == "twenty" and w.adjoins(i) else (number, i)
