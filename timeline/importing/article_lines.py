"""What `timeline summarize` takes from each line: one article, and the days that it tells of."""

from __future__ import annotations

from datetime import datetime

from timeline.errors import TimelineError, UsageError
from timeline.importing.text_lines import read_line
from timeline.importing.texts import SourceText
from timeline.styles import STYLES
from timeline.summarizing import Scope, ToldArticle, read_told_days


def read_told_article(piece: SourceText, scope: Scope, language: str = "en") -> ToldArticle:
    """What the article of a line says about days; `language` is that of lines that do not say theirs.

    Raises:
        UsageError: it is no article, or its date or style is none.
        LocaleError: nobody knows its language.
    """
    if isinstance(piece.content, Exception):
        raise piece.content
    if not isinstance(piece.content, bytes):
        raise UsageError("no article", remedy="write one JSON object a line")
    line = read_line(piece.content)
    style = line.style or "news"
    if style not in STYLES:
        raise UsageError(f'no style "{style}"', remedy=f"use one of {', '.join(STYLES)}")
    published = _wall_clock(line.published)
    try:
        return read_told_days(line.text, published, scope, line.title or "", line.language or language, style)
    except TimelineError:
        raise
    except Exception as error:  # one text that breaks something must not take the others along
        raise UsageError(f"timeline fails on this text: {error!r}") from error


def _wall_clock(published: str | None) -> datetime | None:
    if not published:
        return None
    try:
        return datetime.fromisoformat(published).replace(tzinfo=None)
    except ValueError:
        raise UsageError(f'"{published}" is no date', remedy="write it as 2015-08-14") from None
