"""The words that dated expressions are made of, each with what it counts for. Knows no grammar and no calendar."""

from __future__ import annotations

from nzn_cli.language.calendar import MONTHS, SEASONS, WEEKDAYS


def words(text: str) -> frozenset[str]:
    """Return the words of a list that is written with spaces."""
    return frozenset(text.split())


NUMBERS: dict[str, int] = {
    word: n
    for n, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
TENS = {"ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
VAGUE_NUMBERS = {"few", "several", "many", "some", "recent"}
ORDINALS: dict[str, int] = {
    word: n
    for n, word in enumerate(
        [
            "zeroth",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ]
    )
} | {"thirtieth": 30, "final": -1, "last": -1}
UNITS: dict[str, str] = {
    "day": "D", "days": "D", "week": "W", "weeks": "W", "month": "M", "months": "M", "year": "Y", "years": "Y",
    "decade": "E", "decades": "E", "century": "C", "centuries": "C", "quarter": "Q", "quarters": "Q",
    "fortnight": "F", "fortnights": "F", "weekend": "WE", "weekends": "WE", "hour": "H", "hours": "H",
    "minute": "T", "minutes": "T", "period": "P", "term": "P",
}  # fmt: skip
DAY_WORDS: dict[str, int] = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
DAY_PARTS: dict[str, str] = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "overnight": "NI", "midday": "MI", "noon": "MI",
    "dawn": "MO", "mornings": "MO", "lunchtime": "MI",
}  # fmt: skip
SHIFTS: dict[str, int] = {
    "last": -1, "past": -1, "previous": -1, "prior": -1, "preceding": -1,
    "this": 0, "current": 0, "present": 0,
    "next": 1, "coming": 1, "upcoming": 1,
}  # fmt: skip
FROM_TEXT: dict[str, int] = {
    "following": 1,
    "subsequent": 1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "same": 0,
    "that": 0,
}
PARTS: dict[str, str] = {
    "early": "START", "mid": "MID", "late": "END", "beginning": "START", "start": "START", "outset": "START",
    "middle": "MID", "end": "END", "close": "END", "earlier": "BEFORE", "later": "AFTER",
}  # fmt: skip
DECADES: dict[str, int] = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
CENTURY_WORDS = {"nineteen": 19, "eighteen": 18, "twenty": 20, "seventeen": 17}
ZONES = words(
    "gmt utc est edt cst cdt mst mdt pst pdt et ct mt pt nzt nzst nzdt bst cet cest ist jst aest aedt local eastern pacific"
)
MONTH_WORDS = MONTHS
WEEKDAY_WORDS = WEEKDAYS
SEASON_WORDS = SEASONS

# What the words around an expression say of its tense: modals look ahead, so do "plans to" and "scheduled".
MODALS = words("will ll shall won would should must may might can could")
AHEAD_VERBS = words(
    "scheduled plan plans planned planning expect expects expected expecting due slated intend intends hope hopes hoping "
    "supposed payable effective expire expires begins starts opens closes ends runs upcoming forthcoming "
    "proposed projected proposes aims seeks next tomorrow maturing matures "
    "meet meets leaves arrives travels visits departs returns hosts resumes convenes faces"
)
PAST_WORDS = words(
    "said says was were had did told came went met began became took made gave got held saw sent fell rose left won lost "
    "led found broke brought built bought caught drew flew grew knew paid ran sold spoke spent stood struck thought "
    "wrote since ago earlier been has have hit quit shot sank rang fled swore yesterday set put cut read"
)
NO_PARTICIPLES = words(
    "need feed seed speed indeed united proceed exceed succeed breed bleed limited red bed wed led hundred sacred "
    "breed so-called based aged"
)
# Nouns whose number is a name, not a year: "Resolution 1973", "Budget 2018".
NAMED_BY_NUMBER = words(
    "resolution act budget bill page pages section flight number no room route highway channel model agenda vision expo "
    "regulation regulations article clause paragraph chapter volume issue item form order ordinance directive windows office "
    "area boeing airbus code law decree amendment appendix rule rules suite unit box p pp par para building peugeot "
    "project phone tel fax telephone ext extension circa population gate ref standard iso nzs cases case"
)
COUNTED = words(
    "people troops men women soldiers dollars percent per miles mile km kilometres kilometers metres meters feet foot tonnes tons "
    "kg pounds hours minutes seconds children students jobs homes houses employees workers members points votes times "
    "shares dlrs cents euros yen marks francs rupees police personnel staff patients cases square acres hectares "
    "civilians words users units copies households businesses schools pages passengers vehicles cars barrels megawatts "
    "prisoners refugees delegates participants volunteers protesters demonstrators families bodies deaths dead injured "
    "wounded million billion thousand hundred mw m mm cm rpm degrees calories"
)
APPROXIMATE = words(
    "about around some nearly almost over approximately roughly exactly only just than least most total"
)
