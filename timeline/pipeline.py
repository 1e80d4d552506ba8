"""The whole chain: a folder of articles in, one timeline out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timeline.articles import Article, ContentSettings, read_articles
from timeline.correcting import merge_corrected
from timeline.corrections import Corrections, read_corrections
from timeline.editor_readings import read_as_edited
from timeline.errors import ArticleError, CorrectionError, LocaleError
from timeline.events import Mention, find_mentions
from timeline.grammar.loading import load_locale
from timeline.merging import Timeline
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
    problems: tuple[CorrectionError, ...] = ()
    """What an editor wrote into it that cannot be read."""


def build_timeline(
    content: Path, settings: ContentSettings | None = None, title: str = "", corrections: Path | None = None
) -> Timeline:
    """The timeline of all articles below a folder, as the file of corrections has it.

    An article that cannot be read, or whose language nobody knows, is skipped and named in `skipped`, a
    correction that does not apply is named in `problems`; the others go on.

    Raises:
        CorrectionError: the file of corrections cannot be read at all.
    """
    said = Corrections() if corrections is None else read_corrections(corrections)
    library = read_articles(content, settings or ContentSettings())
    readings: list[Reading] = []
    skipped = list(library.skipped)
    for article in library.articles:
        try:
            readings.append(read_times(article))
        except LocaleError as error:
            skipped.append(ArticleError(error.reason, path=article.path, remedy=error.remedy))
    articles = tuple(reading.article for reading in readings)
    placed = [mention for reading in readings for mention in reading.placed]
    unplaced = [mention for reading in readings for mention in reading.unplaced]
    corrected = merge_corrected(placed, unplaced, articles, said)
    return Timeline(
        title=title,
        events=corrected.events,
        unplaced=corrected.unplaced,
        articles=articles,
        skipped=tuple(sorted(skipped, key=str)),
        resolutions={reading.article.id: reading.resolutions for reading in readings},
        problems=(*corrected.problems, *(problem for reading in readings for problem in reading.problems)),
    )


def read_times(article: Article) -> Reading:
    """Tag one article, place its time expressions on the calendar, and find what happened then.

    Raises:
        LocaleError: nobody knows the article's language.
    """
    locale = load_locale(article.language)
    edited = read_as_edited(article, tag(article.text, locale, article.style))
    resolutions = resolve(article.text, edited.expressions, article.published, locale, article.style)
    placed, unplaced = find_mentions(article, resolutions)
    return Reading(article, tuple(resolutions), tuple(placed), tuple(unplaced), edited.problems)
