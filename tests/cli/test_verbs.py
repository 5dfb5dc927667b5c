"""Every verb in a pipe and on a terminal, on the documents that come with nzn: formats, streams, exit codes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jsonschema
import pytest

from nzn_cli.render.json_schema import schema
from tests.cli.nzn import NZN, ROOT, nzn, on_terminal
from tests.render.snapshot import check
from tests.trials import JSON, SCREENS


@pytest.mark.parametrize("line", JSON)
def test_json_is_what_the_schema_says(line: str, seeds: Path) -> None:
    ran = nzn("-d", str(seeds), *line.split(), "--json", cwd=seeds)
    records = json.loads(ran.out)
    assert ran.code == (0 if records and line != "check" else 1)
    for name in (JSON[line], line.split()[0]):
        if name != "grep" or JSON[line] != "list":
            jsonschema.validate(records, schema(name), cls=jsonschema.Draft202012Validator)
    assert [
        json.loads(x) for x in nzn("-d", str(seeds), *line.split(), "--jsonl", cwd=seeds).out.splitlines()
    ] == records


@pytest.mark.parametrize("line", [line for line in JSON if line != "who --explain"])  # its scores are who's own affair
def test_pipe_is_its_snapshot(line: str, seeds: Path) -> None:
    ran = nzn(*line.split(), cwd=seeds, env={"NZN_DIR": str(seeds)})
    name = "-".join(line.replace("-", "").replace(",", " ").split())
    check(f"pipes/{name}.txt", ran.out)
    assert "\x1b" not in ran.out
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
@pytest.mark.parametrize("name", SCREENS)
def test_screen_is_its_snapshot(name: str, columns: int, seeds: Path) -> None:
    shown = on_terminal(SCREENS[name], seeds, columns, {"NZN_DIR": str(seeds)})
    shown = shown.replace(str(seeds), "SEEDS")
    check(f"terminal/{name}-{columns}.txt", shown + "\n")
    assert max(map(len, shown.split("\n"))) <= columns or name == "bare"


def test_the_users_own_line() -> None:
    ran = subprocess.run(
        f"{' '.join(NZN)} list --minister Peters --json | jq -r '.[].title'",
        cwd=ROOT,
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stdout == "Security cooperation in challenging world\n"


def test_shared_options_before_and_after(seeds: Path) -> None:
    after = nzn("list", "-d", str(seeds), "--json", "--minister", "Mark", cwd=seeds)
    assert after.code == 0
    for line in (
        ["-d", str(seeds), "list", "--json", "--minister", "Mark"],
        ["--json", f"--dir={seeds}", "list", "--minister", "Mark"],
        ["--minister", "Mark", "-j", f"-d{seeds}", "list"],
    ):
        assert nzn(*line, cwd=seeds) == after


def test_exit_codes(seeds: Path) -> None:
    at = ("-d", str(seeds))
    assert nzn(*at, "list", "--minister", "Peters").code == 0
    assert nzn(*at, "grep", "xyzzy").code == 1
    assert nzn(*at, "list", "--minister", "Nobody").code == 1
    assert nzn(*at, "show", "nobody").code == 2
    assert nzn(*at, "grep", "((").code == 2
    assert nzn(*at, "list", "--strict").code == 3 if "warning" in nzn(*at, "list").err else True


def test_strict_is_three_where_a_document_has_warnings(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text("---\ntitle: [unclosed\n---\nText.\n", "utf-8")
    ran = nzn("-d", str(tmp_path), "list")
    assert ran.code == 0
    assert ran.err.splitlines()[-1].endswith(f"in 1 document; nzn -d {tmp_path} check lists them")
    assert nzn("-d", str(tmp_path), "list", "--strict").code == 3
    assert nzn("-d", str(tmp_path), "list", "-q").err == ""


def test_nothing_is_an_empty_array_and_one(seeds: Path) -> None:
    for words in (("grep", "xyzzy"), ("list", "--minister", "Nobody"), ("timeline", "--from", "2090")):
        ran = nzn("-d", str(seeds), *words, "--json")
        assert (ran.code, ran.out) == (1, "[]\n")


def test_quiet_says_nothing(seeds: Path) -> None:
    assert nzn("-d", str(seeds), "-q", "grep", "NATO") == (0, "", "")
    assert nzn("-d", str(seeds), "-q", "grep", "xyzzy") == (1, "", "")
    assert nzn("-d", str(seeds), "-q", "list", "--minister", "Nobody") == (1, "", "")


def test_what_limit_cuts_is_said(seeds: Path) -> None:
    ran = nzn("-d", str(seeds), "list", "--limit", "2", "-O", "ids")
    assert len(ran.out.splitlines()) == 2
    assert "2 of 5 shown" in ran.err


def test_ids_go_from_one_question_to_the_next(seeds: Path) -> None:
    ids = nzn("-d", str(seeds), "list", "-O", "ids").out
    assert len(ids.splitlines()) == 5
    shown = nzn("-d", str(seeds), "show", "-", "--jsonl", stdin=ids.encode())
    assert [json.loads(line)["id"] for line in shown.out.splitlines()] == ids.splitlines()
    ended = nzn("-d", str(seeds), "list", "-O", "ids", "-0").out
    assert ended.split("\0")[:-1] == ids.splitlines()
    assert nzn("-d", str(seeds), "show", "-", "--jsonl", stdin=ended.encode()).out == shown.out
    assert nzn("-d", str(seeds), "show", "-").code == 2


def test_piped_grep_is_ripgreps(seeds: Path) -> None:
    ran = nzn("-d", ".", "grep", "-w", "Sajjan", cwd=seeds)
    path, line, text = ran.out.splitlines()[0].split(":", 2)
    assert (seeds / path).read_text("utf-8").split("\n")[int(line) - 1] == text
    counts = nzn("-d", ".", "grep", "-c", "NATO", cwd=seeds).out.splitlines()
    assert all(count.rpartition(":")[2].isdigit() for count in counts)
    listed = nzn("-d", ".", "grep", "-l", "NATO", cwd=seeds).out.splitlines()
    assert listed == [count.rpartition(":")[0] for count in counts]


def test_show_in_a_pipe(seeds: Path) -> None:
    at = ("-d", str(seeds), "show", "000")
    body = json.loads(nzn(*at, "--json").out)[0]["body"]
    assert nzn(*at, "--body").out == body + "\n"
    assert nzn(*at).out.endswith("\n\n" + body + "\n")
    assert nzn(*at, "--raw").out.encode() == next(seeds.glob("000*")).read_bytes()
    assert "«Tuesday» ⟨2018-02-13⟩" in nzn(*at, "--dates").out
    assert "«Ron Mark»’s" in nzn(*at, "--people").out
    refused = nzn(*at, "--people", "--json")
    assert refused.code == 2
    assert "who --mentions" in refused.err
    meta = nzn(*at, "--meta").out
    assert "date: 2018-02-16  (front matter)" in meta
    assert body[:40] not in meta


def test_saved_queries(tmp_path: Path) -> None:
    for number, minister in enumerate(("Hon Hana Pōtae", "Hon Liam Ward")):
        text = f"---\ntitle: T{number}\ndate: 2019-0{number + 1}-01\nministers: [{minister}]\n---\nText.\n"
        (tmp_path / f"d{number}.md").write_text(text, "utf-8")
    saved = '[queries]\nharbour = "--minister Pōtae --limit 5"\nboth = ["list", "--since", "2019"]\n'
    (tmp_path / ".nzn.toml").write_text(saved, "utf-8")
    assert nzn("list", "@harbour", "-O", "ids", cwd=tmp_path).out == "d0\n"
    assert nzn("list", "@both", "-O", "ids", cwd=tmp_path).out == "d1\nd0\n"
    assert nzn("list", "@both", "--minister", "Ward", "-O", "ids", cwd=tmp_path).out == "d1\n"
    assert nzn("timeline", "@harbour", "-O", "ids", cwd=tmp_path).out == "d0\n"
    refused = nzn("list", "@harbur", cwd=tmp_path)
    assert refused.code == 2
    assert "did you mean @harbour?" in refused.err


def test_near_name_is_taken_on_a_terminal_only(seeds: Path) -> None:
    env = {"NZN_DIR": str(seeds)}
    shown = on_terminal("nzn list --minister Petrs", seeds, env=env)
    assert "taking Winston Peters" in shown
    assert "Security cooperation" in shown
    ran = nzn("list", "--minister", "Petrs", env=env)
    assert ran.code == 1
    assert ran.out == ""
    assert "Winston Peters" in ran.err


def test_a_word_that_begins_with_a_dash(seeds: Path) -> None:
    refused = nzn("-d", str(seeds), "search", "-yearly education")
    assert refused.code == 2
    assert "search -- -word" in refused.err
    assert nzn("-d", str(seeds), "search", "--", "-piracy", "Afghanistan", "-O", "ids").code in (0, 1)


def test_a_misspelt_name_is_the_one_person_near_it(seeds: Path) -> None:
    at = ("-d", str(seeds), "who")
    near = nzn(*at, "Winston Petters", "--json")
    assert near.code == 0
    assert [one["person"] for one in json.loads(near.out)] == ["Winston Peters"]
    assert "no person is named 'Winston Petters'; this is 'Winston Peters'" in near.err
    assert nzn(*at, "--mentions", "Winston Petters").code == 1
    assert nzn(*at, "Zebulon Quux").code == 1
