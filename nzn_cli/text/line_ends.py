"""Which line ends of a text are blanks to its reader: those within a paragraph, and those that cut a word.

Knows shapes of lines, and no markup but what keeps lines apart. Linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from nzn_cli.text.letters import Edit
from nzn_cli.text.wordlists import sections, words

KEPT, JOINED = "0", "1"
_ENOUGH = 55  # characters of a line that says whether a text is hard-wrapped
_WRAPPED = 100  # characters that a line of a hard-wrapped text has at most
_LONG = 120  # characters of a line that is a paragraph
_FULL = 45  # characters of a line that may be cut for its length
_SHORT = 0.75  # of the widest line of a paragraph: a line that would have had so much room is not cut
_ITEMS = 3  # lines that all begin with capitals: more are a list
_MARGIN = 4  # blanks that set a line apart
_LIST = "-*+•·▪●○◦‣▸"
_DASHES = "–—"
_ENDS = frozenset(".!?…")
_CLOSING = "\"'”’»)]*_"
_BREAKS = ("  ", "\\", "<br>", "<br/>", "<br />")
_OPENING = "[(*_\"'“‘–— "
_ON = ",;&/(-–—‐"  # what ends no paragraph
_HYPHENS = "-‐\u00ad"
_SYLLABLE = 3  # letters of what is as likely cut off a word as a word


class LineEnds(NamedTuple):
    """What becomes of the line ends: edits, and of each whether it is kept or joined, as letters of a text."""

    edits: list[Edit]
    kinds: str


@cache
def _apart() -> re.Pattern[str]:
    """What a line begins with that stands apart from the one before: of lists, headings, tables, quoted mail, HTML."""
    return re.compile(
        rf"[{_LIST}][ \t]|\(?(?:\d{{1,3}}|[a-z]|[ivx]{{1,4}}|[A-Z](?=\)))[.)][ \t]|#{{1,6}}[ \t]"
        r"|[|<]|```|~~~|={3}|-{2,}|\*{3}|_{3}"
        r"|\[\^?[^\s\]]{1,60}\]:|\{[{%]|:::"
    )


@cache
def _blank_beside() -> re.Pattern[str]:
    return re.compile(r"\n(?:(?<=[^\S\n]\n)|(?=[^\S\n]))")


@cache
def _label() -> re.Pattern[str]:
    """A line that begins with who speaks, or what follows: "Date: …"."""
    return re.compile(r"(?:[^\W\d_][\w.’'-]*\s){0,5}[^\W\d_][\w.’'-]*:(?:\s|$|\*)")


@cache
def _plain_ends() -> re.Pattern[str]:
    """Line ends by what stands beside them: a small letter goes on with the line; some other sign may."""
    return re.compile(r"\n(?:(?<=[^\s\\|>]\n)([a-z])|(?<=[^\n]\n)([^\na-z]))?")


def line_ends(text: str, stretches: Sequence[tuple[int, int]], fences: Fences) -> LineEnds:
    """Return what becomes of the line ends of a text; one within one of `stretches` never ends a paragraph."""
    lines = text.split("\n")
    if len(lines) == 1:
        return LineEnds([], "")
    page = _Page(text, lines, fences)
    kinds = page.kinds()
    for start, end in stretches:
        at = text.find("\n", start, end)
        while at >= 0:
            kinds[page.line_at(at)] = JOINED
            at = text.find("\n", at + 1, end)
    return LineEnds(page.edits(kinds), "".join(kinds))


class Fences:
    """The blocks of code of a text, fenced by ``` or ~~~."""

    def __init__(self, text: str) -> None:
        self._bounds: list[int] = []  # where one begins, where it ends, and so on
        if "```" in text or "~~~" in text:
            fence = ""
            for found in re.finditer(r"(?m)^ {0,3}(```+|~~~+)(.*)$", text):
                if not fence and "`" not in found[2]:
                    fence = found[1]
                    self._bounds.append(found.start())
                elif fence and found[1].startswith(fence) and not found[2].strip():
                    fence = ""
                    self._bounds.append(found.end())
            del self._bounds[len(self._bounds) // 2 * 2 :]  # one that is never closed is none

    def __bool__(self) -> bool:
        return bool(self._bounds)

    def hold(self, at: int) -> bool:
        """Say whether a place is within a block of code."""
        return bisect_right(self._bounds, at) % 2 == 1


def _stands_alone(line: str) -> bool:
    """Whether a line is a heading, a row of a table, a rule or a tag."""
    first, last = line[0], line[-1]
    return first in "#|" or last == "|" or (first in "=-*_<" and (last == ">" or not line.strip("=-*_ ")))


def _is_open(line: str) -> bool:
    """Whether a line ends in what another word must follow: "of", "Mr", an initial."""
    last = line.rpartition(" ")[2]
    return last in words("line_ends.txt", "go-on") or (len(last) == 2 and last[1] == "." and last[0].isupper())


def _is_ended(line: str) -> bool:
    """Whether a line ends in the end of a sentence."""
    return line.rstrip(_CLOSING)[-1:] in _ENDS


class _Paragraph(NamedTuple):
    """Lines between blank ones; whether they are sentences, and any but the first begins with a small letter."""

    first: int
    last: int
    width: int
    running: bool
    wrapped: bool


class _Page:
    """The lines of a text, each without the marks of quoted mail, and what they say of one another."""

    def __init__(self, text: str, lines: list[str], fences: Fences) -> None:
        self.text = text
        self.fences = fences
        self.starts = [0, *accumulate(len(line) + 1 for line in lines)]
        self.margins = [0] * len(lines)  # characters before a line's own words that mark it as quoted
        self.depths: list[int] | None = None
        if lines[0].startswith(">") or "\n>" in text or "\n >" in text:
            self._take_off_marks(lines)
        self.lines = lines
        lengths = [len(line) for line in lines if len(line) > _ENOUGH and "://" not in line]
        self.wrapped = len(lengths) >= 3 and sum(length > _WRAPPED for length in lengths) * 10 <= len(lengths)
        self._paragraph = _Paragraph(0, 0, 0, False, False)
        self._words: frozenset[str] | None = None

    def line_at(self, at: int) -> int:
        """Return the number of the line that a place is in."""
        return bisect_right(self.starts, at) - 1

    def _take_off_marks(self, lines: list[str]) -> None:
        self.depths = [0] * len(lines)
        for number, line in enumerate(lines):
            found = re.match(r"(?: {0,3}>)+[ \t]?", line)
            if found and not (self.fences and self.fences.hold(self.starts[number])):
                lines[number] = line[found.end() :]
                self.margins[number] = found.end()
                self.depths[number] = found[0].count(">")

    def kinds(self) -> list[str]:
        """Return of each line end whether it is kept or joined."""
        lines = self.lines
        beside = _plain_ends().findall(self.text)
        if self.depths is not None or self.fences:
            beside = [("", "?" if above and below else "") for above, below in pairwise(lines)]
        # what most line ends are is told by what stands beside them: three times as fast as to look at each
        return [
            (KEPT if lines[number][0] in "#|=<" else JOINED)
            if small
            else (JOINED if other and self._goes_on(number, lines[number], lines[number + 1]) else KEPT)
            for number, (small, other) in enumerate(beside)
        ]

    def _goes_on(self, number: int, above: str, below: str) -> bool:
        """Whether a line goes on at the next one."""
        if above.endswith(_BREAKS) or self._is_fenced(number) or self._is_quoted_apart(number):
            return False
        bare, upper = below.lstrip(), above.strip()
        if not bare or not upper or _stands_alone(upper) or self._begins_apart(upper, bare):
            return False
        if len(below) - len(bare) >= _MARGIN and not above[0].isspace() and not _apart().match(above):
            return False  # a margin that is not of a list, nor that of the line above
        first = bare[0] if bare[0].isalnum() else bare.lstrip(_OPENING)[:1]
        return first.islower() or (len(upper) <= _LONG and self._reads_on(number, upper, bare))

    def _is_fenced(self, number: int) -> bool:
        return bool(self.fences) and self.fences.hold(self.starts[number])

    def _is_quoted_apart(self, number: int) -> bool:
        """Whether a line and the next are quoted mail of different depths."""
        return self.depths is not None and self.depths[number] != self.depths[number + 1]

    def _begins_apart(self, above: str, below: str) -> bool:
        """Whether a line begins with what sets it apart, and not with a dash or a number of the sentence above."""
        if below[0] in _DASHES:
            return below[1:2].isspace() and (_is_ended(above) or above[0] == below[0] or above[-1] == ":")
        if below[0].isdecimal() and self.wrapped and len(above) > _FULL and above[-1].isalnum():
            return False
        return _apart().match(below) is not None

    def _reads_on(self, number: int, above: str, below: str) -> bool:
        """Whether the words of two lines, the lower of which begins with no small letter, are one paragraph's."""
        if _is_open(above):
            return True
        ended = _is_ended(above)
        if (ended or not self.wrapped) and _label().match(below):
            return False
        if (not ended and above[-1] in _ON) or (self.wrapped and len(above) > _FULL):
            return True
        return not ended and above[-1] != ":" and self._is_running(number, above, below)

    def _is_running(self, number: int, above: str, below: str) -> bool:
        """Whether two lines are of a paragraph of sentences, and the upper one is cut for want of room."""
        if not self._paragraph.first <= number < self._paragraph.last:
            self._paragraph = self._paragraph_at(number)
        paragraph = self._paragraph
        if not paragraph.running or (not paragraph.wrapped and paragraph.last - paragraph.first > _ITEMS):
            return False
        if paragraph.wrapped and number > paragraph.first:
            return True  # what goes on from the line above is no heading
        return len(above) + 1 + len(below.split(None, 1)[0]) >= _SHORT * paragraph.width

    def _paragraph_at(self, number: int) -> _Paragraph:
        first = last = number
        while first > 0 and self.lines[first - 1].strip():
            first -= 1
        while last < len(self.lines) and self.lines[last].strip():
            last += 1
        block = [line.strip() for line in self.lines[first:last]]
        small = {word for line in block for word in line.split() if word[0].islower()}
        running = _is_ended(block[-1]) and bool(small - words("line_ends.txt", "of-titles"))
        return _Paragraph(first, last, max(map(len, block)), running, any(line[0].islower() for line in block[1:]))

    def edits(self, kinds: list[str]) -> list[Edit]:
        """Return the edits of line ends: words put together, margins and marks of quoted mail taken off."""
        edits: list[Edit] = []
        cut = any(f"{hyphen}\n" in self.text for hyphen in _HYPHENS)
        if not cut and self.depths is None:  # then those with no blank beside them stay as they are
            blank = {self.line_at(found.start()) for found in _blank_beside().finditer(self.text)}
            for number in sorted(blank):
                if kinds[number] == JOINED:
                    self._join(number, edits)
            return edits
        if self.margins[0]:
            edits.append((0, self.margins[0], ""))
        for number, kind in enumerate(kinds):
            if kind == JOINED:
                self._join(number, edits)
            elif self.margins[number + 1]:
                start = self.starts[number + 1]
                edits.append((start, start + self.margins[number + 1], ""))
        return edits

    def _join(self, number: int, edits: list[Edit]) -> None:
        above, below = self.lines[number], self.lines[number + 1]
        end = self.starts[number + 1] - 1
        start = end + 1 + self.margins[number + 1]
        left, right = len(above) - len(above.rstrip()), len(below) - len(below.lstrip())
        if not left and above[-1:] in _HYPHENS and above[-1:]:
            cut = self._cut(above, below.lstrip())
            if cut is not None:
                edits.append((end - (not cut), start + right, ""))
                self._move_line_end(start + right, self.starts[number + 2] - 1, edits)
                return
        if left or right or start > end + 1:
            edits.append((end - left, start + right, "\n"))

    def _move_line_end(self, start: int, end: int, edits: list[Edit]) -> None:
        """Let the line end behind the word that was cut."""
        blank = re.compile(r"\s+(?=\S)").search(self.text, start, end)
        edits.append((blank.start(), blank.end(), "\n") if blank else (end, end, "\n"))

    def _cut(self, above: str, below: str) -> bool | None:
        """Whether the hyphen at a line's end belongs to the word that goes on below; None where no word does."""
        head = re.search(r"([^\W\d_]*)(\d*)[‐\u00ad-]$", above)
        tail = re.match(r"[^\W_]+", below)
        if head is None or tail is None or not (head[1] or head[2]):
            return None
        first, second = head[1], tail[0]
        if above[-1] == "\u00ad":
            return False
        if second in words("line_ends.txt", "suspended"):
            return None
        if head[2] or second[0].isdecimal() or (second[0].isupper() and not (first.isupper() and second.isupper())):
            return True
        if above[: -len(first) - 1][-1:] in ("-", "‐") or first.lower() in words("line_ends.txt", "hyphen-head"):
            return True
        return self._is_hyphenated(first, second)

    def _is_hyphenated(self, first: str, second: str) -> bool:
        """Whether two parts of a word have a hyphen between them elsewhere in the text, or by the lexicon."""
        whole = first + second
        if self._words is None:
            self._words = frozenset(re.findall(r"[^\W_]+(?:[-‐‑][^\W_]+)?", self.text))
        if any(f"{first}{hyphen}{second}" in self._words for hyphen in "-‐‑"):
            return True
        known = _known()
        if whole in self._words or not known.isdisjoint((whole.lower(), f"{whole.lower()}s", f"{whole.lower()}ed")):
            return False
        return len(first) > _SYLLABLE and first.lower() in known and second.lower() in known


@cache
def _known() -> frozenset[str]:
    """Words that stand in lower case within sentences."""
    return frozenset(sections("common.txt")[""])
