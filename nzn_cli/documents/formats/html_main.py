"""Which part of a page is its text: menus, notices, related links, comments and footers left out.

First what says by its name or role that it is none; then the element in which most of the running text stands. Ideas
are those of Readability and of Boilerpipe (link density, text density); knows words of classes from a lexicon.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from nzn_cli.documents.formats.html_tree import Element, in_order
from nzn_cli.text.wordlists import sections

_SHARE = 0.82  # of the running text that an element must hold to stand for the one above
_BODY_SHARE = 0.4  # of the page's running text, of one that calls itself the text
_LEAST = 25  # characters of a paragraph
_ENOUGH = 140  # characters of running text that a page has at least
_SPLIT = re.compile(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")
# how publishing systems call the element of the text: "article-body", "post__content", "newsText"
_BODY = re.compile(
    r"(?:article|story|post|entry|news|blog|page|single|release|node|item|detail)s?[-_]{0,2}(?:main[-_]{0,2})?"
    r"(?:body|content|text|copy|fulltext|full-text)"
)
_ASIDES = ("aside", "footer", "header", "form", "fieldset")


def main_elements(root: Element) -> list[Element]:
    """Return the elements that hold the text of a page, in order; asides inside them are taken out of the tree.

    `root` is a tree that was weighed.
    """
    total = root.weight
    _take_out(root, total)
    if root.weight < min(_ENOUGH, total / 4):
        return [root]
    return _chosen(root)


@cache
def _names(section: str) -> frozenset[str]:
    return frozenset(sections("web-pages.txt")[section])


@lru_cache(maxsize=20_000)
def _is_aside_name(names: str) -> bool:
    """Whether a class or an id names what is beside the text."""
    if _is_body_name(names):
        return False
    words = {word.lower() for word in _SPLIT.split(names[:400])}
    if not words.isdisjoint(_names("aside classes")):
        return True
    return not _names("aside classes").isdisjoint(names.lower()[:400].split())


@lru_cache(maxsize=20_000)
def _is_body_name(names: str) -> bool:
    words = names.lower()[:400].split()
    return not _names("body classes").isdisjoint(words) or any(_BODY.fullmatch(word) for word in words)


def weigh(root: Element) -> None:
    """Fill in sizes and weights: running text counts by its length, links and scraps count nothing."""
    order = in_order(root)
    own: dict[Element, tuple[int, int]] = {}  # what stands in an element itself, in-line elements included
    for element in reversed(order):
        text = 0
        for part in element.parts:
            if part.__class__ is str:
                text += len(part.strip())
        element.inner += text
        bare, linked = own.pop(element, (0, 0))
        bare += text
        if element.tag == "a":
            element.linked = element.inner
            linked = bare
        block = element.block
        if block and bare >= _LEAST:
            element.weight += _worth(element, bare, linked)
        parent = element.parent
        if parent is None or element is root:
            continue
        parent.inner += element.inner
        parent.linked += element.linked
        parent.weight += element.weight
        if bare and not block:
            above, links = own.get(parent, (0, 0))
            own[parent] = (above + bare, links + linked)


def _worth(element: Element, bare: int, linked: int) -> float:
    """How much running text an element has of its own: `bare` characters, `linked` of them in links."""
    if linked > bare * 0.5:
        return 0.0
    worth = float(bare - linked)
    if element.tag in ("p", "blockquote", "pre"):
        return worth * 1.3
    return worth if bare > 60 or element.tag in ("li", "td", "dd") else worth * 0.5


def _take_out(root: Element, total: float) -> None:
    """Take elements out that name themselves as no text, or are links: unless most of the page is in them."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        kept: list[Element | str] = []
        for part in element.parts:
            if isinstance(part, Element):
                if _is_aside(part, total):
                    _lighten(part)
                    continue
                waiting.append(part)
            kept.append(part)
        element.parts = kept


def _lighten(gone: Element) -> None:
    """Take the sizes of an element from all that are above it."""
    above = gone.parent
    while above is not None:
        above.inner -= gone.inner
        above.linked -= gone.linked
        above.weight -= gone.weight
        above = above.parent


def _is_aside(element: Element, total: float) -> bool:
    if element.tag in _ASIDES:
        if element.tag == "header" and element.weight >= 40 and _is_inside_text(element):
            return False  # a lead
        return element.weight < total * 0.5
    if element.tag == "figure":
        return not any(one.tag in ("table", "pre", "blockquote", "p") for one in in_order(element))
    if element.names and element.tag not in ("html", "body", "article", "main") and _is_aside_name(element.names):
        return element.weight < total * 0.45
    if element.tag in ("ul", "ol", "table", "div", "section") and element.inner:
        items = len(element.elements())
        return element.linked > element.inner * 0.85 and items > 1 and element.weight < 30 and total > _ENOUGH
    return False


def _is_inside_text(element: Element) -> bool:
    """Whether an element lies in one that is, or calls itself, the text."""
    above = element.parent
    while above is not None:
        if above.tag in ("article", "main") or (above.names and _is_body_name(above.names)):
            return True
        above = above.parent
    return False


def _chosen(root: Element) -> list[Element]:
    order = in_order(root)
    if found := _self_named(root, order):
        return found
    for least, kind in ((0.5, _is_article), (0.3, _is_main)):
        best = _heaviest([one for one in order if kind(one)])
        if best and best.weight > max(root.weight * least, _ENOUGH):
            return _narrowed(best)
    return _narrowed(root)


def _self_named(root: Element, order: list[Element]) -> list[Element]:
    """The element that calls itself the text, or several of one name beside each other; none where they hold little."""
    named = [one for one in order if _is_marked_body(one)]
    best = _heaviest(named)
    if best is None:
        return []
    several = [one for one in named if one.names == best.names and one.parent is best.parent]
    if len(several) > 1 and sum(one.weight for one in several) > root.weight * _BODY_SHARE:
        return several
    return _narrowed(best) if best.weight > max(root.weight * _BODY_SHARE, _ENOUGH) else []


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
    return bool(element.names) and element.tag not in ("html", "body", "ul", "li") and _is_body_name(element.names)


def _narrowed(element: Element) -> list[Element]:
    """The smallest element in one that has nearly all of its running text; else its best child with those like it."""
    while True:
        children = [one for one in element.elements() if one.block]
        best = _heaviest(children)
        if best is None or best.tag in ("p", "li", "ul", "ol", "blockquote", "pre", "dl"):
            return [_whole_table(element)]
        if best.weight >= element.weight * _SHARE:
            element = best
            continue
        if best.weight >= element.weight * 0.6 and best.weight > 400 and best.tag not in _TABLE:
            return [one for one in children if one is best or _goes_on(one, best)]
        return [_whole_table(element)]


_TABLE = ("table", "thead", "tbody", "tfoot", "tr", "td", "th")


def _whole_table(element: Element) -> Element:
    """The table that an element is a row or a part of; else the element."""
    while element.tag in ("thead", "tbody", "tfoot", "tr") and element.parent is not None:
        element = element.parent
    return element


def _goes_on(element: Element, best: Element) -> bool:
    """Whether an element beside the best one is more of the same text."""
    if element.tag in ("p", "blockquote", "pre", "table", "h1", "h2", "h3", "h4", "ul", "ol", "dl"):
        return element.linked < element.inner * 0.4
    paragraphs = [one for one in in_order(element) if one.tag == "p" and one.inner > 80]
    density = element.weight / (element.inner or 1)
    return element.names == best.names or (
        len(paragraphs) > 1 and density > 0.8 and element.linked < element.inner * 0.2
    )
