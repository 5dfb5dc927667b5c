"""What is a document: the one owner of the question, asked for each name of a folder while walking down.

Chosen as ripgrep would: hidden files and what .gitignore (in a git repository), .ignore and .git/info/exclude name are
left out; `.nzn.toml` may add globs. Opens ignore files and nothing else. Own code, because every command in a checkout
of git meets an ignore file and a library for it would cost start-up; tests compare it with git itself.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from nzn_cli.documents.formats.choose import ENDINGS
from nzn_cli.documents.small_files import small_file
from nzn_cli.errors import FolderError
from nzn_cli.model.file_formats import endings_of
from nzn_cli.model.settings import Folder
from nzn_cli.text.globs import NameTest, PathTest, name_test, path_test


class Pattern(NamedTuple):
    """One line of an ignore file; it has a test of names, or of the parts of the relative path."""

    line: int
    text: str
    negated: bool
    folders_only: bool
    name: NameTest | None
    path: PathTest | None


class Patterns(NamedTuple):
    """The patterns of one file, last first, and the folder that they are relative to."""

    source: str  # ".gitignore", as it is told to the user
    base: str  # what to put before a path relative to the corpus folder to make it relative to the file's own folder
    cut: int  # how many characters of such a path to leave out instead
    patterns: tuple[Pattern, ...]

    def match(self, path: str, name: str, folder: bool) -> Pattern | None:
        """Return the pattern that decides on `path` (relative to the corpus folder, "/" between parts), or None."""
        parts: list[str] = []
        for pattern in self.patterns:
            if pattern.folders_only and not folder:
                continue
            if pattern.name is not None:
                if pattern.name(name):
                    return pattern
            elif pattern.path is not None:
                parts = parts or (self.base + path[self.cut :]).split("/")
                if pattern.path(parts):
                    return pattern
        return None


def parse(lines: Iterable[str]) -> tuple[Pattern, ...]:
    """Return the patterns of gitignore `lines`, last first; comments, blanks and what is no pattern are left out."""
    found = [pattern for number, line in enumerate(lines, 1) if (pattern := _pattern(line, number))]
    return tuple(reversed(found))


def _pattern(line: str, number: int) -> Pattern | None:
    text = line.rstrip("\r\n")
    if text.startswith("#"):
        return None
    text = _without_blanks(text) if text.endswith(" ") else text
    negated = text.startswith("!")
    glob = text[1:] if negated else text
    folders_only = glob.endswith("/")
    glob = glob[:-1] if folders_only else glob
    anchored = "/" in glob
    glob = glob.removeprefix("/")
    if not glob:
        return None
    try:
        if anchored:
            return Pattern(number, text, negated, folders_only, None, path_test(glob))
        return Pattern(number, text, negated, folders_only, name_test(glob), None)
    except ValueError:
        return None  # a set that is never closed, a backslash at the end: such a line means nothing


def _without_blanks(text: str) -> str:
    """The text without the blanks at its end, but for one that is quoted."""
    bare = text.rstrip(" ")
    quoted = (len(bare) - len(bare.rstrip("\\"))) % 2
    return bare + " " * quoted


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
        if not folder and not self.knows(name):
            return "of no format that is read"
        return self.hides(name, folder)

    def knows(self, name: str) -> bool:
        """Return whether the file `name` has the ending of a document."""
        return name.endswith(self.endings) or name.lower().endswith(self.endings)

    def hides(self, name: str, folder: bool = False) -> str | None:
        """Return why the file (or folder) `name` would be left out whatever its ending, or None."""
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
        endings=_endings(folder),
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


def _endings(folder: Folder) -> tuple[str, ...]:
    """The endings of documents: those of the formats that are read, and those that an include glob spells out."""
    usual = endings_of(folder.formats) if folder.formats else ENDINGS
    more = (os.path.splitext(glob.rpartition("/")[2])[1].lower() for glob in folder.include)
    return (*usual, *(end for end in more if end[1:].isalnum() and end not in usual))


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
