"""Random documents, random edits, and after each the index answers as a scan does."""

from __future__ import annotations

import errno
import shutil
import tempfile
from pathlib import Path
from unittest import mock

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.freshness.corpus import article, indexed, scanned

NAMES = st.sampled_from(
    ["a.md", "b.txt", "c.markdown", "long-name-of-a-report-that-goes-on.md", "a.png", ".hidden.md", "é.md"]
)
FOLDERS = st.sampled_from(["", "one", "one/two", "three", ".git"])
TEXTS = st.sampled_from(
    [
        "",
        "Jane Doe said so on 3 May 2018.",
        "Anna Smith and Jane Doe.",
        "\0binary",
        "no dates here",
        "title: none\n---\nodd",
    ]
)


class Corpus(RuleBasedStateMachine):
    """A folder that is edited, with an index beside it."""

    @initialize()
    def begin(self) -> None:
        self.top = Path(tempfile.mkdtemp())
        self.folder = self.top / "corpus"
        self.folder.mkdir()
        # the test does not wait until signatures are old enough to be believed
        self.patch = mock.patch("nzn_cli.freshness.snapshot._TICK", -1_000_000_000)
        self.patch.start()

    def teardown(self) -> None:
        if hasattr(self, "patch"):
            self.patch.stop()
            shutil.rmtree(self.top)

    def _place(self, folder: str, name: str) -> Path | None:
        place = self.folder / folder
        try:
            place.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            return None
        return place / name

    @rule(folder=FOLDERS, name=NAMES, number=st.integers(0, 4), text=TEXTS)
    def write(self, folder: str, name: str, number: int, text: str) -> None:
        path = self._place(folder, name)
        if path is not None and not path.is_dir() and not _leads_nowhere(path):
            path.write_text(article(number, text) if number else text, encoding="utf-8")

    @rule(folder=FOLDERS, name=NAMES, other=FOLDERS, new=NAMES)
    def rename(self, folder: str, name: str, other: str, new: str) -> None:
        source, target = self.folder / folder / name, self._place(other, new)
        if source.is_file() and target is not None and not target.is_dir():
            source.replace(target)

    @rule(folder=FOLDERS, name=NAMES)
    def delete(self, folder: str, name: str) -> None:
        path = self.folder / folder / name
        if path.is_file() or path.is_symlink():
            path.unlink()

    @rule(folder=st.sampled_from(["one", "three", "one/two"]), other=st.sampled_from(["four", "one.md", "three/inner"]))
    def move_folder(self, folder: str, other: str) -> None:
        source, target = self.folder / folder, self.folder / other
        if source.is_dir() and not target.exists() and target.parent.is_dir() and source not in target.parents:
            source.rename(target)

    @rule(folder=FOLDERS, name=NAMES, to=NAMES)
    def link(self, folder: str, name: str, to: str) -> None:
        path = self._place(folder, name)
        if path is not None and not path.exists() and not path.is_symlink():
            path.symlink_to(self.folder / to)

    @rule(
        name=st.sampled_from([".ignore", ".gitignore", "one/.ignore"]),
        text=st.sampled_from(["a.md\n", "two/\n*.txt\n", ""]),
    )
    def ignore(self, name: str, text: str) -> None:
        path = self.folder / name
        if path.parent.is_dir():
            path.write_text(text)

    @rule(name=st.sampled_from([".ignore", ".gitignore", "one/.ignore"]))
    def heed(self, name: str) -> None:
        (self.folder / name).unlink(missing_ok=True) if (self.folder / name).parent.is_dir() else None

    @invariant()
    def index_answers_as_a_scan(self) -> None:
        if hasattr(self, "folder"):
            assert indexed(self.folder, self.top / "cache", jobs=1) == scanned(self.folder, self.top / "cache")


def _leads_nowhere(path: Path) -> bool:
    """Return whether a link leads back to itself."""
    try:
        path.stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


TestCorpus = Corpus.TestCase
TestCorpus.settings = settings(max_examples=20, stateful_step_count=12, suppress_health_check=list(HealthCheck))
