"""The timeline as a picture for whatever shows no SVG."""

from __future__ import annotations

from timeline.merging import Timeline
from timeline.picture import to_png as picture_of


def to_png(timeline: Timeline) -> bytes:
    """A picture as wide as a page's text, twice as many dots (PNG; needs event-timeline[report])."""
    return picture_of(timeline)


def to_slide_png(timeline: Timeline) -> bytes:
    """A picture for a slide, 16:9, twice as many dots (PNG; needs event-timeline[report])."""
    return picture_of(timeline, size="slide")
