"""Names of files that are made of what documents say: none leaves its folder, none is another's on any system."""

from __future__ import annotations

import re
import unicodedata

from nzn_cli.render.safe import one_line

# what file systems or wiki links give a meaning to
_MEANT = re.compile(r'[/\\:*?"<>|#^\[\]%]+')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.I)
_MOST = 120  # bytes; systems take 255, and endings and numbers come behind it


class FileNames:
    """Gives each thing of one folder a name of its own."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def name(self, text: str, instead: str) -> str:
        """Return a name without ending made of `text`, or of `instead` where no letter or figure of it can stand."""
        plain = file_name(text) or file_name(instead) or "unnamed"
        found, number = plain, 1
        while found.casefold() in self._used:
            number += 1
            found = f"{plain} ({number})"
        self._used.add(found.casefold())
        return found


def file_name(text: str) -> str:
    """Return `text` as the name of a file on any system; "" where nothing of it can stand."""
    plain = " ".join(_MEANT.sub(" ", unicodedata.normalize("NFC", one_line(text))).split()).strip(". ")
    plain = plain.encode("utf-8", "replace")[:_MOST].decode("utf-8", "ignore").strip(". ")
    if not any(char.isalnum() for char in plain):
        return ""
    return f"{plain}_" if _DEVICES.fullmatch(plain) else plain
