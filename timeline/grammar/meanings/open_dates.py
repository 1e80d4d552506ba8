"""Dates that the text leaves open: "on Tuesday", "August 7", "the third quarter"."""

from __future__ import annotations

from timeline.grammar.meanings.building_blocks import G, fixed
from timeline.grammar.meanings.holidays import HOLIDAYS
from timeline.temporal.calendar import is_date
from timeline.temporal.operators import Bare, Inside, Moved, Operator
from timeline.temporal.period import SEASONS, Period
from timeline.temporal.recurrence import Recurrence, month_days, months, seasons, weekdays


def weekday(weekday: int) -> Operator:
    """ "on Tuesday"."""
    return Bare(weekdays(weekday))


def month(month: int) -> Operator:
    """ "in August"."""
    return Bare(months(month))


def month_day(month: int, day: int, weekday: int = 0) -> Operator | None:
    """ "August 7", "Friday, Aug. 7"."""
    return Bare(month_days(month, day, weekday)) if is_date(2000, month, day) else None


def weekend() -> Operator:
    """ "the weekend"."""
    return Bare(Recurrence(G.WEEK, G.WEEKEND, "weekend", 0))


def day_of_month(day: int) -> Operator | None:
    """ "the 13th"."""
    return Bare(Recurrence(G.MONTH, G.DAY, "day", day)) if 1 <= day <= 31 else None


def season(season: str) -> Operator:
    """ "in summer"."""
    return Bare(seasons(SEASONS.index(season)))


def quarter(ordinal: int) -> Operator | None:
    """ "the third quarter"."""
    return Bare(Recurrence(G.YEAR, G.QUARTER, "quarter", ordinal)) if 1 <= ordinal <= 4 else None


def half_year(ordinal: int) -> Operator | None:
    """ "the first half"."""
    return Bare(Recurrence(G.YEAR, G.HALF_YEAR, "half", ordinal)) if 1 <= ordinal <= 2 else None


def half_of_year(year: int, ordinal: int) -> Operator | None:
    """ "the first half of 1990"."""
    return fixed(Period(G.HALF_YEAR, year * 2 + ordinal - 1)) if 1 <= ordinal <= 2 else None


def holiday(holiday: str) -> Operator:
    """ "on Christmas Eve"."""
    return Bare(HOLIDAYS[holiday])


def holiday_weekend(holiday: str) -> Operator:
    """ "Memorial Day weekend": the one beside it, before a Monday and after a Thursday."""
    return Moved(Moved(Bare(HOLIDAYS[holiday]), G.DAY, -3), G.WEEKEND, 0)


def holiday_of_year(holiday: str, year: int) -> Operator | None:
    """ "Easter 1916"."""
    return Inside(fixed(Period.year(year)), HOLIDAYS[holiday])


def month_and_year(month: int, year: int) -> tuple[Operator, Operator]:
    """ "the August coup of 1991": the month of that year, and the year."""
    return fixed(Period.month(year, month)), fixed(Period.year(year))


def season_and_year(season: str, year: int) -> tuple[Operator, Operator]:
    """ "the Spring Offensive of 1918"."""
    return fixed(Period.season(year, season)), fixed(Period.year(year))


def holiday_and_year(holiday: str, year: int) -> tuple[Operator, Operator]:
    """ "the Easter Rising of 1916"."""
    return Inside(fixed(Period.year(year)), HOLIDAYS[holiday]), fixed(Period.year(year))
