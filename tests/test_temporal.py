"""Time itself, mostly as properties that hold for every day, unit and year."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline.temporal.calendar import civil, is_date, iso_day, month_length, ordinal, weekday
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.operators import (
    Directed,
    Direction,
    Fixed,
    Inside,
    Latest,
    Modified,
    Moved,
    Nth,
    Operator,
    Shift,
    Source,
    shifted_by,
)
from timeline.temporal.period import PART_HOURS, PARTS_OF_DAY, Period
from timeline.temporal.recurrence import Recurrence, easter, month_days, months, parts_of_day, seasons, weekdays
from timeline.temporal.timex import Modifier, TimeValue, TimexType

G = Granularity

FIRST_YEAR, LAST_YEAR = -20_000, 12_000
DAYS = st.integers(ordinal(FIRST_YEAR, 1, 1), ordinal(LAST_YEAR, 12, 31))
GRANULARITIES = st.sampled_from(G)
COUNTS = st.integers(-5_000, 5_000)

holds = settings(max_examples=300, deadline=None)


@st.composite
def periods(draw: st.DrawFn, granularities: st.SearchStrategy[Granularity] = GRANULARITIES) -> Period:
    """A unit of the calendar, in any year: what a day and a second of it lie in."""
    return Period.of_second(draw(granularities), (draw(DAYS) - 1) * 86_400 + draw(st.integers(0, 86_399)))


# ---------------------------------------------------------------- calendar


@holds
@given(DAYS)
def test_a_day_number_is_its_civil_date_and_back(day: int) -> None:
    year, month, day_of_month = civil(day)
    assert is_date(year, month, day_of_month)
    assert day == ordinal(year, month, day_of_month)


@holds
@given(DAYS)
def test_the_next_day_is_the_next_date(day: int) -> None:
    year, month, day_of_month = civil(day)
    if day_of_month < month_length(year, month):
        expected = (year, month, day_of_month + 1)
    else:
        expected = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    assert expected == civil(day + 1)


@holds
@given(st.dates())
def test_the_calendar_is_that_of_datetime(day: date) -> None:
    number = day.toordinal()
    assert (number, (day.year, day.month, day.day)) == (ordinal(day.year, day.month, day.day), civil(number))
    assert (day.weekday(), day.isoformat()) == (weekday(number), iso_day(number))


@pytest.mark.parametrize(
    ("day", "expected"),
    [((0, 1, 1), "0000-01-01"), ((-43, 3, 15), "-0043-03-15"), ((9999, 12, 31), "9999-12-31")],
)
def test_a_day_is_written_in_iso_8601(day: tuple[int, int, int], expected: str) -> None:
    assert expected == iso_day(ordinal(*day))


@pytest.mark.parametrize("day", [(2015, 2, 29), (1900, 2, 29), (2015, 13, 1), (2015, 4, 31), (2015, 1, 0), (-1, 2, 29)])
def test_a_day_that_the_calendar_lacks_is_refused(day: tuple[int, int, int]) -> None:
    assert not is_date(*day)
    with pytest.raises(ValueError, match=r"day|month"):
        Period.day(*day)


# ---------------------------------------------------------------- periods


@holds
@given(periods(), COUNTS)
def test_going_some_units_on_and_back_leads_home(period: Period, count: int) -> None:
    assert period == period.shifted(count).shifted(-count)
    assert period.shifted(count).interval.start > period.interval.start or count <= 0


HOLDING = st.sampled_from([unit for unit in G if unit is not G.WEEKEND])
"""A weekend is that of the week, so that it does not hold the days before it."""


@holds
@given(periods(), HOLDING)
def test_the_unit_that_holds_a_period_holds_its_first_second(period: Period, unit: Granularity) -> None:
    first = Interval(period.interval.start, period.interval.start + 1)
    assert period.within(unit).interval.contains(first)


@holds
@given(periods())
def test_a_period_lies_in_itself(period: Period) -> None:
    assert period == period.within(period.granularity)


NESTED = [
    (G.SECOND, G.MINUTE, G.HOUR, G.DAY, G.WEEK),
    (G.DAY, G.MONTH, G.QUARTER, G.HALF_YEAR, G.YEAR, G.DECADE, G.CENTURY, G.MILLENNIUM),
    (G.DAY, G.MONTH, G.SEASON),
    (G.WEEKEND, G.WEEK),
]
"""Units that divide the coarser ones after them without a rest."""


@holds
@given(DAYS, st.sampled_from(NESTED))
def test_a_unit_lies_whole_in_every_coarser_one(day: int, chain: tuple[Granularity, ...]) -> None:
    held = [Period(G.DAY, day).within(unit) for unit in chain]
    assert all(coarse.interval.contains(fine.interval) for fine, coarse in pairwise(held))
    assert all(held[-1] == fine.within(chain[-1]) for fine in held)


TILING = [unit for unit in G if unit not in (G.PART_OF_DAY, G.WEEKEND)]


@holds
@given(periods(st.sampled_from(TILING)))
def test_a_unit_begins_where_the_one_before_it_ends(period: Period) -> None:
    assert period.interval.end == period.shifted(1).interval.start


@holds
@given(periods(st.just(G.WEEKEND)))
def test_weekends_are_saturday_and_sunday_and_come_every_seven_days(weekend: Period) -> None:
    interval = weekend.interval
    assert (5, 6) == (weekday(interval.first_day), weekday(interval.last_day))
    assert interval.first_day + 7 == weekend.shifted(1).first_day


@holds
@given(periods(st.sampled_from([unit for unit in G if unit >= G.DECADE])), st.integers(-2, 2))
def test_years_of_a_decade_or_century_begin_as_its_value_does(period: Period, step: int) -> None:
    period = period.shifted(step)
    interval = period.interval
    for day in (interval.first_day, interval.last_day):
        assert Period(G.DAY, day).within(G.YEAR).value.startswith(period.value)
        assert period == Period(G.DAY, day).within(period.granularity)


HELD = [
    ("2 January 2015 is in the first ISO week", Period.day(2015, 1, 2), G.WEEK, "2015-W01"),
    ("3 January 2016 is in the last week of 2015", Period.day(2016, 1, 3), G.WEEK, "2015-W53"),
    ("29 December 2014 is in the first week of 2015", Period.day(2014, 12, 29), G.WEEK, "2015-W01"),
    ("January is in the winter of the year before", Period.month(2015, 1), G.SEASON, "2014-WI"),
    ("December is in its own year's winter", Period.month(2015, 12), G.SEASON, "2015-WI"),
    ("three in the morning is in the night before", Period(G.HOUR, 735_823 * 24 + 3), G.PART_OF_DAY, "2015-08-13TNI"),
    ("seven o'clock is in the morning", Period(G.HOUR, 735_823 * 24 + 7), G.PART_OF_DAY, "2015-08-14TMO"),
    ("Wednesday's weekend is the coming one", Period.day(2015, 8, 12), G.WEEKEND, "2015-W33-WE"),
    ("490 BC is in the fifth century BC", Period.year(-489), G.CENTURY, "BC04"),
    ("401 BC is in the fifth century BC", Period.year(-400), G.CENTURY, "BC04"),
    ("44 BC is in the forties BC", Period.year(-43), G.DECADE, "BC004"),
    ("1 BC is not in the first century AD", Period.year(0), G.CENTURY, "BC00"),
    ("AD 1 is", Period.year(1), G.CENTURY, "00"),
]


@pytest.mark.parametrize(("period", "unit", "expected"), [case[1:] for case in HELD], ids=[case[0] for case in HELD])
def test_the_unit_that_holds(period: Period, unit: Granularity, expected: str) -> None:
    assert expected == period.within(unit).value


@pytest.mark.parametrize("code", PARTS_OF_DAY[1:])
def test_a_part_of_day_lasts_its_hours(code: str) -> None:
    first, last = PART_HOURS[code]
    midnight = Period.day(2015, 8, 14).interval.start
    interval = Period.part_of_day(ordinal(2015, 8, 14), code).interval
    assert Interval(midnight + first * 3600, midnight + last * 3600) == interval


# ---------------------------------------------------------------- TIMEX3 values

YEAR_TEXT = r"(?:\d{4,}|BC\d{4,})"
TIMEX = {
    G.SECOND: rf"{YEAR_TEXT}-\d\d-\d\dT\d\d:\d\d:\d\d",
    G.MINUTE: rf"{YEAR_TEXT}-\d\d-\d\dT\d\d:\d\d",
    G.HOUR: rf"{YEAR_TEXT}-\d\d-\d\dT\d\d",
    G.PART_OF_DAY: rf"{YEAR_TEXT}-\d\d-\d\dT(?:MO|MI|AF|EV|NI|DT|DN)",
    G.DAY: rf"{YEAR_TEXT}-\d\d-\d\d",
    G.WEEKEND: rf"{YEAR_TEXT}-W\d\d-WE",
    G.WEEK: rf"{YEAR_TEXT}-W\d\d",
    G.MONTH: rf"{YEAR_TEXT}-\d\d",
    G.SEASON: rf"{YEAR_TEXT}-(?:SP|SU|FA|WI)",
    G.QUARTER: rf"{YEAR_TEXT}-Q[1-4]",
    G.HALF_YEAR: rf"{YEAR_TEXT}-H[12]",
    G.YEAR: YEAR_TEXT,
    G.DECADE: r"(?:BC)?\d{3,}",
    G.CENTURY: r"(?:BC)?\d{2,}",
    G.MILLENNIUM: r"(?:BC)?\d+",
}


@holds
@given(periods())
def test_a_value_is_well_formed(period: Period) -> None:
    value = TimeValue.of(period)
    assert re.fullmatch(TIMEX[period.granularity], value.value)
    assert (period, period.granularity, period.interval) == (value.period, value.granularity, value.interval)
    assert (TimexType.TIME if period.granularity < G.DAY else TimexType.DATE) == value.type


@holds
@given(st.sampled_from(G), st.lists(DAYS, min_size=2, max_size=2, unique=True))
def test_different_periods_have_different_values(unit: Granularity, days: list[int]) -> None:
    first, second = (Period(G.DAY, day).within(unit) for day in days)
    assert (first == second) == (first.value == second.value)


@holds
@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_weeks_are_those_of_iso_8601(day: date) -> None:
    year, week, _ = day.isocalendar()
    assert f"{year:04}-W{week:02}" == Period(G.DAY, day.toordinal()).within(G.WEEK).value


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(G.MINUTE, Period.day(-43, 3, 15).interval.start // 60 + 630), "BC0044-03-15T10:30"),
        (Period.day(0, 12, 31), "BC0001-12-31"),
        (Period.day(9999, 12, 31).within(G.WEEK), "9999-W52"),
        (Period.year(12_015), "12015"),
        (Period.season(-43, "WI"), "BC0044-WI"),
        (Period(G.MILLENNIUM, 0), "0"),
    ],
)
def test_a_value_at_the_edges_of_the_calendar(period: Period, expected: str) -> None:
    assert expected == period.value


def test_a_modifier_changes_nothing_else() -> None:
    value = TimeValue.of(Period.month(2015, 8))
    early = value.modified(Modifier.START)
    assert (Modifier.START, value) == (early.modifier, replace(early, modifier=None))
    assert value is value.modified(None)


# ---------------------------------------------------------------- intervals


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start = draw(st.integers(-100, 100))
    return Interval(start, start + draw(st.integers(1, 50)))


@holds
@given(intervals(), intervals())
def test_intervals_contain_overlap_and_join_as_sets_of_seconds_do(one: Interval, other: Interval) -> None:
    seconds, others = set(range(*one)), set(range(*other))
    assert (seconds >= others) == one.contains(other)
    assert bool(seconds & others) == one.overlaps(other)
    joined = one.joined(other)
    assert (min(seconds | others), max(seconds | others)) == (joined.start, joined.end - 1)


@holds
@given(DAYS, st.integers(0, 500))
def test_days_are_inclusive_and_iso_half_open(first: int, length: int) -> None:
    interval = Interval.of_days(first, first + length)
    assert (iso_day(first), iso_day(first + length)) == interval.days()
    assert (iso_day(first), iso_day(first + length + 1)) == interval.iso()
    assert interval.whole_days


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (Period(G.HOUR, 735_823 * 24 + 15).interval, ("2015-08-14T15:00", "2015-08-14T16:00")),
        (Period(G.SECOND, 735_823 * 86_400 + 1).interval, ("2015-08-14T00:00:01", "2015-08-14T00:00:02")),
        (Period.part_of_day(735_824, "NI").interval, ("2015-08-14T21:00", "2015-08-15T06:00")),
    ],
)
def test_an_interval_inside_a_day_is_written_with_the_clock(interval: Interval, expected: tuple[str, str]) -> None:
    assert expected == interval.iso()
    assert not interval.whole_days


# ---------------------------------------------------------------- recurrences

RECURRENCES = {
    "Tuesdays": weekdays(2),
    "Augusts": months(8),
    "the seventh of August": month_days(8, 7),
    "29 February": month_days(2, 29),
    "the 31st": Recurrence(G.MONTH, G.DAY, "day", 31),
    "third quarters": Recurrence(G.YEAR, G.QUARTER, "quarter", 3),
    "second halves": Recurrence(G.YEAR, G.HALF_YEAR, "half", 2),
    "winters": seasons(3),
    "the eighties": Recurrence(G.CENTURY, G.DECADE, "decade", 8),
    "Easter Mondays": Recurrence(G.YEAR, G.DAY, "easter", 1),
    "last Mondays of May": Recurrence(G.YEAR, G.DAY, "nth_weekday", 50, 1),
    "weekends": Recurrence(G.WEEK, G.WEEKEND, "weekend", 0),
    "mornings": parts_of_day("MO"),
    "17:45": Recurrence(G.DAY, G.MINUTE, "minute", 17 * 60 + 45),
    "17 o'clock": Recurrence(G.DAY, G.HOUR, "hour", 17),
}


@pytest.mark.parametrize("name", RECURRENCES)
@holds
@given(day=DAYS, unit=st.sampled_from([G.MINUTE, G.DAY, G.WEEK, G.MONTH, G.YEAR]))
def test_the_occurrences_near_a_time_are_before_in_and_after_it(name: str, day: int, unit: Granularity) -> None:
    recurrence = RECURRENCES[name]
    anchor = Period(G.DAY, day).within(unit)
    held = anchor.within(recurrence.inner) if unit < recurrence.inner else anchor
    held = held if held.interval.start <= anchor.interval.start else anchor  # a Tuesday is in no weekend
    before, same, after = recurrence.near(anchor)
    assert before is not None
    assert before.interval.start < held.interval.start
    if same is not None:
        assert held.interval.contains(same.interval)
    if after is not None:
        assert held.interval.start <= after.interval.start
        assert not held.interval.contains(after.interval)
    if unit <= recurrence.outer:
        assert after is not None
    for found in (before, same, after):
        if found is not None:
            assert found.granularity is recurrence.inner
            assert found == recurrence.inside(found.within(recurrence.outer))


@holds
@given(DAYS, st.integers(1, 7))
def test_the_last_this_and_next_weekday_lie_within_a_week(day: int, number: int) -> None:
    before, same, after = weekdays(number).near(Period(G.DAY, day))
    assert before is not None
    assert after is not None
    assert 1 <= day - before.number <= 7
    assert 1 <= after.number - day <= 7
    assert (weekday(day) == number - 1) == (same is not None)


@pytest.mark.parametrize(
    ("day", "before", "same", "after"),
    [(11, "2015-W32-WE", None, "2015-W33-WE"), (15, "2015-W32-WE", "2015-W33-WE", "2015-W34-WE")],
)
def test_the_weekend_of_a_week_is_still_to_come_on_its_tuesday(
    day: int, before: str, same: str | None, after: str
) -> None:
    found = Recurrence(G.WEEK, G.WEEKEND, "weekend", 0).near(Period.day(2015, 8, day))
    assert (before, same, after) == tuple(None if one is None else one.value for one in found)


EASTERS = [
    (1583, 4, 10),
    (1818, 3, 22),
    (1916, 4, 23),
    (1943, 4, 25),
    (1954, 4, 18),
    (1981, 4, 19),
    (2000, 4, 23),
    (2008, 3, 23),
    (2015, 4, 5),
    (2024, 3, 31),
    (2038, 4, 25),
    (2285, 3, 22),
]


@pytest.mark.parametrize("day", EASTERS, ids=str)
def test_easter_of_a_year(day: tuple[int, int, int]) -> None:
    assert day == civil(easter(day[0]))


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    day = easter(year)
    assert 6 == weekday(day)
    assert (year, 3, 22) <= civil(day) <= (year, 4, 25)


LEAP_DAYS = [
    ((2015, 6, 1), "2012-02-29", None, "2016-02-29"),
    ((2016, 2, 29), "2012-02-29", "2016-02-29", "2020-02-29"),
    ((1900, 6, 1), "1896-02-29", None, "1904-02-29"),
    ((1896, 3, 1), "1896-02-29", None, "1904-02-29"),
    ((1904, 2, 28), "1896-02-29", None, "1904-02-29"),
]


@pytest.mark.parametrize(("day", "before", "same", "after"), LEAP_DAYS)
def test_a_leap_day_is_found_years_away(
    day: tuple[int, int, int], before: str, same: str | None, after: str | None
) -> None:
    found = month_days(2, 29).near(Period.day(*day))
    assert (before, same, after) == tuple(None if one is None else one.value for one in found)


INSIDE = [
    ("the second Monday of October", "nth_weekday", 102, 1, Period.year(2015), "2015-10-12"),
    ("the last Monday of May", "nth_weekday", 50, 1, Period.year(2016), "2016-05-30"),
    ("the fourth Thursday of November", "nth_weekday", 114, 4, Period.year(2012), "2012-11-22"),
    ("a fifth Monday that there is", "nth_weekday", 35, 1, Period.year(2015), "2015-03-30"),
    ("a fifth Monday that there is not", "nth_weekday", 25, 1, Period.year(2015), None),
    ("the 31st of a long month", "day", 31, 0, Period.month(2015, 8), "2015-08-31"),
    ("the 31st of a short month", "day", 31, 0, Period.month(2015, 4), None),
    ("Ash Wednesday", "easter", -46, 0, Period.year(2015), "2015-02-18"),
    ("the eighties of a century", "decade", 8, 0, Period(G.CENTURY, 18), "188"),
    ("the eighties of a century BC", "decade", 8, 0, Period(G.CENTURY, -5), "BC048"),
]


@pytest.mark.parametrize(
    ("kind", "place", "detail", "outer", "expected"), [case[1:] for case in INSIDE], ids=[case[0] for case in INSIDE]
)
def test_the_occurrence_inside_a_time(kind: str, place: int, detail: int, outer: Period, expected: str | None) -> None:
    found = Recurrence(outer.granularity, G.DAY, kind, place, detail).inside(outer)
    assert expected == (None if found is None else found.value)


# ---------------------------------------------------------------- operators


class Seen:
    """A scene of one anchor that chooses the last occurrence."""

    def __init__(self, anchor: Period | None) -> None:
        self._anchor = anchor

    def anchor(self, source: Source, granularity: Granularity) -> Period | None:
        return self._anchor

    def told_last(self, granularity: Granularity) -> Period | None:
        return None

    def choose(self, recurrence: Recurrence) -> Period | None:
        return None if self._anchor is None else recurrence.near(self._anchor)[0]


TODAY = Period.day(2015, 8, 14)  # a Friday
MARCH_31 = Fixed(TimeValue.of(Period.day(2015, 3, 31)))
JANUARY_1905 = Fixed(TimeValue.of(Period.month(1905, 1)))
AUGUST_2015 = Fixed(TimeValue.of(Period.month(2015, 8)))
LAST_YEAR_OF_TEXT = Shift(G.YEAR, -1, Source.STORY)

PLACED: list[tuple[str, Operator, str | None]] = [
    ("last week", Shift(G.WEEK, -1, Source.STORY), "2015-W32"),
    ("this quarter", Shift(G.QUARTER, 0, Source.STORY), "2015-Q3"),
    ("next century", Shift(G.CENTURY, 1, Source.STORY), "21"),
    ("a year earlier, from a day", Shift(G.YEAR, -1, Source.EARLIER, keep=True), "2014"),
    ("the latest quarter, where none was told", Latest(G.QUARTER), "2015-Q2"),
    ("last Friday, on a Friday", Directed(weekdays(5), Direction.LAST), "2015-08-07"),
    ("this Monday", Directed(weekdays(1), Direction.THIS), "2015-08-10"),
    ("this summer, in summer", Directed(seasons(1), Direction.THIS), "2015-SU"),
    ("this winter, in summer", Directed(seasons(3), Direction.THIS), "2015-WI"),
    ("next Friday, on a Friday", Directed(weekdays(5), Direction.NEXT), "2015-08-21"),
    ("next August, in August", Directed(months(8), Direction.NEXT), "2016-08"),
    ("last summer, in summer", Directed(seasons(1), Direction.LAST), "2014-SU"),
    ("March of last year", Inside(LAST_YEAR_OF_TEXT, months(3)), "2014-03"),
    ("29 February of last year", Inside(LAST_YEAR_OF_TEXT, month_days(2, 29)), None),
    ("the evening of 31 March", Inside(MARCH_31, parts_of_day("EV")), "2015-03-31TEV"),
    ("the last day of last month", Nth(Shift(G.MONTH, -1, Source.STORY), G.DAY, -1), "2015-07-31"),
    ("the first week of last month", Nth(Shift(G.MONTH, -1, Source.STORY), G.WEEK, 1), "2015-W27"),
    ("the first week of a month that begins on a Sunday", Nth(JANUARY_1905, G.WEEK, 1), "1905-W01"),
    ("the last week of a month that ends on a Monday", Nth(AUGUST_2015, G.WEEK, -1), "2015-W35"),
    ("the first weekend of a month that begins on a Sunday", Nth(JANUARY_1905, G.WEEKEND, 1), "1905-W01-WE"),
    ("the last month but one of last year", Nth(LAST_YEAR_OF_TEXT, G.MONTH, -2), "2014-11"),
    ("the second month of last year", Nth(LAST_YEAR_OF_TEXT, G.MONTH, 2), "2014-02"),
    ("the first decade of this century", Nth(Shift(G.CENTURY, 0, Source.STORY), G.DECADE, 1), "200"),
    ("the 13th month of last year", Nth(LAST_YEAR_OF_TEXT, G.MONTH, 13), None),
    ("the 32nd day of last month", Nth(Shift(G.MONTH, -1, Source.STORY), G.DAY, 32), None),
    ("a month after 31 March", Moved(MARCH_31, G.MONTH, 1), "2015-04-30"),
    ("two days before 31 March", Moved(MARCH_31, G.DAY, -2), "2015-03-29"),
    ("the week of 31 March", Moved(MARCH_31, G.WEEK, 0), "2015-W14"),
    ("early last year", Modified(LAST_YEAR_OF_TEXT, Modifier.START), "2014"),
]


@pytest.mark.parametrize(("operator", "expected"), [case[1:] for case in PLACED], ids=[case[0] for case in PLACED])
def test_an_operator_is_placed(operator: Operator, expected: str | None) -> None:
    value = operator.place(Seen(TODAY))
    assert expected == (None if value is None else value.value)


@pytest.mark.parametrize("operator", [case[1] for case in PLACED if "Source." in repr(case[1])], ids=str)
def test_without_an_anchor_nothing_is_placed(operator: Operator) -> None:
    assert operator.place(Seen(None)) is None


FROM_A_CLOCK = [
    ("two hours before a day, of no known hour", TODAY, G.HOUR, -2, "2015-08-14"),
    ("30 minutes after it", TODAY, G.MINUTE, 30, "2015-08-14"),
    ("30 hours before it", TODAY, G.HOUR, -30, "2015-08-13"),
    ("48 hours after it", TODAY, G.HOUR, 48, "2015-08-16"),
    ("two hours before a minute", Period(G.MINUTE, TODAY.interval.start // 60 + 90), G.HOUR, -2, "2015-08-13T23"),
    ("30 minutes after one", Period(G.MINUTE, TODAY.interval.start // 60 + 90), G.MINUTE, 30, "2015-08-14T02:00"),
]


@pytest.mark.parametrize(
    ("anchor", "unit", "count", "expected"), [case[1:] for case in FROM_A_CLOCK], ids=[case[0] for case in FROM_A_CLOCK]
)
def test_hours_are_counted_from_a_clock_time_and_never_made_up(
    anchor: Period, unit: Granularity, count: int, expected: str
) -> None:
    value = Shift(unit, count, Source.PUBLISHED).place(Seen(anchor))
    assert value is not None
    assert expected == value.value


def test_in_february_this_winter_is_the_one_that_began_in_december() -> None:
    value = Directed(seasons(3), Direction.THIS).place(Seen(Period.day(2013, 2, 12)))
    assert value is not None
    assert "2012-WI" == value.value


def test_a_comparison_keeps_the_stretch_that_was_told() -> None:
    value = Shift(G.YEAR, -1, Source.EARLIER, keep=True).place(Seen(Period(G.QUARTER, 2015 * 4 + 2)))
    assert value is not None
    assert "2014-Q3" == value.value


def test_the_modifier_of_the_outer_time_stays() -> None:
    outer = Modified(LAST_YEAR_OF_TEXT, Modifier.APPROX)
    value = Inside(outer, months(3)).place(Seen(TODAY))
    assert value is not None
    assert ("2014-03", Modifier.APPROX) == (value.value, value.modifier)


MOVED = [
    ("a month before 31 March", Period.day(2015, 3, 31), G.MONTH, -1, "2015-02-28"),
    ("a month after 31 January of a leap year", Period.day(2016, 1, 31), G.MONTH, 1, "2016-02-29"),
    ("a year after a leap day", Period.day(2016, 2, 29), G.YEAR, 1, "2017-02-28"),
    ("a century before a leap day", Period.day(2000, 2, 29), G.CENTURY, -1, "1900-02-28"),
    ("over the end of the year", Period.day(2015, 12, 31), G.MONTH, 2, "2016-02-29"),
    ("a quarter later", Period.month(2015, 11), G.QUARTER, 1, "2016-02"),
    ("a year before a season", Period.season(2015, "WI"), G.YEAR, -1, "2014-WI"),
    ("three weeks before a weekend", Period.day(2015, 8, 15).within(G.WEEKEND), G.WEEK, -3, "2015-W30-WE"),
    ("a day after a morning", Period.part_of_day(TODAY.number, "MO"), G.DAY, 1, "2015-08-15TMO"),
    ("a month after an evening", Period.part_of_day(TODAY.number, "EV"), G.MONTH, 1, "2015-09-14TEV"),
    ("36 hours after a minute", Period(G.MINUTE, TODAY.interval.start // 60), G.HOUR, 36, "2015-08-15T12:00"),
    ("48 hours after a day", TODAY, G.HOUR, 48, "2015-08-16"),
    ("a year before AD 1", Period.day(1, 5, 3), G.YEAR, -1, "BC0001-05-03"),
    ("a thousand years later", Period.day(9500, 5, 3), G.MILLENNIUM, 1, "10500-05-03"),
]


@pytest.mark.parametrize(
    ("period", "unit", "count", "expected"), [case[1:] for case in MOVED], ids=[case[0] for case in MOVED]
)
def test_a_period_is_moved_by_a_larger_unit(period: Period, unit: Granularity, count: int, expected: str) -> None:
    assert expected == shifted_by(period, unit, count).value


@holds
@given(DAYS, st.sampled_from([G.MONTH, G.QUARTER, G.YEAR, G.DECADE]), st.integers(-50, 50))
def test_a_day_moved_by_months_lands_in_that_month_on_its_day_or_the_last(
    day: int, unit: Granularity, count: int
) -> None:
    moved = shifted_by(Period(G.DAY, day), unit, count)
    months_in = {G.MONTH: 1, G.QUARTER: 3, G.YEAR: 12, G.DECADE: 120}[unit]
    expected = Period(G.DAY, day).within(G.MONTH).shifted(count * months_in)
    assert expected == moved.within(G.MONTH)
    year, month, day_of_month = civil(moved.number)
    assert min(civil(day)[2], month_length(year, month)) == day_of_month


@holds
@given(
    periods(st.sampled_from([unit for unit in G if unit <= G.WEEK])),
    st.sampled_from([G.DAY, G.WEEK]),
    st.integers(-999, 999),
)
def test_moving_by_days_or_weeks_and_back_leads_home(period: Period, unit: Granularity, count: int) -> None:
    if period.granularity <= unit:
        assert period == shifted_by(shifted_by(period, unit, count), unit, -count)
