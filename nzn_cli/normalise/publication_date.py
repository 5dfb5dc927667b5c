"""When a document was published: metadata, else what it prints, else its file's name or its address; never a clock.

Takes a date as it is written: no zone shifts it, and no part of it is made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from nzn_cli.model.documents import DatePrecision, Problem, Source
from nzn_cli.model.problems import problem
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.byline import Byline, agreeing, bylines
from nzn_cli.normalise.keys import folded, values
from nzn_cli.text.calendar import is_day
from nzn_cli.text.written_dates import all_written, read_written


class Publication(NamedTuple):
    """A publication date: partial ISO, its source, where the body prints it, and what was wrong on the way."""

    date: str | None
    precision: DatePrecision | None
    source: Source | None
    span: tuple[int, int] | None
    problems: tuple[Problem, ...]


def publication(
    path: str,
    body: str,
    url: str | None,
    stated: Iterator[tuple[Source, Mapping[str, Any]]],
    folder: Folder,
    lines: Mapping[str, int],
) -> Publication:
    """Return the publication date of a document.

    `stated` gives the metadata with its source, the most trusted first; `lines` is the line of each key of the file.
    """
    problems: list[Problem] = []
    printed = bylines(body, folder.day_first)
    found = _stated(stated, folder, lines, problems) or _inferred(path, url, printed, folder, problems)
    if found is None:
        return Publication(None, None, None, None, tuple(problems))
    date, source = found
    named = file_date(path, folder.day_first)
    if source == "frontmatter" and named and len(named) == len(date) == 10 and named != date:
        problems.append(problem("date-not-as-named", None, date=date, named=named))
    byline = agreeing(printed, date)
    return Publication(date, precision(date), source, byline and (byline.start, byline.end), tuple(problems))


def precision(date: str) -> DatePrecision:
    """Return how precise a partial ISO date is."""
    return "day" if len(date) == 10 else "month" if len(date) == 7 else "year"


def _stated(
    stated: Iterator[tuple[Source, Mapping[str, Any]]],
    folder: Folder,
    lines: Mapping[str, int],
    problems: list[Problem],
) -> tuple[str, Source] | None:
    month_first = {folded(key) for key in folder.month_first}
    for source, meta in stated:
        for key, value in values(meta, "date", folder.keys):
            line = lines.get(key) if source == "frontmatter" else None
            day_first = folder.day_first and folded(key) not in month_first
            known = len(problems)
            date = _value(key, value, day_first, folded(key) not in month_first, line, problems)
            if source == "config":
                problems[known:] = [one._replace(message=f"in .nzn.toml, {one.message}") for one in problems[known:]]
            if date:
                return date, source
    return None


def _value(
    key: str, value: Any, day_first: bool, either: bool, line: int | None, problems: list[Problem]
) -> str | None:
    """The date that a metadata value states; complains where it states none."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = _number(value)
    if folded(key) != "date" and not re.search(r"\d", str(value)):
        return None  # `published: true`, `released: soon`: no date was meant
    if not isinstance(value, str) or not value.strip():
        problems.append(problem("date-unreadable", line, key=key, value=_short(value)))
        return None
    text = " ".join(value.split())
    written = read_written(text, day_first) if len(text) < 100 else None
    if written is None:
        date = _unusual(text, day_first)
        if date is None:
            problems.append(problem("date-unreadable", line, key=key, value=_short(text)))
        return date
    if not written.value:
        problems.append(problem("date-impossible", line, key=key, value=_short(text)))
        return None
    if written.other and either:
        problems.append(problem("date-ambiguous", line, key=key, value=text, read=written.value, other=written.other))
    return written.value


def _short(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


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


def _inferred(
    path: str, url: str | None, printed: list[Byline], folder: Folder, problems: list[Problem]
) -> tuple[str, Source] | None:
    named = file_date(path, folder.day_first)
    if printed:
        first = printed[0]
        if first.other and named not in (first.value, first.other):
            problems.append(
                problem("date-ambiguous", None, key="byline", value=first.text, read=first.value, other=first.other)
            )
        elif first.other and named:
            return named, "text"
        return first.value, "text"
    if named:
        return named, "filename"
    if url and (date := _address_date(url)):
        return date, "url"
    return None


_PARTS = r"(?a)(?<!\d)((?:19|20)\d\d)([-_. ]?)(\d\d)(?:\2(\d\d))?(?!\d)"
_FOLDERS = r"(?a)(?:^|/)((?:19|20)\d\d)[/-](\d\d)(?:[/-](\d\d))?(?=/)"


def file_date(path: str, day_first: bool = True) -> str | None:
    """Return the date in a file's name (2001-02-03_x, 20010203, "12 Sep 2018 x"), else its folders (2018/09/12/x)."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    for match in re.finditer(_PARTS, stem):
        year, separator, month, day = match.groups()
        if day and is_day(int(year), int(month), int(day)):
            return f"{year}-{month}-{day}"
        if not day and separator in ("-", "_") and match.start() == 0 and 1 <= int(month) <= 12:
            return f"{year}-{month}"
    if re.search(r"\d", stem):
        for written in all_written(re.sub(r"[_]+|(?<=\w)-(?=\w)", " ", stem[:200]), day_first):
            if len(written.value) == 10:
                return written.value
    found = re.search(_FOLDERS, path)
    return _folder_date(*found.groups()) if found else None


def _folder_date(year: str, month: str, day: str | None) -> str | None:
    if not 1 <= int(month) <= 12:
        return None
    return f"{year}-{month}-{day}" if day and is_day(int(year), int(month), int(day)) else f"{year}-{month}"


def _address_date(url: str) -> str | None:
    match = re.search(_FOLDERS, url.split("?")[0])
    return _folder_date(*match.groups()) if match else None
