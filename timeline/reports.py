"""A timeline as documents tell it: its events in words, the articles behind them by number, and what it is as of.

What is written of it, in whichever format, says the same. Nothing in it comes from a clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Final

from msgspec import structs

from timeline.articles import Article
from timeline.date_words import DateWords, Piece
from timeline.merging import Event, Timeline
from timeline.plain_words import one_line
from timeline.published import Site
from timeline.selection_words import told_part, told_wishes
from timeline.temporal.calendar import civil
from timeline.temporal.edtf import to_edtf
from timeline.temporal.granularity import Granularity
from timeline.temporal.timex import Certainty, TimeValue
from timeline.web_addresses import web_address
from timeline.wording import Wording, phrase
from timeline.writing_direction import direction_of

LIVE: Final = phrase("Live: it goes on as its site does")
"""What is said of what is no copy."""
LONG_AGO = datetime(1980, 1, 1)
"""The date of what no article stands behind: the first one that every file can have."""


@dataclass(frozen=True, slots=True)
class ReportSource:
    """An article as a document names it."""

    number: int
    """Its place among the articles behind the document, from 1."""
    id: str
    title: str
    outlet: str
    author: str
    published: str
    """In words."""
    machine_published: str
    address: str
    """In the web; empty where no reader may follow it."""
    language: str

    @property
    def named(self) -> str:
        """Title, outlet and day."""
        return ", ".join(filter(None, (self.title, self.outlet, self.published)))


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentence by which an article tells an event."""

    words: str
    source: ReportSource


@dataclass(frozen=True, slots=True)
class ReportEvent:
    """An event as a document tells it."""

    id: str
    pieces: tuple[Piece, ...]
    """Its date in words, of which the days know how a machine reads them."""
    certainty: str
    """In words; empty where the date is exact."""
    edtf: str
    headline: str
    language: str
    topics: tuple[str, ...]
    sources: tuple[ReportSource, ...]
    """Each article once, the first published first."""
    quotes: tuple[Quote, ...]
    address: str
    """Where it stands in the site; empty without one."""
    year: int
    """In which it begins."""
    heading: str
    """What it stands under: that year in words, or where its date is of many years, those."""
    of_many_years: bool

    @property
    def when(self) -> str:
        """Its date in words; one that is not sure says so."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def direction(self) -> str:
        """Which way its headline is written."""
        return direction_of(self.language)


@dataclass(frozen=True, slots=True)
class Report:
    """All that a document says."""

    title: str
    part: str
    """Which part of the timeline it shows, and how much of it that is; empty where it is the whole."""
    named: str
    """Title and part in one line, by which a document is told from those of other parts."""
    language: str
    """That of what is not somebody's own words."""
    as_of: str
    """Up to when it knows, and by which article."""
    kept: str
    """That it is a copy, and where the timeline itself is kept."""
    address: str
    """Of the site; empty without one."""
    events: tuple[ReportEvent, ...]
    sources: tuple[ReportSource, ...]
    moment: datetime
    """When the newest article behind it was published; what has to bear a date is dated so."""
    date_heading: str
    event_heading: str
    sources_heading: str
    nothing: str
    """What stands in the place of events where there are none."""

    def years(self) -> Iterator[tuple[str, list[ReportEvent]]]:
        """The events by the year in which they begin; those of many years ("the 1930s") stand before its own."""
        for _, begun in groupby(self.events, key=lambda event: event.year):
            longest_first = sorted(begun, key=lambda event: not event.of_many_years)
            for heading, events in groupby(longest_first, key=lambda event: event.heading):
                yield heading, list(events)


def report_of(timeline: Timeline, site: Site) -> Report:
    """What a document says of the timeline."""
    say, words = site.wording, DateWords(site.wording)
    sources = {article.id: _source(article, at, words) for at, article in enumerate(timeline.articles, start=1)}
    newest = max(timeline.articles, key=lambda article: (article.published, article.id), default=None)
    as_of = say("No article stands behind this.")
    if newest is not None:
        as_of = told_as_of(newest.published.date(), newest.title, words)
    address = web_address(site.address) or ""
    title = one_line(timeline.title) or say("Timeline")
    return Report(
        title=title,
        part=told_part(timeline, words),
        named=" · ".join(filter(None, (title, told_wishes(timeline.asked, words)))),
        language=say.language,
        as_of=as_of,
        kept=told_copy(address, say),
        address=address,
        events=tuple(_event(event, timeline, sources, site, words) for event in timeline.events),
        sources=tuple(sources.values()),
        moment=moment_of(timeline),
        date_heading=say("Date"),
        event_heading=say("Event"),
        sources_heading=say("Sources"),
        nothing=say("No event fits."),
    )


def told_as_of(day: date, title: str, words: DateWords) -> str:
    """Up to when something knows: by the newest article behind it."""
    told = words.day(day.year, day.month, day.day)
    return words.say("As of %(day)s, by the newest article behind it: “%(title)s”", day=told, title=one_line(title))


def told_copy(address: str, say: Wording) -> str:
    """That something is frozen, and where the timeline goes on, if that has an address."""
    if not address:
        return say("A copy that stays as it is")
    return say("A copy that stays as it is; the timeline goes on at %(address)s", address=address)


def moment_of(timeline: Timeline) -> datetime:
    """When the newest article behind it was published, on the desk's clock.

    Files of several formats can bear no date before 1980.
    """
    published = (article.published.replace(tzinfo=None, microsecond=0) for article in timeline.articles)
    return max((LONG_AGO, *published))


def sources_told(event: Event) -> list[str]:
    """The ids of the articles that tell it, each once, the first published first."""
    return list(dict.fromkeys(mention.article for mention in event.mentions))


def _source(article: Article, number: int, words: DateWords) -> ReportSource:
    published = article.published.date()
    return ReportSource(
        number=number,
        id=article.id,
        title=one_line(article.title),
        outlet=one_line(article.source),
        author=one_line(article.author),
        published=words.day(published.year, published.month, published.day),
        machine_published=published.isoformat(),
        address=web_address(article.url) or "",
        language=article.language,
    )


def _event(
    event: Event, timeline: Timeline, sources: dict[str, ReportSource], site: Site, words: DateWords
) -> ReportEvent:
    value = event.hedged
    lasting = _of_many_years(event.when)
    quotes = {}
    for mention in event.mentions:
        sentence = one_line(timeline.article(mention.article).text[slice(*mention.sentence)])
        quotes[mention.article, sentence] = Quote(sentence, sources[mention.article])
    return ReportEvent(
        id=event.id,
        pieces=words.pieces(value),
        certainty="" if event.certainty is Certainty.EXACT else site.wording(event.certainty.value),
        edtf=to_edtf(value) or "",
        headline=one_line(event.headline),
        language=timeline.article(event.mentions[0].article).language,
        topics=tuple(map(one_line, event.topics)),
        sources=tuple(sources[article] for article in sources_told(event)),
        quotes=tuple(quotes.values()),
        address=site.event(event.id),
        year=event.year,
        heading=words.plain(structs.replace(event.when, modifier=None)) if lasting else words.year(event.year),
        of_many_years=lasting,
    )


def _of_many_years(when: TimeValue) -> bool:
    """Whether it is told by years, and of more than one: a decade, a century, 1914 to 1918."""
    assert when.interval is not None, "an event has a place on the calendar"
    by_years = when.granularity is not None and when.granularity >= Granularity.YEAR
    return by_years and civil(when.interval.first_day)[0] != civil(when.interval.last_day)[0]
