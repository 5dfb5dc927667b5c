"""The way in: version and TAB are answered here, before Typer is loaded; everything else goes to `cli`."""

# Ctrl-C is heard before anything else is loaded, and while nothing is to be undone it ends the process at once. The
# interpreter loads `_signal` for itself; `signal` would cost a TAB more than all that is loaded for it.
try:
    import os
    from _signal import SIGINT, default_int_handler, getsignal, signal  # type: ignore[import-not-found]

    if getsignal(SIGINT) is default_int_handler:  # else whoever started us wants it ignored
        signal(SIGINT, lambda *_: os._exit(130))
except KeyboardInterrupt:
    import os

    os._exit(130)

import gc
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from sqlite3 import Connection

    from nzn_cli.query.completion import StoredValues

COMPLETE = "__complete"


def main() -> int:
    """Answer the command line that this process was started with, and end it with the exit code."""
    # a run is short: neither collecting garbage while modules load nor taking every module down again is worth its wait
    gc.set_threshold(100_000, 50, 50)
    _fill_streams()
    code = _answered(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        pass  # whoever read us is gone
    os._exit(code)


def _fill_streams() -> None:
    """Open standard streams that are closed to nowhere: the next file that is opened would take their number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            os.set_inheritable(nowhere, True)
            setattr(sys, name, open(nowhere, mode))  # noqa: SIM115 – it stays open


def _answered(words: list[str]) -> int:
    if words[:1] == [COMPLETE]:
        return _complete(words[1:])
    if len(words) == 1 and words[0] in ("--version", "-V"):
        from nzn_cli import __version__

        try:
            print(f"nzn {__version__}", flush=True)
        except OSError:
            pass  # `run` says what there is to say
        else:
            return 0
    from nzn_cli.cli.run import run

    return run(words, os.environ)


def _complete(words: list[str]) -> int:
    """Answer a TAB; whatever goes wrong, a TAB says nothing and never fails."""
    try:
        from nzn_cli.cli.completion.complete import answer

        sys.stdout.buffer.write(answer(words, _stored, _queries).encode("utf-8", "surrogateescape"))
        sys.stdout.flush()
    except Exception:
        if os.environ.get("NZN_DEBUG") == "1":
            raise
    return 0


def _stored() -> "StoredValues":
    """Return the values that are stored; not every TAB asks for some."""
    from nzn_cli.query.completion import StoredValues

    return StoredValues(os.environ, os.getcwd(), _find, _is_expected)


def _find(dirs: list[str]) -> str | None:
    """Return where the index of these folders stands, when it is there and whole."""
    from nzn_cli.config.load import load_settings
    from nzn_cli.freshness import place

    index = place.place(load_settings(dirs))
    return index.path if place.is_whole(index) else None


def _is_expected(connection: "Connection") -> bool:
    from nzn_cli.store.schema import is_expected

    return is_expected(connection)


def _queries(dirs: list[str]) -> "Mapping[str, tuple[str, ...]]":
    """Return the saved queries of these folders."""
    from nzn_cli.config.load import load_settings

    folders = load_settings([os.path.expanduser(name) for name in dirs]).folders
    return {name: words for folder in folders for name, words in folder.queries.items()}


if __name__ == "__main__":
    sys.exit(main())
