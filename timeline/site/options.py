"""The options of the plugin."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from timeline.articles import ContentSettings
from timeline.errors import UsageError
from timeline.publication_dates import DATE_ORDERS
from timeline.styles import STYLES
from timeline.wording import Wording, languages, load_wording

DEFAULT_CORRECTIONS = "corrections.yml"
_USUAL = ContentSettings()


class TimelineConfig(Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say below `plugins: - timeline:`."""

    content_dir = c.Type(str, default="content")
    """The folder of articles, beside `mkdocs.yml`."""
    title = c.Type(str, default="")
    """The timeline's title; else MkDocs' `site_name`."""
    language = c.Type(str, default="en")
    """Language of the articles that name none."""
    locale = c.Optional(c.Type(str))
    """Language of the pages themselves ("de"); else the `locale` of MkDocs' theme, which is English."""
    style = c.Choice(STYLES, default="news")
    """How articles that do not say so are read: `news` looks back from the day of publication,
    `narrative` follows the dates of its own story."""
    timezone = c.Optional(c.Type(str))
    """The desk's time zone ("Europe/Vienna"), into which publication times with a zone are turned."""
    date_order = c.Optional(c.Choice(DATE_ORDERS))
    """How 03/04/2015 is to be read in front matter; without it such a date is refused."""
    size_limit = c.Type(int, default=_USUAL.size_limit)
    """Bytes of the largest article that is read."""
    expression_limit = c.Type(int, default=_USUAL.expression_limit)
    """Time expressions of the longest article that is read."""
    publish = c.Type(dict, default={})
    """By `source`, how much of an article the site may show: `full`, `excerpt` or `quotes`; under
    `default` what holds for all others."""
    corrections = c.Optional(c.Type(str))
    """The editors' file of corrections, beside `mkdocs.yml`; `corrections.yml` if there is one."""
    colors = c.Type(dict, default={})
    """Below `light` and `dark`, colours by what they are for, in hexadecimal."""
    fonts = c.Type(dict, default={})
    """Families for `text` and `headings`, and the `files` that some of them need."""
    logo = c.Optional(c.Type(str))
    """A picture beside the site's name."""
    favicon = c.Optional(c.Type(str))
    """A picture for the tab of a browser."""
    report = c.Optional(c.URL())
    """Where readers can report an error; else MkDocs' `repo_url`."""
    events_per_page = c.Type(int, default=500)
    """Above so many events each year has a page of its own, above so many in a year each month, and so on."""


def settings_of(options: TimelineConfig) -> ContentSettings:
    """How articles are read that do not say it themselves."""
    return ContentSettings(
        language=options.language,
        style=options.style,
        timezone=options.timezone,
        date_order=options.date_order,
        publish=options.publish,
        size_limit=options.size_limit,
        expression_limit=options.expression_limit,
    )


def wording_of(locale: str) -> Wording:
    """The words of the pages for the `locale` of the theme.

    Raises:
        UsageError: there is no catalogue of that language.
    """
    try:
        return load_wording(locale)
    except LookupError:
        known = ", ".join(languages())
        raise UsageError(f'no pages in the language "{locale}"', remedy=f"set locale to one of {known}") from None
