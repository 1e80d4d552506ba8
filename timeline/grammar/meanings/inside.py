"""A time inside another time: "Friday of last week", "the first week of May"."""

from __future__ import annotations

from timeline.grammar.meanings.building_blocks import G, fixed
from timeline.grammar.meanings.units import UNITS
from timeline.temporal.calendar import is_date
from timeline.temporal.operators import Bare, Inside, Moved, Nth, Operator
from timeline.temporal.period import SEASONS, Period
from timeline.temporal.recurrence import Recurrence, month_days, months, seasons, weekdays


def weekday_of(weekday: int, date: Operator) -> Operator:
    """ "Friday of last week"."""
    return Inside(date, weekdays(weekday))


def weekday_date(weekday: int, date: Operator) -> Operator:
    """ "Tuesday, August 7": the date decides."""
    return date


def month_in(month: int, date: Operator) -> Operator:
    """ "March of last year"."""
    return Inside(date, months(month))


def month_day_in(month: int, day: int, date: Operator) -> Operator | None:
    """ "August 7 of last year"."""
    return Inside(date, month_days(month, day)) if is_date(2000, month, day) else None


def quarter_in(ordinal: int, date: Operator) -> Operator | None:
    """ "last year's third quarter"."""
    return Inside(date, Recurrence(G.YEAR, G.QUARTER, "quarter", ordinal)) if 1 <= ordinal <= 4 else None


def half_in(ordinal: int, date: Operator) -> Operator | None:
    """ "the first half of next year"."""
    return Inside(date, Recurrence(G.YEAR, G.HALF_YEAR, "half", ordinal)) if 1 <= ordinal <= 2 else None


def season_in(season: str, date: Operator) -> Operator:
    """ "the summer of last year"."""
    return Inside(date, seasons(SEASONS.index(season)))


def day_in(day: int, date: Operator) -> Operator | None:
    """ "the 5th of that month"."""
    return Inside(date, Recurrence(G.MONTH, G.DAY, "day", day)) if 1 <= day <= 31 else None


def nth_in(ordinal: int, unit: str, date: Operator) -> Operator | None:
    """ "the first week of August", "the last day of the month" (-1)."""
    return Nth(date, UNITS[unit].granularity, ordinal)


def weekday_of_month(ordinal: int, weekday: int, month: int, year: int = 0) -> Operator | None:
    """ "the first Sunday in May", "the last Friday of June 2015" (-1)."""
    if ordinal not in (-1, 1, 2, 3, 4):
        return None
    recurrence = Recurrence(G.YEAR, G.DAY, "nth_weekday", month * 10 + max(0, ordinal), weekday)
    return Inside(fixed(Period.year(year)), recurrence) if year else Bare(recurrence)


def unit_of(unit: str, date: Operator) -> Operator:
    """ "the week of Feb. 10", "the year of 1990": the unit that holds the date."""
    return Moved(date, UNITS[unit].granularity, 0)


def that(date: Operator) -> Operator:
    """Another time in other words."""
    return date
