"""One unit of the calendar: a day, a week, a quarter, a morning.

A period is a granularity and a running number within it, so that "two weeks later" is a sum and
"the month of that day" a division, for every unit and on both sides of year 1.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from timeline.temporal.calendar import DAY, civil, ordinal, year_text
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval

G = Granularity

PARTS_OF_DAY = ("NI0", "MO", "MI", "AF", "EV", "NI", "DT", "DN")
"""TIMEX3 codes of the parts of a day by their place in its numbering; the first is unused."""

PART_HOURS = {
    "MO": (6, 12),
    "MI": (12, 13),
    "AF": (12, 18),
    "EV": (18, 22),
    "NI": (21, 30),
    "DT": (6, 18),
    "DN": (5, 7),
}
"""From and to which hour a part of day lasts; past 24 it runs into the next day. A night is long
because "last night" in the news is all that happened between the evening and the morning."""

SEASONS = ("SP", "SU", "FA", "WI")
"""TIMEX3 codes of the seasons, spring first; a winter belongs to the year of its December."""


class Period(NamedTuple):
    """The unit of the calendar with that number.

    >>> august = Period.month(2015, 8)
    >>> august.value, august.shifted(-8).value, august.interval.days()
    ('2015-08', '2014-12', ('2015-08-01', '2015-08-31'))
    >>> Period.day(2015, 8, 14).within(Granularity.WEEK).value
    '2015-W33'
    """

    granularity: Granularity
    number: int
    """Which one of its granularity: for days the day number, for months those since year 0 …"""

    @classmethod
    def day(cls, year: int, month: int, day: int) -> Period:
        """The civil day; raises ValueError when the calendar lacks it."""
        return cls(G.DAY, ordinal(year, month, day))

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """The month, counted from 1, of an astronomical year."""
        return cls(G.MONTH, year * 12 + month - 1)

    @classmethod
    def year(cls, year: int) -> Period:
        """The astronomical year: 0 is 1 BC."""
        return cls(G.YEAR, year)

    @classmethod
    def of_second(cls, granularity: Granularity, second: int) -> Period:
        """The period of that granularity that holds a second of the wall clock.

        A weekend is that of the week, and a part of day or a season the one that began last.
        """
        day = second // DAY + 1
        if granularity <= G.HOUR:
            return cls(granularity, second // (1, 60, 3600)[granularity])
        if granularity is G.PART_OF_DAY:
            hour = second % DAY // 3600
            code = "NI" if not 6 <= hour < 21 else "EV" if hour >= 18 else "AF" if hour >= 12 else "MO"
            return cls(granularity, (day - (hour < 6)) * 8 + PARTS_OF_DAY.index(code))
        if granularity is G.DAY:
            return cls(granularity, day)
        if granularity <= G.WEEK:
            return cls(granularity, (day - 1) // 7)
        year, month, _ = civil(day)
        if granularity is G.MONTH:
            return cls(granularity, year * 12 + month - 1)
        if granularity is G.SEASON:
            return cls(granularity, (year * 12 + month - 3) // 3)
        if granularity >= G.DECADE:
            length = MONTHS[granularity] // 12
            return cls(granularity, year // length if year > 0 else -1 - (1 - year) // length)
        return cls(granularity, (year * 12 + month - 1) // MONTHS[granularity])

    @classmethod
    def part_of_day(cls, day: int, code: str) -> Period:
        """The morning (MO), noon (MI), afternoon (AF), evening (EV), night (NI) … of a day number."""
        return cls(G.PART_OF_DAY, day * 8 + PARTS_OF_DAY.index(code))

    @classmethod
    def season(cls, year: int, code: str) -> Period:
        """The spring (SP), summer (SU), autumn (FA) or winter (WI) that begins in the year."""
        return cls(G.SEASON, year * 4 + SEASONS.index(code))

    def shifted(self, count: int) -> Period:
        """The period that many units later; a part of day that many days later."""
        step = len(PARTS_OF_DAY) if self.granularity is G.PART_OF_DAY else 1
        return Period(self.granularity, self.number + count * step)

    def within(self, granularity: Granularity) -> Period:
        """The period of that granularity that holds this one's first moment."""
        if granularity is self.granularity:
            return self
        return Period.of_second(granularity, self.interval.start)

    @property
    def first_day(self) -> int:
        """Number of its first day."""
        return self.interval.first_day

    @property
    def interval(self) -> Interval:
        """When it lasts."""
        return _interval(self)

    @property
    def value(self) -> str:
        """Its TIMEX3 value.

        >>> Period.season(1990, "SU").value, Period(Granularity.DECADE, 199).value
        ('1990-SU', '199')
        >>> Period.part_of_day(735_824, "MO").value, Period.year(-43).value
        ('2015-08-14TMO', 'BC0044')
        """
        return _value(self)


