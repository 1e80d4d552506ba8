"""TimelineJS JSON: for the storytelling tool of Knight Lab."""

from __future__ import annotations

import json
from html import escape

from timeline.merging import Event, Timeline
from timeline.published import NOWHERE, Site
from timeline.reports import Quote, ReportEvent, report_of
from timeline.temporal.calendar import civil
from timeline.temporal.granularity import Granularity


def to_timelinejs(timeline: Timeline, site: Site = NOWHERE) -> str:
    """TimelineJS, for the slides of Knight Lab's tool: its JSON; dates that are not sure are shown in words."""
    report = report_of(timeline, site)
    told = zip(timeline.events, report.events, strict=True)
    about = "".join(f"<p>{escape(each)}</p>" for each in (report.part, report.as_of, report.kept) if each)
    title = {"headline": escape(report.title), "text": about}
    written = {
        "title": {"unique_id": "title", "text": title},
        "scale": "human",
        "events": [_slide(event, each) for event, each in told],
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def _slide(event: Event, told: ReportEvent) -> dict[str, object]:
    interval, granularity = event.when.interval, event.when.granularity or Granularity.DAY
    assert interval is not None, "an event has a place on the calendar"
    when = f"{told.when} ({told.certainty})" if told.certainty else told.when
    headline = escape(told.headline)
    if told.address:
        headline = f'<a href="{escape(told.address)}">{headline}</a>'
    slide: dict[str, object] = {
        "unique_id": told.id,
        "start_date": _date(interval.first_day, granularity),
        "display_date": escape(when),
        "text": {"headline": headline, "text": "".join(map(_quote, told.quotes))},
    }
    if event.when.period is None or granularity not in (Granularity.DAY, Granularity.MONTH, Granularity.YEAR):
        slide["end_date"] = _date(interval.last_day, granularity)
    if told.topics:
        slide["group"] = escape(told.topics[0])
    return slide


def _date(day: int, granularity: Granularity) -> dict[str, int]:
    """Day, month and year, as far as they are told."""
    year, month, day_of_month = civil(day)
    date = {"year": year}
    if granularity < Granularity.YEAR:
        date["month"] = month
    if granularity < Granularity.MONTH:
        date["day"] = day_of_month
    return date


def _quote(quote: Quote) -> str:
    named = escape(quote.source.named)
    if quote.source.address:
        named = f'<a href="{escape(quote.source.address)}">{named}</a>'
    return f"<blockquote>{escape(quote.words)}</blockquote><p>{named}</p>"
