"""What is found in a text follows the rules of the document's own folder."""

from __future__ import annotations

from pathlib import Path

from nzn_cli.api import open_corpus
from nzn_cli.model.settings import Folder, Settings, TimelineRequest
from tests.freshness.corpus import settings, write


def test_figures_in_a_text_are_read_in_the_order_of_its_folder(tmp_path: Path) -> None:
    for name in ("ours", "theirs"):
        (tmp_path / name).mkdir()
        text = "---\ntitle: Harbour\n---\nThe harbour opened on 05/06/2017.\n"
        (tmp_path / name / f"{name}.md").write_text(text, encoding="utf-8")
    folders = Folder(str(tmp_path / "ours")), Folder(str(tmp_path / "theirs"), day_first=False)
    for kept in (True, False):
        with open_corpus(Settings(folders, str(tmp_path / "cache"), use_index=kept), cwd=str(tmp_path)) as corpus:
            days = {record.path: record.date_not_before for record in corpus.show(["ours", "theirs"])}
            assert days == {"ours/ours.md": "2017-06-05", "theirs/theirs.md": "2017-05-06"}
            assert [event.value for event in corpus.events_in(["ours", "theirs"])] == ["2017-06-05", "2017-05-06"]
            assert sorted(event.value for event in corpus.timeline()) == ["2017-05-06", "2017-06-05"]


def test_a_financial_year_is_that_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    for name, site in (("ours", "mill.gov.uk"), ("theirs", "mill.gov")):
        text = f"---\ntitle: Mill\nurl: https://{site}/mill\n---\nIt was paid in FY2016.\n"
        (tmp_path / "corpus" / f"{name}.md").write_text(text, encoding="utf-8")
    for kept in (True, False):
        folder = Folder(str(tmp_path / "corpus"))
        with open_corpus(Settings((folder,), str(tmp_path / "cache"), use_index=kept), cwd=str(tmp_path)) as corpus:
            found = [event.start for event in corpus.events_in(["ours", "theirs"])]
            assert found == ["2015-04-01", "2015-10-01"]


def test_a_text_that_is_dates_all_over_is_read_in_part_and_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    write(folder, 2)
    (folder / "flood.md").write_text("10am " * 20_000, encoding="utf-8")
    (folder / "after.md").write_text("They met on 4 May 2018.", encoding="utf-8")
    with open_corpus(settings(folder, tmp_path / "cache")) as corpus:
        assert any(event.text == "4 May 2018" for event in corpus.timeline(TimelineRequest(kinds=("mentioned",))))
        [told] = [one for one in corpus.check() if one.code == "too-much-work"]
        assert told.path.endswith("flood.md")
        assert told.message.startswith("its dates are those of the first ")
        [flood] = [record for record in corpus.list() if record.path.endswith("flood.md")]
        assert [warning.code for warning in flood.warnings] == ["too-much-work"]
        [shown] = corpus.show([flood.id])
        assert shown.warnings == flood.warnings
        assert list(corpus.events_in([flood.id]))
