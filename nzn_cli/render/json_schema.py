"""JSON Schema 2020-12 of every answer, derived from the annotations of `model` and the meanings in `answers`."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from nzn_cli.errors import UsageError
from nzn_cli.render.answers import ANSWERS, Shape, meaning

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ALSO = {"grep": ("list",)}  # answers of a command that are another's: grep -l gives the list record
_OVERVIEW = "overview"  # what bare `nzn` prints: one object, of no table
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def names() -> tuple[str, ...]:
    """Return what `nzn schema` can be asked for: commands first, then their single answers."""
    commands = dict.fromkeys(shape.command for shape in ANSWERS.values())
    return (*commands, *(name for name in ANSWERS if name not in commands), _OVERVIEW)


def schema(name: str) -> dict[str, Any]:
    """Return the schema of what `nzn NAME --json` prints: an array of records, or of one of the command's several."""
    if name == _OVERVIEW:
        return _overview()
    shapes = [shape for shape in ANSWERS.values() if name in (shape.command, shape.name)]
    if name in ANSWERS and name not in {shape.command for shape in shapes}:
        shapes = [ANSWERS[name]]
    shapes += [ANSWERS[other] for other in ALSO.get(name, ())]
    if not shapes:
        raise UsageError(f"there is no answer {name!r} to describe", f"there are {', '.join(names())}")
    definitions: dict[str, Any] = {}
    arrays = [{"type": "array", "items": _object(shape.record, shape, definitions)} for shape in shapes]
    head = {"$schema": DIALECT, "title": f"nzn {name} --json", "description": _description(shapes)}
    body = arrays[0] if len(arrays) == 1 else {"anyOf": arrays}
    return head | body | ({"$defs": definitions} if definitions else {})


def _overview() -> dict[str, Any]:
    from nzn_cli.model.answers import Overview

    definitions: dict[str, Any] = {}
    body = _object(Overview, None, definitions)
    head = {"$schema": DIALECT, "title": "nzn --json", "description": "overview: the corpus in a few figures"}
    return head | body | {"$defs": definitions}


def _description(shapes: list[Shape]) -> str:
    return "; ".join(f"{shape.name}: {shape.summary} each" for shape in shapes)


def _object(record: type[Any], shape: Shape | None, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(record)
    fields = shape.fields if shape else record._fields
    properties: dict[str, Any] = {}
    for field in fields:
        key = shape.key(field) if shape else field.rstrip("_")
        properties[key] = {"description": meaning(record.__name__, key)} | _type(hints[field], definitions)
    found: dict[str, Any] = {"type": "object", "properties": properties, "required": list(properties)}
    if record.__name__ != "CountRecord":
        return found | {"additionalProperties": False}
    # the value of a count stands under the name of the key that was counted by
    del properties["value"]
    found["required"] = list(properties)
    return found | {"additionalProperties": {"type": ["string", "null"]}}


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(hint)
    if origin is Literal:
        return {"enum": list(get_args(hint))}
    if origin in (Union, UnionType):
        return _either([_type(part, definitions) for part in get_args(hint)])
    if origin is list:
        return {"type": "array", "items": _type(get_args(hint)[0], definitions)}
    if origin is dict:
        return {"type": "object"}
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if hasattr(hint, "_fields"):
        definitions[hint.__name__] = _object(hint, None, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    return {}


def _either(parts: list[dict[str, Any]]) -> dict[str, Any]:
    if any("enum" in part for part in parts):
        values = [value for part in parts for value in part.get("enum", [None])]
        return {"enum": values}
    if all(set(part) == {"type"} for part in parts):
        return {"type": [part["type"] for part in parts]}
    return {"anyOf": parts}
