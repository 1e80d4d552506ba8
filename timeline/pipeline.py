"""The whole chain: a folder of articles in, one timeline out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timeline.articles import Article, ContentSettings, read_articles
from timeline.errors import ArticleError, LocaleError
from timeline.events import Mention, find_mentions
from timeline.grammar.loading import load_locale
from timeline.merging import Timeline, merge
from timeline.resolving import Resolution, resolve
from timeline.tagging import tag


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says about time. It hangs on nothing but the article."""

    article: Article
    resolutions: tuple[Resolution, ...]
    """Every time expression of its text, in order."""
    placed: tuple[Mention, ...]
    unplaced: tuple[Mention, ...]


def build_timeline(content: Path, settings: ContentSettings | None = None, title: str = "") -> Timeline:
    """The timeline of all articles below a folder.

    An article that cannot be read, or whose language nobody knows, is skipped and named in `skipped`;
    the others go on.
    """
    library = read_articles(content, settings or ContentSettings())
    readings: list[Reading] = []
    skipped = list(library.skipped)
    for article in library.articles:
        try:
            readings.append(read_times(article))
        except LocaleError as error:
            skipped.append(ArticleError(error.reason, path=article.path, remedy=error.remedy))
    articles = tuple(reading.article for reading in readings)
    return Timeline(
        title=title,
        events=tuple(merge([mention for reading in readings for mention in reading.placed], articles)),
        unplaced=tuple(mention for reading in readings for mention in reading.unplaced),
        articles=articles,
        skipped=tuple(sorted(skipped, key=str)),
        resolutions={reading.article.id: reading.resolutions for reading in readings},
    )


def read_times(article: Article) -> Reading:
    """Tag one article, place its time expressions on the calendar, and find what happened then.

    Raises:
        LocaleError: nobody knows the article's language.
    """
    locale = load_locale(article.language)
    expressions = tag(article.text, locale, article.style)
    resolutions = resolve(article.text, expressions, article.published, locale, article.style)
    placed, unplaced = find_mentions(article, resolutions)
    return Reading(article, tuple(resolutions), tuple(placed), tuple(unplaced))
