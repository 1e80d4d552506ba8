"""Times in a person's words: days, weeks, seasons, centuries, and the values they come to."""

from __future__ import annotations

import re

from timeline.explaining.names import MONTHS, PART_NAMES, SEASON_NAMES, WEEKDAYS, told_figure, told_ordinal, told_year
from timeline.temporal.calendar import civil, weekday
from timeline.temporal.granularity import Granularity
from timeline.temporal.period import PARTS_OF_DAY, SEASONS, Period
from timeline.temporal.recurrence import Recurrence
from timeline.temporal.timex import Modifier, TimeValue, TimexType

G = Granularity

_DECADES = ("", "tens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_FEASTS = {
    -48: "Shrove Monday",
    -47: "Shrove Tuesday",
    -46: "Ash Wednesday",
    -7: "Palm Sunday",
    -3: "Maundy Thursday",
    -2: "Good Friday",
    0: "Easter Sunday",
    1: "Easter Monday",
    39: "Ascension Day",
    49: "Pentecost",
    50: "Whit Monday",
    60: "Corpus Christi",
}
_MODIFIERS = {
    Modifier.APPROX: "about {}",
    Modifier.START: "early in {}",
    Modifier.MID: "in the middle of {}",
    Modifier.END: "late in {}",
    Modifier.BEFORE: "before {}",
    Modifier.AFTER: "after {}",
    Modifier.ON_OR_BEFORE: "{} or before",
    Modifier.ON_OR_AFTER: "{} or later",
    Modifier.LESS_THAN: "less than {}",
    Modifier.MORE_THAN: "more than {}",
    Modifier.EQUAL_OR_LESS: "at most {}",
    Modifier.EQUAL_OR_MORE: "at least {}",
}
_BENDS = {
    Modifier.APPROX: "or about then",
    Modifier.START: "early in it",
    Modifier.MID: "in the middle of it",
    Modifier.END: "late in it",
    Modifier.BEFORE: "before it",
    Modifier.AFTER: "after it",
    Modifier.ON_OR_BEFORE: "or before",
    Modifier.ON_OR_AFTER: "or later",
    Modifier.LESS_THAN: "or nearly so far",
    Modifier.MORE_THAN: "or farther",
    Modifier.EQUAL_OR_LESS: "at most so far",
    Modifier.EQUAL_OR_MORE: "at least so far",
}
"""What is said behind a value that the words bend."""


def told_day(day: int) -> str:
    """A day number as a date.

    >>> told_day(735_824)
    'Friday 14 August 2015'
    """
    return f"{WEEKDAYS[weekday(day)]} {_date(day)}"


def _date(day: int) -> str:
    year, month, day_of_month = civil(day)
    return f"{day_of_month} {MONTHS[month - 1]} {told_year(year)}"


def told_period(period: Period) -> str:
    """A unit of the calendar by its name.

    >>> told_period(Period.month(2013, 9)), told_period(Period.part_of_day(735_824, "NI"))
    ('September 2013', 'the night of 14 August 2015')
    """
    granularity, number = period
    day = period.first_day
    era = "" if number >= 0 else " BC"
    match granularity:
        case G.SECOND | G.MINUTE | G.HOUR:
            clock = period.value.split("T")[1]
            return (
                f"{clock.removeprefix('0')} on {_date(day)}"
                if ":" in clock
                else f"{int(clock)} o'clock on {_date(day)}"
            )
        case G.PART_OF_DAY:
            return f"the {PART_NAMES[PARTS_OF_DAY[number % 8]]} of {_date(number // 8)}"
        case G.DAY:
            return _date(day)
        case G.WEEKEND | G.WEEK:
            return f"the {granularity.label} of {told_day(day)}"
        case G.MONTH:
            return f"{MONTHS[number % 12]} {told_year(number // 12)}"
        case G.SEASON:
            return f"{SEASON_NAMES[SEASONS[number % 4]]} {told_year(number // 4)}"
        case G.QUARTER:
            return f"the {told_ordinal(number % 4 + 1)} quarter of {told_year(number // 4)}"
        case G.HALF_YEAR:
            return f"the {told_ordinal(number % 2 + 1)} half of {told_year(number // 2)}"
        case G.YEAR:
            return f"the year {told_year(number)}"
        case G.DECADE:
            return f"the {(number if number >= 0 else -1 - number) * 10}s{era}"
    return f"the {told_ordinal(number + 1 if number >= 0 else -number)} {granularity.label}{era}"


