"""What a document calls itself where its metadata does not say: its own heading.

Not the masthead of a site, not a picture's words, not a byline. Knows shapes of lines and no document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from nzn_cli.corpus.letterhead import Line, head_lines, label, phrases
from nzn_cli.corpus.written import all_written

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
        if heading.level == 1 and not _is_kind(heading.text):
            return heading.text
    for at, heading in enumerate(headings):
        if _is_kind(heading.text):
            continue
        if at + 1 < len(headings) and _is_masthead(heading.text, headings[at + 1].text):
            masthead = masthead or heading.text
            continue
        return heading.text
    return masthead


def _headings(body: str) -> Iterator[_Heading]:
    """The lines at the top of a body that could be its heading, up to the first running text."""
    lines = list(head_lines(body))
    fenced = False
    skip = 0
    for at, line in enumerate(lines):
        if line.raw.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        if fenced or skip:
            skip -= bool(skip)
            continue
        marked = re.match(r" {0,3}(#{1,6})[ \t]+(.*)", line.raw)
        if marked and len(line.raw) < 3 * LONGEST:
            text = clean(re.sub(r"\s#+\s*$", "", marked[2]))
            if text and not _is_picture(text, line):
                yield _Heading(text, len(marked[1]))
            continue
        under = _underlined(lines, at)
        if under:
            text = clean(" ".join(one.raw.strip() for one in lines[at : at + under]))
            skip = under
            mark = lines[at + under].raw.strip()[0]
            if text and not _is_picture(text, line):
                yield _Heading(text, 1 if mark == "=" else 2)
            continue
        if len(line.raw) > 3 * LONGEST:
            return
        text = clean(line.raw)
        if not text or _is_aside(text, line):
            continue
        if named := _labelled(text):
            yield _Heading(named, 1)
            return
        plain = _plain(text, lines, at)
        if plain is None:
            return
        if plain:
            yield _Heading(plain, 9)


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
    alone = line.last or (at + 1 < len(lines) and _is_byline(clean(lines[at + 1].raw)))
    if line.raw.lstrip().startswith(("- ", "* ", "+ ", "• ", "> ", "|")) or re.match(r"\s*\d+[.)]\s", line.raw):
        return None if line.first and not alone else ""
    if not alone:
        # a heading that is broken over two lines
        following = lines[at + 1] if at + 1 < len(lines) else None
        both = f"{text} {clean(following.raw)}" if following else ""
        whole = following is not None and line.first and following.last and len(both) <= 150
        return both if whole and not re.search(r"[.:;,]$", both) else None
    if re.search(r"[.…][\"”’')\]]*$", text) and not re.search(r"\b(?:Inc|Ltd|Co|St|No|[A-Z])\.$", text):
        single = not re.search(r"[.!?][\"”’')\]]*\s+[\"“‘'(]?[A-Z]", text[:-1])
        whole = single and len(text) <= _SENTENCE
        return text.rstrip("….") if whole and line.first else None
    if len(text) > LONGEST or text.endswith((":", ";", ",")):
        return None if len(text) > LONGEST else ""
    return text


def _labelled(text: str) -> str | None:
    """The heading after a label: "Title: …"."""
    match = re.match(r"([A-Za-z]{2,8}):\s+(\S.*)", text)
    return match[2] if match and match[1].lower() in phrases("titles") else None


def _is_kind(text: str) -> bool:
    return label(text) in phrases("kinds")


def _is_aside(text: str, line: Line) -> bool:
    """Whether a line is no heading whatever its shape: a date, an author, an address, a picture's words, a rule."""
    if not re.search(r"[^\W\d_]", text):
        return True
    raw = line.raw.strip()
    if re.match(r"(?i)!\[|\{[{%]|<!--|<(?!h1|b>|strong|em>)[a-z/]|\[!\[|https?://|www\.|\S+@\S+\.\S+$", raw):
        return True
    if re.match(_FIELD, text) or re.match(r"(?i)dear\b.*[:,]$", text) or re.fullmatch(_CLOCK, text):
        return True
    return _is_caption(text) or _is_byline(text) or _is_trail(text, raw) or _is_kind_of(text)


_FIELD = (
    r"(?i)(?:tel|phone|ph|fax|contacts?|email|e-mail|media contact|source|url|from|to|cc|authors?|attention|attn|"
    r"who|what|when|where|why|venue|location|time|place)\b\s*:"
)
_CLOCK = r"(?i)\W*\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\W*(?:[a-z]{2,5})?\W*"


