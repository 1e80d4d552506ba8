"""What has a page of its own beside the calendar: topics, the entities that many articles name, outlets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.date_words import DateWords
from timeline.site.cards import Card
from timeline.site.listing import Listing
from timeline.site.paging import Bound
from timeline.slugs import file_name

ENOUGH = 3
"""Named by so many articles, an entity has a page."""


ROWS = Bound(1000, 110_000)
"""How much goes on a page that names events in a line each."""


@dataclass(frozen=True, slots=True)
class Collection:
    """The events of one topic, entity or outlet."""

    kind: str
    """`topic`, `entity` or `outlet`."""
    name: str
    facet: str
    """By which the filter finds its events."""
    field: str
    """Of the filter, in which it is chosen."""
    address: str
    cards: tuple[Card, ...]

    @property
    def title(self) -> str:
        """Its name as a heading has it."""
        return topic_title(self.name) if self.kind == "topic" else self.name

    @property
    def size(self) -> int:
        """How many events it has."""
        return len(self.cards)


@dataclass(frozen=True, slots=True)
class Kind:
    """What is common to the collections of a kind."""

    name: str
    letter: str
    """Of its facets."""
    field: str
    folder: str
    named: Callable[[Card], Iterable[str]]
    articles: int
    """By how many articles its events must be told."""


KINDS = (
    Kind("topic", "t", "topic", "topics", lambda card: card.topics, 1),
    Kind("entity", "e", "entity", "entities", lambda card: card.entities, ENOUGH),
    Kind("outlet", "s", "source", "sources", lambda card: card.outlets, 1),
)


def topic_title(topic: str) -> str:
    """The name of a topic as pages have it; many are those of folders.

    >>> topic_title("syria"), topic_title("iPhone")
    ('Syria', 'iPhone')
    """
    return topic[:1].upper() + topic[1:] if topic.islower() else topic


def collections_of(cards: Sequence[Card]) -> Iterator[Collection]:
    """Those of every kind in the order of their names; the events of each in the order of time."""
    for kind in KINDS:
        found: dict[str, list[Card]] = {}
        for card in cards:
            for name in kind.named(card):
                found.setdefault(name, []).append(card)
        for name in sorted(found):
            if _is_told_by(kind.articles, found[name]):
                address = f"{kind.folder}/{file_name(name)}.html"
                yield Collection(kind.name, name, f"{kind.letter}:{name}", kind.field, address, tuple(found[name]))


def _is_told_by(number: int, cards: Iterable[Card]) -> bool:
    """Whether so many articles tell of the events, or more."""
    articles: set[str] = set()
    for card in cards:
        articles.update([mention.article for mention in card.event.mentions])
        if len(articles) >= number:
            return True
    return False


def listing_of(collection: Collection, words: DateWords) -> Listing[Card]:
    """The events of one, and the pages they are on: a line each."""
    return Listing(
        collection.address,
        collection.cards,
        lambda card: card.place,
        lambda card: 60 + len(card.headline.encode()) // 2,
        ROWS,
        words,
    )
