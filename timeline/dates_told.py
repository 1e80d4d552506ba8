"""The dates that the sources of an event give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events import Mention
from timeline.temporal.interval import Interval
from timeline.temporal.timex import TimeValue


@dataclass(frozen=True, slots=True)
class DateTold:
    """A date that sources give for an event, and how many articles give it."""

    when: TimeValue
    articles: int


def dates_told(mentions: Sequence[Mention]) -> list[DateTold]:
    """The dates given, the most told first, then the finer."""
    values: dict[Interval, TimeValue] = {}
    told: dict[Interval, set[str]] = {}
    for mention in mentions:
        assert mention.when.interval is not None
        values.setdefault(mention.when.interval, mention.when)
        told.setdefault(mention.when.interval, set()).add(mention.article)
    dates = [DateTold(values[interval], len(told[interval])) for interval in values]
    return sorted(dates, key=lambda each: (-each.articles, length_of(each.when), each.when.value))


def length_of(when: TimeValue) -> int:
    """How long a time lasts, in seconds."""
    return when.interval.end - when.interval.start if when.interval is not None else 0
