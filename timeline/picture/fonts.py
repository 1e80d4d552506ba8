"""Fonts to draw with: those that are there, and whether they have every letter.

Without a font an SVG is drawn without its words, and nobody says so; a letter that no font has becomes a box.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from timeline.errors import UsageError

PREFERRED: Final = ("LiberationSans", "Arimo", "Arial", "Helvetica")
"""Names of files of fonts as wide as pictures are measured, in whatever capitals."""
OTHERS: Final = ("DejaVuSans", "NotoSans", "Roboto", "Verdana")
"""The next best, which are at most an eighth wider."""
WIDER: Final = 1.14
REMEDY: Final = "install a font that has them, such as Noto Sans, or name its folder in TIMELINE_FONTS"
_NAMED: Final = 8
"""So many letters that are missing are named."""
_SUFFIXES: Final = (".ttf", ".otf", ".ttc")
_STYLES: Final = ("bold", "italic", "oblique", "condensed", "narrow", "light", "black", "mono", "serif", "medium")


@dataclass(frozen=True, slots=True)
class Fonts:
    """Files to draw with."""

    files: tuple[str, ...]
    family: str
    wider: float
    """How much wider than it is measured the first of them is, at most."""


def find_fonts(text: str, folders: Sequence[Path] | None = None) -> Fonts:
    """Fonts that together have every letter of a text; folders are those of the system unless given.

    Raises:
        UsageError: there is no font, or none has some of the letters, which are named.
    """
    fonts, missing = fonts_for(text, folders)
    if missing:
        raise UsageError(told_missing(missing), remedy=REMEDY)
    return fonts


def told_missing(letters: Iterable[str]) -> str:
    """That no font has some letters, the first of which are named.

    >>> told_missing("里克")
    'no font here has the letters 克 (U+514B) 里 (U+91CC)'
    """
    ordered = sorted(letters)
    named = " ".join(f"{letter} (U+{ord(letter):04X})" for letter in ordered[:_NAMED])
    more = f" and {len(ordered) - _NAMED} more" if len(ordered) > _NAMED else ""
    return f"no font here has the letters {named}{more}"


def fonts_for(text: str, folders: Sequence[Path] | None = None) -> tuple[Fonts, frozenset[str]]:
    """Fonts with as many letters of a text as there are fonts for, and the letters that none has.

    Raises:
        UsageError: there is no font.
    """
    files = _files(tuple(folders if folders is not None else _folders()))
    first = _first(files)
    if first is None:
        raise UsageError("there is no font to draw a picture with", remedy=REMEDY.replace("that has them, ", ""))
    path, wider = first
    chosen = [
        path,
        *(each for each in files if each.stem.lower() == f"{path.stem.removesuffix('-Regular').lower()}-bold"),
    ]
    missing = {letter for letter in text if _seen(letter)} - _letters(path)
    for file in _likely(files) if missing else ():
        if found := missing & _letters(file):
            missing -= found
            chosen.append(file)
        if not missing:
            break
    return Fonts(tuple(map(str, chosen)), _family(path), wider), frozenset(missing)


def _folders() -> list[Path]:
    """Where fonts are: a folder of the user's own choice first."""
    own = [Path(each) for each in os.environ.get("TIMELINE_FONTS", "").split(os.pathsep) if each]
    home = Path.home()
    if sys.platform == "win32":
        return [*own, Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"]
    if sys.platform == "darwin":
        return [*own, home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    return [
        *own,
        home / ".local/share/fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    ]


@lru_cache(maxsize=8)
def _files(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    found = (path for folder in folders if folder.is_dir() for path in sorted(folder.rglob("*")))
    return tuple(path for path in found if path.suffix.lower() in _SUFFIXES)


def _first(files: Iterable[Path]) -> tuple[Path, float] | None:
    """The font for all that it has letters for: one as wide as measured, else any that is not much wider."""
    plain = {path.stem.lower().removesuffix("-regular"): path for path in reversed(list(files))}
    for names, wider in ((PREFERRED, 1.0), (OTHERS, WIDER)):
        for name in names:
            if name.lower() in plain:
                return plain[name.lower()], wider
    return None


def _likely(files: Iterable[Path]) -> Iterator[Path]:
    """Fonts for what the first has no letters for: upright ones of usual weight before all others."""
    return iter(sorted(files, key=lambda path: sum(style in path.stem.lower() for style in _STYLES)))


def _seen(letter: str) -> bool:
    return not letter.isspace() and unicodedata.category(letter) not in ("Cc", "Cf", "Mn", "Me", "Cs")


@lru_cache(maxsize=64)
def _letters(path: Path) -> frozenset[str]:
    """The letters that a font has."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(path, fontNumber=0, lazy=True) as font:
            return frozenset(map(chr, font.getBestCmap() or ()))
    except (TTLibError, OSError, KeyError, AssertionError):
        return frozenset()


def _family(path: Path) -> str:
    from fontTools.ttLib import TTFont

    with TTFont(path, fontNumber=0, lazy=True) as font:
        return str(font["name"].getBestFamilyName())
