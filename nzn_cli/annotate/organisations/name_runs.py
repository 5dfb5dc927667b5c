"""Runs of capitalised words in which names may stand, with the small words that join them, and the words of a run.

Knows letters, not names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from nzn_cli.annotate.people import people_lexicon
from nzn_cli.text.wordlists import words

_LONGEST = 40  # words of a run; where more stand in a row, another run starts
_JOINS = (
    r"at(?=[ ]Work\b)|"  # "Health and Safety at Work Act"
    r"of(?:[ ]the|[ ]a)?|for(?:[ ]the)?|and(?:[ ]the)?|&|on(?:[ ]the)?|to(?:[ ]the)?|with|against|in(?:[ ]the)?|from|"
    r"de(?:[ ](?:la|los|las))?|del|des|du|da|do|dos|das|di|e|y|et|la|o|te|ki|mo|ngā|nga|und|der|für|van|von|bin|al|el"
)
_GAP = r"[ \xa0]{1,2}"


class RunWord(NamedTuple):
    """A word of a run and the small words that join it to the one before; offsets count from the start of the run."""

    text: str
    start: int
    end: int
    join: str


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


def runs_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the runs of a text stand, in order."""
    for match in _patterns()[0].finditer(text):
        yield match.span()


def words_of(run: str) -> list[RunWord]:
    """Return the words of a run."""
    found = []
    for match in _patterns()[1].finditer(run):
        join = " ".join((match.group("join") or "").split())
        found.append(RunWord(match.group("word"), match.start("word"), match.end("word"), join))
    return found
