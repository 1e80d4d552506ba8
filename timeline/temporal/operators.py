"""What words say about a time before anybody knows when they were written.

An operator is the meaning of a time expression: "the Tuesday the text leaves open", "two weeks
before the publication date". `place` sets it on the calendar with the help of a `Scene`, which knows
the publication date, what was told earlier, and which way to look.

Source: after SCATE (Bethard and Parker 2016), on periods instead of arbitrary intervals.
"""

from __future__ import annotations

from enum import Enum
from typing import Protocol, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from timeline.temporal.calendar import DAY, civil, month_length, ordinal
from timeline.temporal.granularity import Granularity
from timeline.temporal.period import MONTHS, Period
from timeline.temporal.recurrence import Recurrence
from timeline.temporal.timex import Modifier, TimeValue, TimexType

G = Granularity


class Source(Enum):
    """What a time is counted from."""

    PUBLISHED = "publication date"
    EARLIER = "earlier expression"
    NEARBY = "time told close by"
    """In news, an earlier expression of the same paragraph: the hours of another day are told with it."""
    STRETCH = "stretch told before"
    """An earlier expression that lasts a month or more."""
    STORY = "point the story has reached"
    """The publication date in news, the last date told in a narrative."""


class Direction(Enum):
    """Which occurrence of a recurring time is meant."""

    LAST = -1
    THIS = 0
    NEXT = 1


class Scene(Protocol):
    """What an operator may ask while it is placed."""

    def anchor(self, source: Source, granularity: Granularity) -> Period | None:
        """The time to count from; at least as fine as asked, if there is one. None: nobody said."""

    def told_last(self, granularity: Granularity) -> Period | None:
        """The last time told of just that granularity."""

    def choose(self, recurrence: Recurrence) -> Period | None:
        """Which occurrence the text means when it does not say."""


class _Operator(Struct, frozen=True, tag=True, gc=False):
    """The meaning of a time expression. Its name tells it from the others where it is stored."""

    def place(self, scene: Scene) -> TimeValue | None:
        """Its value on the calendar; None when the scene has nothing to count from."""
        raise NotImplementedError


class Fixed(_Operator, frozen=True, gc=False):
    """A value that the words give by themselves: a full date, a duration, a set, "recently"."""

    value: TimeValue
    names_stretch: bool = False
    """Whether it is the length of one stretch of time that the text tells of: "the nine months"."""

    def place(self, scene: Scene) -> TimeValue | None:
        return self.value


class Unsaid(_Operator, frozen=True, gc=False):
    """A time of which the words do not say when it is: "at that time"."""

    def place(self, scene: Scene) -> TimeValue | None:
        return None


class Shift(_Operator, frozen=True, gc=False):
    """So many units before (negative) or after the anchor; 0 is the unit that holds it.

    `keep` takes the granularity of the anchor where that is a month or more but finer than the unit:
    after "in the third quarter", "a year earlier" is a quarter too.
    """

    unit: Granularity
    count: int
    source: Source
    keep: bool = False

    def place(self, scene: Scene) -> TimeValue | None:
        anchor = scene.anchor(self.source, self.unit)
        if anchor is None:
            return None
        if self.keep and G.MONTH <= anchor.granularity < self.unit:
            return TimeValue.of(shifted_by(anchor, self.unit, self.count))
        if anchor.granularity is G.DAY and self.unit < G.PART_OF_DAY:
            # Nobody knows the hour of that day: "two hours ago" is the day, "30 hours ago" the one before.
            days = abs(self.count) * _SECONDS[self.unit] // DAY
            return TimeValue.of(anchor.shifted(days if self.count > 0 else -days))
        return TimeValue.of(anchor.within(self.unit).shifted(self.count))


class Bare(_Operator, frozen=True, gc=False):
    """A recurring time without direction: "on Tuesday", "in August". The policy chooses."""

    recurrence: Recurrence

    def place(self, scene: Scene) -> TimeValue | None:
        chosen = scene.choose(self.recurrence)
        return None if chosen is None else TimeValue.of(chosen)


class Directed(_Operator, frozen=True, gc=False):
    """The last, this or the next occurrence of a recurring time: "last Tuesday", "this summer"."""

    recurrence: Recurrence
    direction: Direction
    source: Source = Source.STORY

    def place(self, scene: Scene) -> TimeValue | None:
        anchor = scene.anchor(self.source, self.recurrence.inner)
        if anchor is None:
            return None
        before, same, after = self.recurrence.near(anchor)
        if self.direction is Direction.LAST:
            chosen = before
        elif self.direction is Direction.NEXT:
            chosen = after
        else:
            # In February "this winter" is the one that began in December.
            chosen = same or self.recurrence.inside(anchor.within(self.recurrence.outer))
        return None if chosen is None else TimeValue.of(chosen)


class Latest(_Operator, frozen=True, gc=False):
    """The last unit told, else the last one that is over on the publication date: "the latest quarter"."""

    unit: Granularity

    def place(self, scene: Scene) -> TimeValue | None:
        told = scene.told_last(self.unit)
        if told is not None:
            return TimeValue.of(told)
        published = scene.anchor(Source.PUBLISHED, self.unit)
        return None if published is None else TimeValue.of(published.within(self.unit).shifted(-1))


