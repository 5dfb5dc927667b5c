"""Settings from flags, environment, `.nzn.toml` and the user's own file, in that order of weight.

Nobody else reads the environment or a file of settings. Loads tomllib only where there is a file to read.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from nzn_cli.config.folders import DATASET, FILE, SEEDS, cache_dir, corpus_folders, xdg
from nzn_cli.config.folders import seeds as seeds
from nzn_cli.errors import FolderError, UsageError
from nzn_cli.model.settings import Folder, Settings

_FLAGS = {"hidden": "--hidden", "no_ignore": "--no-ignore", "follow": "-L"}


class Flags(NamedTuple):
    """What the shared options say; None leaves the word to the user's settings file."""

    hidden: bool | None = None
    no_ignore: bool | None = None
    follow: bool | None = None


def load_settings(
    dirs: Sequence[str] = (),
    environ: Mapping[str, str] | None = None,
    cwd: str | None = None,
    *,
    hidden: bool | None = None,
    no_ignore: bool | None = None,
    follow: bool | None = None,
    use_index: bool = True,
    master: str | None = None,
) -> Settings:
    """Return the settings of one command.

    `dirs` are those of `-d`, in order; `master` is the Spark that asks where they name a dataset. `hidden`, `no_ignore`
    and `follow` are what the flags say, else the user's own file; a folder's file has no say in them. Raises
    FolderError for a folder that cannot be used, ConfigError for a
    settings file that cannot be, UsageError for an environment variable that cannot be.
    """
    environ = os.environ if environ is None else environ
    cwd = _current() if cwd is None else cwd
    flags = Flags(hidden or None, no_ignore or None, follow or None)
    if dataset := _dataset(dirs, environ, cwd):
        folders = (Folder(dataset),)
        cache, jobs, now = cache_dir(environ), _jobs(environ), _now(environ)
        return Settings(folders, cache, use_index, jobs=jobs, now=now, dataset=dataset, master=master)
    user = _user_file(environ)
    found = [(path, builtin, *_own_file(path)) for path, builtin in _paths(dirs, environ, cwd)]
    return Settings(
        folders=tuple(_folder(path, builtin, own, user, flags) for path, builtin, own, _ in found),
        cache_dir=cache_dir(environ),
        use_index=use_index,
        trust=environ.get("NZN_TRUST_INDEX", "") not in ("", "0"),
        jobs=_jobs(environ),
        now=_now(environ),
        unheeded=tuple(sentence for *_, sentence in found if sentence),
    )


def _current() -> str:
    try:
        return os.getcwd()
    except OSError:
        raise FolderError("the current folder is gone", "change to one that exists") from None


def _paths(dirs: Sequence[str], environ: Mapping[str, str], cwd: str) -> list[tuple[str, bool]]:
    """The absolute folders in use, each once, and whether they are the built-in documents."""
    names, rule = corpus_folders(dirs, environ, cwd)
    if rule == "named":
        checked = [_checked(os.path.join(cwd, path), path) for path in names]
        paths = {os.path.realpath(path): path for path in reversed(checked)}.values()
        builtin = SEEDS in (*dirs, environ.get("NZN_DIR"))
        return [(path, builtin and path == seeds()) for path in reversed(paths)]
    if dirs:
        raise FolderError("-d names no folder", "write -d . for this one")
    return [(names[0], rule == "builtin")]


def _dataset(dirs: Sequence[str], environ: Mapping[str, str], cwd: str) -> str | None:
    """The absolute folder or URI of the dataset that is named; one look at the disk for a folder that is named."""
    names, rule = corpus_folders(dirs, environ, cwd)
    found = [name for name in names if "://" in name or os.path.isfile(os.path.join(cwd, name, DATASET))]
    if rule != "named" or not found:
        return None
    if len(names) > 1:
        raise FolderError(f"{found[0]!r} is a dataset, which is asked by itself", f"-d {found[0]}")
    return found[0] if "://" in found[0] else os.path.abspath(os.path.join(cwd, found[0]))


def _checked(path: str, typed: str) -> str:
    """The absolute form of `path`, which must be a folder that can be listed."""
    path = os.path.abspath(path)
    if "\0" in path or not os.path.lexists(path):
        raise FolderError(f"there is no folder {typed!r}", "name a folder that exists: -d DIR")
    if not os.path.isdir(path):
        what = "a file, not a folder" if os.path.exists(path) else "a link to nothing"
        raise FolderError(f"{typed!r} is {what}", "name the folder that the documents lie in: -d DIR")
    if not os.access(path, os.R_OK | os.X_OK):
        raise FolderError(f"the folder {typed!r} cannot be read: permission denied")
    return path


def _own_file(path: str) -> tuple[Mapping[str, Any], str]:
    """The fields that the folder's own file may state, and a sentence when it states others.

    What may be read beyond the folder, or of what it hides, is for whoever asks to say, not for whoever made it.
    """
    file = os.path.join(path, FILE)
    own = _read(file)
    unheeded = [name for name in Flags._fields if name in own]
    if not unheeded:
        return own, ""
    flags = ", ".join(_FLAGS[name] for name in unheeded)
    sentence = f"{file}: files.{', files.'.join(unheeded)} does not count there; say it with {flags} or in config.toml"
    return {name: value for name, value in own.items() if name not in unheeded}, sentence


def _folder(path: str, builtin: bool, own: Mapping[str, Any], user: Mapping[str, Any], flags: Flags) -> Folder:
    values = _merged(user, own)
    given = {name: value for name, value in flags._asdict().items() if value is not None}
    return Folder(path, builtin)._replace(**(values | given))


def _merged(user: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The user's fields under those of the folder: tables and lists of facts add up, single values give way."""
    values = {**user, **own}
    for name in user.keys() & own.keys():
        if isinstance(own[name], dict):
            values[name] = {**user[name], **own[name]}
        elif name in ("facts", "not_same", "what_not_same"):
            values[name] = (*user[name], *own[name])
    return values


def _user_file(environ: Mapping[str, str]) -> Mapping[str, Any]:
    return _read(os.path.join(xdg(environ, "XDG_CONFIG_HOME", ".config"), "nzn", "config.toml"))


def _read(file: str) -> Mapping[str, Any]:
    """The fields of Folder that a settings file states; none where there is no file."""
    if not os.path.isfile(file):
        return {}
    from nzn_cli.config.settings_file import read_file

    return read_file(file)


def _jobs(environ: Mapping[str, str]) -> int:
    text = environ.get("NZN_JOBS", "").strip()
    if text and not (text.isascii() and text.isdecimal() and len(text) < 5):
        raise UsageError(
            f"NZN_JOBS is {text!r}, which is no number of processes", "set it to 1, 2, …, or 0 for all cores"
        )
    return int(text or 0)


def _now(environ: Mapping[str, str]) -> str | None:
    text = environ.get("NZN_NOW", "").strip()
    if not text:
        return None
    from datetime import datetime

    try:
        return datetime.fromisoformat(text).date().isoformat()
    except ValueError:
        raise UsageError(f"NZN_NOW is {text!r}, which is no day", "write it as 2019-01-26") from None
