"""The formats that are read: the one table of their names, endings, first bytes, readers, and what a file may cost.

Data only: `documents/formats/choose` says which file is of which; the command line and the filters know the names.
"""

from __future__ import annotations

from nzn_cli.model.records import NamedTuple


class Format(NamedTuple):
    """A format: its name, the endings of its files, how they begin (any, where empty), its reader, what it may cost."""

    name: str
    endings: tuple[str, ...]
    signatures: tuple[bytes, ...]
    reader: str  # "module:function" of `documents/formats`: path and bytes in, raw document out
    most: int
    seconds: int = 0  # that a foreign reader may take before it is given up; 0 for what is ours, which comes to an end
    watched: int = 0  # bytes from which on it is watched, which costs some milliseconds: a small page comes to an end


_MB = 1_000_000
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
FORMATS: tuple[Format, ...] = (
    Format("text", (".txt",), (), "text:read_text", 1_000 * _MB),
    Format("markdown", (".md", ".markdown"), (), "text:read_text", 1_000 * _MB),
    Format("html", (".html", ".htm", ".xhtml"), (), "html:read_html", 200 * _MB, 120, 400_000),
    Format("mhtml", (".mhtml", ".mht"), (), "html:read_mhtml", 200 * _MB, 120, 400_000),
    Format("pdf", (".pdf",), (b"%PDF-",), "pdf:read_pdf", 500 * _MB, 120),
    Format("mail", (".eml",), (), "mail:read_mail", 200 * _MB),
    Format("docx", (".docx", ".docm"), ZIP, "office_word:read_docx", 200 * _MB),
    Format("odt", (".odt",), ZIP, "office_open:read_odt", 200 * _MB),
    Format("pptx", (".pptx",), ZIP, "office_slides:read_pptx", 200 * _MB),
    Format("epub", (".epub",), ZIP, "epub:read_epub", 200 * _MB),
    Format("zip", (".zip",), ZIP, "", 4_000 * _MB),  # a folder of members: `documents/containers`
    Format("mbox", (".mbox",), (), "", 2_000 * _MB),
    Format("rtf", (".rtf",), (b"{\\rtf",), "rtf:read_rtf", 100 * _MB),
)
TEXT = FORMATS[0]
# when a file was made, as its own properties say: the key of metadata, weaker than any date that its text states
FILE_CREATED = "file_created"
INSIDE = r"(?i)\.(?:zip|mbox|eml)/"  # in the path of a member, where its container's ends
# what -t takes: names, and the endings that ripgrep has for two of them
TYPES = (*(one.name for one in FORMATS), "txt", "md")


def endings_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the endings of formats by name or by ending ("html", ".htm"); raises KeyError with what is none."""
    found: dict[str, None] = {}
    for name in names:
        low = name.lower().removeprefix(".")
        named = [one.endings for one in FORMATS if one.name == low]
        named = named or [(f".{low}",) for one in FORMATS if f".{low}" in one.endings]
        if not named:
            raise KeyError(name)
        found |= dict.fromkeys(named[0])
    return tuple(found)
