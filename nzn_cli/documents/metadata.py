"""YAML, TOML and JSON to JSON values: strings untouched, bounded in time and memory, each top-level key with its line.

Dates, yes/no and clock times stay the text that the author wrote; a number is one only where its digits come back
unchanged. Owner of PyYAML; knows neither fences nor what a key means.
"""

from __future__ import annotations

import math
import re
from typing import Any, NamedTuple

from nzn_cli.model.documents import Problem
from nzn_cli.model.problems import problem

DEPTH = 40
VALUES = 50_000
CHARACTERS = 4_000_000  # after aliases are written out
_MARKS = 20_000  # of TOML or JSON that may stand beside a value
_BITS = 63  # of a number that others than Python read
_NUMBER = r"(?a)[-+]?\d{1,18}(?:\.\d{1,18})?(?:[eE][-+]?\d{1,3})?"
_WORDS = (
    {"": None, "~": None, "null": None, "Null": None, "NULL": None}
    | dict.fromkeys(("true", "True", "TRUE"), True)
    | dict.fromkeys(("false", "False", "FALSE"), False)
)


class Refused(Exception):
    """Metadata that cannot be taken as it stands: `reason`, the `line` within it (from 0), and the problem's code."""

    def __init__(self, reason: str, line: int = 0, code: str = "front-matter-invalid") -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.code = code


class Metadata(NamedTuple):
    """A parsed value (a mapping, if all is well), the line of each top-level key (from 0), and what was odd."""

    value: Any
    lines: dict[str, int]
    problems: tuple[Problem, ...]


def plain(text: str) -> Any:
    """Return what an unquoted word means: null, true, false, a number that JSON would write so; else the text."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "-+0123456789" and re.fullmatch(_NUMBER, text):
        number = float(text) if "." in text or "e" in text or "E" in text else int(text)
        return number if repr(number) == text else text
    return text


def load_yaml(text: str) -> Metadata:
    """Return the first YAML document of `text`; raises Refused."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        # a pull of events, not yaml.load: neither aliases nor nesting can grow before they are counted
        parser = loader(text)
        return _Builder(parser, yaml).build()
    except yaml.MarkedYAMLError as error:
        # of a quote or bracket that never closes, where it opened says more than where the text ends
        unclosed = "end of stream" in (error.problem or "") or "document separator" in (error.problem or "")
        mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
        raise Refused(error.problem or "it cannot be read", mark.line if mark else 0) from None
    except yaml.YAMLError as error:
        position = getattr(error, "position", 0) or 0
        raise Refused(str(getattr(error, "reason", error)), text.count("\n", 0, position)) from None


class _Builder:
    """Turns parser events into JSON values, counting as it goes."""

    def __init__(self, parser: Any, yaml: Any) -> None:
        self._next = parser.get_event
        self._yaml = yaml
        self._anchors: dict[str, tuple[Any, int, int]] = {}  # value, values in it, characters in it
        self._values = 0
        self._characters = 0
        self._lines: dict[str, int] = {}
        self._problems: list[Problem] = []

    def build(self) -> Metadata:
        event = self._next()
        while not isinstance(event, self._yaml.NodeEvent):
            if event is None or isinstance(event, self._yaml.StreamEndEvent):
                return Metadata(None, {}, ())
            event = self._next()
        value = self._node(event, 0)
        self._next()  # the document's end
        if not isinstance(end := self._next(), self._yaml.StreamEndEvent):
            raise Refused("a second document starts", end.start_mark.line)
        return Metadata(value, self._lines, tuple(self._problems))

    def _node(self, event: Any, depth: int) -> Any:
        yaml = self._yaml
        if depth > DEPTH:
            raise Refused(f"more than {DEPTH} levels deep", event.start_mark.line, "front-matter-too-large")
        values, characters = self._values, self._characters
        if isinstance(event, yaml.ScalarEvent):
            self._count(1, len(event.value), event)
            value = plain(event.value) if event.implicit[0] and not event.style else event.value
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                raise Refused(f"*{event.anchor} stands for nothing", event.start_mark.line)
            value, more, longer = self._anchors[event.anchor]
            self._count(more, longer, event)
            return value
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(depth)
        else:
            value = self._mapping(depth)
        if event.anchor:
            self._anchors[event.anchor] = (value, self._values - values, self._characters - characters)
        return value

    def _count(self, values: int, characters: int, event: Any) -> None:
        self._values += values
        self._characters += characters
        if self._values > VALUES or self._characters > CHARACTERS:
            reason = f"more than {VALUES:,} values or {CHARACTERS:,} characters, aliases written out"
            raise Refused(reason, event.start_mark.line, "front-matter-too-large")

    def _sequence(self, depth: int) -> list[Any]:
        items = []
        while not isinstance(event := self._next(), self._yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return items

    def _mapping(self, depth: int) -> dict[str, Any]:
        yaml = self._yaml
        items: dict[str, Any] = {}
        merges: list[dict[str, Any]] = []  # the last one first in the mapping, the first one's values first in weight
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            line = event.start_mark.line
            key = event.value if isinstance(event, yaml.ScalarEvent) else None
            named = self._node(event, depth + 1)
            if key is None and isinstance(named, str):
                key = named  # an alias of a text
            value = self._node(self._next(), depth + 1)
            if key is None:
                self._problems.append(problem("odd-key", line))
            elif key == "<<" and not event.style and _mappings(value):
                for mapping in _mappings(value):
                    merges.append(mapping)
                    self._count(len(mapping), 0, event)
            else:
                if key in items:
                    self._problems.append(problem("duplicate-key", line, key=repr(key)))
                items[key] = value
                if depth == 0:
                    self._lines[key] = line
        merged: dict[str, Any] = {}
        for mapping in reversed(merges):
            merged.update(mapping)
        return merged | items if merged else items


def _mappings(value: Any) -> list[dict[str, Any]]:
    """What a merge key adds: one mapping or several, or nothing where it is no merge after all."""
    several = value if isinstance(value, list) else [value]
    return several if all(isinstance(one, dict) for one in several) else []


def load_toml(text: str) -> Metadata:
    """Return the TOML document `text`; dates and times become ISO text; raises Refused."""
    import tomllib

    # tomllib counts nothing, and takes ten microseconds a value: marks that may stand beside one are counted first
    if len(text) > CHARACTERS // 4 or sum(map(text.count, "=,.[{\n")) > _MARKS:
        reason = f"more than {CHARACTERS // 4:,} characters or {_MARKS:,} values"
        raise Refused(reason, 0, "front-matter-too-large")
    if deep := deep_key(text):
        raise Refused(f"more than {DEPTH} levels deep", deep - 1, "front-matter-too-large")
    try:
        value = tomllib.loads(text)
        keys = ((number, re.match(_TOML_KEY, line)) for number, line in enumerate(text.split("\n")))
        lines = {found[1].strip("\"'"): number for number, found in keys if found}
        return Metadata(_json(value, 0), {key: line for key, line in lines.items() if key in value}, ())
    except tomllib.TOMLDecodeError as error:
        at = re.search(r" \(at (?:line (\d+)|end of document).*\)$", str(error))
        line = int(at[1]) - 1 if at and at[1] else text.count("\n")
        raise Refused(str(error)[: at.start()] if at else str(error), line) from None
    except (RecursionError, ValueError) as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise Refused(reason, 0, "front-matter-too-large") from None


def deep_key(text: str) -> int | None:
    """Return the line (from 1) of a dotted key of TOML with more than DEPTH parts, which tomllib must not meet."""
    deep = re.search(_DOTTED, text)
    return text.count("\n", 0, deep.start()) + 1 if deep else None


# tomllib takes quadratic time over the parts of a dotted key
_DOTTED = rf"""(?<![\w"'-])(?:(?:[\w-]++|"[^"\n]{{0,80}}"|'[^'\n]{{0,80}}')[ \t]*+\.[ \t]*+){{{DEPTH}}}"""
_TOML_KEY = r"[ \t]*+\[?[ \t]*+([\w-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*[=\].]"


def load_json(text: str) -> Metadata:
    """Return the JSON object `text`, whose braces may be left out as Middleman has it; raises Refused."""
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] != "{":
        text, start = f"{{{text}}}", 0
    metadata, end = leading_json(text, start)
    if text[end:].strip():
        raise Refused("something follows its end", text.count("\n", 0, end))
    return metadata


