"""The reasons for a date in a person's words.

Everything that is told about a derivation comes from here; the derivation itself is data.
"""

from __future__ import annotations

from timeline.temporal.calendar import civil, weekday
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
from timeline.temporal.period import PARTS_OF_DAY, SEASONS
from timeline.temporal.recurrence import Recurrence
from timeline.temporal.timex import Modifier, TimeValue, TimexType

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = dict(zip(SEASONS, ("spring", "summer", "autumn", "winter"), strict=True))
_PARTS = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
    "DN": "dawn",
}
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth")
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_FEASTS = {
    -46: "Ash Wednesday",
    -2: "Good Friday",
    0: "Easter Sunday",
    1: "Easter Monday",
    39: "Ascension Day",
    49: "Pentecost",
    50: "Whit Monday",
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
_REFERENCES = {
    "PRESENT_REF": "the present, with no certain day",
    "PAST_REF": "some time in the past",
    "FUTURE_REF": "some time in the future",
}


def told_meaning(meaning: Operator, story: str) -> str:
    """What an expression means before it is placed; `story` names what a time is counted from if the words
    do not say: the publication date, or the point a narrative has reached.

    >>> from timeline.temporal.granularity import Granularity
    >>> told_meaning(Shift(Granularity.WEEK, -1, Source.STORY), "the publication date")
    'the week before that of the publication date'
    """

    def tell(operator: Operator) -> str:
        match operator:
            case Fixed(value):
                return _fixed(value)
            case Unsaid():
                return "a time that the text has told, without saying which"
            case Shift(unit, count, source):
                return _shift(unit.label, count, named(source))
            case Latest(unit):
                return f"the {unit.label} told last, or else the last one that is over"
            case Bare(recurrence):
                return f"{told_recurrence(recurrence)}, without saying which"
            case Directed(recurrence, Direction.LAST, source):
                return f"the last {told_recurrence(recurrence)} before {named(source)}"
            case Directed(recurrence, Direction.NEXT, source):
                return f"the next {told_recurrence(recurrence)} after {named(source)}"
            case Directed(recurrence, _, source):
                return f"{told_recurrence(recurrence)} in the {recurrence.outer.label} of {named(source)}"
            case Inside(outer, recurrence):
                return f"{told_recurrence(recurrence)} of {tell(outer)}"
            case Nth(outer, unit, nth):
                which = "last" if nth < 0 else _ORDINALS[nth] if nth < len(_ORDINALS) else f"{nth}th"
                return f"the {which} {unit.label} of {tell(outer)}"
            case Moved(outer, unit, count) if count:
                return f"{_many(unit.label, count)} {'before' if count < 0 else 'after'} {tell(outer)}"
            case Moved(outer, unit):
                return f"the {unit.label} that holds {tell(outer)}"
            case Modified(outer, modifier):
                return _MODIFIERS[modifier].format(tell(outer))
        return "a time"

    def named(source: Source) -> str:
        return {
            Source.PUBLISHED: "the publication date",
            Source.EARLIER: "the time told before",
            Source.STRETCH: "the stretch told before",
            Source.STORY: story,
        }[source]

    return tell(meaning)


def _fixed(value: TimeValue) -> str:
    if value.type is TimexType.DURATION:
        return "a length of time"
    if value.type is TimexType.SET:
        return "a time that comes again and again"
    if value.interval is None:
        return _REFERENCES.get(value.value, value.value)
    return f"that {value.granularity.label}, by itself" if value.granularity is not None else "that time, by itself"


def _shift(unit: str, count: int, anchor: str) -> str:
    if count == 0:
        return f"the {unit} of {anchor}"
    if abs(count) == 1:
        return f"the {unit} {'before' if count < 0 else 'after'} that of {anchor}"
    return f"{_many(unit, count)} {'before' if count < 0 else 'after'} {anchor}"


def _many(unit: str, count: int) -> str:
    number = abs(count)
    name = _COUNTS[number] if number < len(_COUNTS) else str(number)
    many = "centuries" if unit == "century" else f"{unit}s"
    return f"{name} {unit if number == 1 else many}"


def told_recurrence(recurrence: Recurrence) -> str:
    """A time that comes again, in words.

    >>> from timeline.temporal.granularity import Granularity
    >>> told_recurrence(Recurrence(Granularity.YEAR, Granularity.DAY, "month_day", 8, 7))
    '7 August'
    """
    place, detail = recurrence.place, recurrence.detail
    match recurrence.kind:
        case "weekday":
            return _WEEKDAYS[place - 1]
        case "month":
            return _MONTHS[place - 1]
        case "month_day":
            return f"{detail} {_MONTHS[place - 1]}"
        case "day":
            return f"day {place} of the month"
        case "quarter":
            return f"the {_ORDINALS[place]} quarter"
        case "half":
            return f"the {_ORDINALS[place]} half"
        case "season":
            return _SEASONS[SEASONS[place]]
        case "decade":
            return f"the {place}0s"
        case "year":
            return f"a year that ends in {place:02}"
        case "easter":
            return _FEASTS.get(place, f"{abs(place)} days {'before' if place < 0 else 'after'} Easter")
        case "nth_weekday":
            month, nth = divmod(place, 10)
            return f"the {_ORDINALS[nth] or 'last'} {_WEEKDAYS[detail - 1]} of {_MONTHS[month - 1]}"
        case "part_of_day":
            return f"the {_PARTS[PARTS_OF_DAY[place]]}"
        case "minute":
            return f"{place // 60}:{place % 60:02}"
        case "hour":
            return f"{place} o'clock"
    return f"the {recurrence.inner.label}"


def told_day(day: int) -> str:
    """A day number as a date.

    >>> told_day(735_824)
    'Friday 14 August 2015'
    """
    year, month, day_of_month = civil(day)
    era = "" if year > 0 else " BC"
    return f"{_WEEKDAYS[weekday(day)]} {day_of_month} {_MONTHS[month - 1]} {year if year > 0 else 1 - year}{era}"


def told_value(value: TimeValue) -> str:
    """A value and the days it covers.

    >>> from timeline.temporal.period import Period
    >>> told_value(TimeValue.of(Period.month(2013, 9)))
    '2013-09: Sunday 1 September to Monday 30 September 2013'
    """
    text = value.value if value.modifier is None else _MODIFIERS[value.modifier].format(value.value)
    if value.interval is None:
        return text
    first, last = told_day(value.interval.first_day), told_day(value.interval.last_day)
    if first == last:
        return f"{text}: {first}"
    year = first.split(" ", 3)[3]
    if last.endswith(f" {year}"):
        first = first.removesuffix(f" {year}")
    return f"{text}: {first} to {last}"
