"""A layout as SVG. Colours are attributes, since not every reader of SVG knows styles; there is no id, so that several
pictures can stand in one page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from timeline.colors import Colors
from timeline.picture.axis import LETTERS
from timeline.picture.layout import DOT, ROW, Label, Layout
from timeline.picture.measuring import BOLD, ELLIPSIS, shortened, width_of
from timeline.picture.sizes import MARK_ROW
from timeline.temporal.timex import Certainty
from timeline.wording import Wording, counted, figure, phrase
from timeline.xml_text import xml_text

FAMILIES: Final = "Liberation Sans, Arimo, Arial, Helvetica, sans-serif"
TOLD: Final = 160
"""So many characters of a headline are told where it is not drawn whole."""
_TOKENS: Final = {Certainty.EXACT: "accent", Certainty.INFERRED: "inferred", Certainty.VAGUE: "vague"}
_RLM: Final = "\u200f"
"""Seen nowhere: it keeps the ends of a line on their side that is written from right to left."""

_MORE = counted("+%(number)s more, counted in the columns", "+%(number)s more, counted in the columns")
_NAMELESS = counted("+%(number)s more", "+%(number)s more")
"""Where there are too few events for columns."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What is said above a picture."""

    title: str
    count: str
    """How many events there are, of how many where it is a part."""
    span: str
    """From when to when."""
    as_of: str
    """Of when the newest article is."""
    part: str = ""
    """Which part it is; empty where it is the whole, or where that is said beside the picture."""

    @property
    def subtitle(self) -> str:
        """How many events there are, from when to when, and as of when."""
        return " · ".join(filter(None, (self.count, self.span, self.as_of)))

    @property
    def rows(self) -> tuple[str, ...]:
        """What stands below the title, a line each."""
        return tuple(filter(None, (self.part, self.subtitle)))


def draw(layout: Layout, heading: Heading, colors: Colors, wording: Wording, addresses: Mapping[str, str]) -> str:
    """The picture; events that have an address lead there."""
    width, height = _number(layout.width), _number(layout.height)
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
            f'role="img" font-family="{FAMILIES}" lang="{wording.language}">',
            f"<title>{_text(heading.title)}</title>",
            f"<desc>{_text('. '.join((*heading.rows, _told(layout))))}</desc>",
            f'<rect width="{width}" height="{height}" fill="{colors["page"]}"/>',
            *_heading(layout, heading, colors),
            *_stems(layout, colors),
            *_axis(layout, colors),
            *_columns(layout, colors, wording),
            *(line for label in layout.labels for line in _label(label, layout, colors, addresses)),
            *_foot(layout, colors, wording),
            "</svg>\n",
        )
    )


def _told(layout: Layout) -> str:
    """The events that are named, for those who do not see them."""
    return " ".join(f"{label.item.when}: {label.item.headline[:TOLD]}." for label in layout.labels)


def _heading(layout: Layout, heading: Heading, colors: Colors) -> Iterator[str]:
    title, large, small = heading.title, 18 * layout.letters, 12 * layout.letters
    room = layout.width - 2 * layout.margin
    x = _number(layout.margin)
    if title:
        yield (
            f'<text x="{x}" y="{_number(28 * layout.letters)}" font-size="{_number(large)}" font-weight="bold" '
            f'fill="{colors["text"]}">{_line(shortened(title, large * BOLD, room))}</text>'
        )
    for number, words in enumerate(heading.rows):
        y = _number(((47 if title else 28) + number * ROW) * layout.letters)
        yield (
            f'<text x="{x}" y="{y}" font-size="{_number(small)}" fill="{colors["muted"]}">'
            f"{_line(shortened(words, small, room))}</text>"
        )


def _stems(layout: Layout, colors: Colors) -> Iterator[str]:
    """From each mark down to the axis; labels that stand in the way cover them."""
    tops: dict[float, float] = {}
    for label in layout.labels:
        x = round(label.start, 1)
        tops[x] = min(label.box.top + DOT, tops.get(x, layout.axis))
    if tops:
        lines = "".join(f"M{_number(x)} {_number(top)}V{_number(layout.axis)}" for x, top in sorted(tops.items()))
        yield f'<path d="{lines}" stroke="{colors["hairline"]}" fill="none"/>'


