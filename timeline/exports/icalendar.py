"""iCalendar (RFC 5545): the events in a calendar program."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, vText
from icalendar import Event as Entry

from timeline.merging import Event, Timeline
from timeline.plain_words import one_line
from timeline.published import NOWHERE, Site
from timeline.reports import ReportEvent, report_of
from timeline.temporal.interval import Interval
from timeline.temporal.timex import Certainty

_BEGINNING = datetime(1, 1, 1)
_END = 3_652_059 * 86_400
"""The last second of 9999: a calendar knows no year after it, and none before 1."""


def to_ics(timeline: Timeline, site: Site = NOWHERE) -> bytes:
    """iCalendar, for a calendar program: events by days; what is not sure of its date is tentative."""
    report = report_of(timeline, site)
    pairs = list(zip(timeline.events, report.events, strict=True))
    outside = [told for event, told in pairs if _span(event) is None]
    about = [
        *filter(None, [report.part]),
        report.as_of,
        report.kept,
        *(f"{told.when}: {told.headline}" for told in outside),
    ]
    calendar = Calendar()
    calendar.add("prodid", "-//event-timeline//timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("uid", str(uuid5(NAMESPACE_URL, f"event-timeline:{report.named}")))
    calendar.add("x-wr-calname", vText(report.named))
    calendar.add("x-wr-caldesc", vText("\n".join(about)))
    for event, told in pairs:
        span = _span(event)
        if span is not None:
            calendar.add_component(_entry(event, told, span, max(_published(timeline, event))))
    return bytes(calendar.to_ical())


def _published(timeline: Timeline, event: Event) -> list[datetime]:
    return [timeline.article(mention.article).published.replace(tzinfo=None) for mention in event.mentions]


def _span(event: Event) -> tuple[date, date] | None:
    """From when until when, the end excluded; None where a calendar cannot say it."""
    interval = event.when.interval
    assert interval is not None, "an event has a place on the calendar"
    if interval.start < 0 or interval.end >= _END:
        return None
    start, end = (_BEGINNING + timedelta(seconds=each) for each in interval)
    return (start.date(), end.date()) if Interval(*interval).whole_days else (start, end)


def _entry(event: Event, told: ReportEvent, span: tuple[date, date], changed: datetime) -> Entry:
    entry = Entry()
    entry.add("uid", f"{event.id}@event-timeline")
    entry.add("dtstamp", changed.replace(tzinfo=UTC))  # the desk's clock is taken for it; it has to name one
    entry.add("dtstart", span[0])
    entry.add("dtend", span[1])
    sure = event.certainty is Certainty.EXACT
    # A calendar shows what lasts some days and what happened on one of them alike.
    of_one_day = (
        sure and event.when.interval is not None and event.when.interval.first_day == event.when.interval.last_day
    )
    entry.add("summary", told.headline if of_one_day else f"{told.headline} ({told.when})")
    entry.add("status", "CONFIRMED" if sure else "TENTATIVE")
    entry.add("transp", "TRANSPARENT")
    said = [f"{told.when} ({told.certainty})" if told.certainty else told.when, told.edtf]
    said += [f"“{quote.words}” {quote.source.named} {quote.source.address}".rstrip() for quote in told.quotes]
    entry.add("description", "\n".join(said))
    if told.topics:
        entry.add("categories", list(map(one_line, told.topics)))
    if told.address:
        entry.add("url", told.address)
    return entry
