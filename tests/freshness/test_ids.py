"""Ids are short, unique, and the same whatever the order of the listing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.freshness import build
from nzn_cli.freshness.build import assign_ids

PATHS = st.lists(
    st.tuples(st.sampled_from(["/a", "/b"]), st.text("ab/.é", min_size=1, max_size=6).map(lambda name: name + "x.md")),
    unique=True,
    max_size=30,
)


def test_a_short_unique_stem_is_the_id() -> None:
    assert assign_ids([("/a", "one/report.md"), ("/a", "two/other.txt")]) == ["report", "other"]


def test_a_stem_of_two_files_and_a_long_one_give_way_to_a_hash() -> None:
    one, two, long = assign_ids([("/a", "x/same.md"), ("/a", "y/same.md"), ("/a", "a-name-of-twenty-five-let.md")])
    assert [len(one), len(two), len(long)] == [8, 8, 8]
    assert len({one, two, long}) == 3


def test_the_same_path_in_two_folders() -> None:
    one, two = assign_ids([("/a", "same.md"), ("/b", "same.md")])
    assert one != two


@given(PATHS)
def test_ids_are_unique_and_do_not_depend_on_order(paths: list[tuple[str, str]]) -> None:
    forward = dict(zip(paths, assign_ids(paths), strict=True))
    backward = dict(zip(paths[::-1], assign_ids(paths[::-1]), strict=True))
    assert forward == backward
    assert len(set(forward.values())) == len(paths)
    assert all(forward.values())


def test_hashes_that_collide_grow() -> None:
    digests = {1: "aaaaaaaa1", 2: "aaaaaaaa2", 3: "bbbbbbbb3", 4: "cccccccc4"}
    assert build._shortest(digests, {"bbbbbbbb"}) == {1: "aaaaaaaa1", 2: "aaaaaaaa2", 3: "bbbbbbbb3", 4: "cccccccc"}
