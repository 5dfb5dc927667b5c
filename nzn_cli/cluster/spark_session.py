"""A Spark session: that of a command, or why there can be none."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from nzn_cli.errors import NznError, UsageError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

# of what goes to or from Python at a time, some of which carries whole documents
_PIECES = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "200",
    "spark.sql.execution.arrow.maxBytesPerBatch": "16000000",  # a Spark that knows it counts bytes too
}
_NAMED = re.compile(r"(?:[\w.$]+\.)?\w+(?:Error|Exception): (?P<reason>\S.*)")
_UNSAID = {
    "spark.app.name": "nzn cluster build",
    "spark.ui.enabled": "false",
}


def open_session(master: str | None, conf: Mapping[str, str], show_progress: bool) -> SparkSession:
    """Return a session on `master` (as Spark is set up, else all cores of this machine); the caller stops it.

    Raises UsageError where PySpark or Java is missing, NznError where Spark does not start.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise UsageError("nzn cluster needs PySpark", "pip install 'nzn[spark]'") from None
    _require_java()
    builder = SparkSession.builder
    said = {**_UNSAID, "spark.ui.showConsoleProgress": str(show_progress).lower(), **conf}
    # what PySpark itself reads no setting for, once a program is running: the same path on every machine
    os.environ.setdefault("PYSPARK_PYTHON", said.get("spark.pyspark.python", sys.executable))
    for key, value in said.items():
        builder = builder.config(key, value)
    if master is not None:
        builder = builder.master(master)
    with spark_errors("Spark did not start", "see --master and --conf"):
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
    return session


@contextmanager
def spark_errors(what: str, hint: str) -> Iterator[None]:
    """Turn what Spark raises in the `with` statement into an NznError: `what` failed, and Spark's reason."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        raise NznError(f"{what}: {reason_of(str(error))}", hint) from error


def reason_of(text: str) -> str:
    """Return what a trace of Spark's says of the cause: its last line that names an error, else its first line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    named = [match for line in lines if (match := _NAMED.match(line))]
    return named[-1]["reason"] if named else next(iter(lines), "it does not say why")


@contextmanager
def small_pieces(session: SparkSession) -> Iterator[None]:
    """Let a session hand rows to Python in pieces that memory holds, within the `with` statement."""
    before = {key: session.conf.get(key, None) for key in _PIECES}
    try:
        for key, value in _PIECES.items():
            session.conf.set(key, value)
        yield
    finally:
        for key, old in before.items():
            session.conf.unset(key) if old is None else session.conf.set(key, old)


def _require_java() -> None:
    home = os.environ.get("JAVA_HOME")
    found = os.path.exists(os.path.join(home, "bin", "java")) if home else shutil.which("java")
    if not found:
        raise UsageError("Spark needs Java 17 or later, and there is none here", "apt install openjdk-17-jre-headless")
