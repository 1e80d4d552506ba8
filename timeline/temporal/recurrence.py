"""Times that come again: Tuesdays, Augusts, the seventh of August, summers, Easters."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

from timeline.temporal.calendar import is_date, month_length, ordinal, weekday
from timeline.temporal.granularity import Granularity
from timeline.temporal.period import PARTS_OF_DAY, Period

G = Granularity

Neighbours = tuple[Period | None, Period | None, Period | None]
"""The occurrence before a time, the one at it, and the one after it."""


class Recurrence(Struct, frozen=True, gc=False):
    """At most one period of granularity `inner` in every period of granularity `outer`.

    >>> tuesday = Recurrence(Granularity.WEEK, Granularity.DAY, "weekday", 2)
    >>> tuesday.inside(Period.day(2015, 8, 14).within(Granularity.WEEK)).value
    '2015-08-11'
    >>> leap_day = Recurrence(Granularity.YEAR, Granularity.DAY, "month_day", 2, 29)
    >>> leap_day.inside(Period.year(2015)) is None
    True
    """

    outer: Granularity
    inner: Granularity
    kind: str
    """A key of `KINDS`: how the place is found."""
    place: int
    detail: int = 0
    weekday: int = 0
    """Which day of the week the words give it, 1 for Monday: of the years near by, "Friday, Aug. 7" is of one that fits."""

    def fits(self, period: Period | None) -> bool:
        """Whether an occurrence is on the day of the week that the words give it."""
        return period is not None and self.weekday in (0, weekday(period.first_day) + 1)

    def inside(self, outer: Period) -> Period | None:
        """Its occurrence in that period; None when that one has none (29 February)."""
        return KINDS[self.kind](outer.number, self.place, self.detail)

    def near(self, anchor: Period) -> Neighbours:
        """The last occurrence before the anchor, the one that holds it or lies in it, and the next.

        The anchor is taken as a period of the occurrence's own granularity where it is finer.
        """
        return _near(self, anchor)


@lru_cache(maxsize=16_384)
def _near(recurrence: Recurrence, anchor: Period) -> Neighbours:
    inner = recurrence.inner
    held = anchor.within(inner) if anchor.granularity < inner else anchor
    if held.interval.start > anchor.interval.start:
        held = anchor  # a Tuesday is not in the weekend of its week
    interval = held.interval
    first = anchor.within(recurrence.outer)
    before = same = after = None
    # Eight years lie between some leap days.
    reach = 9 if (recurrence.kind, recurrence.place, recurrence.detail) == ("month_day", 2, 29) else 2
    for step in range(-reach, reach + 1):
        found = recurrence.inside(first.shifted(step))
        if found is None:
            continue
        if found == held or (held.granularity > inner and interval.contains(found.interval)):
            same = same or found
        elif found.interval.start < interval.start:
            before = found
        elif after is None:
            after = found
    return before, same, after


def easter(year: int) -> int:
    """Day number of Western Easter Sunday.

    >>> Period(Granularity.DAY, easter(2015)).value
    '2015-04-05'

    Source: the anonymous Gregorian computus (Nature, 1876).
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    offset = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * offset) // 451
    month, day = divmod(h + offset - 7 * m + 114, 31)
    return ordinal(year, month, day + 1)


def _month_day(year: int, month: int, day: int) -> Period | None:
    return Period(G.DAY, ordinal(year, month, day)) if is_date(year, month, day) else None


def _day_of_month(index: int, day: int, _: int) -> Period | None:
    return _month_day(index // 12, index % 12 + 1, day)


def _nth_weekday(year: int, month_and_nth: int, day_of_week: int) -> Period | None:
    """The nth such weekday (1 to 5, 0 for the last) of the month, as `month * 10 + nth`."""
    month, nth = divmod(month_and_nth, 10)
    if nth == 0:
        last = ordinal(year, month, month_length(year, month))
        return Period(G.DAY, last - (weekday(last) - day_of_week + 1) % 7)
    first = ordinal(year, month, 1)
    return _month_day(year, month, 1 + (day_of_week - 1 - weekday(first)) % 7 + 7 * (nth - 1))


def _weekday_from(year: int, month_and_day: int, day_of_week: int) -> Period | None:
    """The first such weekday from a day of the year on, the day as `month * 100 + day`."""
    first = ordinal(year, *divmod(month_and_day, 100))
    return Period(G.DAY, first + (day_of_week - 1 - weekday(first)) % 7)


KINDS: dict[str, Callable[[int, int, int], Period | None]] = {
    "weekday": lambda week, place, _: Period(G.DAY, week * 7 + place),
    "month": lambda year, month, _: Period.month(year, month),
    "month_day": _month_day,
    "day": _day_of_month,
    "quarter": lambda year, place, _: Period(G.QUARTER, year * 4 + place - 1),
    "half": lambda year, place, _: Period(G.HALF_YEAR, year * 2 + place - 1),
    "season": lambda year, place, _: Period(G.SEASON, year * 4 + place),
    "decade": lambda century, place, _: Period(G.DECADE, century * 10 + (place if century >= 0 else 9 - place)),
    "year": lambda century, place, _: Period(G.YEAR, century * 100 + place),
    "easter": lambda year, days, _: Period(G.DAY, easter(year) + days),
    "nth_weekday": _nth_weekday,
    "weekday_from": _weekday_from,
    "weekend": lambda week, _, __: Period(G.WEEKEND, week),
    "part_of_day": lambda day, place, _: Period(G.PART_OF_DAY, day * 8 + place),
    "minute": lambda day, place, _: Period(G.MINUTE, (day - 1) * 1440 + place),
    "hour": lambda day, place, _: Period(G.HOUR, (day - 1) * 24 + place),
}
"""By the name of the kind: (index of the outer period, place, detail) to the occurrence."""


def weekdays(place: int) -> Recurrence:
    """The day of the week, 1 for Monday."""
    return Recurrence(G.WEEK, G.DAY, "weekday", place)


def months(month: int) -> Recurrence:
    """The month, 1 for January."""
    return Recurrence(G.YEAR, G.MONTH, "month", month)


def month_days(month: int, day: int, weekday: int = 0) -> Recurrence:
    """The day of a month, every year, with the day of the week that it has in the year that is meant."""
    return Recurrence(G.YEAR, G.DAY, "month_day", month, day, weekday)


def seasons(place: int) -> Recurrence:
    """The season, 0 for spring."""
    return Recurrence(G.YEAR, G.SEASON, "season", place)


def parts_of_day(code: str) -> Recurrence:
    """The part of every day, by its TIMEX3 code."""
    return Recurrence(G.DAY, G.PART_OF_DAY, "part_of_day", PARTS_OF_DAY.index(code))
