"""Values as a person writes them: TIMEX3 for one unit of the calendar, a stroke between the ends of a stretch."""

from __future__ import annotations

import re

from timeline.temporal.calendar import DAY, is_date, ordinal
from timeline.temporal.granularity import Granularity
from timeline.temporal.period import PARTS_OF_DAY, SEASONS, Period
from timeline.temporal.timex import TimeValue

G = Granularity

_UNIT = re.compile(
    r"(?P<year>BC[0-9]{4}|[0-9]{4})"
    r"(?:-W(?P<week>[0-9]{2})(?P<weekend>-WE)?|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI)"
    r"|-(?P<month>[0-9]{2})"
    r"(?:-(?P<day>[0-9]{2})(?:T(?:(?P<part>[A-Z]{2})|(?P<hour>[0-9]{2})(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?))?)?"
    r")?"
)
_COARSE = {3: G.DECADE, 2: G.CENTURY}
"""Which unit so many figures of a year are."""


def written_value(text: str) -> TimeValue | None:
    """The place on the calendar that somebody wrote down; None where it is no such thing.

    >>> [value.value for text in ("2015-W32", "2015-08-14T09:30", "BC0044-03-15", "199") if (value := written_value(text))]
    ['2015-W32', '2015-08-14T09:30', 'BC0044-03-15', '199']
    >>> value = written_value("2015-08-03/2015-08-05")
    >>> value.value, value.interval.days()
    ('2015-08-03/2015-08-05', ('2015-08-03', '2015-08-05'))
    >>> written_value("2015-02-30"), written_value("2015-08-05/2015-08-03"), written_value("last week")
    (None, None, None)
    """
    first, stroke, last = text.strip().upper().partition("/")
    start = _period(first.strip())
    if start is None or not stroke:
        return None if start is None else TimeValue.of(start)
    end = _period(last.strip())
    if end is None or end.interval.start < start.interval.start or end.interval.end < start.interval.end:
        return None
    finer = min(start, end, key=lambda period: period.granularity)
    interval = start.interval.joined(end.interval)
    return TimeValue(TimeValue.of(finer).type, f"{start.value}/{end.value}", finer.granularity, None, interval)


def _period(text: str) -> Period | None:
    """The unit of that TIMEX3 value."""
    if len(text) in _COARSE and text.isascii() and text.isdecimal():
        return Period(_COARSE[len(text)], int(text))
    found = _UNIT.fullmatch(text)
    period = None if found is None else _unit(found)
    # What the calendar lacks (month 13, hour 24, week 53 of most years) comes out as another unit.
    return period if period is not None and period.value == text else None


def _unit(found: re.Match[str]) -> Period | None:
    year = int(found["year"]) if found["year"].isdecimal() else 1 - int(found["year"][2:])
    if found["week"]:
        # ISO 8601: 4 January is in the first week.
        week = Period.day(year, 1, 4).within(G.WEEK).shifted(int(found["week"]) - 1)
        return Period(G.WEEKEND, week.number) if found["weekend"] else week
    if found["quarter"]:
        return Period(G.QUARTER, year * 4 + int(found["quarter"]) - 1)
    if found["half"]:
        return Period(G.HALF_YEAR, year * 2 + int(found["half"]) - 1)
    if found["season"]:
        return Period(G.SEASON, year * 4 + SEASONS.index(found["season"]))
    if not found["month"]:
        return Period.year(year)
    if not found["day"]:
        return Period.month(year, int(found["month"]))
    if not is_date(year, int(found["month"]), int(found["day"])):
        return None
    day = ordinal(year, int(found["month"]), int(found["day"]))
    if found["part"]:
        return Period.part_of_day(day, found["part"]) if found["part"] in PARTS_OF_DAY else None
    if not found["hour"]:
        return Period(G.DAY, day)
    second = (day - 1) * DAY + int(found["hour"]) * 3600 + int(found["minute"] or 0) * 60 + int(found["second"] or 0)
    return Period.of_second(G.SECOND if found["second"] else G.MINUTE if found["minute"] else G.HOUR, second)
