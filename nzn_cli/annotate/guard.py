"""The annotators with the guard round them: a fault costs the rows that it struck, and the document says so.

They are given the surface of the body and know nothing of it: offsets of what they found are the body's here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nzn_cli.annotate.offsets import Rows, rows_on_body
from nzn_cli.annotate.registry import Annotator, loaded, tables_of
from nzn_cli.guard import guarded
from nzn_cli.model.documents import Problem
from nzn_cli.model.problems import problem
from nzn_cli.text.surface import Surface


def annotations_of(annotator: Annotator, inputs: Sequence[Any]) -> tuple[tuple[Rows, ...], tuple[Problem, ...]]:
    """Return the rows of each table for one document, and what went wrong; `inputs` are values in the entry's order.

    The body is given as its Surface; what is not one has the offsets of the surface.
    """
    faults: tuple[Problem, ...] = ()
    surface = next((value for value in inputs if isinstance(value, Surface)), Surface(""))
    values = [value.text if isinstance(value, Surface) else value for value in inputs]
    for reference in (annotator.function, *annotator.instead):
        found, fault = guarded(annotator.name, lambda: loaded(reference)(*values), None)  # noqa: B023
        faults = faults or fault
        if found is not None:
            *rows, stopped = found
            rows = [rows_on_body(*each, surface) for each in zip(tables_of(annotator), rows, strict=True)]
            if stopped is not None:
                at = surface.to_body(stopped, stopped)[0]
                faults = (*faults, problem("too-much-work", kind=annotator.name, at=f"{at:,}"))
            return tuple(rows), faults
    return tuple(() for _ in tables_of(annotator)), faults
