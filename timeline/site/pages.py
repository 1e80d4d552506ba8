"""Every page of the site, from the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import starmap
from typing import NamedTuple

import jinja2

from timeline.exports import atom, json_document, json_feed
from timeline.merging import Timeline
from timeline.published import Site
from timeline.site.addresses import DATA, NOT_FOUND, SCHEMA, is_page
from timeline.site.data import data_of
from timeline.site.frame import Frame
from timeline.site.sheets import Sheet, made, mark_of
from timeline.site.sitemap import sitemap
from timeline.site.snippets import OEMBED, oembed_of
from timeline.site.writer import Writer
from timeline.store.database import Store
from timeline.web_addresses import web_address


class Page(NamedTuple):
    """A file of the site: its address from the root, and what it holds."""

    address: str
    text: str
    picture: bytes = b""
    """What it holds where that is no text."""


def site_pages(timeline: Timeline, frame: Frame, environment: jinja2.Environment) -> Iterator[Page]:
    """The files of `site_sheets`, made."""
    return map(make, site_sheets(timeline, frame, environment))


def make(sheet: Sheet) -> Page:
    """A file with its text."""
    text = sheet.make()
    if isinstance(text, bytes) and sheet.address.endswith(".png"):
        return Page(sheet.address, "", text)
    return Page(sheet.address, text if isinstance(text, str) else text.decode())


def site_sheets(
    timeline: Timeline, frame: Frame, environment: jinja2.Environment, store: Store | None = None
) -> Iterator[Sheet]:
    """The pages of the timeline, its data and, where the site's address is known, its feeds and the map of the site.

    What is made for a part of a file is kept in the store.
    """
    writer = Writer(timeline, frame, environment, store or Store())
    addresses = []
    for sheet in writer.sheets():
        if is_page(sheet.address) and sheet.address != NOT_FOUND:
            addresses.append(sheet.address)
        yield sheet
    yield Sheet(
        DATA,
        mark_of(writer.everything, timeline.title, timeline.problems),
        partial(data_of, timeline, writer.event_marks, writer.article_marks, writer.store),
    )
    yield made(SCHEMA, json_document.to_json_schema(timeline))
    if frame.url:
        yield made(OEMBED, oembed_of(frame))
        published = Site(frame.url, frame.description, writer.places, frame.wording)
        yield made(atom.ADDRESS, atom.to_atom(timeline, published))
        yield made(json_feed.ADDRESS, json_feed.to_json_feed(timeline, published))
        yield from starmap(made, sitemap(frame.url, [*addresses, *(each.address for each in frame.documents)]))


def bad_addresses(timeline: Timeline) -> list[str]:
    """Which articles name an address that no reader may follow, each in a line."""
    return [
        f'{article.path}: url "{article.url}" is not a web address, so it is shown and leads nowhere; '
        "write the whole of it, with https:// and without a password"
        for article in timeline.articles
        if article.url and web_address(article.url) is None
    ]
