"""Mail to a raw document: its headers as metadata, its best text, replies that it quotes as quotations of others."""

from __future__ import annotations

import re
from email.message import Message
from typing import Any

from nzn_cli.documents.decode import decode
from nzn_cli.documents.formats.html import decoded, whole_text
from nzn_cli.documents.formats.mime import message_of, parts
from nzn_cli.documents.formats.zipped import damaged
from nzn_cli.model.documents import RawDocument

_HEADERS = {"subject": "subject", "from": "from", "to": "to", "cc": "cc", "date": "date", "reply-to": "reply_to"}
_MOST = 500  # addresses of a header


def read_mail(path: str, data: bytes) -> RawDocument:
    """Return the document that a message is."""
    return message_document(path, message_of(data))


def message_document(path: str, message: Message) -> RawDocument:
    """Return the document that a parsed message is."""
    meta = {key: value for name, key in _HEADERS.items() if (value := _header(message, name))}
    if not meta and not message.keys():
        return damaged(path, "mail", "it has no headers")
    body, encoding = _body(message)
    return RawDocument(path, encoding, meta, quoted(body).strip(), 1, ())


def _header(message: Message, name: str) -> Any:
    """A header as text; of addresses a list, each with its name."""
    value = message[name]
    addresses = getattr(value, "addresses", None)
    if addresses:
        named = [_address(one) for one in addresses[:_MOST]]
        return named[0] if len(named) == 1 else named
    return " ".join(str(value).encode("utf-8", "replace").decode().split()) if value else None


def _address(one: Any) -> str:
    return f"{one.display_name} <{one.addr_spec}>" if one.display_name else str(one.addr_spec)


def _body(message: Message) -> tuple[str, str]:
    """The best text of a message and its encoding: plain text before HTML; none where it has neither."""
    plain = html = None
    for part in parts(message):
        kind = part.get_content_type()
        if part.is_multipart() or is_attachment(part):
            continue
        if kind == "text/plain" and plain is None:
            plain = part
        elif kind == "text/html" and html is None:
            html = part
    if plain is not None and (text := part_text(plain)).strip():
        return text, "mail"
    if html is not None:
        return whole_text(decoded(part_bytes(html)).text), "mail"
    return "", "mail"


def is_attachment(part: Message) -> bool:
    """Return whether a part of a message is a file of its own."""
    try:
        return part.get_content_disposition() == "attachment" or bool(part.get_filename())
    except Exception:
        return False


def part_bytes(part: Message) -> bytes:
    """Return the bytes of a part, unpacked."""
    try:
        content = part.get_payload(decode=True)
    except Exception:
        return b""
    return content if isinstance(content, bytes) else b""


def part_text(part: Message) -> str:
    """Return the text of a part, lines that were broken for the way joined again where it says so."""
    data = part_bytes(part)
    try:
        text = data.decode(str(part.get_content_charset() or "utf-8")).replace("\r\n", "\n")
    except (LookupError, ValueError):
        text = decode(data).text
    return _flowed(text) if part.get_param("format") == "flowed" else text


def _flowed(text: str) -> str:
    """Text of format=flowed (RFC 3676): a line that ends with a blank goes on in the next one."""
    lines: list[str] = []
    open_ = False
    for line in text.split("\n"):
        marks = re.match(r"(?:>+)?", line)
        mark = marks[0] if marks else ""
        bare = line[len(mark) :].removeprefix(" ")
        if open_ and lines and (re.match(r"(?:>+)?", lines[-1]) or [""])[0] == mark:
            lines[-1] += bare
        else:
            lines.append(f"{mark} {bare}" if mark else bare)
        open_ = line.endswith(" ") and line != "-- "
    return "\n".join(lines)


_ORIGINAL = re.compile(
    r"(?im)^(?:-{2,} ?(?:original message|forwarded (?:message|by\b.*)) ?-{2,}|_{20,}|begin forwarded message:)[ \t]*$"
    r"|^from:[ \t].{1,200}\n(?:sent|date|to):[ \t]"
)


def quoted(text: str) -> str:
    """Return a text in which what others wrote before is quoted: what follows a line that says so gets `> `."""
    found = _ORIGINAL.search(text)
    if not found or not text[: found.start()].strip():
        return text
    rest = "\n".join(f"> {line}".rstrip() for line in text[found.start() :].strip("\n").split("\n"))
    return f"{text[: found.start()].rstrip()}\n\n{rest}"


def attachments(message: Message) -> list[tuple[str, bytes]]:
    """Return the files that a message carries, and the messages that it passes on: name and bytes."""
    found = []
    for number, part in enumerate(parts(message)):
        if number and part.get_content_type() == "message/rfc822":
            found.append((f"message-{number}.eml", _passed_on(part)))
        elif not part.is_multipart() and is_attachment(part):
            try:
                name = part.get_filename() or ""
            except Exception:
                continue
            if name:
                found.append((name.replace("/", "_"), part_bytes(part)))
    return found


def _passed_on(part: Message) -> bytes:
    try:
        inner = part.get_payload(0)
        return inner.as_bytes() if isinstance(inner, Message) else b""
    except Exception:  # what was parsed cannot always be written
        return b""
