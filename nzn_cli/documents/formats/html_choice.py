"""In which elements the text of a page stands, once what is beside it was taken out.

First what calls itself the text, then an article or main part that holds most of it, else the smallest element that
does. Ideas are those of Readability; knows words of classes from a lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from itertools import islice

from nzn_cli.documents.formats.html_tree import Element, in_order, text_of
from nzn_cli.text.wordlists import sections

ENOUGH = 140  # characters of running text that a page has at least
_SHARE = 0.82  # of the running text that an element must hold to stand for the one above
_BODY_SHARE = 0.4  # of the page's running text, of one that calls itself the text
# how publishing systems call the element of the text: "article-body", "post__content", "newsText"
_BODY = re.compile(
    r"(?:article|story|post|entry|news|blog|page|single|release|node|item|detail)s?[-_]{0,2}(?:main[-_]{0,2})?"
    r"(?:body|content|text|copy|fulltext|full-text)"
)


@cache
def _names() -> frozenset[str]:
    return frozenset(sections("web-pages.txt")["body classes"])


@lru_cache(maxsize=20_000)
def is_body_name(names: str) -> bool:
    """Return whether a class or an id names what holds the text."""
    words = names.lower()[:400].split()
    return not _names().isdisjoint(words) or any(_BODY.fullmatch(word) for word in words)


def text_elements(root: Element, shown: str) -> list[Element]:
    """Return the elements that hold the text of a page, in order; `shown` is what it says its title is."""
    order = in_order(root)
    title = _title_heading(order, shown)
    if found := _self_named(root, order, title):
        return found
    for least, kind in ((0.5, _is_article), (0.3, _is_main)):
        best = _heaviest([one for one in order if kind(one)])
        if best and best.weight > max(root.weight * least, ENOUGH):
            return _narrowed(best, title)
    return _narrowed(root, title)


def _self_named(root: Element, order: list[Element], title: Element | None) -> list[Element]:
    """The element that calls itself the text, or all of one name (posts, answers); none where they hold little."""
    named = [one for one in order if _is_marked_body(one)]
    best = _heaviest(named)
    if best is None:
        return []
    several = _like(best, named)
    if len(several) > 1 and sum(one.weight for one in several) > root.weight * _BODY_SHARE:
        return [part for one in several for part in (*_headings_above(one), one)]
    if best.weight <= max(root.weight * _BODY_SHARE, ENOUGH):
        return []
    return [*_lead(best, title), *_narrowed(best, title)]


def _like(best: Element, named: list[Element]) -> list[Element]:
    """Those of the marked bodies that are marked as the best one; without teasers of other articles if it is none."""
    several = _outermost([one for one in named if _mark(one) == _mark(best) and one.inner])
    return several if _is_teaser(best) else [one for one in several if not _is_teaser(one)]


def _mark(element: Element) -> str:
    """What a marked body says of itself: the name of its kind, without what numbers it."""
    return element.attributes.get("itemprop") or re.sub(r"\d+", "", element.names)


def _outermost(elements: list[Element]) -> list[Element]:
    """Elements without those that lie in another of them."""
    chosen = set(elements)
    return [one for one in elements if not any(above in chosen for above in _above(one))]


def _above(element: Element) -> Iterator[Element]:
    while element.parent is not None:
        element = element.parent
        yield element


def _headings_above(element: Element) -> list[Element]:
    """The heading that stands before one of several bodies."""
    before = _before(element)
    return [one for one in before if one.tag in _HEADINGS][-1:]


def _is_teaser(body: Element) -> bool:
    """Whether the heading before a body is a link."""
    return any(one.linked > one.inner * 0.8 for one in _headings_above(body))


def _before(element: Element) -> list[Element]:
    if element.parent is None:
        return []
    beside = element.parent.elements()
    return beside[: beside.index(element)]


_HEADINGS = ("h1", "h2", "h3", "h4")
_LEAD = 1_500  # characters of a lead


def _title_heading(order: list[Element], shown: str) -> Element | None:
    """The heading that is the title: the longest that the page's title has, else the first <h1> of some words of a few.

    The name of the site, which may be a heading in the page's title too, is the shorter one.
    """
    first = [one for one in order if one.tag == "h1" and one.inner > 8]
    stated = " ".join(shown.split())
    headings = (*first, *(one for one in order if one.tag in ("h2", "h3") and 8 < one.inner < 300))
    if stated and (found := [one for one in headings if text_of(one) in stated]):
        return max(found, key=lambda one: one.inner)
    return first[0] if 0 < len(first) < 4 else None


def _lead(body: Element, title: Element | None) -> list[Element]:
    """The running text that stands between the title and the body that calls itself the text."""
    if title is None:
        return []
    holders = {title, *_above(title)}
    found: list[Element] = []
    for element in (body, *islice(_above(body), 4)):
        for one in reversed(_before(element)):
            if one in holders:
                return [*_below(one, holders), *found]
            if _may_lead(one):
                found.insert(0, one)
    return []


def _below(element: Element, holders: Collection[Element]) -> list[Element]:
    """The running text below the title in an element that holds the title."""
    found: list[Element] = []
    while (inner := next((one for one in element.elements() if one in holders), None)) is not None:
        beside = element.elements()
        found = [one for one in beside[beside.index(inner) + 1 :] if _may_lead(one)] + found
        element = inner
    return found


def _may_lead(element: Element) -> bool:
    return element.block and _is_running(element) and element.inner < _LEAD


def _is_running(element: Element) -> bool:
    return element.weight > 40 and element.linked < element.inner * 0.3 and element.weight > element.inner * 0.7


def _is_article(element: Element) -> bool:
    return element.tag == "article"


def _is_main(element: Element) -> bool:
    return element.tag == "main" or element.attributes.get("role") == "main"


def _heaviest(elements: list[Element]) -> Element | None:
    return max(elements, key=lambda one: one.weight, default=None)


def _is_marked_body(element: Element) -> bool:
    if not element.block or not element.attributes:
        return False
    if element.attributes.get("itemprop") in ("articleBody", "text", "reviewBody"):
        return True
    return bool(element.names) and element.tag not in ("html", "body", "ul", "li") and is_body_name(element.names)


def _narrowed(element: Element, title: Element | None) -> list[Element]:
    """The smallest element in one that has nearly all of its running text; else its best child with those like it."""
    holders: Collection[Element] = {title, *_above(title)} if title is not None else ()
    while (best := _best_child(element, holders)) is not None:
        share = best.weight / (element.weight or 1)
        with_it = _with_those_like_it(element, best, share)
        if share < _SHARE and not (best in holders and len(with_it) == 1):
            enough = share >= 0.6 and best.weight > 400 and best.tag not in _TABLE
            return with_it if enough else [_whole_table(element)]
        if {"h1", "h2"}.issuperset(one.tag for one in with_it if one is not best):
            element = best
        else:
            return [one for one in with_it if one.tag != "h1"]
    return [_whole_table(element)]


def _with_those_like_it(element: Element, best: Element, share: float) -> list[Element]:
    """The best child of an element, which has this share of its running text, and those in which the text goes on."""
    # beside one that has little of the text or nearly all of it may as well stand what is no text
    strict = not 0.5 <= share < _SHARE
    return [one for one in element.elements() if one is best or (one.block and _goes_on(one, best, strict))]


def _best_child(element: Element, holders: Collection[Element]) -> Element | None:
    """The child with most of the running text, or that in which the title stands if it has a good part.

    None where it is a paragraph, or there is none.
    """
    children = [one for one in element.elements() if one.block]
    best = _heaviest(children)
    if best is None or best.tag in _FLOW:
        return None
    return next((one for one in children if one in holders and one.weight > element.weight * 0.2), best)


_FLOW = ("p", "li", "ul", "ol", "blockquote", "pre", "dl")
_TABLE = ("table", "thead", "tbody", "tfoot", "tr", "td", "th")


def _whole_table(element: Element) -> Element:
    """The table that an element is a row or a part of; else the element."""
    while element.tag in ("thead", "tbody", "tfoot", "tr") and element.parent is not None:
        element = element.parent
    return element


def _goes_on(element: Element, best: Element, strict: bool) -> bool:
    """Whether an element beside the best one is more of the same text; by its tag or name alone, where `strict`."""
    if element.tag in _FLOW or element.tag in ("table", *_HEADINGS):
        return element.linked < element.inner * 0.4
    if element.tag == best.tag == "section" and element.inner:
        return element.linked < element.inner * 0.3
    if element.names.strip() and element.names == best.names:
        return True
    if strict or best.tag in _TABLE:
        return False
    return element.names == best.names or _is_prose(element)


def _is_prose(element: Element) -> bool:
    """Whether an element holds paragraphs and little else."""
    paragraphs = [one for one in in_order(element) if one.tag == "p" and one.inner > 80]
    density = element.weight / (element.inner or 1)
    return len(paragraphs) > 1 and density > 0.8 and element.linked < element.inner * 0.2
