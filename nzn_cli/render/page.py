"""What the paper looks like: the terminal (or pipe) that a formatter writes for. Handed down by the command line."""

from __future__ import annotations

from nzn_cli.model.records import NamedTuple

DEFAULT_LINK = "file://{host}{path}"


class Page(NamedTuple):
    """Width in columns, and what may be used: colours, links, and signs beyond ASCII."""

    width: int = 80
    terminal: bool = False
    colour: bool = False
    links: bool = False
    unicode: bool = True
    height: int = 24
    command: str = "nzn"  # how commands that are offered begin: with the folder that was asked for
    link_format: str = DEFAULT_LINK  # where links to files lead, see `hyperlinks`
    folder: str = ""  # what the paths of records are relative to
    host: str = ""
