"""What a `.nzn.toml` may say: every section and key, its type, and the field of Folder that it becomes.

Owner of tomllib for settings. Knows no command line and no environment; loaded only where there is a file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any, NoReturn, get_args

from nzn_cli.documents.metadata import DEPTH, deep_key
from nzn_cli.documents.small_files import small_file
from nzn_cli.errors import ConfigError
from nzn_cli.model.documents import KeyField
from nzn_cli.model.file_formats import TYPES

_SHOWN = 80  # letters of a value in a sentence


class _Place:
    """Where in which file a value stands, for the sentence of an error."""

    def __init__(self, file: str, *path: str) -> None:
        self.file = file
        self.path = path

    def at(self, key: str) -> _Place:
        return _Place(self.file, *self.path, key)

    def refuse(self, sentence: str, hint: str | None = None) -> NoReturn:
        where = ".".join(self.path)
        raise ConfigError(f"{self.file}: {where + ' ' if where else ''}{sentence}", hint)


def read_file(file: str) -> dict[str, Any]:
    """Return the fields of Folder that `file` states; raises ConfigError, which names file, line or key."""
    try:
        text = (small_file(file) or b"").decode("utf-8")
        if deep := deep_key(text):
            raise ConfigError(f"{file} is nested too deep (at line {deep})")
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file} is no valid TOML: {error}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{file} is not UTF-8", "save it as UTF-8") from None
    except RecursionError:
        raise ConfigError(f"{file} is nested too deep") from None
    except ValueError:
        raise ConfigError(f"{file} is no valid TOML: a number has too many digits") from None
    except OSError as error:
        raise ConfigError(f"{file} cannot be read: {error.strerror or 'error'}") from None
    return _sections(content, _Place(file))


def _sections(content: Mapping[str, Any], place: _Place) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    _known(content, SECTIONS, place)
    for name, section in content.items():
        here = place.at(name)
        fields |= SECTIONS[name](_table(section, here), here)
    return fields


def _known(table: Mapping[str, Any], names: Mapping[str, Any] | tuple[str, ...], place: _Place) -> None:
    for key in table:
        if key not in names:
            from difflib import get_close_matches

            near = get_close_matches(key, list(names), 1, 0.5)
            hint = f"did you mean {near[0]}?" if near else "known here: " + ", ".join(names)
            place.refuse(f"has the unknown key {key!r}" if place.path else f"has the unknown section {key!r}", hint)


def _table(value: Any, place: _Place) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        place.refuse("must be a table", f"write [{'.'.join(place.path)}]")
    return value


def _shown(value: Any) -> str:
    """A value in a sentence, cut where it is long."""
    try:
        text = repr(value)
    except ValueError:
        return "a number of so many digits"
    return text if len(text) <= _SHOWN else text[:_SHOWN] + " …"


def _flag(value: Any, place: _Place) -> bool:
    if not isinstance(value, bool):
        place.refuse(f"must be true or false, not {_shown(value)}")
    return value


def _words(value: Any, place: _Place) -> tuple[str, ...]:
    """A text, or a list of texts."""
    several = value if isinstance(value, list) else [value]
    if not all(isinstance(one, str) and one for one in several):
        place.refuse(f"must be a text or a list of texts, not {_shown(value)}")
    return tuple(several)


def _formats(value: Any, place: _Place) -> tuple[str, ...]:
    """Names of formats, or their endings."""
    names = _words(value, place)
    if unknown := [name for name in names if name.lower().removeprefix(".") not in TYPES]:
        place.refuse(f"names no format with {_shown(unknown[0])}", f"there are {', '.join(TYPES)}")
    return names


def _keys(section: Mapping[str, Any], place: _Place) -> dict[str, Any]:
    _known(section, get_args(KeyField), place)
    return {"keys": {key: _words(value, place.at(key)) for key, value in section.items()}}


_READERS: dict[str, dict[str, Callable[[Any, _Place], Any]]] = {
    "dates": {"day_first": _flag, "month_first": _words},
    "files": {
        "include": _words,
        "exclude": _words,
        "formats": _formats,
        "hidden": _flag,
        "no_ignore": _flag,
        "follow": _flag,
    },
}


def _simple(section: Mapping[str, Any], place: _Place) -> dict[str, Any]:
    """A section whose keys are fields of Folder by the same name."""
    readers = _READERS[place.path[-1]]
    _known(section, tuple(readers), place)
    return {key: readers[key](value, place.at(key)) for key, value in section.items()}


def _people(section: Mapping[str, Any], place: _Place) -> dict[str, Any]:
    _known(section, ("aliases", "not_same"), place)
    fields: dict[str, Any] = {}
    if "aliases" in section:
        here = place.at("aliases")
        table = _table(section["aliases"], here)
        fields["aliases"] = {name: _words(value, here.at(name)) for name, value in table.items()}
    if "not_same" in section:
        fields["not_same"] = _apart(section["not_same"], place.at("not_same"))
    return fields


def _what(section: Mapping[str, Any], place: _Place) -> dict[str, Any]:
    return {f"what_{name}": value for name, value in _people(section, place).items()}


def _apart(value: Any, place: _Place) -> tuple[tuple[str, ...], ...]:
    """Either a table (one name = those that are somebody else) or a list of lists of names."""
    if isinstance(value, dict):
        return tuple((name, other) for name, others in value.items() for other in _words(others, place.at(name)))
    if not isinstance(value, list) or not all(isinstance(names, list) and len(names) > 1 for names in value):
        place.refuse("must be a table or a list of lists of names", 'write "John Smith" = ["John A. Smith"] below it')
    return tuple(_words(names, place) for names in value)


def _documents(section: Mapping[str, Any], place: _Place) -> dict[str, Any]:
    facts = []
    for pattern, table in section.items():
        here = place.at(f'"{pattern}"')
        facts.append((pattern, {key: _fact(value, here.at(key)) for key, value in _table(table, here).items()}))
    return {"facts": tuple(facts)}


def _fact(value: Any, place: _Place, depth: int = 0) -> Any:
    """A TOML value as JSON has it; dates as they were written."""
    if depth > DEPTH:
        place.refuse("is nested too deep")
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, list):
        return [_fact(one, place, depth + 1) for one in value]
    if isinstance(value, dict):
        return {key: _fact(one, place.at(key), depth + 1) for key, one in value.items()}
    if isinstance(value, float) and value - value != 0:
        place.refuse(f"must be a finite number, not {value}")
    if isinstance(value, int) and value.bit_length() > 63:  # Python itself refuses to write one of 5,000 digits
        place.refuse("must be a number of 64 bits")
    return value


def _queries(section: Mapping[str, Any], place: _Place) -> dict[str, Any]:
    return {"queries": {name: _query(value, place.at(name)) for name, value in section.items()}}


def _query(value: Any, place: _Place) -> tuple[str, ...]:
    """The words of a saved command line; a text is split as a shell would."""
    if not isinstance(value, str):
        return _words(value, place)
    import shlex

    try:
        words = tuple(shlex.split(value))
    except ValueError as error:
        place.refuse(f"cannot be split into words: {str(error).lower()}")
    if not words:
        place.refuse("is empty")
    return words


SECTIONS: dict[str, Callable[[Mapping[str, Any], _Place], dict[str, Any]]] = {
    "keys": _keys,
    "dates": _simple,
    "files": _simple,
    "people": _people,
    "what": _what,
    "documents": _documents,
    "queries": _queries,
}
