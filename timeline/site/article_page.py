"""The page of one article: its text, what was read in it, the events it tells of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from timeline.articles import Article
from timeline.date_words import DateWords
from timeline.events import Mention
from timeline.merging import Timeline
from timeline.resolutions import Resolution
from timeline.site.body import Mark, body_html, quotes_html
from timeline.site.cards import Card
from timeline.site.listing import Link
from timeline.site.reasons import expression_anchor
from timeline.site.sources import Source
from timeline.spans import Span
from timeline.temporal.timex import Certainty


@dataclass(slots=True)
class Told:
    """What one article tells."""

    mentions: list[Mention] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reading:
    """A time expression of the text, and what it was read as."""

    span: Span
    anchor: str
    phrase: str
    when: str
    kind: str
    """How sure the date is; of what is no date, `duration` or `set`."""
    explanation: tuple[str, ...]
    notation: str
    """The rule and the value as researchers write them."""


def told_by_article(timeline: Timeline, cards: Sequence[Card]) -> dict[str, Told]:
    """For each article its mentions, placed or not, and its events in the order of the timeline."""
    told = {article.id: Told() for article in timeline.articles}
    for event in timeline.events:
        for mention in event.mentions:
            told[mention.article].mentions.append(mention)
    for mention in timeline.unplaced:
        told[mention.article].mentions.append(mention)
    for card in cards:
        for source in card.sources:
            told[source.id].cards.append(card)
    return told


def neighbours_of(
    articles: Sequence[Article], sources: Mapping[str, Source]
) -> dict[str, tuple[Link | None, Link | None]]:
    """For each article the one published before it and the one after it on its topic."""
    topics: dict[str, list[Source]] = {}
    for article in articles:
        topics.setdefault(article.topic, []).append(sources[article.id])
    found: dict[str, tuple[Link | None, Link | None]] = {}
    for members in topics.values():
        ordered = sorted(members, key=lambda source: (source.machine_published, source.number))
        links = [None, *(Link(source.title, source.address) for source in ordered), None]
        found |= {source.id: (links[at], links[at + 2]) for at, source in enumerate(ordered)}
    return found


def article_context(
    article: Article, told: Told, resolutions: Sequence[Resolution], sources: Mapping[str, Source], words: DateWords
) -> dict[str, object]:
    """What the template of an article is given."""
    shown = shown_spans(article, told.mentions)
    readings = [_reading(found, words) for found in resolutions if _stands_in(shown, found.expression.span.start)]
    return {
        "article": article,
        "source": sources[article.id],
        "body": Markup(_body(article, shown, readings)),
        "cards": told.cards,
        "readings": readings,
    }


def _reading(resolution: Resolution, words: DateWords) -> Reading:
    expression, value = resolution.expression, resolution.value
    kind = resolution.certainty or (value and value.type) or Certainty.VAGUE
    return Reading(
        span=expression.span,
        anchor=expression_anchor(expression.span.start),
        phrase=expression.text,
        when=words.plain(value) if value is not None else "",
        kind=kind.value.lower(),
        explanation=resolution.explained(words.say),
        notation=resolution.notation,
    )


def shown_spans(article: Article, mentions: Iterable[Mention]) -> list[Span]:
    """As much of the text as may be shown: all of it, or the sentences of what it tells, and its beginning."""
    if article.publish == "full":
        return [Span(0, len(article.text))]
    opening = article.prose.paragraphs[:1] if article.publish == "excerpt" else ()
    return _apart([*opening, *(mention.sentence for mention in mentions)])


def _stands_in(spans: Sequence[Span], place: int) -> bool:
    """Whether one of the spans, which are in order, holds the place."""
    before = bisect_right(spans, place, key=lambda span: span.start)
    return before > 0 and place < spans[before - 1].end


def _body(article: Article, shown: Sequence[Span], readings: Sequence[Reading]) -> str:
    marks = [Mark(reading.span, reading.anchor, reading.kind) for reading in readings]
    return body_html(article.markdown, marks) if article.publish == "full" else quotes_html(article.text, shown, marks)


def _apart(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, without those inside another.

    >>> _apart([Span(0, 90), Span(10, 20), Span(100, 120), Span(100, 120)])
    [Span(start=0, end=90), Span(start=100, end=120)]
    """
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
