"""Which events matter most among those of a page: found out once, as long as they stay the same."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Final

import msgspec

from timeline.salience import told_first
from timeline.site.cards import Card
from timeline.site.sheets import mark_of
from timeline.store.database import Store
from timeline.store.shelf import Shelf


class Choosing:
    """Chooses among the cards of pages; `usual` of a page's are found out at once, and kept for the next build."""

    def __init__(self, usual: int, marks: Mapping[str, bytes], store: Store) -> None:
        self.usual = usual
        self.marks = marks
        """Of events by their ids."""
        self.kept = Shelf(store, "chosen")
        """By page, the places of those to tell first among its cards."""
        self.known: dict[str, list[int]] = {}
        """The same of this build."""

    def __call__(self, page: str, cards: Sequence[Card], most: int) -> Sequence[Card]:
        """So many at most of the cards of a page, in the order of time."""
        return [cards[place] for place in sorted(self._places(page, cards, most))]

    def first(self, page: str, cards: Sequence[Card], most: int) -> Sequence[Card]:
        """The same, those to tell first before the others."""
        return [cards[place] for place in self._places(page, cards, most)]

    def close(self, pages: Collection[str]) -> None:
        """Let go of what is known of other pages than these."""
        self.kept.close(pages)

    def _places(self, page: str, cards: Sequence[Card], most: int) -> list[int]:
        number = min(len(cards), max(most, self.usual))
        if number > len(self.known.get(page, ())):
            mark = mark_of([self.marks[card.id] for card in cards])
            known = self.kept.take(page, mark, partial(_first, cards, number))
            if len(_PLACES.decode(known)) < number:
                known = self.kept.put(page, mark, _first(cards, number))
            self.known[page] = _PLACES.decode(known)
        return self.known[page][:most]


def _first(cards: Sequence[Card], number: int) -> bytes:
    return msgspec.msgpack.encode(list(islice(told_first([card.event for card in cards]), number)))


_PLACES: Final = msgspec.msgpack.Decoder(list[int])
