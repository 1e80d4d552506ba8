"""What the rules of every language mean: slot values in, operator out.

A meaning is one function that knows no language. Its parameters are the slots a pattern may bind; one
with a default may be left out. Words come as the keys of their class in the locale file, numbers as
integers. A meaning gives None when its values name no time (30 February), and the rule then does
not hold there.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from timeline.temporal.calendar import is_date
from timeline.temporal.granularity import Granularity
from timeline.temporal.operators import (
    Bare,
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
    Unsaid,
)
from timeline.temporal.period import SEASONS, Period
from timeline.temporal.recurrence import Recurrence, month_days, months, parts_of_day, seasons, weekdays
from timeline.temporal.timex import Modifier, TimeValue, TimexType

G = Granularity
Number: TypeAlias = int | Fraction

_SHORT = {
    "second": (G.SECOND, "T", "S", 1),
    "minute": (G.MINUTE, "T", "M", 1),
    "hour": (G.HOUR, "T", "H", 1),
    "day": (G.DAY, "", "D", 1),
    "weekend": (G.WEEKEND, "", "WE", 1),
    "week": (G.WEEK, "", "W", 1),
    "fortnight": (G.WEEK, "", "W", 2),
    "month": (G.MONTH, "", "M", 1),
    "quarter": (G.QUARTER, "", "Q", 1),
    "half": (G.HALF_YEAR, "", "H", 1),
    "year": (G.YEAR, "", "Y", 1),
    "decade": (G.DECADE, "", "Y", 10),
    "century": (G.CENTURY, "", "Y", 100),
    "millennium": (G.MILLENNIUM, "", "Y", 1000),
    "season": (G.SEASON, "", "SP", 1),
}
"""A unit word: granularity, TIMEX3 time marker, TIMEX3 letter, how many of that letter it is."""

UNITS = frozenset(_SHORT)

_STEPS = {"fortnight": 2}
"""Units of the calendar to one of the words' own, where it is more than one."""


class Range(NamedTuple):
    """The two ends of a range, each an expression of its own."""

    first: Operator
    last: Operator


# ---------------------------------------------------------------- numbers


def add(number: Number, more: Number) -> Number:
    """ "twenty-five", "two and a half"."""
    return number + more


def times(number: Number, scale: Number) -> Number:
    """ "three hundred"."""
    return number * scale


def same(number: Number) -> Number:
    """A number as it stands."""
    return number


def digits_thousands(high: int, low: int) -> int | None:
    """ "1,200"."""
    return high * 1000 + low if low < 1000 else None


def halves(number: Number) -> Number:
    """ "2 1/2", "two and a half"."""
    return number + Fraction(1, 2)


def fraction(number: int, part: int) -> Fraction:
    """ "1.5": the digits after the point come as an integer."""
    return number + Fraction(part, 10 ** len(str(part)))


def spoken_year(high: int, low: int = 0) -> int | None:
    """ "nineteen ninety-six"."""
    return high * 100 + low if 10 <= high <= 20 and low < 100 else None


def two_digit_year(yy: int) -> int:
    """ "'96": the century that newspapers mean."""
    return 1900 + yy if yy >= 30 else 2000 + yy


# ---------------------------------------------------------------- dates


def _fixed(period: Period) -> Fixed:
    return Fixed(TimeValue.of(period))


def _era(year: int, era: str) -> int:
    return 1 - year if era == "bc" else year


def day(year: int, month: int, day: int, era: str = "", weekday: int = 0) -> Operator | None:
    """ "3 August 2015", "15 March 44 BC"; the weekday is only read along."""
    year = _era(year, era)
    return _fixed(Period.day(year, month, day)) if is_date(year, month, day) else None


def numeric_day(yy: int, month: int, day: int) -> Operator | None:
    """ "11/02/89"."""
    year = two_digit_year(yy)
    return _fixed(Period.day(year, month, day)) if is_date(year, month, day) else None


def month_of_year(year: int, month: int, era: str = "") -> Operator:
    """ "August 2015"."""
    return _fixed(Period.month(_era(year, era), month))


def year(year: int, era: str = "") -> Operator | None:
    """ "2015", "490 BC"."""
    return _fixed(Period.year(_era(year, era))) if year else None


def short_year(yy: int) -> Operator:
    """ "'96"."""
    return _fixed(Period.year(two_digit_year(yy)))


