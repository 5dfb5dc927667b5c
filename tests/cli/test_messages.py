"""What is said where an answer is empty, where a span is turned round, and what the cache leaves behind."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import jsonschema
import pytest

from nzn_cli.render.page import Page
from nzn_cli.render.passages import READ, passages
from tests.cli.nzn import ROOT, nzn
from tests.render import records


@pytest.mark.parametrize("verb", ["list", "timeline", "grep word", "search word"])
def test_an_empty_folder_is_told_as_one(verb: str, tmp_path: Path) -> None:
    ran = nzn("-d", str(tmp_path), *verb.split())
    assert ran.code == 1
    assert ran.err == f"nzn: no documents (.txt, .md, .markdown) in {tmp_path}\n"
    (tmp_path / "scan.qqx").write_bytes(b"%QQX")
    assert f"nzn -d {tmp_path} list --skipped shows what was left out" in nzn("-d", str(tmp_path), *verb.split()).err


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("timeline --from 2010 --to 2009", "--from 2010 is later than --to 2009"),
        ("timeline --from 2010 --to 2009 --by year", "--from 2010 is later than --to 2009"),
        ("list --since 2010-02 --until 2010-01", "--since 2010-02 is later than --until 2010-01"),
    ],
)
def test_a_span_that_ends_before_it_begins_is_an_error(line: str, told: str) -> None:
    ran = nzn("-d", str(ROOT / "seeds"), *line.split())
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_a_span_within_one_day_is_none() -> None:
    assert nzn("-d", str(ROOT / "seeds"), "list", "--since", "2018-02", "--until", "2018").code == 0


def test_a_passage_has_its_words_marked() -> None:
    record = records.SEARCHED[0]._replace(snippet="The Māori Bridges of the bay, a bridge")
    shown = "".join(passages([record], Page(80, True, True), "maori bridg* -bay"))
    assert shown.count("\x1b[1;31m") == 3
    assert "1;31mbay" not in shown
    assert set(READ) < set(record._fields)


def test_plates_are_the_users_alone_and_are_cleared(tmp_path: Path) -> None:
    env = {"NZN_CACHE_DIR": str(tmp_path / "cache"), "NZN_DIR": str(ROOT / "seeds")}
    assert nzn("list", env=env).code == 0
    assert "Winston Peters" in nzn("__complete", "zsh", "list", "--minister", "Pe", env=env).out
    plates = tmp_path / "cache" / "tab"
    assert stat.S_IMODE(plates.stat().st_mode) == 0o700
    assert [stat.S_IMODE(plate.stat().st_mode) for plate in plates.iterdir()] == [0o600]
    assert nzn("index", "clear", "--all", env=env).code == 0
    assert not plates.exists()


def test_no_documents_count_as_nothing_found(tmp_path: Path) -> None:
    ran = nzn("-d", str(tmp_path), "count")
    assert (ran.code, ran.out) == (1, "0\n")


def test_settings_of_a_folder_that_do_not_count_are_told_once(tmp_path: Path) -> None:
    (tmp_path / ".nzn.toml").write_text("[files]\nfollow = true\nhidden = true\n")
    (tmp_path / "a.md").write_text("Text.\n")
    (tmp_path / ".b.md").write_text("Text.\n")
    (tmp_path / "c.md").symlink_to("a.md")
    ran = nzn("-d", str(tmp_path), "list", "-O", "paths")
    told = f"nzn: {tmp_path}/.nzn.toml: files.hidden, files.follow does not count there; say it with --hidden, -L"
    assert (ran.code, ran.out) == (0, f"{tmp_path}/a.md\n")
    assert ran.err == f"{told} or in config.toml\n"
    assert nzn("-d", str(tmp_path), "list", "-q").err == ""
    ran = nzn("-d", str(tmp_path), "list", "-L", "--hidden", "-O", "paths")
    assert set(ran.out.split()) == {f"{tmp_path}/{name}.md" for name in ("a", ".b", "c")}
    assert "c.md\tlink (-L follows it)" in nzn("-d", str(tmp_path), "list", "--skipped").out


def test_it_is_said_that_the_documents_were_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Text.\n")
    env = {"NZN_TRUST_INDEX": "1", "NZN_CACHE_DIR": str(tmp_path / "cache")}

    def listed() -> tuple[str, str]:
        ran = nzn("-d", str(tmp_path), "list", "-O", "paths", env=env)
        return ran.out, ran.err

    said = "nzn: NZN_TRUST_INDEX is set: what changed since `nzn index build` is not seen\n"
    assert listed() == (f"{tmp_path}/a.md\n", said)
    (tmp_path / "b.md").write_text("Text.\n")
    assert listed() == (f"{tmp_path}/a.md\n", said)
    assert nzn("-d", str(tmp_path), "list", "-q", env=env).err == ""
    assert nzn("-d", str(tmp_path), "index", "build", env=env).err == ""
    assert listed() == (f"{tmp_path}/a.md\n{tmp_path}/b.md\n", said)


def test_quiet_still_ends_strictly(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: one\ntitle: two\n---\nText.\n")
    assert nzn("-d", str(tmp_path), "list", "-q").code == 0
    assert nzn("-d", str(tmp_path), "list", "-q", "--strict").code == 3


def test_raw_files_have_no_other_format() -> None:
    ran = nzn("-d", str(ROOT / "seeds"), "show", "000", "--raw", "--json")
    assert (ran.code, ran.out) == (2, "")


def test_the_schema_of_grep_covers_the_documents_that_match() -> None:
    answer = json.loads(nzn("-d", str(ROOT / "seeds"), "grep", "-l", "NATO", "--json").out)
    assert len(answer) == 5
    jsonschema.validate(answer, json.loads(nzn("schema", "grep").out))


def test_an_empty_file_of_patterns_finds_nothing(tmp_path: Path) -> None:
    (tmp_path / "none").write_text("")
    assert nzn("-d", str(ROOT / "seeds"), "grep", "-f", str(tmp_path / "none")).code == 1


def test_the_state_of_the_index_is_an_answer_like_others() -> None:
    answer = json.loads(nzn("-d", str(ROOT / "seeds"), "index", "--json").out)
    assert [set(record) >= {"path", "documents", "people"} for record in answer] == [True]
    jsonschema.validate(answer, json.loads(nzn("schema", "index").out))


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Return a folder whose name a shell must quote, with one document that has a warning."""
    folder = tmp_path / "our stories"
    folder.mkdir()
    text = "---\ntitle: A\nministers: [Hon Ann Person]\ndate: 2020-01-01\nweight: [1\n---\n\nAnn Person spoke.\n"
    (folder / "a.md").write_text(text.replace("weight: [1\n", ""), encoding="utf-8")
    (folder / "b.md").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("", "nzn -d 'our stories' list --minister Person"),
        ("list", "nzn -d 'our stories' check lists them"),
        ("show zzzz", "nzn -d 'our stories' list shows the ids"),
        ("who --over-time", "nzn -d 'our stories' who --role ROLE --over-time"),
    ],
)
def test_a_command_that_is_offered_asks_the_folder_that_was_asked(stories: Path, words: str, offered: str) -> None:
    ran = nzn("-d", stories.name, *words.split(), cwd=stories.parent)
    assert offered in ran.out + ran.err


def test_a_command_that_is_offered_reads_the_files_that_were_read(stories: Path) -> None:
    ran = nzn("-d", stories.name, "--hidden", "--no-ignore", "-L", cwd=stories.parent)
    assert "nzn -d 'our stories' --hidden --no-ignore -L who" in ran.out
