"""The words that dated expressions are made of, each with what it counts for. Knows no grammar and no calendar.

Closed classes of English, written down here: a module loads ten times as fast as a file that must be parsed.
"""

from __future__ import annotations

from nzn_cli.text.calendar import MONTHS, SEASONS, WEEKDAYS


def words(text: str) -> frozenset[str]:
    """Return the words of a list that is written with spaces."""
    return frozenset(text.split())


def numbered(text: str) -> dict[str, int]:
    """Return the words of a list with their places, from 0."""
    return {word: n for n, word in enumerate(text.split())}


MONTH_WORDS = MONTHS
SHORT_MONTHS = frozenset(word for word in MONTHS if len(word) <= 4 and word not in ("may", "june", "july"))
WEEKDAY_WORDS = WEEKDAYS
SEASON_WORDS = SEASONS

# ---- numbers ----------------------------------------------------------------------------------------------------

TENS = numbered("- ten twenty thirty forty fifty sixty seventy eighty ninety")
NUMBERS: dict[str, int] = (
    numbered(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen"
    )
    | {word: 10 * n for word, n in TENS.items() if n}
    | {"a": 1, "an": 1}
)
VAGUE_NUMBERS = words("few several many some recent")
ORDINALS: dict[str, int] = numbered(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
CENTURY_WORDS = {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}
DECADES: dict[str, int] = {
    word: 10 * n
    for word, n in numbered("- - twenties thirties forties fifties sixties seventies eighties nineties").items()
    if n > 1
}

# ---- units, and the words that shift or narrow them --------------------------------------------------------------

UNITS: dict[str, str] = {
    "day": "D", "days": "D", "week": "W", "weeks": "W", "month": "M", "months": "M", "year": "Y", "years": "Y",
    "decade": "E", "decades": "E", "century": "C", "centuries": "C", "quarter": "Q", "quarters": "Q",
    "fortnight": "F", "fortnights": "F", "weekend": "WE", "weekends": "WE", "hour": "H", "hours": "H",
    "minute": "T", "minutes": "T", "period": "P",
}  # fmt: skip
SHIFTS: dict[str, int] = {
    "last": -1, "past": -1, "previous": -1, "prior": -1, "preceding": -1, "this": 0, "current": 0, "present": 0,
    "next": 1, "coming": 1, "upcoming": 1,
}  # fmt: skip
FROM_TEXT: dict[str, int] = {
    "following": 1, "subsequent": 1, "previous": -1, "preceding": -1, "prior": -1, "same": 0, "that": 0,
}  # fmt: skip
PARTS: dict[str, str] = {
    "early": "START", "beginning": "START", "start": "START", "outset": "START", "mid": "MID", "middle": "MID",
    "late": "END", "end": "END", "close": "END", "earlier": "BEFORE", "later": "AFTER",
}  # fmt: skip

# ---- days and hours ---------------------------------------------------------------------------------------------

DAY_WORDS: dict[str, int] = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
DAY_PARTS: dict[str, str] = {
    "morning": "MO", "mornings": "MO", "dawn": "MO", "noon": "MI", "midday": "MI", "lunchtime": "MI",
    "afternoon": "AF", "evening": "EV", "night": "NI",
}  # fmt: skip
ZONES = words(
    "gmt utc est edt cst cdt mst mdt pst pdt et ct mt pt nzt nzst nzdt bst cet cest ist jst aest aedt local eastern "
    "pacific eet eest wet west sast kst sgt msk akst akdt hst hdt sst chst hkt brt adt ast gst trt"
)

# ---- numbers that are no year: they name a thing ("Resolution 1973", "Budget 2018") or count one -----------------

NAMED_BY_NUMBER = words(
    "resolution act budget bill page pages section flight number no room route highway channel model agenda vision "
    "expo regulation regulations article clause paragraph chapter volume issue item form order ordinance directive "
    "windows office area boeing airbus code law decree amendment appendix rule rules suite unit box p pp par para "
    "building peugeot project phone tel fax telephone ext extension circa population gate ref standard iso nzs case "
    "cases"
)
COUNTED = words(
    "people troops men women soldiers dollars percent per miles mile km kilometres kilometers metres meters feet foot "
    "ft tonnes tons kg pounds hours minutes seconds children students jobs homes houses employees workers members "
    "points votes times shares dlrs cents euros yen marks francs rupees police personnel staff patients cases square "
    "acres hectares civilians words users units copies households businesses schools pages passengers vehicles cars "
    "barrels megawatts prisoners refugees delegates participants volunteers protesters demonstrators families bodies "
    "runs goals medals deaths dead injured wounded million billion thousand hundred mw m mm cm rpm degrees calories"
)
APPROXIMATE = words(
    "about around some nearly almost over approximately roughly exactly only just least most total another other"
)
