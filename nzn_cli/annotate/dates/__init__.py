"""Time expressions in running text: a grammar that finds them, rules that resolve them. Pure, and never asks a clock.

A trigger word opens a window; a `find_*` file reads what is said around it; the `resolve_*` file of the same name says
what that means, given the `DateContext` and what tense says. Rules of language are rows of tables (`rules`).
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nzn_cli.annotate.dates.date_spans import dates_in, find_dates

__all__ = ["dates_in", "find_dates"]


def __getattr__(name: str) -> object:
    """Load the grammar when it is asked for: every start reads the declaration of the table beside it."""
    if name in __all__:
        from nzn_cli.annotate.dates import date_spans

        return getattr(date_spans, name)
    raise AttributeError(name)
