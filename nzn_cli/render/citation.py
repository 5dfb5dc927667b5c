"""Citations: a line to paste for each record, with the sentence that it is about and where that stands."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from nzn_cli.render.safe import one_line

Source = Callable[[str], Any]  # the document of an id


def citations(records: Iterable[Any], source: Source | None = None) -> Iterator[str]:
    """Yield “the sentence” author, “title”, date, page, address: as far as they are known, each once in a row.

    `source` finds the document of a record that does not have all of that itself.
    """
    last = ""
    for record in records:
        document = source(record.id) if source and not hasattr(record, "ministers") else record
        line = " ".join(filter(None, (_words(record), _source(record, document)))) + "\n"
        if line != last:
            yield line
        last = line


def _words(record: Any) -> str:
    """The sentence, or the words that somebody is quoted with."""
    speaker = getattr(record, "speaker", None)
    text = getattr(record, "text", None) if speaker else getattr(record, "sentence", None)
    if text is None and hasattr(record, "match"):
        text = _sentence(record)
    if not text:
        return ""
    words = one_line(str(text)).strip("“”\"' ")
    return f"“{words}”" + (f" ({one_line(speaker)})" if speaker else "")


def _sentence(hit: Any) -> str:
    """The sentence of a line that holds a match; of a concordance its line."""
    from nzn_cli.text.sentences import sentence_at

    if hasattr(hit, "left"):
        return f"{hit.left}{hit.match}{hit.right}"
    if hit.column is None:
        return str(hit.text)
    start = hit.column - 1
    first, last = sentence_at(hit.text, start, start + len(hit.match))
    return str(hit.text[first:last])


def _source(record: Any, document: Any) -> str:
    title = getattr(document, "title", None)
    page = getattr(record, "page", None)
    parts = [
        ", ".join(map(one_line, getattr(document, "ministers", ()))),
        f"“{one_line(title)}”" if title else one_line(record.id),
        written_date(getattr(document, "date", None)),
        f"p. {page}" if page else "",
        one_line(str(getattr(document, "url", None) or getattr(document, "path", None) or "")),
    ]
    return ", ".join(part for part in parts if part)


def written_date(date: str | None) -> str:
    """Return an ISO date as people write it, as precise as it is: 4 April 2024, April 2024, 2024; "undated"."""
    if not date:
        return "undated"
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    if not month.isdecimal() or not 0 < int(month) < 13:
        return one_line(date)
    return " ".join(filter(None, (day[:2].lstrip("0"), month_name[int(month)], year)))
