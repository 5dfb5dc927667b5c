"""What is said beside an answer, on standard error: warnings counted, what was cut, where nothing was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nzn_cli.cli.verbs import verb_of
from nzn_cli.cli.writing import say

if TYPE_CHECKING:
    from nzn_cli.cli.session import Session

_SUFFIXES = (".txt", ".md", ".markdown")
_UNWARNED = ("check", "skipped")


def after(session: Session, answer: Any, line: int, name: str) -> None:
    """Say what there is to say once an answer is written."""
    cut(session, answer, line)
    if not line:
        empty(session, name)
    if name == "who-doubtful":
        unassigned(session)
    if name not in _UNWARNED:
        warnings(session)


def unassigned(session: Session) -> None:
    """Say how many names may mean several people: they have no row."""
    names, mentions = session.corpus.unassigned()
    if names:
        who = f"{session.command} who NAME shows each"
        say(
            f"nzn: {_many(names, 'name')} may mean several people ({_many(mentions, 'mention')}) and have no row; {who}"
        )


def warnings(session: Session) -> None:
    """Count the warnings, once they are new, and the folders that could not be read, in one line."""
    documents, number = session.corpus.new_warnings()
    parts = [f"{_many(number, 'warning')} in {_many(documents, 'document')}"] if number else []
    if folders := session.corpus.unread_folders():
        parts.append(f"{_many(folders, 'folder')} cannot be read")
    if parts:
        say(f"nzn: {', '.join(parts)}; {session.command} check lists them")


def cut(session: Session, answer: Any, printed: int) -> None:
    """Say how much --limit or --offset left out."""
    if session.line.number("limit") is None and not session.line.number("offset"):
        return
    total = answer.total() if hasattr(answer, "total") else printed
    if total > printed:
        say(f"nzn: {printed:,} of {total:,} shown; --limit and --offset cut the rest")


def empty(session: Session, name: str) -> None:
    """Name the next command on a terminal where nothing was found."""
    if name != "skipped" and not next(iter(session.corpus.count())).documents:
        where = ", ".join(folder.path for folder in session.settings.folders)
        skipped = next(iter(session.corpus.skipped()), None)
        left_out = f"; {session.command} list --skipped shows what was left out" if skipped else ""
        say(f"nzn: no documents ({', '.join(_SUFFIXES)}) in {where}{left_out}")
        return
    if not session.around.err or name == "check":
        return
    verb = verb_of(name.partition("-")[0])
    hint = verb.hint if verb else ""
    nothing = "no file was left out" if name == "skipped" else "nothing found"
    say(f"nzn: {nothing}" + (f"; {session.with_folder(hint)}" if hint else ""))


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
