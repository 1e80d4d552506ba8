"""PDF: the report set in type, by typst."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from timeline.errors import Incomplete, UsageError
from timeline.merging import Timeline
from timeline.picture import LIBRARIES as DRAWING
from timeline.picture import Illustration, illustration
from timeline.picture.fonts import REMEDY, fonts_for, told_missing
from timeline.published import NOWHERE, Site
from timeline.reports import Report, ReportEvent, report_of
from timeline.typesetting import typeset
from timeline.wording import Wording, phrase

LIBRARIES: Final = ("typst", *DRAWING)


def to_pdf(timeline: Timeline, site: Site = NOWHERE) -> bytes:
    """PDF (A4), to print or send: the events by year with their dates, and the articles by number."""
    report, picture = report_of(timeline, site), illustration(timeline, site.wording)
    told = _told(report, picture)
    fonts, boxes = _fonts(json.dumps(told, ensure_ascii=False), site.wording)
    told["lacking"] = [each for each in (picture.lacking, boxes) if each]
    return typeset(_template(), {"report": json.dumps(told, ensure_ascii=False)}, report.moment, fonts)


def _fonts(text: str, wording: Wording) -> tuple[Sequence[str], str]:
    """The files of fonts that a text is set in beside those that typst brings, and what they lack, of which is warned."""
    try:
        fonts, missing = fonts_for(text)
    except UsageError:
        return (), ""
    if not missing:
        return fonts.files, ""
    lacking = wording.tell(phrase("Some letters are not shown: %(why)s", why=f"{told_missing(missing)}; {REMEDY}"))
    warnings.warn(Incomplete(lacking), stacklevel=3)
    return fonts.files, lacking


@cache
def _template() -> bytes:
    return files("timeline.exports").joinpath("report.typ").read_bytes()


def _told(report: Report, picture: Illustration) -> dict[str, object]:
    drawn = picture.figure
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
        "picture": "" if drawn is None else drawn.svg,
        "picture-alt": "" if drawn is None else drawn.alternative,
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