def _is_byline(text: str) -> bool:
    """Whether a line is a date or an author."""
    return _is_dated(text) or (len(text) < 80 and bool(re.match(r"(?i)by\s+[A-Z]", text)))


def _is_picture(text: str, line: Line) -> bool:
    """Whether a line that Markdown marks as a heading holds a picture, its words, or no words at all."""
    raw = line.raw.lstrip("# \t")
    return not re.search(r"[^\W\d_]", text) or bool(re.match(r"!\[|\{[{%]|<!--|\[!\[", raw)) or _is_caption(text)


def _is_kind_of(text: str) -> bool:
    """ "Press Release: Some Office": the kind of a document and who sent it."""
    kind, colon, rest = text.partition(":")
    return (
        bool(colon)
        and len(rest) < 80
        and label(kind) in phrases("kinds")
        and label(kind)
        not in (
            "opinion",
            "analysis",
            "speech",
            "interview",
            "editorial",
            "column",
            "feature",
            "report",
            "address",
            "transcript",
            "briefing",
        )
    )


def _is_caption(text: str) -> bool:
    head, colon, _ = text.partition(":")
    if colon and label(head) in phrases("captions"):
        return True
    credit = re.search(r"(?i)\b(?:photo|image|picture|video)s?\s*(?:/|:|by\b|credit|courtesy|supplied)", text)
    if credit:
        return True
    tail = re.search(r"[/|(]\s*([^/|()]{2,40})\)?\s*$", text)
    return bool(tail) and label(tail[1] if tail else "") in phrases("credits")


def _is_dated(text: str) -> bool:
    """Whether a line is a date and hardly more: a byline, not a heading that names a year."""
    if len(text) > 120 or not re.search(r"\d\d", text):
        return False
    for date in all_written(text):
        rest = label(text[: date.start] + " " + text[date.end :])
        if not rest or rest in phrases("published") or rest in phrases("updated") or len(rest.split()) < 3:
            return len(date.value) != 7 or len(rest) == 0
    return False


def _is_trail(text: str, raw: str) -> bool:
    """Whether a line leads through a site: "Home > News", or links and nothing else."""
    if re.search(r"\w\s*[>»›→]\s*\w", text):
        return True
    return raw.startswith("[") and not re.sub(r"\[[^\]]*\]\([^)]*\)|\W", "", raw)


def _is_masthead(text: str, following: str) -> bool:
    """Whether a heading names the sender, and what follows is the document's own."""
    if _spelt_out(text) or re.fullmatch(
        r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|nz|au|uk|int|gov|info)", text.lower()
    ):
        return True
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    if len(words) > 8 or not any(word.lower() in phrases("organisations") for word in words):
        return False
    small = ("of", "the", "and", "for", "in", "to", "on", "de", "&")
    named = all(word[0].isupper() or word.lower() in small for word in words)
    return named and len(following.split()) > 2


def _spelt_out(text: str) -> bool:
    """Whether a line is an abbreviation with its words: "ABC - Alpha Beta Company", "Alpha Beta Company (ABC)"."""
    match = re.fullmatch(r"([A-Z][A-Za-z]{1,9})\s*[-–—:|]\s*(.+)", text)
    short, long = (match[1], match[2]) if match else ("", "")
    if not match and (match := re.fullmatch(r"(.+?)\s*\(([A-Z][A-Za-z]{1,9})\)", text)):
        short, long = match[2], match[1]
    if not short or sum(letter.isupper() for letter in short) < 2:
        return False
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_][\w'’]*", long) if word[0].isupper())
    return initials.upper() == short.upper() or (len(short) > 2 and initials.upper().startswith(short.upper()[:-1]))


_LINK = re.compile(r"!?\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_EMPHASIS = re.compile(r"(?<![\\\w*])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=[^\s\\])\1(?![\w*])")


def clean(text: str) -> str:
    """Return a line without Markdown's marks, tags and entities, blanks made single."""
    text = text.strip()
    if "[" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    if "<" in text:
        text = re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", text)
    if "\\" in text:
        text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    if "&" in text and ";" in text:
        from html import unescape

        text = unescape(text)
    return " ".join(text.strip(" \t*_").split())
