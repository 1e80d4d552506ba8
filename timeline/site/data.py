"""`timeline.json`, joined from what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import groupby

from timeline.exports.json_document import event_entries, joined_json
from timeline.merging import Event, Timeline
from timeline.site.sheets import mark_of
from timeline.store.database import Store
from timeline.store.shelf import Shelf


def data_of(timeline: Timeline, marks: Mapping[str, bytes], store: Store) -> bytes:
    """The document; its events are encoded by the days they begin on, which are kept with the `marks` of their events."""
    shelf = Shelf(store, "entries")
    articles = {article.id: article for article in timeline.articles}
    entries = []
    for day, events in groupby(timeline.events, key=_day):
        told = list(events)
        mark = mark_of([marks[event.id] for event in told])
        entries.append(shelf.take(day, mark, partial(event_entries, told, articles)))
    shelf.close()
    return joined_json(timeline, entries)


def _day(event: Event) -> str:
    """On which day an event begins, or may have."""
    assert event.when.interval is not None, "an event has a place on the calendar"
    return str(event.when.interval.first_day)
