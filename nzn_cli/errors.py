"""The errors that nzn ends with: each carries its one sentence, a hint and its exit code. Standard library only."""

from __future__ import annotations

FOUND = 0
NOTHING = 1
USAGE = 2
PARTIAL = 3
FAULT = 70
INTERRUPTED = 130


class NznError(Exception):
    """A request that cannot be answered: `message` is one sentence, `hint` says what would have been right."""

    code = USAGE
    of_corpus = False  # True where other documents might answer: the sentence is to name those that were asked

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(NznError):
    """A bad option, date, regular expression, query or id."""


class UnknownDocument(UsageError):
    """An id or a path of no document, or of several."""

    of_corpus = True


class FolderError(NznError):
    """A folder that is missing, is none, or cannot be read."""


class ConfigError(NznError):
    """A `.nzn.toml` that cannot be used: the message names file, line or key."""


class NothingFound(NznError):
    """Nothing answers the request, and there is something to say about it; `nearest` are names that would answer."""

    code = NOTHING

    def __init__(
        self, message: str, hint: str | None = None, nearest: tuple[str, ...] = (), *, of_corpus: bool = True
    ) -> None:
        super().__init__(message, hint)
        self.nearest = nearest
        self.of_corpus = of_corpus


class LinkingFault(NznError):
    """A fault of ours in joining the names of one kind across documents: it costs what is asked of that kind alone."""

    code = FAULT

    def __init__(self, kind: str, error: Exception | str) -> None:
        self.reason = error if isinstance(error, str) else " ".join(f"{type(error).__name__}: {error}".split())
        what = f"{kind} could not be joined across documents, so nothing asked of them has an answer"
        super().__init__(f"{what}: {self.reason}")
