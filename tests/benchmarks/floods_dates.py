"""How fast floods are read: what repeats one thing over and over, and hides the most work in the fewest characters.

    python tests/benchmarks/floods_dates.py [--size 400000] [--below 2.0] [STAGE …]

Prints for each stage and flood that is slow the megabytes read in a second of one core, and how much longer twice as
much takes. Each is read at 1 MB/s or more, and twice as much takes twice as long at most.
"""

from __future__ import annotations

import argparse
import json
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial

from nzn_cli.annotate.dates.date_facts import dates_of
from nzn_cli.annotate.dates.find_expressions import trigger_words
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.document import document_from_bytes

_FOLDER = Folder("/corpus")
_TOLD = "In 2010 they met on 7 May 2018. It was "  # what later expressions may count from, for ever
_DIGITS = (
    "0",
    "1",
    "12",
    "1 ",
    "12 ",
    "2018",
    "2018 ",
    "1-",
    "1/",
    "1.",
    "1,",
    "1:",
    "1:30 ",
    "12-",
    "12/",
    "12.",
    "1. ",
    "1, ",
    "2018-",
    "2018/",
    "2018.",
    "2018-05-",
    "2018-05-05 ",
    "2018-05-05T10:10 ",
    "5/5/2018 ",
    "5/5/",
    "1999-2000 ",
    "1 1-1 ",
    "10am ",
    "10 am ",
    "10 a.m. ",
    "10:30 ",
    "10:30:",
    "1pm-",
    "10am to ",
    "from 10am to ",
    "10.30pm, ",
    "2230 GMT ",
    "10 o'clock ",
    "'90s ",
    "90s ",
    "1990s ",
    "'94 ",
    "in '94 ",
    "1s ",
    "0s",
    "fy19 ",
    "FY2019 ",
    "Q1 ",
    "q1",
    "Q1 2018 ",
    "1st ",
    "1st of ",
    "٣ ",
    "３ ",
    "² ",
    "$1,",
    "1,000 ",
    "2018% ",
    "1st century ",
    "the 20th century ",
    "1, 2018 ",
    "1\n",
    "1\n\n",
    "1.\n",
    "\n1. ",
    "-1-",
    "1 - ",
    "1– ",
)
_WORDS = (
    "may ",
    "May ",
    "May, ",
    "May-",
    "May/",
    "May.",
    "May. ",
    "5 May ",
    "May 5 ",
    "May 5, ",
    "5 May 2018 ",
    "5-7 May ",
    "5 to 7 May ",
    "5 May-",
    "May and ",
    "1 and ",
    "of May ",
    "the 5th of May ",
    "twenty-ninth of May ",
    "May to ",
    "september 11 ",
    "11 September ",
    "attacks of ",
    "twin tower ",
    "the 11th of ",
    "Monday ",
    "Monday, ",
    "Monday-",
    "Monday and ",
    "Mon ",
    "Mon. 5 ",
    "last Monday ",
    "Monday 5 ",
    "Monday (",
    "Monday morning ",
    "Monday of the next ",
    "first Monday in ",
    "today ",
    "today's ",
    "tomorrow ",
    "tonight ",
    "noon ",
    "midnight, ",
    "morning ",
    "this morning ",
    "in the morning ",
    "7 in the morning ",
    "year ",
    "years ",
    "a year ",
    "2 years ",
    "two years ",
    "two years ago ",
    "two years and a half ago ",
    "year ago ",
    "a year earlier ",
    "last year ",
    "the last ",
    "the past 3 ",
    "in a year ",
    "the worst in a decade ",
    "the week of ",
    "the end of the year ",
    "year-end ",
    "quarter ",
    "the quarter ended ",
    "last quarter ",
    "the March quarter ",
    "2018 second quarter ",
    "first half of ",
    "half ",
    "century ",
    "the late 1980s ",
    "nineteen ",
    "nineteen ninety-",
    "two thousand and ",
    "the nineties ",
    "summer ",
    "last summer ",
    "the summer of ",
    "Easter ",
    "Christmas ",
    "the day after ",
    "the day before yesterday ",
    "christmas day ",
    "st ",
    "st. patrick's ",
    "new year's ",
    "every day ",
    "days a week ",
    "daily 10am ",
    "shops closed at 10am ",
    "few ",
    "monday to ",
    "Sign up today ",
    "Join ",
    "Get your copy today ",
    "will ",
    "to be held on Friday ",
    "was ",
    "since ",
    "until Friday ",
    "Friday is ",
    "and ",
    "of ",
    "the ",
    "http://",
    "http://2018/",
    "www.",
    "a@2018",
    "://2018 ",
)
_MARKS = (
    "a",
    "A",
    "a ",
    "A ",
    " ",
    "  ",
    "\n",
    "\n\n",
    " \n",
    "\t",
    "\r",
    "\r\n",
    "\xa0",
    "\u3000",
    "\u2028",
    "\x0b",
    "\x0c",
    "\x1f",
    "\x85",
    ".",
    ". ",
    "..",
    "…",
    "!",
    "? ",
    ",",
    ", ",
    ";",
    ":",
    ": ",
    "'",
    "' ",
    '"',
    '" ',
    "’",
    "“",
    "(",
    ")",
    "()",
    "[",
    "]",
    "[]",
    "[](",
    "[a](b) ",
    "![",
    "![](",
    "{",
    "}",
    "{{",
    "{%",
    "<",
    ">",
    "<a",
    "<a>",
    "<!--",
    "-",
    "--",
    "---",
    "---\n",
    "- ",
    "–",
    "—",
    "_",
    "__",
    "_a_ ",
    "*",
    "**",
    "*a* ",
    "* ",
    "#",
    "# ",
    "##",
    "=",
    "==\n",
    "a\n==\n",
    "a\n--\n",
    "+",
    "+++",
    "+++\n",
    "/",
    "//",
    "\\",
    "\\\n",
    "|",
    "| ",
    "a|",
    "&",
    "&a;",
    "&amp;",
    "@",
    "a@",
    "a.b",
    "a.",
    ".a",
    "a.\n",
    "~",
    "`",
    "```\n",
    "\u0301",
    "e\u0301",
    "İ",
    "ß",
    "ﬁ",
    "\U0001d7ce",
    "\ufeff",
    "\u200b",
    "\ud7ff",
    "한",
    "漢 ",
    "Mr. ",
    "U.S. ",
    "a.m. ",
    "No. ",
    "Photo: ",
    "photo ",
    "photo / ",
    "By A ",
    "by ",
    "Home > ",
    "Title: ",
    "Last updated: ",
    "Published: ",
    "Dear a ",
    "tel: ",
    "Minister of ",
    "Hon ",
    "Ministry of A ",
    "A (AB) ",
    "AB - A ",
    "5 min read\n",
    "a | b ",
    "a: b\n",
    "a: ",
    "a:\n",
    "a:\n  ",
    "? a\n",
    "- a\n",
    "- - ",
    "&a ",
    "*a ",
    "a: &a ",
    "a: *a\n",
    "<<: ",
    "!a ",
    "!!str ",
    "|\n",
    "a: |\n",
    ">\n",
    "%a ",
    "a = 1\n",
    "a.b",
    "a.b = 1\n",
    "[a]\n",
    "[[a]]\n",
    "[a.b]\n",
    "a = {",
    "'''",
    '"""',
    "a = [",
    "a = '",
    'a = "',
    "\\u0041",
    "#\n",
    "# a\n",
)
_BYTES = (
    b"\xff",
    b"\xc3",
    b"\xe2\x82",
    b"\x81",
    b"\x80",
    b"a\xff",
    b"\xc3\xa9\xff",
    b"\xed\xa0\x80",
    b"\xf0\x9f\x98",
    b"\r",
    b"\r\n",
    b"\0",
)

