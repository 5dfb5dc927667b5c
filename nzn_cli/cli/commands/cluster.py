"""`nzn cluster build`: a dataset of a folder or a URI, built on Spark."""

from __future__ import annotations

import os

from nzn_cli.cli.session import Session
from nzn_cli.cli.verbs import CLUSTER_ACTIONS
from nzn_cli.cli.writing import say, write
from nzn_cli.config.load import load_settings
from nzn_cli.errors import FOUND, PARTIAL, UsageError
from nzn_cli.model.answers import BuildRecord
from nzn_cli.model.settings import Folder
from nzn_cli.render.safe import visible

_USAGE = "nzn cluster build SOURCE TARGET"
_TOLD = 10  # files that were skipped, one line each


def run(session: Session) -> int:
    """Build, and print where."""
    line = session.line
    if line.text("action") not in CLUSTER_ACTIONS:
        raise UsageError(f"nzn cluster takes build, not {line.text('action')!r}", _USAGE)
    if not (line.text("source") and line.text("target")):
        raise UsageError("nzn cluster build needs a folder or URI of documents, and one to build", _USAGE)
    if line.many("dir"):
        raise UsageError("nzn cluster build takes the folder as SOURCE, not with -d", _USAGE)
    built = _built(session)
    if not line.flag("quiet"):
        write([f"{visible(line.text('target') or '')}\n"])
        _tell(built)
    return PARTIAL if line.flag("strict") and (built.warned or built.skipped) else FOUND


def _built(session: Session) -> BuildRecord:
    from nzn_cli.api import build_dataset, is_uri, spark_session

    line, cwd = session.line, session.around.cwd
    source, target = line.text("source") or "", line.text("target") or ""
    hidden, no_ignore, follow = (line.flag(name) for name in ("hidden", "no_ignore", "follow"))
    conf = dict(map(_setting, line.many("conf")))
    if is_uri(source):
        folder = Folder("", hidden=hidden, no_ignore=no_ignore, follow=follow)
    else:
        around = session.around
        rules = load_settings((source,), around.environ, cwd, hidden=hidden, no_ignore=no_ignore, follow=follow)
        [folder] = rules.folders
    spark = spark_session(line.text("master"), conf, session.around.err and not line.flag("quiet"))
    try:
        at = target if is_uri(target) else os.path.join(cwd, target)
        return build_dataset(source, at, spark, folder=folder, largest=line.number("largest"))
    finally:
        spark.stop()


def _setting(text: str) -> tuple[str, str]:
    key, is_set, value = text.partition("=")
    if not (key and is_set):
        raise UsageError(f"--conf takes KEY=VALUE, not {text!r}", "--conf spark.executor.memory=8g")
    return key, value


def _tell(built: BuildRecord) -> None:
    for one in built.skipped[:_TOLD]:
        say(f"nzn: {visible(one.path)} is not read: {visible(one.reason)}")
    if len(built.skipped) > _TOLD:
        say(f"nzn: and {len(built.skipped) - _TOLD:,} more, in the table skipped")
    documents = f"{built.documents:,} document{'' if built.documents == 1 else 's'}"
    warned = f" ({built.warned:,} with warnings)" if built.warned else ""
    read = f"{built.read:,} read, {built.gone:,} gone, {len(built.skipped):,} skipped"
    say(f"nzn: version {built.version} has {documents}{warned}: {read}")
