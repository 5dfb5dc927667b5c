"""Which folder is asked and where the cache lies: the bare rules, for `config` and for TAB, which loads nothing more.

Knows no settings file's content and checks nothing.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FILE = ".nzn.toml"
DATASET = "nzn-dataset.json"  # in a folder that is no folder of documents but a dataset made of some
SEEDS = "@seeds"  # what -d calls the documents that come with nzn

PLATES = "tab"  # below the cache folder: where TAB finds indexes
PLATE = b"nzn tab\n"  # how a file in it begins


def corpus_folders(dirs: Sequence[str], environ: Mapping[str, str], cwd: str) -> tuple[list[str], str]:
    """Return the folders as they were named, or the one that was found, and the rule: named, found or builtin."""
    named = [path for path in dirs if path] or ([environ["NZN_DIR"]] if environ.get("NZN_DIR") else [])
    if named:
        return [seeds() if name == SEEDS else name for name in named], "named"
    here = os.path.abspath(cwd)
    while True:
        if os.path.isfile(os.path.join(here, FILE)):
            return [here], "found"
        if (above := os.path.dirname(here)) == here:
            return [seeds()], "builtin"
        here = above


def seeds() -> str:
    """Return the folder of the documents that come with nzn: in the package, or beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "seeds")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "seeds")


def cache_dir(environ: Mapping[str, str]) -> str:
    """Return the folder that the indexes lie in."""
    if named := environ.get("NZN_CACHE_DIR"):
        return os.path.abspath(named)
    return os.path.join(xdg(environ, "XDG_CACHE_HOME", ".cache"), "nzn")


def xdg(environ: Mapping[str, str], name: str, default: str) -> str:
    """Return a folder of the XDG rules, by which a relative path does not count."""
    named = environ.get(name, "")
    return named if os.path.isabs(named) else os.path.join(environ.get("HOME") or os.path.expanduser("~"), default)
