"""Every test runs as a new user would: own cache, own settings, no variables of whoever sits there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
_FOREIGN = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "PAGER", "COLUMNS", "LINES")

# how long an example takes says how busy the machine is; where a change is judged, every run tries the same examples
settings.register_profile(
    "nzn", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=os.environ.get("NZN_CI") == "1"
)
settings.load_profile("nzn")


@pytest.fixture(autouse=True, scope="session")
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home")
    patch = pytest.MonkeyPatch()
    for name in [n for n in os.environ if n.startswith("NZN_") and n != "NZN_CI"]:
        patch.delenv(name)
    for name in _FOREIGN:
        patch.delenv(name, raising=False)
    patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    patch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    patch.setenv("PATH", os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"])
    # where tests run side by side, a thread waits for the next one; what they patch must reach the workers of a build
    patch.setattr("nzn_cli.parallel.may_fork", lambda: hasattr(os, "fork"))
    patch.setenv("LC_ALL", "C.UTF-8")
    patch.setenv("TZ", "UTC")
    patch.setenv("NZN_PROGRESS", "0")  # on a busy machine the bar would stand in any picture of a terminal
    yield
    patch.undo()


@pytest.fixture
def seeds() -> Path:
    """Return the folder of the five documents that come with the package."""
    return SEEDS
