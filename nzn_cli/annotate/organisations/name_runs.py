"""Runs of capitalised words in which names may stand, with the small words that join them, and the words of a run.

Knows letters, not names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from nzn_cli.annotate.people import people_lexicon
from nzn_cli.text.wordlists import words

_LONGEST = 40  # words of a run; where more stand in a row, another run starts
# each first letter once: that finds the runs of a text in four fifths of the time of a plain list
_JOINS = (
    r"a(?:t(?=[ ]Work\b)|nd(?:[ ]the)?|gainst|l)|"  # "Health and Safety at Work Act"
    r"o(?:f(?:[ ]the|[ ]a)?|n(?:[ ]the)?|)|f(?:or(?:[ ]the)?|rom|ür)|&|t(?:o(?:[ ]the)?|e)|with|in(?:[ ]the)?|"
    r"d(?:e(?:[ ](?:la|los|las)|l|s|r)?|u|a|o|os|as|i)|e[tl]?|y|la|ki|mo|ng[āa]|und|v[ao]n|bin"
)
_GAP = r"[ \xa0]{1,2}"


class RunWord(NamedTuple):
    """A word of a run and the small words that join it to the one before; offsets count from the start of the run."""

    text: str
    start: int
    end: int
    join: str


_run_word = partial(tuple.__new__, RunWord)  # a third of the time of `RunWord`


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    upper = people_lexicon.upper_letters()
    ends = "|".join(sorted(words("organisation-heads.txt", "hyphened")))
    country = r"(?<=[A-Z]\.[A-Z])\.[\-‑](?=[A-Z])"  # "U.S.-Freedonian"
    inner = (
        rf"\w*(?:(?:['’ʻʼ‘&/+](?=\w)|[\-‑](?!(?:{ends})\b)(?=\w)|\.(?=[A-Z]\b|[a-z]{{2,3}}\b(?=[ ]\w))|{country})\w+)*"
    )
    dot = r"(?:(?<=\b[A-Z])\.|(?<=\b(?:St|Co|Mt))\.|(?<=[.][A-Z])\.|\+|(?<=s)['’](?=[ ]))?"
    word = rf"[{upper}]{inner}{dot}(?:(?<=[A-Z])\([A-Z]{{1,3}}\))?"
    later = rf"(?:{word}|(?:19|20)\d\d\b|\d{{1,4}}(?:[-–]\d{{1,4}})?(?=[ ]|\b)(?![,.]\d)|&(?=[ ]))"
    # the first character comes first and is then asked: a search leaps to it, in a third of the time
    rest = rf"(?<=[{upper}]){word.removeprefix(f'[{upper}]')}|(?<=\d)[A-Z]\w*|(?<=a)l[- ]{word}"
    start = rf"[{upper}\da](?<![\w@#/].)(?:{rest})"
    run = rf"{start}(?:{_GAP}(?:(?:{_JOINS}){_GAP})?{later}){{0,{_LONGEST}}}"
    figure = r"\d+(?:[-–]\d+)?"
    part = (
        rf"(?:(?:^|{_GAP})(?P<join>(?:{_JOINS})(?={_GAP}))?{_GAP}?)?(?P<word>al[- ]{word}|{word}|\d[A-Z]\w*|{figure}|&)"
    )
    return re.compile(run), re.compile(part)


def runs_of(text: str) -> Iterator[re.Match[str]]:
    """Return the runs of a text where they stand, in order."""
    return _patterns()[0].finditer(text)


def words_of(run: str) -> list[RunWord]:
    """Return the words of a run."""
    found = []
    for match in _patterns()[1].finditer(run):
        join = " ".join((match.group("join") or "").split())
        found.append(_run_word((match.group("word"), *match.span("word"), join)))
    return found
