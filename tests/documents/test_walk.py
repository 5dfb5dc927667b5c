"""What a document is, and that nothing on a disk can stop the walk."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from nzn_cli.documents.small_files import small_file
from nzn_cli.documents.walk import skipped, walk
from nzn_cli.errors import FolderError
from nzn_cli.model.settings import Folder


def lay(root: Path, **files: str) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def taken(folder: Folder) -> set[str]:
    return {entry.path for entry in walk(folder)}


def left(folder: Folder) -> dict[str, str]:
    return {found.path: found.reason for found in skipped(folder)}


def test_text_and_markdown_at_any_depth(tmp_path: Path) -> None:
    lay(
        tmp_path,
        **dict.fromkeys(("a.txt", "b.md", "c.markdown", "D.TXT", "e/f/g.Md", "h.qqx", "README", "i.txt.bak"), "x"),
    )
    assert taken(Folder(str(tmp_path))) == {"a.txt", "b.md", "c.markdown", "D.TXT", "e/f/g.Md"}
    assert left(Folder(str(tmp_path))) == dict.fromkeys(("h.qqx", "README", "i.txt.bak"), "of no format that is read")


def test_hidden(tmp_path: Path) -> None:
    lay(tmp_path, **{".a.txt": "x", ".b/c.txt": "x", "d.txt": "x"})
    assert taken(Folder(str(tmp_path))) == {"d.txt"}
    assert left(Folder(str(tmp_path))) == {".a.txt": "hidden", ".b": "hidden"}
    assert taken(Folder(str(tmp_path), hidden=True)) == {".a.txt", ".b/c.txt", "d.txt"}


def test_binary_is_known_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"MZ\0\0")
    (tmp_path / "b.txt").write_bytes("text".encode("utf-16"))
    assert left(Folder(str(tmp_path))) == {"a.txt": "binary"}


def test_entries_tell_what_a_cache_compares(tmp_path: Path) -> None:
    lay(tmp_path, **{"a.txt": "four"})
    status = os.stat(tmp_path / "a.txt")
    (entry,) = walk(Folder(str(tmp_path)))
    assert entry == ("a.txt", 4, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def test_ignore_always_gitignore_in_a_repository(tmp_path: Path) -> None:
    lay(tmp_path, **{"a.txt": "x", "b.txt": "x", ".ignore": "a.txt\n", ".gitignore": "b.txt\n"})
    assert taken(Folder(str(tmp_path))) == {"b.txt"}
    (tmp_path / ".git").mkdir()
    assert taken(Folder(str(tmp_path))) == set()
    assert left(Folder(str(tmp_path)))["b.txt"] == ".gitignore:1: b.txt"
    assert taken(Folder(str(tmp_path), no_ignore=True)) == {"a.txt", "b.txt"}


def test_ignore_outweighs_gitignore_and_wanted_outweighs_hidden(tmp_path: Path) -> None:
    lay(
        tmp_path,
        **{"a.txt": "x", ".b.txt": "x", "c/d.txt": "x", ".gitignore": "*.txt\n", ".ignore": "!a.txt\n!.b.txt\n"},
    )
    (tmp_path / ".git").mkdir()
    assert taken(Folder(str(tmp_path))) == {"a.txt", ".b.txt"}


def test_files_of_git_itself_and_of_folders_above(tmp_path: Path) -> None:
    lay(
        tmp_path,
        **{
            ".git/info/exclude": "a.txt\n",
            ".gitignore": "/docs/b.txt\nc.txt\n/d.txt\n",
            "docs/.gitignore": "!c.txt\n",
            **{f"docs/{name}.txt": "x" for name in "abcd"},
            "docs/sub/b.txt": "x",
        },
    )
    assert taken(Folder(str(tmp_path / "docs"))) == {"c.txt", "d.txt", "sub/b.txt"}


def test_a_repository_inside_hears_no_gitignore_from_outside(tmp_path: Path) -> None:
    lay(
        tmp_path,
        **{
            ".git/HEAD": "",
            ".gitignore": "*.txt\n",
            ".ignore": "no.md\n",
            "in/.git": "gitdir: x",
            "in/a.txt": "",
            "in/no.md": "",
        },
    )
    assert taken(Folder(str(tmp_path))) == {"in/a.txt"}


def test_globs_of_settings(tmp_path: Path) -> None:
    names = ("a.txt", "drafts/b.txt", "c/drafts/d.txt", "e.rst", "releases/f.txt", "releases/g.rst", "releases/2/h.md")
    lay(tmp_path, **dict.fromkeys(names, "x"))
    assert taken(Folder(str(tmp_path), exclude=("drafts/",))) == {"a.txt", "releases/f.txt", "releases/2/h.md"}
    assert taken(Folder(str(tmp_path), include=("releases",))) == {"releases/f.txt", "releases/2/h.md"}
    assert taken(Folder(str(tmp_path), include=("*.rst", "a.txt"))) == {"a.txt", "e.rst", "releases/g.rst"}
    assert taken(Folder(str(tmp_path), include=("/releases/*",), exclude=("f.*",))) == {"releases/2/h.md"}
    assert left(Folder(str(tmp_path), exclude=("drafts/",)))["drafts"] == ".nzn.toml: exclude drafts/"


def test_links(tmp_path: Path) -> None:
    lay(tmp_path, **{"real/a.txt": "x", "out/b.txt": "x"})
    root = tmp_path / "corpus"
    root.mkdir()
    (root / "file.txt").symlink_to(tmp_path / "real/a.txt")
    (root / "folder").symlink_to(tmp_path / "out")
    (root / "nothing.txt").symlink_to("gone.txt")
    (root / "self.txt").symlink_to("self.txt")
    names = ("file.txt", "folder", "nothing.txt", "self.txt")
    assert taken(Folder(str(root))) == set()
    assert left(Folder(str(root))) == dict.fromkeys(names, "link (-L follows it)")
    assert taken(Folder(str(root), follow=True)) == {"file.txt", "folder/b.txt"}
    assert left(Folder(str(root), follow=True)) == {"nothing.txt": "link to nothing", "self.txt": "link in a ring"}


def test_a_link_is_not_looked_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, **{"corpus/a.txt": "x", "out.txt": "x"})
    (tmp_path / "corpus/b.txt").symlink_to(tmp_path / "out.txt")
    seen: list[str] = []
    plain = os.stat
    monkeypatch.setattr(os, "stat", lambda path, *more, **named: seen.append(str(path)) or plain(path, *more, **named))
    assert taken(Folder(str(tmp_path / "corpus"))) == {"a.txt"}
    assert seen
    assert not [path for path in seen if path.endswith("b.txt")]


def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    lay(tmp_path, **{"real/a.txt": "x"})
    (tmp_path / "link").symlink_to("real")
    assert taken(Folder(str(tmp_path / "link"))) == {"a.txt"}


def test_rings_of_links_end(tmp_path: Path) -> None:
    lay(tmp_path, **{"a/b/c.txt": "x", "d/e.txt": "x"})
    (tmp_path / "a/b/up").symlink_to(tmp_path)
    (tmp_path / "a/b/near").symlink_to(tmp_path / "a/b")
    (tmp_path / "a/to-d").symlink_to(tmp_path / "d")
    (tmp_path / "d/to-a").symlink_to(tmp_path / "a")
    folder = Folder(str(tmp_path), follow=True)
    assert taken(folder) == {"a/b/c.txt", "a/to-d/e.txt", "d/e.txt", "d/to-a/b/c.txt"}
    assert set(left(folder).values()) == {"link to a folder that it lies in"}


def test_what_is_no_file_is_told_and_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
        (tmp_path / "device.txt").symlink_to("/dev/null")
        folder = Folder(str(tmp_path), follow=True)
        assert left(folder) == {"pipe.txt": "FIFO", "socket.txt": "socket", "device.txt": "device"}
        assert taken(folder) == set()
        assert taken(Folder(str(tmp_path))) == set()


def test_ignore_files_that_are_no_files(tmp_path: Path) -> None:
    lay(tmp_path, **{"a.txt": "x", "b/a.txt": "x", "c/a.txt": "x", ".gitignore/b.txt": "x", ".git/HEAD": ""})
    os.mkfifo(tmp_path / ".ignore")
    (tmp_path / "b/.ignore").symlink_to("/dev/zero")
    (tmp_path / "c/.ignore").symlink_to(".ignore")
    assert taken(Folder(str(tmp_path))) == {"a.txt", "b/a.txt", "c/a.txt"}


def test_what_turns_into_a_fifo_is_not_waited_for(tmp_path: Path) -> None:
    lay(tmp_path, **{"a.txt": "x"})
    os.mkfifo(tmp_path / "pipe")
    assert small_file(str(tmp_path / "pipe")) is None
    assert small_file(str(tmp_path)) is None
    assert small_file(str(tmp_path / "a.txt")) == b"x"


def test_an_ignore_file_that_is_a_link_counts(tmp_path: Path) -> None:
    lay(tmp_path, **{"a.txt": "x", "b.txt": "x", "rules": "b.txt\n"})
    (tmp_path / ".ignore").symlink_to("rules")
    assert taken(Folder(str(tmp_path))) == {"a.txt"}


def test_an_ignore_file_too_large_to_be_one(tmp_path: Path) -> None:
    lay(tmp_path, **{"a.txt": "x"})
    with open(tmp_path / ".ignore", "wb") as file:
        file.truncate(50_000_000_000)  # it takes no room on the disk
    with pytest.raises(FolderError, match=r"\.ignore is larger than 4 MB"):
        taken(Folder(str(tmp_path)))
    assert taken(Folder(str(tmp_path), no_ignore=True)) == {"a.txt"}


def test_odd_names(tmp_path: Path) -> None:
    names = ["new\nline.txt", "esc\x1b[31m.txt", os.fsdecode(b"not-utf8-\xff.txt"), " .txt", "[b].txt"]
    for name in names:
        Path(os.path.join(tmp_path, name)).write_text("x")
    assert taken(Folder(str(tmp_path))) == set(names)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("gone", "there is no folder"), ("file.txt", "is a file, not a folder"), ("a\0b", "cannot be read")],
)
def test_no_folder(tmp_path: Path, name: str, sentence: str) -> None:
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(FolderError, match=sentence):
        list(walk(Folder(os.path.join(tmp_path, name))))


def test_a_changed_ignore_file_counts_at_once(tmp_path: Path) -> None:
    lay(tmp_path, **{"a.txt": "x", "b.txt": "x", ".ignore": "a.txt\n"})
    assert taken(Folder(str(tmp_path))) == {"b.txt"}
    (tmp_path / ".ignore").write_text("b.txt\n")
    os.utime(tmp_path / ".ignore", ns=(1, 1))
    assert taken(Folder(str(tmp_path))) == {"a.txt"}
