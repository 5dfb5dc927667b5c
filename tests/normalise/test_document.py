"""People, portfolios, addresses and titles out of metadata of any shape, each with its source."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.model.documents import Document
from nzn_cli.model.settings import Folder
from nzn_cli.normalise import credits as crediting
from nzn_cli.normalise.document import document_from_bytes, site_of, unreadable

HERE = Folder("/corpus")


def read(front: str, body: str = "Text.", path: str = "a.md", folder: Folder = HERE) -> Document:
    return document_from_bytes(path, f"---\n{front}\n---\n{body}".encode(), folder)


@pytest.mark.parametrize(
    ("front", "names"),
    [
        ("ministers: [Hon Ron Mark]", ["Ron Mark"]),
        ("minister: Rt Hon Winston Peters", ["Winston Peters"]),
        ("ministers:\n  - Hon Ron Mark\n  - Hon Andrew Little", ["Ron Mark", "Andrew Little"]),
        ("author: Howard, John", ["John Howard"]),
        ("author: 'Howard, John; Keating, Paul'", ["John Howard", "Paul Keating"]),
        ("author: Jane Doe, John Roe and Mary Major", ["Jane Doe", "John Roe", "Mary Major"]),
        ("by: By Jane Doe", ["Jane Doe"]),
        ("authors: [jane-doe, harbour-bridge-company]", ["Jane Doe"]),
        ("authors: [{name: Jane Doe, role: Editor}, {display_name: John Roe}]", ["Jane Doe", "John Roe"]),
        ("authors: [Jane Doe, Jane Doe]", ["Jane Doe"]),
        ("author: Jane Doe <jane@example.org>", ["Jane Doe"]),
        ("author: jane@example.org (Jane Doe)", []),
        ("author: 'Jane Doe, Harbour Herald'", ["Jane Doe"]),
        ("ministers:\nauthor: Jane Doe", ["Jane Doe"]),
        ("creators: [University of Waikato]\nauthor: Jane Doe", ["Jane Doe"]),
        ("author: Ministry of Defence", []),
        ("author: young-labour", []),
        ("author: [1, 2.5, true, null, {}]", []),
        ("author: {a: {b: c}}", []),
    ],
)
def test_people(front: str, names: list[str]) -> None:
    document = read(front)
    assert [credit.name for credit in document.credits] == names
    assert document.ministers_source == ("frontmatter" if names else None)


def test_credits_keep_the_string_and_the_role() -> None:
    (credit,) = read("ministers: 'Hon Ron Mark, Minister of Defence'").credits
    assert credit == ("Ron Mark", "Hon Ron Mark, Minister of Defence", "Minister of Defence")
    (credit,) = read("author: 'Jane Doe (Leader of the Harbour Party)'").credits
    assert (credit.name, credit.role) == ("Jane Doe", "Leader of the Harbour Party")


def test_portfolios_are_the_office_of_one_minister_alone() -> None:
    (credit,) = read("ministers: [Hon Ron Mark]\nportfolios: [Defence, Veterans]").credits
    assert credit.role is not None
    assert credit.role.split("; ")[0] == "Minister of Defence"
    assert len(credit.role.split("; ")) == 2
    assert [c.role for c in read("ministers: [Ron Mark, Jane Doe]\nportfolios: [Defence]").credits] == [None, None]
    assert [c.role for c in read("author: Jane Doe\ntags: [Defence]").credits] == [None]


@pytest.mark.parametrize(
    ("front", "roles"),
    [
        ("creators: ['QUILL, Ana']\nsource: MINISTER FOR PORTS AND SHIPPING", ["MINISTER FOR PORTS AND SHIPPING"]),
        ("creator: Ana Quill\nsource: Leader of the Opposition", ["Leader of the Opposition"]),
        ("creators: ['QUILL, Ana']\nsource: SHADOW TREASURER", ["SHADOW TREASURER"]),
        ("creators: [Ana Quill]\nsource: ATTORNEY-GENERAL", ["ATTORNEY-GENERAL"]),
        ("author: Ana Quill\noffice: [Prime Minister, Minister of Ports]", ["Prime Minister; Minister of Ports"]),
        ("creators: ['QUILL, Ana', 'ROE, John']\nsource: MINISTER FOR PORTS", [None, None]),
        ("author: 'Ana Quill, Minister of Ports'\nsource: MINISTER FOR REEFS", ["Minister of Ports"]),
        ("author: Ana Quill\nsource: The Harbour Herald", [None]),
        ("author: Ana Quill\nsource: https://minister.example.org", [None]),
        ("author: Ana Quill\nsource: Department of Ports", [None]),
        ("author: Ana Quill\nsource: Office of the Minister", [None]),
        ("author: Ana Quill\nsource: [1, {a: b}]", [None]),
        ("source: MINISTER FOR PORTS", []),
    ],
)
def test_the_office_that_metadata_names_is_that_of_one_person_alone(front: str, roles: list[str | None]) -> None:
    assert [credit.role for credit in read(front).credits] == roles


@pytest.mark.parametrize(
    ("front", "portfolios"),
    [
        ("portfolios: [Defence, Foreign Affairs]", ("Defence", "Foreign Affairs")),
        ("portfolio: Defence", ("Defence",)),
        ("tags: a, b; c", ("a", "b", "c")),
        ("tags: ['Arts, Culture and Heritage']", ("Arts, Culture and Heritage",)),
        ("tags: []\ncategories: x", ("x",)),
        ("tags: [2018, x, x]", ("2018", "x")),
        ("other: x", ()),
    ],
)
def test_portfolios(front: str, portfolios: tuple[str, ...]) -> None:
    assert read(front).portfolios == portfolios


@pytest.mark.parametrize(
    ("front", "url", "site"),
    [
        ("url: https://www.example.org/a?b#c", "https://www.example.org/a?b#c", "example.org"),
        (
            "Source-URL: HTTP://User:x@News.Example.org:8080/",
            "HTTP://User:x@News.Example.org:8080/",
            "news.example.org",
        ),
        ("source: The Harbour Herald\nlink: https://a.nz", "https://a.nz", "a.nz"),
        ("permalink: /about/", None, None),
        ("permalink: false\nurl: {x: y}", None, None),
        ("url: javascript:alert(1)", None, None),
    ],
)
def test_address(front: str, url: str | None, site: str | None) -> None:
    document = read(front)
    assert (document.url, document.site, document.url_source) == (url, site, "frontmatter" if url else None)


@pytest.mark.parametrize(("url", "site"), [("https://[::1]:80/x", "[::1]"), ("https://www.a.nz./", "a.nz"), ("", None)])
def test_site(url: str, site: str | None) -> None:
    assert site_of(url) == site


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("title: A: b", "A: b"),
        ("title: NO", "NO"),
        ("title: 12:30", "12:30"),
        ("title: 2018", "2018"),
        ("title: [First, Second]", "First"),
        ('title: "two\\n lines"', "two lines"),
        ("Headline: Given", "Given"),
        ("title: ''\nname: Given", "Given"),
    ],
)
def test_title(front: str, title: str) -> None:
    document = read(front, "# Heading\n\nText.")
    assert (document.title, document.title_source) == (title, "frontmatter")


def test_title_of_the_text() -> None:
    document = read("other: x", "# Heading\n\nText.")
    assert (document.title, document.title_source) == ("Heading", "text")


def test_metadata_stays_as_it_was_written() -> None:
    document = read("ministers: Rt Hon Winston Peters\ndate: 12 Sep 2018\nminutes: 12:30\ncountry: NO")
    assert document.meta == {
        "ministers": "Rt Hon Winston Peters",
        "date": "12 Sep 2018",
        "minutes": "12:30",
        "country": "NO",
    }


@pytest.mark.parametrize("pattern", ["002*", "002_story", "002_story.txt", "in/*", "in/002_story.txt"])
def test_facts_of_the_settings_fill_what_is_missing(pattern: str) -> None:
    given_facts: dict[str, Any] = {
        "date": "2019-01-26",
        "title": "Given",
        "url": "https://www.a.nz/x",
        "author": "Jane Doe",
        "tags": ["x"],
        "desk": "world",
    }
    folder = Folder("/corpus", facts=((pattern, given_facts),))
    document = document_from_bytes("in/002_story.txt", b"Heading\n\n1 January 2001\n\nText.", folder)
    assert (document.date, document.title, document.site) == ("2019-01-26", "Given", "a.nz")
    assert {
        document.date_source,
        document.title_source,
        document.url_source,
        document.ministers_source,
        document.portfolios_source,
    } == {"config"}
    assert document.meta["desk"] == "world"
    stated = read("title: Own\ndesk: sport", path="in/002_story.txt", folder=folder)
    assert (stated.title, stated.title_source, stated.meta["desk"]) == ("Own", "frontmatter", "sport")
    assert document_from_bytes("003.txt", b"", folder).date is None


def test_later_facts_weigh_more() -> None:
    folder = Folder("/corpus", facts=(("*", {"date": "2001"}), ("002*", {"date": "2002"})))
    assert document_from_bytes("002.txt", b"", folder).date == "2002"
    assert document_from_bytes("003.txt", b"", folder).date == "2001"


def test_words_are_counted() -> None:
    assert read("title: A", "One two\n\nthree – four").words == 5


def test_an_unreadable_file_is_a_document() -> None:
    document = unreadable("2018-09-12_x.txt", PermissionError(13, "Permission denied"), HERE)
    assert (document.date, document.words, [w.code for w in document.warnings]) == ("2018-09-12", 0, ["unreadable"])


def test_documents_travel_between_processes() -> None:
    document = read("title: A\nministers: [Hon Ron Mark]\ntags: {a: [1]}")
    assert pickle.loads(pickle.dumps(document)) == document
    assert pickle.loads(pickle.dumps(document_from_bytes)) is document_from_bytes


keys = st.sampled_from(["title", "date", "url", "ministers", "author", "portfolios", "tags", "name", "ms.date", "x"])
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(keys, values), st.text(max_size=200), st.text(max_size=20))
def test_any_document_is_read(meta: dict[str, Any], body: str, path: str) -> None:
    front = "\n".join(f"{key}: {json.dumps(value)}" for key, value in meta.items())
    document = document_from_bytes(path, f"---\n{front}\n---\n{body}".encode("utf-8", "replace"), HERE)
    json.dumps(document._asdict(), allow_nan=False)
    assert document.date is None or document.date_source
    if document.date_span:
        assert 0 <= document.date_span[0] < document.date_span[1] <= len(document.body)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_document(data: bytes) -> None:
    assert isinstance(document_from_bytes("a.md", data, HERE), Document)


@pytest.mark.parametrize(
    "unit", ["A B; ", "Bell, Ana; ", "Hon Ana Bell, Minister of Bridges; ", "- ", "<", "(a@", "x / "]
)
def test_of_a_flood_of_names_those_of_its_beginning_are_credited(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def people(text: str) -> Iterator[str]:
        read.append(text)
        return people_of_text(text)

    people_of_text = crediting._people
    monkeypatch.setattr(crediting, "_people", people)
    line = "- '" + (unit * (900 // len(unit))).strip() + "'\n"
    flood = "---\nministers:\n- Hon Ana Quill\n" + line * 400 + "---\nA text."
    document = document_from_bytes("a.md", flood.encode(), Folder("/corpus"))
    assert document.credits[0].name == "Ana Quill"
    assert [problem.code for problem in document.warnings] == ["too-much-work"]
    assert sum(map(len, read)) <= crediting.MOST


def test_all_of_two_hundred_names_are_credited() -> None:
    names = [f"Ana Quill{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200)]
    data = "---\nministers:\n" + "".join(f"- {name}\n" for name in names) + "---\nA text."
    document = document_from_bytes("a.md", data.encode(), Folder("/corpus"))
    assert [credit.name for credit in document.credits] == names
    assert document.warnings == ()


def test_one_minister_holds_no_more_offices_than_there_are() -> None:
    data = (
        "---\nminister: Hon Ana Quill\nportfolio: '" + "".join(f"Bridge {n};" for n in range(5_000)) + "'\n---\nA text."
    )
    document = document_from_bytes("a.md", data.encode(), Folder("/corpus"))
    assert len(document.portfolios) == 5_000
    assert (document.credits[0].role or "").count(";") < 250
