"""What is a document: the one owner of the question, asked for each name of a folder while walking down.

Chosen as ripgrep would: hidden files and what .gitignore (in a git repository), .ignore and .git/info/exclude name are
left out; `.nzn.toml` may add globs. Opens ignore files and nothing else.
"""

from __future__ import annotations

import errno
import os
import stat
from functools import lru_cache
from typing import NamedTuple

from nzn_cli.documents.ignore import Pattern, Patterns, parse
from nzn_cli.documents.small_files import small_file
from nzn_cli.errors import FolderError
from nzn_cli.model.settings import Folder

ENDINGS = (".txt", ".md", ".markdown")


class Rules(NamedTuple):
    """The rules that hold in one folder of a corpus. Two questions: `refuses(name, folder)` and `inside(name)`.

    `ignored` holds the patterns of .ignore files, `git` those of the repository, each deepest first.
    """

    root: str  # absolute path of the corpus folder
    path: str  # of this folder, relative to root: "" or "a/b/"
    hidden: bool
    heed: bool  # ignore files count
    endings: tuple[str, ...]
    include: Patterns | None
    exclude: Patterns | None
    ignored: tuple[Patterns, ...]
    git: tuple[Patterns, ...]
    repository: bool

    def refuses(self, name: str, folder: bool = False) -> str | None:
        """Return why the file (or folder) `name` of this folder is left out, or None where it is taken."""
        if not folder and not name.endswith(self.endings) and not name.lower().endswith(self.endings):
            return "neither " + ", ".join(self.endings[:-1]) + " nor " + self.endings[-1]
        for patterns in self.ignored + self.git:
            if found := patterns.match(self.path + name, name, folder):
                if found.negated:
                    break  # named as wanted: that outweighs being hidden, too
                return f"{patterns.source}:{found.line}: {found.text}"
        else:
            if name.startswith(".") and not self.hidden:
                return "hidden"
        return self._globbed(name, folder) if self.include or self.exclude else None

    def _globbed(self, name: str, folder: bool) -> str | None:
        path = self.path + name
        if self.exclude and (found := self.exclude.match(path, name, folder)) and not found.negated:
            return f"{self.exclude.source}: exclude {found.text}"
        if self.include and not folder and not self._included(path):
            return f"{self.include.source}: not in include"
        return None

    def _included(self, path: str) -> bool:
        """Whether an include glob names the file or a folder that it lies in."""
        assert self.include is not None
        while path:
            found = self.include.match(path, path.rpartition("/")[2], path != "")
            if found:
                return not found.negated
            path = path.rpartition("/")[0]
        return False

    def inside(self, name: str) -> Rules:
        """Return the rules of the folder `name` in this one, with what its own ignore files say."""
        path = f"{self.path}{name}/"
        if not self.heed:
            return self._replace(path=path)
        return _with_files(self._replace(path=path), os.path.join(self.root, path), path, "")


def rules(folder: Folder) -> Rules:
    """Return the rules that hold at the top of `folder`, those of its parents' ignore files included."""
    top = Rules(
        root=folder.path,
        path="",
        hidden=folder.hidden,
        heed=not folder.no_ignore,
        endings=_endings(folder.include),
        include=_globs(folder.include),
        exclude=_globs(folder.exclude),
        ignored=(),
        git=(),
        repository=False,
    )
    if folder.no_ignore:
        return top
    parents = _parents(folder.path)
    top = top._replace(repository=any(os.path.lexists(os.path.join(parent, ".git")) for parent in parents))
    for parent in reversed(parents):
        below = folder.path[len(parent) :].strip("/")
        top = _with_files(top, parent, "", below + "/" if below else "")
    return top


def _endings(include: tuple[str, ...]) -> tuple[str, ...]:
    """The endings of documents: the usual ones, and those that an include glob spells out."""
    more = (os.path.splitext(glob.rpartition("/")[2])[1].lower() for glob in include)
    return (*ENDINGS, *(end for end in more if end[1:].isalnum() and end not in ENDINGS))


def _globs(globs: tuple[str, ...]) -> Patterns | None:
    return Patterns(".nzn.toml", "", 0, parse(globs)) if globs else None


def _parents(path: str) -> list[str]:
    """`path` and the folders above it, nearest first."""
    found = [path]
    while (above := os.path.dirname(found[-1])) != found[-1]:
        found.append(above)
    return found


def _with_files(here: Rules, folder: str, path: str, base: str) -> Rules:
    """`here` with the ignore files of the absolute `folder`; `base` leads from it down to the corpus folder."""
    git, repository = here.git, here.repository
    if _exists(folder, ".git"):
        # a repository of its own hears no .gitignore from outside
        git, repository = (), True
        git = _read(folder, ".git/info/exclude", base, path)
    ignored = _read(folder, ".ignore", base, path) + here.ignored
    if repository:
        git = _read(folder, ".gitignore", base, path) + git
    return here._replace(ignored=ignored, git=git, repository=repository)


def _exists(folder: str, name: str) -> bool:
    try:
        os.lstat(os.path.join(folder, name))
    except OSError:
        return False
    return True


def _read(folder: str, name: str, base: str, path: str) -> tuple[Patterns, ...]:
    """The patterns of one ignore file, as a tuple of one or none; unreadable is none. Raises FolderError."""
    file = os.path.join(folder, name)
    try:
        status = os.stat(file)
    except OSError:
        return ()
    if not stat.S_ISREG(status.st_mode):
        return ()
    found = _parsed(file, status.st_mtime_ns, status.st_size)
    return (Patterns(path + name, base, len(path), found),) if found else ()


@lru_cache(maxsize=1024)
def _parsed(file: str, mtime_ns: int, size: int) -> tuple[Pattern, ...]:
    """The patterns of `file`; its time and size make a changed file another question."""
    try:
        text = (small_file(file) or b"").decode("utf-8-sig", "surrogateescape")
    except OSError as error:
        if error.errno != errno.EFBIG:
            return ()
        hint = "make it shorter, or pass --no-ignore"
        raise FolderError(f"{file} is {error.strerror}, too much for a file of patterns", hint) from None
    return parse(text.split("\n"))