def _axis(layout: Layout, colors: Colors) -> Iterator[str]:
    size = LETTERS * layout.letters
    lines = "".join(f"M{_number(left)} {_number(layout.axis)}H{_number(right)}" for left, right in layout.spans)
    lines += "".join(f"M{_number(tick.x)} {_number(layout.axis)}v{5 if tick.name else 3}" for tick in layout.ticks)
    yield f'<path d="{lines}" stroke="{colors["muted"]}" fill="none"/>'
    yield f'<g font-size="{_number(size)}" fill="{colors["muted"]}">'
    for tick in layout.ticks:
        for row, words in enumerate((tick.name, tick.part_of), start=1):
            if words:
                y = layout.axis + 4 + row * size * 1.25
                yield f'<text x="{_number(tick.left)}" y="{_number(y)}">{_text(words)}</text>'
    for cut in layout.cuts:
        middle = (cut.left + cut.right) / 2
        yield (
            f'<path d="M{_number(cut.left)} {_number(layout.axis)}H{_number(cut.right)}" stroke="{colors["muted"]}" '
            'stroke-dasharray="1 4" fill="none"/>'
        )
        yield (
            f'<path d="M{_number(middle - 6)} {_number(layout.axis + 6)}l6 -12m4 0l-6 12" stroke="{colors["muted"]}" '
            'stroke-width="1.5" fill="none"/>'
        )
        words = shortened(cut.told, size, cut.right - cut.left)
        left = middle - width_of(words, size) / 2
        yield f'<text x="{_number(left)}" y="{_number(layout.axis + 4 + 1.25 * size)}">{_text(words)}</text>'
    yield "</g>"


def _columns(layout: Layout, colors: Colors, wording: Wording) -> Iterator[str]:
    if not layout.columns:
        return
    bars = "".join(
        f"M{_number(each.x + 1)} {_number(layout.axis)}v{_number(-each.height)}h{_number(each.width - 2)}v{_number(each.height)}z"
        for each in layout.columns
    )
    yield f'<path d="{bars}" fill="{colors["bar"]}"/>'
    highest = max(layout.columns, key=lambda each: (each.count, -each.x))
    if highest.count > 1:
        size, words = LETTERS * layout.letters, wording.tell(figure(highest.count))
        left = highest.x + highest.width / 2 - width_of(words, size) / 2
        y = layout.axis - highest.height - 3
        yield (
            f'<text x="{_number(left)}" y="{_number(y)}" font-size="{_number(size)}" fill="{colors["muted"]}">{words}</text>'
        )


def _label(label: Label, layout: Layout, colors: Colors, addresses: Mapping[str, str]) -> Iterator[str]:
    used, top = layout.type, label.box.top
    x, anchor = _number(label.text), ' text-anchor="end"' if label.mirrored else ""
    address = addresses.get(label.item.id)
    yield f'<a href="{escape(xml_text(address))}">' if address else "<g>"
    if label.lines and label.lines[-1].endswith(ELLIPSIS):
        yield f"<title>{_text(label.item.headline[:TOLD])}</title>"
    yield from _covered(label, layout, colors)
    yield _mark(label, colors)
    y = top + MARK_ROW + used.small
    if label.date:
        yield (
            f'<text x="{x}" y="{_number(y)}" font-size="{_number(used.small)}" fill="{colors["muted"]}"{anchor}>'
            f"{_text(label.date)}</text>"
        )
    for number, line in enumerate(label.lines, start=1):
        yield (
            f'<text x="{x}" y="{_number(y + used.leading * number)}" font-size="{_number(used.size)}" '
            f'fill="{colors["text"]}"{anchor}>{_line(line)}</text>'
        )
    yield "</a>" if address else "</g>"


