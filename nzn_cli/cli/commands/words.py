"""`nzn words`: frequencies, neighbours, keywords, runs of words and trends."""

from __future__ import annotations

import re

from nzn_cli.cli.emit import emit
from nzn_cli.cli.session import Session
from nzn_cli.errors import UsageError
from nzn_cli.model.settings import Filters, WordsRequest

_WINDOW, _NGRAMS = re.compile(r"(\d{1,3}),(\d{1,3})"), re.compile(r"(\d)(?:\.\.(\d))?")
_ONE_OF = ("near", "versus", "by")
_FEW = 3  # occurrences below which a measure of association says nothing


def run(session: Session) -> int:
    """Answer with words, their neighbours, keywords, or words over time."""
    line = session.line
    typed = [word for word in line.many("query") if not word.startswith("@")]
    session.line = line.replaced("query", tuple(word for word in line.many("query") if word.startswith("@")))
    session.expand("query")
    line, corpus = session.line, session.corpus
    asked = [name for name in _ONE_OF if line.has(name)]
    if len(asked) > 1:
        raise UsageError(f"--{asked[0]} and --{asked[1]} exclude one another", "choose one")
    request, filters = _request(session, tuple(typed)), session.filters()
    if line.has("near"):
        return emit(session, "words-near", lambda _: corpus.collocates(request, filters))
    if line.has("versus"):
        others = _others(session, str(line.text("versus")))
        return emit(session, "words-versus", lambda _: corpus.keywords(others, request, filters))
    by = line.text("by")
    if by:
        answer = "words-spark" if line.flag("spark") else "words-by"
        return emit(session, answer, lambda _: corpus.word_trends(by, request, filters))
    return emit(session, "words", lambda _: corpus.words(request, filters))


def _request(session: Session, typed: tuple[str, ...]) -> WordsRequest:
    line = session.line
    least = line.number("min")
    return WordsRequest(
        words=typed,
        near=line.text("near"),
        window=_numbers(line.text("window") or "5,5", _WINDOW, "--window", "5,5"),
        ngrams=_numbers(line.text("ngrams") or "1", _NGRAMS, "--ngrams", "2..4"),
        least=least if least is not None else _FEW if line.has("near") or line.has("versus") else 1,
    )


def _numbers(typed: str, pattern: re.Pattern[str], flag: str, example: str) -> tuple[int, int]:
    found = pattern.fullmatch(typed)
    first, last = (int(found[1]), int(found[2] or found[1])) if found and typed.isascii() else (0, 0)
    if not found or (flag == "--ngrams" and not 0 < first <= last) or first + last == 0:
        raise UsageError(f"{flag} takes {example}, not {typed!r}", f"for example {flag} {example}")
    return first, last


def _others(session: Session, options: str) -> Filters:
    """Return which documents are compared with: those of a saved query or of other options."""
    import shlex

    try:
        words = shlex.split(options)
    except ValueError as error:
        raise UsageError(f"--versus cannot be read: {error}", "--versus '--year 2019'") from None
    other = session.beside(words)
    other.expand("query")
    return other.filters()._replace(sort=None, limit=None, offset=0)
