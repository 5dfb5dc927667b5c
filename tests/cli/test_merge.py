"""`nzn who --merge A B`: lines that, put into the settings, make two people one."""

from __future__ import annotations

from pathlib import Path

from tests.cli.nzn import nzn


def test_the_lines_make_two_people_one(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Minister Ann Bly spoke. Minister Roberta Zed left.\n", "utf-8")
    told = nzn("who", "--merge", "ann bly", "zed", env={"NZN_DIR": str(tmp_path)})
    assert told == (0, '[people.aliases]\n"Ann Bly" = ["Roberta Zed"]\n', "")
    (tmp_path / ".nzn.toml").write_text(told.out, "utf-8")
    assert '"person": "Ann Bly"' in nzn("who", "zed", "--json", env={"NZN_DIR": str(tmp_path)}).out
    assert nzn("who", "--merge", "ann bly", "zed", env={"NZN_DIR": str(tmp_path)}).code == 2


def test_two_known_people_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Minister Ann Bly spoke.\n", "utf-8")
    assert nzn("who", "--merge", "bly", env={"NZN_DIR": str(tmp_path)}).code == 2
    assert nzn("who", "--merge", "--explain", "bly", "zed", env={"NZN_DIR": str(tmp_path)}).code == 2
    nobody = nzn("who", "--merge", "bly", "blyth", env={"NZN_DIR": str(tmp_path)})
    assert nobody.code == 1
    assert "Ann Bly" in nobody.err
