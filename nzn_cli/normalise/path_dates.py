"""The date in a file's name, in its folders, in an address or another path: "2021/07/29/…", "2021-07-29-a-title".

Takes what stands where dates stand in paths: a title that names a day says nothing of the document's own.
"""

from __future__ import annotations

import re

from nzn_cli.text.calendar import MONTHS, is_day
from nzn_cli.text.written_dates import all_written

_PARTS = r"(?a)(?<!\d)((?:19|20)\d\d)([-_. ]?)(\d\d)(?:\2(\d\d))?(?!\d)"
_YEAR = r"(?a)(?:^|/)(?P<y>(?:19|20)\d\d)"
# how folders spell a date out, the surer first: a day ends its part of the path, or begins it before other words
_FOLDERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_YEAR}[/-](?P<m>\d\d)[/-](?P<d>\d\d)(?=/|$)",
        rf"{_YEAR}/(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})(?=/|$)",
        rf"{_YEAR}/(?P<m>[A-Za-z]{{3,9}})/(?P<d>\d{{1,2}})(?=/|$)",
        rf"{_YEAR}(?P<s>[-_.])(?P<m>\d\d)(?P=s)(?P<d>\d\d)(?=[/ _-]|$)",
        rf"{_YEAR}(?P<m>\d\d)(?P<d>\d\d)(?=[/ _-])",
        rf"{_YEAR}[/-](?P<m>\d\d)(?=/)",
        rf"{_YEAR}/(?P<m>[A-Za-z]{{3,9}})(?=/)",
    )
)


def file_date(path: str, day_first: bool = True) -> str | None:
    """Return the date in a file's name (2001-02-03_x, 20010203, "12 Sep 2018 x"), else its folders (2018/09/12/x)."""
    bare = path.rpartition(".")[0] if "." in path.rpartition("/")[2] else path
    stem = bare.rpartition("/")[2]
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
    return path_date(bare)


def path_date(path: str) -> str | None:
    """Return the date that a path or an address has among its parts, partial ISO; None where there is none."""
    path = re.sub(r"^[a-z]+://[^/]*", "", re.split(r"[?#]", path, maxsplit=1)[0])
    months: list[str] = []
    for pattern in _FOLDERS:
        for match in pattern.finditer(path[:1000]):
            parts = match.groupdict()
            month = int(parts["m"]) if parts["m"].isdecimal() else MONTHS.get(parts["m"].lower(), 0)
            year, day = int(parts["y"]), int(parts.get("d") or 0)
            if day and is_day(year, month, day):
                return f"{year}-{month:02d}-{day:02d}"
            if not day and 1 <= month <= 12:
                months.append(f"{year}-{month:02d}")
    return months[0] if months else None
