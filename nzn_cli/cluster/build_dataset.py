"""The stages in their order: list and compare, read, link, and the version that is swapped in when all is there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from nzn_cli.cluster.link_facts import LinkedIndex
from nzn_cli.cluster.list_files import Reading, compared, list_folder, list_uri, with_bytes
from nzn_cli.cluster.read_documents import CODE, OF_FILE, fact_tables, facts, partitions
from nzn_cli.cluster.spark_session import small_pieces, spark_errors
from nzn_cli.cluster.storage import FACTS, READING, Storage
from nzn_cli.dataset.layout import Version, is_uri, next_version, part_folder, tables
from nzn_cli.dataset.write import stated_settings
from nzn_cli.freshness.fingerprint import content_fingerprint
from nzn_cli.model.answers import BuildRecord, SkippedRecord
from nzn_cli.model.settings import Folder

if TYPE_CHECKING:
    from pyarrow import Table
    from pyspark.sql import DataFrame, SparkSession

LARGEST = 100_000_000  # bytes of a file that is read: a worker holds some times as much
_FEW = 10_000  # files of a URI that are asked for by name, so that no others are looked at


class Job(NamedTuple):
    """What is built, from what, into what: `number` is that of the version which is made."""

    session: SparkSession
    source: str  # an absolute folder or a URI
    folder: Folder
    storage: Storage
    largest: int
    number: int


class FactsMade(NamedTuple):
    """What came of the files that were read: parts by table, documents that count no more, files that could not be."""

    files: int
    parts: dict[str, tuple[str, ...]]
    rows: dict[str, DataFrame]  # of facts that no part holds yet, because linking fills a column of them
    dead: list[int]
    lost: list[tuple[str, str]]


def build(session: SparkSession, source: str, folder: Folder, target: str, largest: int = LARGEST) -> BuildRecord:
    """Bring the dataset `target` up to date with the documents of `source`, and return what was done.

    `folder` has the rules by which they are read; its path is `source` where that is no URI. Raises FolderError for
    what cannot be read or is no dataset, NznError where Spark gives up, LinkingFault, once all else is in, where names
    of a kind could not be joined. One build at a time writes a dataset.
    """
    with spark_errors("Spark gave the build up", "the dataset is as it was"), small_pieces(session):
        return _built(session, source, folder, target, largest)


def _built(session: SparkSession, source: str, folder: Folder, target: str, largest: int) -> BuildRecord:
    storage = Storage(session, target)
    last = storage.version()
    storage.remove_unnamed(last)
    job = Job(session, source, folder, storage, largest, last.number + 1 if last else 1)
    stated: dict[str, Any] = {
        "code": content_fingerprint(CODE),
        "source": source,
        "settings": stated_settings(folder),
    }
    # what other code or other settings made does not count, and all is read
    holds = last and (last.code, last.source, last.settings) == tuple(stated.values())
    base = last if holds or last is None else last._replace(parts={}, dead=())
    listing = list_uri(session, source, folder, largest) if is_uri(source) else list_folder(session, folder, largest)
    before = _rows(job, base.parts.get("file", ())) if base else None
    reading = compared(listing.files, before, _next_doc(before, base))
    made = _facts_made(job, reading, stated["code"], before is not None)
    skipped = [*listing.skipped, *made.lost]
    version = next_version(base, {**made.parts, **_skipped_part(job, skipped)}, **stated, dead=made.dead)
    with LinkedIndex(folder) as index:
        for table in fact_tables():
            old = base.parts if base and table.whole else version.parts
            index.fill(table, _live(job, old.get(table.name, ()), version.dead))
            index.fill(table, made.rows.get(table.name))
        index.fill_texts(_live(job, version.parts.get("body", ()), version.dead))
        faults = index.link()
        linked = {name: _written(job, name, index.rows(tables()[name])) for name in _LINKED}
        documents, warned = index.counts()
    unlinked = {kind: fault.reason for kind, fault in faults.items()}
    storage.swap_in(version._replace(parts={**version.parts, **linked}, unlinked=unlinked))
    storage.remove_working()
    for fault in faults.values():
        raise fault
    told = [SkippedRecord(*each) for each in skipped]
    return BuildRecord(target, job.number, documents, made.files, len(reading.gone), warned, told)


_LINKED = tuple(name for name in tables() if tables()[name].whole and name not in ("file", "skipped"))


def _facts_made(job: Job, reading: Reading, code: str, again: bool) -> FactsMade:
    """Read what is to be read, write its rows to the parts of this version, and the table `file`."""
    from pyspark.sql import functions as f

    planned = _through(job, reading.files, READING)
    files = planned.count()
    brought = planned
    if is_uri(job.source):
        few = [row.path for row in planned.select("path").collect()] if again and files <= _FEW else None
        brought = with_bytes(job.session, job.source, planned, few)
    parted = brought.repartition(partitions(planned), "doc")
    read = _through(job, facts(parted, job.folder, code), FACTS)
    parts, unlinked = {}, {}
    for table in fact_tables():
        rows = read.select(f.inline(f.col(f"`{table.name}`")))
        if table.whole:
            unlinked[table.name] = rows
        else:
            parts[table.name] = _put(job, table.name, rows) if files else ()
    heads = read.select(*OF_FILE)
    there = heads.where("content <> ''")
    numbered = there.withColumn("doc", f.when(f.col("same"), f.col("known")).otherwise(f.col("doc")))
    parts["file"] = _put(job, "file", reading.kept.unionByName(numbered.select(*reading.kept.columns)))
    dead = [row.known for row in heads.where("known IS NOT NULL AND NOT same").select("known").collect()]
    lost = [row.path for row in heads.where("content = ''").select("path").collect()] if is_uri(job.source) else []
    return FactsMade(
        files, parts, unlinked, [*reading.gone, *dead], [(path, "it could not be laid out") for path in lost]
    )


def _through(job: Job, rows: DataFrame, folder: str) -> DataFrame:
    """Return rows as they were written to a folder: what comes after does not make them again."""
    place = job.storage.place(folder)
    rows.write.mode("overwrite").parquet(place)
    return job.session.read.schema(rows.schema).parquet(place)


def _put(job: Job, table: str, rows: DataFrame) -> tuple[str, ...]:
    """Write rows as parts of a table of this version, and return the parts."""
    inner = part_folder(table, job.number)
    rows.write.mode("append").parquet(job.storage.place(inner))
    return job.storage.parts(inner)


def _written(job: Job, table: str, pieces: Iterable[Table]) -> tuple[str, ...]:
    """Write rows of the driver likewise."""
    parts: tuple[str, ...] = ()
    for piece in pieces:
        parts = _put(job, table, job.session.createDataFrame(piece).coalesce(1))
    return parts


def _skipped_part(job: Job, skipped: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    import pyarrow

    rows = [(place, *each) for place, each in enumerate(sorted(skipped))]
    columns = list(zip(*rows, strict=True)) or [()] * 3
    schema = tables()["skipped"].schema()
    arrays = [pyarrow.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)]
    return {"skipped": _written(job, "skipped", [pyarrow.Table.from_arrays(arrays, schema=schema)])}


def _rows(job: Job, parts: Sequence[str]) -> DataFrame | None:
    """Return the rows of parts of one table; None where there are no parts."""
    return job.session.read.parquet(*map(job.storage.place, parts)) if parts else None


def _live(job: Job, parts: Sequence[str], dead: Sequence[int]) -> DataFrame | None:
    """Return those that are not of the `dead`."""
    rows = _rows(job, parts)
    if rows is None or not dead:
        return rows
    from pyspark.sql import functions as f

    buried = job.session.createDataFrame([(doc,) for doc in dead], "doc BIGINT")
    return rows.join(f.broadcast(buried), "doc", "left_anti")


def _next_doc(before: DataFrame | None, base: Version | None) -> int:
    """Return a number above all that were given: rows of the dead stand in parts still."""
    highest = max(base.dead, default=0) if base else 0
    row = before.selectExpr("max(doc) AS doc").first() if before is not None else None
    return max(highest, row.doc or 0 if row else 0) + 1
