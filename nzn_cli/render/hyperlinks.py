"""Links of ids, titles, paths and lines to the files themselves (OSC 8), in the format that the user's editor knows."""

from __future__ import annotations

import os
from typing import Any

from nzn_cli.errors import UsageError
from nzn_cli.render.page import DEFAULT_LINK, Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.text import Text

# ripgrep's names for --hyperlink-format, and what they stand for
ALIASES = {
    "default": DEFAULT_LINK,
    "file": DEFAULT_LINK,
    "none": "",
    "cursor": "cursor://file{path}:{line}:{column}",
    "grep+": "grep+://{path}:{line}",
    "kitty": "file://{host}{path}#{line}",
    "macvim": "mvim://open?url=file://{path}&line={line}&column={column}",
    "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
    "vscode": "vscode://file{path}:{line}:{column}",
    "vscode-insiders": "vscode-insiders://file{path}:{line}:{column}",
    "vscodium": "vscodium://file{path}:{line}:{column}",
}
_VARIABLES = ("path", "host", "line", "column", "wslprefix")
_SAFE = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/:")


def link_format(typed: str) -> str:
    """Return the format that `typed` names or is; raises UsageError for one that leads nowhere."""
    pattern = ALIASES.get(typed, typed)
    rest = pattern
    for name in _VARIABLES:
        rest = rest.replace(f"{{{name}}}", "")
    scheme = pattern.partition(":")[0]
    sound = ":" in pattern and scheme[:1].isalpha() and all(c.isalnum() or c in "+-." for c in scheme)
    if typed and pattern and ("{path}" not in pattern or set("{}") & set(rest) or not sound or not rest.isprintable()):
        raise UsageError(
            f"--hyperlink-format {typed!r} is no format of links",
            f"one of {', '.join(ALIASES)}, or like vscode://file{{path}}:{{line}}",
        )
    return pattern


def file_link(path: str, page: Page, line: int | None = None, sheet: int | None = None) -> str | None:
    r"""Return the address of a document's file, at a line or on a page; None where links are not wanted or known.

    A path with \xNN for bytes that are no text cannot be found again.
    """
    if not page.links or not page.link_format or not path or "\\x" in path or not path.isprintable():
        return None
    absolute = os.path.abspath(os.path.join(page.folder, path)) if page.folder else path
    encoded = "".join(chr(b) if b in _SAFE else f"%{b:02X}" for b in absolute.encode())
    address = page.link_format
    values = {"path": encoded, "host": page.host, "line": str(line or 1), "column": "1", "wslprefix": ""}
    for name, value in values.items():
        address = address.replace(f"{{{name}}}", value)
    return f"{address}#page={sheet}" if sheet and path.lower().endswith(".pdf") and "#" not in address else address


def to_file(text: Text, record: Any, page: Page, line: int | None = None, sheet: int | None = None) -> Text:
    """Return `text` as a link to the file of a record that has a path."""
    if (address := file_link(getattr(record, "path", None) or "", page, line, sheet)) is not None:
        text.stylize(f"link {address}")
    return text
