"""What names a time without a place on the calendar, as a page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from timeline.date_words import DateWords
from timeline.events import Mention
from timeline.merging import Timeline
from timeline.site.reasons import Ground, Reason, reason_of
from timeline.site.sources import Source


class Undated:
    """A clause with such an expression ("recently")."""

    def __init__(self, mention: Mention, sources: Mapping[str, Source], words: DateWords) -> None:
        self.mention, self._sources, self._words = mention, sources, words
        self.id = mention.id
        self.headline = mention.headline
        self.source = sources[mention.article]

    @cached_property
    def reason(self) -> Reason:
        """Its words, and what follows from them."""
        return reason_of(self.mention, self._sources, self._words)

    @property
    def ground(self) -> Ground:
        """The reason as pages show it."""
        return Ground((self.reason,))

    @property
    def machine_published(self) -> str:
        """The day of the article that tells it."""
        return self.source.machine_published

    @cached_property
    def size(self) -> int:
        """About how many bytes a reader loads for it, compressed."""
        return 150 + (len(self.headline.encode()) + self.reason.size) // 2


def undated_of(timeline: Timeline, sources: Mapping[str, Source], words: DateWords) -> list[Undated]:
    """All of them, in the order of publication."""
    found = [Undated(each, sources, words) for each in timeline.unplaced]
    return sorted(found, key=lambda each: (each.machine_published, each.source.number))
