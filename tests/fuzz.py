"""Mutated inputs for whatever reads a document, and what must hold of each: no exception, and spans that are the text.

`inputs(kind, seed, count)` yields them, the same ones for the same seed; `CHECKS[kind]` raises where one is not borne.
The suite reads a few (`test_fuzz.py`), `benchmarks/fuzz.py` as many as asked for.
"""

from __future__ import annotations

import random
import sys
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import NamedTuple

from nzn_cli.annotate.dates.date_facts import dates_of
from nzn_cli.annotate.people import find_people
from nzn_cli.annotate.people.people_facts import people_of
from nzn_cli.model.documents import Credit
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.document import document_from_bytes
from nzn_cli.store.rows import rows_of
from tests.floods import FLOODS, flood
from tests.fuzz_formats import ENDINGS, check, mutated

_BODIES = (
    "Foreign Minister Winona Pell flew to Suva on Monday, 7 May 2018. Ms Pell, 45, met Prime Minister Tevita Vola.\n\n"
    "“We agreed in March,” said Mr Vola (Reef Watch). The Minister of Reefs, Hon. Tom O’Carmody MP, was not there.",
    "# Harbour opens\n\nWellington, 3 April 2019 — Dr Ann van der Hale, Jr., and Sir Li Xiuying spoke. A. B. Hale left."
    "\n- Professor Park Ji-won, director of the Harbour Board\n- _Al-Hale_ and Mrs Bay\n\n"
    "Last updated: 12/09/2019 2:18 pm",
    "ANN HALE AND TOM BAY SAID SO IN THE 1990s.\nThe member for Torbay Ann Hale met St. Ann's. Hale University, "
    "at Hale, said 10am on 31 Dec. Te Ata Rangi and Ngāti Hale came; O&#39;Hale went a fortnight ago, in Q3 2021.",
    "The Bill was read on the last Friday of June 2020, two weeks after Easter. By mid-2022, Vice-President Hale had "
    "gone. From 5 to 7 May, between 2019 and 2021, every Tuesday, the then Minister, Ann Hale, worked. Ann said no.",
)  # fmt: skip
_FRONTS = (
    "---\ntitle: Harbour opens\ndate: 2018-05-07\nminister: Hon Winona Pell\nportfolio: Reefs\n"
    "tags: [a, 1, true]\n---\n",
    "---\ntitle: 'Two: three'\npublished: 3 April 2019\nauthors:\n  - Ann Hale\n  - name: Tom Bay\n"
    "url: https://a.example/x\n---\n",
    '+++\ntitle = "Harbour"\ndate = 2018-05-06\ncreators = ["Ann Hale, Minister of Reefs", "Tom Bay"]\n+++\n',
    "---\ndate: 03/04/18\nby: HALE, Ann; Bay, Tom\ncategories: Health, Reefs\n",
)  # fmt: skip
_CREDITS = (Credit("Winona Pell", "Hon Winona Pell", "Minister of Reefs"), Credit("Hale", "Dr Hale", None))
_DATES = ("2018-05-07", "2019-04", "2020", None)
_CLASSES = ("Nd", "Nl", "No", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Zs", "Zl", "Zp", "Cc", "Cf", "Pd", "Po", "Ps", "So")
_PIECES = (
    "Mr ", "Hon ", "Minister of ", "the ", ", ", " and ", "’s", "'", '"', "(", ")", ".", ". ", "\n", "\n\n", "---\n",
    "#", "A. ", "Jr", "O'", "O&#39;", "al-", "van der ", "May ", "2018", "7 ", "10am", "1-", "/", "%", "Q", "of ",
    "said ",
    "²", "①", "٣", "İ", "ß", "ﬁ", "\u0301", "\u200b", "\ufeff", "\u2028", "\x85", "\x1c", "\0", "😀", "0", "00", "1e9",
    "Monday ", "ago ", "last ", "century ", "BC", "th ", "Ann Hale", "Hale", "Rubicon ", "Holcim ", "University",
)  # fmt: skip
_AFTER_DIGITS = (
    " May 2018",
    " weeks ago",
    "th century",
    "am",
    "/5/2018",
    "0s",
    " percent",
    ":30 pm",
    "-18",
    ". Ann Hale",
)
_LONGEST = 60_000  # characters of an input


class Input(NamedTuple):
    """One mutated input: a text or bytes, and what is known of it."""

    number: int
    content: str | bytes
    credits: tuple[Credit, ...]
    date: str | None
    day_first: bool


@cache
def _letters(category: str) -> str:
    return "".join(c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c) == category)


def _any(rng: random.Random) -> str:
    what = rng.random()
    if what < 0.45:
        return rng.choice(_PIECES)
    if what < 0.6:
        return rng.choice(_letters(rng.choice(("Nd", "Nl", "No")))) + rng.choice(_AFTER_DIGITS)
    return "".join(rng.choices(_letters(rng.choice(_CLASSES)), k=rng.randint(1, 3)))


