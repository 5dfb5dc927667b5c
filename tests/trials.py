"""How each verb of the table is tried: its lines in pipes, on terminals and on rubbish, its questions to the corpus.

The suites read their lists here, and `untried` names what a verb of the table lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from nzn_cli.api import Corpus
from nzn_cli.cli.options import FILTERS
from nzn_cli.cli.verbs import VERBS, Verb
from nzn_cli.model.settings import Filters, GrepRequest, PeopleRequest, WhatRequest, WordsRequest
from nzn_cli.render.json_schema import names

PIPE, TERMINAL, NO_INDEX = "in a pipe", "on a terminal", "without an index"
HOSTILE, SCHEMA, EXAMPLE, HINT = (
    "on hostile input",
    "in the schema",
    "by an example",
    "by a hint where nothing is found",
)


class Trial(NamedTuple):
    """What one verb is tried with; `without` gives the reason for what it needs no trial of."""

    json: Mapping[str, str] = {}  # line -> the answer that it gives
    screens: Mapping[str, str] = {}  # name of a snapshot -> line
    hostile: tuple[str, ...] = ()  # lines
    questions: Mapping[str, Callable[[Corpus], Any]] = {}  # method of Corpus -> a call of it
    without: Mapping[str, str] = {}


TRIALS: dict[str, Trial] = {
    "list": Trial(
        {"list": "list", "list --limit 1": "list", "list --skipped": "skipped"},
        {"list": "nzn list"},
        ("list", "list --skipped"),
        {"list": lambda c: c.list()},
    ),
    "show": Trial(
        {"show 000 002": "show"},
        {"show": "nzn show 000 --people --dates"},
        ("show crlf escapes noise-bytes bomb", "show escapes --dates"),
        {
            "show": lambda c: c.show(["000", "004"]),
            "raw": lambda c: c.raw(["000"]),
            "text_places": lambda c: c.text_places(["000"]),
            "mentions_in": lambda c: c.mentions_in(["000"]),
            "events_in": lambda c: c.events_in(["000"]),
        },
    ),
    "grep": Trial(
        {
            "grep -w ISAF -C1": "grep",
            "grep --in title,meta nato": "grep",
            "grep -c NATO": "grep-count",
            "grep -l NATO": "list",
        },
        {"grep": "nzn grep -w ISAF -C1"},
        ("grep o", "grep -c body"),
        {
            "grep": lambda c: c.grep(GrepRequest(("NATO",))),
            "grep_counts": lambda c: c.grep_counts(GrepRequest(("NATO",))),
            "grep_documents": lambda c: c.grep_documents(GrepRequest(("ISAF",))),
        },
    ),
    "kwic": Trial(
        {"kwic NATO": "kwic", "kwic -w ISAF --sort 1R": "kwic"},
        {"kwic": "nzn kwic NATO --sort 1R"},
        ("kwic o", "kwic o --sort 1L,date"),
        {"concordance": lambda c: c.concordance(GrepRequest(("NATO",)))},
    ),
    "words": Trial(
        {
            "words --limit 20": "words",
            "words --ngrams 2 --min 4": "words",
            "words --near NATO --limit 9": "words-near",
            "words --year 2018 --versus=--year=2024 --limit 9": "words-versus",
            "words nato --by year": "words-by",
            "words nato --by year --spark": "words-spark",
        },
        {"words": "nzn words --limit 12", "words-near": "nzn words --near NATO --limit 12"},
        ("words", "words --near o", "words --ngrams 2..3", "words --by year"),
        {
            "words": lambda c: c.words(),
            "collocates": lambda c: c.collocates(WordsRequest(near="NATO")),
            "keywords": lambda c: c.keywords(Filters(year="2024"), WordsRequest(), Filters(year="2018")),
            "word_trends": lambda c: c.word_trends("year"),
        },
    ),
    "who": Trial(
        {
            "who": "who",
            "who ardern": "who-name",
            "who --mentions": "who-mentions",
            "who --explain": "who-explain",
            "who --role minister": "who-role",
            "who --role minister --over-time": "who-periods",
            "who --pairs": "who-pairs",
            "who --doubtful": "who-doubtful",
        },
        {"who": "nzn who", "who-name": "nzn who ardern", "who-role": "nzn who --role 'Foreign Minister'"},
        ("who", "who --mentions", "who --pairs", "who --doubtful", "who --role minister --over-time"),
        {
            "people": lambda c: c.people(),
            "profile": lambda c: c.profile(PeopleRequest(name="Ron Mark")),
            "mentions": lambda c: c.mentions(),
            "explain": lambda c: c.explain(),
            "holders": lambda c: c.holders(PeopleRequest(role="minister")),
            "office_periods": lambda c: c.office_periods(PeopleRequest(role="minister")),
            "pairs": lambda c: c.pairs(),
            "doubtful": lambda c: c.doubtful(),
        },
    ),
    "quotes": Trial(
        {"quotes": "quotes", "quotes Stoltenberg --kind indirect": "quotes", "quotes --about Iraq": "quotes"},
        {"quotes": "nzn quotes --about Iraq"},
        ("quotes --unnamed", "quotes --kind indirect"),
        {"quotes": lambda c: c.quotes(), "quotes_in": lambda c: c.quotes_in(["001"])},
    ),
    "what": Trial(
        {
            "what": "what",
            "what NATO": "what-name",
            "what --mentions": "what-mentions",
            "what --explain": "what-explain",
            "what --acronyms": "what-acronyms",
            "what --kind mission,programme --with NATO": "what",
        },
        {"what": "nzn what", "what-name": "nzn what NATO", "what-acronyms": "nzn what --acronyms"},
        ("what", "what --mentions", "what --acronyms", "what --explain"),
        {
            "named_things": lambda c: c.named_things(),
            "named_profiles": lambda c: c.named_profiles(WhatRequest(name="NATO")),
            "named_mentions": lambda c: c.named_mentions(),
            "named_mentions_in": lambda c: c.named_mentions_in(["000"]),
            "name_spellings": lambda c: c.name_spellings(),
            "acronyms": lambda c: c.acronyms(),
        },
    ),
    "timeline": Trial(
        {"timeline": "timeline", "timeline --by year": "timeline-by"},
        {"timeline": "nzn timeline"},
        ("timeline",),
        {"timeline": lambda c: c.timeline(), "timeline_counts": lambda c: c.timeline_counts("year")},
    ),
    "cite": Trial(
        {"cite 002_e1d1246ee26cf0b1.txt": "cite", "cite 001_c913cf1023a538cf.txt --names": "cite"},
        {"cite": "nzn cite 002_e1d1246ee26cf0b1.txt"},
        ("cite FOLDER/escapes.md --names --dates", "cite FOLDER/noise.md --names"),
        {"cite": lambda c: c.cite("draft.md", text="“The training mission will do very well,” Jens Stoltenberg said.")},
    ),
    "report": Trial(
        hostile=("report -q hostile.html",),
        without={PIPE: "tests/cli/test_report.py opens what it writes", TERMINAL: "the same", NO_INDEX: "the same"},
    ),
    "search": Trial(
        {"search training mission": "search"},
        {"search": "nzn search training mission"},
        ("search body",),
        {"search": lambda c: c.search("training mission")},
    ),
    "count": Trial(
        {"count": "count", "count --by year": "count", "count --by portfolio": "count"},
        {"count": "nzn count --by year"},
        ("count --by year",),
        {"count": lambda c: c.count("year")},
    ),
    "fields": Trial(
        {"fields": "fields", "fields portfolios": "fields-key"},
        {"fields": "nzn fields"},
        ("fields",),
        {"fields": lambda c: c.fields(), "values": lambda c: c.values("portfolios")},
    ),
    "check": Trial(
        {"check": "check"},
        {"check": "nzn check"},
        ("check",),
        {"check": lambda c: c.check()},
        {HINT: "that nothing is wrong needs no other question"},
    ),
    "export": Trial(
        hostile=("export - --as timelinejs", "export - --as graphml", "export - --as bib", "export - --as csl"),
        questions={"texts": lambda c: c.texts()},
    ),
    "mcp": Trial(hostile=("mcp </dev/null",)),
    "index": Trial(
        hostile=("index",),
        without={
            PIPE: "paths and sizes are of the machine; tests/cli/test_cache_folder.py and tests/freshness ask it",
            TERMINAL: "the same",
            NO_INDEX: "it tells of the index",
        },
    ),
    "cluster": Trial(without={HOSTILE: "tests/cluster reads what is broken; a build takes half a minute"}),
    "init": Trial(without={HOSTILE: "it reads no document"}),
    "schema": Trial(hostile=("schema list",)),
    "completion": Trial(hostile=("completion bash",)),
    "help": Trial(hostile=("help dates",)),
    "overview": Trial(screens={"bare": "nzn "}, hostile=("",)),
}


def untried(verbs: Iterable[Verb]) -> list[str]:
    """Return what is missing, each as `verb: where it is not tried`."""
    missing: list[str] = []
    for verb in verbs:
        trial = TRIALS.get(verb.name, Trial())
        records = not verb.hidden and verb.option("--json") is not None
        there = {
            EXAMPLE: bool(verb.examples) or verb.hidden,  # tests/cli/test_examples.py runs them in pipes
            PIPE: bool(trial.json) or not records,
            TERMINAL: bool(trial.screens) or not records,
            NO_INDEX: bool(trial.questions) or not records,
            HOSTILE: bool(trial.hostile),
            SCHEMA: verb.name in names() or not records,
            HINT: bool(verb.hint) or not set(FILTERS) <= set(verb.options),
        }
        missing += [
            f"{verb.name}: {what}" for what, is_there in there.items() if not (is_there or what in trial.without)
        ]
    return missing


JSON = {line: answer for verb in VERBS for line, answer in TRIALS.get(verb.name, Trial()).json.items()}
SCREENS = {name: line for verb in VERBS for name, line in TRIALS.get(verb.name, Trial()).screens.items()}
HOSTILE_LINES = [line for verb in VERBS for line in TRIALS.get(verb.name, Trial()).hostile]
QUESTIONS = {name: ask for verb in VERBS for name, ask in TRIALS.get(verb.name, Trial()).questions.items()}
