"""Where pages stand in the site."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

HOME = "index.html"
ARTICLES = "articles/index.html"
UNDATED = "date-unknown.html"
METHOD = "how-dates-were-resolved.html"
NOT_FOUND = "404.html"
DATA = "timeline.json"
SITEMAP = "sitemap.xml"


def article_address(article: str) -> str:
    """The page of an article, from its id: readable, and another for every id.

    >>> article_address("syria/moscow-talks")
    'articles/syria-moscow-talks-5c29243d.html'
    """
    return f"articles/{file_name(article)}.html"


def event_address(event: str) -> str:
    """The page of an event that is told too often for its card."""
    return f"events/{event}.html"


def file_name(name: str) -> str:
    """A name as a file's, without its ending: readable, and another for every name.

    Names that differ in case or in Unicode form alone get files of their own, which no file system
    takes for one.

    >>> file_name("Côte d'Ivoire"), file_name("上海")
    ('cote-d-ivoire-d1e7a51d', '4d8c59d3')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    readable = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    distinct = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{readable}-{distinct}" if readable else distinct


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
