"""Records made by hand for the formats: an ordinary one, a sparse one, and one that means harm."""

from __future__ import annotations

from nzn_cli.model.answers import (
    AcronymRecord,
    Beside,
    BesideName,
    CiteRecord,
    CollocateRecord,
    ConcordanceLine,
    CountRecord,
    DocumentRecord,
    DoubtRecord,
    EventRecord,
    Expansion,
    FieldRecord,
    Hit,
    HitCount,
    HolderRecord,
    IndexRecord,
    KeywordRecord,
    MentionRecord,
    NamedMentionRecord,
    NamedProfileRecord,
    NamedRecord,
    NameSpellingRecord,
    PairRecord,
    PeriodRecord,
    PersonRecord,
    ProblemRecord,
    ProfileRecord,
    QuoteRecord,
    Role,
    SearchRecord,
    ShowRecord,
    SkippedRecord,
    SpellingRecord,
    TrendPoint,
    TrendRecord,
    ValueRecord,
    Variant,
    WordRecord,
)
from nzn_cli.model.documents import Warned

EVIL = "\x1b]0;owned\x07\x1b[31mred\x1b[0m [bold]markup[/bold] [/b] :smile: \u202egnp.exe\u202c \x9b2J tab\there\rback"
BODY = """# A harbour bridge

The mayor, Hana Pōtae, opened the bridge on Tuesday. It had been promised in 2015 and “costed” twice.

  • The first bullet of the story runs on for so long that it has to be wrapped below itself at any usual width.
  • Second.

Closing words."""

BRIDGE = DocumentRecord(
    id="bridge-2018",
    path="stories/bridge-2018.md",
    title="Harbour bridge opens after three years of quarrels about who is to pay for it",
    title_source="frontmatter",
    date="2018-02-16",
    date_precision="day",
    date_source="frontmatter",
    url="https://example.org/bridge",
    url_source="frontmatter",
    site="example.org",
    ministers=["Hana Pōtae", "Liam O'Brien"],
    ministers_source="frontmatter",
    portfolios=["Transport", "Local Government; Regions"],
    portfolios_source="frontmatter",
    words=41,
    encoding="utf-8",
    meta={"title": "Harbour bridge opens", "desk": "city", "rank": 3},
    warnings=[],
)
SPARSE = BRIDGE._replace(
    id="notes",
    path="notes.txt",
    title="Notes",
    title_source="text",
    date=None,
    date_precision=None,
    date_source=None,
    url=None,
    url_source=None,
    site=None,
    ministers=[],
    ministers_source=None,
    portfolios=[],
    portfolios_source=None,
    words=2,
    meta={},
    warnings=[Warned("undated", None, "no date was found", "give one in .nzn.toml")],
)
HARM = SPARSE._replace(id="harm", path="bad\udcff\nname.txt", title=EVIL, ministers=["=cmd()"], meta={"k\x1b": EVIL})
DOCUMENTS = [BRIDGE, SPARSE, HARM]
SHOWN = [ShowRecord(*BRIDGE, body=BODY, date_not_before=None), ShowRecord(*HARM, body=EVIL, date_not_before="2015")]
SEARCHED = [SearchRecord(*BRIDGE, score=3.25, snippet="… opened the bridge on Tuesday. It had been promised …")]

_BRIDGE = ("bridge-2018", "stories/bridge-2018.md", "2018-02-16", BRIDGE.title)
HITS = [
    Hit(
        *(
            "bridge-2018",
            "stories/bridge-2018.md",
            "2018-02-16",
            BRIDGE.title,
            "body",
            8,
            25,
            40,
            46,
            "bridge",
            "bridge",
        ),
        text="The mayor opened the new bridge, and the bridge held.",
        before=["A line before."],
        after=[],
    ),
    Hit(
        *(
            "bridge-2018",
            "stories/bridge-2018.md",
            "2018-02-16",
            BRIDGE.title,
            "body",
            8,
            42,
            57,
            63,
            "bridge",
            "bridge",
        ),
        text="The mayor opened the new bridge, and the bridge held.",
        before=["A line before."],
        after=[],
    ),
    Hit(
        *("harm", "bad\udcff.txt", None, EVIL, "body", 1, 3, 2, 4, "]0", "x"),
        text=EVIL.replace("\r", " "),
        before=[],
        after=["after"],
    ),
]
HIT_COUNTS = [HitCount("bridge-2018", "stories/bridge-2018.md", "2018-02-16", EVIL, 2)]
LINES = [
    ConcordanceLine(
        *(
            "bridge-2018",
            "stories/bridge-2018.md",
            "2018-02-16",
            "Harbour bridge opens",
            None,
            7,
            "opened the ",
            "bridge",
        ),
        *(" on Tuesday.", 52, 58, None),
    ),
    ConcordanceLine("harm", "harm.txt", None, None, 3, 1, EVIL, EVIL, EVIL, 0, 5, EVIL),
]
WORDS = [WordRecord("bridge", 5, 2, 0.25), WordRecord(EVIL, 1, 1, 0.9)]
COLLOCATES = [CollocateRecord("harbour", 3, 4, 2, 13.1, 20.5, 6.25, 1.7)]
KEYWORDS = [KeywordRecord("bridge", 5, 0, 500.0, 0.0, 6.93, 3.32)]
TRENDS = [TrendRecord("bridge", 5, 2, [TrendPoint("2018", 4, 400.0), TrendPoint("2019", 1, 90.5)], "█▂")]