def _covered(label: Label, layout: Layout, colors: Colors) -> Iterator[str]:
    """What hides the stems of others behind the words."""
    used, y = layout.type, label.box.top + MARK_ROW
    rows = [(label.date, used.small, used.small * 1.2)]
    rows += [(line, used.size, used.leading) for line in label.lines]
    width = max(width_of(words, size) for words, size, _ in rows)
    left = label.text - width if label.mirrored else label.text
    height = sum(row for _, _, row in rows)
    yield (
        f'<rect x="{_number(left - 1)}" y="{_number(y)}" width="{_number(width + 2)}" height="{_number(height)}" '
        f'fill="{colors["page"]}"/>'
    )


def _mark(label: Label, colors: Colors) -> str:
    """A disc for what is exact, a ring for what is inferred, a dashed one for what is vague; bars in the same way."""
    color, y = colors[_TOKENS[Certainty(label.item.certainty)]], label.box.top + MARK_ROW / 2
    look = _look(label.item.certainty, color, colors)
    if label.end - label.start > 2 * DOT:
        return (
            f'<rect x="{_number(label.start)}" y="{_number(y - 3)}" width="{_number(label.end - label.start)}" height="6" '
            f'rx="3" {look}/>'
        )
    return f'<circle cx="{_number(label.start)}" cy="{_number(y)}" r="{_number(DOT)}" {look}/>'


def _look(certainty: str, color: str, colors: Colors) -> str:
    if certainty == Certainty.EXACT:
        return f'fill="{color}" stroke="{color}" stroke-width="1.5"'
    dashed = ' stroke-dasharray="2.5 2"' if certainty == Certainty.VAGUE else ""
    return f'fill="{colors["page"]}" stroke="{color}" stroke-width="1.5"{dashed}'


def _foot(layout: Layout, colors: Colors, wording: Wording) -> Iterator[str]:
    """What the marks mean, and how many events are not named."""
    size, y = LETTERS * layout.letters, layout.height - 10 * layout.letters
    missing = layout.count - len(layout.labels)
    told = _MORE if layout.columns else _NAMELESS
    more = wording.tell(told.times(missing, number=figure(missing))) if missing else ""
    yield f'<g font-size="{_number(size)}" fill="{colors["muted"]}">'
    at = layout.margin + DOT
    shown = {label.item.certainty for label in layout.labels}
    for certainty in (each for each in Certainty if each in shown):
        words = wording(certainty.value)
        look = _look(certainty, colors[_TOKENS[certainty]], colors)
        yield f'<circle cx="{_number(at)}" cy="{_number(y - size * 0.35)}" r="{_number(DOT)}" {look}/>'
        yield f'<text x="{_number(at + 9)}" y="{_number(y)}">{_text(words)}</text>'
        at += 9 + width_of(words, size) + 18
    if more:
        yield (
            f'<text x="{_number(layout.width - layout.margin)}" y="{_number(y)}" text-anchor="end" '
            f'fill="{colors["text"]}">{_text(more)}</text>'
        )
    if not layout.count:
        empty = wording.tell(phrase("No event fits."))
        yield f'<text x="{_number(layout.margin)}" y="{_number(y)}">{_text(empty)}</text>'
    yield "</g>"


def _line(words: str) -> str:
    """A line of somebody's words, whichever way they are written."""
    return _text(f"{_RLM}{words}{_RLM}" if is_right_to_left(words) else words)


def is_right_to_left(words: str) -> bool:
    """Whether a line begins in a script that is written from right to left.

    >>> is_right_to_left("2015: محادثات"), is_right_to_left("Talks in محادثات")
    (True, False)
    """
    strong = (unicodedata.bidirectional(letter) for letter in words)
    return next((each for each in strong if each in ("L", "R", "AL")), "L") != "L"


def _text(words: str) -> str:
    return escape(xml_text(words), quote=False)


def _number(value: float) -> str:
    """A number as short as it can be written, to a tenth.

    >>> _number(12.0), _number(0.349), _number(-0.01)
    ('12', '0.3', '0')
    """
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")
