"""Publication dates: which source wins, what is warned of, and where the body prints it."""

from __future__ import annotations

from typing import Any

import pytest

from nzn_cli.annotate.dates.date_facts import dates_of
from nzn_cli.model.documents import Document
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.byline import bylines
from nzn_cli.normalise.document import document_from_bytes
from nzn_cli.normalise.path_dates import file_date
from nzn_cli.normalise.publication_date import publication

HERE = Folder("/corpus")


def read(text: str, path: str = "a.md", folder: Folder = HERE) -> Document:
    return document_from_bytes(path, text.encode(), folder)


def codes(document: Document) -> list[tuple[str, int | None]]:
    return [(warning.code, warning.line) for warning in document.warnings]


@pytest.mark.parametrize(
    ("front", "date", "precision"),
    [
        ("date: 2018-09-12", "2018-09-12", "day"),
        ("date: '2018-09-12T23:30:00-04:00'", "2018-09-12", "day"),
        ("date: 2018", "2018", "year"),
        ("date: 2018-09", "2018-09", "month"),
        ("date: September 2018", "2018-09", "month"),
        ("date: 20180912", "2018-09-12", "day"),
        ("date: 201809", "2018-09", "month"),
        ("date: 1536710400", "2018-09-12", "day"),
        ("date: 1536710400000", "2018-09-12", "day"),
        ("date: [2018-09-12, 2019-01-01]", "2018-09-12", "day"),
        ("pubDate: Wed, 12 Sep 2018 13:28:00 +1200", "2018-09-12", "day"),
        ("Publish-Date: 12 Sep 2018", "2018-09-12", "day"),
        ("ms.date: 09/03/2018", "2018-09-03", "day"),
        ("updated: 2020-01-01\ndate: 2018-09-12", "2018-09-12", "day"),
        ("date:\nlastmod: 2020-01-01", "2020-01-01", "day"),
        ("date: the twelfth day of September in 2018", None, None),
    ],
)
def test_front_matter_in_any_shape(front: str, date: str | None, precision: str | None) -> None:
    document = read(f"---\n{front}\n---\nText.")
    assert (document.date, document.date_precision) == (date, precision)
    assert document.date_source == ("frontmatter" if date else None)


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("date: 03/04/2018", "date-ambiguous"),
        ("date: 2022-02-30", "date-impossible"),
        ("date: soon", "date-unreadable"),
        ("date: {a: 1}", "date-unreadable"),
        ("date: true", "date-unreadable"),
        ("date: 12", "date-unreadable"),
        ("date: 12:30", "date-unreadable"),
    ],
)
def test_warnings_name_the_line(front: str, code: str) -> None:
    assert codes(read(f"---\ntitle: A\n{front}\n---\nText.")) == [(code, 3)]


@pytest.mark.parametrize(
    "front", ["published: true", "released: soon", "date:", "updated: [yes]", "posted: {by: Jane}"]
)
def test_keys_that_mean_no_date_here(front: str) -> None:
    document = read(f"---\ntitle: A\n{front}\n---\nText.")
    assert (document.date, document.warnings) == (None, ())


def test_an_ambiguous_date_says_both_readings() -> None:
    document = read("---\ndate: 03/04/2018\n---\n")
    assert document.date == "2018-04-03"
    assert "2018-03-04" in document.warnings[0].message
    document = read("---\ndate: 03/04/2018\n---\n", folder=Folder("/corpus", day_first=False))
    assert document.date == "2018-03-04"
    document = read("---\nus: 03/04/2018\n---\n", folder=Folder("/corpus", keys={"date": ("us",)}, month_first=("us",)))
    assert (document.date, document.warnings) == ("2018-03-04", ())


def test_what_cannot_be_read_gives_way_to_the_next_source() -> None:
    document = read("---\ndate: 2022-02-30\n---\nText.", "2022-03-01-x.md")
    assert (document.date, document.date_source, codes(document)) == (
        "2022-03-01",
        "filename",
        [("date-impossible", 2)],
    )


