"""Where front matter ends and the body begins, and what the front matter holds, broken or not.

YAML, TOML or JSON between fences, JSON in braces, or the title block of Pandoc. Owner of python-frontmatter, whose
handlers find the fences. Knows YAML, TOML and JSON as texts only, and no key's meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from nzn_cli.documents.metadata import Metadata, Refused, json_lines, leading_json, load_json, load_toml, load_yaml
from nzn_cli.model.documents import Problem
from nzn_cli.model.problems import problem

if TYPE_CHECKING:
    from frontmatter.default_handlers import BaseHandler

_KEY = r"""(["']?)([^\s#:=\-\["'{][^:=\n]{0,99}?)\1[ \t]*(?:[:=][ \t]+(.*)|[:=])"""
_LINES = 2_000  # of broken front matter that are read one by one


class Split(NamedTuple):
    """Metadata, the line of each top-level key (from 1), where the body starts in the text, and what was wrong."""

    meta: dict[str, Any]
    key_lines: dict[str, int]
    body_start: int
    problems: tuple[Problem, ...]


class _Fenced(NamedTuple):
    """What stands between two fences: its text, the line it starts on (from 1), where the body starts, its language."""

    text: str
    line: int
    body_start: int
    fence: str
    kind: str  # YAML, TOML or JSON


_LOADERS: dict[str, Callable[[str], Metadata]] = {"YAML": load_yaml, "TOML": load_toml, "JSON": load_json}
_KINDS = {"---": "YAML", "+++": "TOML", ";;;": "JSON"}
_NAMED = r"---[ \t]*(json|toml|ya?ml)[ \t]*\n"  # "---toml": the language beside the fence


def split(text: str) -> Split:
    """Return the metadata of `text` and where its body starts; without front matter that is at 0."""
    start = len(text) - len(text.lstrip()) if text[:1].isspace() else 0
    first = text[start : start + 3]
    if first in _KINDS:
        handler = _handler(first)
        if not handler.detect(text[start : start + 200]):
            return Split({}, {}, 0, ())
        fenced = _fenced(handler, text, start, first)
        return _read(fenced, text) if fenced else _unclosed(text, start, first)
    if first[:1] == "{":
        return _braced(text, start)
    if first[:1] == "%":
        return _title_block(text, start)
    return Split({}, {}, 0, ())


@cache
def _handler(fence: str) -> BaseHandler:
    from frontmatter.default_handlers import BaseHandler

    # three marks and no more: ---- is a rule of the body; YAML may also end with dots
    ends = r"^(?:---(?:json|toml|ya?ml)?|\.\.\.)[ \t]*$" if fence == "---" else rf"^{re.escape(fence)}[ \t]*$"
    return BaseHandler(re.compile(ends, re.MULTILINE), fence, fence)


def _fenced(handler: BaseHandler, text: str, start: int, fence: str) -> _Fenced | None:
    try:
        inside, content = handler.split(text[start:])
    except ValueError:  # no second fence
        return None
    line = text.count("\n", 0, start) + 2
    named = re.match(_NAMED, text[start : start + 20])
    kind = named[1].upper().replace("YML", "YAML") if named else _KINDS[fence]
    return _Fenced(inside.removeprefix("\n"), line, len(text) - len(content), fence, kind)


def _read(fenced: _Fenced, text: str) -> Split:
    try:
        metadata = _LOADERS[fenced.kind](fenced.text)
    except Refused as refused:
        return _broken(fenced, refused, text)
    if isinstance(metadata.value, dict):
        return _whole(metadata, fenced)
    if metadata.value is None and not fenced.text.strip():
        return Split({}, {}, fenced.body_start, ())
    # text between two rules is body; say so where it looks meant otherwise
    shape = {list: "a list", type(None): "empty"}.get(type(metadata.value), "plain text")
    if shape == "empty":
        return Split({}, {}, fenced.body_start, ())
    meant = not fenced.text.startswith("\n")
    return Split({}, {}, 0, (problem("front-matter-not-mapping", fenced.line, shape=shape),) if meant else ())


def _whole(metadata: Metadata, fenced: _Fenced) -> Split:
    lines = {key: line + fenced.line for key, line in metadata.lines.items()}
    problems = tuple(p._replace(line=(p.line or 0) + fenced.line) for p in metadata.problems)
    return Split(metadata.value, lines, fenced.body_start, problems)


def _broken(fenced: _Fenced, refused: Refused, text: str) -> Split:
    """Read `key: value` lines out of what is no valid YAML, TOML or JSON."""
    meta, lines, end = json_lines(fenced.text) if fenced.kind == "JSON" else _key_lines(fenced.text)
    if not meta:
        return Split({}, {}, 0, (_complaint(refused, fenced),) if fenced.text[:1].strip() else ())
    key_lines = {key: line + fenced.line for key, line in lines.items()}
    if end < len(fenced.text):
        # prose follows: the second fence is a rule of the body
        start = text.index(fenced.text) + end
        return Split(meta, key_lines, start, (problem("front-matter-unclosed", fenced.line - 1, fence=fenced.fence),))
    return Split(meta, key_lines, fenced.body_start, (_complaint(refused, fenced),))


def _complaint(refused: Refused, fenced: _Fenced) -> Problem:
    line = fenced.line + refused.line
    colon = "mapping values" in refused.reason
    advice = 'put the value in quotes: title: "One: two"' if colon else f"see what {fenced.kind} says of line {line}"
    return problem(refused.code, line, kind=fenced.kind, reason=refused.reason, advice=advice)


def _unclosed(text: str, start: int, fence: str) -> Split:
    inside = text.find("\n", start) + 1
    meta, lines, end = _key_lines(text[inside:], closed=False) if inside else ({}, {}, 0)
    if not meta:
        return Split({}, {}, 0, ())
    line = text.count("\n", 0, start) + 1
    key_lines = {key: number + line + 1 for key, number in lines.items()}
    return Split(meta, key_lines, inside + end, (problem("front-matter-unclosed", line, fence=fence),))


_MEANT = r"\{[ \t]*\n[ \t]*\"[^\"\n]{1,100}\"[ \t]*:"  # what is broken JSON, and no brace of the text
_CLOSED = re.compile(r"^\}[ \t]*$", re.MULTILINE)


def _braced(text: str, start: int) -> Split:
    """Read front matter that is one JSON object, as Hugo has it: the text goes on in a line below."""
    line = text.count("\n", 0, start) + 1
    try:
        metadata, end = leading_json(text, start)
    except Refused as refused:
        closing = _CLOSED.search(text, start) if re.match(_MEANT, text[start : start + 200]) else None
        if closing is None:
            return Split({}, {}, 0, ())
        return _broken(_Fenced(text[start : closing.end()], line, closing.end(), "{", "JSON"), refused, text)
    after = text[end : end + 200]
    # more objects make the file a list of them, and what goes on in the same line is no front matter
    if not metadata.value or re.match(r"[ \t]*[^\s]", after) or after.lstrip()[:1] == "{":
        return Split({}, {}, 0, ())
    return _whole(metadata, _Fenced("", line, end, "{", "JSON"))


_BLOCK = re.compile(r"(?:%(?:[ \t][^\n]*)?(?:\n[ \t]+\S[^\n]*)*(?:\n|\Z)){1,3}(?=[ \t]*(?:\n|\Z))")


def _title_block(text: str, start: int) -> Split:
    """Read the title block of Pandoc: up to three paragraphs behind `%`, which are title, authors and date."""
    block = _BLOCK.match(text, start) if len(text) < start + 2_000 else _BLOCK.match(text[: start + 2_000], start)
    if block is None:
        return Split({}, {}, 0, ())
    line = text.count("\n", 0, start) + 1
    meta: dict[str, Any] = {}
    lines: dict[str, int] = {}
    parts = re.split(r"(?m)^%", block[0])[1:]
    for key, part in zip(("title", "author", "date"), parts, strict=False):
        words = [" ".join(one.split()) for one in (re.split(r"[\n;]", part) if key == "author" else [part])]
        if stated := [one for one in words if one]:
            meta[key], lines[key] = stated if key == "author" else stated[0], line
        line += part.count("\n")
    return Split(meta, lines, block.end(), ()) if meta else Split({}, {}, 0, ())


def _key_lines(text: str, closed: bool = True) -> tuple[dict[str, Any], dict[str, int], int]:
    """Return keys and values read line by line, the line of each key (from 0), and where they end.

    They end where something starts that is neither key, list item, comment nor indented: after a blank line, or at once
    where no fence has `closed` them, since what follows is more likely the text than a value that goes on.
    """
    meta: dict[str, Any] = {}
    lines: dict[str, int] = {}
    key, at, blank = "", 0, not closed
    for number, line in enumerate(text.split("\n", _LINES)[:_LINES]):
        found = re.fullmatch(_KEY, line)
        if found:
            key = found[2].strip()
            meta[key], lines[key] = _value(found[3] or ""), number
        elif number == 0:
            return {}, {}, 0
        elif blank and line.strip() and not line.startswith((" ", "\t", "- ", "#")):
            return meta, lines, at
        elif line.strip() and not line.startswith("#"):
            meta[key] = _continued(meta[key], line.strip())
        blank = not (closed and line.strip())
        at += len(line) + 1
    return meta, lines, len(text)


def _value(text: str) -> Any:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    if text.startswith("[") and not text.startswith("[[") and text.endswith("]") and len(text) < 10_000:
        return [_value(one) for one in text[1:-1].split(",") if one.strip()]
    return text


def _continued(value: Any, line: str) -> Any:
    """`value` with one more line: a list item, or more of the same text."""
    if line.startswith("- "):
        return [*(value if isinstance(value, list) else [value] if value else []), _value(line[2:])]
    if isinstance(value, list):
        return [*value, _value(line)]
    return f"{value} {line}".strip()
