"""Links in metadata values, as note keepers write them: `[[note|label]]`, `[label](address)`, `<address>`.

Knows what a link shows and what it leads to; which of the two is meant, says whoever asks.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_WIKI = r"!?\[\[(?P<target>[^\[\]|\n]{1,300})(?:\|(?P<alias>[^\[\]\n]{0,300}))?\]\]"
_ADDRESS = r"(?P<address>[^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)"
_MARKDOWN = rf"!?\[(?P<text>[^\[\]\n]{{0,300}})\]\({_ADDRESS}[^()\n]{{0,200}}\)"
_LINK = re.compile(f"{_WIKI}|{_MARKDOWN}")


class Link(NamedTuple):
    """One link: the words that it shows ("" for none of its own), what it leads to, and the name of that."""

    label: str
    target: str

    @property
    def name(self) -> str:
        """The last part of what the link leads to, without the ending of a file."""
        last = self.target.rstrip("/").rpartition("/")[2]
        return re.sub(r"\.(?:md|markdown|html?|txt)$", "", last)


def links(text: str) -> list[Link]:
    """Return the links of a text, in order."""
    return [_link(match) for match in _LINK.finditer(text)] if "[" in text else []


def _link(match: re.Match[str]) -> Link:
    if match["target"] is not None:
        # a heading or block of the note is no part of its name
        return Link((match["alias"] or "").strip(), match["target"].partition("#")[0].strip())
    return Link(match["text"].strip(), match["address"])


def with_labels(text: str) -> str:
    """Return a text with its links as a reader sees them; a link without words of its own shows the note's name."""
    return _LINK.sub(lambda match: (one := _link(match)).label or one.name, text) if "[" in text else text


def with_names(text: str) -> str:
    """Return a text with each link as the name of what it leads to."""
    return _LINK.sub(lambda match: (one := _link(match)).name or one.label, text) if "[" in text else text


def only_links(text: str) -> bool:
    """Return whether a text is links and what stands between the items of a list."""
    return bool(links(text)) and not re.sub(r"\band\b|[\s,;&/|·-]", "", _LINK.sub("", text))


def unnested(value: Any) -> Any:
    """Return a value with `[[note]]`, which YAML reads as a list in a list, as the text that it was."""
    if not isinstance(value, list):
        return value
    if len(value) == 1 and isinstance(value[0], list) and value[0] and all(isinstance(one, str) for one in value[0]):
        return f"[[{', '.join(value[0])}]]"
    return [unnested(one) for one in value[:500]]
