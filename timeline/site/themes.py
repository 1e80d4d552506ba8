"""Whose theme the pages stand in: ours, or one that the site's makers name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, cast

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from timeline.site import framing
from timeline.site.addresses import HOME, METHOD, NOT_FOUND, is_page, root_of
from timeline.site.frame import Frame
from timeline.site.mkdocs_calls import contents, page_file, use_own_theme
from timeline.site.pages import Page
from timeline.site.rendering import say_in
from timeline.site.theming import STYLESHEET, Asset, stylesheet
from timeline.wording import Wording


class Framing(Protocol):
    """What a theme makes of the timeline's pages, at each step of a build."""

    whole: bool
    """Whether our pages are whole as our templates make them, so that MkDocs need not see them."""

    def template_dirs(self) -> Sequence[str | Path]:
        """Where our templates are looked for, the first before the others."""

    def files(self, pages: Iterable[Page], frame: Frame) -> Iterator[File]:
        """The pages as files of MkDocs."""

    def assets(self, frame: Frame) -> Iterator[File]:
        """What the pages need, as files of MkDocs."""

    def prepare(self, environment: jinja2.Environment, wording: Wording) -> None:
        """Set up the environment of the theme."""

    def describe(self, page: MkDocsPage) -> None:
        """Give a page that is ours its title."""

    def content(self, html: str, page: MkDocsPage) -> str:
        """What stands in the middle of a page."""

    def give(self, context: TemplateContext, page: MkDocsPage, frame: Frame) -> None:
        """Give a page that the makers of the site wrote what its template asks for."""

    def finish(self, output: str, page: MkDocsPage) -> str:
        """The whole document."""


class OwnTheme:
    """Ours: the pages come out of our templates whole; only pages of the makers' are pages of MkDocs."""

    whole = True

    def __init__(self, config: MkDocsConfig) -> None:
        use_own_theme(config)
        self.config = config

    def template_dirs(self) -> Sequence[str | Path]:
        return list(self.config.theme.dirs)

    def files(self, pages: Iterable[Page], frame: Frame) -> Iterator[File]:
        return (_file(self.config, page) for page in pages)

    def assets(self, frame: Frame) -> Iterator[File]:
        if not any((Path(folder) / STYLESHEET).is_file() for folder in self.config.theme.dirs):
            yield _file(self.config, Page(STYLESHEET, stylesheet(frame.theme)))
        yield from _copies(self.config, frame.theme.assets)

    def prepare(self, environment: jinja2.Environment, wording: Wording) -> None:
        environment.autoescape = True  # of itself MkDocs escapes nothing
        environment.add_extension("jinja2.ext.i18n")
        say_in(environment, wording)

    def describe(self, page: MkDocsPage) -> None:
        pass

    def content(self, html: str, page: MkDocsPage) -> str:
        return html

    def give(self, context: TemplateContext, page: MkDocsPage, frame: Frame) -> None:
        address = page.file.dest_uri
        more = {"site": frame, "root": root_of(address), "page_address": address, "indexed": False}
        cast(dict[str, object], context).update(more, canonical=page.canonical_url or "")

    def finish(self, output: str, page: MkDocsPage) -> str:
        return output


class NamedTheme:
    """Somebody else's: our pages are pages of MkDocs, in the theme's frame."""

    whole = False

    def __init__(self, config: MkDocsConfig) -> None:
        self.config = config
        self.pages: dict[str, framing.FramedPage] = {}
        config.theme.static_templates.discard("sitemap.xml")  # ours has no days that a clock gave
        config.extra_css.append(framing.STYLESHEET)
        scripts = (asset.address for asset in framing.assets() if asset.address.endswith(".js"))
        config.extra_javascript.extend(scripts)

    def template_dirs(self) -> Sequence[str | Path]:
        return framing.template_dirs(self.config.theme.custom_dir)

    def files(self, pages: Iterable[Page], frame: Frame) -> Iterator[File]:
        for page in pages:
            if not is_page(page.address):
                yield _file(self.config, page)
            elif page.address != NOT_FOUND or NOT_FOUND not in self.config.theme.static_templates:
                self.pages[page.address] = framing.framed_page(page.text, frame.title)
                yield page_file(self.config, page.address, in_navigation=page.address in (HOME, METHOD))

    def assets(self, frame: Frame) -> Iterator[File]:
        yield _file(self.config, Page(framing.STYLESHEET, framing.framed_stylesheet(frame.theme)))
        yield from _copies(self.config, (*framing.assets(), *(face.asset for face in frame.theme.font_files)))

    def prepare(self, environment: jinja2.Environment, wording: Wording) -> None:
        pass

    def describe(self, page: MkDocsPage) -> None:
        if ours := self.pages.get(page.file.dest_uri):
            page.title = ours.title
            page.meta["description"] = ours.description

    def content(self, html: str, page: MkDocsPage) -> str:
        ours = self.pages.get(page.file.dest_uri)
        if ours is None:
            return html
        page.toc = contents(ours.headings)
        return ours.main

    def give(self, context: TemplateContext, page: MkDocsPage, frame: Frame) -> None:
        pass

    def finish(self, output: str, page: MkDocsPage) -> str:
        ours = self.pages.get(page.file.dest_uri)
        return framing.with_head(output, ours.head) if ours else output


def _file(config: MkDocsConfig, page: Page) -> File:
    # Bytes: text would be written with the line ends of the machine.
    return File.generated(config, page.address, content=page.picture or page.text.encode("utf-8", "replace"))


def _copies(config: MkDocsConfig, assets: Iterable[Asset]) -> Iterator[File]:
    for asset in assets:
        yield File.generated(config, asset.address, abs_src_path=str(asset.path))
