"""Reading a phrase or sentence as `timeline tag` does, and showing how it was read when a test fails."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from timeline.grammar.locale import load_locale
from timeline.resolving import Resolution, resolve
from timeline.tagging import tag


def read(text: str, published: date | None, language: str = "en", style: str = "news") -> list[Resolution]:
    """The time expressions of a text, placed."""
    locale = load_locale(language)
    moment = None
    if published is not None:
        moment = published if isinstance(published, datetime) else datetime(*published.timetuple()[:3])
    return resolve(text, tag(text, locale, style), moment, locale, style)


def values(resolutions: Iterable[Resolution]) -> list[tuple[str, str | None]]:
    """Words and value of each."""
    return [(found.expression.text, found.value.value if found.value else None) for found in resolutions]


def derivation(text: str, resolutions: Iterable[Resolution]) -> str:
    """What a failing test prints: how each expression was read."""
    steps = ["\n  ".join(found.explanation) for found in resolutions]
    return "\n".join([f"\n{text}", *(steps or ["no time expression was found"])])
