"""Flags over environment over `.nzn.toml` over the user's file; a mistake is named with what was meant."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nzn_cli.config.load import load_settings, seeds
from nzn_cli.errors import ConfigError, FolderError, NznError, UsageError
from nzn_cli.model.settings import Folder, Settings


def load(cwd: Path, *dirs: str, flags: dict[str, Any] | None = None, **environ: str) -> Settings:
    return load_settings(dirs, {"HOME": str(cwd / "home"), **environ}, str(cwd), **(flags or {}))


def folder_with(tmp_path: Path, text: str) -> Folder:
    (tmp_path / ".nzn.toml").write_text(text)
    return load(tmp_path).folders[0]


def test_seeds_where_nothing_is_named(tmp_path: Path) -> None:
    (folder,) = load(tmp_path).folders
    assert (folder.path, folder.builtin) == (seeds(), True)
    assert len([name for name in os.listdir(seeds()) if name.endswith(".txt")]) == 5


def test_the_nearest_settings_above(tmp_path: Path) -> None:
    (tmp_path / ".nzn.toml").touch()
    (tmp_path / "a/b/c").mkdir(parents=True)
    assert load(tmp_path / "a/b/c").folders == (Folder(str(tmp_path)),)
    (tmp_path / "a/.nzn.toml").touch()
    assert load(tmp_path / "a/b/c").folders == (Folder(str(tmp_path / "a")),)


def test_environment_over_settings_above_and_flag_over_environment(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    (tmp_path / ".nzn.toml").touch()
    assert [f.path for f in load(tmp_path, NZN_DIR="one").folders] == [str(tmp_path / "one")]
    assert [f.path for f in load(tmp_path, "two", NZN_DIR="one").folders] == [str(tmp_path / "two")]


def test_several_folders_each_with_its_own_rules(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    (tmp_path / "two/.nzn.toml").write_text("[dates]\nday_first = false\n")
    folders = load(tmp_path, "one", "two", "./one", str(tmp_path / "two")).folders
    assert [(Path(f.path).name, f.day_first) for f in folders] == [("one", True), ("two", False)]


def test_every_section(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path,
        """
        [keys]
        date = "when"
        ministers = ["who", "author"]
        [dates]
        day_first = false
        month_first = ["ms.date", "us"]
        [files]
        include = ["*.rst"]
        exclude = "drafts/"
        [people.aliases]
        "Ron Mark" = ["R. Mark", "Mark R"]
        [people.not_same]
        "John Smith" = "John A. Smith"
        [documents."002*"]
        date = 2019-01-26
        title = "Given"
        at = 2019-01-26T10:00:00+13:00
        [documents."003*"]
        date = 2018
        [queries]
        summit = "list --minister Peters --since 'last year'"
        short = ["who", "Mark"]
        """,
    )
    assert folder == Folder(
        path=str(tmp_path),
        keys={"date": ("when",), "ministers": ("who", "author")},
        day_first=False,
        month_first=("ms.date", "us"),
        include=("*.rst",),
        exclude=("drafts/",),
        aliases={"Ron Mark": ("R. Mark", "Mark R")},
        not_same=(("John Smith", "John A. Smith"),),
        facts=(
            ("002*", {"date": "2019-01-26", "title": "Given", "at": "2019-01-26T10:00:00+13:00"}),
            ("003*", {"date": 2018}),
        ),
        queries={"summit": ("list", "--minister", "Peters", "--since", "last year"), "short": ("who", "Mark")},
    )


def test_not_the_same_as_a_list(tmp_path: Path) -> None:
    assert folder_with(tmp_path, 'people.not_same = [["A B", "A C", "A D"]]').not_same == (("A B", "A C", "A D"),)


def test_the_users_file_gives_way(tmp_path: Path) -> None:
    user = tmp_path / "xdg/nzn"
    user.mkdir(parents=True)
    (user / "config.toml").write_text("[files]\nexclude = 'x'\nfollow = true\n[dates]\nday_first = false\n")
    (tmp_path / ".nzn.toml").write_text("[files]\nexclude = 'y'\n[dates]\nday_first = true\n")
    (folder,) = load(tmp_path, XDG_CONFIG_HOME=str(tmp_path / "xdg")).folders
    assert (folder.exclude, folder.follow, folder.hidden, folder.day_first) == (("y",), True, False, True)
    (folder,) = load(tmp_path, XDG_CONFIG_HOME=str(tmp_path / "xdg"), flags={"hidden": True}).folders
    assert folder.hidden


@pytest.mark.parametrize("name", ["hidden", "no_ignore", "follow"])
def test_a_folder_does_not_say_what_is_read_beyond_it(tmp_path: Path, name: str) -> None:
    (tmp_path / ".nzn.toml").write_text(f"[files]\nexclude = 'y'\n{name} = true\n")
    settings = load(tmp_path)
    assert settings.folders == (Folder(str(tmp_path), exclude=("y",)),)
    (sentence,) = settings.unheeded
    assert sentence.startswith(f"{tmp_path}/.nzn.toml: files.{name} does not count there")
    user = tmp_path / "xdg/nzn"
    user.mkdir(parents=True)
    (user / "config.toml").write_text(f"[files]\n{name} = true\n")
    (tmp_path / ".nzn.toml").unlink()
    settings = load(tmp_path, str(tmp_path), XDG_CONFIG_HOME=str(tmp_path / "xdg"))
    assert getattr(settings.folders[0], name) is True
    assert settings.unheeded == ()


def test_tables_of_both_files_add_up(tmp_path: Path) -> None:
    user = tmp_path / "xdg/nzn"
    user.mkdir(parents=True)
    (user / "config.toml").write_text("[queries]\na = 'list'\nb = 'who'\n[documents.x]\ndate = 2001\n")
    (tmp_path / ".nzn.toml").write_text("[queries]\na = 'timeline'\n[documents.y]\ndate = 2002\n")
    (folder,) = load(tmp_path, XDG_CONFIG_HOME=str(tmp_path / "xdg")).folders
    assert folder.queries == {"a": ("timeline",), "b": ("who",)}
    assert [pattern for pattern, _ in folder.facts] == ["x", "y"]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("[key]\n", "has the unknown section 'key'", "did you mean keys?"),
        ("[dates]\nday_frist = true\n", "dates has the unknown key 'day_frist'", "did you mean day_first?"),
        ("[keys]\nminster = 'x'\n", "keys has the unknown key 'minster'", "did you mean ministers?"),
        (
            "[keys]\nzzz = 'x'\n",
            "keys has the unknown key 'zzz'",
            "known here: title, date, url, ministers, portfolios",
        ),
        ("[people]\nalias = {}\n", "people has the unknown key 'alias'", "did you mean aliases?"),
        ("[dates]\nday_first = 'yes'\n", "dates.day_first must be true or false, not 'yes'", None),
        ("[files]\nexclude = [1]\n", "files.exclude must be a text or a list of texts, not [1]", None),
        ("files = 1\n", "files must be a table", "write [files]"),
        ("[documents]\nx = 1\n", 'documents."x" must be a table', 'write [documents."x"]'),
        (f"[documents.x]\nn = 0x{'f' * 5_000}\n", 'documents."x".n must be a number of 64 bits', None),
        ("[documents.x]\nweight = inf\n", 'documents."x".weight must be a finite number, not inf', None),
        ('[queries]\na = "list \'open"\n', "queries.a cannot be split into words: no closing quotation", None),
        ("[queries]\na = ''\n", "queries.a is empty", None),
        ("people.not_same = [['one']]\n", "people.not_same must be a table or a list of lists of names", None),
        ("a = \n", "is no valid TOML: Invalid value (at line 1, column 5)", None),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, message: str, hint: str | None) -> None:
    with pytest.raises(ConfigError, match=re.escape(message)) as caught:
        folder_with(tmp_path, text)
    assert str(tmp_path / ".nzn.toml") in caught.value.message
    assert hint is None or caught.value.hint == hint


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: os.symlink("/dev/zero", path)])
def test_settings_that_are_no_file_are_none(tmp_path: Path, make: Callable[[str], object]) -> None:
    make(str(tmp_path / ".nzn.toml"))
    assert load(tmp_path, str(tmp_path)).folders == (Folder(str(tmp_path)),)


def test_settings_that_are_a_link_count(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("[dates]\nday_first = false\n")
    (tmp_path / ".nzn.toml").symlink_to("mine.toml")
    assert load(tmp_path).folders[0].day_first is False


def test_settings_too_large_to_be_settings(tmp_path: Path) -> None:
    with open(tmp_path / ".nzn.toml", "wb") as file:
        file.truncate(50_000_000_000)  # it takes no room on the disk
    with pytest.raises(ConfigError, match="cannot be read: larger than 4 MB"):
        load(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "[documents.x]\n" + "a." * 100_000 + "a = 1\n",
        "[documents.x]\n" + "a." * 100 + "a = 1\n",
        "[" + "a." * 100_000 + "a]\n",
        "[documents.x]\na = " + "[" * 300 + "]" * 300 + "\n",
        "[documents.x]\na = " + "[" * 100_000 + "]" * 100_000 + "\n",
        "[documents.x]\na = " + "9" * 5000 + "\n",
        "[documents.x]\na = 0x" + "9" * 5000 + "\n",
        "[files]\nexclude = 0x" + "9" * 5000 + "\n",
        "[files]\nexclude = " + "[" * 300 + "]" * 300 + "\n",
    ],
)
def test_settings_of_monstrous_shape_are_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        folder_with(tmp_path, text)
    assert len(caught.value.message) < len(str(tmp_path)) + 200


def test_settings_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / ".nzn.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="is not UTF-8"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gone", "there is no folder 'gone'"),
        ("file", "'file' is a file, not a folder"),
        ("", "-d names no folder"),
        ("dangling", "'dangling' is a link to nothing"),
    ],
)
def test_folders_that_cannot_be_used(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "dangling").symlink_to("nowhere")
    with pytest.raises(FolderError, match=re.escape(message)):
        load(tmp_path, name)


def test_the_current_folder_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(FolderError, match="the current folder is gone"):
        load_settings()


def test_cache(tmp_path: Path) -> None:
    assert load(tmp_path).cache_dir == str(tmp_path / "home/.cache/nzn")
    assert load(tmp_path, XDG_CACHE_HOME="/x").cache_dir == "/x/nzn"
    assert load(tmp_path, XDG_CACHE_HOME="relative").cache_dir == str(tmp_path / "home/.cache/nzn")
    assert load(tmp_path, XDG_CACHE_HOME="/x", NZN_CACHE_DIR="/y").cache_dir == "/y"


@pytest.mark.parametrize(
    ("environ", "field", "value"),
    [
        ({"NZN_JOBS": "3"}, "jobs", 3),
        ({"NZN_JOBS": ""}, "jobs", 0),
        ({"NZN_JOBS": "-1"}, "jobs", UsageError),
        ({"NZN_JOBS": "many"}, "jobs", UsageError),
        ({"NZN_NOW": "2019-01-26"}, "now", "2019-01-26"),
        ({"NZN_NOW": "2019-01-26T10:00:00+13:00"}, "now", "2019-01-26"),
        ({"NZN_NOW": "2019-02-30"}, "now", UsageError),
        ({}, "now", None),
        ({}, "trust", False),
        ({"NZN_TRUST_INDEX": "0"}, "trust", False),
        ({"NZN_TRUST_INDEX": "1"}, "trust", True),
    ],
)
def test_variables(tmp_path: Path, environ: dict[str, str], field: str, value: Any) -> None:
    if isinstance(value, type) and issubclass(value, NznError):
        with pytest.raises(value, match="NZN_"):
            load(tmp_path, **environ)
    else:
        assert getattr(load(tmp_path, **environ), field) == value


def test_loading_settings_is_cheap(tmp_path: Path) -> None:
    """Without a settings file nothing is imported that a bare interpreter has not got, or nearly."""
    code = "import sys; import nzn_cli.config.load as c; c.load_settings(); print(*sys.modules)"
    modules = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"tomllib", "datetime", "difflib", "shlex", "dataclasses", "nzn_cli.config.settings_file"} & set(modules)
