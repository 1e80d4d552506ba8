"""The cards of a page in reading order: years, months in them, and what was quiet in between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from timeline.date_words import DateWords
from timeline.site.addresses import year_code
from timeline.site.cards import Card

SHORTEST_GAP = 90
"""Days without events that are worth a line."""
ENOUGH = 10
"""Distances between events from which on it can be said what is usual between them."""


@dataclass(frozen=True, slots=True)
class Group:
    """The events of one month, or those of a year that name no month."""

    anchor: str
    heading: str
    cards: tuple[Card, ...]
    gap: str = ""
    """What is said of the time between it and what is above it in its year ("7 months with no events"); empty where that
    is not long."""


@dataclass(frozen=True, slots=True)
class Year:
    """The events that begin in one year."""

    number: int
    anchor: str
    heading: str
    groups: tuple[Group, ...]
    gap: str = ""
    """The same of the time before it."""

    @property
    def count(self) -> int:
        """How many events it has."""
        return sum(len(group.cards) for group in self.groups)


def year_anchor(year: int) -> str:
    """The name of a year's section."""
    return f"y{year_code(year)}"


def month_anchor(year: int, month: int) -> str:
    """The name of a month's section."""
    return f"m{year_code(year)}-{month:02}"


def years_of(cards: Sequence[Card], words: DateWords) -> tuple[Year, ...]:
    """The cards by year and month; in a year, those wider than a month come first."""
    gaps = _gaps(cards, words)
    return tuple(
        _year(year, list(members), gaps, words) for year, members in groupby(cards, key=lambda card: card.place.year)
    )


def _year(number: int, cards: Sequence[Card], gaps: Mapping[str, str], words: DateWords) -> Year:
    first = gaps.get(cards[0].id, "")
    within = {card.id: gaps[card.id] for card in cards[1:] if card.id in gaps}
    groups = tuple(_groups(number, cards, within, words))
    return Year(number, year_anchor(number), words.year(number), groups, first)


def _groups(year: int, cards: Sequence[Card], gaps: Mapping[str, str], words: DateWords) -> Iterable[Group]:
    wide = tuple(card for card in cards if not card.place.month)
    if wide:
        name = words.say("%(year)s, month not given", year=words.year(year))
        yield Group(f"{year_anchor(year)}-no-month", name, wide)
    before: dict[int, str] = {}
    gap = ""
    for card in cards:
        # What is wider than a month has been shown above; the gap before it is told before the month that follows.
        gap = gaps.get(card.id, gap)
        if card.place.month:
            before.setdefault(card.place.month, gap)
            gap = ""
    for month, members in groupby((card for card in cards if card.place.month), key=lambda card: card.place.month):
        yield Group(month_anchor(year, month), words.month(year, month), tuple(members), before[month])


def _gaps(cards: Sequence[Card], words: DateWords) -> dict[str, str]:
    """By the id of the event after it, what is said of each stretch without events that is long for this timeline.

    What lasts is listed where it begins, so the lines of a list leave out the time while it lasts as well.
    """
    starts = [card.interval.first_day for card in cards]
    distances = [later - earlier for earlier, later in pairwise(starts) if later > earlier]
    longest_usual = max(SHORTEST_GAP, 3 * median(distances)) if len(distances) >= ENOUGH else SHORTEST_GAP
    found = {}
    last = lasting = starts[0] if starts else 0
    for card, start in zip(cards, starts, strict=True):
        if start - lasting > longest_usual:
            found[card.id] = words.gap(start - lasting)
        elif start - last > longest_usual:
            found[card.id] = words.gap(start - last, while_lasting=True)
        last = max(last, start if card.lasts else card.interval.last_day)
        lasting = max(lasting, card.interval.last_day)
    return found
