"""`nzn index`: the cache, for those who want to see, warm or remove it."""

from __future__ import annotations

import os

from nzn_cli.cli.command_line import nearest_name
from nzn_cli.cli.emit import format_of
from nzn_cli.cli.session import Session
from nzn_cli.cli.verbs import ACTIONS
from nzn_cli.cli.writing import say, write
from nzn_cli.errors import FOUND, UsageError
from nzn_cli.render.answers import ANSWERS
from nzn_cli.render.formats import Layout, written
from nzn_cli.render.plain import cell
from nzn_cli.render.safe import visible


def run(session: Session) -> int:
    """Show, build or clear the index, make it of a dataset or a dataset of it."""
    action = session.line.text("action") or "status"
    if action not in ACTIONS:
        takes = f"{', '.join(ACTIONS[:-1])} or {ACTIONS[-1]}"
        raise UsageError(f"nzn index takes {takes}, not {action!r}", nearest_name(action, ACTIONS))
    target = session.line.text("target")
    if action == "export":
        return _export(session, target)
    if action == "import" and target is not None:
        session = session.about(target)
    elif target is not None:
        raise UsageError(f"nzn index {action} takes no {target!r}", f"nzn -d {target} index {action}")
    if action == "clear":
        gone = session.corpus.index_clear(session.line.flag("all"))
        say(f"nzn: {gone:,} file{'' if gone == 1 else 's'} removed")
        return FOUND
    if action == "import":
        session.corpus.index_import()
    if action == "build":
        session.corpus.index_build()
    return _status(session)


def _export(session: Session, target: str | None) -> int:
    if target is None:
        raise UsageError("nzn index export needs a TARGET", "nzn index export news.nzn")
    version = session.corpus.index_export(os.path.join(session.around.cwd, target))
    if not session.line.flag("quiet"):
        write([f"{visible(target)}\n"])
        say(f"nzn: version {version}")
    return FOUND


def _status(session: Session) -> int:
    state = session.corpus.index_status()
    if session.line.flag("quiet"):
        return FOUND
    name = format_of(session.line)
    if name in (None, "table"):
        apart = "  " if session.page.terminal else "\t"
        wide = max(map(len, state._fields)) if session.page.terminal else 0
        write(f"{key:<{wide}}{apart}{visible(cell(value))}\n" for key, value in state._asdict().items())
    else:
        write(written(name, [state], Layout(ANSWERS["index"]), session.page))
    return FOUND
