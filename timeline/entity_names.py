"""Names as pages show them, and as they are asked for: of one topic, each in the fullest form that one of its events has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from timeline.clauses import load_clause_words
from timeline.tellings import fold_names


class Naming(Protocol):
    """What is asked of an event to tell whom it names."""

    @property
    def id(self) -> str: ...
    @property
    def topics(self) -> Sequence[str]: ...
    @property
    def entities(self) -> Sequence[str]: ...
    @property
    def language(self) -> str: ...
    @property
    def places(self) -> Sequence[str]: ...


def folded_entities(events: Iterable[Naming]) -> dict[str, tuple[str, ...]]:
    """By event the names in it, those of one person or body in one form; what is a place is no surname.

    An event in the data keeps the names that its own sources give, whatever others call them.
    """
    by_topic: dict[str, list[Naming]] = {}
    for event in events:
        by_topic.setdefault(event.topics[0] if event.topics else "", []).append(event)
    return {identity: names for told in by_topic.values() for identity, names in _folded(told)}


def _folded(events: Iterable[Naming]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The same for the events of one topic."""
    told = list(events)
    places = {place for event in told for place in event.places}
    by_language: dict[str, list[str]] = {}
    for event in told:
        names = (name for name in event.entities if name.casefold() not in places)
        by_language.setdefault(event.language, []).extend(names)
    full: Mapping[str, Mapping[str, str]] = {
        language: fold_names(names, load_clause_words(language)) for language, names in by_language.items()
    }
    for event in told:
        forms = full[event.language]
        yield event.id, tuple(dict.fromkeys(forms.get(name, name) for name in event.entities))
