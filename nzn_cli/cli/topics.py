"""The texts of `nzn help TOPIC`. Exit codes come from `errors`, fields from the answers' own descriptions."""

from __future__ import annotations

from textwrap import indent

from nzn_cli import errors
from nzn_cli.config.starter import EXAMPLE

_QUERY = """\
Which documents: the same options for every command.

  --since 2018 --until 2018-06     published from 1 January to 30 June 2018
  --on 'last year'  --year 2018    dates in words; nzn help dates
  --about Ukraine                  whose text has it; a pattern, as in nzn grep
  --minister Peters                credited to somebody of that name
  --minister Mark --minister Peters    one option repeated: either
  --minister Mark --since 2018     different options: both
  --person Stoltenberg             that name a person anywhere in the text
  --person A --person B --all-of   one option repeated: both
  --title nato --site nato.int     words of the title, host of the address
  --where portfolio=Defence        metadata: key=v  key!=v  key~regex  key>=v
  --has url --no date              with a key, without a key
  -g '2018/**' -g '!*draft*'       by path
  --sample 20 --seed 7             20 of them by chance, the same ones for 7
  -                                those whose ids or paths standard input has:
                                   nzn grep -l AUKUS | nzn who -
  --no-inferred                    only what metadata states

Names match by whole words in any order, without regard to case, accents,
honorifics and curly quotes: Peters finds Rt Hon Winston Peters.

nzn timeline, quotes and who --mentions ask --about, --person and
--organisation of the sentence (a publication of its title); --documents asks
the whole document.

Order: newest first, undated last. -k date is oldest first, -k title,-date
sorts by two keys; --reverse turns any order round. --limit 10 --offset 20 cut
the answer, and say so.

A query is saved in .nzn.toml:

  [queries]
  summit = "--minister Ardern --since 2019"

and used as nzn list @summit, with further options beside it. It may name
others: late = "@summit --since 2020". What was typed wins over what a query
says, and that over what it names. Folders and how they are read (-d, --hidden,
--no-ignore, -L, --no-index) stand on the command line alone.

Words for nzn search: all must be there; "a phrase", -without, begin*,
title:word, date:2018..2019. Anything else is taken as it stands.
"""
_DATES = """\
Dates you type may be partial and then mean the whole of it: 2018, 2018-02,
2018-02-13, 'Feb 2018', '13 February 2018', 'last year', '3 weeks ago'.
NZN_NOW=2019-01-26 sets the day that such words count from.
3/4/2018 is the 3rd of April unless .nzn.toml says otherwise.

Dates of documents come from front matter, else from a byline, dateline or
"Last updated" line of the text, else from the file's name; never from the
file's own time. Each answer says which: date_source ("file" is what a PDF or
a file of Word says of its making). Without any, a document
is undated: it is listed last, and nzn list --no date finds it.

Dates in texts are resolved against the document's date: "on Tuesday" in a
release of Friday 16 February 2018 is 2018-02-13. Each event names the rule
and the anchor. In an undated document they stay unresolved: start is null,
nzn timeline --unresolved shows them. No reading depends on today.

A date for a document that has none is given in .nzn.toml:

  [documents."002*"]
  date = 2019-01-26
"""
_JSON = """\
--json prints one array, [] when nothing is found; --jsonl one object a line,
as they are found. Every key is always there; null says unknown; lists are
lists even when empty. Text is as it stands, UTF-8.

  nzn list --json | jq -r '.[] | select(.date == null) | .path'
  nzn who --jsonl | jq -r 'select(.is_minister) | .person'
  nzn timeline --kind mentioned --json | jq -r '.[] | [.start, .text] | @tsv'
  nzn list --fields id,date,meta.url --jsonl

char_start and char_end count characters of body as nzn show ID --json gives
it. Dates are ISO, as long as they are precise: 2018-09-12, 2007-10, 2001.

nzn schema COMMAND prints the JSON Schema, with a line on every field.
--fields takes any of them, and meta.KEY for a key of the metadata.
"""
_RECIPES = """\
Questions and the commands that answer them; -d DIR asks a folder of yours.

Who held an office on a day, and over time:
  nzn who --role 'foreign minister' --on 2024-04-04
  nzn who --role 'secretary general' --over-time

What somebody said of something, and how often who spoke:
  nzn quotes Peters --about NATO
  nzn count --by speaker

Who is named with whom, and with what:
  nzn who Stoltenberg
  nzn who --pairs --limit 10
  nzn what NATO

When somebody met somebody, with the sentence:
  nzn timeline --person Mark --about 'meeting|met'

What happened in a week, and how much in which month:
  nzn timeline --from 2018-02-10 --to 2018-02-16
  nzn count --by month --about Afghanistan

One question's documents put to another:
  nzn grep -l ISAF -O ids | nzn who -
  nzn grep -l ISAF -O ids | nzn show - --body

The first time that a word stands anywhere:
  nzn grep -w ISAF -k date --limit 1

A line to paste into a story:
  nzn quotes --about Iraq -O citation

Choose a document by its title, with fzf:
  nzn list --fields id,date,title | fzf --with-nth=2.. | cut -f1 | nzn show -

Every match in vim, :cn for the next:
  vim -q <(nzn grep -w ISAF)

Figures by jq, tables by Datasette:
  nzn who --json | jq -r '.[] | [.documents, .person] | @tsv'
  nzn export c.db && datasette c.db
"""
_CONFIG = """\
.nzn.toml in a folder makes that folder and those below it a corpus. Each part
may be left out; an unknown key is an error that names the nearest.

{example}
The same in $XDG_CONFIG_HOME/nzn/config.toml holds for every folder. There
alone, under [files], may stand hidden, no_ignore and follow = true, for
--hidden, --no-ignore and -L: no folder says itself what is read beyond it.

nzn init writes one that states nothing yet. Which folder is asked: -d DIR,
else NZN_DIR, else the nearest folder above with a .nzn.toml, else the
documents that come with nzn, which -d @seeds always means.

nzn help environment tells of the variables.

The cache is disposable: nzn index shows where it is, nzn index clear --all
removes it. No document is ever changed.
"""
_ENVIRONMENT = """\
Variables that nzn heeds:

  NZN_DIR          folder to ask, where no -d names one
  NZN_CACHE_DIR    where the cache lies; else nzn in XDG_CACHE_HOME (~/.cache)
  NZN_JOBS         worker processes; 1 for none, 0 for one a core
  NZN_TRUST_INDEX  1 asks the index without a look at the documents, until the
                   next nzn index build; for folders of very many
  NZN_NOW          the day that 'last week' counts from: 2019-01-26
  NZN_PAGER        the pager, before PAGER; empty or cat for none
  NZN_PROGRESS=0   no progress bar, on a terminal either
  NZN_DEBUG=1      the trace of a fault
  XDG_CONFIG_HOME  where nzn/config.toml lies (~/.config)

Colour: NO_COLOR, FORCE_COLOR, CLICOLOR, TERM=dumb. Width: COLUMNS.
"""
CODES: tuple[tuple[int, str], ...] = (
    (errors.FOUND, "found"),
    (errors.NOTHING, "nothing found; of nzn check: something is wrong"),
    (errors.USAGE, "the command line, a query, a setting or a folder is wrong"),
    (errors.PARTIAL, "answered, with warnings or folders that cannot be read (with --strict)"),
    (errors.FAULT, "a fault of nzn; NZN_DEBUG=1 shows the trace"),
    (errors.INTERRUPTED, "interrupted with Ctrl-C"),
)
STREAMS = """\
An answer that cannot be written, to a full disk for example, ends with 2.
A closed pipe (nzn list | head) ends with 0, silently; a stream that is closed
from the start (nzn list >&-) counts as /dev/null.
"""


def topic(name: str) -> str:
    """Return the text of a topic."""
    if name == "exit-codes":
        codes = "".join(f"  {code:>3}  {explanation}\n" for code, explanation in CODES)
        return f"nzn ends with\n\n{codes}\n{STREAMS}"
    if name == "config":
        return _CONFIG.replace("{example}\n", indent(EXAMPLE, "  "))
    if name == "recipes":
        from nzn_cli.cli.recipes import recipes

        return f"{_RECIPES}\n{recipes()}"
    if name == "agent":
        return _skill()
    return {"query": _QUERY, "dates": _DATES, "json": _JSON, "environment": _ENVIRONMENT}[name]


def _skill() -> str:
    """Return the skill file without its head: what teaches a program to use nzn."""
    from importlib.resources import files

    return files("nzn_cli").joinpath("skill", "SKILL.md").read_text("utf-8").split("---\n", 2)[2].lstrip()
