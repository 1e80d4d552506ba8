"""TIMEX3 values: what a time expression comes to.

Source: TimeML 1.2.1, as TempEval-3 uses it.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.period import Period


class TimexType(StrEnum):
    """The four kinds of time expression."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Modifier(StrEnum):
    """How the words bend the value: "early" August, "about" 1990, "at least" two years."""

    APPROX = "APPROX"
    START = "START"
    MID = "MID"
    END = "END"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"


class Certainty(StrEnum):
    """How surely a date is known, the surest first.

    >>> min(Certainty.VAGUE, Certainty.EXACT, key=lambda certainty: certainty.doubt).value
    'exact'
    """

    EXACT = "exact"
    """The words fix it by themselves."""
    INFERRED = "inferred"
    """It hangs on the publication date or on an earlier expression."""
    VAGUE = "vague"
    """Approximate, a bare reference, or taken by default."""

    @property
    def doubt(self) -> int:
        """0 for the surest, more for those that are known less surely."""
        return list(Certainty).index(self)


class TimeValue(Struct, frozen=True, gc=False):
    """A TIMEX3 type and value with what follows from it.

    >>> TimeValue.of(Period.month(2015, 8)).value
    '2015-08'
    """

    type: TimexType
    value: str
    granularity: Granularity | None = None
    """The finest unit the text commits to; a duration's unit; None for references."""
    period: Period | None = None
    """The unit of the calendar it is, if it is exactly one."""
    interval: Interval | None = None
    """When it lasts; None for durations, sets and references."""
    modifier: Modifier | None = None

    @classmethod
    def of(cls, period: Period) -> TimeValue:
        """The value that is one unit of the calendar: a TIME below the day, else a DATE."""
        return _of_period(period)

    def modified(self, modifier: Modifier | None) -> TimeValue:
        """The same value under a modifier."""
        return self if modifier is None else replace(self, modifier=modifier)

    def hedged(self, certainty: Certainty) -> TimeValue:
        """The value so that it never says more than is known: one that is vague, and does not say how, is about then.

        For all that has no other place for the certainty; words, EDTF and intervals are made of this one.

        >>> TimeValue.of(Period.year(1970)).hedged(Certainty.VAGUE).modifier.value
        'APPROX'
        """
        return self.modified(Modifier.APPROX) if certainty is Certainty.VAGUE and self.modifier is None else self


@lru_cache(maxsize=8192)
def _of_period(period: Period) -> TimeValue:
    kind = TimexType.TIME if period.granularity < Granularity.DAY else TimexType.DATE
    return TimeValue(kind, period.value, period.granularity, period, period.interval)
