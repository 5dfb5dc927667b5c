"""Word statistics: what the texts say how often, beside what, more than others, and when. Reads texts, knows no list.

What is counted is of the documents that filters let through; no window and no run of words crosses a document.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from nzn_cli.errors import UsageError
from nzn_cli.model.answers import CollocateRecord, KeywordRecord, TrendPoint, TrendRecord, WordRecord
from nzn_cli.model.settings import Filters, GrepRequest, WordsRequest
from nzn_cli.query.about import may_hold
from nzn_cli.query.answer import Answer, limited
from nzn_cli.query.counts import SPANS
from nzn_cli.query.filters import needs, where
from nzn_cli.query.grep_patterns import patterns
from nzn_cli.query.order import sort_keys, sorted_by
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View
from nzn_cli.query.word_counts import (
    corpus_frequencies,
    counts_by_document,
    documents_of,
    words_in,
    words_near,
)
from nzn_cli.query.word_statistics import (
    dispersion,
    keyness,
    log_dice,
    log_likelihood,
    log_ratio,
    mutual_information,
    t_score,
)

_SPARKS = "▁▂▃▄▅▆▇█"
_MILLION = 1_000_000


def words_needs(request: WordsRequest, filters: Filters) -> frozenset[str]:
    """Return what the index must hold for an answer."""
    by_index = request.near is not None and filters == Filters(limit=filters.limit, offset=filters.offset)
    return needs(filters) | {"surface"} | ({"search"} if by_index else frozenset())


def words(request: WordsRequest, filters: Filters, view: View) -> Answer[WordRecord]:
    """Return how often each word, or each run of so many words, stands in the documents, the commonest first."""
    lengths: dict[int, int] = {}
    held: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)  # word -> (frequency, length) of its documents
    for doc, length, counted in counts_by_document(where(filters, view), view, _sizes(request)):
        lengths[doc] = length
        for word in _wanted(request, counted):
            held[word].append((counted[word], length))
    total = sum(lengths.values())
    records = []
    for word, parts in held.items():
        frequency = sum(seen for seen, _ in parts)
        if frequency >= request.least:
            records.append(WordRecord(word, frequency, len(parts), round(dispersion(parts, frequency, total), 6)))
    records.sort(key=lambda record: (-record.frequency, record.word))
    return _ordered(records, request, filters)


def collocates(request: WordsRequest, filters: Filters, view: View) -> Answer[CollocateRecord]:
    """Return the words near matches of `request.near`, those that belong most to them (logDice) first.

    Raises UsageError for a pattern that is no regular expression and a window that is none.
    """
    [pattern] = patterns(GrepRequest((request.near or "",)))
    found = where(filters, view)
    everything = found.everything
    docs, held = documents_of(found, view), may_hold([pattern], view)
    near = words_near(pattern, request.window, [doc for doc in docs if held is None or doc in held], view)
    joint = {word: number for word, number in near.joint.items() if number >= request.least}
    if everything:
        frequencies, total = corpus_frequencies(list(joint), request.least, view)
    else:
        frequencies, total = _frequencies(joint, found, view)
    records = []
    for word, number in joint.items():
        own = max(frequencies.get(word, 0), number)
        node = max(near.matches, 1)
        cells = (number, node, own, max(total, node + own))
        records.append(
            CollocateRecord(
                word,
                number,
                own,
                near.documents[word],
                round(log_dice(number, node, own), 6),
                round(log_likelihood(min(number, node), *cells[1:]), 6),
                round(mutual_information(*cells), 6),
                round(t_score(*cells), 6),
            )
        )
    records.sort(key=lambda record: (-record.log_dice, -record.joint, record.word))
    return _ordered(records, request, filters)


def keywords(request: WordsRequest, filters: Filters, others: Filters, view: View) -> Answer[KeywordRecord]:
    """Return the words that the documents have more of than `others`, the surest (G²) first, then those with less."""
    sizes = _sizes(request)
    (own, total), (other, other_total) = (_counted(asked, view, sizes) for asked in (filters, others))
    if not total or not other_total:
        return Answer(())
    records = []
    for word in _wanted(request, own | other):
        cells = (own[word], other[word], total, other_total)
        if own[word] + other[word] >= request.least:
            records.append(
                KeywordRecord(
                    word,
                    own[word],
                    other[word],
                    round(own[word] * _MILLION / total, 3),
                    round(other[word] * _MILLION / other_total, 3),
                    round(keyness(*cells), 6),
                    round(log_ratio(*cells), 6),
                )
            )
    records.sort(key=lambda record: (-record.g2 if record.log_ratio > 0 else record.g2, record.word))
    records.sort(key=lambda record: record.log_ratio <= 0)
    return _ordered(records, request, filters)


def trends(by: str, request: WordsRequest, filters: Filters, view: View) -> Answer[TrendRecord]:
    """Return how often each word stands in the documents of each year or month, the commonest first.

    The undated are left out; a document that is no more precise than a year is of no month.
    """
    if by not in ("year", "month"):
        raise UsageError(f"cannot count words by {by!r}", "by year or month")
    found = where(filters, view)
    length = {"year": 4, "month": 7}[by]
    spans = dict(view.store.rows(f"SELECT d.doc, {SPANS[by]} FROM {found.table} d WHERE {found.sql}", found.params))
    lengths: Counter[str] = Counter()
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    documents: Counter[str] = Counter()
    for doc, number, counted in counts_by_document(found, view, _sizes(request)):
        span = spans.get(doc)
        if span is None or len(span) != length:
            continue
        lengths[span] += number
        for word in _wanted(request, counted):
            counts[word][span] += counted[word]
            documents[word] += 1
    periods = sorted(lengths)
    records = []
    for word, seen in counts.items():
        if seen.total() >= request.least:
            points = [TrendPoint(each, seen[each], round(seen[each] * _MILLION / lengths[each], 3)) for each in periods]
            drawn = spark([point.per_million for point in points])
            records.append(TrendRecord(word, seen.total(), documents[word], points, drawn))
    records.sort(key=lambda record: (-record.frequency, record.word))
    return _ordered(records, request, filters)


def spark(values: Sequence[float]) -> str:
    """Return values as a row of blocks, the tallest of which is the most; nothing at all is a blank."""
    most = max(values, default=0) or 1
    return "".join(" " if not value else _SPARKS[min(7, int(value / most * 7.999))] for value in values)


def _sizes(request: WordsRequest) -> tuple[int, ...]:
    first, last = request.ngrams
    return tuple(range(first, last + 1))


def _wanted(request: WordsRequest, counted: Iterable[str]) -> Iterable[str]:
    """What of the words counted was asked for."""
    if not request.words:
        return counted
    asked = {" ".join(words_in(word)) for word in request.words}
    return [word for word in counted if word in asked]


def _counted(filters: Filters, view: View, sizes: Sequence[int]) -> tuple[Counter[str], int]:
    counts, total = Counter[str](), 0
    for _, length, counted in counts_by_document(where(filters, view), view, sizes):
        counts.update(counted)
        total += length
    return counts, total


def _frequencies(wanted: Iterable[str], found: Where, view: View) -> tuple[dict[str, int], int]:
    """How often words stand in a selection, and how many words it has."""
    asked, counts, total = set(wanted), Counter[str](), 0
    for _, length, counted in counts_by_document(found, view):
        total += length
        counts.update({word: counted[word] for word in asked & counted.keys()})
    return counts, total


def _ordered(records: Sequence[Any], request: WordsRequest, filters: Filters) -> Answer[Any]:
    fields = type(records[0])._fields if records else ()
    keys = sort_keys(filters.sort, fields, "words") if records else []
    return limited(sorted_by(keys, records) if keys else records, filters.limit, filters.offset)
