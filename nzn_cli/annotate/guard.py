"""The annotators with the guard round them: a fault costs the rows that it struck, and the document says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nzn_cli.annotate.registry import Annotator, loaded, tables_of
from nzn_cli.guard import guarded
from nzn_cli.model.documents import Problem
from nzn_cli.model.problems import problem

Rows = Sequence[tuple[Any, ...]]


def annotations_of(annotator: Annotator, inputs: Sequence[Any]) -> tuple[tuple[Rows, ...], tuple[Problem, ...]]:
    """Return the rows of each table for one document, and what went wrong; `inputs` are values in the entry's order."""
    faults: tuple[Problem, ...] = ()
    for reference in (annotator.function, *annotator.instead):
        found, fault = guarded(annotator.name, lambda: loaded(reference)(*inputs), None)  # noqa: B023
        faults = faults or fault
        if found is not None:
            *rows, stopped = found
            cut = () if stopped is None else (problem("too-much-work", kind=annotator.name, at=f"{stopped:,}"),)
            return tuple(rows), (*faults, *cut)
    return tuple(() for _ in tables_of(annotator)), faults
