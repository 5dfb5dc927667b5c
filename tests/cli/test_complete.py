"""What TAB offers, asked as the shells ask; nothing is swept or built for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nzn_cli.cli.completion.complete import quote_word, split_words
from nzn_cli.cli.completion.offers import MOST
from nzn_cli.cli.options import HELP
from nzn_cli.cli.verbs import SHOWN, Verb
from tests.cli.nzn import nzn

BREAKS = " \t\n\"'@><=;|&(:"


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an index."""
    folder = tmp_path_factory.mktemp("stored")
    for number, name in enumerate(("Winston Peters", "Nuala O'Hara", "Peter Dunn")):
        head = (
            f'title: "Story {number}"\nministers: ["{name}"]\nsource: Wire {number}\nurl: https://w{number}.example/\n'
        )
        (folder / f"story-{number}.md").write_text(f"---\n{head}---\n{name} met Ann Bly.\n", "utf-8")
    assert nzn("who", cwd=folder, env={"NZN_DIR": str(folder)}).code == 0
    return folder


def _tab(*words: str, cwd: Path) -> tuple[str, list[str]]:
    ran = nzn("__complete", "zsh", *words, cwd=cwd, env={"NZN_DIR": str(cwd), "NZN_DEBUG": "1"})
    assert (ran.code, ran.err) == (0, "")
    kind, *lines = ran.out.splitlines()
    return kind, [line.partition("\t")[0] for line in lines]


@pytest.mark.parametrize(
    ("words", "offers"),
    [
        (["li"], ["list"]),
        (["list", "--minister", ""], ["Nuala O'Hara", "Peter Dunn", "Winston Peters"]),
        (["list", "--minister", "pete"], ["Peter Dunn", "Winston Peters"]),
        (["list", "--minister", "o'h"], ["Nuala O'Hara"]),
        (["list", "--minister", "eters"], []),
        (["list", "--minister=win"], ["--minister=Winston Peters"]),
        (["--json", "list", "--minister", "win"], ["Winston Peters"]),
        (["list", "--person", "bly"], ["Ann Bly"]),
        (["who", "bly"], ["Ann Bly"]),
        (["show", "story-1"], ["story-1"]),
        (["show", "story-1", "story-2"], ["story-2"]),
        (["list", "--site", "w2"], ["w2.example"]),
        (["list", "--where", "source=wire"], ["source=Wire 0", "source=Wire 1", "source=Wire 2"]),
        (["list", "--where", "source!=wire 1"], ["source!=Wire 1"]),
        (["list", "--has", "sou"], ["source"]),
        (["count", "--by", "mi"], ["minister", "ministers"]),
        (["list", "--fields", "id,da"], ["id,date", "id,date_precision", "id,date_source"]),
        (["list", "--format", "js"], ["json", "jsonl"]),
        (["timeline", "--kind", "published,m"], ["published,mentioned"]),
        (["grep", "--in", "ti"], ["title"]),
        (["completion", ""], ["bash", "zsh", "fish"]),
        (["help", "exit"], ["exit-codes"]),
        (["schema", "who-m"], ["who-mentions"]),
        (["index", "b"], ["build"]),
        (["nosuch", ""], []),
        (["list", "--no-pag"], ["--no-pager"]),
        (["list", "-d", "@s"], ["@seeds"]),
        (["list", "-O", "i"], ["ids"]),
        (["timeline", "-O", "i"], ["ids", "ics"]),
    ],
)
def test_offers(words: list[str], offers: list[str], stored: Path) -> None:
    assert sorted(_tab(*words, cwd=stored)[1]) == sorted(offers)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder whose ids and titles hold what LIKE takes for patterns, among many that it would find."""
    folder = tmp_path_factory.mktemp("marked")
    for number in range(MOST + 10):
        text = f"---\ntitle: A{number} snakeXcase 1000 dollars\nministers: [Ann Bly]\n---\nText.\n"
        (folder / f"snakeXc{number:03}.md").write_text(text, "utf-8")
    for name, title in (("snake_c", "The snake_case"), ("z%x", "Only 100% sure"), ("b\\n", "A back\\slash")):
        text = f"---\ntitle: '{title}'\n---\nText.\n"
        (folder / f"{name}.md").write_text(text, "utf-8")
    assert nzn("who", cwd=folder, env={"NZN_DIR": str(folder)}).code == 0
    return folder


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("snake_", ["snake_c"]),
        ("snake_ca", ["snake_c"]),  # no id, but words of a title
        ("100%", ["z%x"]),
        ("%", []),
        ("_", []),
        ("z%", ["z%x"]),
        ("b\\", ["b\\n"]),
        ("back\\", ["b\\n"]),
    ],
)
def test_what_like_takes_for_a_pattern_is_text(typed: str, ids: list[str], marked: Path) -> None:
    assert _tab("show", typed, cwd=marked)[1] == ids


@pytest.mark.parametrize(("typed", "names"), [("ann", ["Ann Bly"]), ("a_n", []), ("a%", []), ("%", []), ("\\", [])])
def test_names_are_text_too(typed: str, names: list[str], marked: Path) -> None:
    assert _tab("list", "--minister", typed, cwd=marked)[1] == names
    assert _tab("list", "--person", typed, cwd=marked)[1] == names


def test_files_and_folders_are_the_shells_own(stored: Path) -> None:
    assert _tab("list", "-d", "", cwd=stored) == ("dirs", [])
    assert _tab("grep", "-f", "", cwd=stored) == ("files", [])
    assert _tab("show", "./", cwd=stored) == ("files", [])
    assert _tab("list", "--where", "so", cwd=stored) == ("nospace", ["source="])


@pytest.mark.parametrize("verb", SHOWN, ids=lambda verb: verb.name)
def test_every_option_of_help_is_offered(verb: Verb, stored: Path) -> None:
    declared = {flag for option in (*verb.options, HELP) for flag in option.flags if flag.startswith("--")}
    assert set(_tab(verb.name, "--", cwd=stored)[1]) == declared


def test_nothing_stored_offers_nothing_and_builds_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nministers: [Ann Bly]\n---\n", "utf-8")
    cache = tmp_path / "cache"
    env = {"NZN_DIR": str(tmp_path), "NZN_CACHE_DIR": str(cache)}
    assert nzn("__complete", "zsh", "list", "--minister", "", env=env).out == "values\n"
    assert not cache.exists()


def test_a_new_document_is_not_looked_for(stored: Path) -> None:
    new = stored / "story-9.md"
    new.write_text("---\nministers: [Zoe Zed]\n---\n", "utf-8")
    try:
        assert _tab("list", "--minister", "zoe", cwd=stored)[1] == []
    finally:
        new.unlink()


def test_another_state_of_the_cache_is_noticed(stored: Path, tmp_path: Path) -> None:
    env = {"NZN_DIR": str(tmp_path)}
    document = tmp_path / "a.md"
    for name in ("Ann Bly", "Zoe Zed"):
        document.write_text(f"---\nministers: [{name}]\n---\n", "utf-8")
        assert nzn("list", cwd=tmp_path, env=env).code == 0
        for _ in range(2):
            assert name in nzn("__complete", "zsh", "list", "--minister", "", cwd=tmp_path, env=env).out
    assert nzn("index", "clear", cwd=tmp_path, env=env).code == 0
    assert nzn("__complete", "zsh", "list", "--minister", "", cwd=tmp_path, env=env).out == "values\n"


def test_dir_on_the_line_is_honoured(stored: Path, tmp_path: Path) -> None:
    for words in (["list", "-d", str(stored)], ["-d", str(stored), "list"], [f"--dir={stored}", "list"]):
        ran = nzn("__complete", "zsh", *words, "--minister", "win", cwd=tmp_path)
        assert ran.out.split("\t")[0] == "values\nWinston Peters"


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("nzn list --minister Win", ["Winston\\ Peters"]),
        ("nzn list --minister O", ["Nuala\\ O\\'Hara"]),
        ('nzn list --minister "Nu', ["Nuala O'Hara"]),
        ("nzn list --minister 'Nu", ["Nuala O'\\''Hara"]),
        ("nzn list --minister=Win", ["Winston\\ Peters"]),
        ("nzn list --minister Winston\\ P", ["Winston\\ Peters"]),
        ("nzn list --where source=Wire\\ 2", ["Wire\\ 2"]),
        ("nzn list --minister pete", ["pete", "Peter\\ Dunn", "Winston\\ Peters"]),
    ],
)
def test_bash_gets_words_as_bash_writes_them(line: str, offers: list[str], stored: Path) -> None:
    ran = nzn("__complete", "bash", line, BREAKS, cwd=stored, env={"NZN_DIR": str(stored)})
    assert ran.out.splitlines()[1:] == offers


@pytest.mark.parametrize(
    "name", ["plain", "a b", "O'Hara", 'say "x"', "$HOME", "back\\slash", "Tāwhiri", "a;b|c", "~x", "*"]
)
def test_quoting_survives_bash(name: str) -> None:
    for quote in ("", "'", '"'):
        word = quote + quote_word(name, quote) + quote
        ran = subprocess.run(["bash", "-c", f"printf %s {word}"], capture_output=True, text=True, check=True)
        assert ran.stdout == name
        assert split_words(f"nzn {word} ").before == ("nzn", name)


MODULES = """
import sys
sys.argv = ["nzn", "__complete", "zsh", "list", "--minister", "Pe"]
sys.path.insert(0, {root!r})
from nzn_cli import __main__
__main__._complete(sys.argv[2:])
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


