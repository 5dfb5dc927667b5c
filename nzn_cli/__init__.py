"""nzn: who, what, when, and where it says so, of a folder of documents. Public names, loaded on first use."""

# nothing is imported here: until `__main__` runs, Ctrl-C is the interpreter's, which answers it with a traceback
TYPE_CHECKING = False  # typing alone is a tenth of a TAB's wait; type checkers know the name
if TYPE_CHECKING:
    from typing import Any

    from nzn_cli.api import Corpus, open_corpus
    from nzn_cli.config.load import load_settings
    from nzn_cli.errors import NznError
    from nzn_cli.model.settings import Filters, GrepRequest, PeopleRequest, QuotesRequest, TimelineRequest

__version__ = "0.1.0"
__all__ = [
    "Corpus",
    "Filters",
    "GrepRequest",
    "NznError",
    "PeopleRequest",
    "QuotesRequest",
    "TimelineRequest",
    "load_settings",
    "open_corpus",
]
_HOMES = {
    "Corpus": "api",
    "open_corpus": "api",
    "load_settings": "config.load",
    "NznError": "errors",
    "Filters": "model.settings",
    "GrepRequest": "model.settings",
    "PeopleRequest": "model.settings",
    "QuotesRequest": "model.settings",
    "TimelineRequest": "model.settings",
}


def __getattr__(name: str) -> "Any":
    """Return the public name from its home, imported now."""
    if name not in _HOMES:
        raise AttributeError(f"module 'nzn_cli' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"nzn_cli.{_HOMES[name]}"), name)
