"""The units that words name, by the key that a locale file uses."""

from __future__ import annotations

from typing import NamedTuple

from timeline.temporal.granularity import Granularity

G = Granularity


class Unit(NamedTuple):
    """What a unit word stands for."""

    granularity: Granularity
    letter: str
    """Its letter in a TIMEX3 duration."""
    scale: int = 1
    """How many of that letter it is: a decade is ten years."""
    steps: int = 1
    """How many of its granularity it is: a fortnight is two weeks."""

    @property
    def time(self) -> str:
        """The TIMEX3 marker before units shorter than a day."""
        return "T" if self.granularity < G.DAY else ""


UNITS = {
    "second": Unit(G.SECOND, "S"),
    "minute": Unit(G.MINUTE, "M"),
    "hour": Unit(G.HOUR, "H"),
    "day": Unit(G.DAY, "D"),
    "weekend": Unit(G.WEEKEND, "WE"),
    "week": Unit(G.WEEK, "W"),
    "fortnight": Unit(G.WEEK, "W", 2, 2),
    "month": Unit(G.MONTH, "M"),
    "quarter": Unit(G.QUARTER, "Q"),
    "half": Unit(G.HALF_YEAR, "H"),
    "year": Unit(G.YEAR, "Y"),
    "decade": Unit(G.DECADE, "Y", 10),
    "century": Unit(G.CENTURY, "Y", 100),
    "millennium": Unit(G.MILLENNIUM, "Y", 1000),
}
