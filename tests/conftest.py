"""What holds for all tests, and what they find beside the project."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

SHARED = Path(os.environ.get("TIMELINE_SHARED", Path(__file__).parents[2] / "shared"))
"""Data that is no part of the project; tests that need it are skipped where it is absent."""

# No test may fail because a machine is slow.
settings.register_profile("timeline", deadline=None)
settings.load_profile("timeline")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of that data."""
    return SHARED


@pytest.fixture(scope="session")
def score_timex() -> Iterator[ModuleType]:
    """The tool by which others compare taggers."""
    if not (SHARED / "tools" / "score_timex.py").is_file():
        pytest.skip("that tool is not here")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SHARED / "tools")
        module: ModuleType = pytest.importorskip("score_timex")
        yield module
