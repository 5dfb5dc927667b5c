"""A Spark session: that of a command, or why there can be none."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from nzn_cli.errors import UsageError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_ROWS = 200  # of one piece that goes to or from Python: some carry whole documents, and Spark counts rows
_UNSAID = {
    "spark.app.name": "nzn cluster build",
    "spark.ui.enabled": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(_ROWS),
}


def open_session(master: str | None, conf: Mapping[str, str], show_progress: bool) -> SparkSession:
    """Return a session on `master` (as Spark is set up, else all cores of this machine); the caller stops it.

    Raises UsageError where PySpark or Java is missing, or Spark does not start.
    """
    try:
        from pyspark.errors import PySparkException
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
    try:
        session = builder.getOrCreate()
    except (PySparkException, RuntimeError) as error:
        raise _not_started(error) from None
    except Exception as error:
        if type(error).__module__ != "py4j.protocol":
            raise
        raise _not_started(error) from None
    session.sparkContext.setLogLevel("ERROR")
    return session


def _not_started(error: Exception) -> UsageError:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    reason = next((line for line in lines if "Exception: " in line), lines[0] if lines else type(error).__name__)
    return UsageError(f"Spark did not start: {reason.rpartition('Exception: ')[2]}", "see --master and --conf")


def _require_java() -> None:
    home = os.environ.get("JAVA_HOME")
    found = os.path.exists(os.path.join(home, "bin", "java")) if home else shutil.which("java")
    if not found:
        raise UsageError("Spark needs Java 17 or later, and there is none here", "apt install openjdk-17-jre-headless")
