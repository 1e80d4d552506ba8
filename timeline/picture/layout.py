"""Where everything stands in a picture: pure functions from what is shown to boxes, none of which overlap."""

from __future__ import annotations

from bisect import bisect, insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from timeline.picture.axis import Cut, Tick, cuts_of, ticks_of
from timeline.picture.measuring import width_of, wrapped
from timeline.picture.scale import Scale, scale_of, unit_of
from timeline.picture.sizes import FEW, LANES, TALLEST, Size, Type
from timeline.temporal.calendar import DAY
from timeline.temporal.interval import Interval
from timeline.wording import Wording

DOT: Final = 4.0
"""The radius of a mark."""
GAP: Final = 12.0
"""Between labels of one lane, at least."""
BAR: Final = 12.0
"""A time that is wider than this is drawn as a bar."""
COLUMN: Final = 8.0
ROW: Final = 17.0
"""From a line below the title to the next."""
_HIGHEST: Final = 40.0


@dataclass(frozen=True, slots=True)
class Item:
    """An event as a picture may name it."""

    id: str
    interval: Interval
    when: str
    """The date in words."""
    headline: str
    salience: float
    sources: int
    certainty: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """An event that is named: its mark or bar, and below that its date and headline."""

    item: Item
    box: Box
    start: float
    end: float
    """Both ends of the bar; the same for a mark."""
    text: float
    """Where its text begins, or ends where it is mirrored."""
    mirrored: bool
    date: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """How many events begin in a stretch of time."""

    x: float
    width: float
    height: float
    count: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture before it is drawn."""

    width: float
    height: float
    margin: float
    letters: float
    type: Type
    labels: tuple[Label, ...]
    """From the left."""
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]
    cuts: tuple[Cut, ...]
    axis: float
    """How far down it is."""
    spans: tuple[tuple[float, float], ...]
    """The parts of the axis between cuts."""
    count: int
    """How many events there are, named or not."""


def in_turn(item: Item) -> tuple[float, int, Interval, str]:
    """By what events are sorted that want to be named: the sooner, the more they matter."""
    return -item.salience, -item.sources, item.interval, item.id


def layout_of(
    items: Sequence[Item], size: Size, wording: Wording, rows: int = 1, others: Sequence[Interval] = ()
) -> Layout:
    """The layout of a picture of these events, the most salient of which are named, with so many rows below its title.

    `others` are the times of events that are only counted, whatever room there is.
    """
    head, foot = (60 + ROW * (rows - 1)) * size.letters, 66 * size.letters
    times = Counter([*(item.interval for item in items), *others])
    if not times:
        return Layout(
            size.width, size.height or head + foot, size.margin, size.letters, size.types[0], (), (), (), (), 0, (), 0
        )
    left, right = size.margin, size.width - size.margin
    scale = scale_of(times, left + DOT, right - DOT)
    finest = "hour" if any(not time.whole_days for time in times) else "day"
    unit = unit_of(scale, 70 * size.letters, finest)
    by_hours = unit.kind in ("minute", "hour")
    count = times.total()
    columns_height = _HIGHEST * size.letters if count > FEW else 0
    room = (size.height - head - foot if size.height else TALLEST) - columns_height
    placed, used = _place_in_largest(items, scale, size, room, by_hours)
    height = round(size.height or head + _lanes_of(placed) * used.height + columns_height + 12 + foot)
    axis = height - round(foot)
    bottom = axis - columns_height - 8
    return Layout(
        width=size.width,
        height=height,
        margin=size.margin,
        letters=size.letters,
        type=used,
        labels=tuple(_label(each, used, bottom) for each in sorted(placed, key=lambda each: (each.start, each.lane))),
        columns=_columns(times, scale, columns_height) if columns_height else (),
        ticks=ticks_of(scale, unit, size.letters, wording),
        cuts=cuts_of(scale, wording),
        axis=axis,
        spans=tuple((each.left, each.right) for each in scale.stretches),
        count=count,
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    """A label in its lane, counted from the axis up."""

    item: Item
    lane: int
    left: float
    right: float
    start: float
    end: float
    mirrored: bool
    date: str
    lines: tuple[str, ...]


def _lanes_of(placed: Iterable[_Placed]) -> int:
    """How many lanes are used."""
    return max((each.lane for each in placed), default=-1) + 1


class _Side:
    """The words of a label to the right of its mark, or mirrored, to the left of it."""

    def __init__(self, start: float, end: float, mirrored: bool, width: float, first: float, last: float) -> None:
        self.mirrored = mirrored
        begin, stop = start - DOT, min(end + DOT, last)
        self.text = stop - width if mirrored else begin
        self.left, self.right = min(begin, self.text), max(stop, self.text + width)
        self.fits = self.left >= first - DOT and self.right <= last


def _place_in_largest(
    items: Sequence[Item], scale: Scale, size: Size, room: float, by_hours: bool
) -> tuple[list[_Placed], Type]:
    """All events named in the largest letters, or as many as can be."""
    ordered = sorted(items, key=in_turn)
    best: tuple[list[_Placed], Type] | None = None
    left, right = size.margin, size.width - size.margin
    for each in size.types:
        used = Type(round(each.size * size.letters, 1), each.lines, each.width * size.letters)
        lanes = min(LANES, int(room // used.height))
        placed = _place(ordered, scale, used, lanes, left, right, by_hours)
        if best is None or len(placed) > len(best[0]):
            best = placed, used
        if len(placed) == len(ordered):
            break
    assert best is not None, "there are sizes to set labels in"
    return best


def _place(
    items: Iterable[Item], scale: Scale, used: Type, lanes: int, left: float, right: float, by_hours: bool
) -> list[_Placed]:
    """Each event in the lowest lane that has room for it, the first ones first."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(lanes)]
    placed = []
    for item in items:
        start, end = ends_of(item, scale, by_hours)
        lines = wrapped(item.headline, used.size, used.width, used.lines)
        [date] = wrapped(item.when, used.small, used.width, 1) or [""]
        width = max(width_of(date, used.small), *(width_of(line, used.size) for line in lines), 1)
        sides = [_Side(start, end, mirrored, width, left, right) for mirrored in (False, True)]
        for lane, side in product(range(lanes), sides):
            if side.fits and _has_room(taken[lane], side):
                insort(taken[lane], (side.left, side.right))
                placed.append(_Placed(item, lane, side.text, side.text + width, start, end, side.mirrored, date, lines))
                break
    return placed


