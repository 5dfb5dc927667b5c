"""One profile by its name, and where nothing has that name and one alone is near it, that one's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from nzn_cli.cli.writing import say, shortened
from nzn_cli.errors import NothingFound
from nzn_cli.model.settings import PeopleRequest, WhatRequest

Request = TypeVar("Request", PeopleRequest, WhatRequest)


def nearest_named(kind: str, request: Request, ask: Callable[[Request], Any]) -> Any:
    """Return the answer to a request by name, else to that of the one near name, said on standard error.

    `kind` is what has the name. Raises NothingFound where no name is near, or several are.
    """
    try:
        return ask(request)
    except NothingFound as nothing:
        if len(nothing.nearest) != 1:
            raise
        (near,) = nothing.nearest
        say(f"nzn: {shortened(f'no {kind} is named {request.name!r}')}; this is {near!r}")
        return ask(request._replace(name=near))
