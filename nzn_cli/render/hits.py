"""What `grep` prints: on a terminal a heading for each document and its lines with the matches marked; in a pipe
path:line:text, as ripgrep does. One line is printed once, however many matches it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any

from nzn_cli.model.records import NamedTuple
from nzn_cli.render import console as rich_door
from nzn_cli.render.heading import heading
from nzn_cli.render.hyperlinks import file_link
from nzn_cli.render.page import Page
from nzn_cli.render.safe import visible

if TYPE_CHECKING:
    from rich.text import Text


_Key = tuple[str, int | None, str]  # field and number of a line, its text where it has no number
_MARKS = 1000  # matches marked in one line; a line of megabytes may hold a million
_LONG = 2000  # characters of a line that a terminal is shown, around the first match
_LONGEST = 10_000  # characters of a line that every record of a match in it has whole


class Style(NamedTuple):
    """How lines are printed: with numbers, only the matches, paths ended by NUL, with context lines."""

    numbers: bool = True
    only_matching: bool = False
    null: bool = False
    context: bool = False


class Line(NamedTuple):
    """One line of output: its number, text, and the matches' places in the text (none of a context line)."""

    number: int | None
    text: str
    places: tuple[tuple[int, int], ...]
    hit: bool
    page: int | None = None  # of a text that has pages: what it is found by, in place of the line

    @property
    def place(self) -> str:
        """Where the line is, as it is printed; "" where no line is meant."""
        return f"p{self.page}" if self.page else "" if self.number is None else str(self.number)


def shortened(hit: Any) -> Any:
    """Return a match whose line fits a record: a line of megabytes may have a million, and each would repeat it."""
    if max(map(len, (hit.text, *hit.before, *hit.after))) <= _LONGEST:
        return hit
    place = min(_places(hit), default=(0, 0))
    line = _window(Line(None, hit.text, (place,), True)).text if len(hit.text) > _LONGEST else hit.text
    before, after = ([_window(Line(None, text, (), False)).text for text in lines] for lines in (hit.before, hit.after))
    return hit._replace(text=line, before=before, after=after)


def piped(records: Iterable[Any], style: Style, page: Page) -> Iterator[str]:
    """Yield path:line:text (path-line-text for context, `--` between what does not touch)."""
    started = False
    for _, hits in groupby(records, key=lambda hit: (hit.id, hit.path)):
        first = next(hits)
        path = first.path + ("\0" if style.null else "")
        for block in blocks(chain((first,), hits), style):
            if style.context and started:
                yield "--\n"
            started = True
            for line in block:
                mark = ":" if line.hit else "-"
                place = f"{line.place}{mark}" if style.numbers and line.place else ""
                yield f"{path}{'' if style.null else mark}{place}{_coloured(line, page)}\n"


def _coloured(line: Line, page: Page) -> str:
    """Return the line as it stands; with --color always its matches in colour."""
    if not page.colour:
        return line.text
    text, at = "", 0
    for start, end in sorted(line.places):
        text += line.text[at : max(start, at)] + f"\x1b[1;31m{line.text[max(start, at) : end]}\x1b[0m"
        at = max(end, at)
    return text + line.text[at:]


def blocks(hits: Iterable[Any], style: Style) -> Iterator[list[Line]]:
    """Yield the lines of one document, cut where they do not touch (one block without context)."""
    if style.only_matching:
        yield [Line(hit.line, hit.match.replace("\n", " "), ((0, len(hit.match)),), True, hit.page) for hit in hits]
        return
    lines: dict[_Key, Line] = {}
    places: dict[_Key, list[tuple[int, int]]] = {}
    for hit in hits:
        key = (hit.field, hit.line, hit.text if hit.line is None else "")
        if key not in places:
            for number, text in _context(hit):
                lines.setdefault((hit.field, number, ""), Line(number, text, (), False, hit.page))
            places[key] = []
            lines[key] = Line(hit.line, hit.text, (), True, hit.page)
        elif len(hit.text) > len(lines[key].text):  # a phrase over the line's end shows both lines
            lines[key] = lines[key]._replace(text=hit.text)
        if len(places[key]) < _MARKS:
            places[key].extend(_places(hit))
    lines |= {key: lines[key]._replace(places=tuple(found)) for key, found in places.items()}
    ordered = sorted(lines.items(), key=lambda item: (item[0][0] != "title", item[0][0] == "body", item[0][1] or 0))
    once = _once([line for _, line in ordered])
    yield from _split(once) if style.context else iter([once])


