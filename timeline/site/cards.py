"""An event as a page shows it: what a reader asks about it, answered in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timeline.articles import Article
from timeline.events import Mention
from timeline.grouping import in_common
from timeline.merging import DateTold, Event
from timeline.site.addresses import article_address
from timeline.site.date_words import Piece, date_words, day_words, plain_date, width_note
from timeline.temporal.calendar import civil
from timeline.temporal.edtf import to_edtf
from timeline.temporal.interval import Interval
from timeline.temporal.timex import TimeValue
from timeline.web_addresses import web_address

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"})
"""Languages written from right to left."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it is named beside what it tells."""

    id: str
    number: int
    """Its place in the list of articles, by which print names it."""
    title: str
    outlet: str
    published: str
    """In words."""
    machine_published: str
    address: str
    """Of its page in this site, from the root."""
    original: str | None
    """Its address in the web, if a reader may follow it."""
    language: str
    direction: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an event has its date: one mention's words and what follows from them."""

    id: str
    """The mention's: who links to it arrives at the event."""
    source: Source
    anchor: str
    """Where the phrase stands in the article's page."""
    before: str
    phrase: str
    """The words that name the time; empty where none do and it was taken by default."""
    after: str
    certainty: str
    when: str
    explanation: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One of several dates that sources give, and how many articles give it."""

    when: str
    articles: int


@dataclass(frozen=True, slots=True)
class Card:
    """An event of the timeline."""

    id: str
    aliases: tuple[str, ...]
    """Ids of its other mentions: who links to one of them arrives here."""
    when: tuple[Piece, ...]
    note: str
    edtf: str
    start: str
    end: str
    value: TimeValue
    interval: Interval
    headline: str
    language: str
    direction: str
    certainty: str
    salience: float
    topics: tuple[str, ...]
    reasons: tuple[Reason, ...]
    sources: tuple[Source, ...]
    """Distinct articles that tell it, in order of publication."""
    disagreement: tuple[Disagreement, ...]
    corrections: tuple[str, ...]
    """What editors corrected about it, a sentence each."""
    together: str
    """Why what its articles tell is one event; empty where one article tells it or an editor put them together."""

    @property
    def year(self) -> int:
        """Astronomical year in which it begins."""
        return civil(self.interval.first_day)[0]


def sources_of(articles: Sequence[Article]) -> dict[str, Source]:
    """The articles by their id, numbered in order."""
    return {article.id: _source(article, number) for number, article in enumerate(articles, start=1)}


def card_of(event: Event, sources: Mapping[str, Source]) -> Card:
    """The card of an event."""
    interval = event.when.interval
    assert interval is not None, "an event has a place on the calendar; what has none is unplaced"
    start, end = interval.days()
    told_by = {mention.article: sources[mention.article] for mention in event.mentions}
    first = sources[event.mentions[0].article]
    return Card(
        id=event.id,
        aliases=event.aliases,
        when=date_words(event.when),
        note=width_note(event.when),
        edtf=to_edtf(event.when) or "",
        start=start,
        end=end,
        value=event.when,
        interval=interval,
        headline=event.headline,
        language=first.language,
        direction=first.direction,
        certainty=event.certainty.value,
        salience=event.salience,
        topics=event.topics,
        reasons=tuple(reason_of(mention, sources) for mention in event.mentions),
        sources=tuple(sorted(told_by.values(), key=lambda source: source.number)),
        disagreement=_disagreement(event.dates),
        corrections=tuple(_sentence(corrected.explanation) for corrected in event.corrections),
        together=_together(event, sources) if len(told_by) > 1 else "",
    )


def _together(event: Event, sources: Mapping[str, Source]) -> str:
    """The line that says what the articles have in common."""
    found = in_common(event.mentions, {each.article: sources[each.article].text for each in event.mentions})
    said = [*found.names[:_NAMES], *found.figures[:_FIGURES], *(f"“{word}”" for word in found.words[:_WORDS])]
    if not said:
        return ""
    dates = "" if _disagreement(event.dates) else "the dates agree and "
    return f"Told as one event because {dates}the sources share {', '.join(said)}."


_NAMES, _FIGURES, _WORDS = 4, 2, 4
"""How many names, figures and words are shown of those that sources have in common."""


def reason_of(mention: Mention, sources: Mapping[str, Source]) -> Reason:
    """The words behind a mention's date, and how they came to it."""
    source = sources[mention.article]
    text, resolution = source.text, mention.resolution
    expression, sentence = resolution.expression, mention.sentence
    return Reason(
        id=mention.id,
        source=source,
        anchor=expression_anchor(expression.span.start),
        before=text[sentence.start : expression.span.start],
        phrase=text[slice(*expression.span)],
        after=text[expression.span.end : sentence.end],
        certainty=mention.certainty.value,
        when=plain_date(mention.when),
        explanation=resolution.explanation,
    )


def expression_anchor(start: int) -> str:
    """The name, in its article's page, of the time expression that begins at a character."""
    return f"t{start}"


def _source(article: Article, number: int) -> Source:
    return Source(
        id=article.id,
        number=number,
        title=article.title,
        outlet=article.source,
        published=day_words(article.published.date()),
        machine_published=article.published.date().isoformat(),
        address=article_address(article.id),
        original=web_address(article.url),
        language=article.language,
        direction=direction_of(article.language),
        text=article.text,
    )


def direction_of(language: str) -> str:
    """Which way a language is written, as HTML says it.

    >>> direction_of("fa"), direction_of("en")
    ('rtl', 'ltr')
    """
    return "rtl" if language.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '!', '?', '…')) else '.'}"


def _disagreement(dates: Sequence[DateTold]) -> tuple[Disagreement, ...]:
    """The dates given, where two of them cannot both be right."""
    intervals = [told.when.interval for told in dates if told.when.interval is not None]
    # Intervals that overlap two by two have a second in common: the latest start is before the earliest end.
    if not intervals or max(each.start for each in intervals) < min(each.end for each in intervals):
        return ()
    return tuple(Disagreement(plain_date(told.when), told.articles) for told in dates)
