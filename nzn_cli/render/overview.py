"""What bare `nzn` prints: the folder in a few lines, then commands to try."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from nzn_cli.render.page import Page
from nzn_cli.render.safe import one_line


def overview_lines(overview: Any, page: Page) -> Iterator[str]:
    """Yield the figures of the corpus, and example commands made from it."""
    folders = ", ".join(one_line(folder) for folder in overview.folders)
    yield f"{'the documents that come with nzn' if overview.builtin else folders}\n"
    yield f"  documents   {overview.documents:,}\n"
    if len(overview.kinds) > 1:
        yield f"  kinds       {', '.join(f'{one.files:,} {one_line(one.kind)}' for one in overview.kinds)}\n"
    if overview.first:
        span = overview.first if overview.first == overview.last else f"{overview.first} to {overview.last}"
        yield f"  dates       {span}\n"
    if overview.undated:
        yield f"  undated     {overview.undated:,}\n"
    if overview.credited:
        yield f"  ministers   {', '.join(f'{one_line(name)} ({count:,})' for name, count in overview.credited)}\n"
    if overview.others:
        yield f"  others      {_other_files(overview.others)}\n"
    yield from _unread(overview.unread, page)
    if overview.examples:
        yield "\ntry\n"
        yield from (f"  {page.command} {' '.join(_quoted(word) for word in words)}\n" for words in overview.examples)
    yield "\nnzn --help lists the commands\n"


_SOON = 2.0  # seconds that nobody needs to be told of
_READ_AS = {"surface": "texts"}


def _unread(kinds: Sequence[Any], page: Page) -> Iterator[str]:
    """Yield what is not read yet, and how long that will take, where it is worth telling."""
    if (seconds := sum(one.seconds for one in kinds)) >= _SOON:
        yield f"  not read    {', '.join(_READ_AS.get(one.kind, one.kind) for one in kinds)}\n"
        yield f"              {_lasting(seconds)} in all, when first asked for; now: {page.command} index build\n"


def _lasting(seconds: float) -> str:
    """Return "about 40 seconds" or "about 3 minutes"."""
    if seconds < 100:
        return f"about {round(seconds, -1 if seconds > 15 else None):.0f} seconds"
    return f"about {round(seconds / 60):,} minutes"


_KINDS = 6  # kinds of file that are named


def _other_files(others: Sequence[Any]) -> str:
    """The files of other kinds in a line: "6 other files: 3 html, 2 pdf, 1 docx, not read"."""
    total = sum(one.files for one in others)
    named = [f"{one.files:,} {one_line(one.kind or 'without an ending')}" for one in others[:_KINDS]]
    if more := sum(one.files for one in others[_KINDS:]):
        named.append(f"{more:,} more")
    return f"{total:,} other file{'s' if total > 1 else ''}: {', '.join(named)}, not read"


def _quoted(word: str) -> str:
    """Return a word as a shell needs it."""
    word = one_line(word)
    if word and all(c.isalnum() or c in "-_./:=@,+%" for c in word):
        return word
    return "'" + word.replace("'", "'\\''") + "'"
