"""Every call into MkDocs that its documentation does not promise, so that another MkDocs is met in one place."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme
from mkdocs.utils.yaml import yaml_load

from timeline.site.rendering import templates_dir

PLUGIN = "timeline"


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
