"""RTF to a raw document: its text in paragraphs, and what its information group states; pictures are left out."""

from __future__ import annotations

import re

from nzn_cli.documents.formats.zipped import damaged
from nzn_cli.model.documents import RawDocument
from nzn_cli.model.file_formats import FILE_CREATED

_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\", re.DOTALL
)
_MOST = 30_000_000  # bytes that are read
# groups that hold no text
_SILENT = frozenset((
    "fonttbl", "colortbl", "stylesheet", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "pict",
    "object", "objdata", "themedata", "colorschememapping", "datastore", "latentstyles", "xmlnstbl", "fldinst",
    "header", "footer", "headerl", "headerr", "headerf", "footerl", "footerr", "footerf", "pgdsctbl", "mmathPr",
    "bkmkstart", "bkmkend", "annotation", "atnid", "atnauthor", "deleted", "listpicture", "filetbl", "nonshppict",
))  # fmt: skip
_WRITTEN = {
    "par": "\n\n", "sect": "\n\n", "page": "\n\n", "line": "\n", "row": "\n", "cell": " | ", "tab": "\t",
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_STATED = {
    "title": "title",
    "author": "author",
    "subject": "description",
    "keywords": "keywords",
    "creatim": FILE_CREATED,
}


def read_rtf(path: str, data: bytes) -> RawDocument:
    """Return the document that a file of RTF is."""
    if not data.lstrip().startswith(b"{\\rtf"):
        return damaged(path, "RTF", "it does not begin as one")
    reader = _Reader()
    reader.read(data[:_MOST])
    text = re.sub(r"[^\S\n]+", " ", "".join(reader.text))
    body = re.sub(r" *\n *", "\n", text)
    body = re.sub(r"\n{3,}", "\n\n", body).strip()
    meta = {key: " ".join("".join(words).split()) for key, words in reader.stated.items()}
    return RawDocument(path, "rtf", {key: value for key, value in meta.items() if value}, body, 1, ())


class _Reader:
    """Reads tokens one by one; groups nest, and each inherits the state of the one around it."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.stated: dict[str, list[str]] = {}
        self._groups: list[tuple[str | None, bool, int]] = []  # what is stated, whether silent, fallback characters
        self._into: str | None = None  # the key that the group states; None for the text
        self._silent = False
        self._fallback = 1
        self._skip = 0  # characters that stand for one that was written as a number
        self._codepage = "cp1252"
        self._star = False
        self._high = 0

    def read(self, data: bytes) -> None:
        for match in _TOKEN.finditer(data):
            code, word, number, symbol, brace, plain = match.groups()
            if brace:
                self._brace(brace)
            elif word:
                self._word(word.decode("ascii"), int(number) if number else None)
            elif code:
                self._put(bytes((int(code, 16),)).decode(self._codepage, "replace"), 1)
            elif symbol:
                self._symbol(symbol)
            elif plain:
                text = plain.decode(self._codepage, "replace")
                self._put(text, len(text))

    def _brace(self, brace: bytes) -> None:
        if brace == b"{":
            self._groups.append((self._into, self._silent, self._fallback))
        elif self._groups:
            self._into, self._silent, self._fallback = self._groups.pop()
        self._skip = 0
        self._star = False

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._star = True
        elif symbol in b"\\{}":
            self._put(symbol.decode(), 1)
        elif symbol in b"~_":
            self._put("\u00a0" if symbol == b"~" else "-", 1)
        elif symbol in (b"\n", b"\r"):
            self._put("\n\n", 1)

    def _word(self, word: str, number: int | None) -> None:
        starred, self._star = self._star, False
        if word in _WRITTEN:
            self._put(_WRITTEN[word], 1)
        elif word == "u" and number is not None:
            self._character(number & 0xFFFF)
        elif word == "uc":
            self._fallback = number if number is not None else 1
        elif word == "ansicpg" and number:
            self._codepage = f"cp{number}" if number in (437, 850, 852, 866, 874, *range(1250, 1259)) else "cp1252"
        elif word == "info":
            self._into = ""
        elif self._into is not None:
            self._information(word, number)
        elif word in _SILENT or starred:
            self._silent = True

    def _information(self, word: str, number: int | None) -> None:
        """A word in the information group, which names what its own group states."""
        if self._into == "" and word in _STATED:
            self._into = _STATED[word]
        elif self._into == FILE_CREATED and word in ("yr", "mo", "dy") and number is not None:
            self._put(f"{number:04d}" if word == "yr" else f"-{number:02d}", 1)

    def _character(self, number: int) -> None:
        """Write a character of UTF-16; the characters after it, which stand for it elsewhere, are left out."""
        if 0xD800 <= number < 0xDC00:
            self._high = number
        elif 0xDC00 <= number < 0xE000:
            if self._high:
                self._put(chr(0x10000 + ((self._high - 0xD800) << 10) + number - 0xDC00), 0)
            self._high = 0
        else:
            self._put(chr(number), 0)
        self._skip = self._fallback

    def _put(self, text: str, size: int) -> None:
        if size and self._skip:
            cut = min(self._skip, len(text))
            self._skip -= cut
            text = text[cut:]
        if not text or self._silent or self._into == "":
            return
        (self.stated.setdefault(self._into, []) if self._into else self.text).append(text)
