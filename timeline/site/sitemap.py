"""The map of the site for search engines, after sitemaps.org's protocol 0.9."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urljoin

from markupsafe import Markup

from timeline.site.addresses import SITEMAP

MOST = 50_000
"""So many addresses may stand in one file; of more, the map names the files that hold them."""


def sitemap(url: str, addresses: Sequence[str], most: int = MOST) -> Iterator[tuple[str, str]]:
    """The files of the map, each with its address; sorted, and without days that a clock would give.

    >>> [address for address, text in sitemap("https://example.org/", ["a.html", "b.html", "c.html"], most=2)]
    ['sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml']
    """
    names = sorted(addresses)
    if len(names) <= most:
        yield SITEMAP, _listed("urlset", "url", url, names)
        return
    files: list[str] = []
    for start in range(0, len(names), most):
        files.append(SITEMAP.replace(".", f"-{len(files) + 1}."))
        yield files[-1], _listed("urlset", "url", url, names[start : start + most])
    yield SITEMAP, _listed("sitemapindex", "sitemap", url, files)


def _listed(whole: str, each: str, url: str, addresses: Sequence[str]) -> str:
    entries = "".join(f"<{each}><loc>{Markup.escape(urljoin(url, address))}</loc></{each}>\n" for address in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<{whole} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</{whole}>\n'
    )