def test_tab_loads_the_standard_library_and_little_of_us(stored: Path) -> None:
    root = str(Path(__file__).resolve().parent.parent.parent)
    assert _tab("list", "--minister", "Pe", cwd=stored)[1]  # the first TAB writes down where the index is
    ran = subprocess.run(
        [sys.executable, "-S", "-c", MODULES.format(root=root)],
        capture_output=True,
        text=True,
        env=os.environ | {"NZN_DIR": str(stored)},
        check=True,
    )
    assert "Winston Peters" in ran.stdout
    loaded = {name.partition(".")[0] for name in ran.stderr.split()}
    assert loaded - set(sys.stdlib_module_names) <= {"__main__", "nzn_cli"}
    ours = {name for name in ran.stderr.split() if name.startswith("nzn_cli.")}
    assert not {"typing", "re", "datetime", "enum", "nzn_cli.model.answers", "nzn_cli.config.load"} & set(
        ran.stderr.split()
    )
    assert not {f"nzn_cli.{room}" for room in ("api", "documents", "normalise", "render", "freshness")} & ours
    # of the annotators it knows the tables alone
    assert {name for name in ours if name.startswith("nzn_cli.annotate.")} <= {
        "nzn_cli.annotate.registry",
        "nzn_cli.annotate.people",
        "nzn_cli.annotate.people.people_tables",
        "nzn_cli.annotate.dates",
        "nzn_cli.annotate.dates.event_table",
    }
    assert {name for name in ours if name.startswith("nzn_cli.query")} == {"nzn_cli.query", "nzn_cli.query.completion"}
    assert "nzn_cli.cli.app" not in ours
