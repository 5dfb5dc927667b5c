"""The answers: which record each gives, what its fields mean, and which of them a table shows. Declared here once.

JSON Schema, `--fields`, tables, CSV headers and help all derive from this file and from the annotations of `model`.
"""

from __future__ import annotations

from typing import Any, Literal

from nzn_cli.errors import UsageError
from nzn_cli.model import answers
from nzn_cli.model.records import NamedTuple

ColumnKind = Literal["id", "date", "number", "main", "rest"]


class Column(NamedTuple):
    """One column of a table."""

    field: str
    kind: ColumnKind
    around: str = ""  # the field whose words stay in sight where a cell is cut


class Shape(NamedTuple):
    """One answer: its name, the command it belongs to, its record, its table."""

    name: str
    command: str
    record: type[Any]
    summary: str
    columns: tuple[Column, ...]
    renamed: tuple[tuple[str, str], ...] = ()  # (field of the record, key that is printed)
    dropped: tuple[str, ...] = ()  # fields that this very answer does not print

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the record's own field names that are printed, in order."""
        names: tuple[str, ...] = self.record._fields
        return tuple(name for name in names if name not in self.dropped)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the printed keys, in order."""
        return tuple(self.key(name) for name in self.fields)

    def key(self, field: str) -> str:
        """Return the key under which `field` is printed."""
        return dict(self.renamed).get(field, field)

    def field(self, key: str) -> str:
        """Return the field that is printed as `key`."""
        return {new: old for old, new in self.renamed}.get(key, key)


_TITLE = Column("title", "main")
_ID = Column("id", "id")
_NAMED = (
    Column("name", "main"),
    Column("kind", "date"),
    Column("acronyms", "rest"),
    Column("documents", "number"),
    Column("mentions", "number"),
    Column("first", "date"),
    Column("last", "date"),
)

ANSWERS: dict[str, Shape] = {
    shape.name: shape
    for shape in (
        Shape(
            "list",
            "list",
            answers.DocumentRecord,
            "one document",
            (_ID, Column("date", "date"), _TITLE, Column("ministers", "rest")),
        ),
        Shape("show", "show", answers.ShowRecord, "one document with its text", (_ID, Column("date", "date"), _TITLE)),
        Shape(
            "grep",
            "grep",
            answers.Hit,
            "one match",
            (_ID, Column("line", "number"), Column("text", "main")),
        ),
        Shape(
            "kwic",
            "kwic",
            answers.ConcordanceLine,
            "one match with the words on both sides",
            (
                _ID,
                Column("date", "date"),
                Column("left", "rest"),
                Column("match", "main"),
                Column("right", "rest"),
            ),
        ),
        Shape(
            "words",
            "words",
            answers.WordRecord,
            "one word, or one run of several",
            (
                Column("word", "main"),
                Column("frequency", "number"),
                Column("documents", "number"),
                Column("dispersion", "number"),
            ),
        ),
        Shape(
            "words-near",
            "words",
            answers.CollocateRecord,
            "one word near a pattern",
            (
                Column("word", "main"),
                *(Column(name, "number") for name in ("joint", "frequency", "log_dice", "g2", "mi", "t")),
            ),
        ),
        Shape(
            "words-versus",
            "words",
            answers.KeywordRecord,
            "one word that some documents have more of, or less, than others",
            (
                Column("word", "main"),
                *(Column(name, "number") for name in ("frequency", "other_frequency", "g2", "log_ratio")),
            ),
        ),
        Shape(
            "words-by",
            "words",
            answers.TrendRecord,
            "one word over time",
            (Column("word", "main"), Column("frequency", "number"), Column("trend", "rest")),
        ),
        Shape(
            "words-spark",
            "words",
            answers.TrendRecord,
            "one word over time, drawn",
            (Column("word", "main"), Column("frequency", "number"), Column("spark", "rest")),
        ),
        Shape("grep-count", "grep", answers.HitCount, "one document's count", (_ID, Column("count", "number"))),
        Shape(
            "who",
            "who",
            answers.PersonRecord,
            "one person",
            (
                Column("person", "main"),
                Column("roles", "rest"),
                Column("documents", "number"),
                Column("mentions", "number"),
                Column("first", "date"),
                Column("last", "date"),
            ),
        ),
        Shape(
            "who-name",
            "who",
            answers.ProfileRecord,
            "one person, with those named beside",
            (
                Column("person", "main"),
                Column("roles", "rest"),
                Column("documents", "number"),
                Column("mentions", "number"),
                Column("first", "date"),
                Column("last", "date"),
            ),
            renamed=(("with_", "with"),),
        ),
        Shape(
            "who-role",
            "who",
            answers.HolderRecord,
            "one person who holds an office, with the evidence",
            (
                Column("person", "main"),
                Column("roles", "rest"),
                Column("documents", "number"),
                Column("first", "date"),
                Column("last", "date"),
                Column("evidence", "rest", around="person"),
            ),
        ),
        Shape(
            "who-periods",
            "who",
            answers.PeriodRecord,
            "a time in which one person holds an office",
            (
                Column("first", "date"),
                Column("last", "date"),
                Column("person", "main"),
                Column("role", "rest"),
                Column("documents", "number"),
                Column("gap_days", "number"),
                Column("evidence", "rest", around="person"),
            ),
        ),
        Shape(
            "who-pairs",
            "who",
            answers.PairRecord,
            "two people who are named in the same documents",
            (
                Column("a", "main"),
                Column("b", "main"),
                Column("documents", "number"),
                Column("first", "date"),
                Column("last", "date"),
            ),
        ),
        Shape(
            "who-doubtful",
            "who",
            answers.DoubtRecord,
            "two people who may be one",
            (
                Column("person", "main"),
                Column("other", "main"),
                Column("rule", "date"),
                Column("documents", "number"),
                Column("shares", "rest"),
            ),
        ),
        Shape(
            "who-mentions",
            "who",
            answers.MentionRecord,
            "one occurrence of a person",
            (
                _ID,
                Column("person", "rest"),
                Column("text", "rest"),
                Column("source", "date"),
                Column("path", "rest"),
                Column("line", "number"),
                Column("sentence", "main"),
            ),
        ),
        Shape(
            "who-explain",
            "who",
            answers.SpellingRecord,
            "one spelling, and why it was joined",
            (
                Column("person", "main"),
                Column("text", "rest"),
                Column("count", "number"),
                Column("rule", "date"),
                Column("score", "number"),
            ),
        ),
        Shape(
            "timeline",
            "timeline",
            answers.EventRecord,
            "one publication or dated event",
            (
                Column("start", "date"),
                Column("end", "date"),
                Column("kind", "date"),
                Column("text", "rest"),
                _TITLE,
                _ID,
                Column("sentence", "rest"),
            ),
        ),
        Shape(
            "timeline-by",
            "timeline",
            answers.CountRecord,
            "how many events start then",
            (Column("value", "main"), Column("documents", "number")),
            renamed=(("documents", "events"),),
        ),
        Shape(
            "quotes",
            "quotes",
            answers.QuoteRecord,
            "one quotation",
            (Column("date", "date"), Column("speaker", "rest"), Column("text", "main"), _ID),
        ),
        Shape(
            "what",
            "what",
            answers.NamedRecord,
            "one body, agreement, law, programme, mission or meeting",
            _NAMED,
        ),
        Shape(
            "what-name",
            "what",
            answers.NamedProfileRecord,
            "one of them, with what and whom its documents name",
            _NAMED,
            renamed=(("with_", "with"),),
        ),
        Shape(
            "what-mentions",
            "what",
            answers.NamedMentionRecord,
            "one occurrence of a name",
            (_ID, Column("name", "main"), Column("kind", "date"), Column("text", "rest"), Column("source", "date")),
        ),
        Shape(
            "what-explain",
            "what",
            answers.NameSpellingRecord,
            "one way of writing a name, and why it was joined",
            (
                Column("name", "main"),
                Column("text", "rest"),
                Column("count", "number"),
                Column("rule", "date"),
                Column("score", "number"),
            ),
        ),
        Shape(
            "what-acronyms",
            "what",
            answers.AcronymRecord,
            "one short form and what it stands for",
            (
                Column("short", "date"),
                Column("long", "main"),
                Column("kind", "date"),
                Column("documents", "number"),
            ),
        ),
        Shape(
            "cite",
            "cite",
            answers.CiteRecord,
            "one quotation, name, office or date of a draft, and where it stands in the documents",
            (
                Column("line", "number"),
                Column("status", "date"),
                Column("quote", "main"),
                Column("found_speaker", "rest"),
                Column("date", "date"),
                _ID,
            ),
        ),
        Shape(
            "search",
            "search",
            answers.SearchRecord,
            "one document with its score and best passage",
            (_ID, Column("date", "date"), _TITLE, Column("snippet", "rest")),
        ),
        Shape(
            "count",
            "count",
            answers.CountRecord,
            "how many documents hold that value",
            (Column("value", "main"), Column("documents", "number")),
        ),
        Shape(
            "fields",
            "fields",
            answers.FieldRecord,
            "one metadata key",
            (
                Column("key", "main"),
                Column("types", "rest"),
                Column("documents", "number"),
                Column("distinct", "number"),
                Column("examples", "rest"),
                Column("problems", "number"),
            ),
        ),
        Shape(
            "fields-key",
            "fields",
            answers.ValueRecord,
            "one value of a metadata key",
            (Column("value", "main"), Column("documents", "number")),
        ),
        Shape(
            "check",
            "check",
            answers.ProblemRecord,
            "one thing that is wrong",
            (Column("path", "id"), Column("line", "number"), Column("code", "date"), Column("message", "main")),
        ),
        Shape(
            "skipped",
            "list",
            answers.SkippedRecord,
            "one file that was left out",
            (Column("path", "main"), Column("reason", "rest")),
        ),
        Shape(
            "index",
            "index",
            answers.IndexRecord,
            "the index of the corpus",
            (Column("path", "main"), Column("bytes", "number"), Column("documents", "number"), Column("built", "date")),
        ),
    )
}

MEANINGS: dict[str, str] = {
    "id": "short name of the document, accepted by every command",
    "path": "where the file is: relative to the current folder when below it, else absolute",
    "title": "title, from metadata or the document's own heading",
    "title_source": "where the title was found",
    "date": "publication date, ISO, as long as it is precise; null when unknown",
    "date_precision": "how precise the date is",
    "date_source": "where the date was found",
    "url": "web address that the document states",
    "url_source": "where the address was found",
    "site": "host of `url`, without www.",
    "ministers": "people whom the metadata credits, without honorifics",
    "ministers_source": "where they were found",
    "portfolios": "portfolios, tags or categories",
    "portfolios_source": "where they were found",
    "words": "number of words of the text",
    "encoding": "encoding that the file was read in",
    "meta": "front matter as it stands, untouched",
    "warnings": "what is wrong with the document",
    "body": "the text; offsets elsewhere count its characters",
    "date_not_before": "of an undated document: the latest date that its text speaks of as past",
    "score": "relevance; higher is better",
    "snippet": "best passage",
    "field": "body, title, or meta.KEY",
    "line": "line of the file, from 1; null where no line is meant",
    "page": "page, slide or chapter in which it stands; null of a text that has none",
    "column": "column of that line, from 1",
    "char_start": "where it starts in `body`, in characters; null outside the body",
    "char_end": "where it ends in `body`",
    "match": "the text that matched",
    "left": "what stands before it, over line ends",
    "right": "what stands behind it, over line ends",
    "word": "the word, or the run of words, case and accents aside",
    "frequency": "how often it stands there",
    "dispersion": "DP: 0 is spread as the text is, towards 1 all in one small part",
    "joint": "how often it stands near what was asked for",
    "log_dice": "logDice: 14 is never apart, one less is half as much",
    "g2": "G², the log-likelihood ratio: of two cells for keywords, of four for neighbours",
    "mi": "mutual information: how much more often than by chance, as a binary logarithm",
    "t": "t-score: how sure it is that there are more than by chance",
    "other_frequency": "how often it stands in the documents that are compared with",
    "per_million": "how often in a million words",
    "other_per_million": "how often in a million words of the documents that are compared with",
    "log_ratio": "binary logarithm of the one rate by the other: 1 is twice as often",
    "trend": "its frequency in the documents of each year or month",
    "spark": "the same as blocks, the most as the tallest",
    "pattern": "the pattern that matched",
    "text": "the text as it stands in the document",
    "before": "lines before, with -B or -C",
    "after": "lines after, with -A or -C",
    "count": "how many there are",
    "person": "the name in commonest use, without honorifics",
    "full_name": "the fullest form of that name",
    "person_id": "short stable name of the person",
    "document_ids": "ids of those documents, newest first",
    "variants": "every spelling, verbatim, with its count",
    "roles": "roles that documents give to the person",
    "is_minister": "whether metadata credits the person",
    "mentions": "how often the person is named",
    "first": "date of the first document",
    "last": "date of the last document",
    "with": "people named in the same documents",
    "source": "metadata, text or title (a name), speaker (the label of a turn), or office ('the Minister')",
    "rule": "the rule that decided",
    "evidence": "the sentence that says so, nearest to the day that was asked for",
    "evidence_id": "the document that it stands in",
    "evidence_date": "date of that document",
    "a": "the person who is named in more documents",
    "b": "the other",
    "other": "who may be the same person",
    "other_id": "short stable name of that person",
    "shares": "the title or the documents that both have",
    "lines": "what to put into .nzn.toml where they are one",
    "gap_days": "days before it in which nobody is told to hold the office; null for the first",
    "kind": "published, or mentioned in a text",
    "start": "first day covered; null when unresolved",
    "end": "last day covered; null when unresolved",
    "precision": "how precise the date is",
    "value": "the value",
    "sentence": "the sentence that says so",
    "anchor": "the date that it was resolved against",
    "anchor_source": "where that date comes from",
    "rejected": "the reading that came second, if it was near",
    "people": "people named in the sentence",
    "parts": "the two ends of a range, which is one event; empty for all else",
    "key": "metadata key",
    "types": "types of its values",
    "distinct": "how many different values",
    "examples": "some values",
    "problems": "values that could not be used",
    "code": "kind of problem",
    "message": "what is wrong, in a sentence",
    "hint": "what would be right",
    "reason": "why it was left out",
    "speaker": "the person who speaks, as in who; null where none is known",
    "speaker_text": "the words that name the speaker, as they stand in the document",
    "speaker_start": "where these words start in `body`",
    "speaker_end": "where they end",
    "speaker_rule": "how the speaker was found",
    "cue": "the words that attribute it: said, according to",
    "cue_start": "where these words start in `body`",
    "cue_end": "where they end",
    "events": "how many events",
    "quote": "the words that the draft quotes; the name, office or date as it writes it",
    "status": "verbatim, altered, other_speaker (verbatim, but somebody else's), or nowhere",
    "found_speaker": "the person who says it in that document, is named there, or holds the office; null for none",
    "difference": "of altered words: [-what the draft has-]{+what the document has+}, word by word",
    "role": "the role, normalised",
    "country": "country, where stated",
    "name": "the name in commonest use; the long form where there is one",
    "name_id": "short stable name of it; null where it is no row of what",
    "acronyms": "its short forms",
    "defined": "documents that say what a short form of it stands for",
    "short": "short form",
    "long": "what it stands for, as a document says it; null where none does",
    "organisation": "body that the role is of, as written",
    "former": "whether it is told as held no longer",
    "seldom": "whether it may be a slip: hardly said beside what else is said of person or office",
}
_KIND_NAMED = "organisation, agreement, law, programme, mission or meeting"
MEANINGS_HERE: dict[tuple[str, str], str] = {
    ("NamedRecord", "kind"): _KIND_NAMED,
    ("NamedRecord", "mentions"): "how often it is named",
    ("NamedProfileRecord", "kind"): _KIND_NAMED,
    ("NamedProfileRecord", "mentions"): "how often it is named",
    ("NamedProfileRecord", "with"): "what else its documents name",
    ("NamedProfileRecord", "people"): "people whose roles are of it",
    ("NamedMentionRecord", "kind"): _KIND_NAMED,
    ("NamedMentionRecord", "source"): "text (a name), or head (a bare 'the Ministry')",
    ("NameSpellingRecord", "score"): "how sure the joining is, 0 to 1",
    ("AcronymRecord", "kind"): f"{_KIND_NAMED}; null where it names none of them",
    ("AcronymRecord", "documents"): "number of documents that define it, or that use it where none does",
    ("AcronymRecord", "char_start"): "where the short form starts in `body` of the first of them",
    ("AcronymRecord", "char_end"): "where it ends",
    ("HolderRecord", "documents"): "number of documents that say so",
    ("HolderRecord", "first"): "date of the first document that says so",
    ("HolderRecord", "last"): "date of the last document that says so",
    ("DoubtRecord", "documents"): "number of documents that name the other",
    ("DoubtRecord", "rule"): "how near the names are",
    ("PairRecord", "documents"): "number of documents that name both",
    ("PeriodRecord", "documents"): "number of documents that say so",
    ("PeriodRecord", "first"): "date of the first document that says so",
    ("PeriodRecord", "last"): "date of the last document that says so",
    ("Role", "documents"): "number of documents that say so",
    ("Role", "document_ids"): "which they are, newest first",
    ("EventRecord", "value"): "TIMEX3 value; A/B of a range",
    ("EventPart", "value"): "TIMEX3 value of this end",
    ("EventRecord", "text"): "the dated expression as it stands in the text; null for a publication",
    ("CiteRecord", "line"): "line of the draft that the quotation begins in",
    ("CiteRecord", "kind"): "quote; with --names name and office; with --dates date",
    ("CiteRecord", "speaker"): "the person whom the draft lets say it, or hold the office; null where none is known",
    ("QuoteRecord", "role"): "the first role that this document gives to the speaker",
    (
        "QuoteRecord",
        "kind",
    ): "direct (in marks), mixed (a clause with marks), indirect (reported), turn (of a transcript)",
    ("QuoteRecord", "text"): "the quoted words, without the marks around them",
    ("QuoteRecord", "sentence"): "the sentence around it",
    ("QuoteRecord", "score"): "how sure the speaker is, 0 to 1",
    ("Hit", "text"): "the whole line; of one of over 10,000 characters what is around the match",
    ("IndexRecord", "path"): "the file that holds the index",
    ("IndexRecord", "bytes"): "its size",
    ("IndexRecord", "built"): "when it was last written, ISO; null when there is none",
    ("IndexRecord", "people"): "whether the people of the documents are stored",
    ("IndexRecord", "dates"): "whether the dated expressions of the documents are stored",
    ("IndexRecord", "quotes"): "whether the quotations of the documents are stored",
    ("IndexRecord", "organisations"): "whether what the documents name beside people is stored",
    ("IndexRecord", "search"): "whether the words that nzn search needs are stored",
    ("Overview", "folders"): "the folders of the corpus",
    ("Overview", "builtin"): "whether the documents that come with nzn are among them",
    ("Overview", "undated"): "number of documents without a date",
    ("Overview", "first"): "the first date of a document",
    ("Overview", "last"): "the last date of a document",
    ("Overview", "credited"): "people whom metadata credits most often",
    ("Overview", "kinds"): "the formats of the documents, with how many are of each",
    ("Overview", "others"): "files of kinds that nzn does not read, by kind",
    ("Overview", "unread"): "what is read of the texts when it is first asked for, and is not read yet",
    ("UnreadKind", "kind"): "surface (the texts as people read them), people, dates, quotes, organisations, search",
    ("UnreadKind", "seconds"): "how long that will take on this machine, roughly",
    ("Overview", "examples"): "commands to try, each as its words after nzn",
    ("KindOfFile", "kind"): "their format; of files that are not read their ending, null where they have none",
    ("KindOfFile", "files"): "how many there are",
    ("HitCount", "count"): "how many lines match",
    ("SpellingRecord", "score"): "how sure the joining is, 0 to 1",
}
_NUMBER_OF_DOCUMENTS = "number of documents"


def meaning(record: str, key: str) -> str:
    """Return one line on what `key` of `record` (a class name of `model`) holds."""
    return MEANINGS_HERE.get((record, key)) or (_NUMBER_OF_DOCUMENTS if key == "documents" else MEANINGS[key])


def shape_of(name: str, by: str | None = None) -> Shape:
    """Return the shape called `name`; `by` is the key that a count prints its value under."""
    shape = ANSWERS[name]
    if name == "count" and by is None:
        return shape._replace(dropped=("value",), columns=(Column("documents", "number"),))
    return shape if by is None else shape._replace(renamed=(*shape.renamed, ("value", by)))


def named_fields(shape: Shape, words: str) -> tuple[str, ...]:
    """Return the keys that `--fields` names, checked; `meta.KEY` is one key of the metadata."""
    keys = tuple(word.strip() for word in words.split(",") if word.strip())
    if not keys:
        raise UsageError("--fields names no field", f"{shape.command} has {', '.join(shape.keys)}")
    for key in keys:
        inside = key.startswith("meta.") and "meta" in shape.keys
        if key not in shape.keys and not inside:
            raise UsageError(f"--fields: {shape.command} has no field {key!r}", _nearest(key, shape))
    return keys


def _nearest(key: str, shape: Shape) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, shape.keys, 1)
    return f"did you mean {near[0]}?" if near else f"it has {', '.join(shape.keys)}"
