"""Dated expressions in running text: a temporal grammar and its resolution. Pure: text in, spans out; never a clock."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nzn_cli.annotate.dates.find import find_dates

__all__ = ["find_dates"]


def __getattr__(name: str) -> object:
    """Load the grammar when it is asked for: every start reads the declaration of the table beside it."""
    if name == "find_dates":
        from nzn_cli.annotate.dates.find import find_dates

        return find_dates
    raise AttributeError(name)
