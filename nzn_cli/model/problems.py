"""What can be wrong with a document: every code once, with its sentence and what to do about it.

Reading uses the codes of one document, `check` also those that only the whole corpus shows. Standard library only.
"""

from __future__ import annotations

from nzn_cli.model.documents import Problem

# code -> (message, hint); {words} are filled in by `problem`
CODES: dict[str, tuple[str, str | None]] = {
    # bytes
    "unreadable": (
        "the file cannot be read: {reason}",
        "give yourself the right to read it, or leave it out with .ignore",
    ),
    "not-extracted": (
        "nzn failed at its {kind}, which may be missing: {error}",
        "tell the makers of nzn, with the document",
    ),
    "too-much-work": (
        "its {kind} are those of the first {at} characters: the rest asks for more work than one document is given",
        "split the document, or leave it out with .ignore",
    ),
    "not-utf8": ("the text is not UTF-8; it was read as {encoding}", "save the file as UTF-8"),
    "bad-bytes": ("{count} bytes are no text in {encoding}", "save the file as UTF-8"),
    "cut": ("its {kind} is that of the first {at}", "split the file, or leave it out with .ignore"),
    "format-missing": ("{kind} cannot be read here: {package} is missing", "pip install {package}"),
    "encrypted": ("the file is locked with a password", "save it without one, or leave it out with .ignore"),
    "scanned": ("{pages} without text: scanned", "let a program for scanned pages (OCR) write the text into it"),
    "format-broken": ("it cannot be read as {kind}: {reason}", "save it again with the program that made it"),
    "empty": ("the file is empty", "write something into it, or leave it out with .ignore"),
    # front matter
    "front-matter-unclosed": ("front matter starts with {fence} and never ends", "close it with a line of {fence}"),
    "front-matter-invalid": ("front matter is no valid {kind}: {reason}", "{advice}"),
    "front-matter-not-mapping": ("front matter is {shape}, not `key: value` lines", "write one `key: value` a line"),
    "front-matter-too-large": (
        "front matter is too large: {reason}",
        "keep what describes the document, and move the rest",
    ),
    "duplicate-key": ("key {key} is given twice; the last one counts", "remove one of the two lines"),
    "odd-key": ("a key that is no single word or text was left out", "write the key as plain text"),
    # values
    "date-unreadable": ("{key}: {value} is no date that can be read", "write it as 2018-09-12"),
    "date-impossible": ("{key}: {value} is no day of the calendar", "write it as 2018-09-12"),
    "date-ambiguous": (
        "{key}: {value} is read as {read}, but could be {other}",
        "write it as {read}, or set day_first or month_first under [dates] in .nzn.toml",
    ),
    "date-not-as-named": ("the date is {date}, but the file name says {named}", "correct the one that is wrong"),
    # what only `check` says
    "undated": ("no date in metadata, text or file name", 'add `date:`, or [documents."{stem}"] date = … in .nzn.toml'),
    "untitled": ("no title in metadata or text", "add `title:`"),
    "date-future": ("the date {date} is still to come", "correct the date"),
    "duplicate-url": ("{url} is also the URL of {other}", "remove one of the two, or correct the URL"),
    "duplicate-text": ("the text is the same as that of {other}", "remove one of the two"),
    "lone-spelling": ("{name} is spelt so in this document alone; elsewhere it is {other}", "check the spelling"),
    "same-name": ("{name} may be two people", "say so under [people.not_same] in .nzn.toml"),
    "unreadable-folder": (
        "the folder cannot be read: {reason}",
        "give yourself the right to read it, or leave it out with .ignore",
    ),
    "config-unmatched": ('[documents."{pattern}"] names no document', "correct the pattern in .nzn.toml"),
}


def problem(code: str, line: int | None = None, **words: object) -> Problem:
    """Return the problem `code`, with `words` put into its message and hint; `line` counts from 1."""
    message, hint = CODES[code]
    return Problem(code, line, message.format(**words), hint and hint.format(**words))
