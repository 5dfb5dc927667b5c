"""Records as plain values: what JSON, CSV, TSV and Markdown all start from. Knows no syntax of theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from nzn_cli.model.answers import Written
from nzn_cli.render.answers import Column, Shape

_PLAIN = frozenset((str, int, float, bool, type(None)))  # most values of most records


def plain(value: Any) -> Any:
    """Return `value` with every record inside it as a mapping."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name.rstrip("_"): plain(part) for name, part in value._asdict().items()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    return value


def mappings(records: Iterable[Any], keys: tuple[str, ...], shape: Shape) -> Iterator[dict[str, Any]]:
    """Yield each record as an ordered mapping of the printed `keys`; `meta.KEY` is looked up in the metadata."""
    read = _reader(keys, shape)
    for record in records:
        made = dict(zip(keys, read(record), strict=True))
        for key, value in made.items():
            if type(value) not in _PLAIN:
                made[key] = plain(value)
        yield made


def _reader(keys: tuple[str, ...], shape: Shape) -> Callable[[Any], Sequence[Any]]:
    """Return what takes the values of `keys` out of a record."""
    fields = [shape.field(key) for key in keys]
    if len(keys) > 1 and not any(key.startswith("meta.") for key in keys):
        return attrgetter(*fields)
    places = [(key[5:] if key.startswith("meta.") else None, field) for key, field in zip(keys, fields, strict=True)]
    return lambda record: [record.meta.get(key) if key else getattr(record, field) for key, field in places]


def rows(records: Iterable[Any], columns: tuple[Column, ...], shape: Shape) -> Iterator[list[Any]]:
    """Yield the values of each record's `columns`."""
    keys = tuple(shape.key(column.field) for column in columns)
    for values in mappings(records, keys, shape):
        yield list(values.values())


def cell(value: Any) -> str:
    """Return a value as the text of one cell: lists joined with "; ", objects by what they are called, null empty."""
    if value is None:
        return ""
    if isinstance(value, str):
        return Written.read(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return "; ".join(dict.fromkeys(cell(part) for part in value))
    if isinstance(value, dict):
        return _called(value)
    return str(value)


def _called(value: dict[str, Any]) -> str:
    for key in ("text", "person", "code"):
        if isinstance(value.get(key), str):
            return f"{value[key]} (seldom)" if value.get("seldom") else str(value[key])
    if "value" in value and "frequency" in value:
        return f"{value['value']} {value['frequency']}"
    import json

    return json.dumps(value, ensure_ascii=False, default=str)
