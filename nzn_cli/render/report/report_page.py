"""The page as text: data, style and script in one file, with a policy that lets nothing else load or run."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any

from nzn_cli.render.safe import one_line


def report_page(data: Mapping[str, Any]) -> str:
    """Return the page for the data of `report_data`.

    Title and summary are escaped; the data can end no script, since no `<` stands in it. The policy names style and
    script by their digests.
    """
    style, script = _resource("report.css"), _resource("report.js")
    within = {
        "TITLE": escape(one_line(data["title"])),
        "SUMMARY": escape(_summary(data)),
        "STYLE_HASH": _digest(style),
        "SCRIPT_HASH": _digest(script),
        "STYLE": style,
        "DATA": _json(data),
        "SCRIPT": script,
    }
    page = _resource("report.html")
    out: list[str] = []
    for piece in page.split("{{"):  # never replaced twice: what a document says cannot name a place of the page
        name, end, rest = piece.partition("}}")
        out += (within[name], rest) if end and name in within else (piece,)
    return "".join(out)


def _summary(data: Mapping[str, Any]) -> str:
    days = sorted(doc[2] for doc in data["docs"] if doc[2])
    number = len(data["docs"])
    many = f"{number:,} document{'' if number == 1 else 's'}"
    return f"{many}, {days[0]} to {days[-1]}" if days else many


def _json(data: Mapping[str, Any]) -> str:
    """Return JSON that HTML reads as text: without what could open a tag, a comment or an entity."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.encode("utf-8", "replace").decode()
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _resource(name: str) -> str:
    return (files("nzn_cli.render.report") / name).read_text("utf-8")


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
