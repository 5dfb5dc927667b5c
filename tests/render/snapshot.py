"""Compares a text with the one kept under tests/snapshots; NZN_UPDATE=1 writes what came."""

from __future__ import annotations

import os
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "snapshots"
UPDATE = bool(os.environ.get("NZN_UPDATE"))


def check(name: str, text: str) -> None:
    """Fail when `text` is not what is kept as `name`; escapes are kept readable as ^[."""
    path = FOLDER / name
    text = re.sub(r"\x1b\]8;id=[^;]*;", "\x1b]8;;", text).replace("\x1b", "^[")  # Rich numbers links at random
    data = text.encode("utf-8", "backslashreplace")
    if UPDATE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    assert path.exists(), f"no snapshot {name}; NZN_UPDATE=1 makes it"
    assert data.decode() == path.read_bytes().decode(), f"not the snapshot {name}; NZN_UPDATE=1 renews it"
