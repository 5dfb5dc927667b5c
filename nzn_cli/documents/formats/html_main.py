"""Which part of a page is its text: menus, notices, related links, comments and footers left out.

First what says by its name or role that it is none; then the element in which most of the running text stands. Ideas
are those of Readability and of Boilerpipe (link density, text density); knows words of classes from a lexicon.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from nzn_cli.documents.formats.html_choice import ENOUGH, is_body_name, text_elements
from nzn_cli.documents.formats.html_tree import Element, in_order
from nzn_cli.text.wordlists import sections

_LEAST = 25  # characters of a paragraph
_SPLIT = re.compile(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")
_NEVER = ("html", "body", "article", "main")
_LITTLE = 250  # characters of running text below which names may have misled
# names that say something of an element, or whose building block it is, and not what it is: "has-post-thumbnail"
_SAID = re.compile(r"(?i)(?:has|no|with|without|is|category|tag|type|status|format|elementor|hs_cos|wp-block|sqs)[-_]")
_ASIDES = ("aside", "footer", "header", "form", "fieldset")


def main_elements(root: Element, title: str = "") -> list[Element]:
    """Return the elements that hold the text of a page, in order; asides inside them are taken out of the tree.

    `root` is a tree that was weighed, `title` what the page says its title is.
    """
    total = root.weight
    gone = _take_out(root, total)
    if root.weight < min(_LITTLE, total / 10):
        _put_back(gone)  # names that mislead
        _take_out(root, total, by_name=False)
    if root.weight < min(ENOUGH, total / 4):
        return [root]
    return text_elements(root, title)


@cache
def _names() -> frozenset[str]:
    return frozenset(sections("web-pages.txt")["aside classes"])


@lru_cache(maxsize=20_000)
def _is_aside_name(names: str) -> bool:
    """Whether a class or an id names what is beside the text."""
    if is_body_name(names):
        return False
    own = [name for name in names[:400].split() if not _SAID.match(name)]
    if not _names().isdisjoint(name.lower() for name in own):
        return True
    words = {word.lower() for name in own for word in _SPLIT.split(name)}
    return not words.isdisjoint(_names())


def weigh(order: list[Element]) -> None:
    """Fill in sizes and weights of a tree in the order of its page: running text counts, links and scraps do not."""
    root = order[0]
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


def _take_out(root: Element, total: float, by_name: bool = True) -> list[tuple[Element, list[Element | str]]]:
    """Take elements out that name themselves as no text, or are links: unless most of the page is in them.

    Returns the elements of which something went, with the parts that they had.
    """
    gone: list[tuple[Element, list[Element | str]]] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        kept: list[Element | str] = []
        for part in element.parts:
            if isinstance(part, Element):
                if _is_aside(part, total, by_name):
                    _change_sizes(part, -1)
                    if part.tag in ("ul", "ol"):
                        _drop_heading(kept)
                    continue
                waiting.append(part)
            kept.append(part)
        if len(kept) < len(element.parts):
            gone.append((element, element.parts))
            element.parts = kept
    return gone


def _put_back(gone: list[tuple[Element, list[Element | str]]]) -> None:
    """Undo what `_take_out` did."""
    for element, parts in reversed(gone):
        left = set(element.elements())
        element.parts = parts
        for part in element.elements():
            if part not in left:
                _change_sizes(part, 1)


def _drop_heading(kept: list[Element | str]) -> None:
    """Take out the heading of a list of links that went."""
    while kept and isinstance(kept[-1], str) and not kept[-1].strip():
        kept.pop()
    last = kept[-1] if kept else None
    if isinstance(last, Element) and last.tag in ("h2", "h3", "h4", "h5", "h6"):
        _change_sizes(last, -1)
        kept.pop()


def _change_sizes(part: Element, sign: int) -> None:
    """Add the sizes of an element to all that are above it, or take them away."""
    above = part.parent
    while above is not None:
        above.inner += sign * part.inner
        above.linked += sign * part.linked
        above.weight += sign * part.weight
        above = above.parent


def _is_aside(element: Element, total: float, by_name: bool) -> bool:
    if element.tag in _ASIDES:
        lead = element.tag == "header" and element.weight >= 40 and _is_inside_text(element)
        return not lead and element.weight < total * 0.5
    if element.tag == "figure":
        return _is_picture(element) and element.weight < total * 0.15
    if by_name and element.names and element.tag not in _NEVER and _is_aside_name(element.names):
        return element.weight < total * 0.45
    return element.tag in ("ul", "ol", "table", "div", "section") and total > ENOUGH and _is_links(element)


def _is_links(element: Element) -> bool:
    """Whether nearly all that an element says are links, more than one."""
    return element.linked > element.inner * 0.85 and len(element.elements()) > 1 and element.weight < 30


def _is_picture(figure: Element) -> bool:
    return not any(one.tag in ("table", "pre", "blockquote", "p") for one in in_order(figure))


def _is_inside_text(element: Element) -> bool:
    """Whether an element lies in one that is, or calls itself, the text."""
    above = element.parent
    while above is not None:
        if above.tag in ("article", "main") or (above.names and is_body_name(above.names)):
            return True
        above = above.parent
    return False