_LAUGHS = "---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)
)
_MAPPING = "---\na: &a\n" + "".join(f"  k{n}: x\n" for n in range(9_000)) + "b: &b {y: z}\nc:\n  <<: *a\n"
_NUMBERED = (
    ("---\n", "k{}: v\n", "---\n"),
    ("---\n", "k{}:\n- v\n- v\n", "---\n"),
    ("---\n", "- k{}: v\n", "---\n"),
    ("---\n", "k{}: &a{} v\n".replace("&a{}", "&a"), "---\n"),
    ("---\na: &a x\n", "k{}: *a\n", "---\n"),
    (_LAUGHS, "z{}: *a8\n", "---\n"),
    (_MAPPING, "  <<: *b\n", "---\n"),
    (_MAPPING, "  k{}: *b\n", "---\n"),
    ("+++\n", "k{} = 1\n", "+++\n"),
    ("+++\n", "k{} = [1, [2]]\n", "+++\n"),
    ("+++\n", "[t{}]\na = 1\n", "+++\n"),
    ("+++\n", "[[t]]\na{} = 1\n", "+++\n"),
    ("+++\n", "a.b.k{} = 1\n", "+++\n"),
    ("+++\n", "k{}.b.c.d.e.f = 1\n", "+++\n"),
    ("+++\na = [\n", "{},\n", "]\n+++\n"),
    ("+++\na = [\n", "{{k{} = 1}},\n", "]\n+++\n"),
    ("+++\na = {", "k{} = 1, ", "z = 1}\n+++\n"),
    ("", "{}. May\n", ""),
    ("", "{} May 2018\n", ""),
    ("", "# Heading {}\n\n", ""),
    ("", "Line {}\n", ""),
)


