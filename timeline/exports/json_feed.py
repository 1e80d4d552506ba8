"""JSON Feed 1.1: the same as Atom says, for programs that would rather read JSON."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from timeline.feeds import Entry, feed_of
from timeline.merging import Timeline
from timeline.published import NOWHERE, Site

ADDRESS = "feed.json"
"""Where it stands in a site."""

VERSION = "https://jsonfeed.org/version/1.1"


class Author(msgspec.Struct, frozen=True):
    """Who made the feed."""

    name: str


class Item(msgspec.Struct, frozen=True):
    """One event."""

    id: str
    title: str
    content_html: str
    date_published: str
    date_modified: str
    language: str
    url: str | UnsetType = UNSET
    external_url: str | UnsetType = UNSET
    """The newest article's own address."""
    tags: tuple[str, ...] | UnsetType = UNSET


class Feed(msgspec.Struct, frozen=True):
    """The whole feed."""

    version: str
    title: str
    authors: tuple[Author, ...]
    items: tuple[Item, ...]
    home_page_url: str | UnsetType = UNSET
    feed_url: str | UnsetType = UNSET
    description: str | UnsetType = UNSET


def to_json_feed(timeline: Timeline, site: Site = NOWHERE) -> str:
    """JSON Feed 1.1, for feed readers: the events by the newest article that tells them."""
    feed = feed_of(timeline, site)
    written = Feed(
        version=VERSION,
        title=feed.title,
        authors=(Author(feed.title),),
        items=tuple(_item(entry) for entry in feed.entries),
        home_page_url=site.address or UNSET,
        feed_url=site.page(ADDRESS) if feed.followed else UNSET,
        description=feed.about or UNSET,
    )
    return msgspec.json.encode(written).decode()


def _item(entry: Entry) -> Item:
    return Item(
        id=entry.id,
        title=entry.title,
        content_html=entry.html,
        date_published=entry.published,
        date_modified=entry.updated,
        language=entry.language,
        url=entry.url or UNSET,
        external_url=entry.originals[0] if entry.originals else UNSET,
        tags=entry.topics or UNSET,
    )
