"""HTML: the main text of a page as Markdown, what the page states, and pages that are broken or strange."""

from __future__ import annotations

import pytest

from nzn_cli.documents.formats.html import read_html, read_mhtml
from nzn_cli.model.documents import RawDocument

FIRST = "The harbour bridge was opened on Saturday by the minister, who had waited for it for two years."
SECOND = "It cost more than anybody in the town had thought, and it will be paid for by a toll."
TEXT = f"<p>{FIRST}</p><p>{SECOND}</p>"
BODY = f"{FIRST}\n\n{SECOND}"


def read(html: str | bytes) -> RawDocument:
    return read_html("a.html", html if isinstance(html, bytes) else html.encode())


def body(inside: str) -> str:
    return read(f"<!DOCTYPE html><html><head><title>T</title></head><body>{inside}</body></html>").body


@pytest.mark.parametrize(
    "inside",
    [
        f"<nav><a href=/>Home</a></nav><main>{TEXT}</main><footer>All rights of this page are reserved by us.</footer>",
        f"<div id=header><ul><li><a href=/a>News</a><li><a href=/b>Sport</a></ul></div><div id=content>{TEXT}</div>",
        f"<div class=entry-content>{TEXT}</div><div id=comments><p>{'A reader thinks so and so. ' * 9}</p></div>",
        f"<article>{TEXT}<div class='share-buttons'>Share this on all the networks</div></article>",
        f"<div class=cookie-notice><p>We use cookies so that this page knows you again.</p></div><div>{TEXT}</div>",
        f"<form action=/x id=aspnetForm><div>{TEXT}</div></form>",
        f"<div>{TEXT}<h3>Related stories</h3><ul><li><a href=/a>A ferry sinks</a></ul></div>",
        f"<div>{TEXT}<p><a href=/x>Read more about it</a></p><p>Share this</p><p>© 2019 The Bell</p></div>",
        f"<table><tr><td><a href=/>Home</a><br><a href=/n>News</a></td><td>{TEXT}</td></tr></table>",
        f"<div class=post>{TEXT}</div><aside><p>{'Another story is told here at length. ' * 3}</p></aside>",
        f"<div>{TEXT}</div><div hidden><p>{'What nobody sees. ' * 9}</p></div><script>a='<p>b'</script>",
        f"<div>{FIRST}<br><br>{SECOND}</div>",
        f"<font size=2><p>{FIRST}<p>{SECOND}</font>",
    ],
)  # fmt: skip
def test_the_main_text_alone(inside: str) -> None:
    assert body(inside) == BODY


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<h2>What it  cost</h2><p>Much.</p>", "## What it cost\n\nMuch."),
        ("<ul><li>steel</li><li>labour<ul><li>by day</li></ul></li></ul>", "- steel\n- labour\n  - by day"),
        ("<ol><li><p>one</p><p>goes on</p></li><li>two</li></ol>", "1. one\n\n  goes on\n\n2. two"),
        ("<blockquote><p>We are glad.</p><p>Very.</p></blockquote>", "> We are glad.\n>\n> Very."),
        (
            "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2017</td><td>1 | 2</td></tr></table>",
            "| Year | Cost |\n| --- | --- |\n| 2017 | 1 \\| 2 |",
        ),
        ("<pre>a\n  b</pre>", "```\na\n  b\n```"),
        ("<p>A <b>bold</b> <a href=/x>link</a> &amp; a\nline<br>end</p>", "A bold link & a line\nend"),
        ("<p>He said <q>no</q>.</p>", "He said “no”."),
        ("<dl><dt>Who</dt><dd>Ann</dd></dl>", "Who\n\nAnn"),
    ],
)  # fmt: skip
def test_shapes(inside: str, text: str) -> None:
    assert body(f"<article>{TEXT}{inside}<p>{SECOND}</p></article>") == f"{BODY}\n\n{text}\n\n{SECOND}"


