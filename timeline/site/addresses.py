"""Where pages stand in the site."""

from __future__ import annotations

from timeline.slugs import file_name

HOME = "index.html"
ARTICLES = "articles/index.html"
UNDATED = "date-unknown.html"
METHOD = "how-dates-were-resolved.html"
NOT_FOUND = "404.html"
DATA = "timeline.json"
SCHEMA = "timeline.schema.json"
SITEMAP = "sitemap.xml"
ANYWHERE = ("../", "", "../../")
"""From a page whose place is not known, where the root of the site may be; the likeliest first."""
EMBEDS = "embed"
"""The folder of what is made for other people's pages."""


def is_page(address: str) -> bool:
    """Whether a page of the site stands there: no file of data, and none that is made for other people's pages.

    >>> is_page("years/2015.html"), is_page("embed/years/2015.html")
    (True, False)
    """
    return address.endswith(".html") and not address.startswith(f"{EMBEDS}/")


def article_address(article: str) -> str:
    """The page of an article, from its id: readable, and another for every id.

    >>> article_address("syria/moscow-talks")
    'articles/syria-moscow-talks-5c29243d.html'
    """
    return f"articles/{file_name(article)}.html"


def event_address(event: str) -> str:
    """The page of an event that is told too often for its card."""
    return f"events/{event}.html"


def part_address(whole: str, key: str) -> str:
    """The page of a part of what begins at an address: of a year, a month, a day.

    >>> part_address("index.html", "2015-08"), part_address("topics/comet.html", "2015"), part_address("index.html", "")
    ('years/2015-08.html', 'topics/comet/2015.html', 'index.html')
    """
    if not key:
        return whole
    folder = {HOME: "years", ARTICLES: "articles/of"}.get(whole) or whole.removesuffix(".html")
    return f"{folder}/{key}.html"


def year_code(year: int) -> str:
    """The year in at least four digits, as ISO 8601 writes it.

    >>> year_code(476), year_code(-43)
    ('0476', '-0043')
    """
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def root_of(address: str) -> str:
    """What leads from a page back to the root of the site.

    >>> root_of("index.html"), root_of("articles/talks.html")
    ('', '../')
    """
    return "../" * address.count("/")
