"""When a document was published: metadata, what it prints, its file's name, its address, its file's properties.

The first that says so; never a clock. Takes a date as it is written: no zone shifts it, and no part of it is made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from nzn_cli.model.documents import DatePrecision, Problem, Source
from nzn_cli.model.file_formats import FILE_CREATED
from nzn_cli.model.problems import problem
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.byline import Byline, agreeing, bylines
from nzn_cli.normalise.keys import address_values, folded, values
from nzn_cli.normalise.links import unnested
from nzn_cli.normalise.path_dates import file_date, path_date
from nzn_cli.normalise.stated_dates import Stated, stated_date


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
    stated: Sequence[tuple[Source, Mapping[str, Any]]],
    folder: Folder,
    lines: Mapping[str, int],
) -> Publication:
    """Return the publication date of a document.

    `stated` gives the metadata with its source, the most trusted first; `lines` is the line of each key of the file.
    """
    problems: list[Problem] = []
    printed = bylines(body, folder.day_first)
    found = _stated(stated, folder, lines, problems)
    if found is None:
        addresses = [one for _, meta in stated for one in _addresses(meta)]
        found = _inferred(path, [*addresses, url] if url else addresses, printed, folder, problems) or _made(stated)
    if found is None:
        return Publication(None, None, None, None, tuple(problems))
    (date, precision, _), source = found
    named = file_date(path, folder.day_first)
    if source == "frontmatter" and named and len(named) == len(date) == 10 and named != date:
        problems.append(problem("date-not-as-named", None, date=date, named=named))
    byline = agreeing(printed, date)
    return Publication(date, precision, source, byline and (byline.start, byline.end), tuple(problems))


def _stated(
    stated: Sequence[tuple[Source, Mapping[str, Any]]],
    folder: Folder,
    lines: Mapping[str, int],
    problems: list[Problem],
) -> tuple[Stated, Source] | None:
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
) -> Stated | None:
    """The date that a metadata value states; complains where it states none."""
    if folded(key) != "date" and not re.search(r"\d", str(value)):
        return None  # `published: true`, `released: soon`: no date was meant
    found = stated_date(value, day_first)
    if found is None:
        shown = value[0] if isinstance(value, list) and len(value) == 1 else value
        problems.append(problem("date-unreadable", line, key=key, value=_short(shown)))
        return None
    if not found.value:
        problems.append(problem("date-impossible", line, key=key, value=_short(value)))
        return None
    if found.other and either:
        shown = _short(value)
        problems.append(problem("date-ambiguous", line, key=key, value=shown, read=found.value, other=found.other))
    return found


def _short(value: object) -> str:
    text = " ".join(value.split()) if isinstance(value, str) else repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _inferred(
    path: str, addresses: Sequence[str], printed: list[Byline], folder: Folder, problems: list[Problem]
) -> tuple[Stated, Source] | None:
    named = file_date(path, folder.day_first)
    if printed:
        first = printed[0]
        if first.other and named not in (first.value, first.other):
            problems.append(
                problem("date-ambiguous", None, key="byline", value=first.text, read=first.value, other=first.other)
            )
        elif first.other and named:
            return _as_stated(named), "text"
        return _as_stated(first.value), "text"
    addressed = _agreed([date for one in addresses if (date := path_date(one))])
    if named and not (addressed and addressed.startswith(named) and addressed != named):
        return _as_stated(named), "filename"
    return (_as_stated(addressed), "url") if addressed else None


def _made(stated: Sequence[tuple[Source, Mapping[str, Any]]]) -> tuple[Stated, Source] | None:
    """The day on which the file was made, as its properties say: a copy of an old text may be of today."""
    for _, meta in stated:
        made = stated_date(meta[FILE_CREATED], False) if FILE_CREATED in meta else None
        if made is not None and made.value:
            return made, "file"
    return None


def _as_stated(date: str) -> Stated:
    return Stated(date, "day" if len(date) == 10 else "month" if len(date) == 7 else "year")


def _agreed(dates: Sequence[str]) -> str | None:
    """The most precise of dates that say the same, None where two differ: nobody knows which is the document's."""
    longest = max(dates, key=len, default=None)
    return longest if longest and all(longest.startswith(date) for date in dates) else None


def _addresses(meta: Mapping[str, Any]) -> Iterator[str]:
    """The values of keys that hold a path or an address of the document itself."""
    for value in address_values(meta):
        several = unnested(value)
        for one in several if isinstance(several, list) else [several]:
            if isinstance(one, str):
                yield one
