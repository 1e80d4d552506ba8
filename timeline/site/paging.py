"""What is listed by its date, in pages of bounded size: all on one, or a page a year, a month, a day.

A stretch that holds too much is split where the calendar splits it, so that one more event changes the
pages of its own days and those above them, and moves nothing to another page elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

from timeline.site.addresses import year_code

T = TypeVar("T")


class Place(NamedTuple):
    """A date as far as it is given: astronomical year, month, day; 0 where it names none."""

    year: int
    month: int = 0
    day: int = 0


class Bound(NamedTuple):
    """How much goes on one page."""

    items: int
    size: int
    """In bytes that a reader loads, about."""


@dataclass(frozen=True, slots=True)
class Stretch(Generic[T]):
    """The items of a stretch of time: on one page, or on those of its parts."""

    place: Place | None
    """The year, month or day it is; None for the whole."""
    key: str
    """By which its page is found: "", "2015", "2015-08", "2015-00" where the month is not given,
    "2015-08-11.2" for the second page of a day."""
    items: tuple[T, ...]
    parts: tuple[Stretch[T], ...] = ()

    def leaves(self) -> Iterator[Stretch[T]]:
        """The stretches that show their items, in order."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def walk(self) -> Iterator[Stretch[T]]:
        """This one and all below it, each before its parts."""
        yield self
        for part in self.parts:
            yield from part.walk()


def stretch_of(
    items: Sequence[T], place_of: Callable[[T], Place], size_of: Callable[[T], int], bound: Bound
) -> Stretch[T]:
    """The items, in order of their years, split as often as the bound asks for.

    >>> days = [Place(2014, 5, 1), Place(2015, 0, 0), Place(2015, 8, 11), Place(2015, 8, 12)]
    >>> [leaf.key for leaf in stretch_of(days, lambda day: day, lambda day: 1, Bound(2, 9)).leaves()]
    ['2014', '2015-00', '2015-08']
    """
    ordered = sorted(items, key=lambda item: place_of(item).year)
    return _split(Stretch(None, "", tuple(ordered)), place_of, size_of, bound)


def _split(
    stretch: Stretch[T], place_of: Callable[[T], Place], size_of: Callable[[T], int], bound: Bound
) -> Stretch[T]:
    if len(stretch.items) <= bound.items and sum(map(size_of, stretch.items)) <= bound.size:
        return stretch
    inner = [_split(part, place_of, size_of, bound) for part in _parts(stretch, place_of)]
    if not inner:
        inner = _numbered(stretch, size_of, bound)
    return Stretch(stretch.place, stretch.key, stretch.items, tuple(inner))


def _parts(stretch: Stretch[T], place_of: Callable[[T], Place]) -> list[Stretch[T]]:
    """The next smaller units of the calendar; none below a day, or where the smaller unit is not given."""
    place = stretch.place
    if place is None:
        return [
            Stretch(Place(year), year_code(year), tuple(members))
            for year, members in groupby(stretch.items, lambda item: place_of(item).year)
        ]
    if place.day or stretch.key.endswith("-00"):
        return []
    level = 2 if place.month else 1
    ordered = sorted(stretch.items, key=lambda item: place_of(item)[level])
    return [
        Stretch(place._replace(day=unit) if place.month else place._replace(month=unit), f"{stretch.key}-{unit:02}", tuple(members))
        for unit, members in groupby(ordered, lambda item: place_of(item)[level])
    ]  # fmt: skip


def _numbered(stretch: Stretch[T], size_of: Callable[[T], int], bound: Bound) -> list[Stretch[T]]:
    """A day on several pages; an item that is too large by itself has one of its own."""
    pages: list[list[T]] = []
    size = 0
    for item in stretch.items:
        if not pages or len(pages[-1]) == bound.items or size + size_of(item) > bound.size:
            pages.append([])
            size = 0
        pages[-1].append(item)
        size += size_of(item)
    return [Stretch(stretch.place, f"{stretch.key}.{number}", tuple(page)) for number, page in enumerate(pages, 1)]