def _mutated(rng: random.Random, text: str) -> str:
    for _ in range(rng.choice((1, 2, 4, 8, 30))):
        at, more = rng.randint(0, len(text)), rng.choice((0, 1, 1, 2, 5, 20, 80))
        piece, what = text[at : at + more], rng.random()
        if what < 0.45:
            text = text[:at] + _any(rng) + text[at + rng.choice((0, 0, 1, more)) :]
        elif what < 0.6:
            text = text[:at] + text[at + more :]
        elif what < 0.75:
            to = rng.randint(0, len(text))
            text = text[:to] + piece + text[to:]
        elif what < 0.8:
            digits = [place for place, c in enumerate(text[:5_000]) if c.isdigit()] or [0]
            at = rng.choice(digits)
            text = text[:at] + rng.choice(_letters(rng.choice(("Nd", "Nl", "No")))) + text[at + 1 :]
        elif what < 0.86:
            text = text[:at] + piece.swapcase() + text[at + more :]
        elif what < 0.93:
            text = text[:at] + piece * rng.choice((2, 9, 200)) + text[at + more :]
        elif what < 0.97:
            text = text[:at] + "".join(c + "\u0301" * (rng.random() < 0.2) for c in piece) + text[at + more :]
        else:
            text = text[:at] + flood(rng.choice(list(FLOODS)), rng.choice((20, 300, 3_000))) + text[at:]
        text = text[:_LONGEST]
    return text


def _bytes(rng: random.Random, text: str) -> bytes:
    data = bytearray(text.encode(rng.choice(("utf-8",) * 6 + ("utf-16", "utf-8-sig", "utf-32")), "replace"))
    for _ in range(rng.choice((0, 0, 1, 3, 20))):
        at = rng.randint(0, len(data))
        if rng.random() < 0.5:
            data[at : at + rng.randint(0, 3)] = rng.randbytes(rng.randint(0, 3))
        else:
            data[at : at + rng.randint(0, 40)] = b""
    return bytes(data)


def inputs(kind: str, seed: int, count: int, start: int = 0) -> Iterator[Input]:
    """Yield `count` mutated inputs for one of `CHECKS`, from number `start`; each is made of seed and number alone."""
    for number in range(start, start + count):
        rng = random.Random(f"{kind} {seed} {number}")
        if kind in ENDINGS:
            yield Input(number, mutated(kind, rng), (), None, False)
            continue
        body = "\n\n".join(rng.sample(_BODIES, rng.randint(1, 2)))
        if kind == "bytes":
            front = rng.choice(_FRONTS)
            text = _mutated(rng, front) + body if rng.random() < 0.5 else _mutated(rng, front + body)
            content: str | bytes = _bytes(rng, text)
        else:
            content = _mutated(rng, body)
        yield Input(number, content, _CREDITS[: rng.randint(0, 2)], rng.choice(_DATES), rng.random() < 0.5)


def _check_people(one: Input) -> None:
    text = str(one.content)
    found = find_people(text, [credit.name for credit in one.credits])
    for mention in found.mentions:
        assert 0 <= mention.char_start < mention.char_end <= len(text), mention
        assert mention.text == text[mention.char_start : mention.char_end], mention
        assert 0 <= mention.entity < len(found.names), mention
    for role in found.roles:
        assert 0 <= role.char_start < role.char_end <= len(text), role
        assert role.text.split() == text[role.char_start : role.char_end].split(), role
    facts = people_of(text, one.credits)
    for row in facts.mentions:
        assert row.char_start is None or row.text == text[row.char_start : row.char_end], row
    assert {mention.entity for mention in facts.mentions} == {entity.entity for entity in facts.entities}


def _check_dates(one: Input) -> None:
    text = str(one.content)
    end = 0
    for span in dates_of(text, one.date, None, one.day_first):
        assert end <= span.char_start < span.char_end <= len(text), span
        assert span.text == text[span.char_start : span.char_end], span
        assert (span.start is None) == (span.end is None), span
        assert span.start is None or span.end is None or span.start <= span.end, span
        end = span.char_end


def _check_bytes(one: Input) -> None:
    assert isinstance(one.content, bytes)
    document = document_from_bytes("2018/harbour.md", one.content, Folder("/corpus", day_first=one.day_first))
    assert "not-extracted" not in [warning.code for warning in document.warnings], document.warnings
    if document.date_span:
        start, end = document.date_span
        assert 0 <= start < end <= len(document.body), document.date_span
    rows_of(document)


def _check_format(name: str, one: Input) -> None:
    assert isinstance(one.content, bytes)
    check(name, one.content)


CHECKS: dict[str, Callable[[Input], None]] = {
    "people": _check_people, "dates": _check_dates, "bytes": _check_bytes,
    **{name: partial(_check_format, name) for name in ENDINGS},
}  # fmt: skip
