"""A list by date and the pages it is on: which page shows an item, which leads on from another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from timeline.date_words import IN_ENGLISH, DateWords
from timeline.site.addresses import part_address, year_code
from timeline.site.paging import Bound, Place, Stretch, stretch_of

T = TypeVar("T")

NEIGHBOURS = 12
"""So many stretches before and after its own are named beside a page."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a reader can go on to."""

    words: str
    address: str
    """From the root of the site."""
    count: int = 0
    """How much is there; 0 where that is not told."""
    current: bool = False


class Listing(Generic[T]):
    """Items by date, and where their pages stand."""

    def __init__(
        self,
        whole: str,
        items: Sequence[T],
        place_of: Callable[[T], Place],
        size_of: Callable[[T], int],
        bound: Bound,
        words: DateWords = IN_ENGLISH,
    ) -> None:
        self.whole = whole
        """The address of the page that begins the list."""
        self.words = words
        self.root = stretch_of(items, place_of, size_of, bound)
        self.leaves = list(self.root.leaves())
        self.stretches = {stretch.key: stretch for stretch in self.root.walk()}
        self._order = {leaf.key: at for at, leaf in enumerate(self.leaves)}
        self._parents = {part.key: stretch for stretch in self.stretches.values() for part in stretch.parts}

    def address(self, stretch: Stretch[T]) -> str:
        """The page of a stretch."""
        return part_address(self.whole, stretch.key)

    def href(self, year: int, month: int = 0) -> str:
        """The page where a year or month begins, and its place there."""
        name = f"{year_code(year)}-{month:02}" if month else year_code(year)
        anchor = f"m{name}" if month else f"y{name}"
        if name in self.stretches:
            # A page of its own; one that shows its events has the heading too, at its very top.
            return self.address(self.stretches[name])
        above = self.stretches.get(year_code(year), self.root) if month else self.root
        return f"{self.address(above)}#{anchor}"

    def above(self, stretch: Stretch[T]) -> list[Link]:
        """The stretches that hold it, the widest first, without the whole."""
        found: list[Link] = []
        parent = self._parents.get(stretch.key)
        while parent is not None and parent.place is not None:
            found.insert(0, self._way(parent))
            parent = self._parents.get(parent.key)
        return found

    def beside(self, stretch: Stretch[T]) -> list[Link]:
        """The stretches next to it under the one that holds both, itself among them with how much it holds."""
        near = self._near(stretch)
        return [self._among(each, len(each.items), True) if each is stretch else self._among(each) for each in near]

    def within(self, stretch: Stretch[T]) -> list[Link]:
        """The parts of a stretch, with how much each holds."""
        return [self._among(each, len(each.items)) for each in stretch.parts]

    def _among(self, stretch: Stretch[T], count: int = 0, current: bool = False) -> Link:
        """What leads to a stretch among others."""
        return Link(name_within(stretch, self.words), self.address(stretch), count, current)

    def around(self, stretch: Stretch[T]) -> list[str]:
        """The keys of the stretches that `above`, `beside` and `before_and_after` lead to."""
        parent = self._parents.get(stretch.key)
        near = [each.key for each in self._near(stretch)]
        at = None if stretch.parts else self._order[stretch.key]
        leaves = [] if at is None else [leaf.key for leaf in self.leaves[max(0, at - 1) : at + 2]]
        return [parent.key if parent else "", *near, "", *leaves]

    def _near(self, stretch: Stretch[T]) -> Sequence[Stretch[T]]:
        parent = self._parents.get(stretch.key)
        if parent is None:
            return ()
        at = next(at for at, part in enumerate(parent.parts) if part.key == stretch.key)
        return parent.parts[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]

    def link(self, stretch: Stretch[T]) -> Link:
        """What leads to a stretch, with how much it holds."""
        return Link(heading_of(stretch, self.words), self.address(stretch), len(stretch.items))

    def _way(self, stretch: Stretch[T]) -> Link:
        """What leads to a stretch that lies around another: what it holds is no matter of that other's page."""
        return Link(heading_of(stretch, self.words), self.address(stretch))

    def before_and_after(self, stretch: Stretch[T]) -> tuple[Link | None, Link | None]:
        """The pages that go before and after one that shows its items."""
        if stretch.parts:
            return None, None
        at = self._order[stretch.key]
        before = self._way(self.leaves[at - 1]) if at else None
        after = self._way(self.leaves[at + 1]) if at + 1 < len(self.leaves) else None
        return before, after


def heading_of(stretch: Stretch[Any], words: DateWords = IN_ENGLISH) -> str:
    """What a stretch is called.

    >>> heading_of(Stretch(Place(2015, 8), "2015-08", ())), heading_of(Stretch(Place(2015), "2015-00", ()))
    ('August 2015', '2015, month not given')
    """
    place = stretch.place
    if place is None:
        return ""
    if place.day:
        told = words.day(*place)
    elif place.month:
        told = words.month(place.year, place.month)
        if _is_rest(stretch):
            told = words.say("%(month)s, day not given", month=told)
    else:
        told = words.year(place.year)
        if _is_rest(stretch):
            told = words.say("%(year)s, month not given", year=told)
    return _numbered(stretch, told)


def name_within(stretch: Stretch[Any], words: DateWords = IN_ENGLISH) -> str:
    """What a stretch is called among others of the same year or month.

    >>> name_within(Stretch(Place(2015, 8), "2015-08", ())), name_within(Stretch(Place(2015, 8, 5), "2015-08-05.2", ()))
    ('August', '5 August (2)')
    """
    place = stretch.place
    if place is None or not (place.month or _is_rest(stretch)):
        return heading_of(stretch, words)
    if place.day:
        told = words.day_alone(place.month, place.day)
    elif _is_rest(stretch):
        told = words.say("Day not given") if place.month else words.say("Month not given")
    else:
        told = words.month_alone(place.month)
    return _numbered(stretch, told)


def _is_rest(stretch: Stretch[Any]) -> bool:
    """Whether it holds what of a year names no month, or of a month no day."""
    return stretch.key.partition(".")[0].endswith("-00")


def _numbered(stretch: Stretch[Any], told: str) -> str:
    number = stretch.key.partition(".")[2]
    return f"{told} ({number})" if number else told
