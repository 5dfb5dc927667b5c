"""Every option of the command line, declared once: parser, help, man page, completions and tests derive from it.

Knows neither Typer nor what an option does. Letters and long names of ripgrep keep ripgrep's meaning.
"""

from __future__ import annotations

from nzn_cli.model.file_formats import TYPES
from nzn_cli.model.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["flag", "text", "number", "many"]


class Option(NamedTuple):
    """One option: its flags, the letter first; `complete` names what TAB offers as its value."""

    flags: tuple[str, ...]
    help: str
    kind: Kind = "flag"
    metavar: str = ""
    choices: tuple[str, ...] = ()
    complete: str = ""
    section: str = "Options"

    @property
    def name(self) -> str:
        """Return the name under which its value is given on."""
        return self.flags[-1].lstrip("-").replace("-", "_")

    @property
    def takes_value(self) -> bool:
        """Return whether a value follows it."""
        return self.kind != "flag"


class Argument(NamedTuple):
    """One positional argument, or several of a kind."""

    name: str
    metavar: str
    help: str
    many: bool = False
    required: bool = False
    complete: str = ""


WHERE = "Which documents"
OUT = "Output"
SHARED_SECTION = "Everywhere"

FORMAT_NAMES = ("table", "json", "jsonl", "csv", "tsv", "md", "ids", "paths", "ics", "citation")

WHEN = ("auto", "always", "never")
DIR = Option(
    ("-d", "--dir"), "folder to ask, @seeds for the built-in one; may be repeated", "many", "DIR", complete="dirs"
)
SHARED: tuple[Option, ...] = (
    DIR,
    Option(("--hidden",), "read hidden files too"),
    Option(("--no-ignore",), "read what .gitignore and .ignore name too"),
    Option(("-L", "--follow"), "follow links to files and folders"),
    Option(("--no-index",), "neither use nor write the cache"),
    Option(("--master",), "Spark that a dataset is built or asked with, such as spark://HOST:7077", "text", "URL"),
    Option(("--strict",), "end with 3 when a document has warnings or a folder cannot be read"),
    Option(("-q", "--quiet"), "print nothing; the exit code tells"),
    Option(("--color",), "when to use colour", "text", "WHEN", WHEN),
    Option(("--no-pager",), "never page"),
    Option(("--hyperlinks",), "link titles, ids and paths where there is colour", "text", "WHEN", WHEN),
    Option(("--hyperlink-format",), "where links to files lead, as in ripgrep: vscode, kitty, …", "text", "FORMAT"),
)
SHARED = tuple(option._replace(section=SHARED_SECTION) for option in SHARED)

OUTPUT: tuple[Option, ...] = (
    Option(("-O", "--format"), "how to print it", "text", "FORMAT", FORMAT_NAMES),
    Option(("-j", "--json"), "one JSON array"),
    Option(("--jsonl",), "one JSON object a line"),
    Option(("--csv",), "CSV with a header"),
    Option(("--fields",), "only these fields, in this order", "text", "A,B", complete="fields"),
    Option(("-0", "--null"), "end ids and paths with NUL"),
)
OUTPUT = tuple(option._replace(section=OUT) for option in OUTPUT)

PAGING: tuple[Option, ...] = (
    Option(
        ("-k", "--sort"),
        "order by KEY, -KEY or KEY- for the reverse; several with commas",
        "text",
        "KEY",
        complete="sort",
    ),
    Option(("--reverse",), "in the opposite order"),
    Option(("--limit",), "at most N", "number", "N"),
    Option(("--offset",), "leave out the first N", "number", "N"),
)
PAGING = tuple(option._replace(section=OUT) for option in PAGING)

