"""The Model Context Protocol, as much as a server of tools speaks: JSON-RPC 2.0, one message a line.

Written against its versions up to 2025-11-25 (https://modelcontextprotocol.io/specification); a client that
begins with what came later falls back to `initialize`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from nzn_cli import __version__
from nzn_cli.cli.mcp.tools import TOOLS
from nzn_cli.errors import NznError
from nzn_cli.render.json_ import text_of

VERSIONS = ("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25")
MOST = 1_000_000  # bytes of a message
_PARSE, _REQUEST, _METHOD, _PARAMS = -32700, -32600, -32601, -32602
_INSTRUCTIONS = (
    "Answers from a folder of documents. Quote with id and offsets; they count characters of the text that show gives. "
    "Nothing found is no proof of absence."
)

Call = Callable[[str, Mapping[str, Any]], Any]  # name of a tool, its parameters: the answer


class Refusal(Exception):
    """A message that cannot be served: `code` is JSON-RPC's."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


def answers(lines: Iterable[bytes], call: Call) -> Iterator[str]:
    """Yield a line for each message that wants an answer."""
    for line in lines:
        if not line.strip():
            continue
        answer = _answer(line, call)
        if answer is not None:
            yield text_of({"jsonrpc": "2.0", **answer}) + "\n"


def _answer(line: bytes, call: Call) -> dict[str, Any] | None:
    number: Any = None
    try:
        message = _message(line)
        number = message.get("id")
        result = _result(message, call)
    except Refusal as refusal:
        return {"id": number, "error": {"code": refusal.code, "message": str(refusal)}}
    return None if "id" not in message else {"id": number, "result": result}


def _message(line: bytes) -> dict[str, Any]:
    if len(line) > MOST:
        raise Refusal(_REQUEST, f"a message has at most {MOST:,} bytes")
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        raise Refusal(_PARSE, "the line is no JSON") from None
    if not isinstance(message, dict):
        raise Refusal(_REQUEST, "a message is one object")
    return message


def _result(message: dict[str, Any], call: Call) -> Any:
    method, params = message.get("method"), message.get("params", {})
    if "id" not in message:
        return None  # a notification
    if not isinstance(method, str) or not isinstance(params, dict) or not isinstance(message["id"], (str, int)):
        raise Refusal(_REQUEST, "a request has id, method and params")
    if method == "initialize":
        return _welcome(params.get("protocolVersion"))
    if method == "ping":
        return {}
    if method == "tools/list":
        return {"tools": [tool.definition() for tool in TOOLS.values()]}
    if method == "tools/call":
        return _call(params, call)
    raise Refusal(_METHOD, f"there is no method {method!r}")


def _welcome(version: Any) -> dict[str, Any]:
    return {
        "protocolVersion": version if version in VERSIONS else VERSIONS[-1],
        "capabilities": {"tools": {}},
        "serverInfo": {"name": "nzn", "version": __version__},
        "instructions": _INSTRUCTIONS,
    }


def _call(params: dict[str, Any], call: Call) -> dict[str, Any]:
    """Return what a tool answers; what is wrong with the question is an answer, too, that its asker can read."""
    name = params.get("name")
    if not isinstance(name, str) or name not in TOOLS:
        raise Refusal(_PARAMS, f"there is no tool {name!r}: there are {', '.join(TOOLS)}")
    try:
        text, failed = text_of(call(name, TOOLS[name].checked(params.get("arguments") or {}))), False
    except NznError as error:
        text, failed = error.message + (f" ({error.hint})" if error.hint else ""), True
    except Exception as error:
        text, failed = f"a fault of nzn: {type(error).__name__}: {error}", True
    return {"content": [{"type": "text", "text": text}], "isError": failed}
