"""Times in a person's words: days, weeks, seasons, centuries, and the values they come to."""

from __future__ import annotations

from timeline.explaining.names import (
    MONTHS,
    PART_NAMES,
    SEASON_NAMES,
    WEEKDAYS,
    told_figure,
    told_ordinal,
    told_unit,
    told_year,
)
from timeline.temporal.calendar import civil, weekday
from timeline.temporal.granularity import Granularity
from timeline.temporal.period import PARTS_OF_DAY, SEASONS, Period
from timeline.temporal.recurrence import Recurrence
from timeline.temporal.timex import Modifier, TimeValue, TimexType
from timeline.wording import Phrase, Said, phrase

G = Granularity

_DECADES = (
    phrase("noughties"), phrase("tens"), phrase("twenties"), phrase("thirties"), phrase("forties"), phrase("fifties"),
    phrase("sixties"), phrase("seventies"), phrase("eighties"), phrase("nineties"),
)  # fmt: skip
_FEASTS = {
    -48: phrase("Shrove Monday"),
    -47: phrase("Shrove Tuesday"),
    -46: phrase("Ash Wednesday"),
    -7: phrase("Palm Sunday"),
    -3: phrase("Maundy Thursday"),
    -2: phrase("Good Friday"),
    0: phrase("Easter Sunday"),
    1: phrase("Easter Monday"),
    39: phrase("Ascension Day"),
    49: phrase("Pentecost"),
    50: phrase("Whit Monday"),
    60: phrase("Corpus Christi"),
}
_MODIFIED = {
    Modifier.APPROX: phrase("about %(time)s"),
    Modifier.START: phrase("early in %(time)s"),
    Modifier.MID: phrase("in the middle of %(time)s"),
    Modifier.END: phrase("late in %(time)s"),
    Modifier.BEFORE: phrase("before %(time)s"),
    Modifier.AFTER: phrase("after %(time)s"),
    Modifier.ON_OR_BEFORE: phrase("%(time)s or before"),
    Modifier.ON_OR_AFTER: phrase("%(time)s or later"),
    Modifier.LESS_THAN: phrase("less than %(time)s"),
    Modifier.MORE_THAN: phrase("more than %(time)s"),
    Modifier.EQUAL_OR_LESS: phrase("at most %(time)s"),
    Modifier.EQUAL_OR_MORE: phrase("at least %(time)s"),
}
_MODIFIED_DAY = {**_MODIFIED, Modifier.START: phrase("early on %(time)s"), Modifier.END: phrase("late on %(time)s")}
_BENDS = {
    Modifier.APPROX: phrase("or about then"),
    Modifier.START: phrase("early in it"),
    Modifier.MID: phrase("in the middle of it"),
    Modifier.END: phrase("late in it"),
    Modifier.BEFORE: phrase("before it"),
    Modifier.AFTER: phrase("after it"),
    Modifier.ON_OR_BEFORE: phrase("or before"),
    Modifier.ON_OR_AFTER: phrase("or later"),
    Modifier.LESS_THAN: phrase("or nearly so far"),
    Modifier.MORE_THAN: phrase("or farther"),
    Modifier.EQUAL_OR_LESS: phrase("at most so far"),
    Modifier.EQUAL_OR_MORE: phrase("at least so far"),
}
"""What is said behind a value that the words bend."""


def told_day(day: int) -> Phrase:
    """A day number as a date.

    >>> str(told_day(735_824))
    'Friday 14 August 2015'
    """
    return _with_weekday(day, told_date(day))


def told_date(day: int) -> Phrase:
    """The same without its weekday.

    >>> str(told_date(735_824))
    '14 August 2015'
    """
    year, month, day_of_month = civil(day)
    return phrase("%(day)s %(month)s %(year)s", day=day_of_month, month=MONTHS[month - 1], year=told_year(year))


def _with_weekday(day: int, date: Phrase) -> Phrase:
    return phrase("%(weekday)s %(day)s", weekday=WEEKDAYS[weekday(day)], day=date)


