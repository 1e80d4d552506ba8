"""Atom (RFC 4287): what feed readers follow."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from timeline.feeds import Entry, feed_of
from timeline.merging import Timeline
from timeline.published import NOWHERE, Site
from timeline.xml_text import xml_text

ADDRESS = "feed.xml"
"""Where it stands in a site."""

_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "xml:lang"


def to_atom(timeline: Timeline, site: Site = NOWHERE) -> str:
    """Atom feed, for feed readers: the events by the newest article that tells them."""
    feed = feed_of(timeline, site)
    root = Element("feed", xmlns=_ATOM)
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    if feed.about:
        _add(root, "subtitle", feed.about)
    _add(root, "updated", feed.updated)
    _add(_add(root, "author"), "name", feed.title)
    if feed.followed:
        _add(root, "link", rel="self", type="application/atom+xml", href=site.page(ADDRESS))
    if site.address:
        _add(root, "link", rel="alternate", type="text/html", href=site.address)
    for entry in feed.entries:
        _add_entry(root, entry)
    indent(root, space="")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _add_entry(root: Element, entry: Entry) -> None:
    element = _add(root, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title).set(_LANGUAGE, entry.language)
    _add(element, "published", entry.published)
    _add(element, "updated", entry.updated)
    if entry.url:
        _add(element, "link", rel="alternate", type="text/html", href=entry.url)
    for address in entry.originals:
        _add(element, "link", rel="via", href=address)
    for topic in entry.topics:
        _add(element, "category", term=topic)
    _add(element, "content", entry.html, type="html")


def _add(parent: Element, name: str, words: str | None = None, **attributes: str) -> Element:
    safe = {key: xml_text(value) for key, value in attributes.items()}
    element = SubElement(parent, name, safe)
    element.text = None if words is None else xml_text(words)
    return element
