"""The strip above the timeline: how many events fall into each stretch of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.date_words import DateWords
from timeline.site.cards import Card
from timeline.site.listing import Listing
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
    name: str
    label: str
    """Its name and how many events it has."""
    address: str
    """Where its events begin."""
    start: str
    """Its first day."""
    count: int


@dataclass(frozen=True, slots=True)
class Strip:
    """Columns side by side, one a stretch of time, empty ones left out."""

    columns: tuple[Column, ...]
    width: int
    first: str
    last: str
    unit: str


def strip_of(cards: Sequence[Card], listing: Listing[Card], event: Callable[[Card], str]) -> Strip | None:
    """The strip of some events; None where there is nothing to compare.

    Columns lead into the pages of the listing, a day's to the `event` that begins it.
    """
    if not cards:
        return None
    words = listing.words
    days = [card.interval.first_day for card in cards]
    first_day, last_day = min(days), max(days)
    unit = next((unit for most, unit in _UNITS if last_day - first_day < most), Granularity.CENTURY)
    first, last = (_index(unit, day) for day in (first_day, last_day))
    counts = Counter[int]()
    begins: dict[int, Card] = {}
    heads = dict(zip(reversed(days), reversed(cards), strict=True))
    for day, number in Counter(days).items():  # in the order of the cards
        index = _index(unit, day)
        counts[index] += number
        begins.setdefault(index, heads[day])
    if len(counts) < 2:
        return None
    most = max(counts.values())
    columns = []
    for index in sorted(counts):
        card = begins[index]
        height = max(_LOWEST, round(counts[index] / most * (HEIGHT - 4)))
        year, month, _ = card.place
        address = (
            event(card) if unit is Granularity.DAY else listing.href(year, month if unit is Granularity.MONTH else 0)
        )
        told = words.say.counted("%(number)s event", "%(number)s events", counts[index])
        name, (start, _) = _label(unit, index, words), Period(unit, index).interval.days()
        x = (index - first) * WIDTH
        columns.append(Column(x, HEIGHT - height, height, name, f"{name}: {told}", address, start, counts[index]))
    return Strip(
        tuple(columns), (last - first + 1) * WIDTH, _label(unit, first, words), _label(unit, last, words), unit.label
    )


@lru_cache(maxsize=1 << 16)
def _index(unit: Granularity, day: int) -> int:
    """In which stretch of the unit a day is."""
    return Period(Granularity.DAY, day).within(unit).number


def _label(unit: Granularity, index: int, words: DateWords) -> str:
    day = Period(unit, index).first_day
    year, month, day_of_month = civil(day)
    if unit is Granularity.DAY:
        return words.day(year, month, day_of_month)
    if unit is Granularity.MONTH:
        return words.month(year, month)
    if unit is Granularity.YEAR:
        return words.year(year)
    return words.say("%(unit)s from %(year)s", unit=words.say(unit.label), year=words.year(year))
