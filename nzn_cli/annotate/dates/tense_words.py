"""The words that say whether what is told is over or to come. Knows no grammar: `tense_rules` says where they count."""

from __future__ import annotations

from nzn_cli.text.wordlists import words

_FILE = "tense.txt"

# modals look ahead, so do "plans to" and "scheduled"
MODALS = words(_FILE, "modals")
AHEAD_VERBS = words(_FILE, "ahead-verbs")
PAST_WORDS = words(_FILE, "past-words")
NO_PARTICIPLES = words(_FILE, "no-participles")

DETERMINERS = words(_FILE, "determiners")
DONE = words(_FILE, "done")
PRESENT = words(_FILE, "present")
GOVERNORS = words(_FILE, "governors")
PUT_OFF = words(_FILE, "put-off")
AFTERMATH = words(_FILE, "aftermath")
HOPES = words(_FILE, "hopes")
WAITING = words(_FILE, "waiting")
EXTENDED = words(_FILE, "extended")
STRETCHES = words(_FILE, "stretches")
UNDONE = words(_FILE, "undone")
LASTED = words(_FILE, "lasted")
TRADED = words(_FILE, "traded")
PLACE = words(_FILE, "place")
PRESENT_ONLY = words(_FILE, "present-only")
PRESENT_VERBS = words(_FILE, "present-verbs")
SUBJECTS = words(_FILE, "subjects")
TO_BE = words(_FILE, "to-be")
WILL = words(_FILE, "will")
ENDS = words(_FILE, "ends")
THROUGH = words(_FILE, "through")
NEGATIVE = words(_FILE, "negative")
PERFECT = words(_FILE, "perfect")
ONSET = words(_FILE, "onset")
ANNOUNCED = words(_FILE, "announced")
HEARERS = words(_FILE, "hearers")
CONDITIONS = words(_FILE, "conditions")
AS_PLANNED = words(_FILE, "as-planned")
PROCLAIMED = words(_FILE, "proclaimed")
ASKED = words(_FILE, "asked")
LAPSES = words(_FILE, "lapses")
ISSUED = words(_FILE, "issued")
RESUMED = words(_FILE, "resumed")
MADE = words(_FILE, "made")
ARTICLES = words(_FILE, "articles")
JOINERS = words(_FILE, "joiners")
