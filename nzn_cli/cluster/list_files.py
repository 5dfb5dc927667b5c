"""The first stage: which files there are, and which of them must be read because the last version has them otherwise.

A folder is walked by the driver with nzn's own rules; what a URI names is listed by Spark, and the same rules are put
to the paths, but for ignore files, which nobody opens there.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from nzn_cli.dataset.layout import stored_path
from nzn_cli.documents.containers import is_container
from nzn_cli.documents.ignore import Rules, rules
from nzn_cli.documents.walk import Unread, judgements
from nzn_cli.freshness.members import with_members
from nzn_cli.freshness.scan import Found
from nzn_cli.model.documents import Skipped
from nzn_cli.model.settings import Folder
from nzn_cli.store.store import path_value

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyspark.sql import DataFrame, SparkSession

_TICK = 2_000_000_000  # ns: what is younger may change within its own time, and is looked at again by the next build
_YOUNG = -1  # `time` of such a file
_LISTED = "path STRING, size BIGINT, time BIGINT, reason STRING"


class Listing(NamedTuple):
    """What there is: `files` has path, size and time (ns), `skipped` the path and reason of what is not read."""

    files: DataFrame
    skipped: list[tuple[str, str]]


class Reading(NamedTuple):
    """What is to be done: `files` are to be read, `kept` are rows of `file` that hold, `gone` documents that went."""

    files: DataFrame  # doc, path, size, time, known, known_content
    kept: DataFrame
    gone: list[int]


def list_folder(session: SparkSession, folder: Folder, largest: int) -> Listing:
    """Return the files of a folder, and of what in it is a folder of files; raises FolderError where there is none."""
    import pyarrow

    until = time.time_ns() - _TICK
    skipped: list[tuple[str, str]] = []
    times: dict[str, int] = {}
    found = []
    for one in judgements(folder):
        if isinstance(one, Skipped):
            continue
        path = stored_path(path_value(one.path))
        if isinstance(one, Unread):
            skipped.append((path, one.reason))
        elif one.size > largest and not is_container(one.path):
            skipped.append((path, _too_large(largest)))
        else:
            times[one.path] = one.mtime_ns if one.mtime_ns < until else _YOUNG
            found.append(Found(0, one.path, b"", one.size))
    rows = []
    last = 0  # of the container that stands before its members
    for file in with_members(found, {}, (folder,)):
        last = times.get(file.path, last)
        path = stored_path(path_value(file.path))
        if file.size > largest and not is_container(file.path):
            skipped.append((path, _too_large(largest)))
        else:
            rows.append((path, file.size, last))
    names = ["path", "size", "time"]
    types = [pyarrow.string(), pyarrow.int64(), pyarrow.int64()]
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    arrays = [pyarrow.array(column, type=kind) for column, kind in zip(columns, types, strict=True)]
    return Listing(session.createDataFrame(pyarrow.table(arrays, names=names)), skipped)


def _too_large(largest: int) -> str:
    return f"it is larger than {largest / 1_000_000:,g} MB"


def list_uri(session: SparkSession, source: str, folder: Folder, largest: int) -> Listing:
    """Return the files below a URI."""
    root = _qualified(session, source)
    listed = _binary_files(session, source).select("path", "length", "modificationTime")
    until = time.time_ns() - _TICK
    judged = listed.mapInArrow(_judge(root, folder, largest, until), _LISTED).localCheckpoint()
    refused = judged.where("reason <> ''").select("path", "reason").collect()
    files = judged.where("reason = ''").drop("reason")
    return Listing(files, sorted((row.path, row.reason) for row in refused))


def with_bytes(session: SparkSession, source: str, reading: DataFrame, few: list[str] | None) -> DataFrame:
    """Return what is to be read with the bytes of each file; of `few` paths, those alone are looked at."""
    from pyspark.sql import functions as f

    root = _qualified(session, source)
    where = [f"{root}/{path}" for path in few] if few is not None else source
    data = _binary_files(session, where).select(
        f.expr(f"substring(path, {len(root) + 2})").alias("path"), f.col("content").alias("data")
    )
    return reading.join(data, "path")


def _binary_files(session: SparkSession, where: str | list[str]) -> DataFrame:
    return session.read.format("binaryFile").option("recursiveFileLookup", "true").load(where)


def _qualified(session: SparkSession, source: str) -> str:
    """Return what the paths below a URI begin with, as Spark writes them."""
    java: Any = session._jvm
    path = java.org.apache.hadoop.fs.Path(source)
    files = path.getFileSystem(session._jsc.hadoopConfiguration())
    return str(files.makeQualified(path).toString())


def _judge(
    root: str, folder: Folder, largest: int, until: int
) -> Callable[[Iterable[RecordBatch]], Iterator[RecordBatch]]:
    def judged(pieces: Iterable[RecordBatch]) -> Iterator[RecordBatch]:
        import pyarrow

        top = rules(folder._replace(path=os.devnull, no_ignore=True))
        for piece in pieces:
            rows = []
            for row in piece.to_pylist():
                path = row["path"][len(root) + 1 :]
                reason = _refused(path, row["length"], top, largest)
                changed = int(row["modificationTime"].timestamp() * 1_000) * 1_000_000
                if reason is not None:
                    rows.append((path, row["length"], changed if changed < until else _YOUNG, reason))
            names = ["path", "size", "time", "reason"]
            types = [pyarrow.string(), pyarrow.int64(), pyarrow.int64(), pyarrow.string()]
            columns = list(zip(*rows, strict=True)) or [()] * 4
            arrays = [pyarrow.array(column, type=kind) for column, kind in zip(columns, types, strict=True)]
            yield pyarrow.RecordBatch.from_arrays(arrays, names=names)

    return judged


def _refused(path: str, size: int, top: Rules, largest: int) -> str | None:
    """Return why what may be a document is not read, "" where it is; None for what is no document."""
    *above, name = path.split("/")
    here = top
    for part in above:
        if here.refuses(part, folder=True):
            return None
        here = here.inside(part)
    if here.refuses(name):
        return None
    if {"", ".", ".."}.intersection(path.split("/")):
        return "its name is no path"
    if is_container(path):
        return "what it holds is read in a folder only"
    return _too_large(largest) if size > largest else ""


def compared(files: DataFrame, before: DataFrame | None, next_doc: int) -> Reading:
    """Return what to do so that a dataset holds just `files` in place of `before`, what its last version read.

    New numbers are given in the order of paths, as an index gives them.
    """
    from pyspark.sql import functions as f

    session = files.sparkSession
    if before is None:
        before = session.createDataFrame([], "doc BIGINT, path STRING, size BIGINT, time BIGINT, content STRING")
    old = before.select(
        f.col("doc").alias("known"), "path", f.col("size").alias("s"), f.col("time").alias("t"), "content"
    )
    both = files.join(old, "path", "full_outer")
    holds = (f.col("size") == f.col("s")) & (f.col("time") == f.col("t")) & (f.col("time") != _YOUNG)
    kept = both.where(holds).select(f.col("known").alias("doc"), "path", "size", "time", "content")
    gone = [row.known for row in both.where(f.col("size").isNull()).select("known").collect()]
    read = both.where(f.col("size").isNotNull() & ~f.coalesce(holds, f.lit(False)))
    named = read.select("path", "size", "time", "known", f.col("content").alias("known_content")).orderBy("path")
    numbered = named.rdd.zipWithIndex().map(lambda pair: (pair[1] + next_doc, *pair[0]))
    schema = "doc BIGINT, path STRING, size BIGINT, time BIGINT, known BIGINT, known_content STRING"
    return Reading(session.createDataFrame(numbered, schema), kept, gone)
