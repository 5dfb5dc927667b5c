"""What grep looks for: patterns compiled for one line and, where they cannot reach over its end, for a whole text."""

from __future__ import annotations

import re
from typing import Any

from nzn_cli.errors import UsageError
from nzn_cli.model.records import NamedTuple
from nzn_cli.model.settings import GrepRequest
from nzn_cli.query.regex import compile_regex, smart_flags, with_classes
from nzn_cli.text.folding import level
from nzn_cli.text.letters import plain_letters
from nzn_cli.text.regex_syntax import op, parsed

_META = frozenset(r"\.^$*+?{}[]|()")
_LEVELLED = frozenset("'\"-")  # what levelling can bring into a surface
_EDGES = {op.AT_BEGINNING, op.AT_END, op.AT_BOUNDARY}
_LINE_EDGES = {op.AT_BEGINNING, op.AT_END, op.AT_BEGINNING_STRING, op.AT_END_STRING}
_REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}
_STAYING = {op.SUBPATTERN, op.BRANCH, op.ASSERT, op.ASSERT_NOT, op.ATOMIC_GROUP, op.ANY, op.GROUPREF, *_REPEATS}
_REACHING = {op.CATEGORY_SPACE, op.CATEGORY_NOT_WORD, op.CATEGORY_NOT_DIGIT}


class Pattern(NamedTuple):
    """One thing to look for."""

    typed: str
    source: str  # the regular expression for one line, after levelling
    flags: int
    line: re.Pattern[str]
    whole: re.Pattern[str] | None  # for a whole text at once: finds just what `line` finds in each line
    crosses: bool  # whether a match may go over the end of a line that goes on at the next one
    levelled: bool  # whether the text must be levelled before it is searched
    needle: str | None  # the pattern where it is nothing but a text to find as it stands, or in any case


def patterns(request: GrepRequest) -> list[Pattern]:
    """Return the request's patterns; raises UsageError, with the position, for one that is no regular expression."""
    if not request.patterns:
        raise UsageError("grep looks for nothing", "nzn grep 'training mission'")
    return [_pattern(typed, request) for typed in request.patterns]


def _pattern(typed: str, request: GrepRequest) -> Pattern:
    text = typed.encode("utf-8", "replace").decode()  # bytes of the command line that are no UTF-8 match nothing
    if not request.fixed:
        text = with_classes(text)
        compile_regex(text)  # an error is told of what was typed, not of what was made of it
    plain = request.fixed or not _META & set(text)
    flags = _flags(text, request)
    if not request.literal:
        text = _levelled(plain_letters(text), plain)
    source = _worded(re.escape(text) if plain else text, request.word)
    levelled = not request.literal and _is_levelled(text)
    bare = plain and not (request.word or levelled) and _is_bare(text, flags)
    line = compile_regex(source, flags)
    whole = compile_regex(source, flags | re.MULTILINE) if stays_in_line(source, flags) else None
    within = request.literal or request.lines or request.invert
    return Pattern(
        typed,
        source,
        flags,
        line,
        whole,
        not within and crosses_lines(source, flags),
        levelled,
        text if bare else None,
    )


def _is_bare(text: str, flags: int) -> bool:
    """Return whether a plain text can be found as it stands, within a line, by bytes."""
    return "\n" not in text and (text.isascii() or not flags)


def _is_levelled(text: str) -> bool:
    """Return whether a pattern has, or may stand for, what levelling makes plain in the text."""
    return bool(_LEVELLED & set(text)) or bool(re.search(r"\\[xuUN0-9]", text))


def _flags(text: str, request: GrepRequest) -> int:
    if request.case == "smart":
        bare = re.sub(r"\W", "", text) if request.fixed else text
        return smart_flags(bare)
    return int(re.IGNORECASE) if request.case == "ignore" else 0


def _worded(source: str, word: bool) -> str:
    return rf"(?<!\w)(?:{source})(?!\w)" if word else source


def _levelled(text: str, plain: bool) -> str:
    return level(text) if plain else _level_expression(text)


def _level_expression(text: str) -> str:
    """A regular expression levelled: a dash made plain is escaped, so that it makes no range of a class."""
    out: list[str] = []
    escaped = False
    for letter in text:
        plain = level(letter)
        out.append("\\-" if plain == "-" and letter != "-" and not escaped else plain)
        escaped = letter == "\\" and not escaped
    return "".join(out)


def crosses_lines(source: str, flags: int = 0) -> bool:
    """Return whether a match may hold a blank, which may be a line's end, and is bound to no edge of a line."""
    expression = parsed(source, flags)
    return expression is not None and any(map(_may_be_blank, expression.items)) and not _has_edge(expression.items)


def _may_be_blank(item: tuple[Any, Any]) -> bool:
    kind, value = item
    if kind is op.LITERAL:
        return bool(value == 32)
    if kind in (op.ANY, op.NOT_LITERAL):
        return True
    if kind is op.IN:
        negated = value[0][0] is op.NEGATE
        return bool(negated) is not any(map(_member_is_blank, value[1:] if negated else value))
    return any(map(_may_be_blank, _inner(item)))


def _member_is_blank(member: tuple[Any, Any]) -> bool:
    kind, value = member
    if kind is op.RANGE:
        return bool(value[0] <= 32 <= value[1])
    return (kind is op.LITERAL and value == 32) or (kind is op.CATEGORY and value in _REACHING)


def _has_edge(items: Any) -> bool:
    return any((kind is op.AT and value in _LINE_EDGES) or _has_edge(_inner((kind, value))) for kind, value in items)


def _inner(item: tuple[Any, Any]) -> list[tuple[Any, Any]]:
    """The parts of a part of an expression."""
    kind, value = item
    if kind is op.SUBPATTERN:
        return list(value[3])
    if kind is op.BRANCH:
        return [each for branch in value[1] for each in branch]
    if kind in _REPEATS:
        return list(value[2])
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return list(value[1])
    return list(value) if kind is op.ATOMIC_GROUP else []


def stays_in_line(source: str, flags: int = 0) -> bool:
    """Return whether no part of the expression can match or look at a line's end but as the edge of its line."""
    expression = parsed(source, flags)
    return (
        expression is not None
        and not expression.flags & (re.DOTALL | re.MULTILINE)
        and all(map(_stays, expression.items))
    )


def _stays(item: tuple[Any, Any]) -> bool:
    kind, value = item
    if kind is op.LITERAL:
        return bool(value != 10)
    if kind is op.IN:
        return all(map(_member_stays, value))
    if kind is op.AT:
        return value in _EDGES
    if kind is op.SUBPATTERN and value[1] & (re.DOTALL | re.MULTILINE):
        return False
    return kind in _STAYING and all(map(_stays, _inner(item)))


def _member_stays(member: tuple[Any, Any]) -> bool:
    kind, value = member
    if kind is op.LITERAL:
        return bool(value != 10)
    if kind is op.RANGE:
        return not value[0] <= 10 <= value[1]
    return kind is op.CATEGORY and value not in _REACHING