def told_period(period: Period) -> Phrase:
    """A unit of the calendar by its name.

    >>> [str(told_period(each)) for each in (Period.month(2013, 9), Period.part_of_day(735_824, "NI"))]
    ['September 2013', 'the night of 14 August 2015']
    """
    granularity, number = period
    day = period.first_day
    match granularity:
        case G.SECOND | G.MINUTE | G.HOUR:
            clock = period.value.split("T")[1]
            if ":" in clock:
                return phrase("%(clock)s on %(day)s", clock=clock.removeprefix("0"), day=told_date(day))
            return phrase("%(hour)s o'clock on %(day)s", hour=int(clock), day=told_date(day))
        case G.PART_OF_DAY:
            part = PART_NAMES[PARTS_OF_DAY[number % 8]]
            return phrase("the %(part)s of %(day)s", part=part, day=told_date(number // 8))
        case G.DAY:
            return told_date(day)
        case G.WEEKEND:
            return phrase("the weekend of %(day)s", day=told_day(day))
        case G.WEEK:
            return phrase("the week of %(day)s", day=told_day(day))
        case G.MONTH:
            return phrase("%(month)s %(year)s", month=MONTHS[number % 12], year=told_year(number // 12))
        case G.SEASON:
            season = SEASON_NAMES[SEASONS[number % 4]]
            return phrase("%(season)s %(year)s", season=season, year=told_year(number // 4))
        case G.QUARTER:
            nth, year = told_ordinal(number % 4 + 1), told_year(number // 4)
            return phrase("the %(nth)s quarter of %(year)s", nth=nth, year=year)
        case G.HALF_YEAR:
            nth, year = told_ordinal(number % 2 + 1), told_year(number // 2)
            return phrase("the %(nth)s half of %(year)s", nth=nth, year=year)
        case G.YEAR:
            return phrase("the year %(year)s", year=told_year(number))
        case G.DECADE if number >= 0:
            return phrase("the %(year)ss", year=number * 10)
        case G.DECADE:
            return phrase("the %(year)ss BC", year=(-1 - number) * 10)
    if number >= 0:
        return phrase("the %(nth)s %(unit)s", nth=told_ordinal(number + 1), unit=told_unit(granularity))
    return phrase("the %(nth)s %(unit)s BC", nth=told_ordinal(-number), unit=told_unit(granularity))


_WITHOUT_ARTICLE = frozenset({"weekday", "month", "month_day", "season", "minute", "hour"})


def told_recurrence(recurrence: Recurrence) -> Phrase:
    """A time that comes again, in words.

    >>> august = Recurrence(G.YEAR, G.DAY, "month_day", 8, 7), Recurrence(G.MONTH, G.DAY, "day", 5)
    >>> [str(told_recurrence(each)) for each in august]
    ['7 August', 'the 5th']
    """
    name = named_recurrence(recurrence)
    feast = recurrence.kind == "easter" and recurrence.place in _FEASTS
    return name if feast or recurrence.kind in _WITHOUT_ARTICLE else phrase("the %(time)s", time=name)


def named_recurrence(recurrence: Recurrence) -> Phrase:
    """The same without an article.

    >>> str(named_recurrence(Recurrence(G.MONTH, G.DAY, "day", 5)))
    '5th'
    """
    place, detail = recurrence.place, recurrence.detail
    match recurrence.kind:
        case "weekday":
            return phrase("%(weekday)s", weekday=WEEKDAYS[place - 1])
        case "month":
            return phrase("%(month)s", month=MONTHS[place - 1])
        case "month_day":
            return phrase("%(day)s %(month)s", day=detail, month=MONTHS[place - 1])
        case "day":
            return phrase("%(nth)s", nth=told_figure(place))
        case "quarter":
            return phrase("%(nth)s quarter", nth=told_ordinal(place))
        case "half":
            return phrase("%(nth)s half", nth=told_ordinal(place))
        case "season":
            return phrase("%(season)s", season=SEASON_NAMES[SEASONS[place]])
        case "decade":
            return phrase("%(decade)s", decade=_DECADES[place])
        case "year":
            return phrase("year ’%(year)s", year=f"{place:02}")
        case "easter" if place in _FEASTS:
            return phrase("%(feast)s", feast=_FEASTS[place])
        case "easter" if place < 0:
            return phrase("%(nth)s day before Easter", nth=told_figure(-place))
        case "easter":
            return phrase("%(nth)s day after Easter", nth=told_figure(place))
        case "nth_weekday":
            month, nth = divmod(place, 10)
            day, name = WEEKDAYS[detail - 1], MONTHS[month - 1]
            return phrase("%(nth)s %(weekday)s of %(month)s", nth=told_ordinal(nth or -1), weekday=day, month=name)
        case "weekday_from":
            month, since = divmod(place, 100)
            day, name = WEEKDAYS[detail - 1], MONTHS[month - 1]
            return phrase("first %(weekday)s from %(day)s %(month)s on", weekday=day, day=since, month=name)
        case "part_of_day":
            return PART_NAMES[PARTS_OF_DAY[place]]
        case "minute":
            return phrase("%(hour)s:%(minute)s", hour=place // 60, minute=f"{place % 60:02}")
        case "hour":
            return phrase("%(hour)s o'clock", hour=place)
    return told_unit(recurrence.inner)


def told_modified(time: Said, modifier: Modifier, is_day: bool = False) -> Phrase:
    """A time under a modifier.

    >>> str(told_modified("the year 1990", Modifier.START))
    'early in the year 1990'
    >>> str(told_modified("Monday", Modifier.END, is_day=True))
    'late on Monday'
    """
    return (_MODIFIED_DAY if is_day else _MODIFIED)[modifier].filled(time=time)


def told_value(value: TimeValue) -> Said:
    """What has a place on the calendar, written out, and the days it covers.

    >>> str(told_value(TimeValue.of(Period.month(2013, 9))))
    'September 2013: Sunday 1 September to Monday 30 September 2013'
    >>> str(told_value(TimeValue.of(Period.year(1990)).modified(Modifier.START)))
    'the year 1990, early in it: Monday 1 January to Monday 31 December 1990'
    >>> str(told_value(TimeValue.of(Period.part_of_day(735_824, "AF"))))
    'Friday 14 August 2015, afternoon'
    """
    assert value.interval is not None, "what has no place on the calendar has no days"
    period, bend = value.period, value.modifier and _BENDS[value.modifier]
    days = _told_days(value.interval.first_day, value.interval.last_day)
    if period is not None and period.granularity > G.DAY:
        name = told_period(period)
        if bend is None:
            return phrase("%(value)s: %(days)s", value=name, days=days)
        return phrase("%(value)s, %(bend)s: %(days)s", value=name, bend=bend, days=days)
    if period is not None and period.granularity < G.DAY:
        days = phrase("%(day)s, %(part)s", day=days, part=_part_of(period))
    return days if bend is None else phrase("%(value)s, %(bend)s", value=days, bend=bend)


def _part_of(period: Period) -> Said:
    """What of its day a part of a day or a clock time is."""
    if period.granularity is G.PART_OF_DAY:
        return PART_NAMES[PARTS_OF_DAY[period.number % 8]]
    hour, colon, minute = period.value.partition("T")[2].partition(":")
    if colon:
        return phrase("%(hour)s:%(minute)s", hour=int(hour), minute=minute)
    return phrase("%(hour)s o'clock", hour=int(hour))


def _told_days(first: int, last: int) -> Phrase:
    if first == last:
        return told_day(first)
    (year, month, day), (same, _, _) = civil(first), civil(last)
    begins = phrase("%(day)s %(month)s", day=day, month=MONTHS[month - 1]) if year == same else told_date(first)
    return phrase("%(first)s to %(last)s", first=_with_weekday(first, begins), last=told_day(last))


def told_alternative(value: TimeValue) -> Said:
    """What else a time could have been: its name alone."""
    if value.period is None:
        return told_value(value)
    words = told_period(value.period)
    return words if value.modifier is None else told_modified(words, value.modifier, value.granularity is G.DAY)


def told_outcome(value: TimeValue) -> Phrase:
    """The last step of a derivation.

    >>> str(told_outcome(TimeValue(TimexType.DURATION, "P2W", G.WEEK)))
    'a length of time has no date of its own'
    """
    if value.interval is not None:
        return phrase("so it is %(value)s", value=told_value(value))
    if value.type is TimexType.DURATION:
        return phrase("a length of time has no date of its own")
    if value.type is TimexType.SET:
        return phrase("what comes again and again has no one date")
    return phrase("so it has no date")
