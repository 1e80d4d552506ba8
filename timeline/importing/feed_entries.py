"""The entries of a feed: RSS or Atom, as feedparser reads them."""

from __future__ import annotations

from email.utils import parsedate_to_datetime

from timeline.errors import ArticleError, TimelineError
from timeline.importing.found import Found, as_text, read_record


def read_feed(data: bytes, place: str, key: str = "") -> list[Found]:
    """The articles of a feed."""
    import feedparser

    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version"):
        return [ArticleError("is no feed", path=place, remedy="give the address of an RSS or Atom feed")]
    head = feed.get("feed", {})
    defaults = {"source": as_text(head.get("title")), "language": as_text(head.get("language"))}
    found: list[Found] = []
    for number, entry in enumerate(feed.entries, 1):
        where = f"{place}: entry {number}"
        content = [as_text(part.get("value"), lines=True) for part in entry.get("content", ())]
        values = {
            "title": entry.get("title"),
            "date": _date(entry),
            "language": next((part.get("language") for part in entry.get("content", ()) if part.get("language")), ""),
            "url": entry.get("link"),
            "id": entry.get("id"),
            "author": [part.get("name") for part in entry.get("authors", ()) if part.get("name")],
            "tags": [tag.get("term") for tag in entry.get("tags", ()) if tag.get("term")],
            "source": as_text(entry.get("source", {}).get("title")) if entry.get("source") else "",
            "text": max([*content, as_text(entry.get("summary"), lines=True)], key=len),
        }
        if not values["text"]:
            found.append(ArticleError("has no text", path=where, remedy="add its own page, or fetch the feed anew"))
            continue
        try:
            found.append(read_record(values, where, key, defaults=defaults))
        except TimelineError as error:
            found.append(error)
    return found


def _date(entry: dict[str, object]) -> str:
    """The date of an entry, with the zone it was written in."""
    written = as_text(entry.get("published") or entry.get("updated") or entry.get("created"))
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return written
