"""What a site's makers choose of its looks: colours, fonts, a logo, an icon.

All of it comes from files of theirs and ends in files of the site: no page asks another host.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from timeline.colors import DARK, LIGHT, Colors, hard_to_read, read_colors
from timeline.errors import UsageError, quoted

STYLESHEET: Final = "assets/theme.css"
"""Where the choices stand; `assets/timeline.css` names none of them but by its token."""
ICON: Final = "assets/icon.svg"
FONT: Final = "system-ui, sans-serif"

_GENERIC: Final = frozenset(
    {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "math"}
    | {"ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded"}
)
_FAMILY = re.compile(r"[^\W_][\w .-]*")
_WEIGHT = re.compile(r"\d{1,4}( \d{1,4})?")
_STYLES: Final = ("normal", "italic", "oblique")
_FONT_FILES: Final = {".woff2": "woff2", ".woff": "woff", ".ttf": "truetype", ".otf": "opentype"}


class Asset(NamedTuple):
    """A file of the makers', and where it stands in the site."""

    address: str
    path: Path


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face of a family."""

    family: str
    asset: Asset
    weight: str
    """One, or the lightest and the boldest of a variable font."""
    style: str


@dataclass(frozen=True, slots=True)
class Theme:
    """The looks of a site."""

    light: Colors = field(default_factory=lambda: LIGHT, hash=False)
    dark: Colors = field(default_factory=lambda: DARK, hash=False)
    text_font: str = FONT
    heading_font: str = FONT
    """Families as CSS lists them."""
    font_files: tuple[FontFile, ...] = ()
    logo: Asset | None = None
    favicon: Asset | None = None

    @property
    def icon(self) -> str:
        """Where the icon stands that a browser shows beside the title."""
        return self.favicon.address if self.favicon else ICON

    @property
    def icon_type(self) -> str:
        """What kind of file it is."""
        return mimetypes.guess_type(self.icon)[0] or ""

    @property
    def assets(self) -> tuple[Asset, ...]:
        """The makers' files that go into the site."""
        faces = (face.asset for face in self.font_files)
        return tuple(dict.fromkeys((*faces, *(each for each in (self.logo, self.favicon) if each))))

    @property
    def problems(self) -> list[str]:
        """What is to be mended, a line each."""
        return [*hard_to_read("light", self.light), *hard_to_read("dark", self.dark)]


PLAIN: Final = Theme()
"""The looks of a site whose makers chose none."""


def read_theme(options: Mapping[str, object], folder: Path) -> Theme:
    """The looks that the options `colors`, `fonts`, `logo` and `favicon` ask for; their files are below `folder`.

    Raises:
        UsageError: an option says what nobody knows, or names a file that is not there.
    """
    colors = _options("colors", options.get("colors"), ("light", "dark"))
    fonts = _options("fonts", options.get("fonts"), ("text", "headings", "files"))
    text = _families("text", fonts.get("text") or FONT)
    return Theme(
        light=read_colors("light", colors.get("light") or {}),
        dark=read_colors("dark", colors.get("dark") or {}),
        text_font=text,
        heading_font=_families("headings", fonts["headings"]) if fonts.get("headings") else text,
        font_files=tuple(_font_files(fonts.get("files") or (), folder)),
        logo=_image("logo", options.get("logo"), folder),
        favicon=_image("favicon", options.get("favicon"), folder),
    )


def stylesheet(theme: Theme) -> str:
    """The choices as CSS. On paper it is the light scheme, whatever the screen shows."""
    light, dark = tokens(theme.light), tokens(theme.dark)
    return "\n".join(
        (
            *faces(theme),
            f":root {{ color-scheme: light dark; --font: {theme.text_font}; --heading-font: {theme.heading_font}; {light} }}",
            "@media screen and (prefers-color-scheme: dark) {",
            f'  :root:not([data-theme="light"]) {{ {dark} }}',
            "}",
            "@media screen {",
            f'  :root[data-theme="dark"] {{ color-scheme: dark; {dark} }}',
            '  :root[data-theme="light"] { color-scheme: light; }',
            "}\n",
        )
    )


def faces(theme: Theme) -> list[str]:
    """A rule for each file of the makers' fonts."""
    return [_face(face) for face in theme.font_files]


def tokens(colors: Colors) -> str:
    """The colours as properties, by which the styles name them."""
    return " ".join(f"--{token}: {color};" for token, color in colors.items())


def _face(face: FontFile) -> str:
    source = (
        f'url("{face.asset.address.removeprefix("assets/")}") format("{_FONT_FILES[face.asset.path.suffix.lower()]}")'
    )
    return (
        f'@font-face {{ font-family: "{face.family}"; src: {source}; font-weight: {face.weight}; '
        f"font-style: {face.style}; font-display: swap; }}"
    )


def _options(name: str, said: object, known: Sequence[str]) -> Mapping[str, object]:
    if said is None:
        return {}
    if not isinstance(said, Mapping):
        raise UsageError(f"{name} {quoted(str(said))} says nothing", remedy=f"write below it {', '.join(known)}")
    for each in said:
        if each not in known:
            raise UsageError(f"{name}: {quoted(str(each))} is not known", remedy=f"use one of {', '.join(known)}")
    return said


def _families(name: str, said: object) -> str:
    families = [each.strip().strip("'\"") for each in str(said).split(",")]
    for family in families:
        if not _FAMILY.fullmatch(family):
            raise UsageError(
                f"fonts: {name} {quoted(family)} is no name of a font",
                remedy='write names with commas between them, as "Source Serif 4, serif"',
            )
    return ", ".join(family if family in _GENERIC else f'"{family}"' for family in families)


def _font_files(said: object, folder: Path) -> Iterator[FontFile]:
    if not isinstance(said, Sequence) or isinstance(said, str):
        raise UsageError("fonts: files is no list", remedy="write each file below it, with its family")
    for each in said:
        face = _options("fonts: files", each, ("file", "family", "weight", "style"))
        path = _file("fonts: files", face.get("file"), folder)
        weight, style = str(face.get("weight", "400")), str(face.get("style", "normal"))
        if path.suffix.lower() not in _FONT_FILES:
            raise UsageError("is no font for the web", path=path, remedy=f"use one of {', '.join(_FONT_FILES)}")
        if not _WEIGHT.fullmatch(weight) or style not in _STYLES:
            raise UsageError(
                f'fonts: files: weight "{weight}" or style "{style}" is not known',
                path=path,
                remedy=f"write a weight such as 400 or 200 900, and a style of {', '.join(_STYLES)}",
            )
        family = _families("files", face.get("family") or path.stem).strip('"')
        yield FontFile(family, Asset(f"assets/fonts/{_safe(path)}", path), weight, style)


def _image(name: str, said: object, folder: Path) -> Asset | None:
    if not said:
        return None
    path = _file(name, said, folder)
    if not (mimetypes.guess_type(path.name)[0] or "").startswith("image/"):
        raise UsageError("is no picture", path=path, remedy="use a file such as .svg, .png or .ico")
    return Asset(f"assets/{name}{path.suffix.lower()}", path)


def _file(name: str, said: object, folder: Path) -> Path:
    if not said:
        raise UsageError(f"{name} names no file", remedy="write its path, beside mkdocs.yml")
    path = folder / str(said)
    if not path.is_file():
        raise UsageError(f"{name}: there is no such file", path=path, remedy="write its path, beside mkdocs.yml")
    return path


def _safe(path: Path) -> str:
    return re.sub(r"[^\w.-]+", "-", path.name)
