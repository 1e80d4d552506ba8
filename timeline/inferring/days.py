"""The days that a text names by itself, each as a reader without any publication date would take it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from timeline.directions import AHEAD, direction_of
from timeline.grammar.locale import Locale
from timeline.resolutions import Resolution
from timeline.spans import Span
from timeline.tagging import tag
from timeline.temporal.calendar import weekday
from timeline.temporal.granularity import Granularity
from timeline.temporal.operators import Bare, Shift, Source
from timeline.temporal.timex import TimexType

_TWO_READINGS = re.compile(r"(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d(?!\d))")
_WORD = re.compile(r"[^\W\d_]+")
_TOUCHING = 3
"""How many signs stand between a weekday and its date at most: "Friday, "."""
_EARLIEST, _LATEST = date(1500, 1, 1).toordinal(), date(9990, 1, 1).toordinal()


class NamedDay(NamedTuple):
    """A day with its year: "13 August 2015"."""

    day: int
    """Its number."""
    span: Span
    has_clock: bool
    """Whether a time of day is told with it."""
    direction: int
    """Where its clause looks, as `policies` says."""
    other: int | None = None
    """What it would be with day and month the other way round; None where the words or a weekday decide."""


class NamedWeekday(NamedTuple):
    """A weekday without a date: "on Friday"."""

    weekday: int
    """0 for Monday."""
    span: Span
    ahead: bool
    """Whether its clause looks ahead."""


class Told(NamedTuple):
    """What a text says about days."""

    days: tuple[NamedDay, ...]
    weekdays: tuple[NamedWeekday, ...]
    relative: tuple[tuple[int, Span], ...]
    """"Yesterday", "today" and "tomorrow": how many days from the publication, and where."""
    last_year: int | None
    """The last year that is named for something that is not to come."""
    contradiction: tuple[NamedDay, ...] = ()
    """Days whose own weekday is another: "Friday, 13 August 2015"."""
    yearless: str = ""
    """The first day that is named without its year: "August 14"."""


def read_days(text: str, resolutions: Sequence[Resolution], locale: Locale, date_order: str | None = None) -> Told:
    """The days of a text whose expressions were resolved without a publication date."""
    days: list[NamedDay] = []
    weekdays: list[NamedWeekday] = []
    relative: list[tuple[int, Span]] = []
    years: list[int] = []
    yearless = ""
    for found in resolutions:
        meaning, span = found.expression.meaning, found.expression.span
        if isinstance(meaning, Bare) and meaning.recurrence.kind == "weekday":
            ahead = direction_of(text, span, locale.cues) >= AHEAD
            weekdays.append(NamedWeekday(meaning.recurrence.place - 1, span, ahead))
        elif isinstance(meaning, Shift) and (meaning.unit, meaning.source) == (Granularity.DAY, Source.STORY):
            relative.append((meaning.count, span))
        elif isinstance(meaning, Bare) and meaning.recurrence.kind == "month_day":
            yearless = yearless or found.expression.text
        elif day := _day(found):
            look = direction_of(text, span, locale.cues)
            years += [date.fromordinal(day).year] if look < AHEAD else []
            days.append(_read(day, found, look, locale.code, date_order))
        elif (year := _year(found)) and direction_of(text, span, locale.cues) < AHEAD:
            years.append(year)
    sound: list[NamedDay] = []
    wrong: list[NamedDay] = []
    for each in days:
        own = _own_weekday(text, each, weekdays, locale)
        agreeing = [number for number in (each.day, each.other) if number and own in (None, weekday(number))]
        if own is None:
            sound.append(each)
        elif agreeing:
            sound.append(each._replace(day=agreeing[0], other=None))
        else:
            wrong.append(each)
    alone = tuple(each for each in weekdays if not any(_touches(each, day) for day in days))
    return Told(tuple(sound), alone, tuple(relative), max(years, default=None), tuple(wrong), yearless)


def _year(found: Resolution) -> int | None:
    """The year of a month or a year that the words fix by themselves."""
    value = found.value
    if value is None or value.period is None or found.anchor is not None:
        return None
    return value.period.within(Granularity.YEAR).number if value.period.granularity <= Granularity.YEAR else None


def _day(found: Resolution) -> int | None:
    """The number of the day that the words fix by themselves."""
    value = found.value
    if value is None or value.interval is None or found.anchor is not None or value.modifier is not None:
        return None
    if (
        value.granularity is None
        or value.granularity > Granularity.DAY
        or value.type not in (TimexType.DATE, TimexType.TIME)
    ):
        return None
    number = value.interval.first_day
    return number if _EARLIEST < number < _LATEST else None


def _is_on_clock(found: Resolution) -> bool:
    granularity = found.value.granularity if found.value else None
    return granularity is not None and granularity <= Granularity.HOUR


def _read(day: int, found: Resolution, direction: int, language: str, date_order: str | None) -> NamedDay:
    span, clock = found.expression.span, _is_on_clock(found)
    figures = _TWO_READINGS.search(found.expression.text)
    if figures is None:
        return NamedDay(day, span, clock, direction)
    first, second = int(figures["first"]), int(figures["second"])
    year = date.fromordinal(day).year
    order = date_order or ("DMY" if figures["mark"] == "." and language != "en" else None)
    if first > 12 or second > 12 or first == second or not f"{year}".endswith(figures["year"]):
        return NamedDay(day, span, clock, direction)
    day_first, month_first = date(year, second, first).toordinal(), date(year, first, second).toordinal()
    if order == "DMY":
        return NamedDay(day_first, span, clock, direction)
    if order == "MDY":
        return NamedDay(month_first, span, clock, direction)
    return NamedDay(min(day_first, month_first), span, clock, direction, max(day_first, month_first))


def _own_weekday(text: str, named: NamedDay, weekdays: Sequence[NamedWeekday], locale: Locale) -> int | None:
    """The weekday that is told with a date, in its words or right before them: "Friday, 14 August 2015"."""
    before = next((each.weekday for each in weekdays if _touches(each, named)), None)
    word = _WORD.match(text, *named.span)
    if before is not None or word is None:
        return before
    inside = [each.meaning for each in tag(word[0], locale)]
    return next(
        (each.recurrence.place - 1 for each in inside if isinstance(each, Bare) and each.recurrence.kind == "weekday"),
        None,
    )


def _touches(told: NamedWeekday, named: NamedDay) -> bool:
    return 0 <= named.span.start - told.span.end <= _TOUCHING
