"""The Typer app: one command is built, the one that was called, from the table of verbs; its module loaded on need."""

from __future__ import annotations

import inspect
import keyword
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from nzn_cli.cli.command_line import CommandLine
from nzn_cli.cli.emit import format_of
from nzn_cli.cli.options import HELP, Argument, Option
from nzn_cli.cli.session import Session
from nzn_cli.cli.terminal import Surroundings
from nzn_cli.cli.verbs import SHOWN, Verb, verb_of
from nzn_cli.cli.writing import say, write
from nzn_cli.errors import NothingFound, NznError

_NAMES = ("minister", "portfolio", "person", "site", "with", "name")


def empty(session: Session) -> None:
    """Write the empty answer where one is due: `[]` of JSON."""
    if format_of(session.line) == "json":
        write(["[]\n"])


def take_nearest_name(session: Session, error: NothingFound) -> bool:
    """Return whether the one near name now stands in the place of the one that was typed."""
    line = session.line
    typed = [name for name in _NAMES if line.many(name)]
    if not session.around.out or len(error.nearest) != 1 or len(typed) != 1:
        return False
    if typed[0] != "name" and len(line.many(typed[0])) > 1:
        return False
    say(f"nzn: {error.message}; taking {error.nearest[0]}")
    session.line = line.replaced(typed[0], error.nearest)
    return True


# the family of BadParameter: what Typer raises for a command line that it cannot read, but does not name in public
Unreadable: type[Exception] = typer.BadParameter.__mro__[2]
_SETTINGS = {"help_option_names": list(HELP.flags)}
_TYPES: dict[str, Any] = {"flag": bool, "text": str, "number": str, "many": list[str]}


class Verbs(TyperGroup):
    """The group of all commands, each built when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the commands."""
        return [verb.name for verb in SHOWN]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command called `cmd_name`, built now."""
        verb = verb_of(cmd_name)
        return typer_command(verb) if verb else None

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write our own help: examples first."""
        from nzn_cli.cli.help_text import overall

        formatter.write(overall())


class VerbCommand(TyperCommand):
    """One command with our own help."""

    def get_help(self, ctx: Any) -> str:
        """Write our own help, examples first, as answers are written: Typer would tell a full disk as a fault."""
        from nzn_cli.cli.help_text import of_verb
        from nzn_cli.cli.writing import write

        verb = verb_of(self.name or "")
        assert verb is not None
        write([of_verb(verb, short="--help" not in ctx.obj.typed)])
        raise typer.Exit


def application() -> typer.Typer:
    """Return the app."""
    app = typer.Typer(
        name="nzn",
        cls=Verbs,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=_SETTINGS,
    )
    app.callback()(_nothing)
    return app


def _nothing() -> None:
    """Ask a folder of documents who, what, when, and where it says so."""


def run_verb(words: Sequence[str], around: Surroundings) -> int:
    """Run the command that `words` begin with; return its exit code."""
    command: Any = typer.main.get_command(application())
    # not through Typer's own main(), which would end a closed pipe with 1: to us that is "nothing found"
    try:
        with command.make_context("nzn", list(words), obj=around) as context:
            return int(command.invoke(context) or 0)
    except typer.Exit as done:
        return done.exit_code


def typer_command(verb: Verb) -> Any:
    """Return the Typer command of `verb`, its signature composed from the table of options."""
    alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    alone.command(verb.name, cls=VerbCommand, help=verb.summary, context_settings=_SETTINGS)(callback(verb))
    return typer.main.get_command(alone)


def callback(verb: Verb) -> Callable[..., int]:
    """Return a function with one parameter an option or argument of `verb`, that runs it."""

    def run(ctx: typer.Context, **values: Any) -> int:
        session = Session(typer_values(verb, values), ctx.obj, read_line)
        try:
            return _run(import_module(f"nzn_cli.cli.commands.{verb.name}"), session)
        except NznError as error:
            error.hint = error.hint and session.with_folder(error.hint)
            if error.of_corpus:
                error.message += f" in {session.corpus_name}"
            raise
        finally:
            session.close()

    parameters = [_parameter("ctx", typer.Context, inspect.Parameter.empty)]
    parameters += [_argument(argument) for argument in verb.arguments]
    parameters += [_option(option) for option in verb.options]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _run(module: Any, session: Session) -> int:
    try:
        code: int = module.run(session)
    except NothingFound as error:
        if take_nearest_name(session, error):
            code = module.run(session)
        elif session.line.flag("quiet"):
            return error.code
        else:
            empty(session)
            raise
    return code


def typer_values(verb: Verb, values: Mapping[str, Any]) -> CommandLine:
    """Return what Typer read, under the names of the table: a Python keyword (`in`) went through Typer as `in_`."""
    return CommandLine(verb, {name.rstrip("_"): value for name, value in values.items()})


def read_line(verb: Verb, words: list[str]) -> CommandLine:
    """Return what a command line of `verb` says, read by Typer; raises UsageError for one that cannot be read."""
    from nzn_cli.cli import mistakes

    try:
        context = typer_command(verb).make_context("nzn", words, help_option_names=[])
    except Unreadable as error:
        raise mistakes.explained(error, verb.name, words) from None
    return typer_values(verb, context.params)


def _parameter(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    name += "_" * keyword.iskeyword(name)
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _option(option: Option) -> inspect.Parameter:
    default: Any = False if option.kind == "flag" else None
    declared = typer.Option(default, *option.flags, help=option.help, metavar=option.metavar or None)
    return _parameter(option.name, _TYPES[option.kind], declared)


def _argument(argument: Argument) -> inspect.Parameter:
    declared = typer.Argument(... if argument.required else None, metavar=argument.metavar, help=argument.help)
    return _parameter(argument.name, list[str] if argument.many else str, declared)
