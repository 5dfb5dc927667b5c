"""Saved queries: `@summit` stands for the words that `.nzn.toml` keeps under that name. More may stand beside it.

The words of a query may name other queries; each counts once, and what stands nearer to what was typed wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from nzn_cli.cli.command_line import CommandLine, nearest_name
from nzn_cli.cli.mistakes import misplaced
from nzn_cli.cli.verbs import Verb, verb_of
from nzn_cli.errors import UsageError
from nzn_cli.model.settings import Settings

Read = Callable[[Verb, list[str]], CommandLine]
Queries = Mapping[str, tuple[str, ...]]

# the folder is open, with its settings, before a query of its settings is read
_OF_THE_LINE = ("dir", "hidden", "no_ignore", "follow", "no_index")


def expanded(line: CommandLine, argument: str, settings: Settings, read: Read) -> CommandLine:
    """Return `given` with the options of the queries that its `argument` names; what was typed wins over one of theirs.

    `read` reads words as the command line of a command. Raises UsageError for a query that cannot be used.
    """
    known: dict[str, tuple[str, ...]] = {}
    for folder in settings.folders:
        known.update({f"@{name}": tuple(words) for name, words in folder.queries.items()})
    for query in _named(line, argument, known, read):
        line = line.joined(query)
    return line


def _named(line: CommandLine, argument: str, known: Queries, read: Read) -> Iterator[CommandLine]:
    """Yield what each query says that is named, directly or by another: before those that it names itself."""
    seen: set[str] = set()
    path = [("", iter(line.many(argument)))]  # the queries that led here, and what each still names
    while path:
        name = next(path[-1][1], None)
        if name is None:
            path.pop()
            continue
        above = [query for query, _ in path]
        if name in above:
            round_ = [*above[above.index(name) :], name]
            raise UsageError(
                f"the saved query {name} names itself" + (f": {', '.join(round_)}" if len(round_) > 2 else ""),
                "take one of the names out of [queries] in .nzn.toml",
            )
        if name not in seen:
            seen.add(name)
            query = _query(name, above[-1], line.verb, known, read)
            path.append((name, iter(query.many(argument))))
            yield query


def _query(name: str, by: str, verb: Verb, known: Queries, read: Read) -> CommandLine:
    """Return what the query `name` says, named by the query `by` or, where that is empty, by the command line."""
    try:
        words = _words(name, verb, known)
    except UsageError as error:
        raise _refused(by, error) if by else error from None
    first = words[0] if words else ""
    if first != verb.name and verb_of(first):
        raise UsageError(f"the saved query {name} is one of nzn {first}", f"nzn {first} {name}")
    try:
        said = read(verb, list(words[1:] if first == verb.name else words))
    except UsageError as error:
        raise _refused(name, error) from None
    _check(name, said)
    return said


def _check(name: str, said: CommandLine) -> None:
    for option in said.verb.options:
        if option.name in _OF_THE_LINE and said.has(option.name):
            flag = option.flags[0]
            raise UsageError(
                f"the saved query {name} holds {flag}, which only the command line may",
                f"nzn {said.verb.name} {name} {flag} {option.metavar}".rstrip(),
            )


def _refused(name: str, error: UsageError) -> UsageError:
    return UsageError(f"the saved query {name} cannot be used: {error.message}", error.hint)


def _words(name: str, verb: Verb, known: Queries) -> tuple[str, ...]:
    if not name.startswith("@"):
        raise misplaced(verb, [name])
    if name not in known:
        saved = f"saved are {', '.join(known)}" if known else "none is saved in .nzn.toml"
        raise UsageError(f"no query is saved as {name}", nearest_name(name, list(known)) or saved)
    return known[name]
