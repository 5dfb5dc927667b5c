"""Ids, stems, prefixes and paths: exact wins, several are told, none brings the nearest."""

from __future__ import annotations

import pytest

from nzn_cli.errors import UsageError
from nzn_cli.query.resolve_ids import resolve
from nzn_cli.query.view import View
from tests.query.tables import document, view

LONG = "a-very-long-name-that-is-no-id-by-itself"


@pytest.fixture(scope="module")
def corpus() -> View:
    paths = ["000_river.txt", "000_rivers.md", "sub/lake.md", "sub/deep/lake.md", f"{LONG}.md", "b\udcff.md"]
    return view([document(path) for path in paths], cwd="/corpus/sub")


@pytest.mark.parametrize(
    ("token", "doc"),
    [
        ("000_river", 1),  # exact wins over the prefix of 000_rivers
        ("000_rivers", 2),
        ("000_rivers.md", 2),
        ("../000_river.txt", 1),
        ("/corpus/000_river.txt", 1),
        ("lake.md", 3),
        ("deep/lake.md", 4),
        ("sub/deep/lake.md", 4),
        (LONG, 5),
        ("a-very", 5),
        ("b\udcff.md", 6),
        ("b\udcff", 6),
    ],
)
def test_one_document_is_meant(corpus: View, token: str, doc: int) -> None:
    assert resolve([token], corpus) == [doc]


def test_a_hashed_id_and_its_prefix(corpus: View) -> None:
    ((hashed,),) = corpus.store.rows("SELECT id FROM document WHERE doc = 5")
    assert len(hashed) == 8
    assert resolve([hashed, hashed[:6], LONG], corpus) == [5]


def test_order_is_kept(corpus: View) -> None:
    assert resolve(["lake.md", "000_river"], corpus) == [3, 1]


@pytest.mark.parametrize("token", ["000", "000_r", "lake"])
def test_several_are_told(corpus: View, token: str) -> None:
    with pytest.raises(UsageError) as error:
        resolve([token], corpus)
    assert "2 documents" in error.value.message
    wanted = "sub/deep/lake.md" if token == "lake" else "000_rivers"
    assert wanted in (error.value.hint or "")


@pytest.mark.parametrize("token", ["000_riverx", "", "-", "x\udc80", "'; DROP TABLE document"])
def test_none_is_a_usage_error(corpus: View, token: str) -> None:
    with pytest.raises(UsageError) as error:
        resolve([token], corpus)
    assert repr(token) in error.value.message
    assert token != "000_riverx" or "000_river" in (error.value.hint or "")


def test_a_folder_means_all_below_it_only_where_asked(corpus: View) -> None:
    assert resolve(["/corpus/sub"], corpus, folders=True) == [4, 3]
    assert resolve(["deep"], corpus, folders=True) == [4]
    with pytest.raises(UsageError):
        resolve(["deep"], corpus)
