"""The strip above the timeline: how many events fall into each stretch of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline.explaining.names import told_year
from timeline.site.cards import Card
from timeline.site.chronology import Group, Year
from timeline.site.date_words import month_words
from timeline.temporal.calendar import civil
from timeline.temporal.granularity import Granularity
from timeline.temporal.period import Period

HEIGHT = 56
"""Of the strip, in its own units."""
WIDTH = 10
"""Of a column, in its own units."""
_LOWEST = 5

_UNITS = (
    (60, Granularity.DAY),
    (20 * 366, Granularity.MONTH),
    (400 * 366, Granularity.YEAR),
    (4000 * 366, Granularity.DECADE),
)
"""Up to how many days a unit is fine enough and not too fine."""


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch with events in it."""

    x: int
    y: int
    height: int
    label: str
    anchor: str
    year: int


@dataclass(frozen=True, slots=True)
class Strip:
    """Columns side by side, one a stretch of time, empty ones left out."""

    columns: tuple[Column, ...]
    width: int
    first: str
    last: str
    unit: str


def strip_of(years: Sequence[Year]) -> Strip | None:
    """The strip of a timeline; None where there is nothing to compare."""
    placed = [(card, year, group) for year in years for group in year.groups for card in group.cards]
    if not placed:
        return None
    days = [card.interval.first_day for card, _, _ in placed]
    first_day, last_day = min(days), max(days)
    unit = next((unit for most, unit in _UNITS if last_day - first_day < most), Granularity.CENTURY)
    index_of = _index_of(unit)
    first, last = index_of(first_day), index_of(last_day)
    counts = Counter(index_of(day) for day in days)
    if len(counts) < 2:
        return None
    targets: dict[int, tuple[Card, Year, Group]] = {}
    for entry, day in zip(placed, days, strict=True):
        targets.setdefault(index_of(day), entry)
    most = max(counts.values())
    columns = []
    for index in sorted(counts):
        card, year, group = targets[index]
        height = max(_LOWEST, round(counts[index] / most * (HEIGHT - 4)))
        anchor = card.id if unit is Granularity.DAY else group.anchor if unit is Granularity.MONTH else year.anchor
        label = f"{_label(unit, index)}: {counts[index]} event{'s' if counts[index] > 1 else ''}"
        columns.append(Column((index - first) * WIDTH, HEIGHT - height, height, label, anchor, year.number))
    return Strip(tuple(columns), (last - first + 1) * WIDTH, _label(unit, first), _label(unit, last), unit.label)


def _index_of(unit: Granularity) -> Callable[[int], int]:
    def index(day: int) -> int:
        return Period(Granularity.DAY, day).within(unit).number

    return index


def _label(unit: Granularity, index: int) -> str:
    day = Period(unit, index).first_day
    year, month, day_of_month = civil(day)
    if unit is Granularity.DAY:
        return f"{day_of_month} {month_words(year, month)}"
    if unit is Granularity.MONTH:
        return month_words(year, month)
    return told_year(year) if unit is Granularity.YEAR else f"{unit.label} from {told_year(year)}"
