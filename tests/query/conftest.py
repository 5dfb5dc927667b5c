"""A corpus of the texts that a module of tests names TEXTS: names of files, and what stands in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from nzn_cli.api import Corpus, open_corpus
from nzn_cli.model.settings import Folder, Settings


@pytest.fixture(scope="module")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("texts")
    for name, text in request.module.TEXTS.items():
        (made / f"{name}.md").write_text(text, "utf-8")
    return made


@pytest.fixture(scope="module")
def corpus(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    settings = Settings((Folder(str(folder)),), str(tmp_path_factory.mktemp("cache")), jobs=1)
    return open_corpus(settings, cwd=str(folder))
