"""The commands: what each is called, takes and answers, with examples on the documents that come with nzn.

The one table of them. Help, man page, completions and the parser read it; `commands/<name>.py` does the work.
"""

from __future__ import annotations

from nzn_cli.cli import options as o
from nzn_cli.model.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Example(NamedTuple):
    """A command line and what it is for; tests run every one on the seeds."""

    line: str
    what: str


class Verb(NamedTuple):
    """One command."""

    name: str
    summary: str
    arguments: tuple[o.Argument, ...] = ()
    own: tuple[o.Option, ...] = ()
    shared: tuple[o.Option, ...] = ()
    examples: tuple[Example, ...] = ()
    notes: str = ""
    hidden: bool = False
    hint: str = ""  # the next command, where nothing was found
    order: str = "date-"  # as --sort has it, of an answer that has no other
    orders: tuple[tuple[str, str], ...] = ()  # the order of the answer that an option gives; "" has no opposite

    @property
    def options(self) -> tuple[o.Option, ...]:
        """Return its options: its own, those of filters and output, those of every command."""
        return (*self.own, *self.shared, *o.SHARED)

    def order_of(self, options: Iterable[str]) -> str:
        """Return the order of the answer that these options give, as --sort has it; "" where none can be asked for."""
        return next((order for option, order in self.orders if option in options), self.order)

    def option(self, flag: str) -> o.Option | None:
        """Return the option with this flag."""
        return next((option for option in self.options if flag in option.flags), None)


_QUERY = o.Argument(
    "query", "@NAME", "a saved query of .nzn.toml; - reads ids or paths from stdin", many=True, complete="query"
)
_IDS = o.Argument("ids", "ID", "id, unique start of one, or path; - reads them from stdin", many=True, complete="id")
_ASK = (*o.FILTERS, *o.PAGING, *o.OUTPUT)
_NAME = o.Argument("name", "NAME", "any words of a name; - reads ids or paths from stdin", many=True, complete="person")

