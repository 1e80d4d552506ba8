"""What one article says about time: files read one by one, each hanging on nothing but itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from timeline.articles import Article, ContentSettings, read_article
from timeline.content_files import ArticleFile
from timeline.editor_readings import read_as_edited
from timeline.errors import ArticleError, CorrectionError, LocaleError
from timeline.events import Mention, find_mentions
from timeline.grammar.loading import load_locale
from timeline.late import Late
from timeline.resolutions import Resolution
from timeline.resolving import resolve
from timeline.tagging import tag
from timeline.watchdog import TooLong, at_most
from timeline.wording import phrase

SECONDS: Final = 5
"""Of CPU, that an article may take: thousands of times what one of its length needs."""
TOO_LONG: Final = phrase("takes more than %(number)s seconds of computing", number=SECONDS)


@dataclass(frozen=True, slots=True)
class Reading(Late):
    """What one article says about time. It hangs on nothing but the article."""

    article: Article
    resolutions: tuple[Resolution, ...]
    """Every time expression of its text, in order."""
    placed: tuple[Mention, ...]
    unplaced: tuple[Mention, ...]
    problems: tuple[CorrectionError, ...] = ()
    """What an editor wrote into it that cannot be read."""


Outcome = Reading | ArticleError | None
"""What became of a file: None for a draft."""


def read_file(file: ArticleFile, data: bytes, settings: ContentSettings) -> Outcome:
    """The reading of what a file holds; or why there is none."""
    try:
        with at_most(SECONDS):
            article = read_article(file, data, settings)
            return None if article is None else read_times(article, settings.expression_limit)
    except TooLong:
        return ArticleError(TOO_LONG, path=file.path, line=1, remedy=phrase("split it, or take out what nobody reads"))
    except ArticleError as error:
        return error
    except LocaleError as error:
        return ArticleError(error.reason, path=file.path, line=1, remedy=error.remedy)


def read_times(article: Article, expression_limit: int | None = None) -> Reading:
    """Tag one article, place its time expressions on the calendar, and find what happened then.

    Raises:
        ArticleError: it has more time expressions than the limit.
        LocaleError: nobody knows the article's language.
    """
    locale = load_locale(article.language)
    expressions = tag(article.text, locale, article.style)
    if expression_limit is not None and len(expressions) > expression_limit:
        reason = phrase("has more than %(number)s time expressions", number=f"{expression_limit:,}")
        raise ArticleError(reason, path=article.path, line=1, remedy=phrase("split it, or set expression_limit"))
    edited = read_as_edited(article, expressions)
    resolutions = resolve(
        article.text, edited.expressions, article.published, locale, article.style, article.date_reason
    )
    placed, unplaced = find_mentions(article, resolutions)
    return Reading(article, tuple(resolutions), tuple(placed), tuple(unplaced), edited.problems)
