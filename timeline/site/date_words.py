"""Dates as a reader of English reads them, and as the `time` element of HTML takes them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from timeline.explaining.lengths import told_length, told_set
from timeline.explaining.names import MONTHS, PART_NAMES, SEASON_NAMES, WEEKDAYS, told_figure, told_ordinal, told_year
from timeline.temporal.calendar import civil, weekday
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.period import SEASONS, Period
from timeline.temporal.timex import Modifier, TimeValue, TimexType

_REFERENCES = {
    "PAST_REF": "some time before",
    "PRESENT_REF": "the time of writing",
    "FUTURE_REF": "some time to come",
}

_BOUNDS = {
    Modifier.APPROX: "about ",
    Modifier.BEFORE: "before ",
    Modifier.AFTER: "after ",
    Modifier.ON_OR_BEFORE: "by ",
    Modifier.ON_OR_AFTER: "since ",
}
_PLACES = {
    Modifier.START: ("early ", "early in "),
    Modifier.MID: ("mid-", "in the middle of "),
    Modifier.END: ("late ", "late in "),
}
"""How a part of a unit is called: before a unit with a name of its own, before any other."""
_NAMED = (Granularity.MONTH, Granularity.SEASON, Granularity.YEAR, Granularity.DECADE)

G = Granularity


class Piece(NamedTuple):
    """Some words of a date, and what goes into `datetime` where HTML has a form for them."""

    text: str
    machine: str | None = None


def date_words(value: TimeValue) -> tuple[Piece, ...]:
    """The value as a reader reads it, in pieces of which the dates know their `datetime`.

    >>> date_words(TimeValue.of(Period.day(2015, 8, 5).within(Granularity.WEEK)))
    (Piece(text='3', machine='2015-08-03'), Piece(text='–', machine=None), Piece(text='9 August 2015', machine='2015-08-09'))
    """
    if value.interval is None:
        return (Piece(_unplaced(value)),)
    pieces = (value.period and _period(value.period)) or _interval(value.interval, value.granularity or G.DAY)
    return (Piece(prefix), *pieces) if (prefix := _prefix(value)) else pieces


def plain_date(value: TimeValue) -> str:
    """The value as a reader reads it, as text.

    >>> plain_date(TimeValue.of(Period.month(2015, 8)).modified(Modifier.START))
    'early August 2015'
    """
    return "".join(piece.text for piece in date_words(value))


def day_words(day: date) -> str:
    """A day with its weekday.

    >>> day_words(date(2015, 8, 14))
    'Friday 14 August 2015'
    """
    return _day(day.toordinal()).text


def month_words(year: int, month: int) -> str:
    """A month of a year.

    >>> month_words(2015, 8)
    'August 2015'
    """
    return f"{MONTHS[month - 1]} {told_year(year)}"


def width_note(value: TimeValue) -> str:
    """What a date wider than a day leaves open.

    >>> width_note(TimeValue.of(Period.day(2015, 8, 5).within(Granularity.WEEK)))
    'some time in this week'
    """
    if value.period is None or value.modifier is not None or not G.DAY < value.period.granularity <= G.YEAR:
        return ""
    return f"some time in this {value.period.granularity.label}"


def _unplaced(value: TimeValue) -> str:
    """What has no place on the calendar: a length, what comes again and again, "recently"."""
    if value.type is TimexType.SET:
        return told_set(value.value)
    if value.type is TimexType.DURATION:
        return told_length(value.value)
    return _REFERENCES.get(value.value, value.value)


def _prefix(value: TimeValue) -> str:
    if value.modifier in _PLACES:
        named, other = _PLACES[value.modifier]
        return named if value.period is not None and value.period.granularity in _NAMED else other
    return _BOUNDS.get(value.modifier, "") if value.modifier is not None else ""


def _period(period: Period) -> tuple[Piece, ...] | None:
    """The words of one unit of the calendar; None where its days say it best."""
    granularity, index = period
    if granularity <= G.HOUR:
        return (_clock(period),)
    if granularity is G.PART_OF_DAY:
        part = PART_NAMES.get(period.value[-2:], "")
        return Piece(f"{part} of ") if part else Piece(""), _day(period.first_day)
    if granularity is G.DAY:
        return (_day(index),)
    if granularity is G.WEEKEND:
        return (Piece("weekend of "), *_interval(period.interval, G.DAY))
    year = civil(period.first_day)[0]
    if granularity is G.MONTH:
        return (_month(period.first_day),)
    if granularity is G.SEASON:
        season = SEASONS[index % len(SEASONS)]
        years = f"{year}/{(year + 1) % 100:02}" if season == "WI" and year > 0 else told_year(year)
        return (Piece(f"{SEASON_NAMES[season]} {years}"),)
    if granularity is G.QUARTER:
        return (Piece(f"{told_ordinal(index % 4 + 1)} quarter of {told_year(year)}"),)
    if granularity is G.HALF_YEAR:
        return (Piece(f"{told_ordinal(index % 2 + 1)} half of {told_year(year)}"),)
    if granularity is G.YEAR:
        return (_year(year),)
    if index <= 0 or granularity is G.WEEK:
        return None
    if granularity is G.DECADE:
        return (Piece(f"{index}0s"),)
    return (Piece(f"{told_figure(index + 1)} {granularity.label}"),)


def _interval(interval: Interval, granularity: Granularity) -> tuple[Piece, ...]:
    """First and last, the first without what it shares with the last."""
    first, last = interval.first_day, interval.last_day
    if first == last:
        return (_day(first),)
    start, end = civil(first), civil(last)
    if granularity >= G.YEAR and start[1:] == (1, 1) and end[1:] == (12, 31):
        return _joined(_year(start[0]), _year(end[0]), "–")
    if granularity >= G.MONTH and start[2] == 1 and civil(last + 1)[2] == 1:
        if start[:2] == end[:2]:
            return (_month(first),)
        same_year = start[0] == end[0]
        head = Piece(MONTHS[start[1] - 1], _month(first).machine) if same_year else _month(first)
        return _joined(head, _month(last), "–" if same_year else " – ")
    tail = Piece(f"{end[2]} {month_words(end[0], end[1])}", _machine_day(last))
    if start[:2] == end[:2]:
        return _joined(Piece(str(start[2]), _machine_day(first)), tail, "–")
    month = MONTHS[start[1] - 1] if start[0] == end[0] else month_words(*start[:2])
    return _joined(Piece(f"{start[2]} {month}", _machine_day(first)), tail, " – ")


def _joined(first: Piece, last: Piece, dash: str) -> tuple[Piece, ...]:
    return first, Piece(dash), last


def _day(day: int) -> Piece:
    year, month, day_of_month = civil(day)
    return Piece(f"{WEEKDAYS[weekday(day)]} {day_of_month} {month_words(year, month)}", _machine_day(day))


def _clock(period: Period) -> Piece:
    day, clock = _day(period.first_day), period.value.partition("T")[2]
    hours = clock if ":" in clock else f"{clock}:00"
    return Piece(f"{day.text}, {hours}", day.machine and f"{day.machine}T{hours}")


def _month(day: int) -> Piece:
    year, month, _ = civil(day)
    return Piece(month_words(year, month), f"{year:04}-{month:02}" if year > 0 else None)


def _year(year: int) -> Piece:
    return Piece(told_year(year), f"{year:04}" if year > 0 else None)


def _machine_day(day: int) -> str | None:
    """The day as `datetime` takes it; HTML knows no year before 1."""
    year, month, day_of_month = civil(day)
    return f"{year:04}-{month:02}-{day_of_month:02}" if year > 0 else None


def gap_words(days: int) -> str:
    """How long a stretch without events is, in the unit a reader would use.

    >>> gap_words(214), gap_words(1200)
    ('7 months', '3 years')
    """
    for unit, length in (("year", 365.25), ("month", 30.44)):
        if days >= 2 * length:
            return f"{round(days / length)} {unit}s"
    return f"{days} days"
