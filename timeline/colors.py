"""The colours of the site, by what they are for, and whether what is written in them can be read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from timeline.errors import UsageError, quoted

Colors = Mapping[str, str]
"""By token, a colour as CSS writes it in hexadecimal."""

LIGHT: Final[Colors] = {
    "page": "#ffffff",
    "card": "#f6f8fa",
    "text": "#1b1f24",
    "muted": "#57606a",
    "accent": "#0b5fa5",
    "inferred": "#8a5a00",
    "vague": "#b3261e",
    "mark": "#fff3bf",
    "hairline": "#d0d7de",
    "bar": "#6098c6",
}
DARK: Final[Colors] = {
    "page": "#14171b",
    "card": "#1c2128",
    "text": "#e6edf3",
    "muted": "#9da7b1",
    "accent": "#79b8ff",
    "inferred": "#e3b341",
    "vague": "#ff9b8f",
    "mark": "#4d3d00",
    "hairline": "#3d444d",
    "bar": "#3d6f9e",
}
SCHEMES: Final = {"light": LIGHT, "dark": DARK}

_READABLE: Final = 4.5
"""The contrast that text needs (WCAG 2.2, 1.4.3)."""
_VISIBLE: Final = 3.0
"""The contrast that a figure needs (WCAG 2.2, 1.4.11)."""
_NEEDED: Final = (
    *(
        (token, ground, _READABLE)
        for token in ("text", "muted", "accent", "inferred", "vague")
        for ground in ("page", "card")
    ),
    ("text", "mark", _READABLE),
    ("bar", "page", _VISIBLE),
)
_HEXADECIMAL = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


def read_colors(scheme: str, said: object) -> Colors:
    """The colours of a scheme, those that somebody chose in place of ours.

    >>> read_colors("light", {"accent": "#A06"})["accent"]
    '#aa0066'

    Raises:
        UsageError: a token is not known, or a colour is not written in hexadecimal.
    """
    if not isinstance(said, Mapping):
        raise UsageError(f"colors: {scheme} gives no colours", remedy="write them as \"accent: '#0b5fa5'\"")
    return {**SCHEMES[scheme], **{_token(scheme, token): _color(scheme, token, said[token]) for token in said}}


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21 (WCAG 2.2, contrast ratio).

    >>> contrast("#ffffff", "#000000"), round(contrast("#0b5fa5", "#ffffff"), 1)
    (21.0, 6.6)
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def hard_to_read(scheme: str, colors: Colors) -> list[str]:
    """Which colours stand too near what is behind them, each in a line with the figure.

    >>> hard_to_read("light", LIGHT)
    []
    """
    return [
        f"colors: {scheme}: {token} {colors[token]} on {ground} {colors[ground]} has a contrast of {figure:.2f}; "
        f"it needs {needed}"
        for token, ground, needed in _NEEDED
        if (figure := contrast(colors[token], colors[ground])) < needed
    ]


def _token(scheme: str, token: object) -> str:
    if token not in SCHEMES[scheme]:
        raise UsageError(
            f"colors: {scheme}: {quoted(str(token))} is not known", remedy=f"use one of {', '.join(SCHEMES[scheme])}"
        )
    return str(token)


def _color(scheme: str, token: object, color: object) -> str:
    if not isinstance(color, str) or not _HEXADECIMAL.fullmatch(color):
        raise UsageError(
            f"colors: {scheme}: {token} {quoted(str(color))} is no colour", remedy="write it in quotes, as '#0b5fa5'"
        )
    digits = color.removeprefix("#").lower()
    return f"#{digits if len(digits) == 6 else ''.join(digit * 2 for digit in digits)}"


def _luminance(color: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
