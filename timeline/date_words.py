"""Dates as a reader reads them, and as the `time` element of HTML takes them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from timeline.explaining.lengths import told_length, told_set
from timeline.explaining.names import (
    MONTHS,
    PART_NAMES,
    SEASON_NAMES,
    told_figure,
    told_ordinal,
    told_unit,
    told_year,
)
from timeline.explaining.times import told_date, told_day, told_period
from timeline.temporal.calendar import civil, ordinal
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.period import PARTS_OF_DAY, SEASONS, Period
from timeline.temporal.timex import Modifier, TimeValue, TimexType
from timeline.wording import IN_ENGLISH as ENGLISH
from timeline.wording import Wording, phrase

_REFERENCES = {
    "PAST_REF": phrase("some time before"),
    "PRESENT_REF": phrase("the time of writing"),
    "FUTURE_REF": phrase("some time to come"),
}

_BOUNDS = {
    Modifier.APPROX: phrase("about %(date)s"),
    Modifier.BEFORE: phrase("before %(date)s"),
    Modifier.AFTER: phrase("after %(date)s"),
    Modifier.ON_OR_BEFORE: phrase("by %(date)s"),
    Modifier.ON_OR_AFTER: phrase("since %(date)s"),
}
_PLACES = {
    Modifier.START: (phrase("early %(date)s"), phrase("early in %(date)s")),
    Modifier.MID: (phrase("mid-%(date)s"), phrase("in the middle of %(date)s")),
    Modifier.END: (phrase("late %(date)s"), phrase("late in %(date)s")),
}
"""How a part of a unit is called: before a unit with a name of its own, before any other."""
_NOTES = {
    Granularity.WEEK: phrase("some time in this week"),
    Granularity.WEEKEND: phrase("some time in this weekend"),
    Granularity.MONTH: phrase("some time in this month"),
    Granularity.SEASON: phrase("some time in this season"),
    Granularity.QUARTER: phrase("some time in this quarter"),
    Granularity.HALF_YEAR: phrase("some time in this half year"),
    Granularity.YEAR: phrase("some time in this year"),
}

G = Granularity
_NAMED = (G.MONTH, G.SEASON, G.YEAR, G.DECADE)


class Piece(NamedTuple):
    """Some words of a date, and what goes into `datetime` where HTML has a form for them."""

    text: str
    machine: str | None = None


class DateWords:
    """Dates in the words of one language."""

    def __init__(self, say: Wording) -> None:
        self.say = say

    def pieces(self, value: TimeValue, weekday: bool = True) -> tuple[Piece, ...]:
        """The value as a reader reads it, in pieces of which the dates know their `datetime`.

        >>> IN_ENGLISH.pieces(TimeValue.of(Period.day(2015, 8, 5).within(Granularity.WEEK)))
        (Piece(text='3', machine='2015-08-03'), Piece(text='–', machine=None), Piece(text='9 August 2015', machine='2015-08-09'))
        """
        if value.interval is None:
            return (Piece(self._unplaced(value)),)
        pieces = (value.period and self._period(value.period, weekday)) or self._interval(
            value.interval, value.granularity or G.DAY, weekday
        )
        before, _, after = self._frame(value).partition("%(date)s")
        return tuple(each for each in (Piece(before), *pieces, Piece(after)) if each.text)

    def plain(self, value: TimeValue) -> str:
        """The value as a reader reads it, as text.

        >>> IN_ENGLISH.plain(TimeValue.of(Period.month(2015, 8)).modified(Modifier.START))
        'early August 2015'
        """
        return "".join(piece.text for piece in self.pieces(value))

    def of_day(self, day: date) -> str:
        """A day with its weekday.

        >>> from timeline.wording import load_wording
        >>> IN_ENGLISH.of_day(date(2015, 8, 14)), DateWords(load_wording("de")).of_day(date(2015, 8, 14))
        ('Friday 14 August 2015', 'Freitag, 14. August 2015')
        """
        return self._day(day.toordinal(), weekday=True).text

    def day(self, year: int, month: int, day: int) -> str:
        """A day of any year, without its weekday.

        >>> IN_ENGLISH.day(-43, 3, 15)
        '15 March 44 BC'
        """
        return self.say.tell(told_date(ordinal(year, month, day)))

    def days(self, first: int, last: int) -> str:
        """All days from one to another, by their numbers, without weekdays.

        >>> IN_ENGLISH.days(ordinal(2015, 5, 1), ordinal(2015, 5, 31)), IN_ENGLISH.days(ordinal(2015, 5, 1), ordinal(2015, 5, 3))
        ('May 2015', '1–3 May 2015')
        """
        return "".join(piece.text for piece in self._interval(Interval.of_days(first, last), G.YEAR, False))

    def month(self, year: int, month: int) -> str:
        """A month of a year.

        >>> IN_ENGLISH.month(2015, 8)
        'August 2015'
        """
        return self.say.tell(told_period(Period.month(year, month)))

    def month_alone(self, month: int) -> str:
        """A month where its year has been named.

        >>> IN_ENGLISH.month_alone(8)
        'August'
        """
        return self.say.tell(MONTHS[month - 1])

    def day_alone(self, month: int, day: int) -> str:
        """A day where its year has been named.

        >>> IN_ENGLISH.day_alone(8, 5)
        '5 August'
        """
        return self.say("%(day)s %(month)s", day=day, month=self.month_alone(month))

    def year(self, year: int) -> str:
        """An astronomical year.

        >>> IN_ENGLISH.year(1990), IN_ENGLISH.year(-43)
        ('1990', '44 BC')
        """
        return self.say.tell(told_year(year))

    def gap(self, days: int, while_lasting: bool = False) -> str:
        """What is said of a long stretch without events, or of one in which only what began before it lasts.

        >>> IN_ENGLISH.gap(214), IN_ENGLISH.gap(1200, while_lasting=True)
        ('7 months with no events', '3 years with no other events')
        """
        if while_lasting:
            return self.say("%(time)s with no other events", time=self._length(days))
        return self.say("%(time)s with no events", time=self._length(days))

    def _length(self, days: int) -> str:
        """A stretch of many days, in the unit a reader would use."""
        if days >= 2 * 365.25:
            return self.say.counted("%(number)s year", "%(number)s years", round(days / 365.25))
        if days >= 2 * 30.44:
            return self.say.counted("%(number)s month", "%(number)s months", round(days / 30.44))
        return self.say.counted("%(number)s day", "%(number)s days", days)

    def note(self, value: TimeValue) -> str:
        """What a date wider than a day leaves open.

        >>> IN_ENGLISH.note(TimeValue.of(Period.day(2015, 8, 5).within(Granularity.WEEK)))
        'some time in this week'
        """
        if value.period is None or value.modifier is not None or value.period.granularity not in _NOTES:
            return ""
        return self.say.tell(_NOTES[value.period.granularity])

    def _unplaced(self, value: TimeValue) -> str:
        """What has no place on the calendar: a length, what comes again and again, "recently"."""
        if value.type is TimexType.SET:
            return self.say.tell(told_set(value.value))
        if value.type is TimexType.DURATION:
            return self.say.tell(told_length(value.value))
        return self.say.tell(_REFERENCES.get(value.value, value.value))

    def _frame(self, value: TimeValue) -> str:
        """What stands around the date for its modifier."""
        if value.modifier in _PLACES:
            named, other = _PLACES[value.modifier]
            found = named if value.period is not None and value.period.granularity in _NAMED else other
            return self.say(found.text)
        return self.say(_BOUNDS[value.modifier].text) if value.modifier in _BOUNDS else "%(date)s"

    def _period(self, period: Period, weekday: bool) -> tuple[Piece, ...] | None:
        """The words of one unit of the calendar; None where its days say it best."""
        granularity, index = period
        if granularity <= G.HOUR:
            return (self._clock(period, weekday),)
        if granularity is G.PART_OF_DAY:
            part = PART_NAMES[PARTS_OF_DAY[index % 8]]
            day = self._day(period.first_day, weekday)
            before, _, after = self.say("%(part)s of %(day)s", part=part, day="%(day)s").partition("%(day)s")
            return tuple(each for each in (Piece(before), day, Piece(after)) if each.text)
        if granularity is G.DAY:
            return (self._day(index, weekday),)
        if granularity is G.WEEKEND:
            before, _, after = self.say("weekend of %(days)s").partition("%(days)s")
            return (Piece(before), *self._interval(period.interval, G.DAY, weekday), Piece(after))
        year = civil(period.first_day)[0]
        if granularity is G.MONTH:
            return (self._month(period.first_day),)
        if granularity is G.SEASON:
            season = SEASONS[index % len(SEASONS)]
            years = f"{year}/{(year + 1) % 100:02}" if season == "WI" and year > 0 else self.year(year)
            return (Piece(f"{self.say.tell(SEASON_NAMES[season])} {years}"),)
        if granularity is G.QUARTER:
            return (Piece(self.say("%(nth)s quarter of %(year)s", nth=self._nth(index % 4 + 1), year=self.year(year))),)
        if granularity is G.HALF_YEAR:
            return (Piece(self.say("%(nth)s half of %(year)s", nth=self._nth(index % 2 + 1), year=self.year(year))),)
        if granularity is G.YEAR:
            return (self._year(year),)
        if index <= 0 or granularity is G.WEEK:
            return None
        if granularity is G.DECADE:
            return (Piece(self.say("%(year)ss", year=f"{index}0")),)
        told = phrase("%(nth)s %(unit)s", nth=told_figure(index + 1), unit=told_unit(granularity))
        return (Piece(self.say.tell(told)),)

    def _nth(self, number: int) -> str:
        return self.say.tell(told_ordinal(number))

    def _interval(self, interval: Interval, granularity: Granularity, weekday: bool) -> tuple[Piece, ...]:
        """First and last, the first without what it shares with the last."""
        first, last = interval.first_day, interval.last_day
        if first == last:
            return (self._day(first, weekday),)
        start, end = civil(first), civil(last)
        if granularity >= G.YEAR and start[1:] == (1, 1) and end[1:] == (12, 31):
            if start[0] == end[0]:
                return (self._year(start[0]),)
            return _joined(self._year(start[0]), self._year(end[0]), "–")
        if granularity >= G.MONTH and start[2] == 1 and civil(last + 1)[2] == 1:
            if start[:2] == end[:2]:
                return (self._month(first),)
            same_year = start[0] == end[0]
            head = Piece(self.month_alone(start[1]), self._month(first).machine) if same_year else self._month(first)
            return _joined(head, self._month(last), "–" if same_year else " – ")
        tail = Piece(self.day(*end), _machine_day(last))
        if start[:2] == end[:2]:
            return _joined(Piece(self.say("%(day)s", day=start[2]), _machine_day(first)), tail, "–")
        begins = self.day_alone(*start[1:]) if start[0] == end[0] else self.day(*start)
        return _joined(Piece(begins, _machine_day(first)), tail, " – ")

    def _day(self, day: int, weekday: bool) -> Piece:
        return Piece(self.say.tell(told_day(day) if weekday else told_date(day)), _machine_day(day))

    def _clock(self, period: Period, weekday: bool) -> Piece:
        day, clock = self._day(period.first_day, weekday), period.value.partition("T")[2]
        hours = clock if ":" in clock else f"{clock}:00"
        return Piece(f"{day.text}, {hours}", day.machine and f"{day.machine}T{hours}")

    def _month(self, day: int) -> Piece:
        year, month, _ = civil(day)
        return Piece(self.month(year, month), f"{year:04}-{month:02}" if year > 0 else None)

    def _year(self, year: int) -> Piece:
        return Piece(self.year(year), f"{year:04}" if year > 0 else None)


IN_ENGLISH = DateWords(ENGLISH)


def _joined(first: Piece, last: Piece, dash: str) -> tuple[Piece, ...]:
    return first, Piece(dash), last


def _machine_day(day: int) -> str | None:
    """The day as `datetime` takes it; HTML knows no year before 1."""
    year, month, day_of_month = civil(day)
    return f"{year:04}-{month:02}-{day_of_month:02}" if year > 0 else None
