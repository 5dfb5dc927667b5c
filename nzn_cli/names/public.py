"""The front of all that is known about names as such: their parts, their shape, and how they compare."""

from __future__ import annotations

from nzn_cli.names.name_matching import matches, name_words, nearest
from nzn_cli.names.name_parts import NameParts, parse_name, strip_honorifics
from nzn_cli.names.name_shape import is_person_shaped

__all__ = [
    "NameParts",
    "is_person_shaped",
    "matches",
    "name_words",
    "nearest",
    "parse_name",
    "strip_honorifics",
]
