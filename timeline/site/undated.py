"""What names a time without a place on the calendar, as a page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.date_words import DateWords
from timeline.merging import Timeline
from timeline.site.reasons import Ground, Reason, reason_of
from timeline.site.sources import Source


@dataclass(frozen=True, slots=True)
class Undated:
    """A clause with such an expression ("recently")."""

    id: str
    headline: str
    reason: Reason

    @property
    def ground(self) -> Ground:
        """The reason as pages show it."""
        return Ground((self.reason,))

    @property
    def machine_published(self) -> str:
        """The day of the article that tells it."""
        return self.reason.source.machine_published

    @property
    def size(self) -> int:
        """About how many bytes a reader loads for it, compressed."""
        return 150 + (len(self.headline.encode()) + self.reason.size) // 2


def undated_of(timeline: Timeline, sources: Mapping[str, Source], words: DateWords) -> list[Undated]:
    """All of them, in the order of publication."""
    found = [Undated(each.id, each.headline, reason_of(each, sources, words)) for each in timeline.unplaced]
    return sorted(found, key=lambda each: (each.machine_published, each.reason.source.number))
