"""Where pages stand in the site."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

HOME = "index.html"
METHOD = "how-dates-were-resolved.html"
NOT_FOUND = "404.html"
DATA = "timeline.json"
SITEMAP = "sitemap.xml"


def article_address(article: str) -> str:
    """The page of an article, from its id: readable, and another for every id.

    Ids that differ in case or in Unicode form alone get pages of their own, which no file system
    takes for one.

    >>> article_address("syria/moscow-talks")
    'articles/syria-moscow-talks-5c29243d.html'
    """
    plain = unicodedata.normalize("NFKD", article).encode("ascii", "ignore").decode().lower()
    readable = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    distinct = blake2b(article.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"articles/{readable}-{distinct}.html" if readable else f"articles/{distinct}.html"


def year_address(year: int) -> str:
    """The page of an astronomical year.

    >>> year_address(2015), year_address(-43)
    ('years/2015.html', 'years/-0043.html')
    """
    return f"years/{year_code(year)}.html"


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
