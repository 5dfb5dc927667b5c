"""`nzn mcp`: the corpus for programs that speak the Model Context Protocol."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Any

from nzn_cli.cli.mcp.protocol import MOST, answers
from nzn_cli.cli.mcp.tools import TOOLS
from nzn_cli.cli.session import Session
from nzn_cli.cli.writing import write
from nzn_cli.errors import FOUND


def run(session: Session) -> int:
    """Answer until standard input ends."""
    corpus = session.corpus  # a folder that is not there is told at once

    def call(name: str, given: Mapping[str, Any]) -> Any:
        corpus.refresh()  # files may have changed since the last call
        return TOOLS[name].answer(corpus, given)

    for line in answers(_lines(), call):
        write([line])  # and send it off
    return FOUND


def _lines() -> Iterator[bytes]:
    """Yield the lines of standard input; of one that is too long its beginning, so that it is refused."""
    while line := sys.stdin.buffer.readline(MOST + 2):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = sys.stdin.buffer.readline(MOST)
        yield line
