"""CSV: one row an event, for a spreadsheet."""

from __future__ import annotations

from timeline.articles import Article
from timeline.csv_cells import joined, write_table
from timeline.date_words import DateWords
from timeline.merging import Event, Timeline
from timeline.published import NOWHERE, Site
from timeline.reports import sources_told
from timeline.temporal.edtf import to_edtf
from timeline.web_addresses import web_address

COLUMNS = (
    *("id", "start", "end", "edtf", "date", "certainty", "headline", "topics", "entities"),
    *("sources", "addresses", "newest_article"),
)
"""`start` and `end` are days, both included; `edtf` and `date` say how sure they are."""


def to_csv(timeline: Timeline, site: Site = NOWHERE) -> str:
    """Table for a spreadsheet (CSV): one row an event, with its sources."""
    words = DateWords(site.wording)
    return write_table(COLUMNS, (_row(event, timeline, words) for event in timeline.events))


def _row(event: Event, timeline: Timeline, words: DateWords) -> tuple[str, ...]:
    assert event.when.interval is not None, "an event has a place on the calendar"
    value = event.hedged
    articles = [timeline.article(each) for each in sources_told(event)]
    return (
        event.id,
        *event.when.interval.days(),
        to_edtf(value) or "",
        words.plain(value),
        event.certainty.value,
        event.headline,
        joined(event.topics),
        joined(event.entities),
        joined(map(_named, articles)),
        joined(address for article in articles if (address := web_address(article.url))),
        max(article.published for article in articles).date().isoformat(),
    )


def _named(article: Article) -> str:
    return ", ".join(filter(None, (article.title, article.source, article.published.date().isoformat())))
