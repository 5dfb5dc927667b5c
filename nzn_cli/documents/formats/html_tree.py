"""A page as a light tree: elements with their children and texts, sizes added up, what is never text left out.

Owner of selectolax's nodes. Knows HTML and no page.
"""

from __future__ import annotations

from typing import Any

NODES = 100_000  # of one page that are looked at
DEPTH = 120  # below this, elements are read as part of the one above

# what holds no running text, whatever it says
DROPPED = frozenset((
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "applet", "audio", "video", "canvas",
    "map", "button", "input", "select", "option", "textarea", "datalist", "nav", "menu", "dialog", "head", "title",
    "link", "meta", "base", "picture", "source", "track", "frame", "frameset", "noframes", "math", "rp", "rt",
))  # fmt: skip
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr", "br", "data", "output", "meter",
))  # fmt: skip
# what only dresses words: read as part of what it stands in, which saves a third of the elements of a page
_DRESS = frozenset((
    "abbr", "acronym", "bdi", "bdo", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "s", "samp", "sub",
    "strike", "sup", "tt", "u", "var", "wbr",
))  # fmt: skip
_ROLES = frozenset((
    "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tooltip",
    "complementary",
))  # fmt: skip


class Element:
    """One element: `parts` are its elements and texts in order; sizes count characters without blanks at the ends."""

    __slots__ = ("attributes", "block", "inner", "linked", "names", "parent", "parts", "tag", "weight")

    def __init__(self, tag: str, attributes: dict[str, str | None], parent: Element | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.parts: list[Element | str] = []
        self.names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}" if attributes else ""
        self.block = tag not in INLINE
        self.inner = 0  # characters of all its text
        self.linked = 0  # of these, in links
        self.weight = 0.0  # what of it reads as running text, filled in by whoever chooses

    def elements(self) -> list[Element]:
        """The child elements."""
        return [part for part in self.parts if part.__class__ is Element]


def element_tree(body: Any) -> tuple[list[Element], bool]:
    """Return the elements from selectolax's node `body` down, in the order of the page, and whether all were read."""
    root = Element("body", body.attributes, None)
    order = [root]
    waiting: list[tuple[Any, Element, int]] = [(body.first_child, root, 1)]
    count = 0
    while waiting:
        node, parent, depth = waiting.pop()
        while node is not None:
            count += 1
            if count > NODES:
                return order, False
            tag = node.tag or "span"  # one that the parser has no name for
            child = None
            if tag == "-text":
                # outside <pre> a page shows a line end as a blank
                parent.parts.append((node.text_content or "").replace("\n", " "))
            elif tag in DROPPED or tag[:1] == "-":
                pass
            elif tag in _DRESS or depth > DEPTH:
                element, child = parent, node.first_child
            else:
                attributes = node.attributes
                if not (attributes and _is_hidden(attributes)):
                    element = Element(tag, attributes, parent)
                    parent.parts.append(element)
                    order.append(element)
                    child = node.first_child if tag != "pre" else _code_read(node, element)
            if child is None:
                node = node.next
            else:
                # what comes after this element waits until all in it is read
                waiting.append((node.next, parent, depth))
                node, parent, depth = child, element, depth + 1
    return order, True


def _code_read(node: Any, element: Element) -> Any:
    """Read the text of a <pre>, as it stands; returns the element in it that is to be read next, which is none."""
    for line_end in node.css("br")[:10_000]:
        line_end.replace_with("\n")
    element.parts.append(node.text(deep=True) or "")
    return None


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or attributes.get("role") in _ROLES:
        return True
    style = attributes.get("style")
    return bool(style) and "display:none" in (style or "").replace(" ", "").lower()


def in_order(root: Element) -> list[Element]:
    """Return an element and all elements in it, in the order of the page."""
    found = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting += [part for part in reversed(element.parts) if part.__class__ is Element]
    return found


def text_of(element: Element) -> str:
    """Return the text of an element in one line."""
    pieces: list[str] = []
    waiting: list[Element | str] = [element]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            pieces.append(part)
        else:
            if part.block or part.tag == "br":
                pieces.append(" ")
            waiting.extend(reversed(part.parts))
    return " ".join("".join(pieces).split())
