"""Words for a role that are verbs where they stand: "voters judge", "will coach". Knows words, no names."""

from __future__ import annotations

from collections.abc import Sequence

from nzn_cli.annotate.people import people_lexicon

_MODALS = frozenset(("will", "would", "shall", "should", "can", "could", "may", "might", "must", "cannot"))
_BETWEEN = frozenset(("not", "never", "also", "then"))
_SUBJECTS = frozenset(("they", "we", "you", "i", "who", "people", "men", "women", "children", "both", "all"))
_GIVES = frozenset(("according", "thanks", "due"))  # before "to" they ask for a noun


def is_verb(word: str, before: Sequence[str]) -> bool:
    """Say whether a word for a role is what a subject does, by the words before it, which are in small letters."""
    if not word.islower() or not before:
        return False
    at = len(before) - (2 if before[-1] in _BETWEEN and len(before) > 1 else 1)
    near = before[at]
    if near in _MODALS or near.endswith(("n't", "n’t")):
        return True
    if word not in people_lexicon.words_of("verb-too"):
        return False
    if near == "to":
        return at == 0 or before[at - 1] not in _GIVES
    return near in _SUBJECTS or _is_plural(near)


def _is_plural(word: str) -> bool:
    """Say whether a word is a noun of several, "voters", and no verb, "joins"."""
    base, common = word.removesuffix("s"), people_lexicon.lists().common
    if base == word or base.endswith(("s", "u", "i")) or base not in common:
        return False
    return base + "ing" not in common and base.removesuffix("e") + "ing" not in common