def test_sources_in_order() -> None:
    front, byline, name = "---\ndate: 2018-01-01\n---\n", "Title\n\n2 January 2018\n\nText.", "2018-01-03_x.txt"
    facts = Folder("/corpus", facts=(("2018*", {"date": "2018-01-04"}),))
    assert (read(front + byline, name, facts).date, read(front + byline, name, facts).date_source) == (
        "2018-01-01",
        "frontmatter",
    )
    assert (read(byline, name, facts).date, read(byline, name, facts).date_source) == ("2018-01-04", "config")
    assert (read(byline, name).date, read(byline, name).date_source) == ("2018-01-02", "text")
    assert (read("Text.", name).date, read("Text.", name).date_source) == ("2018-01-03", "filename")
    url = read("---\nurl: https://x.org/2018/01/05/slug\n---\nText.")
    assert (url.date, url.date_source) == ("2018-01-05", "url")
    assert read("Text.").date is None


def test_a_date_unlike_the_file_names() -> None:
    document = read("---\ndate: 2018-09-12\n---\n", "2018-09-13-x.md")
    assert (document.date, codes(document)) == ("2018-09-12", [("date-not-as-named", None)])
    assert read("---\ndate: 2018-09\n---\n", "2018-09-13-x.md").warnings == ()


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("2001-02-03_slug.md", "2001-02-03"),
        ("a/b/2014-01-02-slug.md", "2014-01-02"),
        ("20010203.txt", "2001-02-03"),
        ("release_2001_02_03.txt", "2001-02-03"),
        ("Release 12 Sep 2018.txt", "2018-09-12"),
        ("12-sep-2018-release.txt", "2018-09-12"),
        ("2018-09-notes.md", "2018-09"),
        ("2018/09/12/slug.md", "2018-09-12"),
        ("news/2018/09/slug.md", "2018-09"),
        ("news/2018-09-12/slug.md", "2018-09-12"),
        ("2018-13-45-x.md", None),
        ("000_5d12b4919f0e1d29.txt", None),
        ("20190230.txt", None),
        ("report-2018.md", None),
        ("resolution-1973.md", None),
        ("123456789012.txt", None),
        ("2018/99/x.md", None),
    ],
)
def test_file_names(path: str, date: str | None) -> None:
    assert file_date(path) == date


HEADS = {
    "Last updated: 12 Sep. 2018 13:28": "12 Sep. 2018 13:28",
    "  • Last updated: 12 Sep. 2018": "12 Sep. 2018",
    "**Wednesday, 12 September 2018, 5:05 pm**": "Wednesday, 12 September 2018, 5:05 pm",
    "Published on September 12, 2018 by Jane Doe": "September 12, 2018",
    "By Jane Doe | 12 September 2018 | 5 min read": "12 September 2018",
    "Posted by Jane Doe on 12 September 2018": "12 September 2018",
    "By Jane Doe, 12 September 2018": "12 September 2018",
    "MEDIA RELEASE 12 September 2018": "12 September 2018",
    "Date: 2018-09-12": "2018-09-12",
    "WELLINGTON, 12 September 2018 – The minister said so.": "12 September 2018",
    "Port Moresby, Papua New Guinea, 12 September 2018": "12 September 2018",
    "BRUSSELS, Sept. 12, 2018 (Wire) -- Ministers met.": "Sept. 12, 2018",
    "September 12, 2018 – Ministers met.": "September 12, 2018",
    "(September 12, 2018)": "September 12, 2018",
}


@pytest.mark.parametrize("line", HEADS)
def test_printed_dates(line: str) -> None:
    document = read(f"A heading of some words\n\n{line}\n\nRunning text follows here.\n")
    assert (document.date, document.date_source) == ("2018-09-12", "text")
    assert document.date_span is not None
    assert document.body[slice(*document.date_span)] == HEADS[line]


