"""Mutated files of every format that is read, and what must hold of each: a document, places in it, members to read.

A file is broken in its bytes, and one that is packed also in what is in it.
"""

from __future__ import annotations

import gzip
import io
import os
import random
import tempfile
import zipfile
from functools import cache
from pathlib import Path

from nzn_cli.documents.containers import member_bytes, members
from nzn_cli.documents.formats.zipped import Damaged
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.document import document_from_bytes
from nzn_cli.store.rows import rows_of
from tests.documents.formats import made

_PROSE = (
    "The harbour board met on Tuesday, 8 May 2018, and heard the engineers of the bridge for two hours.",
    "“It will open in June,” said Ann Hale, who had waited for it. Nobody from the town spoke against the toll.",
)
_PAGE = (
    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Bridge &amp; toll | The Bell</title><meta "
    'name="DC.date" '
    'content="2018-05-08"><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge", "author": '
    '[{"name": "Ann"}]}</script></head><body><nav><a href=/>Home</a></nav><main class="post-content"><h1>Bridge</h1>'
    f"<p>{_PROSE[0]}<p>{_PROSE[1]}<ul><li>one<li><b>two</b><ol><li>three</ol></ul><table><tr><th>Year<th>Cost<tr><td>1"
    f"<td>2</table><blockquote><p>{_PROSE[1]}</blockquote><pre>a\n b</pre><dl><dt>x<dd>y</dl></main><div id=comments>no"
    "</div><footer>&copy; 2018</footer></body></html>"
)
_MAIL = (
    "From: Ann Hale <ann@bell.example>\r\nTo: =?utf-8?q?B=C3=B6b?= <bob@bell.example>, c@bell.example\r\nDate: "
    "Tue, 8 May "
    "2018 10:30:00 +1200\r\nSubject: The bridge\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; "
    "boundary=xx\r\n\r\n"
    f"--xx\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n{_PROSE[0]} \r\nMore.\r\n\r\nOn "
    f"Monday, Bob "
    f"wrote:\r\n> {_PROSE[1]}\r\n--xx\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: "
    f"base64\r\n\r\nPHA+SGk8L3A+\r\n"
    '--xx\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="a note.txt"\r\n\r\nA '
    "note.\r\n--xx--\r\n"
)
_MHTML = (
    "MIME-Version: 1.0\r\nSnapshot-Content-Location: https://bell.example/a\r\nContent-Type: multipart/related; "
    f"boundary=xx\r\n\r\n--xx\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{_PAGE}\r\n--xx--\r\n"
)
_RTF = (
    r"{\rtf1\ansi\ansicpg1252{\info{\title Bridge}{\author Ann}{\creatim\yr2018\mo5\dy8}}{\fonttbl{\f0 Arial;}}"
    r"\pard The caf\'e9 \u8220?opens\u8221? \{now\}.\par{\*\generator x}{\b bold}\trowd\cell one\cell two\row\par}"
)
_WORD = "".join(map(made.paragraph, _PROSE)) + (
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    "<w:p><w:del><w:r><w:delText>x</w:delText>"
    '</w:r></w:del><w:ins><w:r><w:t>y</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
)
_NOTES = '<w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>'


@cache
def _files(name: str) -> tuple[bytes, ...]:
    line = "Tue May  8 10:30:00 2018\n"
    mbox = f"From ann {line}{_MAIL}\n\nFrom bob {line}Subject: two\n\n>From here.\n"
    pages = [
        ["Harbour Board", *(line.strip("“").replace("”", "") for line in _PROSE), f"page {number} of 4"]
        for number in range(1, 5)
    ]
    word = made.docx(_WORD, "Bridge", "Ann Hale", "2018-05-08T00:00:00Z", _NOTES)
    found: dict[str, tuple[str | bytes, ...]] = {
        "html": (_PAGE, _PAGE.replace("<p>", "<br><br>").replace("main", "div")),
        "mhtml": (_MHTML,),
        "pdf": (
            made.pdf(pages, "/Title (Bridge) /CreationDate (D:20180508)"),
            made.pdf([["One."], []], encrypted=True),
        ),
        "mail": (_MAIL,),
        "docx": (word,),
        "odt": (
            made.odt(
                f'<text:h text:outline-level="1">Bridge</text:h><text:p>{_PROSE[0]}</text:p>', "<dc:title>B</dc:title>"
            ),
        ),
        "pptx": (made.pptx([["Bridge", *_PROSE], ["Toll", "one"]], "Bridge"),),
        "epub": (made.epub([f"<h1>One</h1><p>{_PROSE[0]}</p>", f"<p>{_PROSE[1]}</p>"], "<dc:title>Bridge</dc:title>"),),
        "zip": (made.packed({"a.txt": _PROSE[0], "2018/b.html": _PAGE, "c.eml": _MAIL, "d.docx": word, "e/": ""}),),
        "mbox": (mbox,),
        "rtf": (_RTF,),
        "gz": (gzip.compress(_PAGE.encode()),),
    }
    return tuple(one.encode() if isinstance(one, str) else one for one in found[name])


