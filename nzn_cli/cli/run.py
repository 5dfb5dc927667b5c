"""A run from first word to exit code: every way in which it can end is decided here."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from nzn_cli.cli.arguments import Line, arranged, asks_help, asks_version
from nzn_cli.cli.terminal import Surroundings, surroundings
from nzn_cli.cli.verbs import verb_of
from nzn_cli.cli.writing import finish, prepare, say, shortened, silence, write
from nzn_cli.errors import FAULT, FOUND, INTERRUPTED, LinkingFault, NznError
from nzn_cli.render.safe import visible


def run(words: list[str], environ: Mapping[str, str]) -> int:
    """Return the exit code of `nzn words`."""
    prepare()
    try:
        code = _answered(words, environ)
        finish()
    except BrokenPipeError:
        silence()
        return FOUND
    except KeyboardInterrupt:
        silence()
        return INTERRUPTED
    except LinkingFault as error:
        return _fault(error, error.message, environ)
    except NznError as error:
        print_error(error)
        return _flushed(error.code)
    except Exception as error:
        return _fault(error, f"{type(error).__name__}: {error}", environ)
    return code


def version(verbose: bool, environ: Mapping[str, str]) -> str:
    """Return the version; `verbose` with what else a report of trouble should name."""
    from nzn_cli import __version__

    lines = [f"nzn {__version__}"]
    if verbose:
        import platform

        from nzn_cli.api import sqlite_version
        from nzn_cli.config.folders import cache_dir

        lines.append(f"Python {platform.python_version()} on {platform.platform(terse=True)}: {sys.executable}")
        lines.append(f"SQLite {sqlite_version()}")
        lines.append(f"cache {cache_dir(environ)}")
    return "".join(f"{visible(line)}\n" for line in lines)


def print_error(error: NznError) -> None:
    """Say what was wrong, and below it what would have been right."""
    say(f"nzn: {shortened(error.message)}" + (f"\n     {shortened(error.hint)}" if error.hint else ""))


def _flushed(code: int) -> int:
    try:
        sys.stdout.flush()
    except OSError:
        silence()
    return code


def _answered(words: list[str], environ: Mapping[str, str]) -> int:
    line = arranged(words)
    if asks_version(line):
        write([version("-v" in words, environ)])
        return FOUND
    if asks_help(line):
        from nzn_cli.cli.help_text import overall

        write([overall(short="--help" not in words)])
        return FOUND
    if line.command is not None and verb_of(line.command) is None:
        from nzn_cli.cli import mistakes

        raise mistakes.unknown_command(line.command, line.rest, len(line.leading))
    return _called(line, surroundings(environ, words))


def _called(line: Line, around: Surroundings) -> int:
    from nzn_cli.cli import interrupt

    interrupt.take_over()
    from nzn_cli.cli import app

    command = line.command or "overview"
    try:
        return app.run_verb([command, *line.rest], around)
    except app.Unreadable as error:
        from nzn_cli.cli import mistakes

        raise mistakes.explained(error, command, line.rest) from None


def _fault(error: Exception, what: str, environ: Mapping[str, str]) -> int:
    if environ.get("NZN_DEBUG") == "1":
        import traceback

        say("".join(traceback.format_exception(error)))
        return FAULT
    say(f"nzn: a fault of nzn, not yours: {' '.join(what.split())} (NZN_DEBUG=1 shows where)")
    return FAULT
