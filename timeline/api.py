"""The public functions and the public `Timeline`: tag a text, build a timeline, select a part, show and export it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from timeline.articles import ContentSettings
from timeline.errors import UsageError, quoted
from timeline.exports import find_format, find_formats
from timeline.grammar.loading import load_locale
from timeline.inferring import Inferred, infer_published
from timeline.merging import Timeline as Chronology
from timeline.picture import ZOOM, illustration
from timeline.pipeline import build_timeline
from timeline.prose import read_prose
from timeline.published import Site
from timeline.resolutions import Resolution
from timeline.resolving import resolve
from timeline.styles import STYLES
from timeline.tagging import tag as tag_expressions
from timeline.wording import ENGLISH, Wording, languages, load_wording


class Timeline(Chronology):
    """All events of the articles, in the order of time; each format that there is has a method.

    `to_json()`, `to_csv()`, `to_markdown()` and so on give text, `to_docx()`, `to_pdf()` and those of several files
    bytes; `dir` and `timeline formats` list them. All take the `address` of the site, where the timeline is published,
    and the `locale` in which its readers are told the dates. Parts of it (`between`, `about`, `key_events` …) are
    `Timeline`s as well. A notebook shows it by itself.
    """

    __slots__ = ()

    def export(self, name: str, *, address: str = "", locale: str = ENGLISH) -> bytes:
        """The timeline in the format of that name.

        Raises:
            UsageError: there is no such format or locale, or what the format needs is not installed.
        """
        return find_format(name).write(self, Site(address, wording=_wording(locale)))

    def __getattr__(self, name: str) -> Callable[..., Any]:
        format_name = name.removeprefix("to_").replace("_", "-")
        if name == f"to_{format_name.replace('-', '_')}" and format_name in find_formats():
            return partial(self._written, format_name)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *(f"to_{name.replace('-', '_')}" for name in find_formats())]

    def _written(self, name: str, *, address: str = "", locale: str = ENGLISH) -> str | bytes:
        written = self.export(name, address=address, locale=locale)
        return written.decode() if find_format(name).text else written

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """What a notebook shows: the list, which is the same where the notebook is not trusted; else a picture or text.

        The picture is there where it can be drawn.
        """
        shown = {"text/html": str(self.to_html()), "text/plain": str(self.to_text())}
        picture = illustration(self).figure
        if picture is not None:
            shown["image/png"] = b64encode(picture.png(ZOOM)).decode("ascii")
        return shown


def tag(
    text: str, published: date | str | Inferred | None = None, language: str = "en", style: str = "news"
) -> list[Resolution]:
    """The time expressions of a text, each placed on the calendar with its reasons.

    `published` is the publication date, a date or its ISO 8601 form; without it only what the text
    itself fixes is placed. `style` is "news" or "narrative". What `infer` gives may be the date as well.

    >>> [(found.expression.text, found.value.value) for found in tag("They met last week.", "2015-08-14")]
    [('last week', '2015-W32')]

    Raises:
        UsageError: `published` is no ISO 8601 date, or the style is not known.
        LocaleError: nobody knows the language.
    """
    if style not in STYLES:
        raise UsageError(f'no style "{style}"', remedy=f"use one of {', '.join(STYLES)}")
    locale = load_locale(language)
    reason = published.why if isinstance(published, Inferred) else ""
    day = published.published if isinstance(published, Inferred) else published
    return resolve(text, tag_expressions(text, locale, style), _wall_clock(day), locale, style, reason)


def infer(text: str, language: str = "en", style: str = "news", url: str = "") -> Inferred | None:
    """The publication date that a text or its address tells by itself, with the reason; None where none is sure.

    >>> found = infer("LAKEVIEW, August 14, 2015 - The dam failed on Thursday.")
    >>> found.published, found.reason
    (datetime.date(2015, 8, 14), 'its dateline gives “August 14, 2015”')

    Raises:
        LocaleError: nobody knows the language.
    """
    found = infer_published(read_prose(text), load_locale(language), url, style)
    return found if isinstance(found, Inferred) else None


def build(
    content: Path | str = "content",
    settings: ContentSettings | None = None,
    title: str = "",
    corrections: Path | str | None = None,
) -> Timeline:
    """The timeline of all articles below a folder, with the corrections of that file.

    Articles that cannot be read are in its `skipped`, corrections that do not apply in its `problems`,
    each with path, line and reason.

    Raises:
        UsageError: there is no such folder.
        CorrectionError: there is no such file of corrections, or it is no list in plain YAML.
    """
    folder = Path(content)
    if not folder.is_dir():
        raise UsageError(f'no folder "{folder}"', remedy="give the folder that holds the articles")
    built = build_timeline(folder, settings, title, None if corrections is None else Path(corrections))
    return Timeline(**{each.name: getattr(built, each.name) for each in fields(built) if each.init})


def _wording(locale: str) -> Wording:
    try:
        return load_wording(locale)
    except LookupError:
        raise UsageError(f"no dates in {quoted(locale)}", remedy=f"use one of {', '.join(languages())}") from None


def _wall_clock(published: date | str | None) -> datetime | None:
    if isinstance(published, str):
        try:
            return datetime.fromisoformat(published)
        except ValueError:
            raise UsageError(f'"{published}" is no date', remedy="write it as 2015-08-14") from None
    if isinstance(published, date) and not isinstance(published, datetime):
        return datetime(published.year, published.month, published.day)
    return published
