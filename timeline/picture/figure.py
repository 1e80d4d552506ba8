"""A picture with fonts that have its letters, as a document takes it: PNG by resvg, PDF by typst."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from timeline.picture.drawing import FAMILIES
from timeline.picture.fonts import Fonts, find_fonts
from timeline.typesetting import typeset

LIBRARIES: Final = ("resvg_py", "fontTools", "PIL")
COLOURS: Final = 64
"""Few, so that a file is small; letters stay smooth."""
_FONT_SIZE = re.compile(r'font-size="([\d.]+)"')
_PAGE: Final = (
    b"#set page(width: auto, height: auto, margin: 0pt)\n"
    b'#image(bytes(sys.inputs.picture), format: "svg", alt: sys.inputs.alt)\n'
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture whose letters all are in fonts that are there."""

    svg: str
    fonts: Fonts
    alternative: str
    """What is told to those who do not see it."""

    def png(self, zoom: float) -> bytes:
        """In few colours, so many times as large."""
        import resvg_py
        from PIL import Image

        drawn = resvg_py.svg_to_bytes(
            svg_string=self.svg,
            zoom=zoom,
            skip_system_fonts=True,
            font_files=list(self.fonts.files),
            font_family=self.fonts.family,
            sans_serif_family=self.fonts.family,
        )
        image = Image.open(BytesIO(drawn)).convert("RGB")
        png = BytesIO()
        image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
            png, "PNG", optimize=True
        )
        return png.getvalue()

    def pdf(self, moment: datetime) -> bytes:
        """A page of its size, sharp at any; it says that it was made at that moment."""
        return typeset(_PAGE, {"picture": self.svg, "alt": self.alternative}, moment, self.fonts.files)


def figure_of(svg: str, alternative: str, folders: Sequence[Path] | None = None) -> Figure:
    """The picture with fonts to draw it with, out of these folders in place of the system's.

    Raises:
        UsageError: no font has its letters.
    """
    fonts = find_fonts(words_in(svg), folders)
    return Figure(_fitted(svg, fonts), fonts, alternative)


def words_in(svg: str) -> str:
    """All that is written in a picture."""
    return html.unescape("".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg)))


def _fitted(svg: str, fonts: Fonts) -> str:
    """The picture in these fonts; where they are wider than it is measured, its letters are smaller."""
    named = svg.replace(f'font-family="{FAMILIES}"', f'font-family="{html.escape(fonts.family)}"', 1)
    if fonts.wider == 1:
        return named
    return _FONT_SIZE.sub(lambda size: f'font-size="{float(size[1]) / fonts.wider:.2f}"', named)
