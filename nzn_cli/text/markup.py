"""Markup of a text that its reader does not read: emphasis, links, wiki links, footnote marks, tags, entities, escapes.

Gives edits of a text and the stretches of links and emphases, whose line ends end no paragraph. Knows CommonMark as far
as running text uses it: https://spec.commonmark.org. Linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from nzn_cli.text.letters import GAP, Edit, plain_letters
from nzn_cli.text.wordlists import words

_LONGEST = 3  # marks of an emphasis
_FARTHEST = 3_000  # characters that an emphasis or the words of a link have
_DEEPEST = 8  # brackets or emphases that are open at once
_NO_LETTER = "\n"  # what stands beside the first and the last letter


_SIGNS = "*_[<&`\\~"


@cache
def _signs(present: str) -> re.Pattern[str]:
    """All that markup of a text may begin with: the search leaps from one to the next."""
    present += "]" * ("[" in present)
    return re.compile(re.escape(present) if len(present) == 1 else f"[{re.escape(present)}]")


@cache
def _tokens() -> dict[str, re.Pattern[str]]:
    """The pattern of what each sign may begin; the group that took part says what it is."""
    tags = "|".join(sorted(words("markup.txt", "inline") | words("markup.txt", "block"), reverse=True))
    address = r"\((?:<[^<>\n]{0,2000}>|[^\s()<>]{0,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500}){0,3})"
    title = r"(?:[ \n]{1,3}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?[ ]?\)(?:\{[:.#][^{}\n]{0,200}\})?"
    entity = r"(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    wiki = r"\[\[(?:[^\[\]\n|]{1,300}\|)?(?P<wiki>[^\[\]\n|]{1,300})\]\]"
    note = r"(?P<note>\[\^[^\s\[\]]{1,60}\](?P<colon>:[ ]?)?)"
    tag = rf"<!--[^<>\n]{{0,400}}-->|</?(?i:{tags})(?=[\s/>])[^<>]{{0,2000}}>"
    emphasis = re.compile(r"(?P<emphasis>([*_~])\2*)")
    return {
        "`": re.compile(r"``[^\n]{1,500}?``|`[^`\n]{1,1000}`"),
        "\\": re.compile(r"(?P<escape>\\[!-/:-@\[-`{-~])"),
        "<": re.compile(rf"<https?://[^\s<>]{{1,2000}}>|(?P<tag>{tag})"),
        "&": re.compile(entity),
        "[": re.compile(rf"{wiki}|{note}|(?P<open>\[)"),
        "]": re.compile(rf"(?P<close>\](?:{address}{title}|\[(?P<named>[^\[\]\n]{{0,100}})\])?)"),
        **dict.fromkeys("*_~", emphasis),
    }


@cache
def _paragraph() -> re.Pattern[str]:
    return re.compile(r"\n[ \t>\u00a0]*(?:\n|[*+-] |\d{1,3}[.)] |#{1,6} )")


class _Reader:
    """Reads the tokens of a text in order, and pairs brackets and marks of emphasis."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.edits: list[Edit] = []
        self.stretches: list[tuple[int, int]] = []
        self._brackets: list[tuple[int, int]] = []
        self._marks: dict[str, list[tuple[int, int]]] = {"*": [], "_": [], "~": []}
        self._named = _link_names(text) if "][" in text else frozenset()

    def read(self, present: str, fenced: Callable[[int], bool] | None) -> None:
        """Read all tokens but those within blocks of code."""
        readers = {
            "escape": self._escape,
            "tag": self._tag,
            "entity": self._entity,
            "wiki": self._wiki,
            "note": self._note,
            "open": self._open,
            "close": self._close,
            "emphasis": self._emphasis,
        }
        tokens, text, at = _tokens(), self.text, 0
        for sign in _signs(present).finditer(text):
            start = sign.start()
            if start < at or (fenced is not None and fenced(start)):
                continue
            found = tokens[sign[0]].match(text, start)
            if found is not None:
                at = found.end()
                reader = readers.get(found.lastgroup or "")
                if reader is not None:
                    reader(found)

    def _escape(self, found: re.Match[str]) -> None:
        self.edits.append((found.start(), found.start() + 1, ""))

    def _tag(self, found: re.Match[str]) -> None:
        start, end = found.span()
        name = found[0].strip("</>!").split(None, 1)[0].rstrip("/").lower()
        lines = found[0].count("\n")
        instead = ""
        if lines:
            self.stretches.append((start, end))
            start, instead = _blanks_before(self.text, start), "\n" * lines
        elif name == "--":
            start = _blanks_before(self.text, start)
        elif name in words("markup.txt", "block") and not _at_edge(self.text, start, end):
            instead = GAP
        self.edits.append((start, end, instead))

    def _entity(self, found: re.Match[str]) -> None:
        from html import unescape

        read = unescape(found[0])
        if read == found[0] or "\n" in read or "\r" in read:
            return
        start, end, plain = *found.span(), plain_letters(read)
        if plain == " ":
            start, end = _blanks_before(self.text, start), end + (self.text[end : end + 1] == " ")
        self.edits.append((start, end, plain))

    def _wiki(self, found: re.Match[str]) -> None:
        start = self._picture(found.start())
        self.edits += [(start, found.start("wiki"), ""), (found.end("wiki"), found.end(), "")]

    def _note(self, found: re.Match[str]) -> None:
        start = found.start()
        if found["colon"] and self.text[max(0, start - 1) : start].strip(" \n"):
            self.edits.append((start, found.start("colon"), ""))  # a mark before a colon of the sentence
        else:
            self.edits.append((_blanks_before(self.text, start), found.end(), ""))

    def _open(self, found: re.Match[str]) -> None:
        self._brackets[:-_DEEPEST] = []
        self._brackets.append((self._picture(found.start()), found.end()))

    def _picture(self, at: int) -> int:
        """Where a bracket begins, with the mark before it that makes a link a picture."""
        return at - (self.text[max(0, at - 1) : at] == "!" and self.text[max(0, at - 2) : at - 1] != "\\")

    def _close(self, found: re.Match[str]) -> None:
        if not self._brackets:
            return
        start, end = self._brackets.pop()
        named, close = found["named"], found.start()
        if len(found[0]) == 1 or not self._joined(end, close):
            return
        if named is not None and (named or self.text[end:close]).casefold() not in self._named:
            return
        self.edits += [(start, end, ""), (*found.span(), "\n" * found[0].count("\n"))]
        self.stretches.append((start, found.end()))

    def _emphasis(self, found: re.Match[str]) -> None:
        start, end = found.span()
        length = end - start
        if length > _LONGEST or self._in_address(start):
            return
        opens, closes = self._flanks(start, end)
        marks = self._marks[found[0][0]]
        place = next((i for i in range(len(marks) - 1, -1, -1) if marks[i][1] - marks[i][0] == length), -1)
        if closes and place >= 0 and marks[place][1] < start and self._joined(marks[place][1], start):
            first = marks[place]
            del marks[place:]
            self.edits += [(*first, ""), (start, end, "")]
            self.stretches.append((first[0], end))
        elif opens:
            marks[:-_DEEPEST] = []
            marks.append((start, end))

    def _flanks(self, start: int, end: int) -> tuple[bool, bool]:
        """Whether marks may open and may close an emphasis; one star within a word does neither here."""
        text = self.text
        before, after = text[start - 1 : start] or _NO_LETTER, text[end : end + 1] or _NO_LETTER
        opens = not after.isspace() and (after.isalnum() or not before.isalnum())
        closes = not before.isspace() and (before.isalnum() or not after.isalnum())
        if text[start] == "_" or end - start == 1:
            return opens and not before.isalnum(), closes and not after.isalnum()
        return opens, closes

    def _joined(self, start: int, end: int) -> bool:
        """Whether two places stand in one paragraph."""
        return end - start < _FARTHEST and _paragraph().search(self.text, start, end) is None

    def _in_address(self, at: int) -> bool:
        """Whether a place is within the address of a page that stands in the text as it is."""
        reach = max(0, at - 200)
        chunk = self.text[max(reach, self.text.rfind(" ", reach, at), self.text.rfind("\n", reach, at)) : at]
        return "://" in chunk and not any(sign in chunk for sign in "()[]<>")


def _blanks_before(text: str, at: int) -> int:
    """Where the blanks begin that stand before a place within a line, the place itself where there are none."""
    start = at
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    return at if start == 0 or text[start - 1] == "\n" else start


def _at_edge(text: str, start: int, end: int) -> bool:
    """Whether a tag stands at the beginning or the end of its line, or beside another tag."""
    return text[max(0, start - 1) : start] in ("", "\n", ">") or text[end : end + 1] in ("", "\n", "<")


def _link_names(text: str) -> frozenset[str]:
    return frozenset(name.casefold() for name in re.findall(r"(?m)^ {0,3}\[([^\[\]\n]{1,100})\]: ", text))


def markup_edits(text: str, fenced: Callable[[int], bool] | None = None) -> tuple[list[Edit], list[tuple[int, int]]]:
    """Return the edits that take markup away, in no order, and the stretches of tags, links and emphases.

    `fenced` says whether a place is within a block of code, where nothing is markup. An edit keeps its line ends.
    """
    present = "".join(sign for sign in _SIGNS if sign in text)
    if not present:
        return [], []
    reader = _Reader(text)
    reader.read(present, fenced)
    return reader.edits, reader.stretches
