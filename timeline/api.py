"""The public functions: tag a text, build a timeline."""

from __future__ import annotations

from datetime import date, datetime

from timeline.grammar.locale import load_locale
from timeline.resolving import Resolution, resolve
from timeline.tagging import tag as tag_expressions


def tag(text: str, published: date | str | None = None, language: str = "en", style: str = "news") -> list[Resolution]:
    """The time expressions of a text, each placed on the calendar with its reasons.

    `published` is the publication date, a date or its ISO 8601 form; without it only what the text
    itself fixes is placed. `style` is "news" or "narrative".

    >>> [(found.expression.text, found.value.value) for found in tag("They met last week.", "2015-08-14")]
    [('last week', '2015-W32')]
    """
    locale = load_locale(language)
    if isinstance(published, str):
        published = datetime.fromisoformat(published)
    elif isinstance(published, date) and not isinstance(published, datetime):
        published = datetime(published.year, published.month, published.day)
    return resolve(text, tag_expressions(text, locale, style), published, locale, style)
