"""Day numbers and civil dates of the proleptic Gregorian calendar, before year 1 too.

A day is counted as `datetime.date.toordinal` counts it, 0001-01-01 being day 1, and goes on below
it. A year is astronomical: 1 is AD 1, 0 is 1 BC, -43 is 44 BC.
"""

from __future__ import annotations

from datetime import date

DAY = 86_400
"""Seconds in a day of the wall clock."""

_ERA_DAYS = 146_097  # days in 400 years
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February.

    >>> is_leap(2000), is_leap(1900), is_leap(0)
    (True, False, True)
    """
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days in the month.

    >>> month_length(2016, 2)
    29
    """
    return 29 if month == 2 and is_leap(year) else _MONTH_DAYS[month - 1]


def is_date(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day.

    >>> is_date(2015, 2, 30)
    False
    """
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def ordinal(year: int, month: int, day: int) -> int:
    """The day's number.

    >>> ordinal(1, 1, 1), ordinal(0, 12, 31), ordinal(2015, 8, 14) == date(2015, 8, 14).toordinal()
    (1, 0, True)
    """
    if 1 <= year <= 9999:
        return date(year, month, day).toordinal()
    # Shift by whole 400-year eras, which all have the same number of days, into date's own range.
    eras = (year - 2000) // 400
    return date(year - 400 * eras, month, day).toordinal() + eras * _ERA_DAYS


def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day number.

    >>> civil(1), civil(0)
    ((1, 1, 1), (0, 12, 31))
    """
    if 1 <= day <= 3_652_059:
        known = date.fromordinal(day)
        return known.year, known.month, known.day
    eras = (day - 730_120) // _ERA_DAYS
    known = date.fromordinal(day - eras * _ERA_DAYS)
    return known.year + 400 * eras, known.month, known.day


def weekday(day: int) -> int:
    """0 for Monday to 6 for Sunday.

    >>> weekday(ordinal(2015, 8, 14))  # a Friday
    4
    """
    return (day - 1) % 7


def year_text(year: int) -> str:
    """The year as TIMEX3 writes it.

    >>> year_text(2015), year_text(476), year_text(-43)
    ('2015', '0476', 'BC0044')
    """
    return f"{year:04}" if year >= 1 else f"BC{1 - year:04}"


def iso_day(day: int) -> str:
    """The day as ISO 8601 writes it, years before 1 as EDTF does.

    >>> iso_day(ordinal(2015, 8, 3)), iso_day(ordinal(-43, 3, 15))
    ('2015-08-03', '-0043-03-15')
    """
    year, month, day_of_month = civil(day)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{day_of_month:02}"
