"""Time on paper: which moment stands where, with long stretches of nothing cut out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from timeline.temporal.calendar import DAY, civil, ordinal
from timeline.temporal.interval import Interval

LONG = 0.35
"""A stretch of nothing is cut out that is more than this share of what is shown …"""
UNUSUAL = 8
"""… and so many times as long as is usual between two events: of a few far apart, the distances are what is told."""
MOST_CUTS = 3
CUT = 72.0
"""How wide a cut is drawn."""
NARROWEST = 96.0
"""How wide a stretch between cuts is at least, so that it can be dated."""
ENOUGH = 5
"""So many intervals at least say by themselves what is shown."""
WIDER = 4.0
"""One that is around all shorter ones, and so many times as long as they are together, is not shown whole."""
HOUR = 3600
YEAR = 365.2425 * DAY


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the axis without a cut: from which second to which, from where to where."""

    start: float
    end: float
    left: float
    right: float

    @property
    def seconds(self) -> float:
        """How much time it shows for each unit of width."""
        return (self.end - self.start) / (self.right - self.left)

    def x(self, second: float) -> float:
        """Where a second stands."""
        return self.left + (second - self.start) / self.seconds


@dataclass(frozen=True, slots=True)
class Scale:
    """The stretches, in order; all of them at the same scale."""

    stretches: tuple[Stretch, ...]

    def x(self, second: float) -> float:
        """Where a second stands; one that is cut out stands where the next stretch begins."""
        stretch = next((each for each in self.stretches if second <= each.end), self.stretches[-1])
        return stretch.x(min(max(second, stretch.start), stretch.end))

    @property
    def seconds(self) -> float:
        """How much time it shows for each unit of width."""
        return self.stretches[0].seconds

    @property
    def cuts(self) -> tuple[tuple[Stretch, Stretch], ...]:
        """What stands before and behind each stretch of time that is cut out."""
        return tuple(pairwise(self.stretches))


def scale_of(intervals: Iterable[Interval], left: float, right: float) -> Scale:
    """A scale on which all the intervals stand, of as few and as long stretches as can be read.

    Of those that are counted, each says as much as if it came so often.

    >>> lone, busy = Interval.of_days(100, 100), [Interval.of_days(day, day) for day in range(735_000, 735_300)]
    >>> [round(each.right - each.left) for each in scale_of([lone, *busy], 0, 800).stretches]
    [96, 632]
    """
    shown = _without_the_widest(Counter(intervals))
    fine = any(not each.whole_days for each in shown)
    parts = _parts(shown, 2 * HOUR if fine else 8 * DAY)
    room = right - left - CUT * (len(parts) - 1)
    seconds = _seconds_each(parts, room)
    stretches, at = [], left
    for index, part in enumerate(parts):
        width = max((part.end - part.start) / seconds, NARROWEST if len(parts) > 1 else room)
        if index == len(parts) - 1:
            width = right - at
        spare = (width * seconds - (part.end - part.start)) / 2
        stretches.append(Stretch(part.start - spare, part.end + spare, at, at + width))
        at += width + CUT
    return Scale(tuple(stretches))


def _seconds_each(parts: Sequence[Interval], room: float) -> float:
    """The scale at which the parts fill the room, those that are too short for it at the narrowest."""
    narrow = 0
    lengths = sorted(part.end - part.start for part in parts)
    while True:
        seconds = sum(lengths[narrow:]) / (room - NARROWEST * narrow)
        if narrow == len(lengths) - 1 or lengths[narrow] / seconds >= NARROWEST:
            return seconds
        narrow += 1


