"""The man page nzn(1), from the tables of verbs, options, topics and exit codes.

`python -m nzn_cli.cli.man > nzn_cli/man/nzn.1` writes it anew; a test keeps the file equal to this.
"""

from __future__ import annotations

from collections.abc import Iterator

from nzn_cli import __version__
from nzn_cli.cli import help_text
from nzn_cli.cli.options import HELP, SHARED, VERSION, Option
from nzn_cli.cli.topics import CODES, STREAMS, topic
from nzn_cli.cli.verbs import SHOWN, Example, Verb

_TOPICS = (
    ("query", "QUERIES"),
    ("dates", "DATES"),
    ("json", "JSON"),
    ("recipes", "RECIPES"),
    ("config", "SETTINGS"),
    ("environment", "ENVIRONMENT"),
)


def page() -> str:
    """Return the man page as roff."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f'.TH NZN 1 "" "nzn {__version__}" "nzn"'
    yield from (".SH NAME", "nzn \\- ask a folder of documents who, what, when, and where it says so")
    yield from (".SH SYNOPSIS", ".B nzn", "[\\fIOPTIONS\\fR] \\fICOMMAND\\fR [\\fIARGS\\fR]")
    yield from (".SH EXAMPLES", *_examples(help_text.OVERALL))
    yield from (".SH OPTIONS", "Of every command, before or after it.", *_options((*SHARED, HELP, VERSION)))
    yield ".SH COMMANDS"
    for verb in SHOWN:
        yield from _verb(verb)
    for name, heading in _TOPICS:
        yield from (f".SH {heading}", ".nf", *map(_escaped, topic(name).split("\n")), ".fi")
    yield ".SH EXIT STATUS"
    for code, meaning in CODES:
        yield from (".TP", str(code), _escaped(meaning))
    yield from (".PP", *map(_escaped, STREAMS.splitlines()))


def _verb(verb: Verb) -> Iterator[str]:
    yield from (
        f".SS {_escaped(help_text.usage(verb))}",
        _escaped(verb.summary + "."),
        _escaped(verb.notes),
    )
    if verb.name == "export":
        yield from (".PP", ".nf", *map(_escaped, help_text.notes(verb).split("\n")), ".fi")
    for argument in verb.arguments:
        yield from (".TP", f"\\fI{_escaped(argument.metavar)}\\fR", _escaped(argument.help))
    yield from _options((*verb.own, *verb.shared))
    yield from _examples(verb.examples)


def _options(options: tuple[Option, ...]) -> Iterator[str]:
    for option in options:
        yield from (
            ".TP",
            f"\\fB{_escaped(help_text.flags(option).strip())}\\fR",
            _escaped(help_text.explained(option)),
        )


def _examples(examples: tuple[Example, ...]) -> Iterator[str]:
    for example in examples:
        yield from (".PP", _escaped(example.what) + ":", ".nf", f"    {_escaped(example.line)}", ".fi")


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...")
    return "\\&" + text if text[:1] in ".'" else text


if __name__ == "__main__":
    import sys

    sys.stdout.write(page())
