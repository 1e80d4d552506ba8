"""Durations, and times that come again and again."""

from __future__ import annotations

from timeline.grammar.meanings.building_blocks import G, Number
from timeline.grammar.meanings.units import UNITS
from timeline.temporal.granularity import Granularity
from timeline.temporal.operators import Fixed, Modified, Operator
from timeline.temporal.timex import Modifier, TimeValue, TimexType


def _length(unit: str, number: Number | None, plural: bool = True) -> str | None:
    time, letter, scale = UNITS[unit].time, UNITS[unit].letter, UNITS[unit].scale
    if number is None:
        letter = {"decade": "DE", "century": "CE", "millennium": "ML"}.get(unit, letter)
        return f"P{time}X{letter}"
    count = number * scale
    if count < 0 or count > 10**12:
        return None
    if count == int(count):
        return f"P{time}{int(count)}{letter}"
    whole, rest = int(count), count - int(count)
    finer = {
        "year": ("", "M", 12),
        "hour": ("T", "M", 60),
        "minute": ("T", "S", 60),
        "week": ("", "D", 7),
        "day": ("T", "H", 24),
    }.get(unit)
    if finer and rest * finer[2] == int(rest * finer[2]):
        small = f"{finer[0] if not time else ''}{int(rest * finer[2])}{finer[1]}"
        return f"P{time}{whole}{letter}{small}" if whole else f"P{finer[0]}{int(rest * finer[2])}{finer[1]}"
    return f"P{time}{float(count):g}{letter}"


def duration(unit: str, number: Number) -> Operator | None:
    """ "two weeks", "2 1/2 years", "a decade"."""
    value = _length(unit, number)
    return None if value is None else Fixed(TimeValue(TimexType.DURATION, value, UNITS[unit].granularity))


def stretch(unit: str, number: Number) -> Operator | None:
    """ "the nine months", "the past two weeks": as long, and one stretch of time that the text tells of."""
    value = _length(unit, number)
    if value is None:
        return None
    return Fixed(TimeValue(TimexType.DURATION, value, UNITS[unit].granularity), UNITS[unit].granularity >= G.MONTH)


def seasons_long(season: str, number: Number) -> Operator:
    """ "two summers"."""
    return Fixed(TimeValue(TimexType.DURATION, f"P{number}{season}", G.SEASON))


def over(unit: str, number: Number) -> Operator | None:
    """ "over a week"."""
    length = duration(unit, number)
    return None if length is None else Modified(length, Modifier.MORE_THAN)


def some(unit: str) -> Operator:
    """ "several months", "years": nobody says how many."""
    return Fixed(TimeValue(TimexType.DURATION, _length(unit, None) or "PX", UNITS[unit].granularity))


def long_duration(number: Number, unit: str, more: Number, smaller: str) -> Operator | None:
    """ "two years and six months"."""
    first, second = _length(unit, number), _length(smaller, more)
    if first is None or second is None or UNITS[smaller].granularity >= UNITS[unit].granularity:
        return None
    tail = second[1:].removeprefix("T") if UNITS[unit].time else second[1:]
    return Fixed(TimeValue(TimexType.DURATION, first + tail, UNITS[smaller].granularity))


def _set(value: str, granularity: Granularity) -> Operator:
    return Fixed(TimeValue(TimexType.SET, value, granularity))


def every_unit(unit: str, number: Number = 1) -> Operator | None:
    """ "every two weeks", "daily", "annual"."""
    value = _length(unit, number)
    return None if value is None else _set(value, UNITS[unit].granularity)


def every_few(unit: str) -> Operator:
    """ "every few years": nobody says how many."""
    return _set(_length(unit, None) or "PX", UNITS[unit].granularity)


def every_weekday(weekday: int) -> Operator:
    """ "every Tuesday", "Tuesdays"."""
    return _set(f"XXXX-WXX-{weekday}", G.DAY)


def every_month(month: int) -> Operator:
    """ "each July"."""
    return _set(f"XXXX-{month:02}", G.MONTH)


def every_season(season: str) -> Operator:
    """ "every summer"."""
    return _set(f"XXXX-{season}", G.SEASON)


def every_part_of_day(part: str) -> Operator:
    """ "every morning"."""
    return _set(f"XXXX-XX-XXT{part}", G.PART_OF_DAY)


def every_weekday_part(weekday: int, part: str) -> Operator:
    """ "Tuesday mornings"."""
    return _set(f"XXXX-WXX-{weekday}T{part}", G.PART_OF_DAY)


def every_weekend() -> Operator:
    """ "weekends"."""
    return _set("XXXX-WXX-WE", G.WEEKEND)


def every_working_day() -> Operator:
    """ "weekdays"."""
    return _set("XXXX-WXX-WD", G.DAY)