@pytest.mark.parametrize(
    "line",
    [
        "The treaty was signed on 12 September 2018.",
        "On 12 September 2018 ministers met in the capital to discuss it.",
        "Closing date: 12 September 2018",
        "Submissions close: 12 September 2018",
        "In September 2018",
        "Budget 2018",
        "Phone 2018-09-1234",
        "as the committee wrote in its last report of the year, which is dated\n12 September 2018.",
    ],
)
def test_dates_that_are_not_the_documents(line: str) -> None:
    assert read(f"A heading of some words\n\n{line}\n\nRunning text follows here.\n").date is None


def test_dates_below_running_text_are_not_the_documents() -> None:
    prose = "This is running text that goes on for a while, as such text does, until it ends here at last.\n\n"
    assert read("Heading\n\n" + prose * 3 + "12 September 2018\n\n" + prose).date is None
    assert read("Heading\n\n" + prose * 60 + "Last updated: 12 September 2018\n").date == "2018-09-12"


def test_the_byline_that_agrees_with_the_metadata_is_told() -> None:
    body = "Heading\n\n11 September 2018\n\nWednesday, 12 September 2018\n\nText."
    document = read(f"---\ndate: 2018-09-12\n---\n{body}")
    assert document.date_span is not None
    assert document.body[slice(*document.date_span)] == "Wednesday, 12 September 2018"
    assert read(f"---\ndate: 2017-01-01\n---\n{body}").date_span is None


def test_a_byline_of_figures_is_ambiguous() -> None:
    document = read("Heading\n\n03/04/2018\n\nText.")
    assert (document.date, [w.code for w in document.warnings]) == ("2018-04-03", ["date-ambiguous"])
    document = read("Heading\n\n03/04/2018\n\nText.", "2018-03-04_x.txt")
    assert (document.date, document.warnings) == ("2018-03-04", ())


def test_a_published_label_outweighs_an_update() -> None:
    found = bylines("Heading\n\nUpdated: 14 Sep 2018\nPublished: 12 Sep 2018\n\nText.")
    assert [one.value for one in found] == ["2018-09-12", "2018-09-14"]


def test_configured_keys() -> None:
    folder = Folder("/corpus", keys={"date": ("when",)})
    document: Any = read("---\ndate: 2017-01-01\nwhen: 2018-09-12\n---\n", folder=folder)
    assert document.date == "2018-09-12"


def test_a_linked_logo_before_the_byline_hides_nothing() -> None:
    logo = "[![The council](https://example.org/logo.small.png)](https://example.org) "
    body = f"Council opens pool\n======\n\n{logo}**Monday, 5 July 2010, 5:20 pm**\n\nThe pool opens on Friday.\n"
    [byline] = bylines(body)
    assert (byline.value, body[byline.start : byline.end]) == ("2010-07-05", byline.text)
    assert [event.text for event in dates_of(body, "2010-07-05", (byline.start, byline.end))] == ["Friday"]


def test_a_complaint_says_that_the_settings_are_meant() -> None:
    folder = Folder("/corpus", facts=(("a*", {"date": "next friday"}),))
    (complaint,) = read("Nothing dated.", "a.md", folder).warnings
    assert complaint.code == "date-unreadable"
    assert complaint.message.startswith("in .nzn.toml, date: next friday")


@pytest.mark.parametrize(
    ("path", "body", "found"),
    [
        ("a.pdf", "The plan.", ("2019-04-03", "file")),
        ("a.pdf", "# The plan\n\n7 May 2018\n\nIt is good.", ("2018-05-07", "text")),
        ("2017-01-02-a.pdf", "The plan.", ("2017-01-02", "filename")),
    ],
)
def test_a_files_properties_are_the_last_to_be_asked(path: str, body: str, found: tuple[str, str]) -> None:
    stated = [("frontmatter", {"file_created": "2019-04-03T10:00:00"})]
    result = publication(path, body, None, stated, Folder("/c"), {})  # type: ignore[arg-type]
    assert (result.date, result.source) == found
