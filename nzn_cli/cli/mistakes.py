"""Command lines that cannot be read, put into one clear sentence each, with what would have been right."""

from __future__ import annotations

import os
from typing import Any

from nzn_cli.cli.command_line import nearest_name
from nzn_cli.cli.verbs import SHOWN, Verb, verb_of
from nzn_cli.errors import UsageError

_MEANT = {
    "ls": "list",
    "cat": "show",
    "open": "show",
    "view": "show",
    "find": "search",
    "people": "who",
    "persons": "who",
    "ministers": "who --ministers",
    "events": "timeline",
    "dates": "timeline",
    "when": "timeline",
    "rg": "grep",
    "stats": "count",
    "keys": "fields",
    "lint": "check",
    "version": "--version",
    "completions": "completion",
}


def unknown_command(name: str) -> UsageError:
    """Return the error for a command that there is none of."""
    names = [verb.name for verb in SHOWN]
    hint = f"did you mean nzn {_MEANT[name]}?" if name in _MEANT else nearest_name(name, names, "nzn ")
    if os.path.isdir(name):
        from shlex import quote

        folder = f"to ask that folder: nzn -d {quote(name)} list"
        hint = f"{folder}; or {hint}" if hint else folder
    return UsageError(f"there is no command {name!r}", hint or f"the commands: {', '.join(names)}")


def explained(error: Any, command: str) -> UsageError:
    """Return Typer's complaint about a command line as one of ours."""
    verb = verb_of(command)
    assert verb is not None
    kind = type(error).__name__
    flag = str(getattr(error, "option_name", "") or "")
    if kind == "NoSuchOption":
        return _unknown_option(flag, verb)
    if kind == "MissingParameter":
        return _missing(verb)
    option = verb.option(flag)
    if option is not None and option.takes_value:
        return UsageError(f"{flag} needs a value", f"{flag} {option.metavar}: {option.help}")
    if option is not None:
        return UsageError(f"{flag} takes no value", f"{flag}: {option.help}")
    message = str(error.format_message()).rstrip(".")
    if "unexpected extra argument" in message:
        return _too_many(message, verb)
    return UsageError(message[:1].lower() + message[1:], f"nzn {verb.name} --help")


def _unknown_option(flag: str, verb: Verb) -> UsageError:
    name = f"nzn {verb.name}" if not verb.hidden else "nzn"
    known = [f for option in verb.options for f in option.flags if f.startswith("--")]
    others = [f"nzn {v.name}" for v in SHOWN if v.option(flag)]
    hint = nearest_name(flag, known) if flag.startswith("--") else None
    if others:
        hint = f"{', '.join(others[:3])} {'has' if len(others) == 1 else 'have'} it"
    if hint is None and verb.name in ("grep", "search"):
        hint = f"what begins with a dash and is no option goes behind --: {name} -- -word"
    return UsageError(f"{name} has no option {flag}", hint or f"{name} --help lists them")


def _missing(verb: Verb) -> UsageError:
    argument = next(a for a in verb.arguments if a.required)
    example = f"for example {verb.examples[0].line}" if verb.examples else None
    return UsageError(f"nzn {verb.name} needs {argument.metavar}: {argument.help}", example)


def _too_many(message: str, verb: Verb) -> UsageError:
    words = message[message.rfind("(") + 1 : message.rfind(")")]
    hint = f"nzn list --minister {words}, or nzn search {words}" if verb.name == "overview" else None
    return UsageError(f"nzn {verb.name} takes no {words!r}", hint or f"nzn {verb.name} --help")
