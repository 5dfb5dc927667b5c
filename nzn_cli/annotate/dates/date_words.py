"""The words that time expressions are made of, each with what it counts for. Knows no grammar and no calendar.

The lists stand in the data file `dates.txt`, those of what tense says in `tense.txt` (`tense_words`).
"""

from __future__ import annotations

from nzn_cli.text import wordlists
from nzn_cli.text.calendar import MONTHS, SEASONS, WEEKDAYS

_FILE = "dates.txt"


def listed(section: str) -> frozenset[str]:
    """Return the words of a section of the list that stands beside the code."""
    return wordlists.words(_FILE, section)


def words(text: str) -> frozenset[str]:
    """Return the words of a list that is written with spaces."""
    return frozenset(text.split())


def _numbered(section: str) -> dict[str, int]:
    """Return the words of a section with their places, from 0; "-" is a place without a word."""
    in_order = (word for line in wordlists.sections(_FILE)[section] for word in line.split())
    return {word: n for n, word in enumerate(in_order) if word != "-"}


def _coded(section: str) -> dict[str, str]:
    """Return the words of a section, each with the code that its line begins with."""
    lines = (line.split() for line in wordlists.sections(_FILE)[section])
    return {word: code for code, *named in lines for word in named}


def _shifts(section: str) -> dict[str, int]:
    return {word: int(code) for word, code in _coded(section).items()}


MONTH_WORDS = MONTHS
SHORT_MONTHS = frozenset(word for word in MONTHS if len(word) <= 4 and word not in ("may", "june", "july"))
WEEKDAY_WORDS = WEEKDAYS
SEASON_WORDS = SEASONS

# ---- numbers ----------------------------------------------------------------------------------------------------

TENS = _numbered("tens")
NUMBERS: dict[str, int] = _numbered("numbers") | {word: 10 * n for word, n in TENS.items()} | {"a": 1, "an": 1}
VAGUE_NUMBERS = words("few several many some recent")
ORDINALS = _numbered("ordinals")
CENTURY_WORDS = {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}
DECADES = {word: 10 * n for word, n in _numbered("decades").items()}

# ---- units, and the words that shift or narrow them --------------------------------------------------------------

UNITS = _coded("units")
SHIFTS = _shifts("shifts")
FROM_TEXT = _shifts("shifts-from-text")
PARTS = _coded("parts")

# ---- days and hours ---------------------------------------------------------------------------------------------

DAY_WORDS: dict[str, int] = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
DAY_PARTS = _coded("day-parts")
ZONES = listed("zones")

# ---- numbers that are no year: they name a thing ("Resolution 1973", "Budget 2018") or count one -----------------

NAMED_BY_NUMBER = listed("named-by-number")
COUNTED = listed("counted")
APPROXIMATE = listed("approximate")
