"""How much of its month a date leaves open."""

from __future__ import annotations

from typing import NamedTuple

from timeline.temporal.calendar import civil, month_length
from timeline.temporal.interval import Interval


class Extent(NamedTuple):
    """Some days of a month."""

    before: int
    days: int
    of: int


def extent_of(interval: Interval) -> Extent | None:
    """The days of the month in which it begins; None where that is one day, or the whole month.

    >>> from timeline.temporal.granularity import Granularity
    >>> from timeline.temporal.period import Period
    >>> extent_of(Period.day(2015, 8, 14).within(Granularity.WEEK).interval)
    Extent(before=9, days=7, of=31)
    """
    year, month, day = civil(interval.first_day)
    of = month_length(year, month)
    days = min(interval.last_day - interval.first_day + 1, of - day + 1)
    return Extent(day - 1, days, of) if interval.last_day > interval.first_day and days < of else None
