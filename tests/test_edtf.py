"""EDTF: one row a kind of time, both sides of year 1 and of every unit's bounds."""

from __future__ import annotations

import pytest

from timeline.temporal.calendar import ordinal
from timeline.temporal.edtf import to_edtf
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.period import Period
from timeline.temporal.timex import Modifier, TimeValue, TimexType


def days(first: tuple[int, int, int], last: tuple[int, int, int], granularity: Granularity) -> TimeValue:
    """A range, as two joined expressions give one: no single period of the calendar."""
    interval = Interval.of_days(ordinal(*first), ordinal(*last))
    return TimeValue(TimexType.DATE, "range", granularity, None, interval)


MONTH, YEAR = Period.month(2015, 8), Period.year(1990)

CASES = [
    ("day", TimeValue.of(Period.day(2015, 8, 14)), "2015-08-14"),
    ("day before year 1", TimeValue.of(Period.day(-43, 3, 15)), "-0043-03-15"),
    ("year 1 BC is year 0", TimeValue.of(Period.year(0)), "0000"),
    ("year before year 1", TimeValue.of(Period.year(-43)), "-0043"),
    ("year past 9999", TimeValue.of(Period.year(12_015)), "Y12015"),
    ("week", TimeValue.of(Period.day(2015, 8, 5).within(Granularity.WEEK)), "2015-08-03/2015-08-09"),
    ("weekend", TimeValue.of(Period.day(2015, 8, 5).within(Granularity.WEEKEND)), "2015-08-08/2015-08-09"),
    ("month", TimeValue.of(MONTH), "2015-08"),
    ("spring", TimeValue.of(Period.season(2015, "SP")), "2015-21"),
    ("winter, named by its December", TimeValue.of(Period.season(2015, "WI")), "2015-24"),
    ("quarter", TimeValue.of(MONTH.within(Granularity.QUARTER)), "2015-07/2015-09"),
    ("half year", TimeValue.of(MONTH.within(Granularity.HALF_YEAR)), "2015-07/2015-12"),
    ("decade", TimeValue.of(YEAR.within(Granularity.DECADE)), "199X"),
    ("century", TimeValue.of(YEAR.within(Granularity.CENTURY)), "19XX"),
    ("decade before year 1", TimeValue.of(Period(Granularity.DECADE, -5)), "-0048/-0039"),
    (
        "clock time is its day",
        TimeValue.of(Period(Granularity.HOUR, Period.day(2015, 8, 14).interval.start // 3600 + 15)),
        "2015-08-14",
    ),
    ("morning", TimeValue.of(Period.part_of_day(ordinal(2015, 8, 14), "MO")), "2015-08-14"),
    ("about", TimeValue.of(YEAR).modified(Modifier.APPROX), "1990~"),
    ("late", TimeValue.of(MONTH).modified(Modifier.END), "2015-08~"),
    ("about, two ends", TimeValue.of(MONTH.within(Granularity.QUARTER)).modified(Modifier.APPROX), "2015-07~/2015-09~"),
    ("before", TimeValue.of(MONTH).modified(Modifier.BEFORE), "../2015-08"),
    ("since", TimeValue.of(MONTH).modified(Modifier.ON_OR_AFTER), "2015-08/.."),
    ("range of days", days((2015, 6, 3), (2015, 6, 5), Granularity.DAY), "2015-06-03/2015-06-05"),
    ("range of days that fills a month", days((2015, 6, 1), (2015, 6, 30), Granularity.DAY), "2015-06-01/2015-06-30"),
    ("range of months", days((2015, 6, 1), (2015, 8, 31), Granularity.MONTH), "2015-06/2015-08"),
    ("range of years", days((2011, 1, 1), (2013, 12, 31), Granularity.YEAR), "2011/2013"),
    ("range of years into the present", days((2011, 1, 1), (2013, 3, 5), Granularity.YEAR), "2011-01-01/2013-03-05"),
    ("duration", TimeValue(TimexType.DURATION, "P4Y", Granularity.YEAR), None),
    ("reference", TimeValue(TimexType.DATE, "PAST_REF"), None),
]


@pytest.mark.parametrize(("value", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_time_is_written_in_edtf(value: TimeValue, expected: str | None) -> None:
    assert to_edtf(value) == expected
