"""The guard round all that reads a document: a fault costs what it struck, and the document has a warning that says so.

Nothing else catches what reading or an annotator raises. Knows neither what is read nor where it is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from nzn_cli.model.documents import Problem
from nzn_cli.model.problems import problem

T = TypeVar("T")
U = TypeVar("U")


def guarded(kind: str, read: Callable[[], T], instead: U) -> tuple[T | U, tuple[Problem, ...]]:
    """Return what `read` gives; where it raises, `instead` and the warning that the document's `kind` is missing."""
    try:
        return read(), ()
    except Exception as error:  # a fault of ours, whatever it is, must not hide what else is known
        return instead, (problem("not-extracted", kind=kind, error=repr(error)[:200]),)
