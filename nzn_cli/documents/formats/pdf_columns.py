"""The text of a PDF's page whose lines are written across two columns, read column by column.

Most files hold their columns one after the other: then pdfium's order is that of reading. Knows pdfium's text pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Any

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points

_ROWS = 6  # that go from one column into the other, at least
_BOXES = 2_000  # of a page that are looked at
_GAP = 6.0  # points between two columns, at least
_FILLED = 0.55  # of a column, by the lines in it: cells of a table are shorter
_SLACK = 2.0


def columns_text(textpage: Any, width: float) -> str | None:
    """Return the text of a page that has two columns and whose lines run through both; None for all other pages."""
    boxes = [textpage.get_rect(number) for number in range(min(textpage.count_rects(), _BOXES))]
    steps = [(one, other) for one, other in pairwise(boxes) if _is_step(one, other, width)]
    if len(steps) < _ROWS:
        return None
    gutter = median((one[2] + other[0]) / 2 for one, other in steps)
    if not _are_columns([one for one, _ in steps], [other for _, other in steps], boxes, gutter):
        return None
    return "\n".join(_band(textpage, band, gutter, width) for band in _bands(boxes, gutter))


def _is_step(one: Box, other: Box, width: float) -> bool:
    """Whether one stretch of text is followed on its line by one beyond the middle of the page."""
    level = min(one[3], other[3]) - max(one[1], other[1]) > 0.5 * (one[3] - one[1])
    return level and other[0] - one[2] > _GAP and 0.35 * width < (one[2] + other[0]) / 2 < 0.65 * width


def _are_columns(left: Sequence[Box], right: Sequence[Box], boxes: Sequence[Box], gutter: float) -> bool:
    """Whether the lines on both sides of the gutter fill what is theirs, and few run through it."""
    first, last = min(box[0] for box in left), max(box[2] for box in right)
    full_left = median(box[2] for box in left) - first > _FILLED * (gutter - first)
    full_right = median(box[2] - box[0] for box in right) > _FILLED * (last - gutter)
    through = sum(_runs_through(box, gutter) for box in boxes)
    return full_left and full_right and through < len(left) / 2


def _runs_through(box: Box, gutter: float) -> bool:
    return box[0] < gutter - _SLACK and box[2] > gutter + _SLACK


def _bands(boxes: Sequence[Box], gutter: float) -> list[list[Box]]:
    """Stretches of text from the top, those that run through the gutter apart from those that do not."""
    bands: list[list[Box]] = []
    through = None
    for box in sorted(boxes, key=lambda box: -box[3]):
        if _runs_through(box, gutter) is not through:
            through = not through if through is not None else _runs_through(box, gutter)
            bands.append([])
        bands[-1].append(box)
    return bands


def _band(textpage: Any, band: Sequence[Box], gutter: float, width: float) -> str:
    top, bottom = max(box[3] for box in band) + _SLACK / 2, min(box[1] for box in band) - _SLACK / 2
    if _runs_through(band[0], gutter):
        return str(textpage.get_text_bounded(0, bottom, width, top))
    halves = ((0.0, gutter), (gutter, width))
    return "\n".join(str(textpage.get_text_bounded(left, bottom, right, top)) for left, right in halves)
