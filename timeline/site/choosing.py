"""Which events matter most among those of a page: found out once, as long as they stay the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from timeline.salience import told_first
from timeline.site.cards import Card
from timeline.site.sheets import mark_of
from timeline.store.database import Store
from timeline.store.shelf import Shelf


class _Chosen:
    """What is found out about the cards of a page."""

    def __init__(self, mark: bytes, known: bytes) -> None:
        self.mark = mark
        self.places: list[int] = msgspec.msgpack.decode(known, type=list[int]) if known else []
        """Of those to tell first, as many as were asked for."""
        self.rest: Iterator[int] | None = None
        """The places of the others; None where all that was asked for was known."""

    def first(self, number: int, cards: Sequence[Card]) -> list[int]:
        """So many places, found out as far as they are not known."""
        if len(self.places) < min(number, len(cards)):
            if self.rest is None:
                self.rest = told_first([card.event for card in cards])
                self.places = []
            self.places += islice(self.rest, number - len(self.places))
        return self.places[:number]


class Choosing:
    """Chooses among the cards of pages; what is found out of a page is kept for the next build."""

    def __init__(self, marks: Mapping[str, bytes], store: Store) -> None:
        self.marks = marks
        """Of events by their ids."""
        self.kept = Shelf(store, "chosen")
        self.asked: dict[str, _Chosen] = {}

    def __call__(self, page: str, cards: Sequence[Card], most: int) -> Sequence[Card]:
        """So many at most of the cards of a page, in the order of time."""
        return [cards[place] for place in sorted(self._places(page, cards, most))]

    def first(self, page: str, cards: Sequence[Card], most: int) -> Sequence[Card]:
        """The same, those to tell first before the others."""
        return [cards[place] for place in self._places(page, cards, most)]

    def close(self, pages: Collection[str]) -> None:
        """Keep what was found out, and let go of what is known of other pages than these."""
        for page, each in self.asked.items():
            if each.rest is not None:
                self.kept.put(page, each.mark, msgspec.msgpack.encode(each.places))
        self.kept.close(pages)

    def _places(self, page: str, cards: Sequence[Card], most: int) -> list[int]:
        if page not in self.asked:
            mark = mark_of([self.marks[card.id] for card in cards])
            self.asked[page] = _Chosen(mark, self.kept.part(page, mark))
        return self.asked[page].first(most, cards)