_ROLE = Role(
    "Mayor of Tauranga", "mayor", "New Zealand", None, False, False, "2018-02-16", "2018-02-16", 1, ["bridge-2018"]
)
_VARIANTS = [Variant("Mayor Hana Pōtae", 2), Variant("Ms Pōtae", 1)]
_PERSON = (
    "Hana Pōtae",
    "hana-potae",
    "Hana Mere Pōtae",
    _VARIANTS,
    [_ROLE],
    True,
    2,
    ["bridge-2018", "notes"],
    3,
    "2018-02-16",
    "2018-02-16",
)
PEOPLE = [
    PersonRecord(*_PERSON),
    PersonRecord(EVIL, "evil", EVIL, [Variant(EVIL, 1)], [], False, 1, ["harm"], 1, None, None),
]
PROFILES = [ProfileRecord(*_PERSON, with_=[Beside("Liam O'Brien", 1)])]
_SAYS = "Mayor Hana Pōtae opened the bridge."
HOLDERS = [HolderRecord(*_PERSON, _SAYS, "bridge-2018", "2018-02-16")]
PERIODS = [
    PeriodRecord("Hana Pōtae", "hana-potae", "Mayor", None, "2018", "2018-02-16", None, 1, ["notes"], _SAYS, "notes"),
    PeriodRecord(EVIL, "evil", "Mayor", "Fiji", "2019-02", "2020", 350, 1, ["harm"], EVIL, "harm"),
]
PAIRS = [PairRecord("Hana Pōtae", EVIL, 2, ["bridge-2018", "notes"], "2018-02-16", "2018-03")]
DOUBTS = [
    DoubtRecord(
        "Hana Pōtae", "hana-potae", EVIL, "evil", "a letter off", 1, "Mayor", '[people.aliases]\n"Hana Pōtae" = ["x"]\n'
    )
]
MENTIONS = [
    MentionRecord("bridge-2018", "Hana Pōtae", "hana-potae", "Mayor Hana Pōtae", "text", 31, 41),
    MentionRecord("bridge-2018", "Hana Pōtae", "hana-potae", "Hana Pōtae", "metadata", None, None),
]
SPELLINGS = [SpellingRecord("Hana Pōtae", "hana-potae", "Ms Pōtae", 1, "surname in the same document", 0.9)]

