"""Times counted from another time: the publication date, or what was told before."""

from __future__ import annotations

from timeline.grammar.meanings.building_blocks import G, Number
from timeline.grammar.meanings.holidays import HOLIDAYS
from timeline.grammar.meanings.units import UNITS
from timeline.temporal.calendar import is_date
from timeline.temporal.granularity import Granularity
from timeline.temporal.operators import (
    Directed,
    Direction,
    Fixed,
    InYear,
    Latest,
    Moved,
    Operator,
    Shift,
    Source,
    Unsaid,
)
from timeline.temporal.period import SEASONS
from timeline.temporal.recurrence import Recurrence, month_days, months, seasons, weekdays
from timeline.temporal.timex import TimeValue, TimexType


def relative_unit(direction: int, unit: str) -> Operator:
    """ "last week", "this year", "next decade": counted from the publication date."""
    return Shift(UNITS[unit].granularity, direction * UNITS[unit].steps, Source.STORY)


def relative_day(offset: int) -> Operator:
    """ "yesterday", "tomorrow"."""
    return Shift(G.DAY, offset, Source.STORY)


def ago(unit: str, number: Number = 1) -> Operator | None:
    """ "two years ago": counted from the publication date, to the granularity of the unit.

    "A decade ago" is ten years ago, not somewhere in the decade before.
    """
    if unit == "decade":
        return _counted("year", -number * UNITS[unit].scale, Source.STORY)
    return _counted(unit, -number, Source.STORY)


def ahead(unit: str, number: Number = 1) -> Operator | None:
    """ "in two weeks", "three days from now"."""
    return _counted(unit, number, Source.STORY)


def earlier(unit: str, number: Number = 1) -> Operator | None:
    """ "two days earlier": counted from the last time told, in its granularity where that is finer."""
    return _counted(unit, -number, Source.EARLIER, keep=True)


def later(unit: str, number: Number = 1) -> Operator | None:
    """ "a week later"."""
    return _counted(unit, number, Source.EARLIER, keep=True)


def following(direction: int, unit: str) -> Operator:
    """ "the following week", "that day", "the previous year": counted from the last time told."""
    return Shift(UNITS[unit].granularity, direction * UNITS[unit].steps, Source.EARLIER)


def same_stretch() -> Operator:
    """ "the period": whatever stretch was told last."""
    return Shift(G.YEAR, 0, Source.STRETCH, keep=True)


def unsaid() -> Operator:
    """ "at that time": a time that the text has told, without saying which one it means."""
    return Unsaid()


def year_earlier(unit: str = "period") -> Operator:
    """ "the year-earlier quarter", "the same period last year": of the stretch told last."""
    if unit == "period":
        return Shift(G.YEAR, -1, Source.STRETCH, keep=True)
    return Moved(Shift(UNITS[unit].granularity, 0, Source.EARLIER), G.YEAR, -1)


def year_before() -> Operator:
    """ "year-ago", before a quarter: the year before the one told last."""
    return Moved(Shift(G.YEAR, 0, Source.EARLIER), G.YEAR, -1)


def latest(unit: str) -> Operator:
    """ "the latest quarter": the one told last, else the last one that is over."""
    return Latest(UNITS[unit].granularity)


def latest_in_year(unit: str, year: int) -> Operator:
    """ "the 1988 quarter": like the one told last, in that year."""
    return InYear(latest(unit), year)


_HALF = {G.QUARTER: 45, G.MONTH: 15, G.WEEK: 3}
"""Half as long as these, in days."""


def unit_ended(unit: str, date: Operator) -> tuple[Operator, Operator]:
    """ "the quarter ended July 31": the one in which most of it lies, and the day."""
    granularity = UNITS[unit].granularity
    return Moved(Moved(date, G.DAY, -_HALF[granularity]), granularity, 0), date


def unit_ended_in(unit: str, date: Operator) -> tuple[Operator, Operator]:
    """ "the quarter that ended in December": the one that holds that month, and the month."""
    return Moved(date, UNITS[unit].granularity, 0), date


def year_ended(date: Operator) -> tuple[Operator, Operator]:
    """ "the year ended March 31": a year's length, since it is none of the calendar, and the day."""
    return Fixed(TimeValue(TimexType.DURATION, "P1Y", G.YEAR)), date


_FINER: dict[Granularity, tuple[tuple[Granularity, int], ...]] = {
    G.CENTURY: ((G.YEAR, 100),),
    G.DECADE: ((G.YEAR, 10),),
    G.YEAR: ((G.MONTH, 12), (G.QUARTER, 4)),
    G.WEEK: ((G.DAY, 7),),
    G.HOUR: ((G.MINUTE, 60),),
}
"""By unit, finer ones and how many of them it has."""


def _counted(unit: str, number: Number, source: Source, keep: bool = False) -> Operator | None:
    granularity = UNITS[unit].granularity
    count = number * UNITS[unit].steps
    if count != int(count):
        # "a year and a half ago": in the next finer unit that makes it whole
        for finer, per in _FINER.get(granularity, ()):
            if count * per == int(count * per):
                return Shift(finer, int(count * per), source, keep)
        count = round(count)
    return Shift(granularity, int(count), source, keep)


def moved(unit: str, side: int, date: Operator, number: Number = 1) -> Operator | None:
    """ "two days after 3 May"; the side is -1 for before."""
    return Moved(date, UNITS[unit].granularity, round(number * UNITS[unit].steps) * side)


def relative_weekday(direction: int, weekday: int) -> Operator:
    """ "last Tuesday", "next Friday", "this Monday"."""
    return _directed(weekdays(weekday), direction)


def relative_month(direction: int, month: int) -> Operator:
    """ "last August"."""
    return _directed(months(month), direction)


def relative_season(direction: int, season: str) -> Operator:
    """ "this summer"."""
    return _directed(seasons(SEASONS.index(season)), direction)


def relative_holiday(direction: int, holiday: str) -> Operator:
    """ "last Christmas"."""
    return _directed(HOLIDAYS[holiday], direction)


def relative_month_day(direction: int, month: int, day: int) -> Operator | None:
    """ "last Aug. 7", "next March 1"."""
    return _directed(month_days(month, day), direction) if is_date(2000, month, day) else None


def _directed(recurrence: Recurrence, direction: int) -> Operator:
    return Directed(recurrence, Direction(direction))


def weekday_week(weekday: int) -> Operator:
    """ "Tuesday week": a week after the coming one."""
    return Moved(_directed(weekdays(weekday), 1), G.WEEK, 1)


def weekdays_ago(weekday: int, number: Number) -> Operator | None:
    """ "two Sundays ago": the last one is one Sunday ago."""
    if number != int(number) or number < 2:
        return None
    return Moved(_directed(weekdays(weekday), -1), G.WEEK, 1 - int(number))


def seasons_ago(season: str, number: Number = 1) -> Operator | None:
    """ "two summers ago": the last one is one summer ago."""
    if number != int(number) or number < 2:
        return None
    return Moved(relative_season(-1, season), G.YEAR, 1 - int(number))


def following_weekday(direction: int, weekday: int) -> Operator:
    """ "the following Tuesday": from the last time told."""
    return Directed(weekdays(weekday), Direction(direction), Source.EARLIER)


def following_month(direction: int, month: int) -> Operator:
    """ "the following August"."""
    return Directed(months(month), Direction(direction), Source.EARLIER)


def following_season(direction: int, season: str) -> Operator:
    """ "that summer"."""
    return Directed(seasons(SEASONS.index(season)), Direction(direction), Source.EARLIER)