class InYear(_Operator, frozen=True, gc=False):
    """A unit like the one told last, in another year: "the 1988 quarter"."""

    outer: Operator
    year: int

    def place(self, scene: Scene) -> TimeValue | None:
        outer = self.outer.place(scene)
        if outer is None or outer.period is None:
            return None
        year = outer.period.within(G.YEAR).number
        return TimeValue.of(shifted_by(outer.period, G.YEAR, self.year - year))


class Inside(_Operator, frozen=True, gc=False):
    """The occurrence of a recurring time inside another time: "March of last year"."""

    outer: Operator
    recurrence: Recurrence

    def place(self, scene: Scene) -> TimeValue | None:
        outer = self.outer.place(scene)
        if outer is None:
            return _on_any_day(self.recurrence)
        if outer.period is None:
            return None
        chosen = self.recurrence.inside(outer.period.within(self.recurrence.outer))
        return None if chosen is None else replace(TimeValue.of(chosen), modifier=outer.modifier)


def _on_any_day(recurrence: Recurrence) -> TimeValue | None:
    """The night or the hour of a day that nobody said; None for what is no part of a day."""
    there = recurrence.inside(Period.day(2000, 1, 1)) if recurrence.outer is G.DAY else None
    return there and TimeValue(TimexType.TIME, f"XXXX-XX-XX{there.value[10:]}", recurrence.inner)


class Nth(_Operator, frozen=True, gc=False):
    """The nth unit inside another time, from its end where negative: "the first week of May"."""

    outer: Operator
    unit: Granularity
    nth: int

    def place(self, scene: Scene) -> TimeValue | None:
        outer = self.outer.place(scene)
        if outer is None or outer.interval is None:
            return None
        interval = outer.interval
        # A week belongs where its Thursday lies (ISO 8601), every other unit where it begins.
        lead = 3 * DAY if self.unit is G.WEEK else 0
        if self.nth > 0:
            found = Period.of_second(self.unit, interval.start)
            early = found.interval.start + lead < interval.start
            found = found.shifted(self.nth - 1 + early)
        else:
            found = Period.of_second(self.unit, interval.end - 1)
            late = found.interval.start + lead >= interval.end
            found = found.shifted(self.nth + 1 - late)
        return TimeValue.of(found) if found.interval.overlaps(interval) else None


class Moved(_Operator, frozen=True, gc=False):
    """Another time, moved by so many units: "two days after 3 May"."""

    outer: Operator
    unit: Granularity
    count: int

    def place(self, scene: Scene) -> TimeValue | None:
        outer = self.outer.place(scene)
        if outer is None or outer.period is None:
            return None
        if self.count and outer.period.granularity <= self.unit:
            return TimeValue.of(shifted_by(outer.period, self.unit, self.count))
        return TimeValue.of(outer.period.within(self.unit).shifted(self.count))


class Modified(_Operator, frozen=True, gc=False):
    """Another time under a modifier: "early" last week, "around" 1990."""

    outer: Operator
    modifier: Modifier

    def place(self, scene: Scene) -> TimeValue | None:
        outer = self.outer.place(scene)
        return None if outer is None else outer.modified(self.modifier)


Operator: TypeAlias = Fixed | Unsaid | Shift | Bare | Directed | Latest | InYear | Inside | Nth | Moved | Modified
"""The meaning of a time expression."""


def shifted_by(period: Period, unit: Granularity, count: int) -> Period:
    """The period of the same granularity so many larger units away, month lengths respected.

    >>> shifted_by(Period.day(2016, 2, 29), Granularity.YEAR, -1).value
    '2015-02-28'
    >>> shifted_by(Period(Granularity.QUARTER, 1989 * 4 + 2), Granularity.YEAR, -1).value
    '1988-Q3'
    """
    granularity, index = period
    if unit in MONTHS and granularity in MONTHS:
        return period.shifted(count * MONTHS[unit] // MONTHS[granularity])
    if unit in MONTHS:
        first_day = period.first_day
        year, month, day = civil(first_day)
        year, month = divmod(year * 12 + month - 1 + count * MONTHS[unit], 12)
        days = ordinal(year, month + 1, min(day, month_length(year, month + 1))) - first_day
    else:
        days, seconds = divmod(count * _SECONDS[unit], DAY)
        if seconds:
            return Period.of_second(granularity, period.interval.start + count * _SECONDS[unit])
    if granularity is G.PART_OF_DAY:
        return Period(granularity, index + 8 * days)
    return Period.of_second(granularity, period.interval.start + days * DAY)


_SECONDS = {
    G.SECOND: 1,
    G.MINUTE: 60,
    G.HOUR: 3600,
    G.PART_OF_DAY: DAY,
    G.DAY: DAY,
    G.WEEKEND: 7 * DAY,
    G.WEEK: 7 * DAY,
}
"""Lengths of the units that are always equally long; mornings and weekends by how often they come."""
