"""`nzn init`: a `.nzn.toml` that makes a folder the one that is asked from there and below."""

from __future__ import annotations

import os

from nzn_cli.cli.session import Session
from nzn_cli.cli.writing import say, write
from nzn_cli.config.folders import SEEDS
from nzn_cli.config.starter import write_settings
from nzn_cli.errors import FOUND, UsageError
from nzn_cli.render.safe import visible


def run(session: Session) -> int:
    """Write the file, and print its path."""
    line, around = session.line, session.around
    folders = [*line.many("dir"), *([typed] if (typed := line.text("folder")) is not None else [])] or ["."]
    if len(folders) > 1:
        raise UsageError(f"nzn init makes one folder a corpus, not {len(folders)}", "nzn init DIR")
    if folders[0] in ("", SEEDS):
        raise UsageError("nzn init needs a folder of yours", "nzn init DIR")
    path = write_settings(os.path.normpath(os.path.join(around.cwd, folders[0])))
    if line.flag("quiet"):
        return FOUND
    write([visible(os.path.relpath(path, around.cwd)) + "\n"])
    if around.environ.get("NZN_DIR"):
        say("nzn: NZN_DIR is set, and asked before any folder with a .nzn.toml")
    elif around.err:
        say("nzn: in that folder and below, nzn asks its documents from now on")
    return FOUND
