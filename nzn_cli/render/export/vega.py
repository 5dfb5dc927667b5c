"""How many documents, as a Vega-Lite chart with its data inside: bars in order of time, or by number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nzn_cli.render.export.source import Source
from nzn_cli.render.json_ import text_of
from nzn_cli.render.safe import one_line

_SPANS = ("year", "month", "day")
_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"


def vega_lite(source: Source) -> Iterator[str]:
    """Yield the chart."""
    counted = [(_label(record.value), record.documents) for record in source.counts()]
    values = [{"value": value, "documents": documents} for value, documents in counted]
    upright = source.by in _SPANS
    # in the order of the data: that of time, or by number; a field is called the same whatever is counted by
    value = {"field": "value", "type": "ordinal" if upright else "nominal", "sort": None, "title": one_line(source.by)}
    number = {"field": "documents", "type": "quantitative", "title": "documents"}
    chart: dict[str, Any] = {
        "$schema": _SCHEMA,
        "title": f"{one_line(source.name)}: documents by {one_line(source.by)}",
        "data": {"values": values},
        "mark": {"type": "bar", "tooltip": True},
        "encoding": {"x": value, "y": number} if upright else {"x": number, "y": value},
    }
    yield text_of(chart, 2) + "\n"


def _label(value: str | None) -> str:
    return "undated" if value is None else one_line(value)