FILTERS: tuple[Option, ...] = (
    Option(("--about",), "whose text has PATTERN, read as grep reads it; twice is both", "many", "PATTERN"),
    Option(("--since",), "published on DATE or later: 2018, 2018-02, 'last year'", "text", "DATE"),
    Option(("--until",), "published on DATE or earlier", "text", "DATE"),
    Option(("--on",), "published in DATE", "text", "DATE"),
    Option(("--year",), "published in YEAR", "number", "YEAR"),
    Option(("--minister",), "credited to NAME", "many", "NAME", complete="minister"),
    Option(("--portfolio",), "with this portfolio, tag or category", "many", "NAME", complete="portfolio"),
    Option(("--person",), "that name this person", "many", "NAME", complete="person"),
    Option(("--organisation",), "that name this organisation, agreement …", "many", "NAME", complete="organisation"),
    Option(
        ("--all-of",), "every NAME of a repeated --minister, --portfolio, --person, --organisation; grep: every pattern"
    ),
    Option(("--title",), "with these words in the title", "many", "WORDS"),
    Option(("--site",), "from this web site", "many", "HOST", complete="site"),
    Option(("--where",), "metadata: key=v, key!=v, key~regex, key>=v", "many", "EXPR", complete="where"),
    Option(("--has",), "with this metadata key", "many", "KEY", complete="key"),
    Option(("--no",), "without it: date, title, minister, or any key", "many", "KEY", complete="key"),
    Option(("-g", "--glob"), "whose path matches; !GLOB for the others", "many", "GLOB"),
    Option(("-t", "--type"), "of this format", "many", "TYPE", TYPES),
    Option(("-T", "--type-not"), "of no such format", "many", "TYPE", TYPES),
    Option(("--unique",), "of documents that say the same, word by word, one"),
    Option(("--sample",), "N of them, chosen by chance", "number", "N"),
    Option(("--seed",), "with --sample: the number that chance begins with", "number", "N"),
    Option(("--no-inferred",), "only what metadata states, nothing read from texts or names"),
)
FILTERS = tuple(option._replace(section=WHERE) for option in FILTERS)

LIST: tuple[Option, ...] = (Option(("--skipped",), "the files that were left out, and why"),)

SHOW: tuple[Option, ...] = (
    Option(("--meta",), "the metadata alone"),
    Option(("--body",), "the text alone"),
    Option(("--raw",), "the file as it stands"),
    Option(("--people",), "mark people"),
    Option(("--what",), "mark organisations, agreements, laws, programmes, missions and meetings"),
    Option(("--dates",), "mark dated expressions and write what they resolve to"),
    Option(("--quotes",), "mark quotations and write who speaks"),
    Option(("--web",), "open the document's address in a browser"),
    Option(("--edit",), "open the file in $EDITOR, at ID:LINE or where the text starts"),
)

GREP: tuple[Option, ...] = (
    Option(("-e", "--regexp"), "a pattern; may be repeated", "many", "PATTERN"),
    Option(("-f", "--file"), "patterns from FILE, one a line", "many", "FILE", complete="files"),
    Option(("-F", "--fixed-strings"), "patterns are plain text"),
    Option(("-w", "--word-regexp"), "whole words only"),
    Option(("-i", "--ignore-case"), "ignore case"),
    Option(("-s", "--case-sensitive"), "heed case"),
    Option(("-S", "--smart-case"), "ignore case unless the pattern has capitals (default)"),
    Option(("--literal",), "search what stands in the file: markup, curly quotes and all"),
    Option(("--lines",), "never match across a line break"),
    Option(("-v", "--invert-match"), "lines that do not match"),
    Option(("--in",), "where to look", "text", "FIELDS", ("body", "title", "meta")),
    Option(("-l", "--files-with-matches"), "documents with a match"),
    Option(("--files-without-match",), "documents without one"),
    Option(("-c", "--count"), "how many lines match in each document"),
    Option(("-o", "--only-matching"), "only what matched"),
    Option(("-A", "--after-context"), "N lines after", "number", "N"),
    Option(("-B", "--before-context"), "N lines before", "number", "N"),
    Option(("-C", "--context"), "N lines before and after", "number", "N"),
    Option(("-m", "--max-count"), "at most N lines of a document", "number", "N"),
    Option(("-n", "--line-number"), "with line numbers (default)"),
    Option(("-N", "--no-line-number"), "without line numbers"),
)

_HOW = ("fixed_strings", "word_regexp", "ignore_case", "case_sensitive", "smart_case")  # how a pattern is read
KWIC: tuple[Option, ...] = (
    Option(("--width",), "N characters on each side (default: 60; on a terminal what fits)", "number", "N"),
    *(option for option in GREP if option.name in _HOW),
)

WORDS: tuple[Option, ...] = (
    Option(("--near",), "the words beside PATTERN", "text", "PATTERN"),
    Option(("--window",), "with --near: so many words to the left, right (default: 5,5)", "text", "L,R"),
    Option(("--versus",), "compared with a saved query or other filters: '--year 2019'", "text", "@NAME|OPTIONS"),
    Option(("--ngrams",), "runs of words: 2, or 2..4", "text", "N..M"),
    Option(("--by",), "over time", "text", "UNIT", ("year", "month")),
    Option(("--spark",), "with --by: as a row of blocks"),
    Option(("--min",), "at least N times (default: 1, with --near and --versus 3)", "number", "N"),
)

