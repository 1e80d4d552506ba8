"""A Data Package: the timeline as tables that say of themselves what stands in them.

Source: Data Package 1, by Frictionless Data; packed in a ZIP as it has it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from timeline.archives import zipped
from timeline.articles import Article
from timeline.csv_cells import joined, write_table
from timeline.date_words import DateWords
from timeline.events import Mention
from timeline.merging import Event, Timeline
from timeline.published import NOWHERE, Site
from timeline.reports import moment_of, report_of
from timeline.temporal.edtf import to_edtf
from timeline.web_addresses import web_address

FILES = True

_EVENTS = {
    "id": "Of the event; it stays when the timeline is made again.",
    "start": "First day, as ISO 8601 has it; years before 1 as EDTF has them.",
    "end": "Last day, included.",
    "edtf": "The same with what is not known of it (Extended Date/Time Format).",
    "value": "As TimeML has it (TIMEX3).",
    "granularity": "The finest unit that the words commit to.",
    "certainty": "exact, inferred or vague.",
    "date": "In words.",
    "headline": "What happened.",
    "salience": "How much it matters, from 0 to 1.",
    "topics": "With | between them.",
    "entities": "Whom and what it names, with | between them.",
}
_SOURCES = {
    "id": "Of the article.",
    "title": "Its title.",
    "published": "The day.",
    "url": "Its address in the web.",
    "outlet": "Who published it.",
    "author": "Who wrote it.",
    "language": "As a code.",
}
_TOLD = {
    "event": "The event's id.",
    "source": "The id of the article that tells it.",
    "id": "Of what the article tells: each sentence that dates the event is a row.",
    "quote": "The sentence.",
    "expression": "The words that name the time.",
    "value": "What they come to.",
    "certainty": "How surely.",
    "explanation": "How they come to it.",
}


def to_data_package(timeline: Timeline, site: Site = NOWHERE) -> bytes:
    """Data Package (a ZIP): tables of events and sources as CSV that describe themselves, for analysis."""
    told = [_telling(event, mention, timeline, site) for event in timeline.events for mention in event.mentions]
    sources = [_source(article) for article in timeline.articles]
    words = DateWords(site.wording)
    tables = {
        "events": (_EVENTS, [_event(event, words) for event in timeline.events]),
        "sources": (_SOURCES, sources),
        "event_sources": (_TOLD, told),
    }
    files = {"datapackage.json": _package(timeline, site, {name: tuple(table[0]) for name, table in tables.items()})}
    files |= {f"{name}.csv": write_table(tuple(columns), rows) for name, (columns, rows) in tables.items()}
    return zipped({name: text.encode() for name, text in files.items()}, moment_of(timeline))


def _telling(event: Event, mention: Mention, timeline: Timeline, site: Site) -> tuple[str, ...]:
    return (
        event.id,
        mention.article,
        mention.id,
        timeline.article(mention.article).text[slice(*mention.sentence)],
        mention.resolution.expression.text,
        mention.when.value,
        mention.certainty.value,
        joined(mention.resolution.explained(site.wording)),
    )


def _source(article: Article) -> tuple[str, ...]:
    return (
        article.id,
        article.title,
        article.published.date().isoformat(),
        web_address(article.url) or "",
        article.source,
        article.author,
        article.language,
    )


def _event(event: Event, words: DateWords) -> tuple[str, ...]:
    assert event.when.interval is not None, "an event has a place on the calendar"
    value, granularity = event.hedged, event.when.granularity
    return (
        event.id,
        *event.when.interval.days(),
        to_edtf(value) or "",
        event.when.value,
        "" if granularity is None else granularity.label,
        event.certainty.value,
        words.plain(value),
        event.headline,
        str(round(event.salience, 4)),
        joined(event.topics),
        joined(event.entities),
    )


def _package(timeline: Timeline, site: Site, tables: dict[str, Sequence[str]]) -> str:
    report = report_of(timeline, site)
    about = {"events": _EVENTS, "sources": _SOURCES, "event_sources": _TOLD}
    keys: dict[str, dict[str, object]] = {
        "events": {"primaryKey": "id"},
        "sources": {"primaryKey": "id"},
        "event_sources": {
            "foreignKeys": [
                {"fields": "event", "reference": {"resource": "events", "fields": "id"}},
                {"fields": "source", "reference": {"resource": "sources", "fields": "id"}},
            ]
        },
    }
    package: dict[str, object] = {
        "profile": "tabular-data-package",
        "name": "timeline",
        "title": report.named,
        "description": " ".join(f"{each}." for each in (report.part, report.as_of, report.kept) if each),
        "created": f"{report.moment.isoformat()}Z",
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": name,
                "path": f"{name}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {"fields": [_field(each, about[name][each]) for each in columns], **keys[name]},
            }
            for name, columns in tables.items()
        ],
    }
    if report.address:
        package["homepage"] = report.address
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _field(name: str, about: str) -> dict[str, object]:
    field: dict[str, object] = {"name": name, "type": "number" if name == "salience" else "string"}
    field["description"] = about
    if name == "certainty":
        field["constraints"] = {"enum": ["exact", "inferred", "vague"]}
    return field
