"""A `.nzn.toml` to begin with: it makes a folder a corpus, and shows in comments what may stand in it."""

from __future__ import annotations

import os
from textwrap import indent

from nzn_cli.config.folders import FILE
from nzn_cli.errors import FolderError

# every section with an example: shown by `nzn help config`, written as comments
EXAMPLE = """\
[documents."002*"]               # metadata for documents that have none
date = 2019-01-26

[keys]                           # metadata keys, in order of trust
date = ["published", "pubDate"]
ministers = ["author"]

[dates]
day_first = false                # 3/4/2018 is the 4th of March

[files]
include = ["releases/**"]
exclude = ["**/draft*"]

[people]
aliases = { "Jim Bolger" = ["James Bolger"] }
not_same = [["John Smith", "John A. Smith"]]

[what]                           # organisations and what else is named
aliases = { "Ministry of Works" = ["MOW", "the Works"] }

[queries]
summit = "--minister Ardern"     # nzn list @summit
"""
_HEAD = """\
# With this file nzn asks this folder from here and from every folder below.
# It may stay as it is. What may stand in it, as examples (nzn help config):

"""


def write_settings(folder: str) -> str:
    """Write a `.nzn.toml` that states nothing yet into a folder, and return its path.

    Raises FolderError where there is no such folder, where it has one already, or where it cannot be written.
    """
    path = os.path.join(folder, FILE)
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(_HEAD + indent(EXAMPLE, "# "))
    except FileExistsError:
        raise FolderError(f"{path} is there already", "nzn help config says what may stand in it") from None
    except FileNotFoundError:
        raise FolderError(f"there is no folder {folder!r}", "name a folder that exists: nzn init DIR") from None
    except (OSError, ValueError) as error:
        raise FolderError(f"{path} cannot be written: {getattr(error, 'strerror', error)}") from None
    return path