def decade(year: int, era: str = "") -> Operator | None:
    """ "the 1990s", "the 470s BC"."""
    if year % 10:
        return None
    return _fixed(Period(G.DECADE, -(year // 10) - 1 if era == "bc" else year // 10))


def bare_decade(tens: int) -> Operator | None:
    """ "the nineties", "the '60s"; in news and histories the last one that was complete or under way."""
    if tens % 10 or not 10 <= tens <= 90:
        return None
    return Bare(Recurrence(G.CENTURY, G.DECADE, "decade", tens // 10))


def century(ordinal: int, era: str = "") -> Operator | None:
    """ "the 20th century": the hundred years that start with 19, as TIMEX3 writes it."""
    if not 1 <= ordinal <= 30:
        return None
    return _fixed(Period(G.CENTURY, -ordinal if era == "bc" else ordinal - 1))


def quarter_of_year(year: int, ordinal: int) -> Operator | None:
    """ "the third quarter of 1989"."""
    return _fixed(Period(G.QUARTER, year * 4 + ordinal - 1)) if 1 <= ordinal <= 4 else None


def season_of_year(year: int, season: str) -> Operator:
    """ "summer 1990"."""
    return _fixed(Period.season(year, season))


def iso_week(year: int, week: int) -> Operator | None:
    """ "2015-W32"."""
    if not 1 <= week <= 53:
        return None
    return _fixed(Period.day(year, 1, 4).within(G.WEEK).shifted(week - 1))


# ---------------------------------------------------------------- dates the text leaves open


def weekday(weekday: int) -> Operator:
    """ "on Tuesday"."""
    return Bare(weekdays(weekday))


def month(month: int) -> Operator:
    """ "in August"."""
    return Bare(months(month))


def month_day(month: int, day: int, weekday: int = 0) -> Operator | None:
    """ "August 7", "Friday, Aug. 7"."""
    return Bare(month_days(month, day)) if is_date(2000, month, day) else None


def weekend() -> Operator:
    """"the weekend"."""
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
    return _fixed(Period(G.HALF_YEAR, year * 2 + ordinal - 1)) if 1 <= ordinal <= 2 else None


_HOLIDAYS: dict[str, Recurrence] = {
    "new_year": month_days(1, 1),
    "new_years_eve": month_days(12, 31),
    "epiphany": month_days(1, 6),
    "valentine": month_days(2, 14),
    "st_patrick": month_days(3, 17),
    "may_day": month_days(5, 1),
    "independence_day": month_days(7, 4),
    "bastille_day": month_days(7, 14),
    "german_unity": month_days(10, 3),
    "assumption": month_days(8, 15),
    "halloween": month_days(10, 31),
    "all_saints": month_days(11, 1),
    "all_souls": month_days(11, 2),
    "veterans_day": month_days(11, 11),
    "st_nicholas": month_days(12, 6),
    "immaculate_conception": month_days(12, 8),
    "christmas_eve": month_days(12, 24),
    "christmas": month_days(12, 25),
    "boxing_day": month_days(12, 26),
    "shrove_monday": Recurrence(G.YEAR, G.DAY, "easter", -48),
    "palm_sunday": Recurrence(G.YEAR, G.DAY, "easter", -7),
    "maundy_thursday": Recurrence(G.YEAR, G.DAY, "easter", -3),
    "good_friday": Recurrence(G.YEAR, G.DAY, "easter", -2),
    "easter": Recurrence(G.YEAR, G.DAY, "easter", 0),
    "easter_monday": Recurrence(G.YEAR, G.DAY, "easter", 1),
    "ash_wednesday": Recurrence(G.YEAR, G.DAY, "easter", -46),
    "ascension": Recurrence(G.YEAR, G.DAY, "easter", 39),
    "pentecost": Recurrence(G.YEAR, G.DAY, "easter", 49),
    "whit_monday": Recurrence(G.YEAR, G.DAY, "easter", 50),
    "corpus_christi": Recurrence(G.YEAR, G.DAY, "easter", 60),
    "martin_luther_king_day": Recurrence(G.YEAR, G.DAY, "nth_weekday", 13, 1),
    "presidents_day": Recurrence(G.YEAR, G.DAY, "nth_weekday", 23, 1),
    "mothers_day": Recurrence(G.YEAR, G.DAY, "nth_weekday", 52, 7),
    "memorial_day": Recurrence(G.YEAR, G.DAY, "nth_weekday", 50, 1),
    "fathers_day": Recurrence(G.YEAR, G.DAY, "nth_weekday", 63, 7),
    "labor_day": Recurrence(G.YEAR, G.DAY, "nth_weekday", 91, 1),
    "columbus_day": Recurrence(G.YEAR, G.DAY, "nth_weekday", 102, 1),
    "thanksgiving": Recurrence(G.YEAR, G.DAY, "nth_weekday", 114, 4),
}

HOLIDAYS = frozenset(_HOLIDAYS)


def holiday(holiday: str) -> Operator:
    """ "on Christmas Eve"."""
    return Bare(_HOLIDAYS[holiday])


def holiday_of_year(holiday: str, year: int) -> Operator | None:
    """ "Easter 1916"."""
    return Inside(_fixed(Period.year(year)), _HOLIDAYS[holiday])


# ---------------------------------------------------------------- times counted from another time


def relative_unit(direction: int, unit: str) -> Operator:
    """ "last week", "this year", "next decade": counted from the publication date."""
    return Shift(_SHORT[unit][0], direction * _STEPS.get(unit, 1), Source.STORY)


def relative_day(offset: int) -> Operator:
    """ "yesterday", "tomorrow"."""
    return Shift(G.DAY, offset, Source.STORY)


def ago(unit: str, number: Number = 1) -> Operator | None:
    """ "two years ago": counted from the publication date, to the granularity of the unit."""
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
    return Shift(_SHORT[unit][0], direction * _STEPS.get(unit, 1), Source.EARLIER)


def same_stretch() -> Operator:
    """ "the period": whatever stretch was told last."""
    return Shift(G.YEAR, 0, Source.STRETCH, keep=True)


def unsaid() -> Operator:
    """"at that time": a time that the text has told, without saying which one it means."""
    return Unsaid()


def year_earlier(unit: str = "period") -> Operator:
    """ "the year-earlier quarter", "the same period last year": of the stretch told last."""
    if unit == "period":
        return Shift(G.YEAR, -1, Source.STRETCH, keep=True)
    return Moved(Shift(_SHORT[unit][0], 0, Source.EARLIER), G.YEAR, -1)


def year_before() -> Operator:
    """ "year-ago", before a quarter: the year before the one told last."""
    return Moved(Shift(G.YEAR, 0, Source.EARLIER), G.YEAR, -1)


def latest(unit: str) -> Operator:
    """ "the latest quarter": the one told last, else the last one that is over."""
    return Latest(_SHORT[unit][0])


def unit_ended(unit: str, date: Operator) -> tuple[Operator, Operator]:
    """ "the quarter ended Sept. 30": the one that holds that day, and the day."""
    return Moved(date, _SHORT[unit][0], 0), date


def year_ended(date: Operator) -> tuple[Operator, Operator]:
    """ "the year ended March 31": a year's length, since it is none of the calendar, and the day."""
    return Fixed(TimeValue(TimexType.DURATION, "P1Y", G.YEAR)), date


def _counted(unit: str, number: Number, source: Source, keep: bool = False) -> Operator | None:
    granularity = _SHORT[unit][0]
    count = number * _STEPS.get(unit, 1)
    if count != int(count):
        # "a year and a half ago": in the next finer unit that makes it whole
        for finer, per in (
            ((G.MONTH, 12), (G.QUARTER, 4))
            if granularity is G.YEAR
            else ((G.DAY, 7),)
            if granularity is G.WEEK
            else ((G.MINUTE, 60),)
            if granularity is G.HOUR
            else ()
        ):
            if count * per == int(count * per):
                return Shift(finer, int(count * per), source, keep)
        count = round(count)
    return Shift(granularity, int(count), source, keep)


def moved(unit: str, side: int, date: Operator, number: Number = 1) -> Operator | None:
    """ "two days after 3 May"; the side is -1 for before."""
    return Moved(date, _SHORT[unit][0], round(number * _STEPS.get(unit, 1)) * side)


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
    return _directed(_HOLIDAYS[holiday], direction)


def relative_month_day(direction: int, month: int, day: int) -> Operator | None:
    """ "last Aug. 7", "next March 1"."""
    return _directed(month_days(month, day), direction) if is_date(2000, month, day) else None


def _directed(recurrence: Recurrence, direction: int) -> Operator:
    return Directed(recurrence, Direction(direction))


def following_weekday(direction: int, weekday: int) -> Operator:
    """ "the following Tuesday": from the last time told."""
    return Directed(weekdays(weekday), Direction(direction), Source.EARLIER)


def following_month(direction: int, month: int) -> Operator:
    """ "the following August"."""
    return Directed(months(month), Direction(direction), Source.EARLIER)


def following_season(direction: int, season: str) -> Operator:
    """ "that summer"."""
    return Directed(seasons(SEASONS.index(season)), Direction(direction), Source.EARLIER)


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
    return Nth(date, _SHORT[unit][0], ordinal)


def nth_weekday_in(ordinal: int, weekday: int, date: Operator) -> Operator | None:
    """ "the second Tuesday of May": by its week inside the month."""
    return Inside(Nth(date, G.WEEK, ordinal), weekdays(weekday)) if -1 <= ordinal <= 5 else None


def weekday_of_month(ordinal: int, weekday: int, month: int, year: int = 0) -> Operator | None:
    """ "the first Sunday in May", "the last Friday of June 2015" (-1)."""
    if ordinal not in (-1, 1, 2, 3, 4):
        return None
    recurrence = Recurrence(G.YEAR, G.DAY, "nth_weekday", month * 10 + max(0, ordinal), weekday)
    return Inside(_fixed(Period.year(year)), recurrence) if year else Bare(recurrence)


def unit_of(unit: str, date: Operator) -> Operator:
    """ "the week of Feb. 10", "the year of 1990": the unit that holds the date."""
    return Moved(date, _SHORT[unit][0], 0)


def that(date: Operator) -> Operator:
    """Another time in other words."""
    return date


# ---------------------------------------------------------------- within the day


def part_of_day(date: Operator, part: str) -> Operator:
    """ "Tuesday morning", "last night" with the day before."""
    return Inside(date, parts_of_day(part))


def part_of_today(part: str, offset: int = 0) -> Operator:
    """ "this morning", "tonight", "last night"."""
    return Inside(Shift(G.DAY, offset, Source.STORY), parts_of_day(part))


def part_of_that_day(part: str, offset: int = 0) -> Operator:
    """ "that evening", "the next morning"."""
    return Inside(Shift(G.DAY, offset, Source.EARLIER), parts_of_day(part))


def bare_part_of_day(part: str) -> Operator:
    """ "in the morning": of the day the text is at."""
    return Inside(Shift(G.DAY, 0, Source.EARLIER), parts_of_day(part))


def clock(hour: int, minute: int = -1, half: str = "", date: Operator | None = None) -> Operator | None:
    """ "10:35 a.m.", "5 p.m. Friday", "noon Saturday"; without a date, of the day the text is at."""
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if not (0 <= hour <= 24 and minute < 60) or (hour == 24 and minute > 0):
        return None
    outer = date or Shift(G.DAY, 0, Source.EARLIER)
    if minute < 0 and not half:
        return Inside(outer, Recurrence(G.DAY, G.HOUR, "hour", hour))
    return Inside(outer, Recurrence(G.DAY, G.MINUTE, "minute", hour * 60 + max(0, minute)))


def clock_figures(figures: int, half: str = "", date: Operator | None = None) -> Operator | None:
    """ "430pm", "0900 hours": hours and minutes written as one number."""
    return clock(figures // 100, figures % 100, half, date)


def clock_words(time: int, date: Operator | None = None) -> Operator | None:
    """ "noon", "midnight Saturday": the word's minute of the day."""
    return clock(time // 60, time % 60, "", date)


def date_time(year: int, month: int, day: int, hour: int, minute: int) -> Operator | None:
    """ "2015-08-14T10:35"."""
    date = globals()["day"](year, month, day)
    return None if date is None else clock(hour, minute, "", date)


# ---------------------------------------------------------------- durations and sets


def _length(unit: str, number: Number | None, plural: bool = True) -> str | None:
    _, time, letter, scale = _SHORT[unit]
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
    return None if value is None else Fixed(TimeValue(TimexType.DURATION, value, _SHORT[unit][0]))


def over(unit: str, number: Number) -> Operator | None:
    """ "over a week"."""
    length = duration(unit, number)
    return None if length is None else Modified(length, Modifier.MORE_THAN)


def some(unit: str) -> Operator:
    """ "several months", "years": nobody says how many."""
    return Fixed(TimeValue(TimexType.DURATION, _length(unit, None) or "PX", _SHORT[unit][0]))


def long_duration(number: Number, unit: str, more: Number, smaller: str) -> Operator | None:
    """ "two years and six months"."""
    first, second = _length(unit, number), _length(smaller, more)
    if first is None or second is None or _SHORT[smaller][0] >= _SHORT[unit][0]:
        return None
    tail = second[1:].removeprefix("T") if _SHORT[unit][1] else second[1:]
    return Fixed(TimeValue(TimexType.DURATION, first + tail, _SHORT[smaller][0]))


def _set(value: str, granularity: Granularity) -> Operator:
    return Fixed(TimeValue(TimexType.SET, value, granularity))


def every_unit(unit: str, number: Number = 1) -> Operator | None:
    """ "every two weeks", "daily", "annual"."""
    value = _length(unit, number)
    return None if value is None else _set(value, _SHORT[unit][0])


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


def every_quarter(ordinal: int) -> Operator | None:
    """ "third quarters"."""
    return _set(f"XXXX-Q{ordinal}", G.QUARTER) if 1 <= ordinal <= 4 else None


# ---------------------------------------------------------------- references and modifiers


def reference(reference: str) -> Operator:
    """ "now" (present), "recently" (past), "soon" (future)."""
    return Fixed(TimeValue(TimexType.DATE, f"{reference.upper()}_REF"))


def modified(modifier: str, date: Operator) -> Operator:
    """ "early August", "about two years", "the end of 1990"."""
    return Modified(date, Modifier(modifier.upper()))


def end_of_unit(unit: str, modifier: str) -> Operator:
    """ "year-end": of the year the text is at."""
    return Modified(Shift(_SHORT[unit][0], 0, Source.STORY), Modifier(modifier.upper()))


# ---------------------------------------------------------------- ranges: one operator an end


def day_range(first: int, day: int, month: int, year: int = 0, until: int = 0) -> Range | None:
    """ "3–5 May 2015", "May 3-5", "30 April – 2 May" (until is then the second month)."""
    last_month = until or month
    if not (is_date(year or 2000, month, first) and is_date(year or 2000, last_month, day)):
        return None
    if year:
        return Range(_fixed(Period.day(year, month, first)), _fixed(Period.day(year, last_month, day)))
    return Range(Bare(month_days(month, first)), Bare(month_days(last_month, day)))


def day_list(
    first: int, day: int, month: int, second: int = 0, third: int = 0, fourth: int = 0, year: int = 0
) -> tuple[Operator, ...] | None:
    """ "3 and 5 May", "3, 4 and 5 May 2015": several days of one month, not a range."""
    days = [number for number in (first, second, third, fourth) if number] + [day]
    if not all(is_date(year or 2000, month, number) for number in days):
        return None
    return tuple(
        _fixed(Period.day(year, month, number)) if year else Bare(month_days(month, number)) for number in days
    )


def month_range(first: int, month: int, year: int = 0) -> Range | None:
    """ "between June and August 2013"."""
    if not year:
        return Range(Bare(months(first)), Bare(months(month)))
    return Range(_fixed(Period.month(year if first <= month else year - 1, first)), _fixed(Period.month(year, month)))


def year_range(first: int, last: int, era: str = "") -> Range | None:
    """ "1915–17", "from 499 to 493 BC"."""
    if last < 100 <= first:
        last += first // 100 * 100
    if era == "bc":
        return (
            Range(_fixed(Period.year(_era(first, era))), _fixed(Period.year(_era(last, era)))) if first > last else None
        )
    return Range(_fixed(Period.year(first)), _fixed(Period.year(last))) if first < last else None


def clock_range(first: int, hour: int, first_minute: int = 0, minute: int = 0, half: str = "") -> Range | None:
    """ "from 10 to 12:30", "2-4 p.m.": both of the day the text is at."""
    start, end = clock(first, first_minute, half), clock(hour, minute, half)
    return None if start is None or end is None else Range(start, end)


def duration_range(first: Number, number: Number, unit: str) -> Range | None:
    """ "two to six days"."""
    low, high = duration(unit, first), duration(unit, number)
    return None if low is None or high is None else Range(low, high)


def duration_between(first: Number, number: Number, unit: str) -> Operator | None:
    """ "two to three weeks": at least the smaller."""
    low = duration(unit, first)
    return None if low is None or first >= number else Modified(low, Modifier.EQUAL_OR_MORE)


def no_time() -> tuple[()]:
    """ "52 years old", "a second group": words that look like a time and are none."""
    return ()


# ---------------------------------------------------------------- by name

Meaning: TypeAlias = Callable[..., object]

MEANINGS: dict[str, Meaning] = {
    function.__name__: function
    for function in list(globals().values())
    if callable(function)
    and getattr(function, "__module__", "") == __name__
    and not isinstance(function, type)
    and not function.__name__.startswith("_")
}
"""Every meaning by the name that a locale file uses."""
