"""What is missing for Spark is said in one sentence, with what to do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nzn_cli.api import spark_session
from nzn_cli.cluster.spark_session import reason_of
from nzn_cli.errors import USAGE, UsageError
from tests.cli.nzn import nzn


def test_without_pyspark(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pyspark.errors", "pyspark.sql", "pyspark"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(UsageError) as caught:
        spark_session()
    assert (caught.value.message, caught.value.hint) == ("nzn cluster needs PySpark", "pip install 'nzn[spark]'")


def test_without_java(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("pyspark")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="there is none here") as caught:
        spark_session()
    assert caught.value.hint == "apt install openjdk-17-jre-headless"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("cluster make a b", "nzn cluster takes build, not 'make'"),
        ("cluster build seeds", "needs a folder or URI of documents, and one to build"),
        ("cluster build --conf spark.x seeds b", "--conf takes KEY=VALUE, not 'spark.x'"),
        ("cluster build nowhere b", "nowhere"),
        ("-d seeds cluster build seeds b", "not with -d"),
    ],
)
def test_mistakes_are_told_before_spark_is_started(line: str, said: str, seeds: Path) -> None:
    ran = nzn(*line.split(), cwd=seeds.parent)
    assert ran.code == USAGE
    assert said in ran.err


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "An error occurred while calling o1.x.\n: java.lang.X: no\njava.net.URIException: Bad master\n\tat a.b(C)",
            "Bad master",
        ),
        ("Job aborted\nTraceback:\n  File a\nRuntimeError: nzn on b is another", "nzn on b is another"),
        ("[X] It is so.", "[X] It is so."),
        ("", "it does not say why"),
    ],
)
def test_the_reason_of_a_trace(text: str, reason: str) -> None:
    assert reason_of(text) == reason
