"""Command lines that cannot be read, put into one clear sentence each, with what would have been right."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from itertools import takewhile
from shlex import join, quote
from typing import Any

from nzn_cli.cli.command_line import nearest_name
from nzn_cli.cli.offered import typed_beginning, with_folder
from nzn_cli.cli.options import FORMAT_NAMES
from nzn_cli.cli.verbs import SHOWN, TOPICS, Verb, verb_of
from nzn_cli.errors import UsageError

# what other tools or plain English call it, and what it is called here
_COMMANDS = {
    "ls": "list",
    "docs": "list",
    "documents": "list",
    "files": "list",
    "skipped": "list --skipped",
    "cat": "show",
    "open": "show",
    "view": "show",
    "read": "show",
    "edit": "show --edit",
    "find": "search",
    "people": "who",
    "persons": "who",
    "names": "who",
    "ministers": "who --ministers",
    "roles": "who --role ROLE",
    "offices": "who --role ROLE",
    "mentions": "who --mentions",
    "pairs": "who --pairs",
    "quotations": "quotes",
    "speakers": "count --by speaker",
    "organisations": "what --kind organisation",
    "organizations": "what --kind organisation",
    "orgs": "what --kind organisation",
    "agreements": "what --kind agreement",
    "treaties": "what --kind agreement",
    "laws": "what --kind law",
    "programmes": "what --kind programme",
    "missions": "what --kind mission",
    "meetings": "what --kind meeting",
    "acronyms": "what --acronyms",
    "events": "timeline",
    "dates": "timeline",
    "when": "timeline",
    "calendar": "timeline -O ics",
    "rg": "grep",
    "stats": "count",
    "keys": "fields",
    "tags": "count --by portfolio",
    "lint": "check",
    "validate": "check",
    "warnings": "check",
    "cache": "index",
    "build": "index build",
    "update": "index build",
    "reindex": "index build",
    "clear": "index clear",
    "version": "--version",
    "completions": "completion",
    "man": "help",
    "settings": "help config",
}

# options of other tools, and what does it here: an option of the same command, or another command
_OPTIONS: dict[str, tuple[str, ...]] = {
    "--count": ("nzn count",),
    "-c": ("nzn count",),
    "--open": ("nzn show ID --edit", "nzn show ID --web"),
    "--edit": ("nzn show ID --edit",),
    "--web": ("nzn show ID --web",),
    "-o": ("-O FORMAT",),
    "--output": ("-O FORMAT",),
    "-n": ("--limit N",),
    "-m": ("--limit N",),
    "--max": ("--limit N",),
    "--head": ("--limit N",),
    "--top": ("--limit N",),
    "--from": ("--since DATE",),
    "--after": ("--since DATE", "--from DATE"),
    "--to": ("--until DATE",),
    "--before": ("--until DATE", "--to DATE"),
    "--date": ("--on DATE",),
    "--author": ("--minister NAME",),
    "--name": ("--person NAME",),
    "--org": ("--organisation NAME",),
    "--organization": ("--organisation NAME",),
    "--tag": ("--portfolio NAME",),
    "--category": ("--portfolio NAME",),
    "--speaker": ("nzn quotes NAME",),
    "--by": ("nzn count --by KEY",),
    "--contains": ("--about PATTERN", "nzn grep PATTERN"),
    "--text": ("--about PATTERN", "nzn grep PATTERN"),
    "--path": ("-g GLOB",),
    "--file": ("-g GLOB",),
    "--order": ("--sort KEY",),
    "--order-by": ("--sort KEY",),
    "--folder": ("-d DIR",),
    "--directory": ("-d DIR",),
    "--corpus": ("-d DIR",),
    "--no-color": ("--color never",),
    "--no-colour": ("--color never",),
    "--colour": ("--color WHEN",),
    **{f"--{name}": (f"-O {name}",) for name in FORMAT_NAMES},
    "--markdown": ("-O md",),
}
_DATE = re.compile(r"\d{4}(-\d\d?){0,2}")


def unknown_command(name: str, rest: Sequence[str], leading: int) -> UsageError:
    """Return the error for a command that there is none of; of what else was typed, `leading` words stood before it."""
    names = [verb.name for verb in SHOWN]
    hint = f"did you mean nzn {_COMMANDS[name]}?" if name in _COMMANDS else nearest_name(name, names, "nzn ")
    if os.path.isdir(name):
        folder = f"to ask that folder: nzn -d {quote(name)} list"
        hint = f"{folder}; or {hint}" if hint else folder
    hint = hint or _other_than_command(name, rest[leading:])
    return UsageError(f"there is no command {name!r}", with_folder(hint, typed_beginning(rest)))


def _other_than_command(name: str, behind: Sequence[str]) -> str:
    """What stands where a command should and is none: a query, a file or an id, a date, a topic, somebody's name."""
    if name.startswith("@"):
        return f"for a saved query: nzn list {quote(name)}"
    if _DATE.fullmatch(name):
        return f"for a date: nzn list --on {name}"
    if os.path.isfile(name) or any(map(str.isdecimal, name)):
        return f"for a document: nzn show {quote(name)}"
    if name in TOPICS:
        return f"did you mean nzn help {name}?"
    words = join([name, *takewhile(lambda word: not word.startswith("-"), behind)])
    known = ", ".join(verb.name for verb in SHOWN)
    return f"for a person: nzn who {words}; for words: nzn search {words}; the commands: {known}"


