"""The tools that are offered to programs: what each takes and answers. The one table of them.

Answers are cut to `limit` and go on at `cursor`; each names its documents by id and its evidence by offsets in `body`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from nzn_cli.errors import UsageError
from nzn_cli.model.records import NamedTuple
from nzn_cli.model.settings import Filters, GrepRequest, PeopleRequest, QuotesRequest, TimelineRequest
from nzn_cli.render.plain import plain

if TYPE_CHECKING:
    from nzn_cli.api import Corpus

    Answer = dict[str, Any]

_MOST = 50  # records of one answer
_CHARACTERS = (4_000, 20_000)  # of one answer of `show`: without limit, and at most
_LISTED = (2, 5)  # of the lists of a person: among others, and of one who was asked for
_WORD = re.compile(r'"[^"]*"|\S+')


class Parameter(NamedTuple):
    """One parameter of a tool."""

    name: str
    help: str
    kind: type[Any] = str
    required: bool = False


class Tool(NamedTuple):
    """One tool: `answer` gets the corpus and the parameters, checked."""

    name: str
    summary: str
    parameters: tuple[Parameter, ...]
    answer: Callable[[Corpus, Mapping[str, Any]], Answer]

    def definition(self) -> dict[str, Any]:
        """Return the tool as `tools/list` tells of it."""
        kinds = {str: "string", int: "integer"}
        schema: dict[str, Any] = {
            "type": "object",
            "properties": {each.name: {"type": kinds[each.kind], "description": each.help} for each in self.parameters},
            "additionalProperties": False,
        }
        if required := [each.name for each in self.parameters if each.required]:
            schema["required"] = required
        return {
            "name": self.name,
            "description": self.summary,
            "inputSchema": schema,
            "annotations": {"readOnlyHint": True, "openWorldHint": False},
        }

    def checked(self, given: Any) -> dict[str, Any]:
        """Return the parameters as given; raises UsageError for one that is unknown, missing or of another kind."""
        if not isinstance(given, dict):
            raise UsageError("arguments are an object")
        known = {each.name: each for each in self.parameters}
        for name, value in given.items():
            if name not in known:
                raise UsageError(f"{self.name} has no parameter {name!r}", f"it has {', '.join(known)}")
            if type(value) is not known[name].kind:
                raise UsageError(f"{name} is {'a number' if known[name].kind is int else 'a text'}, not {value!r}")
        for each in self.parameters:
            if each.required and not given.get(each.name):
                raise UsageError(f"{self.name} needs {each.name}: {each.help}")
        return given


def _search(corpus: Corpus, given: Mapping[str, Any]) -> Answer:
    start, limit = _page(given)
    filters = _filters(given)._replace(offset=start, limit=limit + 1)
    fields = ("id", "title", "date", "url", "score", "snippet")
    found = list(corpus.search(given["query"], filters, fields))
    records = [_only(each, fields) | {"matches": _matches(corpus, given["query"], each.id)} for each in found[:limit]]
    return _paged(records, start, limit, len(found) > limit)


def _matches(corpus: Corpus, query: str, id_: str) -> list[Answer]:
    """Return the first lines of a document that hold a word of the query, with their places."""
    words = [word.strip('"*').strip() for word in _WORD.findall(query) if word[0] != "-" and ":" not in word]
    words = [word for word in words if word]
    if not words:
        return []
    request = GrepRequest(tuple(words), fixed=True, case="ignore", only=(id_,), max_count=3)
    return [_only(hit, ("line", "text", "char_start", "char_end")) for hit in islice(corpus.grep(request), 3)]


def _show(corpus: Corpus, given: Mapping[str, Any]) -> Answer:
    usual, most = _CHARACTERS
    start, limit = _page(given, usual, most)
    record = next(iter(corpus.show([given["id"]])))
    end = min(start + limit, len(record.body))
    fields = ("id", "path", "title", "date", "date_source", "url", "ministers", "portfolios")
    told = _only(record, fields) | {"length": len(record.body), "char_start": start, "char_end": end}
    told["text"] = record.body[start:end]
    return told | ({"next_cursor": str(end)} if end < len(record.body) else {})


def _who(corpus: Corpus, given: Mapping[str, Any]) -> Answer:
    start, limit = _page(given)
    filters, name = _filters(given), given.get("name")
    request = PeopleRequest(name=name, role=given.get("role"), on=given.get("on"), offset=start, limit=limit + 1)
    fields = ["person", "person_id", "roles", "documents", "document_ids", "mentions", "first", "last"]
    if request.role is not None:
        fields += ["evidence", "evidence_id", "evidence_date"]
        found: list[Any] = list(corpus.holders(request, filters))
    elif name is not None:
        fields += ["variants", "with_"]
        found = list(corpus.profile(request, filters))
    else:
        found = list(corpus.people(request, filters, fields))
    most = _LISTED[name is not None or request.role is not None]
    records = [_person(each, fields, most) for each in found[:limit]]
    if name is not None and request.role is None:
        for record in records:
            seen = corpus.mentions(PeopleRequest(name=record["person_id"], limit=5), filters)
            record["mentioned"] = [_only(each, ("id", "text", "char_start", "char_end")) for each in seen]
    return _paged(records, start, limit, len(found) > limit)


def _person(record: Any, fields: Iterable[str], most: int) -> Answer:
    told = _only(record, fields)
    for name in ("document_ids", "roles", "variants", "with"):
        if name in told:
            told[name] = told[name][:most]
    told["roles"] = [role | {"document_ids": role["document_ids"][:most]} for role in told["roles"]]
    return told


def _quotes(corpus: Corpus, given: Mapping[str, Any]) -> Answer:
    start, limit = _page(given)
    speaker = given.get("speaker")
    request = QuotesRequest(name=speaker, unnamed=speaker is None, offset=start, limit=limit + 1)
    fields = (
        "id",
        "date",
        "title",
        "speaker",
        "role",
        "speaker_text",
        "kind",
        "text",
        "char_start",
        "char_end",
        "score",
    )
    found = list(corpus.quotes(request, _filters(given), fields))
    return _paged([_only(each, fields) for each in found[:limit]], start, limit, len(found) > limit)


def _timeline(corpus: Corpus, given: Mapping[str, Any]) -> Answer:
    start, limit = _page(given)
    request = TimelineRequest(start=given.get("from"), end=given.get("to"), offset=start, limit=limit + 1)
    fields = ("id", "title", "kind", "start", "end", "text", "sentence", "rule", "char_start", "char_end")
    found = list(corpus.timeline(request, _filters(given), fields))
    return _paged([_only(each, fields) for each in found[:limit]], start, limit, len(found) > limit)


def _filters(given: Mapping[str, Any]) -> Filters:
    about, person = given.get("about"), given.get("person")
    return Filters(
        since=given.get("since"),
        until=given.get("until"),
        person=(person,) if person else (),
        about=(about,) if about else (),
    )


def _page(given: Mapping[str, Any], usual: int = 10, most: int = _MOST) -> tuple[int, int]:
    """Return where the answer starts and how much it holds at most."""
    cursor, limit = given.get("cursor", "0"), given.get("limit", usual)
    if not (cursor.isascii() and cursor.isdecimal() and len(cursor) < 19):
        raise UsageError(
            f"no answer gave the cursor {cursor!r}", "leave it out, or give next_cursor of the last answer"
        )
    if not 1 <= limit <= most:
        raise UsageError(f"limit is 1 to {most:,}, not {limit}")
    return int(cursor), limit


def _paged(records: list[Answer], start: int, limit: int, more: bool) -> Answer:
    return {"results": records} | ({"next_cursor": str(start + limit)} if more else {})


def _only(record: Any, fields: Iterable[str]) -> Answer:
    return {field.rstrip("_"): plain(getattr(record, field)) for field in fields}


_SPAN = (Parameter("since", "published on this date or later: 2018, 2018-02-13"), Parameter("until", "or earlier"))
_ABOUT = Parameter("about", "regular expression that the text or sentence has")
_PERSON = Parameter("person", "that name this person")
_PAGES = (Parameter("limit", "1 to 50; 10", int), Parameter("cursor", "next_cursor of the last answer"))

TOOLS = {
    tool.name: tool
    for tool in (
        Tool(
            "search",
            "Documents by relevance: best passage, first matching lines with offsets.",
            (
                Parameter("query", 'words, all needed; "a phrase", -without, begin*', required=True),
                _PERSON,
                *_SPAN,
                *_PAGES,
            ),
            _search,
        ),
        Tool(
            "show",
            "A document's metadata and text. All offsets elsewhere count characters of this text.",
            (
                Parameter("id", "id, as other tools give it", required=True),
                Parameter("limit", "characters, 1 to 20000; 4000", int),
                Parameter("cursor", "character to start from"),
            ),
            _show,
        ),
        Tool(
            "who",
            "People: roles, documents, dates. With name one person, with role who holds an office, and the sentence "
            "that says so.",
            (
                Parameter("name", "words of a name"),
                Parameter("role", "office, such as foreign minister"),
                Parameter("on", "with role: who held it then"),
                *_SPAN,
                *_PAGES,
            ),
            _who,
        ),
        Tool(
            "quotes",
            "Who said what: the words, their speaker (null if unknown) and their place.",
            (Parameter("speaker", "words of a name"), _ABOUT, *_SPAN, *_PAGES),
            _quotes,
        ),
        Tool(
            "timeline",
            "Publications and dates that texts speak of, in order, each with its sentence.",
            (
                Parameter("from", "events from this date on"),
                Parameter("to", "events to this date"),
                _ABOUT,
                _PERSON,
                *_PAGES,
            ),
            _timeline,
        ),
    )
}