def told_recurrence(recurrence: Recurrence) -> str:
    """A time that comes again, in words.

    >>> told_recurrence(Recurrence(G.YEAR, G.DAY, "month_day", 8, 7)), told_recurrence(Recurrence(G.MONTH, G.DAY, "day", 5))
    ('7 August', 'the 5th')
    """
    place, detail = recurrence.place, recurrence.detail
    match recurrence.kind:
        case "weekday":
            return WEEKDAYS[place - 1]
        case "month":
            return MONTHS[place - 1]
        case "month_day":
            return f"{detail} {MONTHS[place - 1]}"
        case "day":
            return f"the {told_figure(place)}"
        case "quarter" | "half":
            return f"the {told_ordinal(place)} {recurrence.kind}"
        case "season":
            return SEASON_NAMES[SEASONS[place]]
        case "decade":
            return f"the {_DECADES[place]}"
        case "year":
            return f"the year ’{place:02}"
        case "easter":
            return _FEASTS.get(place, f"the {told_figure(abs(place))} day {'before' if place < 0 else 'after'} Easter")
        case "nth_weekday":
            month, nth = divmod(place, 10)
            return f"the {told_ordinal(nth or -1)} {WEEKDAYS[detail - 1]} of {MONTHS[month - 1]}"
        case "weekday_from":
            month, day = divmod(place, 100)
            return f"the first {WEEKDAYS[detail - 1]} from {day} {MONTHS[month - 1]} on"
        case "part_of_day":
            return f"the {PART_NAMES[PARTS_OF_DAY[place]]}"
        case "minute":
            return f"{place // 60}:{place % 60:02}"
        case "hour":
            return f"{place} o'clock"
    return f"the {recurrence.inner.label}"


def told_modified(words: str, modifier: Modifier, is_day: bool = False) -> str:
    """A time under a modifier.

    >>> told_modified("the year 1990", Modifier.START), told_modified("Monday", Modifier.END, is_day=True)
    ('early in the year 1990', 'late on Monday')
    """
    told = _MODIFIERS[modifier].format(words)
    return told.replace(" in ", " on ", 1) if is_day and modifier in (Modifier.START, Modifier.END) else told


def told_value(value: TimeValue) -> str:
    """A value and the days it covers.

    >>> told_value(TimeValue.of(Period.month(2013, 9)))
    '2013-09: Sunday 1 September to Monday 30 September 2013'
    >>> told_value(TimeValue.of(Period.year(1990)).modified(Modifier.START))
    '1990, early in it: Monday 1 January to Monday 31 December 1990'
    """
    text, modifier = value.value, value.modifier
    if value.interval is None:
        return text if modifier is None else told_modified(text, modifier)
    days, last = told_day(value.interval.first_day), told_day(value.interval.last_day)
    if days != last:
        year = re.sub(r"^\w+ \d+ \w+ ", "", days)
        days = f"{days.removesuffix(f' {year}') if last.endswith(f' {year}') else days} to {last}"
    return f"{text}: {days}" if modifier is None else f"{text}, {_BENDS[modifier]}: {days}"


def told_alternative(value: TimeValue) -> str:
    """What else a time could have been: its name alone."""
    if value.period is None:
        return value.value
    words = told_period(value.period)
    return words if value.modifier is None else told_modified(words, value.modifier, value.granularity is G.DAY)


def told_outcome(value: TimeValue) -> str:
    """The last step of a derivation.

    >>> told_outcome(TimeValue(TimexType.DURATION, "P2W", G.WEEK))
    'a length of time has no date of its own; its value is P2W'
    """
    if value.interval is not None:
        return f"so it is {told_value(value)}"
    reason = {
        TimexType.DURATION: "a length of time has no date of its own",
        TimexType.SET: "what comes again and again has no one date",
    }.get(value.type, "so it has no date")
    return f"{reason}; its value is {told_value(value)}"
