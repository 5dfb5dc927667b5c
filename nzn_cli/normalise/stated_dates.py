"""What a metadata value states as a date: whole, in part ("2021-Q1", "1920s", "2021-03-XX"), or about ("c. 1920").

Forms of part dates are those of EDTF (ISO 8601-2) and of library catalogues. Takes a value as it is written and makes
no part of it up; which key counts and what is complained of, `publication_date` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from nzn_cli.model.documents import DatePrecision
from nzn_cli.normalise.keys import KEYS, folded
from nzn_cli.normalise.links import links, only_links, unnested, with_labels, with_names
from nzn_cli.text.calendar import MONTH_NAMES, cover
from nzn_cli.text.written_dates import read_written

_LONGEST = 100  # characters of a text that can be a date
_MOST = 50  # items of a list that are read for one


class Stated(NamedTuple):
    """A date that a value states: partial ISO ("" for one that no calendar has), how precise, and a second reading."""

    value: str
    precision: DatePrecision | None
    other: str | None = None


class PartForm(NamedTuple):
    """A way to write a part of a date: its pattern, the partial ISO date made of its groups, and an example of each."""

    name: str
    pattern: str
    value: str
    precision: DatePrecision
    example: str
    reading: str


_SPRING = "(?:spring|summer|autumn|fall|winter)"
FORMS: tuple[PartForm, ...] = (
    PartForm("quarter", r"(?P<y>\d{4})[ /-]?q(?P<q>[1-4])", "{y}-Q{q}", "quarter", "2021-Q1", "2021-Q1"),
    PartForm("quarter first", r"q(?P<q>[1-4])[ /,-]*(?P<y>\d{4})", "{y}-Q{q}", "quarter", "Q3 2021", "2021-Q3"),
    PartForm("week", r"(?P<y>\d{4})-?w(?P<w>\d\d)", "{y}-W{w}", "week", "2021-W09", "2021-W09"),
    PartForm("week first", r"week (?P<w>\d\d?),?(?: of)? (?P<y>\d{4})", "{y}-W{w}", "week", "week 9, 2021", "2021-W09"),
    PartForm("week day", r"(?P<y>\d{4})-?w(?P<w>\d\d)-?(?P<d>[1-7])", "{y}-W{w}-{d}", "day", "2021W094", "2021-03-04"),
    PartForm("decade", r"(?:the )?(?P<y>\d{3})0[’']?s", "{y}0s", "decade", "the 1920s", "1920s"),
    PartForm("decade left open", r"(?P<y>\d{3})[xu](?:-xx|-uu){0,2}", "{y}0s", "decade", "192X", "1920s"),
    PartForm("year alone", r"(?P<y>\d{4})(?:-(?:xx|uu|00)){1,2}", "{y}", "year", "2021-XX-XX", "2021"),
    PartForm("month alone", r"(?P<y>\d{4})-(?P<m>\d\d)-(?:xx|uu|00)", "{y}-{m}", "month", "2021-03-XX", "2021-03"),
    PartForm("season", rf"{_SPRING},? (?:of )?(?P<y>\d{{4}})", "{y}", "year", "Spring 2021", "2021"),
    PartForm("season after", rf"(?P<y>\d{{4}}),? {_SPRING}", "{y}", "year", "2021 winter", "2021"),
)  # fmt: skip
_ABOUT = (
    r"(?:(?:circa|ca\.?|c\.?|about|around|approx(?:imately|\.)?|probably|possibly|perhaps|maybe|~|≈)\s*)(?=\S)(?P<a>.*)"
    r"|(?P<b>.*[\dxus])\s*(?:[~?%]|\(?(?:approx(?:imately|\.)?|circa|ca\.|\?)\)?)"
)
_BRACKETS = r"\[(.*)\]|\((.*)\)|<(.*)>"


def stated_date(value: Any, day_first: bool = True) -> Stated | None:
    """Return the date that a metadata value states, None where it states none; of a list the first that is one.

    `day_first` reads 03/04/2018 as April.
    """
    value = unnested(value)
    if isinstance(value, list):
        return _first([stated_date(one, day_first) for one in value[:_MOST]])
    if isinstance(value, dict):
        return _of_parts({folded(str(key)): one for key, one in value.items()}, day_first)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = _number(value)
    if not isinstance(value, str):
        return None
    readings = (one for one in _without_links(" ".join(value.split())) if len(one) < _LONGEST)
    return next(filter(None, (_read(one, day_first) for one in readings)), None)


def _first(found: list[Stated | None]) -> Stated | None:
    """The first that is a day of the calendar, else the first that is none."""
    return next((one for one in found if one and one.value), None) or next(filter(None, found), None)


def _read(text: str, day_first: bool) -> Stated | None:
    if (written := read_written(text, day_first)) is not None:
        return Stated(written.value, _precision(written.value) if written.value else None, written.other)
    if found := _part(text):
        return found
    if bracketed := re.fullmatch(_BRACKETS, text):
        return _read(next(filter(None, bracketed.groups()), "").strip(), day_first)
    if about := re.fullmatch(_ABOUT, text, re.IGNORECASE):
        found = _read((about["a"] or about["b"] or "").strip(), day_first)
        return found and (found._replace(precision="approximate") if found.value else found)
    date = _unusual(text, day_first)
    return Stated(date, _precision(date)) if date else None


def _precision(date: str) -> DatePrecision:
    return "day" if len(date) == 10 else "month" if len(date) == 7 else "year"


def _part(text: str) -> Stated | None:
    """What a form of the table says of a text; an impossible week or month is said to be one."""
    low = text.strip(" .,;").lower()
    for form in FORMS:
        if found := re.fullmatch(form.pattern, low, re.ASCII if "’" not in low else 0):
            groups = {name: text.zfill(2) if name == "w" else text for name, text in found.groupdict().items()}
            value = form.value.format(**groups)
            try:
                first, _ = cover(value[:8])
                if form.precision == "day":
                    from datetime import date

                    value = date.fromisocalendar(int(found["y"]), int(found["w"]), int(found["d"])).isoformat()
            except ValueError:
                return Stated("", None)
            return Stated(value, form.precision) if first[:4] > "0999" else None
    return None


def _without_links(text: str) -> Iterator[str]:
    """The readings of a text in order: for links their targets, their labels, the day that a target begins with."""
    found = links(text)
    if not found:
        yield text
        return
    first = found[0]
    if only_links(text):
        yield from (first.target, first.name, first.label)
        if day := re.match(r"(?a)\d{4}-\d\d-\d\d(?=[^\w-])", first.name):
            yield day[0]
        return
    yield with_names(text)
    yield with_labels(text)


def _of_parts(parts: Mapping[str, Any], day_first: bool) -> Stated | None:
    """The date of a mapping: year, month and day; `date-parts` as CSL has them; or a key that stands for a date."""
    if isinstance(several := parts.get("dateparts"), list) and several:
        numbers = several[0] if isinstance(several[0], list) else several
        parts = dict(zip(("year", "month", "day"), numbers, strict=False))
    if parts.get("year"):
        year, month, day = (str(parts.get(name) or "") for name in ("year", "month", "day"))
        month = month.zfill(2) if month.isdecimal() else _month_number(month)
        return _read("-".join(one for one in (year, month, day.zfill(2) if month and day else "") if one), day_first)
    for key in ("date", *KEYS["date"], "raw", "literal"):
        if isinstance(one := parts.get(folded(key)), str | int) and (found := stated_date(one, day_first)):
            return found
    return None


def _month_number(month: str) -> str:
    return next((f"{n:02d}" for n, name in enumerate(MONTH_NAMES, 1) if month and name.startswith(month.lower())), "")


def _number(number: float) -> str:
    """A number as a date: a year, 20180912, 201809, or seconds since 1970."""
    text = str(int(number))
    if len(text) == 6 and 1 <= int(text[4:]) <= 12:
        return f"{text[:4]}-{text[4:]}"
    seconds = int(number) // 1000 if len(text) == 13 else int(number)
    if len(text) in (9, 10, 13) and seconds > 0:
        from datetime import UTC, datetime

        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    return text


def _unusual(text: str, day_first: bool) -> str | None:
    """What dateparser makes of a value that says a year and a day in some other way."""
    if len(text) > 60 or not re.search(r"\d{4}", text) or not re.search(r"[^\W\d_]{3}", text):
        return None
    from nzn_cli.text.typed_dates import parse_written

    try:
        return parse_written(text, day_first)
    except Exception:  # what it raises on odd text is not told
        return None
