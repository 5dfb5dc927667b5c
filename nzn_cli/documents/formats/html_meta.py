"""What a page states of itself: JSON-LD, OpenGraph, Dublin Core, <meta>, <time>, canonical link, title against heading.

Takes values as they are written; what a date or a name is, `normalise` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from nzn_cli.documents.formats.html_tree import Element, text_of

_SCRIPTS = 20  # blocks of JSON-LD that are read
_JSON = 300_000  # characters of one
# key of our metadata -> names of <meta>, the surer first; names compare in lower case
_NAMES: dict[str, tuple[str, ...]] = {
    "title": (
        "og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title", "parsely-title", "sailthru.title",
        "headline",
    ),
    "date": (
        "article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
        "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "citation_publication_date", "citation_date",
        "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publishdate", "publication_date",
        "pubdate", "pub_date", "originalpublicationdate", "article_date_original", "date", "article.published",
        "published", "published_at", "published-date", "release_date", "cxenseparse:recs:publishtime", "created",
    ),
    "modified": (
        "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
        "last-modified", "lastmod", "revised",
    ),
    "author": (
        "author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author",
        "sailthru.author", "byl", "og:article:author", "article:author_name", "twitter:creator:name",
    ),
    "url": ("og:url", "dc.identifier.uri", "parsely-link", "twitter:url"),
    "site_name": ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher"),
    "description": ("og:description", "description", "dc.description", "dcterms.description", "twitter:description"),
    "section": ("article:section",),
    "keywords": ("article:tag", "keywords", "news_keywords", "dc.subject", "dcterms.subject", "parsely-tags"),
    "language": ("og:locale", "dc.language", "dcterms.language", "content-language"),
}  # fmt: skip
_ARTICLES = (
    "NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "PressRelease", "Report", "TechArticle",
    "ScholarlyArticle", "LiveBlogPosting", "OpinionNewsArticle", "AnalysisNewsArticle", "SocialMediaPosting",
    "WebPage", "CreativeWork",
)  # fmt: skip


def page_metadata(parser: Any, order: list[Element]) -> dict[str, Any]:
    """Return what the page of selectolax's `parser` states, under keys that front matter has.

    `order` are its elements in the order of the page.
    """
    found = _stated(parser)
    address = _address(parser, found.pop("url", None))
    inferred = {
        "title": page_title(parser, order, found.get("title"), found.get("site_name")),
        "date": found.get("date") or _printed_date(order),
        "author": found.get("author") or _byline(order),
        "url": address,
        "language": found.get("language") or (parser.root and parser.root.attributes.get("lang")),
    }
    found = {**inferred, **{key: value for key, value in found.items() if key not in inferred}}
    return {key: value for key, value in found.items() if value}


def _stated(parser: Any) -> dict[str, Any]:
    """What JSON-LD, else <meta> states, by key; one value as a text, several as a list."""
    linked, named = _linked_data(parser), _named(parser)
    found: dict[str, Any] = {}
    for key, names in _NAMES.items():
        values = linked.get(key) or next((named[name] for name in names if named.get(name)), None)
        if values:
            found[key] = values[0] if len(values) == 1 else values
    return found


def _address(parser: Any, stated: Any) -> str | None:
    """The address of a page: the canonical one, else what it states; a path without its site is none."""
    canonical = parser.css_first('link[rel~="canonical"]')
    address = (canonical.attributes.get("href") if canonical else None) or stated
    return address if isinstance(address, str) and address.startswith(("http://", "https://")) else None


# ---- JSON-LD ----------------------------------------------------------------------------------------------------


def _linked_data(parser: Any) -> dict[str, list[str]]:
    """The values of the first article that JSON-LD describes."""
    objects = [one for script in _scripts(parser) for one in _objects(script, 0)]
    for wanted in _ARTICLES:
        for one in objects:
            kinds = one.get("@type")
            if wanted in (kinds if isinstance(kinds, list) else [kinds]):
                return {key: values for key, values in _values(one).items() if values}
    return {}


def _scripts(parser: Any) -> Iterator[Any]:
    import json

    for node in parser.css('script[type="application/ld+json"]')[:_SCRIPTS]:
        text = node.text(deep=True, strip=True) or ""
        if len(text) > _JSON:
            continue
        try:
            yield json.loads(text.strip().removeprefix("<!--").removesuffix("-->").strip("; \n"), strict=False)
        except (ValueError, RecursionError):
            continue


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth < 5:
        for one in value[:200]:
            yield from _objects(one, depth + 1)
    elif isinstance(value, dict) and depth < 5:
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _objects(value.get(key), depth + 1)


def _values(one: dict[str, Any]) -> dict[str, list[str]]:
    keywords = one.get("keywords")
    return {
        "title": _texts(one.get("headline") or one.get("name")),
        "date": _texts(one.get("datePublished") or one.get("dateCreated") or one.get("uploadDate")),
        "modified": _texts(one.get("dateModified")),
        "author": _texts(one.get("author") or one.get("creator")),
        "url": _texts(one.get("url")),
        "section": _texts(one.get("articleSection")),
        "keywords": keywords.split(",") if isinstance(keywords, str) else _texts(keywords),
    }


def _texts(value: Any) -> list[str]:
    """The texts of a value, and the names of things that are described."""
    if isinstance(value, str):
        from html import unescape

        text = " ".join(unescape(value).split())
        return [text] if text else []
    if isinstance(value, list):
        return [text for one in value[:50] for text in _texts(one)]
    if isinstance(value, dict):
        return _texts(value.get("name")) if isinstance(value.get("name"), str) else []
    return []


# ---- <meta> -----------------------------------------------------------------------------------------------------


def _named(parser: Any) -> dict[str, list[str]]:
    named: dict[str, list[str]] = {}
    for node in parser.css("meta[content]")[:500]:
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = " ".join((attributes.get("content") or "").split())
        # an address of a profile is no author's name
        if name and content and not (name.endswith("author") and content.startswith(("http", "/", "@"))):
            kept = named.setdefault(name.strip().lower(), [])
            if content not in kept:
                kept.append(content[:2_000])
    return named


# ---- title ------------------------------------------------------------------------------------------------------

_BARS = re.compile(r"\s+[|–—·»«:•-]+\s+|\s*\|\s*| :: ")


def page_title(parser: Any, order: list[Element], stated: Any, site: Any) -> str | None:
    """Return the title of a page: a heading that <title> has, else what is stated, else <title> without its site."""
    shown = _shown_title(parser)
    stated = stated if isinstance(stated, str) else ""
    own = _headings(order, _same(str(site or "")))
    if found := _in_title(own, shown) or _in_title(own, stated):
        # the last part of <title> is the site, which some pages have as a heading too
        last = _same(_BARS.split(shown)[-1])
        return min([one for one in found if _same(one[2]) != last] or found)[2]
    if stated or shown:
        return (None if stated else _standing_alone(shown, order)) or _without_site(stated or shown, site)
    return next((text for tag, _, text in own if tag == "h1"), None)


def _in_title(headings: list[tuple[str, int, str]], title: str) -> list[tuple[str, int, str]]:
    wanted = _same(title)
    return [one for one in headings if _same(one[2]) in wanted]


def _shown_title(parser: Any) -> str:
    node = parser.css_first("head > title") or parser.css_first("title")
    return " ".join((node.text(deep=True) or "").split()) if node else ""


def _headings(order: list[Element], site: str) -> list[tuple[str, int, str]]:
    """The first headings that are not the name of the site: tag, the length of the text below 0, and the text."""
    found = ((one.tag, _heading(one)) for one in order if one.tag in _HEADINGS and not _is_of_site(one))
    own = [(tag, -len(text), text) for tag, text in found if 2 < len(text) < 300 and _same(text) not in ("", site)]
    return own[:_MOST]


_HEADINGS = ("h1", "h2", "h3")
_MOST = 60  # headings of a page that are looked at
_OF_SITE = re.compile(
    r"(?i)(?:^|[\s_-])(?:header|masthead|banner|logo|brand|site-?title|blog-?title|site-?name|menu-?title)(?:$|[\s_-])"
)
_OF_TEXT = re.compile(r"(?i)entry|post|article|story|news|content")


def _heading(element: Element) -> str:
    return text_of(element).rstrip("¶# ")


def _is_of_site(heading: Element) -> bool:
    """Whether a heading is the name of the site: it, or what it lies in, is called so."""
    above: Element | None = heading
    for _ in range(6):
        if above is None or above.tag in ("article", "main", "body"):
            return False
        if above.names and _OF_SITE.search(above.names) and not _OF_TEXT.search(above.names):
            return True
        above = above.parent
    return False


def _standing_alone(shown: str, order: list[Element]) -> str | None:
    """The part of <title> that the page prints as a line of its own, where that is one part alone."""
    parts = [part.strip() for part in _BARS.split(shown) if len(part.split()) > 2]
    lengths = {len(part) for part in parts}
    printed = {text_of(one) for one in order[:_LOOK] if one.inner in lengths and one.tag != "a" and not one.linked}
    found = [part for part in parts if part in printed]
    return found[0] if len(found) == 1 else None


def _same(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


_ENDS = " |–—·»«:•-"
_TITLE = 600  # characters of one


def _without_site(title: str, site: Any) -> str:
    """A title without the name of its site at either end."""
    title = title[:_TITLE]
    parts = _BARS.split(title)
    if len(parts) < 2:
        return title
    if isinstance(site, str) and (known := _same(site)) and known in (_same(parts[0]), _same(parts[-1])):
        first = known == _same(parts[0])
        cut = title[len(parts[0]) :] if first else title[: len(title) - len(parts[-1])]
        return cut.strip(_ENDS) or title
    # the site's name is short and stands last; a bar says so more surely than a dash
    rest = title[: len(title) - len(parts[-1])].rstrip()
    bar, rest = rest[-1:], rest.rstrip(_ENDS)
    if bar in "|»«·•" and len(rest.split()) > 1:
        return _without_site(rest, None) if "|" in rest else rest
    short = len(parts[-1].split()) < 5 and len(parts[-1]) < len(rest)
    return rest if bar in "-–—" and len(rest.split()) > 3 and short else title


# ---- what a page prints -------------------------------------------------------------------------------------------

_DATED = re.compile(
    r"(?i)(?:^|[\s_-])(?:date|dateline|published|pubdate|posted|post-?date|entry-?date|timestamp|time|created)"
)
_SIGNED = re.compile(r"(?i)(?:^|[\s_-])(?:byline|author|author-?name|posted-?by|vcard|writer)(?:$|[\s_-])")


@lru_cache(maxsize=20_000)
def _is_dated_name(names: str) -> bool:
    return bool(_DATED.search(names))


@lru_cache(maxsize=20_000)
def _is_signed_name(names: str) -> bool:
    return bool(_SIGNED.search(names))


_LOOK = 4_000  # elements of a page that are looked at for a date


def _printed_date(order: list[Element]) -> str | None:
    """The date in what is marked as one, else in the first <time> or element named so that has a year."""
    named = None
    for element in order[:_LOOK]:
        attributes = element.attributes
        if not attributes and element.tag != "time":
            continue
        if attributes.get("itemprop") in ("datePublished", "dateCreated") or "pubdate" in attributes:
            text = attributes.get("datetime") or attributes.get("content") or text_of(element)
            if text and re.search(r"\d", text):
                return text.strip()
        named = named or _dated(element)
    return named


def _dated(element: Element) -> str | None:
    """The date that a short element named so holds."""
    if element.inner > 80 or not (element.tag == "time" or (_is_dated_name(element.names))):
        return None
    text = (element.attributes.get("datetime") or "").strip() or text_of(element)
    whole = re.search(r"(?a)\b\d{4}\b", text) and re.search(r"\d\D+\d|[A-Za-z]{3}\D*\d", text)
    return _bare_date(text) if whole else None


_LABEL = "(?:published|posted|created|updated|date|released?)"


def _bare_date(text: str) -> str:
    """A printed date without its label: "Published: 12 May 2018"."""
    return re.sub(rf"(?i)^\W*(?:(?:first\s+)?{_LABEL}(?:\s+(?:on|at))?)\s*:?\s*", "", text).strip()


def _byline(order: list[Element]) -> str | None:
    """The author whom an element that is marked or named so prints."""
    for element in order[:_LOOK]:
        attributes = element.attributes
        if not attributes or not 0 < element.inner < 80:
            continue
        marked = attributes.get("itemprop") == "author" or "author" in (attributes.get("rel") or "").split()
        if marked or (_is_signed_name(element.names)):
            text = re.sub(r"(?i)^\W*(?:(?:written|posted|published)\s+)?by\s*:?\s+", "", text_of(element)).strip()
            if text and not re.search(r"\d", text):
                return text
    return None
