"""How a text goes about time, which decides how its times are read."""

from __future__ import annotations

from typing import Final

STYLES: Final = ("news", "narrative")
"""News looks back from its publication date; a narrative goes on from what it told last."""
