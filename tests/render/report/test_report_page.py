"""The page of `nzn report` as text: what is in it, what is left out, and that nothing of a document can run."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from nzn_cli.render.report import report_data as data_module
from nzn_cli.render.report.network_layout import layout
from nzn_cli.render.report.report_data import Answers, report_data
from nzn_cli.render.report.report_page import report_page
from tests.render.records import DOCUMENTS, EVENTS, EVIL, NAMED, PEOPLE, QUOTES

TEXTS = {one.id: f"{EVIL} </script><img src=x onerror=alert(1)> &amp; <!-- {{{{SCRIPT}}}}" for one in DOCUMENTS}


def answers(title: str = "Bridges", texts: dict[str, str] | None = None) -> Answers:
    known = {one.id for one in DOCUMENTS}
    events = [one for one in EVENTS if one.id in known]
    quotes = [one for one in QUOTES if one.id in known]
    return Answers(title, DOCUMENTS, texts, PEOPLE, NAMED, events, quotes)


class Tags(HTMLParser):
    """The tags of a page, and the text of its scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in ("script", "style") and data.strip():
            self.scripts.append(data)


def embedded(page: str) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert found is not None
    return json.loads(found[1])


def test_the_data_comes_back_as_it_was() -> None:
    data = report_data(answers(texts=TEXTS))
    readable = json.dumps(data, ensure_ascii=False).encode("utf-8", "replace").decode()  # a path may hold bytes
    assert embedded(report_page(data)) == json.loads(readable)
    assert embedded(report_page(data))["texts"] == list(TEXTS.values())


@settings(max_examples=25)
@given(st.text(), st.text())
def test_whatever_a_document_says_is_text(title: str, text: str) -> None:
    plain = Tags(report_page(report_data(answers("Bridges", {one.id: "" for one in DOCUMENTS}))))
    evil = Tags(report_page(report_data(answers(title, {one.id: text for one in DOCUMENTS}))))
    assert evil.tags[:3] == plain.tags[:3]
    assert [tag for tag, _ in evil.tags] == [tag for tag, _ in plain.tags]


def test_a_policy_lets_our_style_and_script_run_and_nothing_else() -> None:
    page = Tags(report_page(report_data(answers(EVIL, TEXTS))))
    (policy,) = (one["content"] or "" for tag, one in page.tags if one.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    digests = {b64decode(one).hex() for one in re.findall(r"'sha256-([^']+)'", policy)}
    style, _, script = page.scripts
    assert digests == {sha256(text.encode()).hexdigest() for text in (style, script)}
    for tag, one in page.tags:
        assert not any(name.startswith("on") or name in ("src", "style") for name in one), (tag, one)
        assert tag not in ("img", "iframe", "object", "embed", "base", "link")


def test_our_script_makes_no_html_of_text() -> None:
    script = Tags(report_page(report_data(answers()))).scripts[-1]
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "fetch("):
        assert way not in script


def test_what_is_too_much_is_cut_and_told(monkeypatch: Any) -> None:
    monkeypatch.setattr(data_module, "PEOPLE", 1)
    monkeypatch.setattr(data_module, "EVENTS", 1)
    data = report_data(answers())
    assert len(data["people"]) == len(data["events"]) == 1
    assert data["totals"]["people"] == len(PEOPLE)
    assert data["cut"][0] == f"1 of {len(PEOPLE)} people"


def test_quotations_lead_to_their_speakers_and_documents() -> None:
    data = report_data(answers())
    for quote in data["quotes"]:
        assert quote[5] in range(len(DOCUMENTS))
        assert quote[0] is None or data["people"][quote[0]][0] == quote[1]


POINTS = st.integers(0, 30)


@given(POINTS, st.randoms(use_true_random=False))
def test_points_of_a_network_lie_apart_and_within(points: int, random: Any) -> None:
    pairs = list(combinations(range(points), 2))
    edges = [(a, b, 1.0) for a, b in random.sample(pairs, min(len(pairs), 40))]
    places = layout(points, edges, 1000, 700)
    assert len(places) == points
    assert places == layout(points, edges, 1000, 700)
    assert all(0 <= x <= 1000 and 0 <= y <= 700 for x, y in places)
