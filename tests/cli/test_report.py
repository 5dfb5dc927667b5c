"""`nzn report`: the file, and the page in a real browser without a window."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.nzn import nzn

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")


def test_one_file_and_never_over_another(seeds: Path, tmp_path: Path) -> None:
    ran = nzn("-d", str(seeds), "report", "r.html", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")
    assert "r.html, 0.1 MB of 5 documents" in ran.err
    page = (tmp_path / "r.html").read_text("utf-8")
    assert len(page.encode()) < 300_000
    assert str(seeds) not in page
    again = nzn("-d", str(seeds), "report", "r.html", cwd=tmp_path)
    assert (again.code, "--force" in again.err) == (2, True)
    assert nzn("-d", str(seeds), "report", "r.html", "--force", "--minister", "Mark", cwd=tmp_path).code == 0
    assert "Winston Peters" not in (tmp_path / "r.html").read_text("utf-8")
    assert nzn("-d", str(seeds), "report", "x.html", "--on", "1801", cwd=tmp_path).code == 1
    assert sorted(os.listdir(tmp_path)) == ["r.html"]


def test_all_of_the_documents_that_somebody_is_in(tmp_path: Path) -> None:
    words = "“It will hold,” said Tom Lind on 3 March 2019.\n"
    (tmp_path / "wall.md").write_text(f"Ann Hale opened the sea wall.\n\n{words}", "utf-8")
    (tmp_path / "ferry.md").write_text(words.replace("hold", "sail"), "utf-8")
    ran = nzn("-d", str(tmp_path), "report", "r.html", "--person", "Ann Hale", "--no-texts", cwd=tmp_path)
    page = (tmp_path / "r.html").read_text("utf-8")
    assert (ran.code, "It will hold" in page, "3 March 2019" in page) == (0, True, True)
    assert "It will sail" not in page


def test_without_texts(seeds: Path, tmp_path: Path) -> None:
    nzn("-d", str(seeds), "report", "r.html", "--no-texts", "--heading", "NATO & us", cwd=tmp_path)
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "<title>NATO &amp; us</title>" in page
    assert "from Kosovo to Afghanistan. But" in page  # a quotation is told; the texts stay where they are
    assert "Provincial Reconstruction Team in Bamyan" not in page


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of a folder in which one document is the report's seeds and one means harm."""
    folder = tmp_path_factory.mktemp("report") / "stories"
    shutil.copytree(Path(__file__).resolve().parent.parent.parent / "seeds", folder)
    harm = '</script><script>document.title="owned"</script><img src="http://127.0.0.1:9/x" onerror="document.title=1">'
    head = f"---\ntitle: '{harm}'\nurl: 'javascript:alert(1)'\ndate: 2020-02-02\n---\n"
    (folder / "harm.md").write_text(f"{head}“{harm} is what we want,” Ann {harm} said on 3 March 2019.\n", "utf-8")
    assert nzn("-d", str(folder), "report", "r.html", cwd=folder.parent).code == 0
    return folder.parent / "r.html"


def shown(page: Path, view: str) -> str:
    """Return what the browser made of a view, after it complained of nothing and asked nothing of any network."""
    if BROWSER is None:
        assert os.environ.get("NZN_CI") != "1"
        pytest.skip("chromium is not installed")
    log = page.with_name("net.json")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--enable-logging=stderr")
    own = (f"--log-net-log={log}", f"--user-data-dir={page.with_name('profile')}", "--virtual-time-budget=9000")
    ran = subprocess.run(
        [BROWSER, *options, *own, "--dump-dom", f"{page.as_uri()}#/{view}"], capture_output=True, text=True, check=True
    )
    assert "CONSOLE" not in ran.stderr, ran.stderr
    asked = set(re.findall(r'"(https?://127\.0\.0\.1:9[^"]*)"', log.read_text("utf-8", "replace")))
    assert not asked
    body = ran.stdout.partition("<main")[2].partition("<script")[0]
    assert "<title>stories</title>" in ran.stdout
    assert "<img" not in body
    return body


@pytest.mark.parametrize(
    ("view", "holds"),
    [
        ("", ["Most often named", "2018: 2 publications"]),
        ("timeline/mentioned/2018-02-13", ["<mark>Tuesday</mark>"]),
        ("person/0", ["Named in the same documents", "1 document"]),
        ("name/0", ["5 documents"]),
        ("network", ["Who or what", "<circle"]),
        ("quotes", ["oldest political military organisation", "everybody"]),
        ("trends/piracy", ["“piracy”"]),
        ("search/training%20mission", ["Documents: ", "Quotations: "]),
        ("nowhere/at/all", ["no such part"]),
    ],
)
def test_a_view_in_a_browser(page: Path, view: str, holds: list[str]) -> None:
    body = shown(page, view)
    for text in holds:
        assert text in body


def test_a_quotation_leads_to_its_words_in_the_document(page: Path) -> None:
    data = json.loads(page.read_text("utf-8").partition('id="data">')[2].partition("</script>")[0])
    quote = next(one for one in data["quotes"] if one[1] == "Ron Mark")
    body = shown(page, f"doc/{quote[5]}/{quote[6]}/{quote[7]}")
    assert re.search(rf'<mark id="place"[^>]*>{re.escape(quote[4])}</mark>', body)


def test_a_document_that_means_harm_is_read_and_runs_nothing(page: Path) -> None:
    data = json.loads(page.read_text("utf-8").partition('id="data">')[2].partition("</script>")[0])
    number = next(i for i, doc in enumerate(data["docs"]) if doc[0] == "harm")
    body = shown(page, f"doc/{number}")
    assert "&lt;script&gt;" in body
    assert 'href="javascript' not in body
