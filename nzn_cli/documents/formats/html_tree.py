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
        return [part for part in self.parts if isinstance(part, Element)]


def element_tree(body: Any) -> tuple[Element, bool]:
    """Return the tree below selectolax's node `body`, and whether all of it was read."""
    root = Element("body", body.attributes, None)
    waiting: list[tuple[Any, Element, int]] = [(body.first_child, root, 1)]
    count = 0
    while waiting:
        node, parent, depth = waiting.pop()
        while node is not None:
            count += 1
            if count > NODES:
                return root, False
            tag = node.tag or "span"  # one that the parser has no name for
            if tag == "-text":
                parent.parts.append(_shown(node.text_content or "", parent))
            elif tag[:1] != "-" and tag not in DROPPED:
                attributes = node.attributes
                if attributes and _is_hidden(attributes):
                    node = node.next
                    continue
                element = parent if depth > DEPTH else Element(tag, attributes, parent)
                if element is not parent:
                    parent.parts.append(element)
                child = node.first_child
                if child is not None:
                    # what comes after this element waits until all in it is read
                    waiting.append((node.next, parent, depth))
                    node, parent, depth = child, element, depth + 1
                    continue
            node = node.next
    return root, True


def _shown(text: str, parent: Element) -> str:
    """A text as a page shows it: outside <pre> a line end is a blank."""
    return text if "\n" not in text or _in_code(parent) else text.replace("\n", " ")


def _in_code(element: Element | None) -> bool:
    """Whether an element lies in a <pre> that is not far above."""
    for _ in range(4):
        if element is None:
            return False
        if element.tag == "pre":
            return True
        element = element.parent
    return False


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or attributes.get("role") in _ROLES:
        return True
    style = attributes.get("style")
    return bool(style) and "display:none" in (style or "").replace(" ", "").lower()


def in_order(root: Element) -> list[Element]:
    """Return an element and all elements in it, parents before children."""
    found = [root]
    at = 0
    while at < len(found):
        found.extend(part for part in found[at].parts if isinstance(part, Element))
        at += 1
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