# of verbs whose answer is made of sentences
_DOCUMENTS = Option(
    ("--documents",), "--about, --person and --organisation ask the whole document, not the sentence", section=WHERE
)

WHO: tuple[Option, ...] = (
    Option(("--ministers",), "only people whom metadata credits"),
    Option(("--role",), "with this role: 'foreign minister'", "text", "ROLE", complete="role"),
    Option(("--over-time",), "with --role: who held it from when to when"),
    Option(("--with",), "named in the same documents as NAME; twice is both", "many", "NAME", complete="person"),
    Option(("--pairs",), "who is named with whom"),
    Option(("--doubtful",), "who may be one person though nothing joins them"),
    Option(("--mentions",), "every occurrence, by name or by office"),
    _DOCUMENTS._replace(help=f"with --mentions: {_DOCUMENTS.help}"),
    Option(("--explain",), "each spelling, the rule that joined it, and its score"),
    Option(("--merge",), "two NAMEs are one person: the lines for .nzn.toml"),
)

QUOTES: tuple[Option, ...] = (
    Option(
        ("--kind",),
        "which (default: direct,mixed,turn)",
        "text",
        "KIND",
        ("direct", "mixed", "indirect", "turn"),
    ),
    Option(("--unnamed",), "also speakers without a name"),
    Option(("--role",), "who held this role; with --on, then", "text", "ROLE", complete="role"),
    _DOCUMENTS,
)

WHAT: tuple[Option, ...] = (
    Option(
        ("--kind",),
        "which",
        "text",
        "KIND",
        ("organisation", "agreement", "law", "programme", "mission", "meeting"),
    ),
    Option(("--acronyms",), "the short forms, and what they stand for"),
    Option(("--with",), "named in the same documents as NAME; twice is both", "many", "NAME", complete="organisation"),
    Option(("--mentions",), "every occurrence, by name or by a bare 'the Ministry'"),
    Option(("--explain",), "each way of writing a name, the rule that joined it, and its score"),
)

CITE: tuple[Option, ...] = (
    Option(("--names",), "the people and offices that the draft names, too"),
    Option(("--dates",), "the days that it speaks of, too"),
)

REPORT: tuple[Option, ...] = (
    Option(("--heading",), "what stands at the top (default: the folder's name)", "text", "TEXT"),
    Option(("--no-texts",), "leave the texts out of the file"),
    Option(("--force",), "write over FILE"),
)

TIMELINE: tuple[Option, ...] = (
    Option(("--kind",), "which", "text", "KIND", ("published", "mentioned")),
    Option(("--from",), "events that begin on DATE or later", "text", "DATE"),
    Option(("--to",), "events that end on DATE or earlier", "text", "DATE"),
    Option(("--overlapping",), "with --from or --to: what lasts longer, too"),
    Option(("--by",), "how many a day, month or year", "text", "UNIT", ("day", "month", "year")),
    _DOCUMENTS,
    Option(("--future",), "only what was still to come at publication"),
    Option(("--unresolved",), "only what could not be resolved"),
)

COUNT: tuple[Option, ...] = (
    Option(
        ("--by",),
        "year, month, minister, portfolio, person, speaker, organisation, site, any key",
        "text",
        "KEY",
        complete="by",
    ),
)

TARGETS = ("db", "parquet", "notes", "gexf", "graphml", "timelinejs", "vega", "csl", "bib")
EXPORT: tuple[Option, ...] = (
    Option(("--as",), "what to write, where the ending does not say", "text", "WHAT", TARGETS),
    Option(("--by",), "with --as vega: what is counted (default: year)", "text", "KEY", complete="by"),
    Option(("--at-least",), "of a graph: what stands in N documents, alone and together", "number", "N"),
    Option(("--force",), "write over what an export wrote"),
)

INDEX: tuple[Option, ...] = (Option(("--all",), "clear: the indexes of every folder"),)

CLUSTER: tuple[Option, ...] = (
    Option(("--conf",), "a setting of Spark, such as spark.executor.memory=8g", "many", "K=V"),
    Option(("--largest",), "leave out files of over N MB (default: 100)", "number", "N"),
)

HELP = Option(("-h", "--help"), "help: -h the short one, --help with every option", section=SHARED_SECTION)
VERSION = Option(("-V", "--version"), "the version; with -v of all that matters", section=SHARED_SECTION)
# options whose value is a comma-separated list of their choices
LISTED = ("in", "kind")