def _has_room(taken: Sequence[tuple[float, float]], side: _Side) -> bool:
    """Whether a lane, of which so much is taken from the left, has room for a label."""
    at = bisect(taken, (side.left,))
    return (not at or taken[at - 1][1] + GAP <= side.left) and (at == len(taken) or side.right + GAP <= taken[at][0])


def ends_of(item: Item, scale: Scale, by_hours: bool) -> tuple[float, float]:
    """Where the bar of an event begins and ends, or its mark stands."""
    start, end = scale.x(item.interval.start), scale.x(item.interval.end)
    long = item.interval.end - item.interval.start > DAY or by_hours
    if long and end - start > BAR:
        return start, end
    middle = (start + end) / 2
    return middle, middle


def _label(placed: _Placed, used: Type, bottom: float) -> Label:
    top = bottom - (placed.lane + 1) * used.height
    left, right = min(placed.left, placed.start - DOT), max(placed.right, placed.end + DOT)
    return Label(
        item=placed.item,
        box=Box(left, top, right, bottom - placed.lane * used.height),
        start=placed.start,
        end=placed.end,
        text=placed.right if placed.mirrored else placed.left,
        mirrored=placed.mirrored,
        date=placed.date,
        lines=placed.lines,
    )


def _columns(times: Mapping[Interval, int], scale: Scale, height: float) -> tuple[Column, ...]:
    """Each stretch between cuts in columns of the same time, as high as many events begin in them."""
    counts: dict[tuple[int, int], int] = {}
    for time, events in times.items():
        number = next(n for n, each in enumerate(scale.stretches) if time.start <= each.end)
        column = int((scale.x(time.start) - scale.stretches[number].left) // COLUMN)
        counts[number, column] = counts.get((number, column), 0) + events
    most = max(counts.values())
    return tuple(
        Column(
            x=scale.stretches[number].left + column * COLUMN,
            width=COLUMN,
            height=max(3.0, (height - 14) * count / most),
            count=count,
        )
        for (number, column), count in sorted(counts.items())
    )
