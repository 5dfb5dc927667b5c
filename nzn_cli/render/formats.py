"""The formats: names, what they are for, and the function that writes each. The one table of them.

A format takes records and yields text; it never prints. Its module is loaded when the format is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from nzn_cli.errors import UsageError
from nzn_cli.model.records import NamedTuple
from nzn_cli.render.answers import ANSWERS, Column, Shape
from nzn_cli.render.page import Page

FORMATS: dict[str, str] = {
    "table": "drawn for the terminal, fitted to its width",
    "json": "one array",
    "jsonl": "one JSON object a line, as they are found",
    "csv": "every field, with a header, for spreadsheets",
    "tsv": "the table's columns, no header, for pipes",
    "md": "Markdown",
    "ids": "ids alone, one a line",
    "paths": "paths alone, one a line",
    "ics": "a calendar (timeline)",
    "citation": "a line to paste: the sentence, who, title, date, page, address",
}


class Layout(NamedTuple):
    """What is to be written: the answer's shape, the keys that --fields chose (or none), NUL after each name."""

    shape: Shape
    keys: tuple[str, ...] | None = None
    null: bool = False

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns of a table: the chosen fields, or the answer's own."""
        if self.keys is None:
            return self.shape.columns
        known = {self.shape.key(column.field): column for column in self.shape.columns}
        return tuple(known.get(key, Column(key, "rest"))._replace(field=self.shape.field(key)) for key in self.keys)


def formats_for(shape: Shape) -> tuple[str, ...]:
    """Return the formats that can write the answer."""
    missing = {f"{key}s" for key in ("id", "path") if key not in shape.keys}
    if shape.name != "timeline":
        missing.add("ics")
    if "ids" in missing or shape.name == "cite":  # of what stands in a draft, which may be in no document
        missing.add("citation")
    return tuple(name for name in FORMATS if name not in missing)


def formats_of(command: str) -> tuple[str, ...]:
    """Return the formats that can write the plain answer of a command; none where it has no answers."""
    return formats_for(ANSWERS[command]) if command in ANSWERS else ()


def require_format(name: str, shape: Shape) -> None:
    """Raise UsageError, which names what there is, when the format cannot write the answer."""
    if name not in formats_for(shape):
        raise UsageError(f"nzn {shape.command} has no format {name!r}", f"it has {', '.join(formats_for(shape))}")


def fields_needed(name: str, order: Layout) -> tuple[str, ...] | None:
    """Return the fields of the record that the format called `name` reads; None for all of them."""
    shape = order.shape
    if name in ("ids", "paths"):
        return (name[:-1],)
    if name in ("ics", "citation") or shape.name == "show" or (name in ("json", "jsonl", "csv") and order.keys is None):
        return None
    if name in ("json", "jsonl", "csv"):
        return tuple(shape.field(key.partition(".")[0]) for key in order.keys or ())
    columns = tuple(column.field.partition(".")[0] for column in order.columns)
    # a title leads to its address, an id to its file
    return columns if name == "tsv" else (*columns, "url", *(("path",) if name == "table" else ()))


def written(name: str, records: Iterable[Any], order: Layout, page: Page) -> Iterator[str]:
    """Return the records in the format called `name`, as text that comes piece by piece."""
    shape, keys = order.shape, order.keys or order.shape.keys
    require_format(name, shape)
    if shape.name == "grep":
        from nzn_cli.render import hits

        records = map(hits.shortened, records)
    if name in ("json", "jsonl"):
        from nzn_cli.render import json_

        return (json_.array if name == "json" else json_.lines)(records, keys, shape)
    if name in ("csv", "tsv"):
        from nzn_cli.render import delimited

        return delimited.csv(records, keys, shape) if name == "csv" else delimited.tsv(records, order.columns, shape)
    if name == "md":
        return _markdown(records, order)
    if name in ("ids", "paths"):
        from nzn_cli.render import names

        return (names.ids if name == "ids" else names.paths)(records, "\0" if order.null else "\n")
    if name == "ics":
        from nzn_cli.render import ics

        return ics.calendar(records)
    if name == "citation":
        from nzn_cli.render import citation

        return citation.citations(records)
    from nzn_cli.render import table

    return table.table(records, order.columns, shape, page)


def _markdown(records: Iterable[Any], order: Layout) -> Iterator[str]:
    shape = order.shape
    from nzn_cli.render import markdown

    if shape.name == "show" and order.keys is None:
        return markdown.documents(records)
    if shape.name == "quotes" and order.keys is None:
        from nzn_cli.render import quotations

        return quotations.story(records)
    return markdown.table(records, order.columns, shape)