@pytest.mark.parametrize(
    ("head", "meta"),
    [
        ("<title>Bridge opens | The Bell</title>", {"title": "Bridge opens"}),
        ("<title>Bridge opens at last now - The Bell</title>", {"title": "Bridge opens at last now"}),
        ("<title>North-south: a plan</title>", {"title": "North-south: a plan"}),
        ("<title>x</title><meta property=og:title content='The bridge'>", {"title": "The bridge"}),
        ("<meta name=DC.date content=2019><meta name=dc.creator content=A>", {"date": "2019", "author": "A"}),
        ("<meta name=author content=A><meta name=author content=B>", {"author": ["A", "B"]}),
        ("<meta property=article:author content=https://example.org/ann>", {}),
        ("<link rel=canonical href=https://example.org/a>", {"url": "https://example.org/a"}),
        ("<link rel=canonical href=/a><meta property=og:url content=https://example.org/b>", {}),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "S"}, {"@type": ["Article"], '
            '"headline": "A &amp; B", "datePublished": "2019-05-04", "author": [{"name": "A"}, "B"]}]}</script>',
            {"title": "A & B", "date": "2019-05-04", "author": ["A", "B"]},
        ),
        ('<script type="application/ld+json">{broken</script><title>A</title>', {"title": "A"}),
    ],
)  # fmt: skip
def test_what_a_page_states(head: str, meta: dict[str, object]) -> None:
    assert read(f"<html><head>{head}</head><body><p>{FIRST}</p></body></html>").meta == meta


@pytest.mark.parametrize(
    ("inside", "meta"),
    [
        ("<h1>The bridge</h1><h1>Other</h1>", {"title": "The bridge"}),
        ("<time datetime=2019-05-04T07:00>Saturday</time>", {"date": "2019-05-04T07:00"}),
        ("<span class=post-date>Published: 4 May 2019</span>", {"date": "4 May 2019"}),
        ("<p class=byline>By Ann Person</p>", {"author": "Ann Person"}),
        ("<span itemprop=author>Ann Person</span>", {"author": "Ann Person"}),
        ("<span class=update>a 2019</span><p class=authority>x</p>", {}),
    ],
)
def test_what_a_page_prints(inside: str, meta: dict[str, object]) -> None:
    found = read(f"<html><head></head><body>{inside}<p>{FIRST}</p></body></html>").meta
    assert {key: found.get(key) for key in ("title", "date", "author") if key in found} == meta


def test_the_heading_that_the_title_has_is_the_title() -> None:
    page = f"<title>The Bell: Bridge opens - News</title><h1>Site</h1><h1>Bridge opens</h1>{TEXT}"
    assert read(page).meta["title"] == "Bridge opens"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<meta charset=windows-1252><p>Caf\xe9</p>".encode("cp1252"), "cp1252"),
        ("<meta charset=iso-8859-1><p>Caf\xe9</p>".encode("cp1252"), "cp1252"),
        ("<meta charset=iso-8859-1><p>Café</p>".encode(), "cp1252"),
        ("<meta charset=nonsense><p>Café</p>".encode(), "utf-8"),
        ("<p>Café</p>".encode("utf-16"), "utf-16"),
        ("<p>Caf\xe9</p>".encode("cp1252"), "cp1252"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    document = read(data)
    assert document.encoding == encoding
    assert document.body in ("Café", "CafÃ©")


@pytest.mark.parametrize(
    "data",
    [
        "",
        " ",
        "<",
        "<html>",
        "<p>",
        "<title>",
        "\0",
        "<div>" * 20_000,
        "<table>" * 500,
        "<p" * 5_000,
        "<ul><li>" * 3_000,
        "&" * 9_999,
        f"<title>{'a | ' * 5_000}</title>",
    ],
)
def test_whatever_it_is_it_answers(data: str) -> None:
    assert isinstance(read(data).body, str)


def test_a_web_archive_is_its_page() -> None:
    archive = (
        "MIME-Version: 1.0\r\nSnapshot-Content-Location: https://example.org/a\r\n"
        'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n<title>A=20B</title>{TEXT}\r\n--x--\r\n"
    )
    document = read_mhtml("a.mhtml", archive.encode())
    assert (document.meta, document.body) == ({"url": "https://example.org/a", "title": "A B"}, BODY)
    (problem,) = read_mhtml("a.mhtml", b"nothing").problems
    assert problem.code == "format-broken"


def test_the_name_of_the_site_is_no_title_where_another_heading_is() -> None:
    page = f"<title>Owls - The Bird Book</title><div class=bar><h1>The Bird Book</h1></div><main><h1>Owls</h1>{TEXT}</main>"
    assert read(page).meta["title"] == "Owls"
