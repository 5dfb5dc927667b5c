"""A name of nobody, on a terminal, with just one name near it: that one is taken, and standard error says so."""

from __future__ import annotations

from nzn_cli.cli.emit import format_of
from nzn_cli.cli.session import Session
from nzn_cli.cli.writing import say, write
from nzn_cli.errors import NothingFound

_NAMES = ("minister", "portfolio", "person", "site", "with", "name")


def empty(session: Session) -> None:
    """Write the empty answer where one is due: `[]` of JSON."""
    if format_of(session.given) == "json":
        write(["[]\n"])


def taken(session: Session, error: NothingFound) -> bool:
    """Return whether the one near name now stands in the place of the one that was typed."""
    given = session.given
    typed = [name for name in _NAMES if given.many(name)]
    if not session.around.out or len(error.nearest) != 1 or len(typed) != 1:
        return False
    if typed[0] != "name" and len(given.many(typed[0])) > 1:
        return False
    say(f"nzn: {error.message}; taking {error.nearest[0]}")
    session.given = given.replaced(typed[0], error.nearest)
    return True
