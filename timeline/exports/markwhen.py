"""Markwhen: a timeline as text that its editor draws."""

from __future__ import annotations

import json
import re

from timeline.merging import Event, Timeline
from timeline.published import NOWHERE, Site
from timeline.reports import ReportEvent, ReportSource, report_of

_TAG = re.compile(r"\W+")


def to_markwhen(timeline: Timeline, site: Site = NOWHERE) -> str:
    """Markwhen, for its editor: one line an event, by days; what is not sure of its date says so."""
    report = report_of(timeline, site)
    lines = ["---", f"title: {json.dumps(report.named, ensure_ascii=False)}", "---", ""]
    lines += [*(f"// {each}" for each in (report.part, report.as_of, report.kept) if each), ""]
    lines += [_line(event, told) for event, told in zip(timeline.events, report.events, strict=True)]
    return "\n".join(lines) + "\n"


def _line(event: Event, told: ReportEvent) -> str:
    interval = event.when.interval
    assert interval is not None, "an event has a place on the calendar"
    when = f"{told.when}, {told.certainty}" if told.certainty else told.when
    sources = " ".join(map(_source, told.sources))
    tags = "".join(f" #{tag}" for topic in told.topics if (tag := _TAG.sub("-", topic).strip("-")))
    said = f"{_text(told.headline)} ({_text(when)}) {sources}{tags}"
    start, end = interval.days()
    if interval.first_day < 1 or interval.last_day > 3_652_059:
        return f"// {said}"  # it has no years before 1 and after 9999
    return f"{start}/{end}: {said}"


def _source(source: ReportSource) -> str:
    return f"[{_text(source.named)}]({source.address})" if source.address else f"({_text(source.named)})"


def _text(text: str) -> str:
    """Words without what would be a link or a tag of its own."""
    return text.replace("[", "(").replace("]", ")").replace("#", "＃")
