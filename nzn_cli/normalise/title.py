"""What a document calls itself where its metadata does not say: its own heading.

Not the masthead of a site, not a picture's words, not a byline. Knows shapes of lines and no document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from nzn_cli.normalise.boilerplate import (
    is_aside,
    is_byline,
    is_kind,
    is_masthead,
    is_picture,
    is_sender,
    names_organisation,
    without_site,
)
from nzn_cli.text.letterhead import Line, head_lines, phrases

LONGEST = 200  # characters of a heading
_SENTENCE = 160  # characters of a sentence that can be one


class _Heading(NamedTuple):
    text: str
    level: int  # 1 and 2 are marked so in Markdown; 9 is a plain line


def find_title(body: str) -> str | None:
    """Return the heading of a body, or None where it has none."""
    masthead = None
    headings = list(_headings(body))
    for heading in headings:
        if heading.level == 1 and not is_kind(heading.text):
            return without_site(heading.text)
    for at, heading in enumerate(headings):
        if is_kind(heading.text):
            continue
        if at + 1 < len(headings) and is_masthead(heading.text, headings[at + 1].text):
            masthead = masthead or heading.text
            continue
        return without_site(heading.text)
    return masthead


def _headings(body: str) -> Iterator[_Heading]:
    """The lines at the top of a body that could be its heading, up to the first running text."""
    lines = list(head_lines(body))
    fenced = False
    at = -1
    while (at := at + 1) < len(lines):
        line = lines[at]
        fenced ^= line.raw.lstrip().startswith(("```", "~~~"))
        if fenced:
            continue
        if marked := _marked(lines, at):
            heading, used = marked
            at += used - 1
            if heading.text and not is_picture(heading.text, line):
                yield heading
            continue
        text = clean(line.raw) if len(line.raw) <= 3 * LONGEST else line.raw
        if not text or is_aside(text, line):
            continue
        if named := _labelled(text):
            yield _Heading(named, 1)
            return
        plain = _plain(text, lines, at)
        if plain is None:
            return
        if plain:
            yield _Heading(plain, 9)


def _marked(lines: list[Line], at: int) -> tuple[_Heading, int] | None:
    """The heading that Markdown marks at a line, "# so" or underlined, and how many lines it takes."""
    found = re.match(r" {0,3}(#{1,6})[ \t]+(.*)", lines[at].raw)
    if found and len(lines[at].raw) <= 3 * LONGEST:
        return _Heading(clean(re.sub(r"\s#+\s*$", "", found[2])), len(found[1])), 1
    if count := _underlined(lines, at):
        text = clean(" ".join(line.raw.strip() for line in lines[at : at + count]))
        return _Heading(text, 1 if lines[at + count].raw.strip()[0] == "=" else 2), count + 1
    return None


def _underlined(lines: list[Line], at: int) -> int:
    """How many lines a setext heading that starts at `at` has; 0 where none does."""
    if not lines[at].first or re.match(r"\s*(?:\W*$|[-*+>|]\s|\d+[.)]\s)", lines[at].raw):
        return 0
    for count in range(1, min(4, len(lines) - at)):
        line = lines[at + count]
        if line.first or len(line.raw) > LONGEST or len(lines[at].raw) > LONGEST:
            return 0
        if re.fullmatch(r" {0,3}(?:=+|-{2,})\s*", line.raw):
            return count
    return 0


def _plain(text: str, lines: list[Line], at: int) -> str | None:
    """The heading that a plain line is; "" for a line to read over, None where running text starts."""
    line = lines[at]
    after = clean(lines[at + 1].raw) if at + 1 < len(lines) else ""
    alone = line.last or is_byline(after) or _is_author(lines, at + 1) or any(map(_is_letterhead, (text, after)))
    if line.raw.lstrip().startswith(("- ", "* ", "+ ", "• ", "> ", "|")) or re.match(r"\s*\d+[.)]\s", line.raw):
        return None if line.first and not alone else ""
    if not alone:
        return _of_two_lines(text, after) if after and line.first and lines[at + 1].last else None
    return _of_one_line(text, line.first)


def _of_two_lines(text: str, after: str) -> str | None:
    """The heading that is broken over two lines; None for running text."""
    both = f"{text} {after}"
    return both if len(both) <= 150 and not re.search(r"[.:;,]$", both) else None


def _of_one_line(text: str, first: bool) -> str | None:
    """The heading that a line alone is, `first` of its paragraph; "" for one to read over, None for running text."""
    if re.search(r"[.…][\"”’')\]]*$", text) and not re.search(r"\b(?:Inc|Ltd|Co|St|No|[A-Z])\.$", text):
        single = not re.search(r"[.!?][\"”’')\]]*\s+[\"“‘'(]?[A-Z]", text[:-1])
        whole = single and len(text) <= _SENTENCE
        return text.rstrip("….") if whole and first else None
    if len(text) > LONGEST or text.endswith((":", ";", ",")):
        return None if len(text) > LONGEST else ""
    return text


def _is_letterhead(text: str) -> bool:
    return is_sender(text) or is_kind(text) or names_organisation(text)


def _is_author(lines: list[Line], at: int) -> bool:
    """Whether a line is a name and the one below it a date or a blank."""
    if at >= len(lines) or not (lines[at].last or (at + 1 < len(lines) and is_byline(clean(lines[at + 1].raw)))):
        return False
    from nzn_cli.names.name_shape import is_person_shaped

    return len(lines[at].text.split()) < 5 and is_person_shaped(lines[at].text)


def _labelled(text: str) -> str | None:
    """The heading after a label: "Title: …"."""
    match = re.match(r"([A-Za-z]{2,8}):\s+(\S.*)", text)
    return match[2] if match and match[1].lower() in phrases("titles") else None


_LINK = r"!?\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])"
_EMPHASIS = r"(?<![\\\w*])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=[^\s\\])\1(?![\w*])"


def clean(text: str) -> str:
    """Return a line without Markdown's marks, tags and entities, blanks made single."""
    text = text.strip()
    if "[" in text:
        text = re.sub(_LINK, r"\1", text)
    if "*" in text or "_" in text:
        text = re.sub(_EMPHASIS, r"\2", re.sub(_EMPHASIS, r"\2", text))
    if "<" in text:
        text = re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", text)
    if "\\" in text:
        text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    if "&" in text and ";" in text:
        from html import unescape

        text = unescape(text)
    return " ".join(text.strip(" \t*_").split())