def floods() -> list[str]:
    """Return what is repeated, each trigger word of the grammar among it."""
    found = [*_DIGITS, *_WORDS, *_MARKS]
    found += ["A B; ", "Ana Bell and ", "Bell, Ana; ", "Hon Ana Bell, Minister of X; ", "(a@", "x / "]
    found += [f"{mark * 300} {told}" for mark in ".!,-\n " for told in ("10am ", "at noon, ", "Monday ", "in May ")]
    for word in sorted(trigger_words()):
        found += [f"{word} ", f"{word.capitalize()} ", f"1 {word} ", f"{word}-"]
    return list(dict.fromkeys(found))


def _document(data: bytes) -> None:
    document_from_bytes("a.md", data, _FOLDER)


def _filled(before: str, unit: str, after: str, size: int) -> bytes:
    return (before + unit * max(1, size // len(unit)) + after).encode("utf-8", "surrogatepass")


def _numbered(before: str, line: str, after: str, size: int) -> bytes:
    lines = (line.format(n) for n in range(size // len(line)))
    return (before + "".join(lines) + after).encode()


# how a flood is put into a file: what stands before it, what is repeated, what stands after it
_PUT: dict[str, tuple[str, str, str]] = {
    "document": ("", "{}", ""),
    "lines": ("", "{}\n", ""),
    "blocks": ("", "{0}{0}{0}{0}{0}{0}{0}{0}{0}\n\n", ""),
    "yaml": ("---\ntitle: ", "{}", "\n---\nA text.\n"),
    "quoted": ('---\ntitle: "', "{}", '"\n---\nA text.\n'),
    "keys": ("---\n", "{}", "\n---\nA text.\n"),
    "list": ("---\nministers:\n", "- {}\n", "---\nA text.\n"),
    "flow": ("---\nministers: [", "{},", "]\n---\nA text.\n"),
    "unclosed": ("---\na: b\n", "{}\n", ""),
    "toml": ("+++\n", "{}", "\n+++\nA text.\n"),
    "tables": ("+++\n", "a = {}\n", "+++\nA text.\n"),
    "named": ("+++\ntitle = '", "{}", "'\n+++\nA text.\n"),
}
_READ: dict[str, tuple[str, str]] = {"dates": ("", "2018-05-05"), "told": (_TOLD, "2018-05-05"), "undated": ("", "")}
STAGES = (*_READ, *_PUT, "names", "numbered", "bytes")


def cases(stage: str, size: int) -> Iterator[tuple[str, Callable[[], object], int]]:
    """Yield the name of each flood of a stage, what reads it, and how many bytes it has."""
    if stage == "bytes":
        for unit in _BYTES:
            data = b"\xc3\xa9" * 9 + unit * (size // len(unit))
            yield repr(unit), partial(_document, data), len(data)
    elif stage == "numbered":
        for before, line, after in _NUMBERED:
            data = _numbered(before, line, after, size)
            yield f"{before!r} {line!r}", partial(_document, data), len(data)
    elif stage == "names":
        for unit in floods():
            line = json.dumps((unit * (990 // len(unit) or 1)).strip()) + "\n"
            data = _filled("---\nministers:\n", f"- {line}", "---\nA text.\n", size)
            yield repr(unit), partial(_document, data), len(data)
    elif stage in _READ:
        lead, published = _READ[stage]
        for unit in floods():
            text = lead + unit * (size // len(unit))
            yield repr(unit), partial(dates_of, text, published or None, None), len(text)
    else:
        before, line, after = _PUT[stage]
        for unit in floods():
            data = _filled(before, line.replace("{0}", unit).replace("{}", unit), after, size)
            yield repr(unit), partial(_document, data), len(data)


class _TooLong(Exception):
    pass


def _stop(*_: object) -> None:
    raise _TooLong


def seconds(run: Callable[[], object], most: int) -> float:
    """Return the seconds of one core that `run` takes, `most` where it takes longer."""
    signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    start = time.process_time()
    try:
        run()
    except _TooLong:
        return float(most)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start


def main() -> None:
    """Read the floods of the stages that are named, all of them otherwise."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=400_000, help="characters of a flood")
    parser.add_argument("--below", type=float, default=1.0, help="print what is read slower than so many MB/s")
    parser.add_argument("--most", type=int, default=20, help="seconds after which a flood is given up")
    parser.add_argument("stages", nargs="*", default=STAGES)
    args = parser.parse_args()
    count = slow = 0
    for stage in args.stages:
        halves = cases(stage, args.size // 2)
        for (name, run, size), (_, half, _) in zip(cases(stage, args.size), halves, strict=True):
            count += 1
            took = seconds(run, args.most)
            if size / 1e6 < args.below * took:
                slow += 1
                times = took / max(seconds(half, args.most), 1e-6)
                print(f"{size / 1e6 / took:8.3f} MB/s  x{times:.1f}  {stage:9} {name}", flush=True)
    print(f"{count} floods of {args.size:,} characters; {slow} slower than {args.below} MB/s")


if __name__ == "__main__":
    main()
