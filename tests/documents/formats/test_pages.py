"""Pages of many shapes, whole as sites send them: each has its right text and what it states beside it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from nzn_cli.documents.formats.html import read_html

FOLDER = Path(__file__).parent / "pages"
UPDATE = "NZN_UPDATE" in os.environ  # before a test takes it away
PAGES = sorted(path.stem for path in FOLDER.glob("*.html"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_its_text(name: str) -> None:
    document = read_html(f"{name}.html", (FOLDER / f"{name}.html").read_bytes())
    found = f"{json.dumps(document.meta, ensure_ascii=False)}\n\n{document.body}\n"
    right = FOLDER / f"{name}.md"
    if UPDATE:
        right.write_text(found)
    assert found == right.read_text()
