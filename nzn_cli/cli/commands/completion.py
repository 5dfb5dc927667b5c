"""`nzn completion`: the TAB script of a shell."""

from __future__ import annotations

from nzn_cli.cli.command_line import either, nearest_name
from nzn_cli.cli.completion.shells import script
from nzn_cli.cli.session import Session
from nzn_cli.cli.verbs import SHELLS
from nzn_cli.cli.writing import write
from nzn_cli.errors import FOUND, UsageError


def run(session: Session) -> int:
    """Print the script."""
    shell = str(session.line.text("shell"))
    if shell not in SHELLS:
        raise UsageError(
            f"there is no TAB script for {shell!r}, only for {either(SHELLS)}", nearest_name(shell, SHELLS)
        )
    write([script(shell)])
    return FOUND
