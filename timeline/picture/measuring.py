"""How wide a text is in a picture, and what of it fits into a width.

Widths are those of Liberation Sans, which Arial, Arimo and Helvetica share; what that font has no letter for is taken
to be wide, so that nothing is wider than it is said to be.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

ELLIPSIS = "…"
BOLD = 1.1
"""How much wider bold letters are, at most."""
_EM = 1000
_SPACE, _UNKNOWN, _WIDE, _PICTOGRAPH = 278, 850, 1050, 1400
_FIRST_PICTOGRAPH = "\U0001f000"
_JOINERS = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
"""What is never seen: joiners, marks of direction, choices between two forms of a sign."""
_SINGLE = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_CLOSING = r"\u3001\u3002\u3009\u300b\u300d\u300f\u3011\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f"
_PIECES = re.compile(rf"[{_SINGLE}][{_CLOSING}]*|[^\s{_SINGLE}]+|\s+")
"""Where a line may end: at spaces, and beside every sign of scripts that write none."""


def width_of(text: str, size: float) -> float:
    """How wide a text is at most in a font of that size.

    >>> width_of("Moscow", 10), width_of("莫斯科", 10)
    (36.67, 31.5)
    """
    return _widths(text) * size / _EM


@lru_cache(maxsize=1 << 14)
def _widths(text: str) -> int:
    """Together those of its letters: most words are measured again and again."""
    return sum(map(_width, text))


def shortened(text: str, size: float, width: float) -> str:
    """The text, or as much of its beginning as fits with an ellipsis; words stay whole where they can.

    >>> shortened("The talks in Moscow failed", 10, 80)
    'The talks in…'
    """
    if width_of(text, size) <= width:
        return text
    room = (width - width_of(ELLIPSIS, size)) * _EM / size
    end = 0
    for letter in text:
        room -= _width(letter)
        if room < 0:
            break
        end += 1
    kept = text[:end]
    word_end = max((found.start() for found in re.finditer(r"\s", text[: end + 1])), default=0)
    if word_end > end * 0.6:
        kept = kept[:word_end]
    while kept and unicodedata.combining(text[len(kept)]):
        kept = kept[:-1]  # never a letter without its marks
    return kept.rstrip(" ,;:.–—-") + ELLIPSIS


def wrapped(text: str, size: float, width: float, most: int) -> tuple[str, ...]:
    """The text in lines, at most so many, the last one shortened where more would be needed.

    >>> wrapped("The talks in Moscow failed on Monday", 10, 100, 2)
    ('The talks in Moscow', 'failed on Monday')
    """
    lines: list[str] = []
    rest = text.strip()
    while rest and len(lines) < most - 1:
        line = _first_line(rest, size, width)
        if not line:
            break
        lines.append(line.rstrip())
        rest = rest[len(line) :].lstrip()
    return (*lines, shortened(rest, size, width)) if rest else tuple(lines)


def _first_line(text: str, size: float, width: float) -> str:
    """As many whole words as fit; empty where the first does not."""
    taken, room = 0, width
    for piece in _PIECES.findall(text):
        room -= width_of(piece, size)
        if room < 0 and piece.strip():
            break
        taken += len(piece)
    return text[:taken]


@lru_cache(maxsize=4096)
def _width(letter: str) -> int:
    known = _table().get(letter)
    if known is not None:
        return known
    if unicodedata.category(letter) in ("Mn", "Me") or _JOINERS.match(letter):
        return 0
    if letter.isspace():
        return _SPACE
    if letter >= _FIRST_PICTOGRAPH:
        return _PICTOGRAPH
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _UNKNOWN


@lru_cache(maxsize=1)
def _table() -> dict[str, int]:
    lines = Path(__file__).with_name("widths.txt").read_text("utf-8").split("\n")
    known = {letter: int(width) for width, _, letters in (line.partition(" ") for line in lines) for letter in letters}
    return known | {" ": _SPACE}
