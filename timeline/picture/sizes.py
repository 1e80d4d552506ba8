"""How large pictures and their letters are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MARK_ROW: Final = 11.0
"""How high the row of a mark or bar is, above the words."""


@dataclass(frozen=True, slots=True)
class Type:
    """How labels are set."""

    size: float
    """Of the headline."""
    lines: int
    width: float

    @property
    def small(self) -> float:
        """The size of the date above it."""
        return round(self.size * 0.85, 1)

    @property
    def height(self) -> float:
        """Of a lane."""
        return round(MARK_ROW + self.small * 1.2 + self.lines * self.leading + 6)

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return round(self.size * 1.25, 1)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a picture is."""

    width: float
    height: float | None
    """None: as high as its labels need."""
    letters: float
    """How large its letters are, of those of a page."""
    margin: float
    types: tuple[Type, ...]
    """From the largest to the smallest; the first in which all events are named is taken."""


_TYPES: Final = (Type(15, 2, 300), Type(13, 2, 250), Type(12, 2, 190), Type(12, 2, 150))
PAGE: Final = Size(800, None, 1, 20, _TYPES)
"""As wide as the text of a page."""
SLIDE: Final = Size(1280, 720, 1.2, 36, (Type(24, 3, 460), Type(19, 3, 380), *_TYPES))
"""A slide of 16:9."""
SIZES: Final = {"page": PAGE, "slide": SLIDE}
LANES: Final = 14
"""Labels stand in at most so many rows."""
TALLEST: Final = 800.0
"""So high is all that is named on a page, at most."""
CONSIDERED: Final = 400
"""So many events, the most salient, may be named; all are counted."""
FEW: Final = 12
"""More events than this are counted in columns too."""
