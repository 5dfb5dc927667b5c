"""Bytes to a message, with bounds that the standard library lacks."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from functools import lru_cache
from itertools import count
from typing import Any

PARTS = 1_000
_LONG, _SHORT = 12_000, 2_000  # characters of a header that are read: of addresses, of anything else


@lru_cache(maxsize=200)  # one header is asked for five times, and many parts have the same
def _parsed(name: str, value: str) -> Any:
    return policy.default.header_fetch_parse(name, value)


class _Bounded(policy.EmailPolicy):
    """The standard policy, whose time grows with the square of a header's length, on headers that are cut.

    One that its parser fails on is text.
    """

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """Return the value of a header."""
        cut = value[: _LONG if name.lower() in ("to", "cc", "from", "reply-to", "bcc") else _SHORT]
        try:
            return _parsed(name, cut)
        except Exception:  # the parser of headers raises many things on broken ones, RecursionError among them
            return " ".join(cut.encode("utf-8", "replace").decode().split())


class _TooMany(Exception):
    """A message has more parts than are read."""


def message_of(data: bytes) -> Message:
    """Return the message that bytes are, without its parts where these are too many or too deep; never raises."""
    numbers = count()

    def part(policy: Any = None) -> EmailMessage:
        if next(numbers) > 2 * PARTS:
            raise _TooMany
        return EmailMessage(policy)

    try:
        return message_from_bytes(data, policy=_Bounded(message_factory=part))
    except (RecursionError, _TooMany):
        return BytesParser(policy=_Bounded()).parsebytes(data, headersonly=True)


def parts(message: Message) -> Iterator[Message]:
    """Yield a message and all parts of it, in their order, as many as are read; not those of one that it passes on."""
    waiting = [message]
    for _ in range(PARTS):
        if not waiting:
            return
        part = waiting.pop()
        yield part
        if part.is_multipart() and (part is message or not _is_passed_on(part)):
            waiting += [one for one in reversed(list(part.get_payload())) if isinstance(one, Message)]


def _is_passed_on(part: Message) -> bool:
    return part.get_content_type() == "message/rfc822"
