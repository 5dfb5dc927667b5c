"""`nzn schema`: the JSON Schema of an answer."""

from __future__ import annotations

from nzn_cli.cli.command_line import nearest_name
from nzn_cli.cli.session import Session
from nzn_cli.cli.writing import write
from nzn_cli.errors import FOUND, UsageError
from nzn_cli.render import json_
from nzn_cli.render.answers import ANSWERS
from nzn_cli.render.json_schema import names, schema


def run(session: Session) -> int:
    """Print the schema of a command's answer; without a command, what there is."""
    name = session.line.text("answer")
    if name is None:
        write(f"{known}\t{_told(known)}\n" for known in names())
        return FOUND
    if name not in names():
        raise UsageError(
            f"no answer is called {name!r}", nearest_name(name, names()) or f"there are {', '.join(names())}"
        )
    write([json_.value(schema(name))])
    return FOUND


def _told(name: str) -> str:
    return "; ".join(shape.summary for shape in ANSWERS.values() if name in (shape.command, shape.name))
