"""A real standalone cluster on loopback: builds, kills and changes there, each compared with an index of one machine.

    python tests/benchmarks/cluster.py FOLDER [--workers 2] [--only build,answers,worker,driver,odd,again,speed]

FOLDER is a corpus; what is changed is a copy of it. A master and workers of one core run as processes of their own, and
every step prints what was done and whether each table of the dataset has the rows of a local index; `answers` asks the
seven questions of `dataset_answers` there, too. Needs nzn[spark].
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from nzn_cli.dataset.layout import read_version  # noqa: E402
from tests.benchmarks.dataset_answers import compare_answers  # noqa: E402
from tests.cluster.rows_of_tables import Rows, dataset_rows, index_rows  # noqa: E402

PORT = 7178
MASTER = f"spark://127.0.0.1:{PORT}"
CONF = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.executor.memory": "1g",
    "spark.executorEnv.PYTHONPATH": str(ROOT),
}
LONG_AGO = 1_500_000_000


def told(*words: object) -> None:
    """Print a line of the transcript."""
    print(time.strftime("%H:%M:%S"), *words, flush=True)


@contextmanager
def cluster(workers: int, place: Path) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Run a master and workers; yield the workers."""
    import pyspark

    home = Path(pyspark.__file__).parent
    environ = {
        **os.environ,
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_WORKER_DIR": str(place / "work"),
        "PYSPARK_PYTHON": sys.executable,
    }
    running = []

    def start(name: str, *words: str) -> subprocess.Popen[bytes]:
        command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{name}", *words]
        log = (place / f"{len(running)}.log").open("wb")
        running.append(subprocess.Popen(command, env=environ, stdout=log, stderr=log))
        told(f"process {running[-1].pid}:", "spark-class", *command[1:])
        return running[-1]

    where = ["--host", "127.0.0.1", "--webui-port", "0"]
    try:
        start("master.Master", *where, "--port", str(PORT))
        yield [start("worker.Worker", *where, "--cores", "1", "--memory", "2g", MASTER) for _ in range(workers)]
    finally:
        used = 0.0
        for process in running:
            process.terminate()
        for process in running:
            with suppress(ChildProcessError):
                used += seconds_of(os.wait4(process.pid, 0)[2])
        told(f"master, workers and what they started: {used:.0f} s of CPU")


def seconds_of(usage: resource.struct_rusage) -> float:
    """Return the CPU seconds of a process that ended, with those of what it waited for."""
    return usage.ru_utime + usage.ru_stime


def conf_words() -> list[str]:
    """Return what Spark is told of this cluster beside its master."""
    return [word for key, value in CONF.items() for word in ("--conf", f"{key}={value}")]


