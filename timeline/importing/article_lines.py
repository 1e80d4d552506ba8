"""The lines that `timeline summarize` reads: one article, as JSON.

Other programs write these fields: read more of them, rename none.
"""

from __future__ import annotations

from datetime import datetime

import msgspec

from timeline.errors import TimelineError, UsageError
from timeline.importing.texts import SourceText
from timeline.styles import STYLES
from timeline.summarizing import Scope, ToldArticle, read_told_days


class ArticleLine(msgspec.Struct, frozen=True):
    """One article."""

    text: str
    id: object = None
    published: str | None = None
    """An ISO date or date-time; absent or empty, only days that the text itself fixes are known."""
    title: str | None = None
    language: str | None = None
    style: str | None = None


def read_article_line(line: bytes) -> ArticleLine:
    """The article of one line of JSON.

    >>> read_article_line(b'{"published": "2015-08-14", "title": "Talks", "text": "They met last week."}').title
    'Talks'

    Raises:
        UsageError: the line is no JSON object, or lacks its text.
    """
    try:
        return _READER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        remedy = 'write {"id": …, "published": "2015-08-14", "title": "…", "text": "…"}'
        raise UsageError(f"no article: {str(error)[:1].lower()}{str(error)[1:]}", remedy=remedy) from None


_READER = msgspec.json.Decoder(ArticleLine)


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
    line = read_article_line(piece.content)
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
