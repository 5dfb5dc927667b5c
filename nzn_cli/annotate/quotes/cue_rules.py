"""Whether a word that may be a cue is one where it stands: "the report says", not "the claims"; a table with examples.

The first row whose test holds decides. A row's example is a text with the words that are cues in it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from nzn_cli.annotate.quotes.cues import Cue
from nzn_cli.annotate.rule_table import Rule, RuleTable, always

_BACK = 24  # characters before a cue that say what it is
_NOUN_BEFORE = re.compile(
    r"(?:\b(?i:the|a|an|this|that|these|those|his|her|its|their|our|my|your|some|any|no|of|for|in|on|with|by|from|to|and|or"
    r"|new|other|such|more|many|same|own|latest|recent)|['’]s?)\s+\Z"
)
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are|get|got)\s+(?:\w+ly\s+|also\s+|not\s+)?\Z")
_PLAIN_FORM = re.compile(
    r"(?:\b(?:they|we|I|you|who|would|will|could|should|can|may|might|must|did|does|do|not|also|often|still|people|police"
    r"|to|and [A-Z]\w+|\w+n['’]t|(?!(?:this|his|its|is|was|has|as|us|thus|yes)\b)\w*[a-z]s)|['’](?:ll|d))"
    r"\s+(?:\w+ly\s+)?\Z"
)


def is_cue(cue: Cue, text: str, low: int) -> bool:
    """Say whether a cue word is the verb of a subject; `low` is where what may be its subject begins."""
    return cue.form == "ing" or _is_cue(cue.form, text[max(low, cue.start - _BACK) : cue.start])


@lru_cache(8192)
def _is_cue(form: str, before: str) -> bool:
    return bool(CUES.match(form, before))


def _is_plain(form: str, before: str) -> bool:
    return form == "base" and _PLAIN_FORM.search(before) is None


def _is_noun(form: str, before: str) -> bool:
    return form == "s" and _NOUN_BEFORE.search(before) is not None


def _is_passive(form: str, before: str) -> bool:
    return form == "past" and _PASSIVE.search(before) is not None


CUES: RuleTable[[str, str], bool] = RuleTable(
    "whether a word is a cue",
    Rule("plain-form", _is_plain, False, ("The Hale campaign was glad, and officials say it won.", ["say"])),
    Rule("noun", _is_noun, False, ("Ann Hale says the claims of the union are old.", ["says"])),
    Rule("passive", _is_passive, False, ("The plan was called off, Ann Hale said.", ["said"])),
    Rule("verb", always, True, ("Ann Hale warned that it was late.", ["warned"])),
)
