"""The way in: version and TAB are answered here, before Typer is loaded; everything else goes to `cli`."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Mapping
from typing import Any

COMPLETE = "__complete"


def main() -> int:
    """Answer the command line that this process was started with, and end it with the exit code."""
    # a run is short: neither collecting garbage while modules load nor taking every module down again is worth its wait
    gc.set_threshold(100_000, 50, 50)
    code = _answered(sys.argv[1:])
    if "threading" in sys.modules and sys.modules["threading"].active_count() > 1:
        return code
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        pass  # whoever read us is gone
    os._exit(code)


def _answered(words: list[str]) -> int:
    if words[:1] == [COMPLETE]:
        return _complete(words[1:])
    if len(words) == 1 and words[0] in ("--version", "-V"):
        from nzn_cli import __version__

        print(f"nzn {__version__}")
        return 0
    from nzn_cli.cli.run import run

    return run(words, os.environ)


def _complete(words: list[str]) -> int:
    """Answer a TAB; whatever goes wrong, a TAB says nothing and never fails."""
    try:
        from nzn_cli.cli.complete import answer

        sys.stdout.buffer.write(answer(words, _Stored()).encode("utf-8", "surrogateescape"))
        sys.stdout.flush()
    except Exception:
        if os.environ.get("NZN_DEBUG") == "1":
            raise
    return 0


class _Stored:
    """What the index holds of the folders in use; it is opened as it lies there, neither swept nor built."""

    def rows(self, dirs: list[str], sql: str, parameters: tuple[str, ...] = ()) -> Iterable[tuple[Any, ...]]:
        """Return the rows that `sql` gives; none where nothing is stored."""
        # as index.sync.stored_store() opens it, but without what sweeps and builds: that alone would double the wait
        import sqlite3

        from nzn_cli.config import load_settings
        from nzn_cli.index import files

        settings = load_settings([os.path.expanduser(name) for name in dirs])
        index = files.place(settings)
        if not files.is_whole(index):
            return []
        connection = sqlite3.connect(index.path, timeout=0.2)
        try:
            return connection.execute(sql, parameters).fetchall()
        finally:
            connection.close()

    def queries(self, dirs: list[str]) -> Mapping[str, tuple[str, ...]]:
        """Return the saved queries of the folders."""
        from nzn_cli.config import load_settings

        folders = load_settings([os.path.expanduser(name) for name in dirs]).folders
        return {name: words for folder in folders for name, words in folder.queries.items()}


if __name__ == "__main__":
    sys.exit(main())
