"""What is found in a text follows the rules of the document's own folder."""

from __future__ import annotations

from pathlib import Path

from nzn_cli.api import open_corpus
from nzn_cli.model.settings import Folder, Settings


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
