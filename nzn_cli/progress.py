"""How long work tells of itself: a listener that is called with counts. The silent one is the default."""

from __future__ import annotations

from typing import Protocol


class Listener(Protocol):
    """Hears of one long piece of work at a time, always from the process that the user started."""

    def start(self, what: str, total: int) -> None:
        """Work named `what` ("reading", "people", "dates") begins on `total` documents."""

    def advance(self, done: int) -> None:
        """`done` more documents are finished."""

    def finish(self) -> None:
        """The work ended, well or not."""


class Silent:
    """The listener that says nothing."""

    def start(self, what: str, total: int) -> None:
        """Say nothing."""

    def advance(self, done: int) -> None:
        """Say nothing."""

    def finish(self) -> None:
        """Say nothing."""
