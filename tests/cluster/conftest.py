"""One Spark session for the tests that need one: without PySpark or Java they are skipped."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(scope="session")
def session() -> Iterator[Any]:
    """Return a Spark session on one core of this machine."""
    pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")
    from nzn_cli.api import spark_session

    patch = pytest.MonkeyPatch()
    patch.setenv("PYSPARK_PYTHON", sys.executable)
    patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    conf = {"spark.sql.shuffle.partitions": "2", "spark.default.parallelism": "2"}
    made = spark_session("local[1]", conf)
    yield made
    made.stop()
    patch.undo()
