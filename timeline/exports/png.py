"""The timeline as a picture for whatever shows no SVG."""

from __future__ import annotations

from timeline.merging import Timeline
from timeline.picture import LIBRARIES
from timeline.picture import to_png as picture_of
from timeline.published import NOWHERE, Site

__all__ = ["LIBRARIES", "to_png", "to_slide_png"]


def to_png(timeline: Timeline, site: Site = NOWHERE) -> bytes:
    """A picture as wide as a page's text, twice as many dots (PNG)."""
    return picture_of(timeline, wording=site.wording)


def to_slide_png(timeline: Timeline, site: Site = NOWHERE) -> bytes:
    """A picture for a slide, 16:9, twice as many dots (PNG)."""
    return picture_of(timeline, size="slide", wording=site.wording)
