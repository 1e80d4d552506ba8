"""Every call into MkDocs that its documentation does not promise, so that another MkDocs is met in one place."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.theme import Theme
from mkdocs.utils.yaml import yaml_load

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
    return bool(read_config(path).get("theme"))


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
