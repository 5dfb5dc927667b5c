"""A fault in joining the names of one kind costs what is asked of that kind alone, and no index."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from nzn_cli.cli.run import run
from nzn_cli.freshness import place
from nzn_cli.freshness.open_index import open_store
from nzn_cli.freshness.status import index_build
from nzn_cli.linking import fuller_names, link_names
from nzn_cli.progress import Silent
from tests.freshness.corpus import ALL, settings, write

Asking = Callable[..., tuple[int, str, str]]
EVERY = ALL | {"organisations"}
KINDS = {"people": ("who", "list --person Vandermeer"), "organisations": ("what", "list --organisation Tuvok")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "corpus", 3)
    (tmp_path / "corpus" / "bank.md").write_text("The Tuvok Development Bank was founded.\n", encoding="utf-8")
    return tmp_path / "corpus"


@pytest.fixture
def asked(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Asking:
    monkeypatch.chdir(tmp_path)

    def ask(command: str, **environ: str) -> tuple[int, str, str]:
        here = {"NZN_CACHE_DIR": str(tmp_path / "cache"), "NZN_DIR": str(folder), "NZN_JOBS": "1", **environ}
        code = run(command.split(), here)
        return code, *capsys.readouterr()

    return ask


def broken(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make one pass over the names of a kind raise."""

    def failing(*_: object) -> object:
        raise TypeError("no order\nbetween these")

    if kind == "people":
        first, *others = link_names.PASSES
        rules = link_names.RULES["person"]._replace(passes=(first, first._replace(join=failing), *others))
        monkeypatch.setitem(link_names.RULES, "person", rules)
    else:
        (name, _), *more = fuller_names.PASSES
        monkeypatch.setattr(fuller_names, "PASSES", ((name, failing), *more))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("first", [True, False], ids=("at once", "after others"))
def test_a_pass_that_raises_costs_what_is_asked_of_that_kind_alone(
    kind: str, first: bool, asked: Asking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(kind, monkeypatch)
    if not first:
        assert asked("list")[0] == 0
    indexes = set()
    for command in KINDS[kind] * 2:
        code, out, err = asked(command)
        assert (code, out) == (70, "")
        said = f"nzn: a fault of nzn, not yours: {kind} could not be joined across documents, so nothing asked of them"
        assert err.startswith(said)
        assert err.endswith("TypeError: no order between these (NZN_DEBUG=1 shows where)\n")
        indexes.update(one.stat().st_ino for one in (tmp_path / "cache").glob("*.db"))
    assert len(indexes) == 1  # the one that was first made
    assert (asked("list")[0], asked("timeline")[0]) == (0, 0)
    codes = {other: asked(command)[0] for other, (command, _) in KINDS.items()}
    assert codes == {other: 70 if other == kind else 0 for other in KINDS}
    assert kind == "organisations" or "Tuvok Development Bank" in asked("what")[1]


@pytest.mark.parametrize("kind", KINDS)
def test_where_it_raised_is_told_when_asked(kind: str, asked: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    broken(kind, monkeypatch)
    for more in ("", " --no-index"):
        code, _, err = asked(KINDS[kind][0] + more, NZN_DEBUG="1")
        assert code == 70
        assert "in failing" in err


@pytest.mark.parametrize("kind", KINDS)
def test_what_failed_is_done_once_the_fault_is_gone(kind: str, asked: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        broken(kind, patch)
        assert asked("index build")[0] == 70
    assert asked(KINDS[kind][0])[0] == 0


def test_values_that_nzn_never_writes_are_damage(folder: Path, tmp_path: Path, asked: Asking) -> None:
    chosen = settings(folder, tmp_path / "cache")
    index_build(chosen, Silent())
    index = place.place(chosen)
    connection = sqlite3.connect(index.path)
    anew = "DELETE FROM setting WHERE key IN ('organisations', 'organisations_linked')"
    connection.executescript(f"UPDATE entity SET name = x'00ff'; {anew}")
    connection.close()
    place.seal_whole(index, chosen)
    assert "Tuvok Development Bank" in asked("what")[1]
    with open_store(chosen, EVERY, Silent()) as store:
        assert store.one("SELECT count(*) FROM entity WHERE typeof(name) <> 'text'") == (0,)
