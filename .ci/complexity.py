"""Ends 1 and names every function of the package whose cyclomatic complexity is over 15, as radon counts it.

ruff's C901 does not count `and` and `or`; xenon knows letters only. Reads what `radon cc -j` prints from
standard input.
"""

from __future__ import annotations

import json
import sys

MOST = 15

found = json.load(sys.stdin)
if not found or any("error" in blocks for blocks in found.values()):
    sys.exit("radon could not read the package")
over = [
    f"{path}:{block['lineno']} {block['name']} has a complexity of {block['complexity']}, over {MOST}"
    for path, blocks in sorted(found.items())
    for block in blocks
    if block["type"] != "class" and block["complexity"] > MOST
]
print("\n".join(over) or f"{len(found)} files, no function over {MOST}")
sys.exit(bool(over))
