"""A page of events by date: the whole timeline, a year, a month, a day; or what one topic, entity or outlet has of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from timeline.site.addresses import root_of, year_code
from timeline.site.cards import REASONS, Card
from timeline.site.chronology import Year, year_anchor, years_of
from timeline.site.density import Strip, strip_of
from timeline.site.listing import Link, Listing, heading_of
from timeline.site.paging import Bound, Stretch
from timeline.site.sources import Source

CARDS = Bound(500, 110_000)
"""How much goes on a page of cards: what a phone loads in a second, at most 150 kB of it compressed."""

FEW = 16
"""Fewer events than this need no choice of key events."""
OPTIONS = 200
"""So many topics, entities and outlets can be chosen in the filter, the most told ones."""
HIGHLIGHTS, HIGHLIGHTED = 3, 40
"""So many key events of each part are named, where there are not more parts than this."""

Choose = Callable[[str, Sequence[Card], int], Sequence[Card]]
"""The events that matter most among those of a page, at most so many, in the order of time."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch with pages of its own, as the page above it names it."""

    link: Link
    anchor: str
    highlights: Sequence[Card]


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of the filter."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Chronology:
    """What the page of a stretch of events shows, and where it leads."""

    heading: str
    events: int
    strip: Strip | None
    key_events: Sequence[Card]
    rail: Sequence[Link]
    above: Sequence[Link]
    before: Link | None
    after: Link | None
    years: Sequence[Year]
    """Its events; empty where they are on the pages of its parts."""
    parts: Sequence[Part]
    topics: Sequence[Option]
    entities: Sequence[Option]
    outlets: Sequence[Option]
    sources: Sequence[Source]
    """The articles behind the events that it shows."""
    numbers: dict[str, int]
    """By article, its number on this page, by which print names it."""
    told: dict[str, int]
    """By article, how many of the events shown it tells."""


def chronology(
    listing: Listing[Card],
    stretch: Stretch[Card],
    event_address: Callable[[Card], str],
    choose: Choose,
    key_events: int,
    filtered: bool = True,
) -> Chronology:
    """The page of a stretch in a listing of events; `event_address` tells where the card of an event is.

    A page that is not `filtered` has no choices for a filter: they are counted over all events of the stretch.
    """
    cards = stretch.items
    choices = cards if filtered else ()
    shown = () if stretch.parts else cards
    sources = sources_behind(shown)
    before, after = listing.before_and_after(stretch)
    years = years_of(shown, listing.words)
    return Chronology(
        heading=heading_of(stretch, listing.words),
        events=len(cards),
        strip=strip_of(cards, listing, event_address),
        key_events=choose(listing.address(stretch), cards, key_events) if len(cards) >= FEW else (),
        rail=_rail(listing, stretch, years),
        above=listing.above(stretch),
        before=before,
        after=after,
        years=years,
        parts=_parts(listing, stretch, choose),
        topics=options(card.topics for card in choices),
        entities=options(card.entities for card in choices),
        outlets=options(card.outlets for card in choices),
        sources=sources,
        numbers={source.id: number for number, source in enumerate(sources, 1)},
        told=Counter(source.id for card in shown for source in card.sources),
    )


def sources_behind(cards: Iterable[Card]) -> list[Source]:
    """The articles that the cards show, the first published first."""
    found = {reason.source.id: reason.source for card in cards for reason in card.reasons[:REASONS]}
    return sorted(found.values(), key=lambda source: source.number)


def options(named: Iterable[Iterable[str]]) -> list[Option]:
    """The names told most, in the order of the alphabet; none where there is no choice.

    >>> options([["Doha", "Kerry"], ["Kerry"]])
    [Option(name='Doha', count=1), Option(name='Kerry', count=2)]
    """
    counts = Counter(name for names in named for name in names)
    most = sorted(counts.items(), key=lambda told: (-told[1], told[0]))[:OPTIONS]
    return [Option(*told) for told in sorted(most, key=lambda told: told[0].casefold())] if len(most) > 1 else []


def _rail(listing: Listing[Card], stretch: Stretch[Card], years: Sequence[Year]) -> list[Link]:
    """What stands beside the text: the stretches within, or those next to it."""
    if stretch.parts:
        return listing.within(stretch)
    if stretch.place is None:
        return [Link(year.heading, f"{listing.address(stretch)}#{year.anchor}", year.count) for year in years]
    return listing.beside(stretch)


def _parts(listing: Listing[Card], stretch: Stretch[Card], choose: Choose) -> list[Part]:
    few = len(stretch.parts) <= HIGHLIGHTED
    return [
        Part(
            link=listing.link(part),
            anchor=_anchor(part),
            highlights=choose(listing.address(part), part.items, HIGHLIGHTS) if few else (),
        )
        for part in stretch.parts
    ]


def _anchor(stretch: Stretch[Card]) -> str:
    """The name of a part on the page above: that of its section where its events stand on one page."""
    place = stretch.place
    return year_anchor(place.year) if place and stretch.key == year_code(place.year) else f"p{stretch.key}"


def relative(address: str, page: str) -> str:
    """An address from the root as it is linked to on a page.

    >>> relative("index.html#y2015", "index.html"), relative("index.html#y2015", "years/2014.html")
    ('#y2015', '../index.html#y2015')
    """
    path, _, name = address.partition("#")
    return f"#{name}" if path == page and name else root_of(page) + address
