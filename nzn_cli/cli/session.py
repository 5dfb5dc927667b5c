"""One run of one command: what was typed, where the answer goes, and the corpus that is asked. Commands get this."""

from __future__ import annotations

import os
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from nzn_cli.cli import offered, typed_ids
from nzn_cli.cli.command_line import CommandLine
from nzn_cli.cli.terminal import Surroundings, page
from nzn_cli.cli.writing import say
from nzn_cli.errors import UsageError
from nzn_cli.model.file_formats import FORMATS
from nzn_cli.model.settings import Filters, Settings
from nzn_cli.render.page import DEFAULT_LINK, Page

if TYPE_CHECKING:
    from nzn_cli.api import Corpus
    from nzn_cli.cli.saved import Read
    from nzn_cli.progress import Listener

BUILTIN = "the documents that come with nzn"


_NO_STORIES = ("readme", "license", "licence", "changelog", "contributing")  # what lies in folders of anything
_LOOKED_AT = 2000  # entries of the current folder that are looked at


def underfoot(folder: str, builtin: str) -> bool:
    """Return whether the folder itself, unless it is `builtin`, holds documents; a project's own papers are none."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name.lower() for entry in islice(entries, _LOOKED_AT)]
    except OSError:
        return False
    endings = tuple(ending for one in FORMATS if one.reader for ending in one.endings)
    found = any(name.endswith(endings) and not name.startswith((".", *_NO_STORIES)) for name in names)
    return found and os.path.realpath(folder) != os.path.realpath(builtin)


class Session:
    """What a command works with."""

    def __init__(self, line: CommandLine, around: Surroundings, read: Read) -> None:
        self.line, self._reads_ids = typed_ids.without_dash(line)
        self.around = around
        self._read = read  # words of a saved query as the command's own parser reads them

    @cached_property
    def page(self) -> Page:
        """Return the page that the answer is drawn on."""
        wanted = self.line.text("hyperlink_format")
        if wanted is None:
            drawn = page(self.around, self.line.text("color"), self.line.text("hyperlinks"), DEFAULT_LINK)
        else:
            from nzn_cli.render.hyperlinks import link_format

            known = link_format(wanted)
            drawn = page(self.around, self.line.text("color"), self.line.text("hyperlinks"), known)
        return drawn._replace(command=self.command)

    @cached_property
    def command(self) -> str:
        """Return how a command that is offered begins, so that it asks the same folder: "nzn -d stories"."""
        flags = [flag for name, flag in offered.READ_WITH.items() if self.line.flag(name)]
        return offered.beginning(self.line.many("dir"), flags)

    def with_folder(self, hint: str) -> str:
        """Return a hint whose commands ask the folder that was asked."""
        return offered.with_folder(hint, self.command)

    @cached_property
    def corpus_name(self) -> str:
        """Return the corpus that was asked, as a sentence names it: "stories", "the documents that come with nzn"."""
        named = self.line.many("dir")
        if len(named) != len(self.settings.folders):
            named = tuple(folder.path for folder in self.settings.folders)
        folders = zip(named, self.settings.folders, strict=True)
        names = [BUILTIN if folder.builtin else name for name, folder in folders]
        more = f" and {len(names) - 3:,} more" if len(names) > 3 else ""
        return ", ".join(names[:3]) + more

    @cached_property
    def settings(self) -> Settings:
        """Return the settings that environment, settings files and shared options give."""
        from nzn_cli.config.load import load_settings

        settings = load_settings(
            self.line.many("dir"),
            self.around.environ,
            self.around.cwd,
            hidden=self.line.flag("hidden"),
            no_ignore=self.line.flag("no_ignore"),
            follow=self.line.flag("follow"),
            use_index=not self.line.flag("no_index"),
            master=self.line.text("master"),
        )
        if not self.line.flag("quiet"):
            for sentence in settings.unheeded:
                say(f"nzn: {sentence}")
            if settings.trust and self.line.verb.name != "index":
                say("nzn: NZN_TRUST_INDEX is set: what changed since `nzn index build` is not seen")
            self._say_whose(settings)
        return settings

    def _say_whose(self, settings: Settings) -> None:
        """Say at once that the built-in documents are asked, where nobody chose them and others lie underfoot."""
        chosen = self.line.many("dir") or self.around.environ.get("NZN_DIR")
        if settings.folders[0].builtin and not chosen and underfoot(self.around.cwd, settings.folders[0].path):
            from shlex import join

            say(f"nzn: {BUILTIN} are asked; those of this folder: {join(('nzn', '-d', '.', *self.around.typed))}")

    @cached_property
    def corpus(self) -> Corpus:
        """Return the corpus in use, opened at its first question."""
        from nzn_cli.api import open_corpus

        return open_corpus(self.settings, self._progress(), self.around.cwd)

    def about(self, target: str) -> Session:
        """Return a session that asks `target` in place of what `-d` names."""
        return Session(self.line.replaced("dir", (target,)), self.around, self._read)

    def close(self) -> None:
        """Close the corpus if it was opened."""
        if "corpus" in self.__dict__:
            self.corpus.close()

    def _progress(self) -> Listener | None:
        if not self.around.err or self.line.flag("quiet") or self.around.environ.get("NZN_PROGRESS") == "0":
            return None
        from nzn_cli.cli.progress_bar import Late, Lines

        return Lines() if self.around.environ.get("TERM") in ("dumb", "") else Late()

    def path_within(self, path: str) -> str:
        """Return a document's path within its folder: where that lies on this machine is nobody else's business."""
        if self.settings.dataset is not None:
            return path
        whole = os.path.join(self.around.cwd, path)
        for folder in self.settings.folders:
            if whole.startswith(os.path.join(folder.path, "")):
                return os.path.join(os.path.basename(folder.path), os.path.relpath(whole, folder.path))
        return os.path.basename(path)

    @cached_property
    def ids_read(self) -> tuple[str, ...] | None:
        """Return the ids of standard input where a lone - asks for them; None is every document."""
        return typed_ids.ids_read() if self._reads_ids else None

    @cached_property
    def seed(self) -> int:
        """Return what chance begins with; without --seed drawn here, and said, so that it can be typed."""
        typed = self.line.number("seed")
        if typed is not None or self.line.number("sample") is None:
            return typed or 0
        drawn = int.from_bytes(os.urandom(2))
        if not self.line.flag("quiet"):
            say(f"nzn: drawn by chance; --seed {drawn} draws the same")
        return drawn

    @property
    def sort(self) -> str | None:
        """Return the order asked for: --sort, with --reverse the opposite of it or of the command's own."""
        typed = self.line.text("sort")
        if not self.line.flag("reverse"):
            return typed
        from nzn_cli.api import reversed_sort

        own = self.line.verb.order_of([option.name for option in self.line.verb.options if self.line.has(option.name)])
        if not (typed or own):
            raise UsageError("this answer has one order only", "leave out --reverse")
        return reversed_sort(typed or own)

    def filters(self) -> Filters:
        """Return which documents are asked for."""
        line = self.line
        return Filters(
            since=line.text("since"),
            until=line.text("until"),
            on=line.text("on"),
            year=line.text("year"),
            about=line.many("about"),
            minister=line.many("minister"),
            portfolio=line.many("portfolio"),
            person=line.many("person"),
            organisation=line.many("organisation"),
            title=line.many("title"),
            site=line.many("site"),
            all_of=line.flag("all_of"),
            documents=line.flag("documents"),
            only=self.ids_read,
            where=line.many("where"),
            has=line.many("has"),
            no=line.many("no"),
            glob=line.many("glob"),
            type=line.many("type"),
            type_not=line.many("type_not"),
            unique=line.flag("unique"),
            no_inferred=line.flag("no_inferred"),
            sample=line.number("sample"),
            seed=self.seed,
            sort=self.sort,
            limit=line.number("limit"),
            offset=line.number("offset") or 0,
        )

    def beside(self, words: list[str]) -> Session:
        """Return a session of the same folders whose command line is the same command with `words`."""
        other = Session(self._read(self.line.verb, words), self.around, self._read)
        other.settings = self.settings
        return other

    def expand(self, argument: str) -> None:
        """Put the words of the saved queries that `argument` names behind what was typed."""
        named = self.line.many(argument)
        if plain := [word for word in named if not word.startswith("@")]:
            from nzn_cli.cli.mistakes import misplaced

            raise misplaced(self.line.verb, plain)
        if named:
            from nzn_cli.cli.saved import expanded

            self.line = expanded(self.line, argument, self.settings, self._read)
