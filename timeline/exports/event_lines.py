"""The lines that `timeline events` writes: what one text tells with its dates, as JSON.

Other programs are written against these fields: add some, rename none.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from timeline.happenings import Happening
from timeline.json_lines import write_json_line


class SpanLine(msgspec.Struct, frozen=True):
    """Where something stands in the text, half-open."""

    start: int
    end: int


class EventLine(msgspec.Struct, frozen=True):
    """What happened, as a span of the text, and the time expression that dates it."""

    start: int
    end: int
    expression: SpanLine
    value: str | None
    interval: tuple[str, str] | None
    """Value and interval are null where nothing places the expression on the calendar."""
    certainty: str
    headline: str


class EventsLine(msgspec.Struct, frozen=True):
    """One line of output."""

    id: object
    events: list[EventLine]


def event_line(happening: Happening) -> EventLine:
    """What is told about one happening."""
    dated, clause = happening.dated, happening.clause
    return EventLine(
        start=clause.core.start,
        end=clause.core.end,
        expression=SpanLine(*dated.span),
        value=None if dated.when is None else dated.when.value,
        interval=None if dated.when is None or dated.when.interval is None else dated.when.interval.iso(),
        certainty=dated.certainty.value,
        headline=clause.headline,
    )


def write_events(identifier: object, happenings: Sequence[Happening]) -> bytes:
    """One line of JSON, its line end included."""
    return write_json_line(EventsLine(identifier, [event_line(happening) for happening in happenings]))
