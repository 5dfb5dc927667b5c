"""What a TAB is asked and what it offers, and the candidates that no corpus decides. Standard library only."""

from __future__ import annotations

from nzn_cli.cli.verbs import ACTIONS, CLUSTER_ACTIONS, SHELLS, SHOWN, TOPICS, Verb
from nzn_cli.model.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nzn_cli.query.completion import StoredValues

    Queries = Callable[[list[str]], Mapping[str, tuple[str, ...]]]

MOST = 300  # candidates that are worth showing


class Typed(NamedTuple):
    """A command line up to the cursor: the words before, the word under it, as meant and as it stands."""

    before: tuple[str, ...]
    current: str
    raw: str = ""
    quote: str = ""  # the quote that is open: ', " or none


class Offer(NamedTuple):
    """One candidate, and what a shell may show beside it."""

    value: str
    description: str = ""


class Offers(NamedTuple):
    """The candidates, and how the shell is to treat them: values, nospace, files or dirs."""

    kind: str
    offers: tuple[Offer, ...] = ()


class Request(NamedTuple):
    """The command line up to the cursor, and whom to ask: `stored()`, the stored index, and `queries(dirs)`."""

    verb: Verb | None
    words: tuple[str, ...]  # before the current one
    current: str
    dirs: list[str]
    stored: Callable[[], StoredValues]
    queries: Queries


STATIC: dict[str, tuple[str, ...]] = {
    "shell": SHELLS,
    "action": ACTIONS,
    "cluster": CLUSTER_ACTIONS,
    "topic": (*TOPICS, *(verb.name for verb in SHOWN)),
}
