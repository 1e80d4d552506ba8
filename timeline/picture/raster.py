"""Pictures as PNG, drawn by resvg."""

from __future__ import annotations

import html
import re
from io import BytesIO
from typing import Final

from timeline.extras import require
from timeline.picture.drawing import FAMILIES
from timeline.picture.fonts import Fonts

LIBRARIES: Final = ("resvg_py", "fontTools", "PIL")
COLOURS: Final = 64
"""Few, so that a file is small; letters stay smooth."""
_SIZE = re.compile(r'font-size="([\d.]+)"')


def require_raster() -> None:
    """See that what draws is installed.

    Raises:
        UsageError: it is not; says the command that installs it.
    """
    require("report", "a picture cannot be drawn as PNG", *LIBRARIES)


def words_of(svg: str) -> str:
    """Whatever is written in a picture."""
    return html.unescape("".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg)))


def rasterize(svg: str, fonts: Fonts, zoom: float) -> bytes:
    """The picture as PNG in few colours, so many times as large."""
    import resvg_py
    from PIL import Image

    named = svg.replace(f'font-family="{FAMILIES}"', f'font-family="{html.escape(fonts.family)}"', 1)
    fitting = (
        named if fonts.wider == 1 else _SIZE.sub(lambda size: f'font-size="{float(size[1]) / fonts.wider:.2f}"', named)
    )
    drawn = resvg_py.svg_to_bytes(
        svg_string=fitting,
        zoom=zoom,
        skip_system_fonts=True,
        font_files=list(fonts.files),
        font_family=fonts.family,
        sans_serif_family=fonts.family,
    )
    image = Image.open(BytesIO(drawn)).convert("RGB")
    png = BytesIO()
    image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(png, "PNG", optimize=True)
    return png.getvalue()
