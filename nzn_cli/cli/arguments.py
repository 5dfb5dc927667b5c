"""The words of a command line before Typer sees them: what stands before the command moves behind it.

So shared options work before and after the command, and one parser reads them all.
"""

from __future__ import annotations

from nzn_cli.cli.options import HELP, VERSION, Option
from nzn_cli.cli.verbs import VERBS
from nzn_cli.model.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Line(NamedTuple):
    """A command line taken apart: the command's name, or None, and everything else in order."""

    command: str | None
    rest: tuple[str, ...]
    leading: tuple[str, ...] = ()  # those of the rest that stood before the command


def valued() -> frozenset[str]:
    """Return every flag that is followed by a value."""
    return frozenset(flag for verb in VERBS for o in verb.options if o.takes_value for flag in o.flags)


def arranged(words: list[str]) -> Line:
    """Return the command line with the command found behind the options that stand before it."""
    with_value, leading, place = valued(), [], 0
    while place < len(words):
        word = words[place]
        if word == "--" or not word.startswith("-") or word == "-":
            break
        leading.append(word)
        place += 1
        if awaits_value(word, with_value) and place < len(words):
            leading.append(words[place])
            place += 1
    if place == len(words):
        return Line(None, tuple(leading), tuple(leading))
    return Line(words[place], (*leading, *words[place + 1 :]), tuple(leading))


def awaits_value(word: str, with_value: frozenset[str]) -> bool:
    """Return whether the next word is the value of this one: `-d`, `--dir`, `-jd`, but not `-dDIR` or `--dir=DIR`."""
    if word.startswith("--"):
        return word in with_value
    if not word.startswith("-"):
        return False
    for place, letter in enumerate(word[1:], 1):
        if f"-{letter}" in with_value:
            return place == len(word) - 1
    return False


def values_of(option: Option, words: Sequence[str], with_value: frozenset[str]) -> list[str]:
    """Return the values that words give to an option that takes one: `-d DIR`, `-jd DIR`, `-dDIR`, `--dir=DIR`."""
    found: list[str] = []
    place = 0
    while place < len(words) and words[place] != "--":
        word = words[place]
        place += 1
        if awaits_value(word, with_value):
            if word in option.flags or (not word.startswith("--") and f"-{word[-1]}" in option.flags):
                found += words[place : place + 1]
            place += 1
        elif word.startswith("--"):
            flag, equals, value = word.partition("=")
            found += [value] if equals and flag in option.flags else []
        elif word[:2] in option.flags:
            found.append(word[2:])
    return found


def asks_version(line: Line) -> bool:
    """Return whether the words before the command ask for the version."""
    return any(word in VERSION.flags for word in line.leading)


def asks_help(line: Line) -> bool:
    """Return whether help is asked for, and of no command."""
    return line.command is None and any(word in HELP.flags for word in line.rest)
