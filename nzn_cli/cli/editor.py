"""The user's editor, opened on documents at a line: `nzn show --edit`. Which editor takes a line how."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from nzn_cli.cli.session import Session
from nzn_cli.errors import FOUND, NOTHING, UsageError

# how an editor is told the line, by the name of its program; all else as vi takes it
_WITH_LINE = {
    "code": ("--goto", "{path}:{line}"),
    "codium": ("--goto", "{path}:{line}"),
    "cursor": ("--goto", "{path}:{line}"),
    "subl": ("{path}:{line}",),
    "hx": ("{path}:{line}",),
    "zed": ("{path}:{line}",),
    "mate": ("--line", "{line}", "{path}"),
    "notepad": ("{path}",),
}
_AS_VI = ("+{line}", "{path}")
_AT_LINE = re.compile(r"(?s)(.+?):(\d{1,9})(?::.*)?")  # ID:LINE, and path:line:text as grep prints it
_FALLBACKS = ("vi", "nano")


def edit(session: Session, typed: Sequence[str]) -> int:
    """Open each document in the editor, one after the other; raises UsageError where there is none to run."""
    import subprocess

    command = editor(session)
    places = [place for word in typed for place in _places(session, word)]
    for path, _ in places:
        if not os.path.isfile(path):
            raise UsageError(f"{path} lies in a container", "unpack it to edit it")
    codes = [subprocess.call([*command, *with_line(command[0], path, line)]) for path, line in places]
    return NOTHING if any(codes) else FOUND


def editor(session: Session) -> list[str]:
    """Return the command line of the user's editor: VISUAL, then EDITOR, then what every system has."""
    import shlex
    import shutil

    environ = session.around.environ
    stated = environ.get("VISUAL") or environ.get("EDITOR")
    try:
        words = shlex.split(stated) if stated else []
    except ValueError:
        words = [stated or ""]
    for name in words[:1] if words else _FALLBACKS:
        if shutil.which(name):
            return words or [name]
    if words:
        raise UsageError(f"the editor {words[0]!r} cannot be found", "set EDITOR to a program")
    raise UsageError("no editor is set", "set EDITOR: export EDITOR=nano")


def with_line(program: str, path: str, line: int) -> list[str]:
    """Return the words by which an editor opens `path` at `line`."""
    name = os.path.basename(program).lower().removesuffix(".exe")
    return [word.format(path=path, line=line) for word in _WITH_LINE.get(name, _AS_VI)]


def _places(session: Session, word: str) -> list[tuple[str, int]]:
    """The files that a word names, and the line in each: the one behind the word, else the one its text starts on."""
    at = _AT_LINE.fullmatch(word)
    try:
        return list(session.corpus.text_places([word]))
    except UsageError:
        if at is None:
            raise
    return [(path, int(at[2])) for path, _ in session.corpus.text_places([at[1]])]
