"""A little folder with a file of every kind about one bridge, made from nothing: what a researcher may have."""

from __future__ import annotations

import gzip
from email.message import EmailMessage
from pathlib import Path

from tests.documents.formats import made

_HTML = """<!DOCTYPE html><html lang="en"><head><title>Bridge opens at last | The Bell</title>
<meta property="article:published_time" content="2019-05-04"></head><body><nav><a href="/">Home</a></nav>
<div class="cookie-notice"><p>We use cookies so that this page knows you again.</p></div>
<article><h1>Bridge opens at last</h1><p class="byline">By Ann Hale</p>
<div class="article-body"><p>Transport Minister Winona Pell opened the harbour bridge on Saturday.</p>
<p>“It is two years late, and it is worth it,” said Ms Pell. The toll begins on 1 June 2019.</p></div></article>
<div class="comments"><p>A reader thinks that it should have been a tunnel, and says so at length.</p></div></body>"""
_NOTE = """---
title: Notes on the toll
date: 2019-04-02
---
Winona Pell said on 1 April 2019 that the toll would be two dollars. The harbour bridge has cost $40 million.
"""
_LONG = "The harbour board met again and heard the engineers of the bridge at some length"


def _report() -> bytes:
    pages = [
        ["Harbour Bridge Report", "12 March 2019", "", "What the engineers found, in three pages.", "Harbour Board 1"],
        [_LONG, "on 5 March 2019. Steel came late from the north.", "Harbour Board 2"],
        [
            _LONG,
            "and Transport Minister Winona Pell promised a toll of two dol-",
            "lars by June 2019.",
            "Harbour Board 3",
        ],
    ]
    return made.pdf(pages, "/Title (Harbour Bridge Report) /Author (Harbour Board) /CreationDate (D:20190401)")


def _mail() -> bytes:
    message = EmailMessage()
    message["From"] = "Ann Hale <ann@bell.example>"
    message["To"] = "Tom Bay <tom@board.example>, Cara Lund <cara@board.example>"
    message["Date"] = "Tue, 12 Mar 2019 10:30:00 +1300"
    message["Subject"] = "The bridge report"
    message.set_content(
        "Tom, the report is attached. Will Winona Pell open the bridge on 4 May 2019?\n\n"
        "On Monday, Tom Bay wrote:\n> The harbour bridge will be ready.\n"
    )
    message.add_attachment(_report(), maintype="application", subtype="pdf", filename="report.pdf")
    return message.as_bytes()


def write_mixed(folder: Path) -> None:
    """Write the files into a folder."""
    word = made.docx(
        made.paragraph("Minutes", '<w:pStyle w:val="berschrift1"/>')
        + made.paragraph("Tom Bay told the board that the harbour bridge would open on 4 May 2019."),
        "Minutes of the board", "Cara Lund", "2019-03-20T09:00:00Z",
    )  # fmt: skip
    speech = "---\ntitle: Speech on the quay\ndate: 2019-05-04\n---\nWinona Pell: This harbour bridge is yours.\n"
    files: dict[str, bytes] = {
        "news.html": _HTML.encode(),
        "toll.md": _NOTE.encode(),
        "toll-copy.html": (
            "<html><head><title>Notes on the toll</title><meta name=date content=2019-04-02></head>"
            f"<body><p>{_NOTE.rpartition('---')[2].strip()}</p></body></html>"
        ).encode(),
        "mail.eml": _mail(),
        "minutes.docx": word,
        "book.epub": made.epub(
            [
                "<h1>Water</h1><p>The harbour was once a river.</p>",
                "<h1>Steel</h1><p>Winona Pell asked for a harbour bridge.</p>",
            ],
            "<dc:title>A town and its water</dc:title><dc:creator>Otto Lind</dc:creator><dc:date>2018-10-01</dc:date>",
        ),
        "slides.pptx": made.pptx(
            [["The bridge", "Harbour bridge: what it costs"], ["Toll", "Two dollars"]], "The bridge in slides"
        ),
        "old.zip": made.packed(
            {"2018/speech.txt": speech, "2018/log.txt.gz": gzip.compress(b"The harbour bridge log of 3 May 2018.")}
        ),
        "scan.pdf": made.pdf([[], []]),
        "locked.pdf": made.pdf([["Harbour"]], encrypted=True),
        "letter.rtf": rb"{\rtf1\ansi{\info{\title A letter}}Dear Tom, the harbour bridge is late. Ann Hale\par}",
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