def misplaced(verb: Verb, words: Sequence[str]) -> UsageError:
    """Return the error for words where a command takes the names of saved queries alone."""
    typed = " ".join(words)
    name = quote(typed)
    if _DATE.fullmatch(typed):
        hint = f"nzn {verb.name} " + (f"--from {typed} --to {typed}" if verb.option("--from") else f"--on {typed}")
    elif os.path.isdir(typed):
        hint = f"nzn -d {name} {verb.name}"
    else:
        options = ("--person",) if verb.name == "timeline" else ("--minister", "--person")
        offers = [f"nzn {verb.name} {option} {name}" for option in options]
        hint = f"{', '.join(offers)}, or nzn search {name}"
    return UsageError(f"nzn {verb.name} takes no {typed!r}", hint)


def explained(error: Any, command: str, words: Sequence[str]) -> UsageError:
    """Return Typer's complaint about a command line, `words` behind `command`, as one of ours."""
    verb = verb_of(command)
    assert verb is not None
    ours = _explained(error, verb)
    ours.hint = ours.hint and with_folder(ours.hint, typed_beginning(words))
    return ours


def _explained(error: Any, verb: Verb) -> UsageError:
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
    hint = _meant(flag, verb)
    if hint is None and others:
        hint = f"{', '.join(others[:3])} {'has' if len(others) == 1 else 'have'} it"
    if hint is None and flag.startswith("--"):
        hint = nearest_name(flag, known)
    if hint is None and verb.name in ("grep", "search"):
        hint = f"what begins with a dash and is no option goes behind --: {name} -- -word"
    return UsageError(f"{name} has no option {flag}", hint or f"{name} --help lists them")


def _meant(flag: str, verb: Verb) -> str | None:
    """What an option of another tool is here, as far as this command has it or another command does it."""
    here = [one for one in _OPTIONS.get(flag, ()) if one.startswith("-") and verb.option(one.split()[0])]
    there = [one for one in _OPTIONS.get(flag, ()) if one.startswith("nzn ")]
    return f"did you mean {' or '.join(here or there)}?" if here or there else None


def _missing(verb: Verb) -> UsageError:
    argument = next(a for a in verb.arguments if a.required)
    example = f"for example {verb.examples[0].line}" if verb.examples else None
    if argument.complete == "id":  # those of the examples are of the built-in documents
        example = "nzn list shows the ids"
    return UsageError(f"nzn {verb.name} needs {argument.metavar}: {argument.help}", example)


def _too_many(message: str, verb: Verb) -> UsageError:
    words = message[message.rfind("(") + 1 : message.rfind(")")]
    return UsageError(f"nzn {verb.name} takes no {words!r}", f"nzn {verb.name} --help")