VERBS: tuple[Verb, ...] = (
    Verb(
        "list",
        "the documents: date, title, ministers",
        (_QUERY,),
        o.LIST,
        _ASK,
        (
            Example("nzn list --minister Peters", "documents credited to Winston Peters"),
            Example("nzn list --minister Peters --json | jq -r '.[].title'", "their titles, by jq"),
            Example("nzn list --since 2018 --until 2018-06", "published from January 2018 to June 2018"),
            Example("nzn list --no date", "documents without a date"),
        ),
        hint="nzn list shows every document, nzn fields the metadata keys",
    ),
    Verb(
        "show",
        "one document or several: metadata, then text",
        (_IDS._replace(required=True),),
        o.SHOW,
        o.OUTPUT,
        (
            Example("nzn show 000", "the document whose id starts with 000"),
            Example("nzn show 000 --dates", "what each dated expression resolves to"),
            Example("nzn show 000 --json | jq -r '.[0].body'", "its text alone, by jq"),
            Example("nzn list --minister Mark -O ids | nzn show -", "all that another question found"),
        ),
    ),
    Verb(
        "grep",
        "the lines that match a pattern",
        (
            o.Argument("pattern", "PATTERN", "regular expression, unless -e or -f gives one"),
            _IDS._replace(metavar="ID|PATH", help="only these documents"),
        ),
        o.GREP,
        _ASK,
        (
            Example("nzn grep -i 'training mission'", "words, across line breaks too"),
            Example("nzn grep -c NATO", "how many lines of each document name NATO"),
            Example("nzn grep -w ISAF -C1", "a whole word, one line around it"),
            Example("nzn grep -e Iraq -e Afghanistan --all-of -l", "documents that speak of both"),
        ),
        hint="nzn search finds words in any order",
    ),
    Verb(
        "kwic",
        "a concordance: matches in the middle, words beside",
        (
            o.Argument("pattern", "PATTERN", "regular expression", required=True),
            _IDS._replace(metavar="ID|PATH", help="only these documents; - reads them from stdin"),
        ),
        o.KWIC,
        _ASK,
        (
            Example("nzn kwic security", "every match, the newest documents first"),
            Example("nzn kwic NATO --sort 1R,2R", "by the words that follow"),
            Example("nzn kwic -w 'ISAF|PRT' --fields date,id,speaker,match,right", "other columns"),
        ),
        hint="nzn grep finds lines",
    ),
    Verb(
        "words",
        "word statistics: frequency, neighbours, keywords, trends",
        (
            o.Argument(
                "query",
                "WORD|@NAME",
                "only these words; a saved query of .nzn.toml; - reads ids from stdin",
                many=True,
                complete="query",
            ),
        ),
        o.WORDS,
        _ASK,
        (
            Example("nzn words --limit 20", "how often, in how many documents, how evenly"),
            Example("nzn words --near NATO --min 2", "what stands beside NATO more than by chance"),
            Example("nzn words --ngrams 2..3 --min 3", "runs of two or three words"),
            Example("nzn words --year 2018 --versus '--year 2024'", "what one year has more of than another"),
            Example("nzn words nato isaf --by year --spark", "two words over time"),
        ),
        notes="A word is a run of letters and digits, case and accents aside; no window crosses a document.",
        hint="nzn words shows every word; --min 1 those that stand once",
        order="frequency-",
        orders=(("near", "log_dice-"), ("versus", "")),
    ),
    Verb(
        "who",
        "the people: roles, documents, spellings",
        (_NAME,),
        o.WHO,
        _ASK,
        (
            Example("nzn who", "everybody, those in most documents first"),
            Example("nzn who ardern", "one person: roles, spellings, company"),
            Example("nzn who --role 'foreign minister'", "who held a role"),
            Example("nzn who --role 'secretary general' --over-time", "one row a holder and time, with the evidence"),
            Example("nzn who --pairs --limit 5", "who is named with whom, and in how many documents"),
            Example("nzn who --mentions --jsonl", "every occurrence, with its place in the text"),
            Example("nzn who --merge stoltenberg scheffer", "were they one person: the lines of settings that say so"),
        ),
        hint="nzn who shows everybody",
        order="documents-",
        orders=(("mentions", "date-"), *((name, "") for name in ("explain", "pairs", "doubtful", "over_time"))),
    ),
    Verb(
        "quotes",
        "who said what",
        (_NAME._replace(complete="speaker"),),
        o.QUOTES,
        _ASK,
        (
            Example("nzn quotes", "everything that somebody is quoted with"),
            Example("nzn quotes Stoltenberg", "what one person said"),
            Example("nzn quotes --about Iraq", "what was said of something"),
            Example("nzn quotes Peters --json | jq -r '.[].text'", "the words alone, by jq"),
            Example("nzn quotes --role 'foreign minister' --on 2024", "what an office said in a year"),
        ),
        hint="nzn quotes --unnamed shows speakers without a name, --kind indirect what is reported",
    ),
    Verb(
        "what",
        "organisations, agreements, laws, programmes, missions, meetings, acronyms",
        (
            o.Argument(
                "name",
                "NAME",
                "any words of a name, or its letters; - reads ids from stdin",
                many=True,
                complete="organisation",
            ),
        ),
        o.WHAT,
        _ASK,
        (
            Example("nzn what", "everything that the texts name, what is in most documents first"),
            Example("nzn what NATO", "one of them: how it is written, company, people"),
            Example("nzn what --acronyms", "what the letters stand for"),
            Example("nzn what --kind mission,programme", "two kinds alone"),
            Example("nzn what --mentions --jsonl", "every occurrence, with its place in the text"),
        ),
        hint="nzn what shows everything that the texts name",
        order="documents-",
        orders=(("mentions", ""), ("explain", ""), ("acronyms", "short")),
    ),
    Verb(
        "timeline",
        "publications and the dates that texts speak of",
        (_QUERY,),
        o.TIMELINE,
        _ASK,
        (
            Example("nzn timeline", "everything in order, evidence beside it"),
            Example("nzn timeline --from 2007 --to 2009", "what happened in those years"),
            Example("nzn timeline --kind mentioned --json", "the dated events of the texts"),
            Example("nzn timeline -O ics", "a calendar"),
        ),
        hint="nzn timeline shows everything; --unresolved what has no date",
        order="date",
    ),
    Verb(
        "cite",
        "whether what a draft quotes stands in the documents, word by word, and who says it",
        (o.Argument("draft", "DRAFT", "the file to check; - is Markdown from stdin", required=True, complete="files"),),
        o.CITE,
        _ASK,
        (
            Example("nzn show 002 --body | nzn cite -", "every quotation of a text, with where it stands"),
            Example("nzn show 001 --body | nzn cite - --names --json", "people and offices too, as JSON"),
        ),
        notes="Exit 0 when all is verbatim and by its speaker, 1 when something is not.",
        hint="nzn quotes shows what the documents quote",
    ),
    Verb(
        "report",
        "one web page that explains the documents to somebody without a terminal",
        (o.Argument("file", "FILE.html", "the page to write", required=True, complete="files"), _QUERY),
        o.REPORT,
        o.FILTERS,
        (
            Example("nzn report nato.html && ls nato.html", "timeline, people, network, quotations, texts: one file"),
            Example("nzn report peters.html --person Peters --force && ls peters.html", "of some documents alone"),
        ),
        hint="nzn list shows every document",
    ),
    Verb(
        "search",
        "documents by relevance, best passage shown",
        (
            o.Argument(
                "words", "WORDS", 'all of them; "a phrase", -without, begin*, title:word', many=True, required=True
            ),
        ),
        (),
        _ASK,
        (
            Example("nzn search training mission", "documents with both words"),
            Example("nzn search '\"security forces\" -Bamyan'", "a phrase, without a word"),
            Example("nzn search 'afghan* date:2018'", "the start of a word, published in 2018"),
        ),
        hint="nzn grep -i WORD finds parts of words",
        order="score-",
    ),
    Verb(
        "count",
        "how many documents, by year, person or any key",
        (_QUERY,),
        o.COUNT,
        _ASK,
        (
            Example("nzn count", "how many documents there are"),
            Example("nzn count --by year", "how many a year"),
            Example("nzn count --by minister --json", "how many a minister, as JSON"),
            Example("nzn count --by month --about Afghanistan", "how many a month whose text names it"),
        ),
        hint="nzn fields shows the metadata keys",
        order="documents-",
    ),
    Verb(
        "fields",
        "the metadata keys and their values",
        (o.Argument("key", "KEY", "the values of this key; - reads ids from stdin", many=True, complete="key"),),
        (),
        _ASK,
        (
            Example("nzn fields", "the keys, how many documents have them, examples"),
            Example("nzn fields portfolios", "the values of one key"),
        ),
        hint="nzn fields shows the metadata keys",
        order="documents-",
    ),
    Verb(
        "check",
        "what is wrong with the documents",
        (_QUERY,),
        (),
        _ASK,
        (
            Example("nzn check", "every problem, with its line"),
            Example("nzn check --json | jq -r 'group_by(.code)[] | \"\\(length) \\(.[0].code)\"'", "how many of each"),
        ),
        notes="Exit 0 when nothing is wrong, 1 when something is.",
        order="path",
    ),
    Verb(
        "export",
        "files that other programs open: databases, graphs, bibliographies, notes",
        (
            o.Argument(
                "target", "TARGET", "file or folder to write; - for standard output", required=True, complete="files"
            ),
            _QUERY,
        ),
        o.EXPORT,
        (*o.FILTERS, *o.PAGING),
        (
            Example("nzn export corpus.db", "a database for SQLite and Datasette"),
            Example("nzn export people.gexf --at-least 2", "who and what stands in the same two documents, for Gephi"),
            Example("nzn export vault --as notes", "a note a person and a document, for Obsidian"),
            Example("nzn export - --as bib --minister Peters", "a bibliography, of the documents of a minister"),
            Example("nzn export - --as vega --by year", "a chart of documents a year"),
            Example("nzn export - --as timelinejs --since 2018", "a timeline for a web page"),
        ),
        hint="nzn list shows every document",
    ),
    Verb(
        "index",
        "the cache: normally never needed",
        (
            o.Argument(
                "action", "status|build|clear|import|export", "what to do with it (default: status)", complete="action"
            ),
            o.Argument("target", "TARGET", "of import and export: the dataset", complete="dirs"),
        ),
        o.INDEX,
        o.OUTPUT,
        (
            Example("nzn index", "where it is and what it holds"),
            Example("nzn index build", "read everything of every kind now: people, dates, quotations …"),
            Example("nzn index clear", "remove it"),
            Example("nzn index export news.nzn", "write it as a dataset, which nzn -d news.nzn … asks"),
            Example("nzn index import news.nzn", "make an index of a dataset: nzn -d news.nzn … answers all then"),
        ),
    ),
    Verb(
        "cluster",
        "a dataset of documents too many for one machine, built on Spark",
        (
            o.Argument("action", "build", "what to do", required=True, complete="cluster"),
            o.Argument("source", "SOURCE", "folder of documents, or a URI that Spark reads", complete="dirs"),
            o.Argument("target", "TARGET", "folder or URI of the dataset", complete="dirs"),
        ),
        o.CLUSTER,
        (),
        (Example("nzn cluster build stories stories.nzn", "its tables as Parquet; again reads what changed"),),
        notes="--master spark://HOST:7077 is a cluster whose machines all see SOURCE and TARGET. Needs nzn[spark].",
    ),
    Verb(
        "init",
        "make a folder the one that is asked: write its .nzn.toml",
        (o.Argument("folder", "DIR", "the folder (default: the current one)", complete="dirs"),),
        (),
        (),
        (Example("nzn init ~/stories", "nzn list, in that folder or below it, asks it from now on"),),
    ),
    Verb(
        "mcp",
        "a read-only server for programs: the Model Context Protocol over stdin and stdout",
        (),
        (),
        (),
        (
            Example(
                """echo '{"jsonrpc":"2.0","id":1,"method":"tools/list"}' | nzn mcp""",
                "the tools: search, show, who, quotes, timeline",
            ),
        ),
        notes="A client is given the command nzn -d DIR mcp. nzn help agent teaches the other commands.",
    ),
    Verb(
        "schema",
        "the JSON Schema of a command's answer",
        (o.Argument("answer", "COMMAND", "command, or one of its answers (who-mentions)", complete="answer"),),
        (),
        (),
        (Example("nzn schema list", "what each field of `nzn list --json` means"),),
    ),
    Verb(
        "completion",
        "a TAB script for bash, zsh or fish",
        (o.Argument("shell", "SHELL", "bash, zsh or fish", required=True, complete="shell"),),
        (),
        (),
        (
            Example("nzn completion bash", 'for bash: add `eval "$(nzn completion bash)"` to ~/.bashrc'),
            Example("nzn completion zsh", "for zsh: the same line in ~/.zshrc, after compinit"),
            Example("nzn completion fish", "for fish: `nzn completion fish | source` in config.fish"),
        ),
    ),
    Verb(
        "help",
        "help on a command or a topic",
        (
            o.Argument(
                "topic",
                "TOPIC",
                "a command, or query, dates, json, recipes, exit-codes, config, environment, agent",
                complete="topic",
            ),
        ),
        (),
        (),
        (
            Example("nzn help list", "the same as nzn list --help"),
            Example("nzn help dates", "how dates are written and read"),
        ),
    ),
    Verb("overview", "the folder in a few lines", shared=o.OUTPUT, hidden=True),
)
BY_NAME = {verb.name: verb for verb in VERBS}
SHOWN = tuple(verb for verb in VERBS if not verb.hidden)
TOPICS = ("query", "dates", "json", "recipes", "exit-codes", "config", "environment", "agent")
SHELLS = ("bash", "zsh", "fish")
ACTIONS = ("status", "build", "clear", "import", "export")
CLUSTER_ACTIONS = ("build",)


def verb_of(name: str) -> Verb | None:
    """Return the command called `name`."""
    return BY_NAME.get(name)
