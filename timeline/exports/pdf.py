"""PDF: the report set in type, by typst."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Final

from timeline.merging import Timeline
from timeline.picture import LIBRARIES as DRAWING
from timeline.picture import Figure, illustration
from timeline.published import NOWHERE, Site
from timeline.reports import Report, ReportEvent, report_of
from timeline.typesetting import typeset

LIBRARIES: Final = ("typst", *DRAWING)


def to_pdf(timeline: Timeline, site: Site = NOWHERE) -> bytes:
    """PDF (A4), to print or send: the events by year with their dates, and the articles by number."""
    report, picture = report_of(timeline, site), illustration(timeline, site.wording)
    words = {"report": json.dumps(_told(report, picture), ensure_ascii=False)}
    fonts = picture.fonts.files if isinstance(picture, Figure) else ()
    return typeset(_template(), words, report.moment, fonts)


@cache
def _template() -> bytes:
    return files("timeline.exports").joinpath("report.typ").read_bytes()


def _told(report: Report, picture: Figure | str) -> dict[str, object]:
    return {
        "title": report.title,
        "part": report.part,
        "named": report.named,
        "language": report.language,
        "day": report.moment.timetuple()[:3],
        "as-of": report.as_of,
        "kept": report.kept,
        "address": report.address,
        "headings": (report.date_heading, report.event_heading, report.sources_heading),
        "years": [{"name": year, "events": list(map(_event, events))} for year, events in report.years()],
        "nothing": report.nothing,
        "sources-heading": report.sources_heading,
        "sources": [{"number": each.number, "named": each.named, "address": each.address} for each in report.sources],
        "picture": picture.svg if isinstance(picture, Figure) else "",
        "picture-alt": picture.alternative if isinstance(picture, Figure) else "",
        "no-picture": "" if isinstance(picture, Figure) else picture,
    }


def _event(event: ReportEvent) -> dict[str, object]:
    return {
        "when": event.when,
        "certainty": event.certainty,
        "headline": event.headline,
        "language": event.language,
        "address": event.address,
        "sources": [source.number for source in event.sources],
    }
