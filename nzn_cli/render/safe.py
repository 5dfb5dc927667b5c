"""Text from documents made harmless: control characters, direction overrides and undecodable bytes made visible.

Knows no colour and no width. Everything that a terminal shows passes through here; nothing else may drive it.
"""

from __future__ import annotations

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)}
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_BREAKS = {0x85: " ", 0x2028: " ", 0x2029: " ", 0xFEFF: ""}
_VISIBLE: dict[int, str] = (
    _PICTURES
    | {0x7F: "\u2421"}
    | {code: f"\\x{code:02x}" for code in range(0x80, 0xA0)}
    | {code: f"<U+{code:04X}>" for code in _BIDI}
    | {code: f"<U+{code:04X}>" for code in (*range(0xE0000, 0xE0080), 0x2060, 0x180E)}
    | _BREAKS
)


# soft hyphens, zero-width spaces and joiners of words, marks of direction that a title or a name may have caught; what
# could turn a line round stays, and is shown
_SHAPELESS = dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, 0x061C, 0x180E, *range(0x2060, 0x2065), 0xFEFF))


def readable_bytes(text: str) -> str:
    r"""Return `text` with bytes that were not UTF-8 (kept as surrogates) as \xNN; other lone surrogates as \uNNNN."""
    if text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text):
        return text
    return "".join(_surrogate(c) if "\ud800" <= c <= "\udfff" else c for c in text)


def _surrogate(char: str) -> str:
    code = ord(char)
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


def visible(text: str) -> str:
    """Return `text` with nothing left in it that a terminal obeys; line ends and tabs stay."""
    if text.isprintable():
        return text
    return readable_bytes(text).replace("\r\n", "\n").translate(_VISIBLE)


def one_line(text: str) -> str:
    """Return `text` visible and on one line, runs of white space as one space, without what has no shape at all."""
    if not text.isprintable():
        text = visible(text.translate(_SHAPELESS))
    return " ".join(text.split())
