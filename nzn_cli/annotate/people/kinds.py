"""What a word may be to a name: kinds, of which a word has one, and marks, bits of which it may have several."""

from __future__ import annotations

KNOWN, UNKNOWN, AMBIGUOUS, BOTH, INITIAL, PARTICLE, GENERATION = "N", "U", "A", "B", "I", "P", "J"
NAMEABLE = frozenset((KNOWN, UNKNOWN, AMBIGUOUS, BOTH, INITIAL, PARTICLE, GENERATION))

HONORIFIC, TITLE, SUFFIX, TIME, ORGANISATION, GEOGRAPHY = "H", "R", "S", "T", "O", "G"
DEMONYM, COUNTRY, LEAD, COMMON, ACRONYM = "D", "C", "L", "W", "Q"

GIVEN = 1  # a given name of the lists
SURNAME = 2
LOWER = 4  # stands in lower case within sentences
PLACE = 8
HYPHEN = 16
EITHER = 32  # a given name or surname, though its kind says something else
FREQUENT = 64  # a surname of the short list
