"""What a build did, and whether another one would do the same.

Neither this nor what it imports loads MkDocs: to say that nothing changed takes no longer than to look at the files.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

import msgspec

from timeline.errors import ArticleError, TimelineError
from timeline.site.tree import is_as_written
from timeline.store.database import FILE, FOLDER, TICK, Store, opened_store
from timeline.store.problems import Problem, problem_of

DEFAULT_CONFIG: Final = Path("mkdocs.yml")
_KIND: Final = "build"
_ELSEWHERE: Final = re.compile(rb"(?:^|[\s\[{,])(?:!\w|INHERIT\b)", re.MULTILINE)
"""By what a configuration says that more of it stands somewhere else."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did."""

    site_dir: Path
    articles: int
    """How many there are that can be read."""
    skipped: tuple[ArticleError, ...]
    """Those that cannot, each with the place and the reason."""
    events: int
    unplaced: int
    """Expressions that name a time without a place on the calendar."""
    pages: int
    """How many the site has."""
    written: int
    """How many of them were written; the others were the same already."""
    problems: tuple[str, ...]
    """All that is to be mended, a line each: the articles skipped and what else MkDocs warned of."""
    anew: str = ""
    """Why nothing was known from earlier builds, where something should have been."""
    in_full: str = ""
    """Why all pages were written, where it was not because they changed."""
    again: str = ""
    """Why all pages were made again, where something that they share changed."""
    roots: tuple[str, ...] = ()
    """The files and folders that it hangs on, also those that are not there."""


class _Kept(msgspec.Struct, frozen=True):
    """A build as it is kept."""

    roots: tuple[str, ...]
    """The files and folders that it hangs on."""
    looks: bytes
    site_dir: str
    articles: int
    skipped: tuple[Problem, ...]
    events: int
    unplaced: int
    pages: int
    problems: tuple[str, ...]


class Looks:
    """How everything looked that a build hangs on, before it was read."""

    def __init__(self, roots: Iterable[Path]) -> None:
        self.roots = tuple(sorted({str(root.absolute()) for root in roots}))
        said = blake2b(digest_size=16)
        self.newest = 0
        for root in self.roots:
            for line, changed in _looks(root):
                said.update(line)
                self.newest = max(self.newest, changed)
        self.mark = said.digest()


def keep_build(store: Store, looks: Looks, config: Path, report: BuildReport) -> None:
    """Keep what a build did, so that the next one need not if nothing changes."""
    name = _name(config, report.site_dir)
    with suppress(OSError):
        if looks.newest < store.now - TICK and not (config.is_file() and _ELSEWHERE.search(config.read_bytes())):
            kept = _Kept(
                looks.roots,
                looks.mark,
                str(report.site_dir),
                report.articles,
                tuple(map(problem_of, report.skipped)),
                report.events,
                report.unplaced,
                report.pages,
                report.problems,
            )
            store.keep(_KIND, [(name, msgspec.msgpack.encode(kept))])
            return
    store.forget(_KIND, [name])


def unchanged(config_path: Path | None = None, site_dir: Path | None = None) -> BuildReport | None:
    """What the last build said, if another one would find and make the same; None where that is not sure."""
    config = config_path or DEFAULT_CONFIG
    folder = config.absolute().parent
    if not (folder / FOLDER / FILE).is_file():
        return None
    with suppress(TimelineError), opened_store(folder, wait=0) as store:
        for name, data in store.pieces(_KIND):
            with suppress(msgspec.MsgspecError, UnicodeDecodeError, OSError):
                kept = msgspec.msgpack.decode(data, type=_Kept)
                site = Path(kept.site_dir)
                if name != _name(config, site) or (site_dir is not None and site_dir.absolute() != site.absolute()):
                    continue
                if Looks(map(Path, kept.roots)).mark == kept.looks and is_as_written(site, store):
                    return _report(kept)
    return None


def _report(kept: _Kept) -> BuildReport:
    skipped = tuple(each.error(ArticleError) for each in kept.skipped)
    said = kept.articles, skipped, kept.events, kept.unplaced, kept.pages, 0, kept.problems
    return BuildReport(Path(kept.site_dir), *said, roots=kept.roots)


def _name(config: Path, site_dir: Path) -> str:
    return f"{config.absolute()}\n{site_dir.absolute()}"


def _looks(root: str) -> Iterator[tuple[bytes, int]]:
    """Every file and folder from a root on, as it looks, and when it changed; names that begin with a dot left out."""
    pending = [root]
    yield _look(root)
    while pending:
        folder = pending.pop()
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in found:
            if not entry.name.startswith("."):
                yield _look(entry.path)
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)


def _look(path: str) -> tuple[bytes, int]:
    """A path with all that another content would change, also where it is a link."""
    said, newest = [os.fsencode(path)], 0
    for ask in (os.lstat, os.stat):
        with suppress(OSError):
            found = ask(path)
            said.append(
                b"%d %d %d %d %d" % (found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
            )
            newest = max(newest, found.st_mtime_ns, found.st_ctime_ns)
    return b"\0".join(said) + b"\n", newest
