"""How fine a time is told."""

from __future__ import annotations

from enum import IntEnum


class Granularity(IntEnum):
    """The calendar units, from fine to coarse; comparing two compares their length.

    >>> Granularity.DAY < Granularity.WEEK
    True
    >>> Granularity.HALF_YEAR.label
    'half year'
    """

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    PART_OF_DAY = 3
    DAY = 4
    WEEKEND = 5
    WEEK = 6
    MONTH = 7
    SEASON = 8
    QUARTER = 9
    HALF_YEAR = 10
    YEAR = 11
    DECADE = 12
    CENTURY = 13
    MILLENNIUM = 14

    @property
    def label(self) -> str:
        """Its name in words: "week", "part of day"."""
        return self.name.lower().replace("_", " ")