def build(source: Path, target: Path, *more: str) -> subprocess.Popen[str]:
    """Start a build on the cluster."""
    command = [sys.executable, "-m", "nzn_cli", "cluster", "build", str(source), str(target), "--master", MASTER]
    return subprocess.Popen(
        [*command, *conf_words(), *more], cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def built(source: Path, target: Path, *more: str) -> float:
    """Build on the cluster, tell of it, and return the seconds that it took."""
    start = time.monotonic()
    process = build(source, target, *more)
    _, err = process.communicate()
    seconds = time.monotonic() - start
    for line in err.splitlines():
        if line.startswith("nzn:"):
            told(line)
    told(f"nzn cluster build: exit {process.returncode}, {seconds:.0f} s")
    if process.returncode:
        print(err[-3000:])
    return seconds


def compare(rows: Rows, expected: Rows) -> None:
    """Tell of each table whether its rows are those that are expected."""
    for name in expected:
        same = "equal" if rows[name] == expected[name] else "DIFFERENT"
        told(f"  {name:20} {len(rows[name]):8,} rows of the dataset, {len(expected[name]):8,} of the index: {same}")


def wait_for_tasks(target: Path, process: subprocess.Popen[str]) -> None:
    """Wait until workers have begun to write facts."""
    while process.poll() is None and not any(target.glob("nzn-facts/_temporary/**/*.parquet")):
        time.sleep(0.2)


def executors_of(worker: subprocess.Popen[bytes]) -> list[int]:
    """Return the processes that a worker started."""
    found = subprocess.run(["pgrep", "-P", str(worker.pid)], capture_output=True, text=True, check=False)
    return [int(pid) for pid in found.stdout.split()]


def odd_files(folder: Path) -> None:
    """Lay out 10,000 documents of 100 bytes, one of 300 MB, and some that break readers."""
    for n in range(10_000):
        file = folder / f"{n % 100:02}" / f"{n}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"Note {n}. Ada Marsh met Otto Brandt on {n % 28 + 1} May 2018 in Oslo.".ljust(99) + "\n")
    with (folder / "large.txt").open("wb") as file:
        for _ in range(300):
            file.write(b"Ada Marsh met Otto Brandt on 3 May 2018 in Oslo. \n" * 20_000)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n" + random.Random(1).randbytes(4_000))
    (folder / "broken.docx").write_bytes(b"PK\3\4" + random.Random(2).randbytes(4_000))
    (folder / "broken.md").write_text("---\ntitle: [of no\n---\nAda Marsh met Otto Brandt.\n")
    for file in folder.rglob("*"):
        os.utime(file, (LONG_AGO, LONG_AGO))


def change(folder: Path) -> None:
    """Make 10 edits, 5 deletions and 5 additions."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".md", ".txt"))
    chosen = random.Random(3).sample(files, 20)
    for file in chosen[:10]:
        file.write_text(file.read_text() + "\nAda Marsh met Otto Brandt on 3 May 2018 in Oslo.\n")
    for file in chosen[10:15]:
        file.unlink()
    for n, file in enumerate(chosen[15:]):
        shutil.copy(file, file.with_name(f"added-{n}{file.suffix}"))


def kill_driver(corpus: Path, place: Path) -> None:
    """Kill the driver while it builds the second version of a dataset that had a few documents."""
    folder, target = place / "growing", place / "growing-dataset"
    files = sorted(path for path in corpus.rglob("*") if path.is_file())
    for file in files[:20]:
        copied = folder / file.relative_to(corpus)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, copied)
    told("== the driver is killed amid a build")
    built(folder, target)
    version, rows = read_version(str(target)), dataset_rows(target)
    shutil.copytree(corpus, folder, dirs_exist_ok=True)
    process = build(folder, target)
    wait_for_tasks(target, process)
    process.kill()
    process.communicate()
    told(f"driver killed: exit {process.returncode}; left behind: {sorted(path.name for path in target.glob('nzn-*'))}")
    told("the version is the one before:", read_version(str(target)) == version)
    told("its rows are those before:", dataset_rows(target) == rows)
    built(folder, target)
    compare(dataset_rows(target), index_rows(folder, place / "growing-cache"))


def speed(folder: Path, place: Path) -> None:
    """Build by one worker, by two, and on one machine by two processes; tell of each what it took."""
    for workers in (1, 2):
        told(f"-- {workers} worker{'' if workers == 1 else 's'} of one core")
        with cluster(workers, place):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds = built(folder, place / f"by-{workers}")
            driver = seconds_of(resource.getrusage(resource.RUSAGE_CHILDREN)) - seconds_of(before)
            told(f"{seconds:.0f} s by the clock; the driver {driver:.0f} s of CPU beside its Java")
    told("-- one machine, two processes")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environ = {**os.environ, "NZN_JOBS": "2", "XDG_CACHE_HOME": str(place / "speed-cache")}
    environ.pop("NZN_CACHE_DIR", None)
    start = time.monotonic()
    command = [sys.executable, "-m", "nzn_cli", "-d", str(folder), "index", "build", "-q"]
    subprocess.run(command, cwd=ROOT, env=environ, check=True)
    used = seconds_of(resource.getrusage(resource.RUSAGE_CHILDREN)) - seconds_of(before)
    told(f"{time.monotonic() - start:.0f} s by the clock, {used:.0f} s of CPU")


def main() -> None:
    """Run the steps that were asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", default="build,answers,worker,driver,odd,again,speed")
    asked = parser.parse_args()
    steps = asked.only.split(",")
    place = Path(tempfile.mkdtemp(prefix="nzn-cluster-"))
    told("in", place)
    if "speed" in steps:
        speed(asked.folder, place)
    if steps == ["speed"]:
        return
    with cluster(asked.workers, place) as workers:
        if {"build", "answers", "again"}.intersection(steps):
            folder, target = place / "corpus", place / "dataset"
            shutil.copytree(asked.folder, folder)
            told("== a build, and an index of one machine")
            built(folder, target)
            compare(dataset_rows(target), index_rows(folder, place / "cache"))
        if "answers" in steps:
            told("== seven questions, by SQLite, DuckDB and Spark on the cluster")
            os.environ["XDG_CACHE_HOME"] = str(place / "cache")
            os.environ.pop("NZN_CACHE_DIR", None)
            # a question has no --conf: what Spark is to know beside its master it reads from here
            os.environ["PYSPARK_SUBMIT_ARGS"] = " ".join([*conf_words(), "pyspark-shell"])
            compare_answers(str(folder), str(target), MASTER)
        if "again" in steps:
            told("== 10 edits, 5 deletions, 5 additions")
            change(folder)
            built(folder, target)
            compare(dataset_rows(target), index_rows(folder, place / "fresh"))
        if "driver" in steps:
            kill_driver(asked.folder, place)
        if "odd" in steps:
            told("== 10,000 documents of 100 bytes, one of 300 MB, three that break their readers")
            (place / "odd").mkdir()
            odd_files(place / "odd")
            built(place / "odd", place / "odd-dataset")
            (place / "odd" / "large.txt").unlink()
            rows = dataset_rows(place / "odd-dataset")
            compare(rows, index_rows(place / "odd", place / "odd-cache"))
            told("with warnings:", json.dumps([row for row in map(str, rows["document"]) if "broken" in row])[:600])
        if "worker" in steps:
            told("== a worker and its executor are killed amid a build")
            process = build(asked.folder, place / "killed")
            wait_for_tasks(place / "killed", process)
            for pid in [*executors_of(workers[0]), workers[0].pid]:
                os.kill(pid, signal.SIGKILL)
                told(f"killed -9: {pid}")
            _, err = process.communicate()
            told(f"exit {process.returncode}:", err.strip().splitlines()[-1])
            compare(dataset_rows(place / "killed"), index_rows(asked.folder, place / "killed-cache"))


if __name__ == "__main__":
    main()
