"""What is told otherwise than it was the last time: events added, dated anew, merged, split, removed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.merging import Outline
from timeline.temporal.timex import TimeValue

Kind = Literal["added", "re-dated", "merged", "split", "removed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One event that is told otherwise."""

    kind: Kind
    id: str
    when: str
    """Its date as a value of TIMEX3."""
    headline: str
    before: tuple[str, ...] = ()
    """What its date was, or the ids of the events that it was."""


def changes_of(before: Sequence[Outline], now: Sequence[Outline]) -> list[Change]:
    """What became of the events of the last time, in the order of time; known by the mentions that tell them."""
    return sorted(_changes(before, now), key=lambda change: (change.when, change.kind, change.id))


def _changes(before: Sequence[Outline], now: Sequence[Outline]) -> Iterator[Change]:
    homes = {identity: at for at, outline in enumerate(before) for identity in outline.mentions}
    became: dict[int, list[str]] = {}
    for event in now:
        was = sorted({homes[identity] for identity in event.mentions if identity in homes})
        for at in was:
            became.setdefault(at, []).append(event.mentions[0])
        told = event.mentions[0], event.when.value, event.headline
        if not was:
            yield Change("added", *told)
        elif len(was) > 1:
            yield Change("merged", *told, before=tuple(before[at].mentions[0] for at in was))
        elif _span(before[was[0]].when) != _span(event.when):
            yield Change("re-dated", *told, before=(before[was[0]].when.value,))
    for at, outline in enumerate(before):
        told = outline.mentions[0], outline.when.value, outline.headline
        if at not in became:
            yield Change("removed", *told)
        elif len(became[at]) > 1:
            yield Change("split", *told, before=tuple(became[at]))


def _span(when: TimeValue) -> object:
    return when.interval, when.modifier
