"""A folder of everything that goes wrong on real disks, laid out anew for each test that asks for it."""

from __future__ import annotations

import os
import random
from pathlib import Path

ESCAPES = (
    "\x1b[31mred\x1b[0m \x1b]8;;http://evil.example\x07link\x1b]8;;\x07 \x9b2J \u202eevil\u202c "
    "[bold]markup[/bold] [/b] :smile:"
)
_QUOTED = ESCAPES.encode("unicode_escape").decode()
_ODD = "title: NO\ndate: 12:30\nministers: {a: 1}\ntags: [1, 2.5, null, true]\n1: number\n"

_FRONT = {
    "list.md": "---\n- one\n- two\n---\nBody of a list.\n",
    "scalar.md": "---\njust a scalar\n---\nBody of a scalar.\n",
    "unclosed.md": "---\ntitle: never closed\ndate: 2019-01-01\n\nBody without an end of the front matter.\n",
    "large.md": "---\ntitle: large\nnotes: '" + "x" * 1_000_000 + "'\n---\nBody after a megabyte.\n",
    "colon.md": "---\ntitle: NATO: New Zealand joins\ndate: 2018-03-04\n---\nBody after a colon.\n",
    "impossible.md": "---\ntitle: Impossible\ndate: 2022-02-30\n---\nThe thirtieth of February.\n",
    "duplicate.md": "---\ntitle: first\ntitle: second\n---\nTwo titles.\n",
    "rule.md": "---\n\nA body that starts with a rule.\n\n---\n\nAnd another.\n",
    "toml.md": '+++\ntitle = "In TOML"\ndate = 2018-05-06\n+++\nBody after TOML.\n',
    "badtoml.md": "+++\ntitle = In TOML\n+++\nBody after bad TOML.\n",
    "types.md": f"---\n{_ODD}---\nOdd types.\n",
    "crlf.md": "---\r\ntitle: CRLF\r\ndate: 2018-01-02\r\n---\r\nLine one.\r\nLine two.\r\n",
    "escapes.md": f'---\ntitle: "{_QUOTED}"\n---\n{ESCAPES}\nMr {ESCAPES} said.\n',
    "onlyfront.md": "---\ntitle: Only front matter\n---",
    "long.txt": "word " * 100_000,
    "empty.txt": "",
    "blank.txt": "\n\n   \n",
    "formula.md": "---\ntitle: '=cmd()|calc'\nauthor: '@sum'\n---\n-1+2\n",
}


def bomb() -> str:
    """Return front matter whose aliases would unfold to more than the memory of any machine."""
    lines = ['a0: &a0 ["x","x","x","x","x","x","x","x","x"]']
    lines += [f"a{i}: &a{i} [" + ",".join([f"*a{i - 1}"] * 9) + "]" for i in range(1, 12)]
    return "---\n" + "\n".join(lines) + "\n---\nBody of a bomb.\n"


def lay(folder: Path) -> Path:
    """Return `folder` filled with hostile documents and things that are none."""
    for name, text in _FRONT.items():
        (folder / name).write_bytes(text.encode())
    (folder / "bomb.md").write_text(bomb())
    (folder / "cp1252.txt").write_bytes("Caf\xe9 \x93quoted\x94 \x80 5".encode("latin-1"))
    (folder / "bom.md").write_bytes("\ufeff---\ntitle: With a BOM\ndate: 2018-07-08\n---\nBody.\n".encode())
    (folder / "utf16.txt").write_bytes("Sixteen bits. Mr Jones said so.".encode("utf-16"))
    chaos = random.Random(1)
    (folder / "noise.txt").write_bytes(chaos.randbytes(50_000))
    (folder / "noise.md").write_bytes(bytes(b for b in chaos.randbytes(50_000) if b))
    (folder / "name\nwith newline.txt").write_text("A name with a newline.")
    (folder / "name \x1b[31m.txt").write_text("A name with an escape.")
    (folder / "[bold]name.txt").write_text("A name with markup.")
    with open(os.fsencode(folder) + b"/bytes\xff\xfe.txt", "w") as f:
        f.write("A name that is not UTF-8.")
    os.mkfifo(folder / "pipe.txt")
    (folder / "dangling.txt").symlink_to("nowhere.txt")
    (folder / "self.txt").symlink_to("self.txt")
    below = folder / "below"
    below.mkdir()
    (below / "loop").symlink_to(folder, target_is_directory=True)
    (below / "deep.md").write_text("---\ntitle: Deep\ndate: 2017-01-01\n---\nMr Brown met Ms Anne Green on Tuesday.\n")
    unreadable = folder / "unreadable.txt"
    unreadable.write_text("secret")
    unreadable.chmod(0)
    return folder
