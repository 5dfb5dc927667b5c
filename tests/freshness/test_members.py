"""Documents in containers: found, read again when the container changed, kept when not, the same without index."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from nzn_cli.documents import containers
from nzn_cli.freshness import members as listing
from tests.cli.nzn import nzn
from tests.documents.formats.made import packed

LETTER = "From ann@example.org Sat May 12 10:00:00 2018\nFrom: Ann Person <ann@example.org>\nSubject: {}\n\n{}\n\n"
CARRYING = (
    "From bob@example.org Sat May 12 10:00:00 2018\nFrom: Bob Other <bob@example.org>\nSubject: With a file\n"
    "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nSee the file.\n"
    '--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename="note.txt"\n\nThe note.\n--x--\n\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = {
        "2018/a.txt": "The bridge.",
        "b.qqx": "x",
        ".hidden/c.md": "no",
        "../d.md": "no",
        "2018/e.md": "The toll.",
    }
    (tmp_path / "releases.zip").write_bytes(packed({**inside, "more.zip": packed({"f.md": "Deep."})}))
    (tmp_path / "letters.mbox").write_text(LETTER.format("One", "Hello.\n>From here on.") + CARRYING)
    (tmp_path / "g.md.gz").write_bytes(gzip.compress(b"---\ntitle: Packed\n---\nText.\n"))
    return tmp_path


def paths(folder: Path, *words: str) -> list[str]:
    return sorted(one["path"] for one in json.loads(nzn("-d", ".", "list", "--json", *words, cwd=folder).out))


ALL = [
    "g.md.gz",
    "letters.mbox/000001.eml",
    "letters.mbox/000002.eml",
    "letters.mbox/000002.eml/note.txt",
    "releases.zip/2018/a.txt",
    "releases.zip/2018/e.md",
    "releases.zip/more.zip/f.md",
]


def test_members_are_documents(folder: Path) -> None:
    assert paths(folder) == ALL == paths(folder, "--no-index")
    assert paths(folder, "-t", "mail") == ALL[1:3]
    assert paths(folder, "-T", "mail", "-T", "text") == ["g.md.gz", *ALL[5:]]
    assert paths(folder, "-g", "releases.zip/**") == ALL[4:]


def test_ignore_files_see_members_as_paths(folder: Path) -> None:
    (folder / ".ignore").write_text("releases.zip/2018/*.md\nletters.mbox\n")
    assert paths(folder) == ["g.md.gz", "releases.zip/2018/a.txt", ALL[6]]


def test_a_container_that_changed_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths(folder) == ALL
    (folder / "releases.zip").write_bytes(packed({"2018/a.txt": "Another text.", "new.txt": "New."}))
    assert paths(folder) == [*ALL[:5], "releases.zip/new.txt"] == paths(folder, "--no-index")
    assert nzn("-d", ".", "grep", "-c", "Another", "-O", "ids", cwd=folder).out == "a\n"
    (folder / "letters.mbox").write_text(LETTER.format("One", "Hello."))
    assert paths(folder) == ["g.md.gz", ALL[1], "releases.zip/2018/a.txt", "releases.zip/new.txt"]
    (folder / "releases.zip").unlink()
    assert paths(folder) == ["g.md.gz", ALL[1]] == paths(folder, "--no-index")


def test_paths_are_files_and_ids_are_members(folder: Path) -> None:
    listed = nzn("-d", ".", "list", "-k", "path", "-O", "paths", cwd=folder).out.split()
    assert listed == ["g.md.gz", "letters.mbox", "releases.zip"]
    assert all(os.path.isfile(folder / path) for path in listed)
    assert set(nzn("-d", ".", "list", "-O", "ids", cwd=folder).out.split()) == {
        "g",
        "000001",
        "000002",
        "note",
        "a",
        "e",
        "f",
    }


def test_raw_is_the_members_own(folder: Path) -> None:
    assert nzn("-d", ".", "show", "a", "--raw", cwd=folder).out == "The bridge."
    assert nzn("-d", ".", "show", "note", "--raw", cwd=folder).out.strip() == "The note."
    assert nzn("-d", ".", "show", "000001", "--raw", cwd=folder).out.endswith("Hello.\nFrom here on.\n\n")


@pytest.mark.parametrize("data", [b"PK\x03\x04 and nothing", b"nothing"])
def test_a_container_that_cannot_be_listed_is_a_warning(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    (tmp_path / "b.mbox").write_bytes(data)
    (tmp_path / "c.md.gz").write_bytes(data)
    found = json.loads(nzn("-d", ".", "check", "--json", cwd=tmp_path).out)
    assert [(one["path"], one["code"]) for one in found if one["code"] == "format-broken"] == [
        ("a.zip", "format-broken"),
        ("b.mbox", "format-broken"),
        ("c.md.gz", "format-broken"),
    ]


def test_a_bomb_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(packed({"b.txt": b"0" * 5_000_000, "c.txt": b"Text."}))
    (tmp_path / "d.txt.gz").write_bytes(gzip.compress(b"0" * 5_000_000))
    found = {one["path"]: one for one in json.loads(nzn("-d", ".", "list", "--json", cwd=tmp_path).out)}
    assert [one["code"] for one in found["a.zip/b.txt"]["warnings"]] == ["unreadable"]
    assert [one["code"] for one in found["d.txt.gz"]["warnings"]] == ["format-broken"]
    assert found["a.zip/c.txt"]["words"] == 1


def test_a_folder_that_is_called_so_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.zip").mkdir()
    (tmp_path / "a.zip" / "b.md").write_text("Text.")
    assert paths(tmp_path) == ["a.zip/b.md"]
    assert nzn("-d", ".", "list", "-O", "paths", cwd=tmp_path).out == "a.zip/b.md\n"


def test_a_container_that_did_not_change_is_not_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from nzn_cli.freshness.scan import Found
    from nzn_cli.freshness.work import StoredFile
    from nzn_cli.model.settings import Folder

    monkeypatch.setattr(listing, "members", None)
    stored = {(0, path): StoredFile(1, b"s", b"") for path in ("a.zip", "a.zip/b.md", "c.zip/d.md", "e.md")}
    found = listing.with_members([Found(0, "a.zip", b"s"), Found(0, "e.md", b"t")], stored, (Folder(str(folder)),))
    assert [one.path for one in found] == ["a.zip", "a.zip/b.md", "e.md"]


def test_messages_are_found_where_a_line_above_is_empty() -> None:
    assert containers.split_member("a/b.ZIP/c/d.md") == ("a/b.ZIP", "c/d.md")
    assert containers.split_member("a/b.zip") is None


def test_containers_lie_in_one_another_a_few_deep(tmp_path: Path) -> None:
    mail = CARRYING.partition("\n")[2]
    inner: dict[str, str | bytes] = {"note.txt": "A note.", "b.mbox": CARRYING, "c.txt.gz": gzip.compress(b"Packed.")}
    deep = packed({"1.zip": packed({"2.zip": packed({"3.zip": packed({"4.zip": packed({"5.txt": "Deep."})})})})})
    (tmp_path / "a.zip").write_bytes(
        packed({"in.zip": packed(inner), "d.eml": mail, "bad.zip": "no", "deep.zip": deep})
    )
    found = json.loads(nzn("-d", ".", "list", "--json", cwd=tmp_path).out)
    codes = {one["path"]: [warning["code"] for warning in one["warnings"]] for one in found}
    assert codes == {
        "a.zip/in.zip/note.txt": [],
        "a.zip/in.zip/b.mbox/000001.eml": [],
        "a.zip/in.zip/b.mbox/000001.eml/note.txt": [],
        "a.zip/in.zip/c.txt.gz": [],
        "a.zip/d.eml": [],
        "a.zip/d.eml/note.txt": [],
        "a.zip/bad.zip": ["format-broken"],
        "a.zip/deep.zip/1.zip/2.zip/3.zip": ["format-broken"],
    }
    raw = nzn("-d", ".", "show", "a.zip/in.zip/b.mbox/000001.eml/note.txt", "--raw", cwd=tmp_path)
    assert raw.out.strip() == "The note."


def test_messages_that_are_passed_on_are_documents(tmp_path: Path) -> None:
    inner = "From: Cara Lund <c@example.org>\nSubject: Inner\n\nThe inner text.\n"
    (tmp_path / "a.eml").write_text(
        "From: Bob Other <b@example.org>\nSubject: Outer\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=x\n\n"
        f"--x\nContent-Type: text/plain\n\nSee below.\n--x\nContent-Type: message/rfc822\n\n{inner}\n--x--\n"
    )
    found = json.loads(nzn("-d", ".", "list", "--json", cwd=tmp_path).out)
    assert {one["path"]: one["title"] for one in found} == {"a.eml": "Outer", "a.eml/message-2.eml": "Inner"}
