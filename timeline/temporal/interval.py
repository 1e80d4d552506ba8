"""A stretch of the wall clock."""

from __future__ import annotations

from typing import NamedTuple

from timeline.temporal.calendar import DAY, iso_day


class Interval(NamedTuple):
    """From `start` up to but not including `end`, in seconds of the wall clock.

    Second 0 is 0001-01-01 00:00, so that years before 1 and the end of 9999 fit. No zone.

    >>> Interval.of_days(735_813, 735_819).days()
    ('2015-08-03', '2015-08-09')
    """

    start: int
    end: int

    @classmethod
    def of_days(cls, first: int, last: int) -> Interval:
        """The whole days from `first` to `last`, both included, as day numbers."""
        return cls((first - 1) * DAY, last * DAY)

    @property
    def first_day(self) -> int:
        """Number of the day that holds the first second."""
        return self.start // DAY + 1

    @property
    def last_day(self) -> int:
        """Number of the day that holds the last second."""
        return (self.end - 1) // DAY + 1

    @property
    def whole_days(self) -> bool:
        """Whether it begins and ends at midnight."""
        return self.start % DAY == 0 and self.end % DAY == 0

    def days(self) -> tuple[str, str]:
        """First and last day, both included, in ISO 8601."""
        return iso_day(self.first_day), iso_day(self.last_day)

    def iso(self) -> tuple[str, str]:
        """Both ends in ISO 8601, half-open: days where it is made of days, else date-times.

        >>> Interval.of_days(735_813, 735_819).iso()
        ('2015-08-03', '2015-08-10')
        """
        if self.whole_days:
            return iso_day(self.first_day), iso_day(self.last_day + 1)
        return _iso_second(self.start), _iso_second(self.end)

    def contains(self, other: Interval) -> bool:
        """Whether all of `other` lies inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share a second."""
        return self.start < other.end and other.start < self.end

    def joined(self, other: Interval) -> Interval:
        """The shortest interval that contains both."""
        return Interval(min(self.start, other.start), max(self.end, other.end))


def _iso_second(second: int) -> str:
    day, rest = divmod(second, DAY)
    hours, rest = divmod(rest, 3600)
    minutes, seconds = divmod(rest, 60)
    clock = f"{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
    return f"{iso_day(day + 1)}T{clock}"
