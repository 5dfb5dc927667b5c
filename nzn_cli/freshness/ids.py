"""The ids that people type: a short unique stem, else a hash of the path. Pure: needs all paths at once."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence

LONGEST_STEM = 24
HASH_DIGITS = 8


def assign_ids(paths: Sequence[tuple[str, str]]) -> list[str]:
    """Return one id a document for `paths`, pairs of (folder's absolute path, path in it), in the same order.

    An id depends on the set of paths alone, never on their order: colliding hashes all grow, and give way to stems.
    """
    stems = [_stem(path) for _, path in paths]
    shared = Counter(stems)
    ids = [stem if _typeable(stem) and shared[stem] == 1 else None for stem in stems]
    taken = {stem for stem in ids if stem is not None}
    hashed = [place for place, name in enumerate(ids) if name is None]
    repeated = Counter(paths[place][1] for place in hashed)
    digests = {place: _digest(*paths[place], repeated[paths[place][1]] > 1) for place in hashed}
    for place, name in _shortest(digests, taken).items():
        ids[place] = name
    return [name or "" for name in ids]


def _stem(path: str) -> str:
    return os.path.splitext(path.rpartition("/")[2])[0]


def _typeable(stem: str) -> bool:
    return 0 < len(stem) <= LONGEST_STEM and stem.isprintable()


def _digest(folder: str, path: str, several: bool) -> str:
    from hashlib import sha256

    text = f"{folder}\0{path}" if several else path
    return sha256(os.fsencode(text)).hexdigest()


def _shortest(digests: dict[int, str], taken: set[str]) -> dict[int, str]:
    """Return for each place the shortest prefix (from 8 digits) that nothing else has."""
    found: dict[int, str] = {}
    waiting, length = list(digests), HASH_DIGITS
    while waiting:
        often = Counter(digests[place][:length] for place in waiting)
        clashing = [
            p for p in waiting if length < 64 and (often[digests[p][:length]] > 1 or digests[p][:length] in taken)
        ]
        held = set(clashing)
        found.update((place, digests[place][:length]) for place in waiting if place not in held)
        waiting, length = clashing, length + 1
    return found
