"""The index behind the search of a timeline on many pages: small scripts, of which a query loads the few it needs.

They are scripts and not data, since a page opened from disk may load no data. Three kinds of them hold what is
wanted: the events of a stretch of time; for words that begin alike, in which stretches they are told; for ids that
begin alike, on which pages they are. One more names all of these. What an event adds stays with its own stretch,
its own words and its own ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

import msgspec

from timeline.searched_words import words_of
from timeline.site.cards import Card
from timeline.site.listing import Listing
from timeline.site.paging import Bound
from timeline.site.sheets import Sheet, mark_of
from timeline.site.word_index import Telling, WordIndex
from timeline.store.database import Store

FOLDER = "search"
EVENTS = Bound(100, 60_000)
"""How much one script of events holds."""
OFTEN = 20
"""In a stretch where more events tell a word, it is not said which of them do."""


def index_of(
    cards: Sequence[Card],
    pages: Mapping[str, str],
    marks: Mapping[str, bytes] | None = None,
    store: Store | None = None,
) -> Iterator[Sheet]:
    """All scripts of the index; `pages` holds the page of every event by its id, `marks` its mark where it has one."""
    listing = Listing("", cards, lambda card: card.place, lambda card: card.size, EVENTS)
    tellings, stretches = [], []
    for leaf in listing.leaves:
        known = [marks[card.id] if marks else mark_of(_record(card, pages)) for card in leaf.items]
        mark = mark_of(leaf.key, known)
        tellings.append(Telling(leaf.key, mark, partial(_told_by, leaf.key, leaf.items)))
        first = min(card.start for card in leaf.items)
        last = max(card.end for card in leaf.items)
        stretches.append((leaf.key, len(leaf.items), first, last))
        yield _script(f"events/{leaf.key}", "events", leaf.key, mark, partial(_records, leaf.items, pages))
    index = WordIndex(store or Store(), tellings)
    for prefix, mark in index.marks.items():
        yield _script(f"words/{file_of(prefix)}", "words", prefix, mark, partial(index.words, prefix))
    for prefix, found in sorted(_ids(cards, pages).items()):
        yield _script(f"ids/{file_of(prefix)}", "ids", prefix, mark_of(list(found.items())), partial(dict, found))
    whole = {"stretches": stretches, "prefixes": list(index.marks)}
    yield _script("index", "index", "", mark_of(stretches, whole["prefixes"]), lambda: whole)


def searched_in(card: Card) -> list[str]:
    """The words by which an event is found: its headline, what is quoted, who says it, what it is about."""
    quoted = (part for each in card.reasons for part in (each.before, each.phrase, each.after, each.source.title))
    return words_of(" ".join([card.headline, card.told, *quoted, *card.outlets, *card.entities, *card.topics]))


def file_of(prefix: str) -> str:
    """The name of the script for a prefix, which may hold any letter.

    >>> file_of("mos")
    '6d6f73'
    """
    return prefix.encode("utf-8", "surrogatepass").hex() or "_"


def _records(cards: Iterable[Card], pages: Mapping[str, str]) -> list[object]:
    return [_record(card, pages) for card in cards]


def _record(card: Card, pages: Mapping[str, str]) -> tuple[object, ...]:
    words = " ".join(searched_in(card))
    return card.id, card.start, card.end, card.told, card.headline, pages[card.id], card.certainty, card.facets, words


def _told_by(key: str, cards: Iterable[Card]) -> dict[str, str]:
    return dict(_told_in(key, {card.id: {*searched_in(card), *card.facets} for card in cards}))


def _told_in(key: str, words: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Each word of a stretch with where it is told: the stretch and how the ids of its events begin.

    >>> sorted(_told_in("2015-08", {"0a1b": {"met", "doha"}, "ff03": {"met"}}))
    [('doha', '2015-08:0a'), ('met', '2015-08:0aff')]
    """
    events: dict[str, list[str]] = {}
    for identity in sorted(words):
        for word in words[identity]:
            events.setdefault(word, []).append(identity[:2])
    for word, begins in events.items():
        yield word, key if len(begins) > OFTEN else f"{key}:{''.join(dict.fromkeys(begins))}"


def _ids(cards: Iterable[Card], pages: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """On which page each id is, those of merged mentions too, by how the ids begin."""
    found: dict[str, dict[str, str]] = {}
    for card in cards:
        for identity in (card.id, *card.aliases):
            found.setdefault(identity[:2], {})[identity] = f"{pages[card.id]}#{card.id}"
    return found


def _script(name: str, kind: str, key: str, mark: bytes, holds: Callable[[], object]) -> Sheet:
    def text() -> str:
        said = msgspec.json.encode(holds()).decode().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        return f"timelineIndex({msgspec.json.encode([kind, key]).decode()[1:-1]},{said});\n"

    return Sheet(f"{FOLDER}/{name}.js", mark_of("script", kind, key, mark), text)
