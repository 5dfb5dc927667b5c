"""What was typed, checked against the table of options: choices, numbers, and one clear sentence where it is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nzn_cli.cli.options import LISTED, Option
from nzn_cli.cli.verbs import Verb
from nzn_cli.errors import UsageError


class CommandLine:
    """The options and arguments of one command line."""

    def __init__(self, verb: Verb, values: Mapping[str, Any]) -> None:
        self.verb = verb
        self._values = dict(values)
        for option in verb.options:
            self._values[option.name] = _checked(option, self._values.get(option.name))

    def has(self, name: str) -> bool:
        """Return whether anything was given under this name."""
        return self._values.get(name) not in (None, False, [], ())

    def flag(self, name: str) -> bool:
        """Return whether the flag was given."""
        return bool(self._values.get(name))

    def text(self, name: str) -> str | None:
        """Return the text that was given, or None."""
        value = self._values.get(name)
        return None if value is None else str(value)

    def number(self, name: str) -> int | None:
        """Return the number that was given, or None."""
        value = self._values.get(name)
        return None if value is None else int(value)

    def many(self, name: str) -> tuple[str, ...]:
        """Return all that was given under this name, in order."""
        return tuple(self._values.get(name) or ())

    def joined(self, other: CommandLine) -> CommandLine:
        """Return this with what only `other` gives; lists are joined, what was given here wins otherwise."""
        values = dict(self._values)
        for option in self.verb.options:
            mine, theirs = values.get(option.name), other._values.get(option.name)
            if option.kind == "many":
                values[option.name] = [*(mine or ()), *(theirs or ())]
            elif mine is None or mine is False:
                values[option.name] = theirs
        return CommandLine(self.verb, values)

    def replaced(self, name: str, values: tuple[str, ...]) -> CommandLine:
        """Return this with `values` under `name`."""
        return CommandLine(self.verb, self._values | {name: list(values)})

    def parts(self, name: str) -> tuple[str, ...]:
        """Return the parts of a comma-separated value."""
        return tuple(part for part in (self.text(name) or "").split(",") if part)


def _checked(option: Option, value: Any) -> Any:
    if value is None:
        return None
    flag = option.flags[-1]
    if option.kind == "number":
        if not str(value).isascii() or not str(value).isdecimal():
            raise UsageError(f"{flag} takes a number from 0, not {value!r}", f"for example {flag} 10")
        figures = str(value).lstrip("0")
        return int(figures or 0) if len(figures) < 19 else 1 << 62  # more than any corpus has, and than int() may read
    if option.choices:
        parts = value if option.kind == "many" else value.split(",") if option.name in LISTED else [value]
        for part in parts:
            if part not in option.choices:
                raise UsageError(
                    f"{flag} takes {either(option.choices)}, not {part!r}", nearest_name(part, option.choices)
                )
    return value


def either(choices: tuple[str, ...]) -> str:
    """Return "a, b or c"."""
    return " or ".join(part for part in (", ".join(choices[:-1]), choices[-1]) if part)


def nearest_name(typed: str, known: tuple[str, ...] | list[str], before: str = "") -> str | None:
    """Return "did you mean …?" with the nearest of `known`, or None."""
    from difflib import get_close_matches

    lowered = {name.lower(): name for name in known}
    found = get_close_matches(typed.lower(), list(lowered), 1, 0.55)
    found = found or [name for name in lowered if typed and name.startswith(typed.lower())][:1]
    return f"did you mean {before}{lowered[found[0]]}?" if found else None
