"""`timeline.json`, joined from what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import groupby

from timeline.events import Mention
from timeline.exports.json_document import event_entries, joined_json, unplaced_entries
from timeline.merging import Event, Timeline
from timeline.site.sheets import mark_of
from timeline.store.database import Store
from timeline.store.shelf import Shelf


def data_of(timeline: Timeline, marks: Mapping[str, bytes], article_marks: Mapping[str, bytes], store: Store) -> bytes:
    """The document; its events are encoded by the days they begin on, which are kept with the `marks` of their events.

    What has no date is encoded by the days of its articles.
    """
    events, unplaced = Shelf(store, "entries"), Shelf(store, "unplaced entries")
    articles = {article.id: article for article in timeline.articles}
    entries, others = [], []
    for day, told in groupby(timeline.events, key=_day):
        part = list(told)
        mark = mark_of([marks[event.id] for event in part])
        entries.append(events.take(day, mark, partial(event_entries, part, articles)))

    def published(mention: Mention) -> str:
        return articles[mention.article].published.date().isoformat()

    for day, untold in groupby(timeline.unplaced, key=published):
        left = list(untold)
        mark = mark_of([(each.id, each.headline, article_marks[each.article]) for each in left])
        others.append(unplaced.take(day, mark, partial(unplaced_entries, left, articles)))
    events.close()
    unplaced.close()
    return joined_json(timeline, entries, others)


def _day(event: Event) -> str:
    """On which day an event begins, or may have."""
    assert event.when.interval is not None, "an event has a place on the calendar"
    return str(event.when.interval.first_day)
