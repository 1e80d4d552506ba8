"""The MkDocs plugin: the pages of the timeline, generated in memory when MkDocs builds the site."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Literal, NamedTuple

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from timeline.errors import printable
from timeline.merging import Timeline
from timeline.pipeline import Manner, build_timeline
from timeline.progress import silent
from timeline.site.addresses import is_page
from timeline.site.frame import Document, Frame
from timeline.site.mkdocs_calls import PLUGIN, names_theme
from timeline.site.options import DEFAULT_CORRECTIONS, TimelineConfig, settings_of, wording_of
from timeline.site.pages import bad_addresses, make, site_sheets
from timeline.site.rendering import environment_of
from timeline.site.replacing import replacing
from timeline.site.report import BuildReport, Looks, keep_build
from timeline.site.sheets import mark_of_templates, why_again
from timeline.site.surroundings import dated, told_to_mkdocs, without_collecting
from timeline.site.themes import Framing, NamedTheme, OwnTheme
from timeline.site.theming import PLAIN, read_theme
from timeline.site.tree import Tree
from timeline.store.database import FOLDER, Store, opened_store
from timeline.wording import ENGLISH, load_wording

log = get_plugin_logger("timeline")


class ByCall(NamedTuple):
    """That the build was asked for by a call of ours, which tells what came of it."""

    config: Path
    before: Looks
    """How the configuration looked before it was read."""
    problems: Callable[[], tuple[str, ...]]
    manner: Manner = Manner()
    """How articles are read."""


class TimelinePlugin(BasePlugin[TimelineConfig]):  # type: ignore[no-untyped-call]
    """Reads the articles, generates the pages, and publishes them in one step."""

    def __init__(self) -> None:
        self.timeline: Timeline | None = None
        self.frame = Frame("")
        self.theme = PLAIN
        self.wording = load_wording(ENGLISH)
        self.pages = 0
        self.anew = ""
        """Why nothing was known of the articles, where something should have been."""
        self.in_full = ""
        """Why all pages were written, where it was not because they changed."""
        self.again = ""
        """Why all pages were made again, where something that they share changed."""
        self.roots: tuple[str, ...] = ()
        """The files and folders that a build by a call of ours hangs on."""
        self.written = 0
        self.by_call: ByCall | None = None
        self._looks: Looks | None = None
        self._framing: Framing
        self._fresh: Path
        self._tree: Tree | None = None
        self._in_one_step = False
        self._publishing = ExitStack()
        self._site_dir = ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether a site is published, or shown while it is written."""
        self._in_one_step = command != "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take the theme's place or stand in it, and build beside the published site."""
        with told_to_mkdocs():
            self.theme = read_theme(self.config, Path(config.config_file_path).parent)
            self.wording = wording_of(self.config.locale or str(config.theme.locale))
        self._framing = NamedTheme(config) if names_theme(config) else OwnTheme(config)
        if _is_within(Path(config.docs_dir), self.content(config)):  # articles are no pages of MkDocs
            config.docs_dir = os.devnull
        if self._in_one_step:
            with told_to_mkdocs():
                self._begin(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages of the timeline."""
        with told_to_mkdocs(), without_collecting():
            store = self._store(config)
            if self.by_call is not None:
                self._looks = Looks(self._roots(config))
                self.roots = self._looks.roots
            self.timeline = self.read(config, store)
            newest = max((article.published for article in self.timeline.articles), default=None)
            self._publishing.enter_context(dated(newest))
            self._warn(self.timeline)
            self._tell_held()
            self.frame = self._frame(files, config, self.timeline)
            folders = tuple(map(str, self._framing.template_dirs()))
            templates, _ = mark_of_templates(folders)
            environment = environment_of(folders, self.wording, templates)
            self.again = why_again(store, self._site_dir, templates, self.frame.parts)
            sheets = site_sheets(self.timeline, self.frame, environment, store)
            ours = list(self._framing.assets(self.frame))
            if self._in_one_step:
                self._tree = Tree(self._fresh, Path(os.path.realpath(self._site_dir)), store)
            self.in_full = self._why_in_full(config)
            if self._tree is None or self.in_full:
                ours += self._framing.files(map(make, sheets), self.frame)
                addresses = [file.dest_uri for file in ours]
            else:
                progress = self.by_call.manner.progress if self.by_call else silent
                addresses = [*self._tree.bring_forward(sheets, progress), *(file.dest_uri for file in ours)]
        taken = {file.dest_uri: file for file in files}
        for address in addresses:
            if (other := taken.get(address)) is not None:
                if other.is_documentation_page():
                    log.info("%s is a page of the timeline; %s is left out", address, other.src_uri)
                files.remove(other)
        if files.documentation_pages():
            self._looks = None  # what their Markdown takes in from elsewhere nobody knows
        self.pages = sum(map(is_page, addresses)) + len(self.frame.documents)
        return Files([*ours, *files])

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Set up the theme's environment."""
        self._framing.prepare(env, self.wording)
        return env

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give our pages their titles."""
        self._framing.describe(page)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put our part into a theme's page."""
        return self._framing.content(html, page)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the frame to a page that the makers of the site wrote."""
        self._framing.give(context, page, self.frame)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Tell those who link to a page what it is."""
        return self._framing.finish(output, page)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., object]
    ) -> LiveReloadServer:
        """Build again when an article or a correction changes."""
        assets = (asset.path for asset in self.theme.assets)
        for path in filter(None, (self.content(config), self.corrections(config), *assets)):
            server.watch(str(path))
        return server

    @event_priority(-100)  # when other plugins have written what they have to
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the finished site in place."""
        with told_to_mkdocs():
            if self._tree is not None:
                self._tree.adopt(Path(config.site_dir))
                self._tree.finish()
                self.written = sum(map(is_page, self._tree.written))
                self._keep(self._tree.store)
                config.site_dir, self._tree = self._site_dir, None
            self._publishing.close()

    def on_build_error(self, *, error: Exception, **_: object) -> None:
        """Leave the published site as it is, and nothing beside it."""
        self._publishing.__exit__(type(error), error, error.__traceback__)

    def on_shutdown(self) -> None:
        """Clear away what an interrupted build has begun."""
        self._publishing.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)

    def read(self, config: MkDocsConfig, store: Store | None = None) -> Timeline:
        """The timeline of the articles, as the configuration has them read."""
        title = self.config.title or config.site_name
        manner = self.by_call.manner if self.by_call else Manner()
        timeline = build_timeline(
            self.content(config), settings_of(self.config), title, self.corrections(config), store, manner
        )
        self.anew = store.reason if store else ""
        if self.anew:
            log.info("everything is read again: %s", self.anew)
        return timeline

    def content(self, config: MkDocsConfig) -> Path:
        """The folder of articles."""
        return Path(config.config_file_path).parent / self.config.content_dir

    def corrections(self, config: MkDocsConfig) -> Path | None:
        """The file of corrections; None where none is named and there is none of the usual name."""
        path = Path(config.config_file_path).parent / (self.config.corrections or DEFAULT_CORRECTIONS)
        # A link that leads nowhere is no reason to go on without the corrections.
        return path if self.config.corrections or path.exists() or path.is_symlink() else None

    def report(self, site_dir: Path, problems: tuple[str, ...]) -> BuildReport:
        """What the build did."""
        assert self.timeline is not None, "a build that ends well has read the articles"
        return BuildReport(
            site_dir=site_dir,
            articles=len(self.timeline.articles),
            skipped=self.timeline.skipped,
            events=len(self.timeline.events),
            unplaced=len(self.timeline.unplaced),
            pages=self.pages,
            written=self.written,
            problems=problems,
            anew=self.anew,
            in_full=self.in_full,
            again=self.again,
            roots=self.roots,
        )

    def _keep(self, store: Store) -> None:
        """Keep what the build did, if all is known that it hangs on."""
        if self.by_call is not None and self._looks is not None and not self.in_full:
            path, before, problems, _ = self.by_call
            if Looks([path]).mark == before.mark:
                keep_build(store, self._looks, path, self.report(Path(self._site_dir), problems()))

    def _roots(self, config: MkDocsConfig) -> list[Path]:
        """The files and folders that a build hangs on, also those that are not there."""
        folder = Path(config.config_file_path).parent
        named = [self.content(config), self.corrections(config) or folder / DEFAULT_CORRECTIONS, folder / "docs"]
        themes = [Path(each) for each in self._framing.template_dirs()]
        own = [Path(config.docs_dir)] if config.docs_dir != os.devnull else []
        return [Path(config.config_file_path), *named, *themes, *own, *(asset.path for asset in self.theme.assets)]

    def _begin(self, config: MkDocsConfig) -> None:
        """Have the site built beside the one that is published, MkDocs' part of it in a folder of its own."""
        site, folder = Path(os.path.realpath(config.site_dir)), Path(config.config_file_path).parent.resolve()
        near = site.parent == folder
        spare = folder / FOLDER / f"{site.name}.spare" if near else site.with_name(f".{site.name}.spare")
        self._fresh = self._publishing.enter_context(replacing(Path(config.site_dir), spare=spare))
        part = self._fresh.with_name(f".{site.name}.part")
        shutil.rmtree(part, ignore_errors=True)  # left by a build that was killed
        self._publishing.callback(shutil.rmtree, part, ignore_errors=True)
        part.mkdir()
        self._site_dir, config.site_dir = config.site_dir, str(part)

    def _why_in_full(self, config: MkDocsConfig) -> str:
        """Why all pages have to be written; empty where those that are the same need not be."""
        others = sorted(name for name in config.plugins if name != PLUGIN)
        if others or config.hooks:
            return f"{', '.join(others) or 'a hook'} may have a say in any page"
        return "" if self._framing.whole else f"the theme {config.theme.name} frames every page"

    def _store(self, config: MkDocsConfig) -> Store:
        """What is known from the last build, open until this one ends."""
        folder = Path(config.config_file_path).parent
        if not self._in_one_step and _is_within(self.content(config), folder / FOLDER):
            return Store()  # what is written there would be taken for an edit, and the site built again for ever
        return self._publishing.enter_context(opened_store(folder))

    def _warn(self, timeline: Timeline) -> None:
        wrong = map(str, (*timeline.skipped, *timeline.problems))
        for message in dict.fromkeys((*wrong, *bad_addresses(timeline), *self.theme.problems)):
            log.warning("%s", printable(message))

    def _tell_held(self) -> None:
        """Name what is shown as it was, since it cannot be read now; nothing of this is to be kept as done."""
        held = (self.by_call.manner.held if self.by_call else None) or ()
        for error in held:
            log.warning("%s", printable(f"{error}; the page from before is shown"))
        if held:
            self._looks = None

    def _frame(self, files: Files, config: MkDocsConfig, timeline: Timeline) -> Frame:
        return Frame(
            title=timeline.title,
            description=config.site_description or f"{timeline.title}: a timeline with the reasons for every date",
            copyright=config.copyright or "",
            url=config.site_url or "",
            documents=tuple(
                Document(file.name.replace("-", " ").replace("_", " ").capitalize(), file.dest_uri)
                for file in files.documentation_pages()
                if file.dest_uri != "index.html"
            ),
            theme=self.theme,
            events_per_page=self.config.events_per_page,
            wording=self.wording,
            report=self.config.report or config.repo_url or "",
            skipped=timeline.skipped,
        )


def _is_within(directory: Path, other: Path) -> bool:
    directory, other = directory.resolve(), other.resolve()
    return directory == other or other in directory.parents
