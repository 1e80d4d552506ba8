"""The timeline as a picture: SVG, and that with fonts as PNG or PDF.

Pure functions: a timeline becomes items, these a frozen layout, that a text. The same timeline gives the same
bytes. The events that matter most are named, no two labels overlap, and all others are counted.

- `sizes`: how large pictures and letters are; `measuring`: how wide a text is
- `scale`: which moment stands where, long stretches of nothing cut out; `axis`: what is written below it
- `layout`: where everything stands; `drawing`: that as SVG
- `fonts`: which fonts are there, and whether they have every letter; `figure`: SVG with them, as PNG or PDF
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

from timeline.colors import SCHEMES, Colors
from timeline.date_words import DateWords
from timeline.errors import Incomplete, UsageError
from timeline.extras import require
from timeline.merging import Event, Timeline
from timeline.picture.drawing import Heading, draw
from timeline.picture.figure import LIBRARIES, Figure, figure_of, words_in
from timeline.picture.fonts import REMEDY, fonts_for, told_missing
from timeline.picture.layout import Item, Layout, in_turn, layout_of
from timeline.picture.sizes import CONSIDERED, SIZES, Size
from timeline.selection_words import told_count, told_wishes
from timeline.temporal.calendar import civil
from timeline.temporal.interval import Interval
from timeline.wording import IN_ENGLISH, Wording, counted, phrase

__all__ = [
    "LIBRARIES",
    "ZOOM",
    "Figure",
    "Illustration",
    "Item",
    "Layout",
    "drawable",
    "figure",
    "illustration",
    "items_of",
    "layout_of",
    "to_png",
    "to_svg",
]

ZOOM = 2.0
"""How many dots of a PNG stand for one of the picture, so that it is sharp in print."""
_NAMELESS: Final = counted(
    "%(number)s event is counted in the picture and not named: %(why)s",
    "%(number)s events are counted in the picture and not named: %(why)s",
)
_ALL: Mapping[str, str] = MappingProxyType({})


def to_svg(
    timeline: Timeline,
    *,
    size: str = "page",
    colors: Colors | str = "light",
    wording: Wording = IN_ENGLISH,
    addresses: Mapping[str, str] = _ALL,
    without: frozenset[str] = frozenset(),
) -> str:
    """The timeline as SVG, `size` "page" or "slide"; events lead to the `addresses` that their ids have.

    An event whose words have a letter that it is `without` is counted and not named.

    Raises:
        UsageError: there is no such size, or no such scheme of colours.
    """
    items, others = items_of(timeline.events, DateWords(wording), without)
    heading = _heading(timeline, wording)
    layout = layout_of(items, size_of(size), wording, len(heading.rows), others)
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
    return figure_of(svg, _alternative(timeline, wording), fonts)


def _alternative(timeline: Timeline, wording: Wording) -> str:
    """What is told to those who do not see the picture."""
    heading = _heading(timeline, wording)
    return ": ".join(filter(None, (heading.title, heading.subtitle)))


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture as far as it can be drawn here."""

    figure: Figure | None = None
    """None where it cannot be drawn, or where there is nothing to draw."""
    lacking: str = ""
    """What it lacks and why, or why there is none; empty where it is whole."""


def illustration(timeline: Timeline, wording: Wording = IN_ENGLISH) -> Illustration:
    """The picture for a document, which says its title and what the picture lacks; who writes it is warned of that."""
    shown = drawable(replace(timeline, title=""), wording=wording)
    if shown.lacking:
        warnings.warn(Incomplete(shown.lacking), stacklevel=2)
    return shown


def drawable(
    timeline: Timeline, *, size: str = "page", colors: Colors | str = "light", wording: Wording = IN_ENGLISH
) -> Illustration:
    """The picture as far as it can be drawn: events for whose letters there is no font are counted, not named.

    Raises:
        UsageError: as `to_svg`.
    """
    if not timeline.events:
        return Illustration()
    drawn = partial(to_svg, timeline, size=size, colors=colors, wording=wording)
    svg = drawn()
    try:
        require("report", "a picture cannot be drawn", *LIBRARIES)
        # Of all of them: where some are not named there is room for others.
        missing = fonts_for(words_in(svg) + "".join(event.headline for event in timeline.events))[1]
        svg = drawn(without=missing) if missing else svg
        shown = figure_of(svg, _alternative(timeline, wording))
    except UsageError as error:
        return Illustration(lacking=wording.tell(phrase("Without its picture: %(why)s", why=str(error))))
    if not missing:
        return Illustration(shown)
    number = sum(_lacks(event, missing) for event in timeline.events)
    why = f"{told_missing(missing)}; {REMEDY}"
    return Illustration(shown, wording.tell(_NAMELESS.times(number, number=number, why=why)))


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


def items_of(
    events: Iterable[Event], words: DateWords, without: frozenset[str] = frozenset()
) -> tuple[list[Item], list[Interval]]:
    """The events that a picture may name, and when those are that it only counts."""
    told = [(event.when.interval, event) for event in events if event.when.interval is not None]
    able = [each for each in told if not _lacks(each[1], without)] if without else told
    # Few events of many may be named: how many sources the others have is not asked, nor are they dated in words.
    least = sorted([event.salience for _, event in able], reverse=True)[:CONSIDERED]
    waiting = [(_item(event, interval), event) for interval, event in able if event.salience >= least[-1]]
    first = sorted(waiting, key=lambda each: in_turn(each[0]))[:CONSIDERED]
    named = {item.id for item, _ in first}
    return (
        [replace(item, when=_dated(event, words)) for item, event in first],
        [interval for interval, event in told if event.id not in named],
    )


def _item(event: Event, interval: Interval) -> Item:
    """An event that is not dated in words yet."""
    return Item(
        id=event.id,
        interval=interval,
        when="",
        headline=" ".join(event.headline.split()),
        salience=event.salience,
        sources=len({mention.article for mention in event.mentions}),
        certainty=event.certainty.value,
    )


def _dated(event: Event, words: DateWords) -> str:
    return "".join(piece.text for piece in words.pieces(event.hedged, weekday=False))


def _lacks(event: Event, letters: frozenset[str]) -> bool:
    """Whether an event is told with one of the letters."""
    return not letters.isdisjoint(event.headline)


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
    days = [event.when.interval.first_day for event in timeline.events if event.when.interval is not None]
    first, last = (words.year(civil(day)[0]) for day in (min(days), max(days))) if days else ("", "")
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