_SENTENCE = "The mayor, Hana Pōtae, opened the bridge on Tuesday."
EVENTS = [
    EventRecord(
        *("mentioned", "2015-01-01", "2015-12-31", "year", "2015", "2015"),
        *("It had been promised in 2015 and “costed” twice.", "2018-02-16", "publication", "year", None),
        *("bridge-2018", BRIDGE.title, [], 97, 101, []),
    ),
    EventRecord(
        *("mentioned", "2018-02-13", "2018-02-13", "day", "2018-02-13", "Tuesday", _SENTENCE),
        *("2018-02-16", "publication", "weekday before", "2018-02-20"),
        *("bridge-2018", BRIDGE.title, ["Hana Pōtae"], 64, 71, []),
    ),
    EventRecord(
        *("published", "2018-02-16", "2018-02-16", "day", "2018-02-16", None, None, None, None, None, None),
        *("bridge-2018", BRIDGE.title, ["Hana Pōtae"], None, None, []),
    ),
    EventRecord(
        *("mentioned", None, None, "day", "XXXX-XX-XX", "yesterday", EVIL + " yesterday", None, None, "offset", None),
        *("harm", EVIL, [EVIL], 4, 13, []),
    ),
]
CITED = [
    CiteRecord(
        *("quote", "The bridge will hold", 3, "verbatim", "Hana Pōtae", "Hana Pōtae", "bridge-2018", BRIDGE.title),
        *("2018-02-16", None, 200, 220, None),
    ),
    CiteRecord(
        *("quote", "costed thrice", 5, "altered", None, None, "bridge-2018", BRIDGE.title, None, 3, 240, 252),
        "costed [-thrice-]{+twice+}",
    ),
    CiteRecord(*("office", "Mayor", 7, "other_speaker", EVIL, "Hana Pōtae", "harm", EVIL, None, None, 1, 9, None)),
    CiteRecord("quote", EVIL, 9, "nowhere", EVIL, *[None] * 8),
]
QUOTES = [
    QuoteRecord(
        *(
            "bridge-2018",
            "2018-02-16",
            BRIDGE.title,
            "Hana Pōtae",
            "hana-potae",
            "mayor",
            "the mayor",
            30,
            39,
            "office",
        ),
        *("direct", "The bridge will hold,", 200, 221, "said", 224, 228, "“The bridge will hold,” said the mayor."),
        *(None, 0.9),
    ),
    QuoteRecord(
        *("bridge-2018", "2018-02-16", BRIDGE.title, None, None, None, "a spokesman", 260, 271, "after", "mixed"),
        *("costed” twice", 240, 254, None, None, None, None, 3, 0.3),
    ),
    QuoteRecord(*("harm", None, EVIL, EVIL, "evil", EVIL, EVIL, 0, 1, "turn", "turn", EVIL, 4, 9), *[None] * 4, 1, 1.0),
]
NAMED = [
    NamedRecord(
        *("Bridge Safety Board", "bridge-safety-board", "organisation", ["BSB"]),
        *(
            [Variant("BSB", 3), Variant("Bridge Safety Board", 1)],
            [Expansion("BSB", "Bridge Safety Board", "bridge-2018")],
        ),
        *(2, ["bridge-2018", "harm"], 4, "2018-02-16", "2018-02-16"),
    ),
    NamedRecord(EVIL, "evil", "meeting", [EVIL], [Variant(EVIL, 1)], [], 1, ["harm"], 1, None, None),
]
NAMED_PROFILES = [
    NamedProfileRecord(*NAMED[0], [BesideName(EVIL, 1)], [Beside("Hana Pōtae", 1)]),
    NamedProfileRecord(*NAMED[1], [], []),
]
NAMED_MENTIONS = [
    NamedMentionRecord(
        "bridge-2018", "Bridge Safety Board", "bridge-safety-board", "organisation", "BSB", "text", 4, 7
    ),
    NamedMentionRecord("harm", EVIL, "evil", "meeting", EVIL, "head", 0, 5),
]
NAME_SPELLINGS = [
    NameSpellingRecord("Bridge Safety Board", "bridge-safety-board", "BSB", 3, "defined", 0.95),
    NameSpellingRecord(EVIL, "evil", EVIL, 1, "same", 1.0),
]
ACRONYMS = [
    AcronymRecord(
        *("BSB", "Bridge Safety Board", "bridge-safety-board", "organisation", 1, ["bridge-2018"], 24, 27),
    ),
    AcronymRecord(EVIL, None, None, None, 1, ["harm"], 0, 5),
]
COUNTS = [CountRecord("2018", 12), CountRecord("2019", 1), CountRecord(None, 3)]
FIELDS = [FieldRecord("title", ["text"], 3, 3, ["Notes", EVIL], 0)]
VALUES = [ValueRecord("Transport", 2), ValueRecord(EVIL, 1)]
PROBLEMS = [
    ProblemRecord("notes.txt", None, "undated", "no date was found", "give one in .nzn.toml"),
    ProblemRecord("notes.txt", 3, "bad-yaml", EVIL, None),
]
INDEX = [
    IndexRecord("/cache/nzn/0123.db", 253_181_952, 14_396, "2026-01-02T03:04:05+13:00", True, True, False, False, False)
]
SKIPPED = [SkippedRecord("picture.png", "not .txt, .md or .markdown")]

BY_ANSWER = {
    "list": DOCUMENTS,
    "show": SHOWN,
    "grep": HITS,
    "grep-count": HIT_COUNTS,
    "kwic": LINES,
    "words": WORDS,
    "words-near": COLLOCATES,
    "words-versus": KEYWORDS,
    "words-by": TRENDS,
    "words-spark": TRENDS,
    "who": PEOPLE,
    "who-name": PROFILES,
    "who-role": HOLDERS,
    "who-periods": PERIODS,
    "who-pairs": PAIRS,
    "who-doubtful": DOUBTS,
    "who-mentions": MENTIONS,
    "who-explain": SPELLINGS,
    "quotes": QUOTES,
    "cite": CITED,
    "what": NAMED,
    "what-name": NAMED_PROFILES,
    "what-mentions": NAMED_MENTIONS,
    "what-explain": NAME_SPELLINGS,
    "what-acronyms": ACRONYMS,
    "timeline": EVENTS,
    "timeline-by": COUNTS,
    "search": SEARCHED,
    "count": COUNTS,
    "fields": FIELDS,
    "fields-key": VALUES,
    "check": PROBLEMS,
    "skipped": SKIPPED,
    "index": INDEX,
}
BY_KEY = {"count": "year", "timeline-by": "year"}
