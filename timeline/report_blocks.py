"""Python-Markdown's extension `timeline`: a fenced block puts a part of the timeline into a report's own page.

The block says which part by the names that select one everywhere, and how it is shown:

    ```timeline
    topic: syria
    from: 2015-08
    key-events: 10
    show: picture
    ```

`show` is `list`, `picture` (both copies of when the page is made) or `frame` (live, by the address of the site);
`title` stands above it. It may stand in a list or a quote. The extension's `config` names the mkdocs.yml of the timeline.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any, Final

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from timeline.content_files import list_articles
from timeline.errors import TimelineError, UsageError, quoted
from timeline.exports import find_format
from timeline.exports.html_fragment import colophon
from timeline.fenced_blocks import Fenced, fenced_blocks
from timeline.merging import Timeline
from timeline.published import Site
from timeline.reports import report_of
from timeline.selecting import NAMES, Selection, check_names
from timeline.site.embeds import embed_of
from timeline.site.publishing import read_published, read_settings
from timeline.site.report import DEFAULT_CONFIG
from timeline.site.snippets import framed

NAME: Final = "timeline"
"""Of the fence."""
_OWN: Final = ("show", "title")
_BEFORE_FENCED_CODE: Final = 26
"""Python-Markdown takes its fences at 25."""

log = logging.getLogger("mkdocs.plugins.timeline")
"""What it warns of is an error for `mkdocs build --strict`."""


class TimelineExtension(Extension):
    """The fenced block `timeline`, for Python-Markdown and whatever renders with it."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "config": [str(DEFAULT_CONFIG), "The mkdocs.yml of the timeline"],
            "locale": ["", "The language of dates and headings, if not that of the timeline's site"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        """Takes its blocks before any other extension takes fences."""
        blocks = _Blocks(md, Path(self.getConfig("config")), self.getConfig("locale"))
        md.preprocessors.register(blocks, NAME, _BEFORE_FENCED_CODE)


def makeExtension(**options: Any) -> TimelineExtension:
    """The extension, as Python-Markdown asks for it."""
    return TimelineExtension(**options)


class _Blocks(Preprocessor):
    """Puts the part of the timeline where its block is; a block that is wrong says so in its place."""

    def __init__(self, md: Markdown, config: Path, locale: str) -> None:
        super().__init__(md)
        self.config, self.locale = config, locale

    def run(self, lines: list[str]) -> list[str]:
        """The lines with what the blocks ask for."""
        return list(self._lines(lines))

    def _lines(self, lines: list[str]) -> Iterator[str]:
        at = 0
        for block in fenced_blocks(lines):
            if block.info != NAME:
                continue
            yield from lines[at : block.start]
            yield from ("", block.before + self._shown(block), "")
            at = block.end
        yield from lines[at:]

    def _shown(self, block: Fenced) -> str:
        """What stands for the part until the rest of the page is made."""
        try:
            html = _html(_wishes(block.lines, block.start + 2), self.config, self.locale)
        except TimelineError as error:
            page = _page(self.md)
            log.warning("%sa block `timeline` is left out: %s", f"{page}: " if page else "", error)
            html = f'<p class="timeline-error"><strong>timeline:</strong> {escape(str(error))}</p>'
        return self.md.htmlStash.store(html)


def _page(md: Markdown) -> str:
    """The page that MkDocs is making, which it lets the rest of the conversion know; empty elsewhere."""
    for processor in md.treeprocessors:
        if source := getattr(getattr(processor, "file", None), "src_uri", ""):
            return str(source)
    return ""


def _wishes(block: Iterable[str], line: int) -> list[tuple[str, str]]:
    """The names with their values; a line without a word is none, nor is a comment."""
    wishes = []
    for number, written in enumerate(block, start=line):
        name, colon, value = written.partition(":")
        name = name.strip()
        if not written.strip() or name.startswith("#"):
            continue
        if not colon or name not in (*NAMES, *_OWN):
            raise UsageError(
                f"line {number} asks for {quoted(written.strip())}",
                remedy=f"write a name and its value, as in topic: syria; names are {', '.join((*NAMES, *_OWN))}",
            )
        wishes.append((name, value.strip()))
    return wishes


def _html(wishes: list[tuple[str, str]], config: Path, locale: str) -> str:
    own = {name: value for name, value in wishes if name in _OWN}
    selection = Selection.of((name, value) for name, value in wishes if name not in _OWN)
    show = own.get("show") or "list"
    if show not in _WAYS:
        raise UsageError(f"no {quoted(show)} to show a timeline as", remedy=f"use one of {', '.join(_WAYS)}")
    whole, site = _read(config, locale)
    articles = {article.id: article for article in whole.articles}
    check_names(selection, whole.events, articles)
    part = whole.select(selection)
    live = site.page(embed_of(selection, whole.events))
    return _WAYS[show](replace(part, title=own.get("title") or part.title), site, live)


def _list(part: Timeline, site: Site, live: str) -> str:
    return find_format("html").write(part, site).decode()


def _picture(part: Timeline, site: Site, live: str) -> str:
    """The picture as wide as the page, and what documents say below it."""
    svg = find_format("svg").write(part, site).decode()
    wide = re.sub(r'width="\d+" height="\d+"', 'width="100%"', svg, count=1)
    return f"<figure>\n{wide}<figcaption>{colophon(report_of(part, site))}</figcaption>\n</figure>"


def _frame(part: Timeline, site: Site, live: str) -> str:
    """The site's own page for frames, which goes on as the site does."""
    if not live:
        raise UsageError("a frame needs the address of the site", remedy="give site_url in its mkdocs.yml")
    return framed(part.title, live, site.address)


_WAYS: Final[Mapping[str, Callable[[Timeline, Site, str], str]]] = {
    "list": _list,
    "picture": _picture,
    "frame": _frame,
}


def _read(config: Path, locale: str) -> tuple[Timeline, Site]:
    """The timeline and its site; read once as long as nothing of it changes, however many pages have blocks."""
    content = _content(config, _changed(config))
    files = [config, *(each.file for each in list_articles(content).files), *config.parent.glob("corrections*")]
    return _timeline(config, locale, tuple(map(_changed, files)))


@lru_cache(maxsize=4)
def _timeline(config: Path, locale: str, changed: tuple[tuple[str, int, int], ...]) -> tuple[Timeline, Site]:
    return read_published(config, locale)


@lru_cache(maxsize=4)
def _content(config: Path, changed: tuple[str, int, int]) -> Path:
    return read_settings(config)[0]


def _changed(path: Path) -> tuple[str, int, int]:
    """What tells a file from what it was before."""
    if not path.is_file():
        return str(path), 0, 0
    state = path.stat()
    return str(path), state.st_mtime_ns, state.st_size
