"""Makes `timeline/picture/widths.txt`: how wide the letters of Liberation Sans are, for pictures.

FILE is `LiberationSans-Regular.ttf` (https://github.com/liberationfonts/liberation-fonts, SIL Open Font License 1.1), of
which nothing but numbers is kept. Arial, Arimo and Helvetica have the same widths.

    python tables/liberation_sans.py FILE
"""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

from fontTools.ttLib import TTFont

TABLE = Path(__file__).parents[1] / "timeline" / "picture" / "widths.txt"
BLOCKS = ((0x20, 0x24F), (0x370, 0x52F), (0x1E00, 0x1FFF), (0x2010, 0x205F), (0x20A0, 0x20BF), (0x2100, 0x22FF))
"""Latin, Greek, Cyrillic, and the signs that stand among them."""
NOT_SHOWN = ("C", "M", "Z")
"""Controls, marks and spaces, which a line of the table could not show."""


def main(file: str) -> None:
    """Write the table."""
    with TTFont(file) as font:
        letters, advances, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    by_width: dict[int, str] = defaultdict(str)
    for code in (code for first, last in BLOCKS for code in range(first, last + 1)):
        if code in letters and not unicodedata.category(chr(code)).startswith(NOT_SHOWN):
            by_width[round(1000 * advances[letters[code]][0] / em)] += chr(code)
    lines = (f"{width} {by_width[width]}\n" for width in sorted(by_width))
    TABLE.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
