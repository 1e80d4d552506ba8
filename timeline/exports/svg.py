"""The timeline as a picture that stays sharp at any size."""

from __future__ import annotations

from timeline.merging import Timeline
from timeline.picture import to_svg as picture_of
from timeline.published import NOWHERE, Site


def to_svg(timeline: Timeline, site: Site = NOWHERE) -> str:
    """A picture as wide as a page's text (SVG)."""
    return picture_of(timeline, wording=site.wording, addresses=_addresses(timeline, site))


def to_slide_svg(timeline: Timeline, site: Site = NOWHERE) -> str:
    """A picture for a slide, 16:9 (SVG)."""
    return picture_of(timeline, size="slide", wording=site.wording, addresses=_addresses(timeline, site))


def _addresses(timeline: Timeline, site: Site) -> dict[str, str]:
    """Where the events lead, if the site has an address."""
    return {event.id: site.event(event.id) for event in timeline.events} if site.address else {}
