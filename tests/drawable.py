"""Whether pictures can be drawn on this machine."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from timeline.errors import UsageError
from timeline.picture import LIBRARIES
from timeline.picture.fonts import find_fonts


def _drawable() -> bool:
    if any(find_spec(library) is None for library in LIBRARIES):
        return False
    try:
        return bool(find_fonts("A picture"))
    except UsageError:
        return False


needs_fonts = pytest.mark.skipif(not _drawable(), reason="needs a font such as Liberation Sans, and resvg")
