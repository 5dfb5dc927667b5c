"""Where a dataset lies, a folder or what Hadoop's file systems know: names of parts, what goes, the version file."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

from nzn_cli.dataset.layout import (
    VERSION_FILE,
    Version,
    is_uri,
    parsed_version,
    read_version,
    tables,
    version_text,
    write_version,
)
from nzn_cli.errors import FolderError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

READING, FACTS = "nzn-reading", "nzn-facts"  # folders of a build that is under way
_RENAMING = ("file", "hdfs", "viewfs", "abfs", "abfss")  # file systems that put one file in another's place at once


class Storage:
    """One dataset, to be written: `target` is the path of a folder or a URI."""

    def __init__(self, session: SparkSession, target: str) -> None:
        self.target = target
        self._place = _HadoopPlace(session, target) if is_uri(target) else _FolderPlace(target)

    def place(self, inner: str) -> str:
        """Return what Spark calls a file or folder of the dataset."""
        return self._place.uri(inner)

    def version(self) -> Version | None:
        """Return the version that is asked now, None where there is none; raises FolderError for what is none."""
        return self._place.version()

    def swap_in(self, version: Version) -> None:
        """Let a version be the one that is asked: all of it or nothing of it."""
        self._place.swap_in(version)

    def parts(self, inner: str) -> tuple[str, ...]:
        """Return the parts in a folder of the dataset, relative to the dataset."""
        return tuple(f"{inner}/{name}" for name in sorted(self._place.names(inner)) if name.endswith(".parquet"))

    def remove_unnamed(self, version: Version | None) -> None:
        """Remove the parts that `version` does not name: of the versions before it, and of writers that were killed."""
        named = {part.rpartition("/")[0] for parts in version.parts.values() for part in parts} if version else set()
        for table in tables():
            for name in self._place.names(table):
                if f"{table}/{name}" not in named:
                    self._place.remove(f"{table}/{name}")
        self.remove_working()

    def remove_working(self) -> None:
        """Remove what a build keeps while it is under way."""
        for name in (READING, FACTS):
            self._place.remove(name)


class _FolderPlace:
    """A dataset in a folder."""

    def __init__(self, path: str) -> None:
        self._path = os.path.abspath(path)
        try:
            os.makedirs(self._path, exist_ok=True)
        except OSError as error:
            raise FolderError(f"{path} cannot be made a folder: {error.strerror}") from None

    def uri(self, inner: str) -> str:
        from pathlib import Path

        return Path(self._path, inner).as_uri()

    def version(self) -> Version | None:
        found = read_version(self._path)
        if found is None and not set(os.listdir(self._path)) <= {*tables(), *READING, FACTS}:
            raise FolderError(f"{self._path} holds other files", "name a folder that is not there, or an empty one")
        return found

    def swap_in(self, version: Version) -> None:
        write_version(self._path, version)

    def names(self, inner: str) -> list[str]:
        try:
            return os.listdir(os.path.join(self._path, inner))
        except FileNotFoundError:
            return []

    def remove(self, inner: str) -> None:
        shutil.rmtree(os.path.join(self._path, inner), ignore_errors=True)


class _HadoopPlace:
    """A dataset below a URI, by the file system that Spark has for it."""

    def __init__(self, session: SparkSession, target: str) -> None:
        self._target = target.rstrip("/")
        self._java: Any = session._jvm
        conf = session._jsc.hadoopConfiguration()
        self._files = self._path("").getFileSystem(conf)
        self._conf = conf
        # a checksum beside the version file would be wrong once somebody swaps one in without Hadoop
        self._files.setWriteChecksum(False)
        self._files.setVerifyChecksum(False)

    def _path(self, inner: str) -> Any:
        return self._java.org.apache.hadoop.fs.Path(self.uri(inner))

    def uri(self, inner: str) -> str:
        return f"{self._target}/{inner}" if inner else self._target

    def version(self) -> Version | None:
        path = self._path(VERSION_FILE)
        if not self._files.exists(path):
            others = set(self.names("")) - {*tables(), *READING, FACTS}
            if others:
                raise FolderError(f"{self._target} holds other files", "name a place where nothing is")
            return None
        stream = self._files.open(path)
        try:
            text = self._java.org.apache.commons.io.IOUtils.toString(stream, "UTF-8")
        finally:
            stream.close()
        return parsed_version(text, self._target)

    def swap_in(self, version: Version) -> None:
        path, fresh = self._path(VERSION_FILE), self._path(f"{VERSION_FILE}.new")
        renames = self._files.getScheme() in _RENAMING
        stream = self._files.create(fresh if renames else path, True)  # one put, of all or nothing, where none renames
        stream.write(version_text(version).encode())
        stream.close()
        if renames:
            context = self._java.org.apache.hadoop.fs.FileContext.getFileContext(path.toUri(), self._conf)
            options = self._java.org.apache.hadoop.fs.Options.Rename
            over = self._java.java.lang.reflect.Array.newInstance(options.OVERWRITE.getClass(), 1)
            self._java.java.lang.reflect.Array.set(over, 0, options.OVERWRITE)
            context.rename(fresh, path, over)

    def names(self, inner: str) -> list[str]:
        path = self._path(inner)
        if not self._files.exists(path):
            return []
        return [status.getPath().getName() for status in self._files.listStatus(path)]

    def remove(self, inner: str) -> None:
        self._files.delete(self._path(inner), True)
