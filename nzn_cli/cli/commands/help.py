"""`nzn help`: help on a command or a topic."""

from __future__ import annotations

from nzn_cli.cli.command_line import nearest_name
from nzn_cli.cli.emit import write_pieces
from nzn_cli.cli.help_text import of_verb, overall
from nzn_cli.cli.session import Session
from nzn_cli.cli.topics import topic
from nzn_cli.cli.verbs import SHOWN, TOPICS, verb_of
from nzn_cli.errors import FOUND, UsageError


def run(session: Session) -> int:
    """Print the help."""
    name = session.line.text("topic")
    verb = verb_of(name or "")
    if name is None:
        text = overall()
    elif verb is not None:
        text = of_verb(verb)
    elif name in TOPICS:
        text = topic(name)
    else:
        known = (*(v.name for v in SHOWN), *TOPICS)
        raise UsageError(
            f"there is no help on {name!r}", nearest_name(name, known) or f"there is on {', '.join(known)}"
        )
    write_pieces(session, [text])
    return FOUND
