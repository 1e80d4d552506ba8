"""A time as EDTF writes it, for archives and catalogues.

Source: Extended Date/Time Format (ISO 8601-2:2019), levels 0 and 1. Where level 1 has no word for a
unit (week, quarter, a span of days) an interval says it.
"""

from __future__ import annotations

from timeline.temporal.calendar import civil, iso_day, month_length
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.period import SEASONS, Period
from timeline.temporal.timex import Modifier, TimeValue

OPEN_BEFORE = (Modifier.BEFORE, Modifier.ON_OR_BEFORE)
OPEN_AFTER = (Modifier.AFTER, Modifier.ON_OR_AFTER)
APPROXIMATE = (Modifier.APPROX, Modifier.START, Modifier.MID, Modifier.END)
"""EDTF has no "early" or "late": about then is the nearest that is true."""

_UNIT_DIGITS = {Granularity.DECADE: 1, Granularity.CENTURY: 2, Granularity.MILLENNIUM: 3}


def to_edtf(value: TimeValue) -> str | None:
    """The value in EDTF; None for what has no place on the calendar.

    A clock time is written as its day, since EDTF has no time without seconds.

    >>> to_edtf(TimeValue.of(Period.day(2015, 8, 5).within(Granularity.WEEK)))
    '2015-08-03/2015-08-09'
    >>> to_edtf(TimeValue.of(Period.season(1990, "SU"))), to_edtf(TimeValue.of(Period(Granularity.DECADE, 199)))
    ('1990-22', '199X')
    >>> to_edtf(TimeValue.of(Period.month(2015, 8)).modified(Modifier.START))
    '2015-08~'
    >>> to_edtf(TimeValue.of(Period.year(1990)).modified(Modifier.BEFORE))
    '../1990'
    """
    if value.interval is None:
        return None
    first, last = _ends(value, value.interval)
    if value.modifier in OPEN_BEFORE:
        return f"../{last}"
    if value.modifier in OPEN_AFTER:
        return f"{first}/.."
    about = "~" if value.modifier in APPROXIMATE else ""
    return f"{first}{about}" if first == last else f"{first}{about}/{last}{about}"


def _ends(value: TimeValue, interval: Interval) -> tuple[str, str]:
    if value.period is not None and (unit := _unit(value.period)) is not None:
        return unit, unit
    first, last = interval.first_day, interval.last_day
    coarsest = value.granularity or Granularity.DAY
    if coarsest >= Granularity.YEAR and _starts_year(first) and _ends_year(last):
        return _year(civil(first)[0]), _year(civil(last)[0])
    if coarsest >= Granularity.MONTH and _starts_month(first) and _ends_month(last):
        return _month(first), _month(last)
    return iso_day(first), iso_day(last)


def _unit(period: Period) -> str | None:
    """The period as one EDTF date, where level 1 has a form for it."""
    granularity, index = period
    if granularity <= Granularity.DAY:
        return iso_day(period.first_day)
    if granularity is Granularity.MONTH:
        return _month(period.first_day)
    if granularity is Granularity.SEASON:
        year, season = divmod(index, len(SEASONS))
        return f"{_year(year)}-{21 + season}"
    if granularity is Granularity.YEAR:
        return _year(index)
    digits = _UNIT_DIGITS.get(granularity)
    if digits is not None and 0 < index < 10 ** (4 - digits):
        return f"{index:0{4 - digits}}" + "X" * digits
    return None


def _year(year: int) -> str:
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def _month(day: int) -> str:
    year, month, _ = civil(day)
    return f"{_year(year)}-{month:02}"


def _starts_month(day: int) -> bool:
    return civil(day)[2] == 1


def _ends_month(day: int) -> bool:
    year, month, last = civil(day)
    return last == month_length(year, month)


def _starts_year(day: int) -> bool:
    return civil(day)[1:] == (1, 1)


def _ends_year(day: int) -> bool:
    return civil(day)[1:] == (12, 31)
