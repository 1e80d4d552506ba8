"""Which events matter most among those of a page: found out once, however many are asked for and by how many pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from timeline.salience import told_first
from timeline.site.cards import Card


class Choosing:
    """Chooses among cards; those of the same sequence are looked at once where no more than `usual` are asked for."""

    def __init__(self, usual: int) -> None:
        self.usual = usual
        self.known: dict[int, tuple[Sequence[Card], list[int]]] = {}
        """By the identity of some cards: themselves, so that it stays theirs, and the places of the first to tell."""

    def __call__(self, cards: Sequence[Card], most: int) -> Sequence[Card]:
        """So many of the cards at most, in the order of time."""
        return [cards[place] for place in sorted(self._places(cards, most))]

    def first(self, cards: Sequence[Card], most: int) -> Sequence[Card]:
        """The same, those to tell first before the others."""
        return [cards[place] for place in self._places(cards, most)]

    def _places(self, cards: Sequence[Card], most: int) -> list[int]:
        if most > len(self.known.get(id(cards), (cards, ()))[1]):
            first = islice(told_first([card.event for card in cards]), max(most, self.usual))
            self.known[id(cards)] = cards, list(first)
        return self.known[id(cards)][1][:most]
