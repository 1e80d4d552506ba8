"""Ranges and lists: one operator for each time in them."""

from __future__ import annotations

from timeline.grammar.meanings.building_blocks import G, Number, Range, fixed, in_era
from timeline.grammar.meanings.clock import clock
from timeline.grammar.meanings.dates import century
from timeline.grammar.meanings.lengths import duration
from timeline.grammar.meanings.open_dates import quarter
from timeline.temporal.calendar import is_date
from timeline.temporal.operators import Bare, Modified, Operator
from timeline.temporal.period import Period
from timeline.temporal.recurrence import Recurrence, month_days, months, weekdays
from timeline.temporal.timex import Modifier


def day_range(first: int, day: int, month: int, year: int = 0, until: int = 0) -> Range | None:
    """ "3–5 May 2015", "May 3-5", "30 April – 2 May" (until is then the second month)."""
    last_month = until or month
    if not (is_date(year or 2000, month, first) and is_date(year or 2000, last_month, day)):
        return None
    if year:
        return Range(fixed(Period.day(year, month, first)), fixed(Period.day(year, last_month, day)))
    return Range(Bare(month_days(month, first)), Bare(month_days(last_month, day)))


def nth_range(first: int, day: int) -> Range:
    """ "from the 3rd to the 5th": of the month the text is at."""
    return Range(*(Bare(Recurrence(G.MONTH, G.DAY, "day", number)) for number in (first, day)))


def day_list(
    first: int, day: int, month: int, second: int = 0, third: int = 0, fourth: int = 0, year: int = 0
) -> tuple[Operator, ...] | None:
    """ "3 and 5 May", "3, 4 and 5 May 2015": several days of one month, not a range."""
    days = [number for number in (first, second, third, fourth) if number] + [day]
    if not all(is_date(year or 2000, month, number) for number in days):
        return None
    return tuple(fixed(Period.day(year, month, number)) if year else Bare(month_days(month, number)) for number in days)


def weekday_list(first: int, weekday: int, second: int = 0) -> tuple[Operator, ...]:
    """ "Sat & Sun", "Monday, Wednesday and Friday"."""
    return tuple(Bare(weekdays(day)) for day in (first, second, weekday) if day)


def month_range(first: int, month: int, year: int = 0) -> Range | None:
    """ "between June and August 2013"."""
    if not year:
        return Range(Bare(months(first)), Bare(months(month)))
    return Range(fixed(Period.month(year if first <= month else year - 1, first)), fixed(Period.month(year, month)))


def year_range(first: int, last: int, era: str = "") -> Range | None:
    """ "1915–17", "from 499 to 493 BC"."""
    if last < 100 <= first:
        last += first // 100 * 100
    if era == "bc":
        return (
            Range(fixed(Period.year(in_era(first, era))), fixed(Period.year(in_era(last, era))))
            if first > last
            else None
        )
    return Range(fixed(Period.year(first)), fixed(Period.year(last))) if first < last else None


def quarter_list(first: int, ordinal: int) -> tuple[Operator, ...] | None:
    """ "the second and third quarters"."""
    earlier, later = quarter(first), quarter(ordinal)
    return None if earlier is None or later is None or first >= ordinal else (earlier, later)


def century_range(first: int, ordinal: int, era: str = "") -> Range | None:
    """ "from the 9th to the 11th century"."""
    start, end = century(first, era), century(ordinal, era)
    return None if start is None or end is None else Range(start, end)


def century_list(first: int, ordinal: int) -> tuple[Operator, ...] | None:
    """ "the 18th and 19th centuries"."""
    earlier, later = century(first), century(ordinal)
    return None if earlier is None or later is None or first >= ordinal else (earlier, later)


def clock_range(first: int, hour: int, first_minute: int = 0, minute: int = 0, half: str = "") -> Range | None:
    """ "from 10 to 12:30", "2-4 p.m.": both of the day the text is at; "11-2 p.m." begins in the morning."""
    if half == "pm" and hour % 12 < first < 12:
        return clock_range(first, hour + 12 * (hour < 12), first_minute, minute)
    start, end = clock(first, first_minute, half), clock(hour, minute, half)
    return None if start is None or end is None else Range(start, end)


def duration_range(first: Number, number: Number, unit: str) -> Range | None:
    """ "two to six days"; the first is the smaller, or it is a result: "lost 5-4 weeks ago"."""
    low, high = duration(unit, first), duration(unit, number)
    return None if low is None or high is None or first >= number else Range(low, high)


def duration_between(first: Number, number: Number, unit: str) -> Operator | None:
    """ "two to three weeks": at least the smaller."""
    low = duration(unit, first)
    return None if low is None or first >= number else Modified(low, Modifier.EQUAL_OR_MORE)


def no_time() -> tuple[()]:
    """ "52 years old", "a second group": words that look like a time and are none."""
    return ()
