"""What is said beside an answer, on standard error: warnings counted, what was cut, whose documents answered."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from nzn_cli.cli.verbs import verb_of
from nzn_cli.cli.writing import say

if TYPE_CHECKING:
    from nzn_cli.cli.session import Session

_SUFFIXES = (".txt", ".md", ".markdown")
_LOOKED_AT = 2000  # entries of the current folder that are looked at
_UNWARNED = ("check", "skipped")


def after(session: Session, answer: Any, line: int, name: str) -> None:
    """Say what there is to say once an answer is written."""
    builtin(session)
    cut(session, answer, line)
    if not line:
        empty(session, name)
    if name not in _UNWARNED:
        warnings(session)


def warnings(session: Session) -> None:
    """Count the warnings, and the folders that could not be read, in one line."""
    documents, number = session.corpus.warnings()
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
    if name != "skipped" and not session.corpus.overview().documents:
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


def builtin(session: Session) -> None:
    """Say that the documents that come with nzn answered, where the current folder holds documents of its own."""
    ours = [folder.path for folder in session.settings.folders if folder.builtin]
    if ours and has_documents(session.around.cwd, but=ours[0]):
        say("nzn: these are the built-in documents; -d . asks those of this folder")


def has_documents(folder: str, but: str = "") -> bool:
    """Return whether the folder, or one right below it save `but`, holds something that looks like a document."""
    looked, below = 0, []
    try:
        for entry in os.scandir(folder):
            looked += 1
            if looked > _LOOKED_AT:
                return False
            if entry.name.startswith("."):
                continue
            if entry.name.endswith(_SUFFIXES):
                return True
            if entry.is_dir(follow_symlinks=False) and os.path.realpath(entry.path) != os.path.realpath(but):
                below.append(entry.path)
    except OSError:
        return False
    return any(_holds(path) for path in below[:20])


def _holds(folder: str) -> bool:
    try:
        names = os.listdir(folder)[:_LOOKED_AT]
    except OSError:
        return False
    return any(name.endswith(_SUFFIXES) and not name.startswith(".") for name in names)


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