def _parts(intervals: Mapping[Interval, int], shortest: int) -> list[Interval]:
    """What is shown: the time of all intervals with a little around it, without the longest gaps."""
    covered = _joined(intervals)
    starts = sorted({interval.start for interval in intervals})
    together = sum(intervals.values()) - len(starts)
    distances = [*([0] * together), *(later - earlier for earlier, later in pairwise(starts))]
    usual = median(distances) if distances else 0
    gaps = sorted(((after.start - before.end, after.start) for before, after in pairwise(covered)))
    shown = covered[-1].end - covered[0].start
    cuts: set[int] = set()
    while gaps and len(cuts) < MOST_CUTS and gaps[-1][0] > max(LONG * shown, UNUSUAL * usual):
        length, behind = gaps.pop()
        cuts.add(behind)
        shown -= length
    parts = [covered[0]]
    for interval in covered[1:]:
        if interval.start in cuts:
            parts.append(interval)
        else:
            parts[-1] = parts[-1].joined(interval)
    if len(parts) == 1:
        around = max((shortest - shown) // 2, shown // 60)
        return [Interval(parts[0].start - around, parts[0].end + around)]
    around = max(max(shortest - shown, 0) // 2, shown // 60)
    return [Interval(part.start - around, part.end + around) for part in parts]


def _without_the_widest(intervals: Counter[Interval]) -> Counter[Interval]:
    """Those that say when all that is told finely happened: a whole year around one week would hide the week.

    What is left out is drawn from edge to edge.
    """
    by_length = sorted(intervals, key=lambda each: (each.end - each.start, each))
    first, last = by_length[0]
    before = 0
    for number, each in enumerate(by_length):
        around = each.start <= first and each.end >= last
        if before >= ENOUGH and around and each.end - each.start > WIDER * (last - first):
            return Counter({each: intervals[each] for each in by_length[:number]})
        first, last = min(first, each.start), max(last, each.end)
        before += intervals[each]
    return intervals


def _joined(intervals: Iterable[Interval]) -> list[Interval]:
    """The time that the intervals cover, in intervals that do not touch."""
    covered: list[Interval] = []
    for interval in sorted(intervals):
        if covered and interval.start <= covered[-1].end:
            covered[-1] = covered[-1].joined(interval)
        else:
            covered.append(interval)
    return covered


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands between two ticks: so many hours, days, months or years."""

    kind: str
    count: int

    @property
    def length(self) -> float:
        """About how many seconds it has."""
        return self.count * {"minute": 60, "hour": HOUR, "day": DAY, "month": YEAR / 12, "year": YEAR}[self.kind]

    def starts(self, first: float, last: float) -> Iterable[int]:
        """The seconds between two at which one begins."""
        if self.kind in ("minute", "hour"):
            step = self.count * (60 if self.kind == "minute" else HOUR)
            return range(int(-(-first // step)) * step, int(last) + 1, step)
        begins = {"day": self._days, "month": self._months, "year": self._years}[self.kind](first, last)
        return [second for day in begins if first <= (second := (day - 1) * DAY) <= last]

    def _days(self, first: float, last: float) -> Iterable[int]:
        """From each first of a month on, none so near the next that the two could not be told apart."""
        for month in Unit("month", 1)._months(first - 31 * DAY, last):
            year, number, _ = civil(month)
            following = ordinal(year + number // 12, number % 12 + 1, 1)
            yield from range(month, following - (self.count // 2 if self.count > 1 else 0), self.count)

    def _months(self, first: float, last: float) -> Iterable[int]:
        begin, end = (civil(int(second // DAY) + 1) for second in (first, last))
        number = (begin[0] * 12 + begin[1] - 1) // self.count * self.count
        for month in range(number, end[0] * 12 + end[1] + 1, self.count):
            yield ordinal(month // 12, month % 12 + 1, 1)

    def _years(self, first: float, last: float) -> Iterable[int]:
        begin, end = (civil(int(second // DAY) + 1)[0] for second in (first, last))
        for year in range(begin // self.count * self.count, end + 1, self.count):
            yield ordinal(_told_round(year, self.count), 1, 1)


def _told_round(year: int, count: int) -> int:
    """Years before 1 are counted from 1 BC, so that 1000 BC is the astronomical year -999, and there is no year 0."""
    return year + 1 if year <= 0 and count > 1 else year


UNITS = (
    *(Unit("minute", count) for count in (1, 5, 15, 30)),
    *(Unit("hour", count) for count in (1, 3, 6, 12)),
    *(Unit("day", count) for count in (1, 2, 5, 10)),
    *(Unit("month", count) for count in (1, 3, 6)),
    *(Unit("year", count) for count in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)
"""From fine to coarse."""


def unit_of(scale: Scale, narrowest: float, finest: str) -> Unit:
    """The finest unit that is wide enough for its ticks; never finer than what is told."""
    allowed = UNITS if finest == "hour" else [unit for unit in UNITS if unit.kind not in ("minute", "hour")]
    return next((unit for unit in allowed if unit.length / scale.seconds >= narrowest), allowed[-1])
