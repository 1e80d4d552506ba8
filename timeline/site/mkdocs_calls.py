"""Every call into MkDocs that its documentation does not promise, so that another MkDocs is met in one place."""

from __future__ import annotations

import io
import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.theme import Theme
from mkdocs.utils.yaml import yaml_load
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from timeline.site.rendering import templates_dir

PLUGIN = "timeline"
DEFAULT_THEME = "mkdocs"
"""The theme that MkDocs takes where none is named."""


def use_own_theme(config: MkDocsConfig) -> None:
    """Put the timeline's templates in place of a theme's.

    A theme of MkDocs brings inline scripts and asks other hosts. Templates in the user's `custom_dir`
    go before ours of the same name.
    """
    chosen = config.theme
    theme = Theme(name=None, custom_dir=chosen.custom_dir)
    theme.dirs = [directory for directory in (chosen.custom_dir, str(templates_dir())) if directory]
    theme.static_templates = set()  # MkDocs' own map of the site and error page, made with the clock and unescaped
    config.theme = theme


def names_theme(config: MkDocsConfig) -> bool:
    """Whether the site's makers name a theme; one of MkDocs' own is there also for those who do not."""
    path = Path(config.config_file_path)
    if config.theme.name != DEFAULT_THEME or not path.is_file():
        return config.theme.name not in (None, DEFAULT_THEME)
    said = read_config(path).get("theme")
    return bool(said.get("name") if isinstance(said, dict) else said)


def page_file(config: MkDocsConfig, address: str, in_navigation: bool) -> File:
    """A page of MkDocs at that address, whose content a plugin gives."""
    source = PurePosixPath(address).with_suffix(".md").as_posix()
    inclusion = InclusionLevel.UNDEFINED if in_navigation else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, source, content="", inclusion=inclusion)
    file.dest_uri = address
    return file


def contents(headings: Iterable[tuple[str, str]]) -> TableOfContents:
    """The parts of a page, each by its name and its words, as a theme lists them."""
    return TableOfContents([AnchorLink(words, name, 2) for name, words in headings])


def read_config(path: Path) -> dict[str, object]:
    """What the file says, unchecked.

    Raises:
        ConfigurationError: it is not well formed.
    """
    with path.open("rb") as file:
        return yaml_load(file) or {}


def checked_config(path: Path, given: dict[str, object]) -> MkDocsConfig:
    """The checked configuration of `path`, which need not exist; what is given goes before what it says."""
    file = path.open("rb") if path.is_file() else io.BytesIO(b"{}")
    return load_config(file, config_file_path=str(path.absolute()), **given)


def run_build(config: MkDocsConfig) -> None:
    """Build as `mkdocs build` does."""
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


class LiveServer(LiveReloadServer):
    """MkDocs' server; it builds again when something changes in the folders that it watches.

    Names that begin with a full stop are left out: they are those of what a build keeps and of an editor's own files.
    """

    def __init__(
        self,
        builder: Callable[[], None],
        host: str,
        port: int,
        root: str,
        tell_address: Callable[[str], None],
        rest: Callable[[], None],
    ) -> None:
        super().__init__(builder, host, port, root)
        self.tell_address = tell_address
        self.rest = rest
        """What is done when there is nothing to do."""

    def service_actions(self) -> None:
        super().service_actions()
        if self._visible_epoch == self._wanted_epoch and not self._want_rebuild:
            self.rest()

    def server_activate(self) -> None:
        super().server_activate()
        self.tell_address(self.url)

    def run(self) -> None:
        """Serve until interrupted."""
        try:
            self.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            pass
        finally:
            self.shutdown(wait=True)

    def watch_all(self, paths: Iterable[str]) -> None:
        """Watch folders with all in them; of files, which may come, go and be replaced, the folder they stand in."""
        for path in map(Path, paths):
            folder = str(path if path.is_dir() else path.parent)
            if folder not in self._watched_paths and Path(folder).is_dir():
                self._watched_paths[folder] = 1
                seeing = _Seeing(folder, self._build_again)
                self._watch_refs[folder] = self.observer.schedule(seeing, folder, recursive=path.is_dir())

    def _build_again(self) -> None:
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()


class _Seeing(FileSystemEventHandler):
    """Sees what happens to the files of a folder."""

    def __init__(self, folder: str, act: Callable[[], None]) -> None:
        self.folder, self.act = folder, act

    def on_any_event(self, event: FileSystemEvent) -> None:
        names = (Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path)
        seen = [name.relative_to(self.folder).parts for name in names if name.is_relative_to(self.folder)]
        if not event.is_directory and any(not any(part.startswith(".") for part in parts) for parts in seen):
            self.act()


@contextmanager
def messages_of_mkdocs() -> Iterator[list[logging.LogRecord]]:
    """What MkDocs and its plugins warn of, collected instead of printed."""
    logger = logging.getLogger("mkdocs")
    collected: list[logging.LogRecord] = []
    handler = _Collecting(collected)
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield collected
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


class _Collecting(logging.Handler):
    """Keeps what it is told."""

    def __init__(self, collected: list[logging.LogRecord]) -> None:
        super().__init__(logging.WARNING)
        self.collected = collected

    def emit(self, record: logging.LogRecord) -> None:
        self.collected.append(record)