ENDINGS = {
    "html": ".html", "mhtml": ".mhtml", "pdf": ".pdf", "mail": ".eml", "docx": ".docx", "odt": ".odt", "pptx": ".pptx",
    "epub": ".epub", "zip": ".zip", "mbox": ".mbox", "rtf": ".rtf", "gz": ".html.gz",
}  # fmt: skip
_PIECES = (
    b"<",
    b">",
    b"&",
    b"<div>",
    b"</div>",
    b"<p",
    b"<table><tr><td>",
    b"]]>",
    b"<!--",
    b"&#x110000;",
    b"&#xD800;",
    b"\0",
    b"\xff\xfe",
    b"--xx\r\n",
    b"\r\n\r\n",
    b"Content-Type: multipart/mixed; boundary=xx\r\n\r\n",
    b"=?utf-8?b?/w==?=",
    b"charset=utf-7",
    b"{",
    b"}",
    b"{\\*",
    b"\\u-1?",
    b"\\uc99 ",
    b"\\'zz",
    b"<< /Kids [2 0 R] >>",
    b" 0 R ",
    b"(",
    b"endobj",
    b"-1",
    b"99999999999",
    b"/Length 0",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"\x80\x81",
    b"\xed\xa0\x80",
    b"From a\n",
    b"PK\x01\x02",
    b"../",
    b"[",
    b'"',
    b"@type",
)


def _broken(rng: random.Random, data: bytes) -> bytes:
    kept = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 12, 40))):
        at, what = rng.randint(0, len(kept)), rng.random()
        more = rng.choice((1, 1, 2, 8, 40, 400))
        if what < 0.3:
            kept[at : at + more % 9] = rng.randbytes(rng.randint(1, 4))
        elif what < 0.55:
            kept[at : at + rng.choice((0, 1, more))] = rng.choice(_PIECES) * rng.choice((1, 1, 1, 2, 50, 3_000))
        elif what < 0.7:
            del kept[at : at + more]
        elif what < 0.85:
            to = rng.randint(0, len(kept))
            kept[to:to] = kept[at : at + more] * rng.choice((1, 1, 2, 200))
        elif what < 0.9:
            del kept[at:]
        else:
            digits = [place for place in range(at, min(at + 2_000, len(kept))) if 48 <= kept[place] < 58]
            if digits:
                kept[rng.choice(digits)] = rng.choice(b"0123456789-")
        del kept[200_000:]
    return bytes(kept)


def _broken_inside(rng: random.Random, data: bytes) -> bytes:
    """A ZIP file of which some members are broken, lost or there twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made_anew:
        for info in archive.infolist():
            content, what = archive.read(info), rng.random()
            if what < 0.5:
                content = _broken(rng, content)
            elif what < 0.55:
                continue
            name = (
                info.filename
                if rng.random() < 0.97
                else rng.choice(("../a.txt", "/a.txt", "a.zip/b.txt", "\ud7ff", "a" * 300))
            )
            if name not in made_anew.NameToInfo:
                made_anew.writestr(name, content)
    return out.getvalue()


def mutated(name: str, rng: random.Random) -> bytes:
    """Return a broken file of a format."""
    data = rng.choice(_files(name))
    if data.startswith(b"PK") and rng.random() < 0.75:
        data = _broken_inside(rng, data)
        return data if rng.random() < 0.8 else _broken(rng, data)
    if name == "gz" and rng.random() < 0.5:
        return gzip.compress(_broken(rng, gzip.decompress(data)), 1)
    return _broken(rng, data)


def check(name: str, data: bytes) -> None:
    """Raise where a file is not borne."""
    path = f"2018/bridge{ENDINGS[name]}"
    document = document_from_bytes(path, data, Folder("/corpus"))
    assert "not-extracted" not in [warning.code for warning in document.warnings], document.warnings
    document.body.encode()
    if document.places is not None:
        starts = document.places.starts
        assert list(starts) == sorted(starts), starts
        assert not starts or (starts[0] >= 0 and starts[-1] <= len(document.body)), starts
    rows_of(document)
    if name in ("zip", "mbox", "mail"):
        _check_members(ENDINGS[name], data)


def _check_members(ending: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, f"a{ending}")
        Path(file).write_bytes(data)
        try:
            found = members(file)
        except Damaged:
            return
        for one in found[:50]:
            try:
                content = member_bytes(file, one.path)
            except Damaged:
                continue
            document = document_from_bytes(f"a{ending}/{one.path}", content, Folder("/corpus"))
            assert "not-extracted" not in [warning.code for warning in document.warnings], document.warnings
            rows_of(document)
