"""The index behind the search of a timeline on many pages: small scripts, of which a query loads the few it needs.

They are scripts and not data, since a page opened from disk may load no data. Three kinds of them hold what is
wanted: the events of a stretch of time; for words that begin alike, in which stretches they are told; for ids that
begin alike, on which pages they are. One more names all of these. What an event adds stays with its own stretch,
its own words and its own ids.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from timeline.site.cards import Card
from timeline.site.listing import Listing
from timeline.site.paging import Bound

FOLDER = "search"
EVENTS = Bound(100, 60_000)
"""How much one script of events holds."""
WORDS = 40_000
"""How many bytes one script of words holds, about."""

OFTEN = 20
"""In a stretch where more events tell a word, it is not said which of them do."""

_SINGLE = re.compile(r"([\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
"""Letters of scripts that leave no space between words: each is taken for one."""
_WORD = re.compile(r"[^\W_]+")


class Script(NamedTuple):
    """A file of the index: its address from the root, and what it holds."""

    address: str
    text: str


def words_of(text: str) -> list[str]:
    """The words of a text as they are searched for: small letters without marks, each once.

    >>> words_of("Übung, übung: 上海 — l'Été 2015")
    ['ubung', '上', '海', 'l', 'ete', '2015']
    """
    decomposed = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return list(dict.fromkeys(_WORD.findall(_SINGLE.sub(r" \1 ", plain))))


def index_of(cards: Sequence[Card], pages: Mapping[str, str]) -> Iterator[Script]:
    """All scripts of the index; `pages` holds the page of every event by its id."""
    listing = Listing("", cards, lambda card: card.place, lambda card: card.size, EVENTS)
    told: dict[str, list[str]] = {}
    stretches = []
    for leaf in listing.leaves:
        words = {card.id: searched_in(card) for card in leaf.items}
        for word, where in _told_in(leaf.key, {card.id: {*words[card.id], *card.facets} for card in leaf.items}):
            told.setdefault(word, []).append(where)
        first = min(card.start for card in leaf.items)
        last = max(card.end for card in leaf.items)
        stretches.append((leaf.key, len(leaf.items), first, last))
        records = [_record(card, words[card.id], pages[card.id]) for card in leaf.items]
        yield _script(f"events/{leaf.key}", "events", leaf.key, records)
    prefixes = dict(_shards(told))
    for prefix, entries in prefixes.items():
        yield _script(f"words/{file_of(prefix)}", "words", prefix, entries)
    yield from _ids(cards, pages)
    yield _script("index", "index", "", {"stretches": stretches, "prefixes": list(prefixes)})


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


def _record(card: Card, words: Iterable[str], page: str) -> tuple[object, ...]:
    when = card.told
    return card.id, card.start, card.end, when, card.headline, page, card.certainty, card.facets, " ".join(words)


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


def _shards(told: Mapping[str, list[str]]) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """The words with where they are told, those that begin alike together; "x$" is the word "x" alone."""
    todo = [("", sorted(told))]
    while todo:
        prefix, words = todo.pop()
        size = sum(len(word.encode()) + 6 + sum(3 + len(where) for where in told[word]) for word in words)
        if size <= WORDS or len(words) == 1:
            yield prefix, {word: told[word] for word in words}
            continue
        if prefix in told:
            yield f"{prefix}$", {prefix: told[prefix]}
        longer: dict[str, list[str]] = {}
        for word in words:
            if word != prefix:
                longer.setdefault(word[: len(prefix) + 1], []).append(word)
        todo.extend(longer.items())


def _ids(cards: Iterable[Card], pages: Mapping[str, str]) -> Iterator[Script]:
    """On which page each id is, those of merged mentions too."""
    found: dict[str, dict[str, str]] = {}
    for card in cards:
        for identity in (card.id, *card.aliases):
            found.setdefault(identity[:2], {})[identity] = f"{pages[card.id]}#{card.id}"
    for prefix in sorted(found):
        yield _script(f"ids/{file_of(prefix)}", "ids", prefix, found[prefix])


def _script(name: str, kind: str, key: str, holds: object) -> Script:
    text = msgspec.json.encode(holds).decode().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return Script(f"{FOLDER}/{name}.js", f"timelineIndex({msgspec.json.encode([kind, key]).decode()[1:-1]},{text});\n")
