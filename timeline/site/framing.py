"""The timeline in the frame of a theme that the site's makers named: our pages are pages of MkDocs then.

The theme brings head, navigation and foot; ours is what stands between them, in one element, which our styles do not
leave and into which those of the theme do not reach.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Final, NamedTuple

from timeline.colors import DARK, LIGHT, Colors
from timeline.site.rendering import templates_dir
from timeline.site.theming import FONT, Asset, Theme, faces, tokens

STYLESHEET: Final = "assets/timeline.css"
OVERRIDES: Final = "timeline"
"""Folder in the theme's `custom_dir` for templates in place of ours; the theme's own stand beside it."""

_BETWEEN = "<!-- event-timeline -->"
_HEADING = re.compile(r'<h2 id="([^"]*)"[^>]*>(.*?)</h2>', re.DOTALL)
_ALIVE = str.maketrans({"<": "‹", ">": "›", '"': "”", "'": "’"})

_PAGE = "var(--md-default-bg-color, var(--bs-body-bg, #fcfcfc))"
"""What is behind the page in Material, in `mkdocs` and in `readthedocs`."""
_RESET = """\
#event-timeline :not(:where(svg, svg *)), #event-timeline *::before, #event-timeline *::after { all: revert; }
#event-timeline .title { padding-block-start: 0; }
#event-timeline [id] { scroll-margin-block-start: 4rem; }
"""
"""None of the theme's styles hold for our elements; what is inherited, such as the font, does."""
_DARK = ('[data-md-color-scheme="slate"]', '[data-bs-theme="dark"]')
"""How Material and `mkdocs` say that they are dark."""


class Heading(NamedTuple):
    """A part of a page, for the theme's list of them."""

    name: str
    words: str


class FramedPage(NamedTuple):
    """What a theme is given of a page."""

    title: str
    description: str
    head: str
    """What is put at the end of the document's head."""
    main: str
    headings: tuple[Heading, ...]


def framed_page(rendered: str, site: str) -> FramedPage:
    """The parts of a page that was rendered with the template for frames; themes name the site themselves."""
    title, description, head, main = rendered.split(_BETWEEN)
    headings = tuple(Heading(name, plain(re.sub("<[^>]*>", "", words))) for name, words in _HEADING.findall(main))
    return FramedPage(
        plain(title).removesuffix(f" · {plain(site)}"), plain(description), head.strip(), main.strip(), headings
    )


def plain(escaped: str) -> str:
    """Words for a theme, which may put them anywhere and escapes nothing: none of them is markup, however often read.

    >>> plain("Talks &amp; more &lt;b&gt; &amp;lt;i&amp;gt;")
    'Talks & more ‹b› ＆lt;i＆gt;'
    """
    return re.sub(r"&(?=[#\w])", "＆", unescape(escaped).translate(_ALIVE)).strip()


def with_head(document: str, head: str) -> str:
    """A document of the theme's with more in its head."""
    return document.replace("</head>", f"{head}\n</head>", 1)


def template_dirs(custom_dir: str | None) -> list[Path]:
    """Where templates are looked for: first in the makers' own folder."""
    own = [Path(custom_dir) / OVERRIDES] if custom_dir else []
    return [*own, templates_dir() / "framed", templates_dir()]


def assets() -> Iterator[Asset]:
    """Our files that pages need in a frame as well; the stylesheet is another there."""
    folder = templates_dir()
    for path in sorted((folder / "assets").rglob("*")):
        address = path.relative_to(folder).as_posix()
        if path.is_file() and address != STYLESHEET:
            yield Asset(address, path)


def framed_stylesheet(theme: Theme) -> str:
    """Our styles, for the one element that is ours."""
    css = (templates_dir() / STYLESHEET).read_text("utf-8")
    chosen = {"font": theme.text_font, "heading-font": theme.heading_font}
    fonts = " ".join(f"--{name}: {families};" for name, families in chosen.items() if families != FONT)
    dark = ", ".join(f"{mark} #event-timeline" for mark in _DARK)
    return "\n".join(
        (
            *faces(theme),
            f"#event-timeline {{ container-type: inline-size; {fonts} {_tokens(theme.light)} }}",
            f"@media screen {{ {dark} {{ color-scheme: dark; {_tokens(theme.dark)} }} }}",
            _RESET,
            scoped(css),
        )
    )


def scoped(css: str) -> str:
    """Styles that hold below our element alone, and as wide as it is, not as the window.

    >>> print(scoped("body { margin: 0; }\\n.js .filter { display: grid; }\\n@media (max-width: 9rem) { h1 { margin: 0; } }\\n"))
    #event-timeline {
    & { margin: 0; }
    .js & .filter { display: grid; }
    @container (max-width: 9rem) { h1 { margin: 0; } }
    }
    <BLANKLINE>
    """
    css = re.sub(r"(?<![\w.#-])(?::root|html|body)(?![\w-])", "&", css)
    css = re.sub(r"(?<![\w.-])\.js (?=\.)", ".js & ", css)
    css = re.sub(r"@media \((?=(?:min|max)-width)", "@container (", css)
    return f"#event-timeline {{\n{css}}}\n"


def _tokens(colors: Colors) -> str:
    behind = _PAGE if colors["page"] in (LIGHT["page"], DARK["page"]) else colors["page"]
    return tokens({**colors, "page": behind})
