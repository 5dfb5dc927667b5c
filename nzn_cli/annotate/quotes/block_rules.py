"""Who speaks a block quotation: told before it, in its first lines, or below it, as a table with examples.

The first row that finds a speaker gives it. Knows no surface: its examples are Markdown, or mail, with the speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

from nzn_cli.annotate.quotes.quote_context import QuoteContext, Speaker
from nzn_cli.annotate.quotes.speakers import Referent
from nzn_cli.annotate.rule_table import Rule, RuleTable
from nzn_cli.text.block_quotations import BlockQuotation

_REACH = 300  # characters before or behind a block that are looked at
_PEOPLE = 8  # people of a line
_WROTE = re.compile(
    r"(?:^|\n|(?<=[.!?]\s))[ \t]*(?P<line>(?P<on>(?:On|Am|Le|At|El)\s[^\n]{4,160}?[,\s]\s*)?"
    r"(?P<name>[\w\"'’.@+-]+(?:[ ,]+[\w\"'’.@+-]+){0,5})\s*(?P<address>[<(\[][^<>()\[\]\n]{0,80}[>)\]]\s*){0,2}"
    r"(?:wrote|writes|said|schrieb|a écrit|escribió)\s*:)(?P<gap>\s*)\Z"
)
_HEADERS = re.compile(
    r"\s*(?:(?:-{2,}|_{10,}|Begin forwarded)[^\n]*\s+)?(?:(?:Date|Sent|To|Subject|Cc|Reply-To)\s*:[^\n]*\s+)*"
    r"From\s*:\s*(?P<name>[^\n<\[(]{2,80}?)\s*(?:[<\[(][^\n]*)?(?:\n\s*(?:Date|Sent|To|Subject|Cc|Reply-To|Importance)\s*:[^\n]*)+"
)
_DASH = r"(?:―|—|–|--?|~)[ \t]*"
_SIGNED = re.compile(
    rf"(?:(?:\A|\n)\s*(?P<line>{_DASH}(?P<name>[A-Z@“\"][^\n]{{1,140}}?))"  # a line of its own
    rf"|(?<=[”\"»])\s+(?P<behind>(?:{_DASH})?[A-Z][^\n”\"»]{{1,140}}?)"  # “We won.” Ann Hale, the mayor
    rf"|\s?(?P<tweet>{_DASH}[A-Z@][^\n—]{{1,60}}?\(@\w+\)[^\n—]{{0,30}}?))\s*\Z"
)
_SIGNED_BELOW = re.compile(rf"\s*(?P<line>{_DASH}(?P<name>[A-Z@][^\n]{{1,140}}?)[ \t]*)(?=\n|\Z)")
_NAME_BELOW = re.compile(r"\s*\n\s*([A-Z]\S+(?: \S+){1,4})[ \t]*(?=\n|\Z)")
_ITEM = re.compile(r"(?:\A|\s)[-~][ \t]*\Z")  # before what may be an item of a list
_NO_PHRASE = re.compile(r"[.;:!?]\s")  # what words that stand for a speaker below a quotation do not have


class AroundBlock(NamedTuple):
    """A block quotation, who was said to speak right before it, and who wrote the mail that it is of."""

    context: QuoteContext
    block: BlockQuotation
    introduced: Speaker | None
    author: Speaker | None


class Attribution(NamedTuple):
    """Who speaks a block quotation, and where its own words begin and end."""

    speaker: Speaker
    start: int
    end: int


class BlockSpeakers:
    """The block quotations of a text, and who speaks each; they are asked for in order."""

    def __init__(self, context: QuoteContext, blocks: Sequence[BlockQuotation]) -> None:
        self._context, self._blocks = context, blocks
        self._starts = [block.start for block in blocks]
        self._found: dict[int, Attribution | None] = {}
        self._authors: dict[int, Speaker] = {}  # of quoted mail, by depth

    def at(self, place: int) -> BlockQuotation | None:
        """Return the block that a place is within."""
        number = bisect_right(self._starts, place) - 1
        return self._blocks[number] if number >= 0 and place < self._blocks[number].end else None

    def signature(self, start: int, end: int) -> Speaker | None:
        """Return who signs words in marks on the line below them."""
        found = _signed_below(AroundBlock(self._context, BlockQuotation(start, end, 1), None, None))
        return self._name_below(end) if found is None else found.speaker

    def _name_below(self, end: int) -> Speaker | None:
        """Return who is named, and nothing else, on the line below a place."""
        context = self._context
        line = _NAME_BELOW.match(context.text, end)
        if line is None:
            return None
        first, last = line.span(1)
        named = context.speakers.between(first, first + 1)
        if not named or named[0].kind != "name" or (named[0].start, named[0].end) != (first, last):
            return None
        return context.speaker(named[0], None, "signed")

    def attribution(self, block: BlockQuotation, introduced: Speaker | None) -> Attribution | None:
        """Return who speaks a block, None where nothing tells; `introduced` was said to speak right before it."""
        if block.start not in self._found:
            around = AroundBlock(self._context, block, introduced, self._authors.get(block.depth))
            self._found[block.start] = self._read(around)
        return self._found[block.start]

    def _read(self, around: AroundBlock) -> Attribution | None:
        block = around.block
        for rule in BLOCKS.rows:
            found: Any = rule.test(around)
            if found is None:
                continue
            if rule.outcome:
                self._authors = {depth: who for depth, who in self._authors.items() if depth < block.depth}
                self._authors[block.depth] = found.speaker
            return self._without_lead(found)
        return None

    def _without_lead(self, found: Attribution) -> Attribution:
        """Return an attribution without the line of its block that says who wrote what is quoted next."""
        lead = _WROTE.search(self._context.text, max(found.start, found.end - _REACH), found.end)
        return found if lead is None else found._replace(end=lead.start("line"))


def split_at_blocks(paragraphs: list[tuple[int, int]], blocks: Sequence[BlockQuotation]) -> list[tuple[int, int]]:
    """Return paragraphs cut where block quotations begin and end."""
    if not blocks:
        return paragraphs
    edges = sorted({edge for block in blocks for edge in (block.start, block.end)})
    cut = []
    for first, last in paragraphs:
        at = first
        for edge in edges[bisect_right(edges, first) :]:
            if edge >= last:
                break
            cut.append((at, edge))
            at = edge
        cut.append((at, last))
    return cut


def _named(around: AroundBlock, span: tuple[int, int], rule: str, last: bool = False) -> Speaker | None:
    """Return whom the name of a line means: a person named there, else its words."""
    context = around.context
    first, end = span
    named = [one for one in context.speakers.between(first, end, _PEOPLE) if one.kind != "pronoun"]
    if named:
        return context.speaker(named[-1 if last else 0], None, rule)
    text = context.text[first:end]
    if len(text.split()) > _PEOPLE or _NO_PHRASE.search(text) or _ITEM.search(context.text, max(0, first - 4), first):
        return None
    return context.speaker(Referent(first, end, None, text, "name"), None, rule)


def _header(around: AroundBlock) -> Attribution | None:
    block = around.block
    found = _HEADERS.match(around.context.text, block.start, block.end)
    speaker = None if found is None else _named(around, found.span("name"), "wrote")
    return None if found is None or speaker is None else Attribution(speaker, found.end(), block.end)


def _wrote(around: AroundBlock) -> Attribution | None:
    block = around.block
    found = _WROTE.search(around.context.text, max(0, block.start - _REACH), block.start)
    if found is None or not (found["on"] or found["address"] or "\n\n" not in found["gap"]):
        return None  # none, or a sentence that leads to a quotation
    speaker = _named(around, found.span("name"), "wrote", last=True)
    return None if speaker is None else Attribution(speaker, block.start, block.end)


def _signed(around: AroundBlock) -> Attribution | None:
    block, text = around.block, around.context.text
    found = _SIGNED.search(text, max(block.start, block.end - _REACH), block.end)
    if found is None:
        return None
    group = "name" if found["name"] else "behind" if found["behind"] else "tweet"
    start, end = found.span(group)
    name = start + len(text[start:end]) - len(text[start:end].lstrip("―—–-~ \t"))
    if group == "behind" and not _is_person(around, name):
        return None
    speaker = _named(around, (name, end), "signed")
    start = found.start("line") if group == "name" else start
    return None if speaker is None or start <= block.start else Attribution(speaker, block.start, start)


def _is_person(around: AroundBlock, place: int) -> bool:
    """Say whether a person is named at a place."""
    return any(one.start == place and one.kind == "name" for one in around.context.speakers.between(place, place + 1))


def _signed_below(around: AroundBlock) -> Attribution | None:
    block = around.block
    if around.author is not None:
        return None  # a mail's own signature
    found = _SIGNED_BELOW.match(around.context.text, block.end, block.end + _REACH)
    speaker = None if found is None else _named(around, found.span("name"), "signed")
    return None if speaker is None else Attribution(speaker, block.start, block.end)


def _introduced(around: AroundBlock) -> Attribution | None:
    if around.introduced is None:
        return None
    return Attribution(around.introduced, around.block.start, around.block.end)


def _of_the_same_mail(around: AroundBlock) -> Attribution | None:
    if around.author is None:
        return None
    speaker = around.author._replace(rule="wrote", score=min(around.author.score, 0.9))
    return Attribution(speaker, around.block.start, around.block.end)


# the outcome says that what is quoted is mail, whose author goes on in the next block of the same depth
BLOCKS: RuleTable[[AroundBlock], bool] = RuleTable(
    "who speaks a block quotation",
    Rule("header", _header, True, ("> From: Ann Hale\n> Sent: Monday\n> To: Tom Lind\n>\n> We won.", "Ann Hale")),
    Rule("wrote", _wrote, True, ("On Mon, 3 May 2004, Ann Hale <ann@hale.org> wrote:\n> We won.", "Ann Hale")),
    Rule("signed", _signed, False, ("> We won the vote.\n> — Ann Hale", "Ann Hale")),
    Rule("signed-below", _signed_below, False, ("> We won the vote.\n\n— Ann Hale, the mayor", "Ann Hale")),
    Rule("introduced", _introduced, False, ("The mayor, Ann Hale, said this:\n\n> We won the vote.", "Ann Hale")),
    Rule(
        "same-mail",
        _of_the_same_mail,
        False,
        ("Tom Lind wrote:\n> Who?\n\nAnn Hale wrote:\n> We won.\n\nWhere?\n\n> At the hall.", "Ann Hale"),
    ),
)
