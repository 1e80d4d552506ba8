"""Publishing a site with one call, as `timeline build` does."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from timeline.articles import ContentSettings
from timeline.changes import Change, changes_of
from timeline.errors import TimelineError, UsageError
from timeline.merging import Timeline
from timeline.pipeline import Manner
from timeline.published import Site
from timeline.site.mkdocs_calls import (
    DEFAULT_THEME,
    PLUGIN,
    checked_config,
    messages_of_mkdocs,
    read_config,
    run_build,
)
from timeline.site.options import settings_of, wording_of
from timeline.site.plugin import ByCall, TimelinePlugin
from timeline.site.report import DEFAULT_CONFIG, BuildReport, Looks
from timeline.store.database import FILE, FOLDER, opened_store, passing_store
from timeline.store.knowledge import KnownMerging

DEFAULT_TITLE = "Timeline"
DEFAULT_CONTENT = "content"


def publish(
    config_path: Path | None = None,
    site_dir: Path | None = None,
    manner: Manner = Manner(),  # noqa: B008  (frozen)
    url: str = "",
) -> BuildReport:
    """Build the site and put it in the place of the one that is published; `url` is where it is shown instead.

    Without a configuration, or a default one that is not there, the folder's `content/` goes into
    its `site/`. Whatever fails, the published site stays as it was.

    Raises:
        UsageError: there is no such configuration, it is wrong, or there are no articles to read.
        TimelineError: a template fails, or another build goes on for too long.
    """
    path = config_path or DEFAULT_CONFIG
    before = Looks([path])
    with messages_of_mkdocs() as messages:
        config = _config(path, site_dir, messages, url)
        published = Path(config.site_dir)
        plugin = _plugin(config, ByCall(path, before, lambda: tuple(map(_told, messages)), manner))
        try:
            run_build(config)
        except Abort as error:
            raise _cause(error, messages) from error
    return plugin.report(published, tuple(map(_told, messages)))


def read_timeline(config_path: Path | None = None) -> Timeline:
    """The timeline that the site would show; nothing is published.

    Raises:
        UsageError: there is no such configuration, it is wrong, or there are no articles to read.
    """
    with messages_of_mkdocs() as messages:
        config = _config(config_path or DEFAULT_CONFIG, None, messages)
    return _plugin(config).read(config)


def read_published(config_path: Path | None = None, locale: str = "") -> tuple[Timeline, Site]:
    """The timeline that the site would show and where that is, in the language of the site or another one.

    Raises:
        UsageError: there is no such configuration, it is wrong, there are no articles to read, or no such language.
    """
    with messages_of_mkdocs() as messages:
        config = _config(config_path or DEFAULT_CONFIG, None, messages)
    plugin = _plugin(config)
    wording = wording_of(locale or plugin.config.locale or str(config.theme.locale))
    return plugin.read(config), Site(config.site_url or "", config.site_description or "", wording=wording)


def read_settings(config_path: Path | None = None) -> tuple[Path, ContentSettings]:
    """The folder of articles, which is made where it is missing, and how its articles are read.

    Raises:
        UsageError: there is no such configuration, or it is wrong.
    """
    path = config_path or DEFAULT_CONFIG
    if not path.is_file() and path == DEFAULT_CONFIG:
        (path.parent / DEFAULT_CONTENT).mkdir(exist_ok=True)
    with messages_of_mkdocs() as messages:
        config = _config(path, None, messages)
    plugin = _plugin(config)
    return plugin.content(config), settings_of(plugin.config)


@dataclass(frozen=True, slots=True)
class Preview:
    """What a build would do."""

    changes: tuple[Change, ...]
    """As articles tell it and editors put it together; dates and headlines of theirs are not looked at."""
    problems: tuple[str, ...]


def preview(config_path: Path | None = None) -> Preview:
    """What a build would change; nothing is published, and nothing kept.

    Raises:
        UsageError: there is no such configuration, it is wrong, or there are no articles to read.
    """
    path = config_path or DEFAULT_CONFIG
    with messages_of_mkdocs() as messages:
        config = _config(path, None, messages)
        plugin = _plugin(config)
        folder = path.absolute().parent
        kept = opened_store(folder) if (folder / FOLDER / FILE).is_file() else passing_store()
        with kept as store:
            before = tuple(KnownMerging(store).merged.outlines.values())
            timeline = plugin.read(config, store)
            now = tuple(KnownMerging(store).merged.outlines.values())
            store.undo()
    told = (*timeline.skipped, *timeline.problems)
    return Preview(tuple(changes_of(before, now)), (*map(_told, messages), *map(str, told)))


def _plugin(config: MkDocsConfig, by_call: ByCall | None = None) -> TimelinePlugin:
    """Our plugin, which MkDocs keeps from one configuration to the next."""
    plugin = config.plugins[PLUGIN]
    assert isinstance(plugin, TimelinePlugin)
    plugin.by_call = by_call
    return plugin


def _config(path: Path, site_dir: Path | None, messages: list[logging.LogRecord], url: str = "") -> MkDocsConfig:
    if not path.is_file() and path != DEFAULT_CONFIG:
        raise UsageError("there is no such file", path=path)
    try:
        said = read_config(path) if path.is_file() else {}
    except ConfigurationError as error:
        cause = error.__context__
        line = cause.problem_mark.line + 1 if isinstance(cause, yaml.MarkedYAMLError) and cause.problem_mark else None
        raise UsageError("is not well-formed YAML", path=path, line=line) from error
    if not isinstance(said, dict):
        raise UsageError("holds no settings", path=path, remedy="write “site_name: …” in it")
    try:
        config = checked_config(path, _given(path, said, site_dir, url))
    except (Abort, ConfigurationError) as error:
        reasons = [_told(message) for message in messages if message.levelno >= logging.ERROR]
        raise UsageError("; ".join(reasons) or str(error), path=path) from error
    if PLUGIN not in config.plugins:
        raise UsageError("does not name the plugin", path=path, remedy=f"write “plugins: [{PLUGIN}]” in it")
    return config


def _given(path: Path, said: dict[str, object], site_dir: Path | None, url: str) -> dict[str, object]:
    """What is set whatever the file says, and what a file that is silent would have to say."""
    # Problems are told and counted here; MkDocs' strictness would end the build without a report.
    given: dict[str, object] = {"strict": False}
    if "site_name" not in said:
        given["site_name"] = DEFAULT_TITLE
    if "plugins" not in said:
        given["plugins"] = [PLUGIN]
    theme = said.get("theme")
    if isinstance(theme, dict) and not theme.get("name"):
        given["theme"] = {**theme, "name": DEFAULT_THEME}  # which MkDocs insists on, and ours stands in for
    docs = path.parent / str(said.get("docs_dir", "docs"))
    if "docs_dir" not in said and not (path.is_file() and docs.is_dir()):
        # MkDocs insists on a folder of pages; the plugin sees to it that this one is not read as such.
        content = path.parent / _content_dir(said)
        if not content.is_dir():
            raise UsageError("there is no folder of articles", path=content, remedy="make it, or set content_dir")
        given["docs_dir"] = str(content.absolute())
    if site_dir is not None:
        given["site_dir"] = str(site_dir.absolute())
    if url:
        given["site_url"] = url
    return given


def _content_dir(said: dict[str, object]) -> str:
    """The folder of articles that the file names, before MkDocs has checked it."""
    plugins = said.get("plugins")
    listed = plugins.items() if isinstance(plugins, dict) else _pairs(plugins) if isinstance(plugins, list) else ()
    for name, options in listed:
        if name == PLUGIN and isinstance(options, dict):
            return str(options.get("content_dir", DEFAULT_CONTENT))
    return DEFAULT_CONTENT


def _pairs(plugins: list[object]) -> list[tuple[object, object]]:
    return [pair for each in plugins if isinstance(each, dict) for pair in each.items()]


def _cause(error: BaseException, messages: list[logging.LogRecord]) -> TimelineError:
    """The failure of ours behind the one that MkDocs ends with."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, TimelineError):
            return cause
        cause = cause.__cause__ or cause.__context__
    return TimelineError("; ".join(_told(message) for message in messages) or str(error))


def _told(message: logging.LogRecord) -> str:
    return message.getMessage().removeprefix(f"{PLUGIN}: ")
