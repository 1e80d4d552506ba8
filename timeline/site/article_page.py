"""The page of one article: its text, what was read in it, the events it tells of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from timeline.articles import Article
from timeline.events import Mention
from timeline.merging import Timeline
from timeline.site.body import Mark, body_html, quotes_html
from timeline.site.cards import Card, Source, expression_anchor, reason_of
from timeline.spans import Span


@dataclass(slots=True)
class Told:
    """What one article tells."""

    mentions: list[Mention] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)


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


def article_context(article: Article, told: Told, sources: Mapping[str, Source]) -> dict[str, object]:
    """What the template of an article is given."""
    # One expression may date two events of a sentence; it is marked and explained once. A date that
    # no words name has nothing to mark.
    by_place = {mention.resolution.expression.span: mention for mention in told.mentions}
    readings = [by_place[span] for span in sorted(by_place) if span.start < span.end]
    return {
        "article": article,
        "source": sources[article.id],
        "body": Markup(_body(article, readings)),
        "cards": told.cards,
        "readings": [reason_of(mention, sources) for mention in readings],
    }


def _body(article: Article, readings: Sequence[Mention]) -> str:
    """As much of the text as may be shown."""
    marks = [
        Mark(expression.span, expression_anchor(expression.span.start), mention.certainty.value)
        for mention in readings
        for expression in (mention.resolution.expression,)
    ]
    if article.publish == "full":
        return body_html(article.markdown, marks)
    opening = article.prose.paragraphs[:1] if article.publish == "excerpt" else ()
    return quotes_html(article.text, _apart([*opening, *(mention.sentence for mention in readings)]), marks)


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
