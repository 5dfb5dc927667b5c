"""Word lists that stand beside the code as data files: read once, on need. Knows nothing of what the words mean.

A file has comment lines (#), sections ([name]) and words between spaces; marks (? +) after a word are its reader's.
"""

from __future__ import annotations

import os
from functools import cache

_DATA = os.path.join(
    os.path.dirname(os.path.dirname(__file__)), "lexicons"
)  # importlib.resources costs 40 ms of start-up


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """Return the lines of `lexicons/NAME` by section, without comments and blanks; "" is what no section heads."""
    found: dict[str, list[str]] = {}
    section = ""
    with open(os.path.join(_DATA, name), encoding="utf-8") as file:
        lines = [line.strip() for line in file]
    for line in lines:
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif line and not line.startswith("#"):
            found.setdefault(section, []).append(line)
    return {key: tuple(found[key]) for key in found}


@cache
def words(name: str, section: str) -> frozenset[str]:
    """Return the words of one section of `lexicons/NAME`, marks included."""
    return frozenset(word for line in sections(name).get(section, ()) for word in line.split())


@cache
def marked(name: str, section: str, mark: str) -> frozenset[str]:
    """Return the words of one section that end in `mark`, without it; with an empty `mark` those without ? and +."""
    if mark:
        return frozenset(word[:-1] for word in words(name, section) if word.endswith(mark))
    return frozenset(word for word in words(name, section) if word[-1] not in "?+")


@cache
def words_by_use(name: str, section: str) -> dict[str, tuple[str, ...]]:
    """Return the words of a section of lines "USE USE: WORDS" by what they are used as, in their order."""
    found: dict[str, list[str]] = {}
    for line in sections(name)[section]:
        uses, _, listed = line.partition(":")
        for use in uses.split():
            found.setdefault(use, []).extend(listed.split())
    return {use: tuple(found[use]) for use in found}
