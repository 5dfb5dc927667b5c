"""Help as plain text, examples first, from the tables of verbs and options. Loads neither Typer nor Rich."""

from __future__ import annotations

from collections.abc import Iterable

from nzn_cli.cli.options import HELP, SHARED, VERSION, Argument, Option
from nzn_cli.cli.verbs import SHOWN, TOPICS, Example, Verb

WIDTH = 79
OVERALL = (
    Example("nzn list", "the documents"),
    Example("nzn list --minister Peters --json | jq -r '.[].title'", "titles, by jq"),
    Example("nzn who ardern", "one person: roles, spellings, documents"),
    Example("nzn timeline --from 2007 --to 2009", "what happened in those years, with the sentences that say so"),
    Example("nzn -d ~/stories grep -i 'training mission'", "a folder of your own"),
)


def overall(short: bool = False) -> str:
    """Return the help of nzn itself; `short` leaves out the options of every command."""
    parts = ["nzn answers who, what, when, and where it says so, of a folder of documents.\n"]
    parts.append(_section("Examples", examples(OVERALL)))
    parts.append("Usage: nzn [OPTIONS] COMMAND [ARGS]\n")
    parts.append(_section("Commands", rows(((verb.name, verb.summary) for verb in SHOWN), 2)))
    closing = f"nzn COMMAND -h tells of one command; nzn help TOPIC of {', '.join(TOPICS)}.\n"
    if short:
        return "\n".join([*parts, f"{closing}nzn --help lists the options of every command.\n"])
    parts.append(_section("Options of every command, before or after it", options((*SHARED, HELP, VERSION))))
    return "\n".join([*parts, closing])


def of_verb(verb: Verb, short: bool = False) -> str:
    """Return the help of one command; `short` has of its options those that are its own."""
    parts = [f"nzn {verb.name}: {verb.summary}\n"]
    if verb.examples:
        parts.append(_section("Examples", examples(verb.examples)))
    parts.append(f"Usage: {usage(verb)}\n")
    if verb.arguments:
        parts.append(_section("Arguments", rows(((a.metavar, a.help) for a in verb.arguments), 2)))
    known = verb.own if short else (*of_formats(verb), HELP)
    headings = dict.fromkeys(option.section for option in known)
    parts += [_section(name, options(o for o in known if o.section == name)) for name in headings]
    if told := notes(verb):
        parts.append(told + "\n")
    if short and verb.shared:
        parts.append(f"nzn {verb.name} --help lists all options, those of every command among them.\n")
    return "\n".join(parts)


def of_formats(verb: Verb) -> tuple[Option, ...]:
    """Return a command's options; that of the format has the formats that one of its answers can be written in."""
    from nzn_cli.render.formats import formats_of

    return tuple(
        option._replace(choices=formats_of(verb.name) or option.choices) if option.name == "format" else option
        for option in verb.options
    )


def notes(verb: Verb) -> str:
    """Return what is said below the options of a command."""
    if verb.name != "export":
        return verb.notes
    from nzn_cli.render.export.targets import TARGETS

    told = ((" ".join([each.name, *each.endings]), f"{each.summary}: {each.schema}.") for each in TARGETS)
    return "Targets, and what is in each:\n" + rows(told, 2).rstrip()


def examples(of: Iterable[Example]) -> str:
    """Return examples, each under a comment that says what it is for."""
    return "".join(f"  # {example.what}\n  {example.line}\n" for example in of)


def usage(verb: Verb) -> str:
    """Return the command's usage in a line."""
    words = " ".join(argument_usage(argument) for argument in verb.arguments)
    return f"nzn {verb.name} [OPTIONS]{' ' if words else ''}{words}"


def argument_usage(argument: Argument) -> str:
    """Return an argument as usage shows it: in brackets when it may be left out, with dots when it may be repeated."""
    name = argument.metavar + ("…" if argument.many else "")
    return name if argument.required else f"[{name}]"


def flags(option: Option) -> str:
    """Return the option's flags with what follows them."""
    letter = option.flags[0] if len(option.flags) > 1 else "  "
    value = " " + "|".join(option.choices) if option.choices and len(option.choices) <= 3 else f" {option.metavar}"
    return f"{letter}{',' if len(option.flags) > 1 else ' '} {option.flags[-1]}{value if option.takes_value else ''}"


def options(of: Iterable[Option]) -> str:
    """Return options as aligned rows."""
    return rows(((flags(option), explained(option)) for option in of), 2)


def explained(option: Option) -> str:
    """Return the option's help with its choices where the flag does not show them."""
    return f"{option.help}: {', '.join(option.choices)}" if len(option.choices) > 3 else option.help


def rows(pairs: Iterable[tuple[str, str]], indent: int) -> str:
    """Return (what, meaning) pairs in two columns; what is too wide stands on a line of its own."""
    pairs = list(pairs)
    left = min(max((len(what) for what, _ in pairs), default=0), 30)
    text = ""
    for what, meaning in pairs:
        lines = wrapped(meaning, WIDTH - indent - left - 2)
        if len(what) > left and len(what) + 2 + len(meaning) + indent > WIDTH:
            text += " " * indent + what + "\n"
            lines = ["", *lines]
        else:
            text += " " * indent + f"{what:<{left}}  {lines[0]}".rstrip() + "\n"
        text += "".join(" " * (indent + left + 2) + line + "\n" for line in lines[1:])
    return text


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of `text`, cut at spaces to `width`."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _section(name: str, text: str) -> str:
    return f"{name}:\n{text}"
