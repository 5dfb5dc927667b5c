"""Datasets below a URI, such as s3://: their version file and their parts, by PyArrow's file systems."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nzn_cli.dataset.layout import VERSION_FILE, Version, is_uri, parsed_version, read_version
from nzn_cli.errors import FolderError, UsageError


def live_version(target: str) -> Version:
    """Return the live version of a dataset in a folder or below a URI; raises FolderError where there is none."""
    version = _remote_version(target) if is_uri(target) else read_version(target)
    if version is None:
        raise FolderError(f"{target} holds no dataset: there is no {VERSION_FILE}", "nzn cluster build SOURCE TARGET")
    return version


def _remote_version(target: str) -> Version | None:
    system, root = _opened(target)
    try:
        with system.open_input_stream(f"{root}/{VERSION_FILE}") as file:
            text: bytes = file.read()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise FolderError(f"{target} cannot be read: {error}") from None
    return parsed_version(text, target)


def arrow_dataset(target: str, parts: Sequence[str]) -> Any:
    """Return the parts of a table as an Arrow dataset, read as far as they are asked."""
    from pyarrow import dataset

    system, root = _opened(target)
    return dataset.dataset([f"{root}/{part}" for part in parts], filesystem=system, format="parquet")


def _opened(target: str) -> tuple[Any, str]:
    try:
        from pyarrow import fs
    except ImportError:
        raise UsageError(f"{target} is read with PyArrow", "pip install 'nzn[parquet]'") from None
    try:
        system, root = fs.FileSystem.from_uri(target)
    except (OSError, ValueError) as error:
        raise FolderError(f"{target} is no place that can be read: {error}") from None
    return system, str(root).rstrip("/")