def leading_json(text: str, start: int) -> tuple[Metadata, int]:
    """Return the JSON object that starts in `text` at `start`, and where it ends; raises Refused."""
    import json

    most = CHARACTERS // 4
    inside = text[start : start + most + 1]
    try:
        value, end = json.JSONDecoder(object_pairs_hook=_Pairs).raw_decode(inside)
        if end > most or sum(map(inside[:end].count, ",:[{")) > _MARKS:
            reason = f"more than {most:,} characters or {_MARKS:,} values"
            raise Refused(reason, 0, "front-matter-too-large")
        key_lines = _json_key_lines(inside[:end])
        problems = [problem("duplicate-key", key_lines.get(key, 0), key=repr(key)) for key in value.twice]
        value = _json(value, 0)
    except json.JSONDecodeError as error:
        raise Refused(error.msg[:1].lower() + error.msg[1:], error.lineno - 1) from None
    except (RecursionError, ValueError) as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise Refused(reason, 0, "front-matter-too-large") from None
    lines = {key: line for key, line in key_lines.items() if key in value}
    return Metadata(value, lines, tuple(problems)), start + end


class _Pairs(dict[str, Any]):
    """An object of JSON that knows which of its keys were given twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        counts: dict[str, int] = {}
        for key, _ in pairs if len(pairs) > len(self) else ():
            counts[key] = counts.get(key, 0) + 1
        self.twice = [key for key, count in counts.items() if count > 1]


_JSON_KEY = r'[\s{,]*"([^"\n]{1,100})"[ \t]*:[ \t]*(.*)'


def _json_key_lines(text: str) -> dict[str, int]:
    found = ((number, re.match(_JSON_KEY, line)) for number, line in enumerate(text.split("\n")))
    lines: dict[str, int] = {}
    for number, match in found:
        if match:
            lines.setdefault(match[1], number)
    return lines


def json_lines(text: str) -> tuple[dict[str, Any], dict[str, int], int]:
    """Return what can be read line by line of broken JSON: values, the line of each key (from 0), and where it ends."""
    import json

    meta: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for number, line in enumerate(text.split("\n")[:_JSON_LINES]):
        if found := re.match(_JSON_KEY, line):
            value = found[2].strip().rstrip(",").strip()
            try:
                meta[found[1]] = _json(json.loads(value), 0)
            except (ValueError, RecursionError):
                meta[found[1]] = value.strip("\"'")
            lines[found[1]] = number
    return meta, lines, len(text)


_JSON_LINES = 2_000


def _json(value: Any, depth: int) -> Any:
    """What JSON holds of a TOML value."""
    if depth > DEPTH:
        raise RecursionError
    if isinstance(value, dict):
        return {key: _json(one, depth + 1) for key, one in value.items()}
    if isinstance(value, list):
        return [_json(one, depth + 1) for one in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, int) and value.bit_length() > _BITS:  # its digits as text, as in YAML; str() has a limit
        return str(value) if value.bit_length() < 10_000 else hex(value)
    return value if isinstance(value, str | int) else value.isoformat()
