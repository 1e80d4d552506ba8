"""A small timeline made by hand, for tests of what is made from one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from timeline.api import tag
from timeline.articles import Article
from timeline.dates_told import DateTold
from timeline.errors import ArticleError
from timeline.events import Mention
from timeline.merging import Event, Timeline
from timeline.prose import read_prose
from timeline.resolutions import Resolution
from timeline.temporal.timex import Certainty


def article(identity: str, markdown: str, published: str = "2015-08-14", **given: Any) -> Article:
    """An article of that body, the rest with values of no interest unless given."""
    values: dict[str, Any] = {
        "title": f"Title of {identity}",
        "language": "en",
        "style": "news",
        "topic": "",
        "tags": (),
        "source": "Harbour Desk",
        "url": "",
        "author": "",
        "publish": "full",
    }
    return Article(
        id=identity,
        path=PurePosixPath(f"content/{identity}.md"),
        published=datetime.fromisoformat(published),
        markdown=markdown,
        prose=read_prose(markdown),
        **(values | given),
    )


def resolved(of: Article) -> tuple[Resolution, ...]:
    """The time expressions of an article, read as English whatever its language is."""
    return tuple(tag(of.text, of.published, "en", of.style))


def mention(of: Article, phrase: str, identity: str = "") -> Mention:
    """What the article says with the phrase; the clause is the whole sentence."""
    resolution = next(found for found in resolved(of) if found.expression.text == phrase)
    assert resolution.value is not None
    start = resolution.expression.span.start
    sentence = next(span for span in of.prose.sentences if span.start <= start < span.end)
    return Mention(
        id=identity or f"{of.id.replace('/', '-')}-{start}",
        article=of.id,
        when=resolution.value,
        resolution=resolution,
        sentence=sentence,
        clause=sentence,
        headline=of.text[slice(*sentence)].rstrip("."),
        names=(),
        certainty=resolution.certainty or Certainty.VAGUE,
    )


def event(*mentions: Mention, topics: tuple[str, ...] = (), salience: float = 0.5) -> Event:
    """An event that the mentions tell, dated by the first."""
    first = mentions[0]
    return Event(
        id=first.id,
        when=first.when,
        certainty=first.certainty,
        headline=first.headline,
        mentions=mentions,
        salience=salience,
        topics=topics,
        entities=(),
        aliases=tuple(each.id for each in mentions[1:]),
        dates=tuple(
            DateTold(when, len({each.article for each in mentions if each.when == when}))
            for when in dict.fromkeys(each.when for each in mentions)
        ),
        language=first.telling.language,
    )


def timeline(
    articles: Iterable[Article],
    events: Iterable[Event] = (),
    unplaced: Iterable[Mention] = (),
    skipped: Iterable[ArticleError] = (),
) -> Timeline:
    """A timeline of the events, in order."""

    def place(each: Event) -> tuple[int, int, str]:
        assert each.when.interval is not None
        return each.when.interval.start, each.when.interval.end, each.id

    articles = tuple(articles)
    return Timeline(
        title="A timeline",
        events=tuple(sorted(events, key=place)),
        unplaced=tuple(unplaced),
        articles=articles,
        skipped=tuple(skipped),
        resolutions={each.id: resolved(each) for each in articles},
    )
