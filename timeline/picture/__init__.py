"""The timeline as a picture: SVG, and that with fonts as PNG or PDF.

Pure functions: a timeline becomes items, these a frozen layout, that a text. The same timeline gives the same
bytes. The events that matter most are named, no two labels overlap, and all others are counted.

- `sizes`: how large pictures and letters are; `measuring`: how wide a text is
- `scale`: which moment stands where, long stretches of nothing cut out; `axis`: what is written below it
- `layout`: where everything stands; `drawing`: that as SVG
- `fonts`: which fonts are there, and whether they have every letter; `figure`: SVG with them, as PNG or PDF
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from timeline.colors import SCHEMES, Colors
from timeline.date_words import DateWords
from timeline.errors import UsageError
from timeline.extras import require
from timeline.merging import Event, Timeline
from timeline.picture.drawing import Heading, draw
from timeline.picture.figure import LIBRARIES, Figure, figure_of
from timeline.picture.layout import Item, Layout, layout_of
from timeline.picture.sizes import CONSIDERED, SIZES, Size
from timeline.selection_words import told_count, told_wishes
from timeline.wording import IN_ENGLISH, Wording, phrase

__all__ = [
    "LIBRARIES",
    "ZOOM",
    "Figure",
    "Item",
    "Layout",
    "figure",
    "illustration",
    "items_of",
    "layout_of",
    "to_png",
    "to_svg",
]

ZOOM = 2.0
"""How many dots of a PNG stand for one of the picture, so that it is sharp in print."""
_ALL: Mapping[str, str] = MappingProxyType({})


def to_svg(
    timeline: Timeline,
    *,
    size: str = "page",
    colors: Colors | str = "light",
    wording: Wording = IN_ENGLISH,
    addresses: Mapping[str, str] = _ALL,
) -> str:
    """The timeline as SVG, `size` "page" or "slide"; events lead to the `addresses` that their ids have.

    Raises:
        UsageError: there is no such size, or no such scheme of colours.
    """
    items = items_of(timeline.events, DateWords(wording))
    heading = _heading(timeline, wording)
    layout = layout_of(items, size_of(size), wording, len(heading.rows))
    return draw(layout, heading, _colors(colors), wording, addresses)


def figure(
    timeline: Timeline,
    *,
    size: str = "page",
    colors: Colors | str = "light",
    wording: Wording = IN_ENGLISH,
    fonts: Sequence[Path] | None = None,
) -> Figure:
    """The timeline with fonts to draw it with; `fonts` are folders of them in place of the system's.

    Raises:
        UsageError: what draws it is not installed, or no font has its letters; or as `to_svg`.
    """
    require("report", "a picture cannot be drawn", *LIBRARIES)
    svg = to_svg(timeline, size=size, colors=colors, wording=wording)
    heading = _heading(timeline, wording)
    told = ": ".join(filter(None, (heading.title, heading.subtitle)))
    return figure_of(svg, told, fonts)


def illustration(timeline: Timeline, wording: Wording = IN_ENGLISH) -> Figure | str:
    """The picture for a document, which has its title, or in words why it has none; "" where there is nothing to draw."""
    if not timeline.events:
        return ""
    try:
        return figure(replace(timeline, title=""), wording=wording)
    except UsageError as error:
        return wording.tell(phrase("Without its picture: %(why)s", why=str(error)))


def to_png(
    timeline: Timeline,
    *,
    size: str = "page",
    colors: Colors | str = "light",
    wording: Wording = IN_ENGLISH,
    zoom: float = ZOOM,
    fonts: Sequence[Path] | None = None,
) -> bytes:
    """The timeline as PNG, twice as large.

    Raises:
        UsageError: as `figure`.
    """
    return figure(timeline, size=size, colors=colors, wording=wording, fonts=fonts).png(zoom)


def items_of(events: Iterable[Event], words: DateWords) -> list[Item]:
    """The events as a picture shows them; those that are only counted are not dated in words."""
    told = [event for event in events if event.when.interval is not None]
    named = {event.id for event in sorted(told, key=lambda event: (-event.salience, event.id))[: 2 * CONSIDERED]}
    return [
        Item(
            id=event.id,
            interval=event.when.interval,
            when="".join(piece.text for piece in words.pieces(event.hedged, weekday=False))
            if event.id in named
            else "",
            headline=" ".join(event.headline.split()),
            salience=event.salience,
            sources=len({mention.article for mention in event.mentions}),
            certainty=event.certainty.value,
        )
        for event in told
        if event.when.interval is not None
    ]


def size_of(name: str) -> Size:
    """A size by its name.

    Raises:
        UsageError: there is no such size.
    """
    if name not in SIZES:
        raise UsageError(f'no size "{name}" for a picture', remedy=f"use one of {', '.join(SIZES)}")
    return SIZES[name]


def _colors(colors: Colors | str) -> Colors:
    if not isinstance(colors, str):
        return colors
    if colors not in SCHEMES:
        raise UsageError(f'no colours "{colors}"', remedy=f"use one of {', '.join(SCHEMES)}")
    return SCHEMES[colors]


def _heading(timeline: Timeline, wording: Wording) -> Heading:
    words = DateWords(wording)
    years = [event.year for event in timeline.events]
    first, last = (words.year(min(years)), words.year(max(years))) if years else ("", "")
    newest = max((article.published.date() for article in timeline.articles), default=None)
    as_of = (
        ""
        if newest is None
        else wording.tell(phrase("as of %(day)s", day=words.day(newest.year, newest.month, newest.day)))
    )
    return Heading(
        title=timeline.title,
        count=told_count(timeline, wording),
        span=first if first == last else f"{first} – {last}",
        as_of=as_of,
        part=told_wishes(timeline.asked, words) if timeline.title else "",
    )
