"""The seven questions put to a folder, and to its dataset in an S3 bucket of this machine: bytes, seconds and memory.

    pip install 'moto[server]'
    python tests/benchmarks/object_storage.py FOLDER

The bucket is moto's, in this process: requests and their signatures are S3's, distance and numbers are not.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.dataset_answers import compare_answers  # noqa: E402


def main() -> None:
    """Lay a dataset of a folder into a bucket, ask it, import it and ask what needs an index."""
    from moto.server import ThreadedMotoServer

    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    folder = os.path.abspath(parser.parse_args().folder)
    place = Path(tempfile.mkdtemp(prefix="nzn-bucket-"))
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    os.environ |= {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": "us-east-1",
        "NZN_CACHE_DIR": str(place / "cache"),
    }
    nzn = [sys.executable, "-m", "nzn_cli"]
    subprocess.run([*nzn, "-d", folder, "index", "export", str(place / "dataset")], cwd=ROOT, check=True)
    lay_out(place / "dataset", "stories.nzn")
    target = "s3://news/stories.nzn"
    compare_answers(folder, target, None)
    subprocess.run([*nzn, "-d", target, "index", "import"], cwd=ROOT, check=True)
    print("imported:")
    compare_answers(folder, target, None)
    server.stop()


def lay_out(dataset: Path, key: str) -> None:
    """Put the files of a dataset below a key of the bucket `news`."""
    import boto3

    client = boto3.client("s3")
    client.create_bucket(Bucket="news")
    for file in dataset.rglob("*"):
        if file.is_file():
            client.upload_file(str(file), "news", f"{key}/{file.relative_to(dataset).as_posix()}")


if __name__ == "__main__":
    main()
