"""What grep looks for: patterns compiled for one line and, where they cannot reach over its end, for a whole text."""

from __future__ import annotations

import re
from typing import Any

from nzn_cli.errors import UsageError
from nzn_cli.model.records import NamedTuple
from nzn_cli.model.settings import GrepRequest
from nzn_cli.query.regex import compile_regex, smart_flags, with_classes
from nzn_cli.text.folding import level
from nzn_cli.text.regex_syntax import op, parsed

_BREAK = r"[ \t]*\n[ \t]*"  # the end of a line inside a paragraph, in the place of a space
_META = frozenset(r"\.^$*+?{}[]|()")
_LEVELLED = frozenset("'\"- ")  # what levelling can bring into a text
_EDGES = {op.AT_BEGINNING, op.AT_END, op.AT_BOUNDARY}
_REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}
_REACHING = {op.CATEGORY_SPACE, op.CATEGORY_NOT_WORD, op.CATEGORY_NOT_DIGIT}


class Pattern(NamedTuple):
    """One thing to look for."""

    typed: str
    source: str  # the regular expression for one line, after levelling
    flags: int
    line: re.Pattern[str]
    whole: re.Pattern[str] | None  # for a whole text at once: finds just what `line` finds in each line
    phrase: re.Pattern[str] | None  # for a whole text: plain words with one line's end between them
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
        text = _levelled(text, plain)
    source = _worded(re.escape(text) if plain else text, request.word)
    phrase = text.split(" ") if plain and _is_phrase(text, request) else None
    levelled = not request.literal and _is_levelled(text)
    bare = plain and not (request.word or phrase or levelled) and _is_bare(text, flags)
    line = compile_regex(source, flags)
    return Pattern(
        typed,
        source,
        flags,
        line,
        compile_regex(source, flags | re.MULTILINE) if stays_in_line(source, flags) else None,
        compile_regex(_worded(_broken(phrase), request.word), flags) if phrase else None,
        levelled,
        text if bare else None,
    )


def _is_bare(text: str, flags: int) -> bool:
    """Return whether a plain text can be found as it stands, within a line, by bytes."""
    return "\n" not in text and (text.isascii() or not flags)


def _is_levelled(text: str) -> bool:
    """Return whether a pattern has, or may stand for, what levelling makes plain in the text."""
    return bool(_LEVELLED & set(text)) or bool(re.search(r"\\[xuUN0-9]", text))


def _is_phrase(text: str, request: GrepRequest) -> bool:
    """Return whether plain words may have a line's end between them."""
    words = text.split(" ")
    return not (request.lines or request.invert or "\n" in text) and len(words) > 1 and all(words)


def _flags(text: str, request: GrepRequest) -> int:
    if request.case == "smart":
        bare = re.sub(r"\W", "", text) if request.fixed else text
        return smart_flags(bare)
    return int(re.IGNORECASE) if request.case == "ignore" else 0


def _worded(source: str, word: bool) -> str:
    return rf"(?<!\w)(?:{source})(?!\w)" if word else source


def _broken(words: list[str]) -> str:
    """The words of a phrase with one of its spaces, whichever, at the end of a line."""
    plain = [re.escape(word) for word in words]
    places = range(1, len(plain))
    return "|".join(r"\ ".join(plain[:at]) + _BREAK + r"\ ".join(plain[at:]) for at in places)


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
    if kind is op.SUBPATTERN:
        return not value[1] & (re.DOTALL | re.MULTILINE) and all(map(_stays, value[3]))
    if kind is op.BRANCH:
        return all(_stays(each) for branch in value[1] for each in branch)
    if kind in _REPEATS:
        return all(map(_stays, value[2]))
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return all(map(_stays, value[1]))
    if kind is op.ATOMIC_GROUP:
        return all(map(_stays, value))
    return kind is op.ANY or kind is op.GROUPREF


def _member_stays(member: tuple[Any, Any]) -> bool:
    kind, value = member
    if kind is op.LITERAL:
        return bool(value != 10)
    if kind is op.RANGE:
        return not value[0] <= 10 <= value[1]
    return kind is op.CATEGORY and value not in _REACHING
