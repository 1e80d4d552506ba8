"""The timeline as a picture that stays sharp at any size."""

from __future__ import annotations

from timeline.merging import Timeline
from timeline.picture import to_svg as picture_of


def to_svg(timeline: Timeline) -> str:
    """A picture as wide as a page's text (SVG)."""
    return picture_of(timeline)


def to_slide_svg(timeline: Timeline) -> str:
    """A picture for a slide, 16:9 (SVG)."""
    return picture_of(timeline, size="slide")