def _once(lines: list[Line]) -> list[Line]:
    """Return the lines without those that stand in one above, a phrase over a line's end; its marks go there."""
    kept: list[Line] = []
    for line in lines:
        above = kept[-1] if kept else None
        if above is None or line.number is None or above.number is None:
            kept.append(line)
            continue
        parts, number = above.text.split("\n"), line.number - above.number
        if not 0 < number < len(parts):
            kept.append(line)
            continue
        text = "\n".join([*parts[:number], line.text]) if line.hit else above.text
        text = max(text, above.text, key=len)
        shift = sum(len(part) + 1 for part in parts[:number])
        moved = tuple((start + shift, end + shift) for start, end in line.places)
        kept[-1] = above._replace(text=text, places=(*above.places, *moved))
    return kept


def _context(hit: Any) -> Iterator[tuple[int, str]]:
    if hit.line is None:
        return
    first = hit.line - len(hit.before)
    yield from enumerate(hit.before, first)
    yield from enumerate(hit.after, hit.line + 1 + hit.text.count("\n"))


def _places(hit: Any) -> Iterator[tuple[int, int]]:
    if hit.match:
        start = hit.column - 1 if hit.column else hit.text.find(hit.match)
        if start >= 0:
            yield start, start + len(hit.match)


def _split(lines: list[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if block and (line.number is None or line.number != (block[-1].number or 0) + 1):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def draw_hits(records: Iterable[Any], page: Page, style: Style) -> Iterator[str]:
    """Yield each document as a heading (date, title, id) and its lines, wrapped, matches marked."""
    on = rich_door.console(page)
    for number, (_, hits) in enumerate(groupby(records, key=lambda hit: (hit.id, hit.path))):
        first = next(hits)
        text = "\n" if number else ""
        text += heading(first, page, on)
        parts = list(blocks(chain((first,), hits), style))
        digits = max((len(line.place) for block in parts for line in block), default=0)
        for place, block in enumerate(parts):
            if place:
                text += " " * digits + rich_door.sign(page, " ⋮", " :") + "\n"
            for line in block:
                text += _line(line, digits, page, style, on, file_link(first.path, page, line.number, line.page))
        yield text


def _line(line: Line, digits: int, page: Page, style: Style, on: Any, address: str | None) -> str:
    from rich.text import Text

    text = _marked(_window(line), page)
    gutter = f"{line.place:>{digits}}  " if style.numbers else "  "
    room = max(20, page.width - len(gutter))
    pieces = text.wrap(on, room) if text.plain else [text]
    found = ""
    for number, piece in enumerate(pieces):
        piece.rstrip()
        margin = Text().append(gutter if not number else " " * len(gutter), style=rich_door.QUIET)
        if address and not number:
            margin.stylize(f"link {address}", 0, digits)
        found += rich_door.draw_text(margin.append_text(piece), on)
    return found


def _window(line: Line) -> Line:
    """Return a line of ordinary length: a longer one is cut to what stands around its first match, and says so."""
    if len(line.text) <= _LONG:
        return line
    start = max(0, min(line.places)[0] - _LONG // 4) if line.places else 0
    end = min(len(line.text), start + _LONG)
    before, after = "…" if start else "", f"… ({len(line.text):,} characters)" if end < len(line.text) else ""
    shift = len(before) - start
    kept = tuple((a + shift, b + shift) for a, b in line.places if a >= start and b <= end)
    return line._replace(text=before + line.text[start:end] + after, places=kept)


def _marked(line: Line, page: Page) -> Text:
    """Return the line made visible, its matches in colour; each piece is made harmless by itself, so places hold."""
    from rich.text import Text

    text, at = Text(style="" if line.hit else rich_door.QUIET), 0
    for start, end in sorted(line.places):
        start = max(start, at)
        end = max(start, min(end, len(line.text)))
        text.append(_flat(line.text[at:start]))
        text.append(_flat(line.text[start:end]), style=rich_door.MATCH)
        at = end
    return text.append(_flat(line.text[at:]))


def _flat(text: str) -> str:
    return visible(text).replace("\n", " ").replace("\t", "    ")