MONTHS = {
    G.MONTH: 1,
    G.SEASON: 3,
    G.QUARTER: 3,
    G.HALF_YEAR: 6,
    G.YEAR: 12,
    G.DECADE: 120,
    G.CENTURY: 1200,
    G.MILLENNIUM: 12_000,
}
"""Months in the units that are made of months."""


def _month_start(index: int) -> int:
    return ordinal(index // 12, index % 12 + 1, 1)


@lru_cache(maxsize=8192)
def _interval(period: Period) -> Interval:
    granularity, index = period
    if granularity <= G.HOUR:
        length = (1, 60, 3600)[granularity]
        return Interval(index * length, (index + 1) * length)
    if granularity is G.PART_OF_DAY:
        day, part = divmod(index, 8)
        first, last = PART_HOURS[PARTS_OF_DAY[part]]
        return Interval((day - 1) * DAY + first * 3600, (day - 1) * DAY + last * 3600)
    if granularity is G.DAY:
        return Interval.of_days(index, index)
    if granularity is G.WEEK:
        return Interval.of_days(index * 7 + 1, index * 7 + 7)
    if granularity is G.WEEKEND:
        return Interval.of_days(index * 7 + 6, index * 7 + 7)
    months = MONTHS[granularity]
    if granularity >= G.DECADE:
        first_year, last_year = _years(index, months // 12)
        return Interval.of_days(ordinal(first_year, 1, 1), ordinal(last_year, 12, 31))
    start = index * months + (2 if granularity is G.SEASON else 0)
    return Interval.of_days(_month_start(start), _month_start(start + months) - 1)


def _years(index: int, length: int) -> tuple[int, int]:
    """First and last of the years whose number begins as the value does: 1990 to 1999, 49 to 40 BC.

    There is no year 0, so that the units on both sides of it are a year short.
    """
    if index >= 0:
        return max(1, index * length), (index + 1) * length - 1
    return 2 + index * length, min(0, 1 + (index + 1) * length)


def _clock(index: int, length: int) -> str:
    day, second = divmod(index * length, DAY)
    hours, rest = divmod(second, 3600)
    text = f"{_day(day + 1)}T{hours:02}"
    if length < 3600:
        text += f":{rest // 60:02}"
    if length < 60:
        text += f":{rest % 60:02}"
    return text


def _week(index: int) -> str:
    # ISO 8601: a week belongs to the year of its Thursday.
    thursday = index * 7 + 4
    year = civil(thursday)[0]
    return f"{year_text(year)}-W{(thursday - ordinal(year, 1, 1)) // 7 + 1:02}"


def _day(index: int) -> str:
    year, month, day = civil(index)
    return f"{year_text(year)}-{month:02}-{day:02}"


_SPELLED: dict[Granularity, Callable[[int], str]] = {
    G.SECOND: lambda index: _clock(index, 1),
    G.MINUTE: lambda index: _clock(index, 60),
    G.HOUR: lambda index: _clock(index, 3600),
    G.PART_OF_DAY: lambda index: f"{_day(index // 8)}T{PARTS_OF_DAY[index % 8]}",
    G.DAY: _day,
    G.WEEKEND: lambda index: f"{_week(index)}-WE",
    G.WEEK: _week,
    G.MONTH: lambda index: f"{year_text(index // 12)}-{index % 12 + 1:02}",
    G.SEASON: lambda index: f"{year_text(index // 4)}-{SEASONS[index % 4]}",
    G.QUARTER: lambda index: f"{year_text(index // 4)}-Q{index % 4 + 1}",
    G.HALF_YEAR: lambda index: f"{year_text(index // 2)}-H{index % 2 + 1}",
    G.YEAR: year_text,
    G.DECADE: lambda index: f"{index:03}" if index >= 0 else f"BC{-index - 1:03}",
    G.CENTURY: lambda index: f"{index:02}" if index >= 0 else f"BC{-index - 1:02}",
    G.MILLENNIUM: lambda index: f"{index:01}" if index >= 0 else f"BC{-index - 1:01}",
}


@lru_cache(maxsize=8192)
def _value(period: Period) -> str:
    return _SPELLED[period.granularity](period.number)
