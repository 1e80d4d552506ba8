"""What is known of each article file: that it is the one that was read, and what was read in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

import msgspec

from timeline.articles import Article, ContentSettings
from timeline.content_files import ArticleFile, read_bytes
from timeline.errors import ArticleError, CorrectionError
from timeline.events import Mention
from timeline.merging import Merged, Merging
from timeline.readings import Outcome, Reading, read_file
from timeline.resolutions import Resolution
from timeline.store.database import TICK, Store
from timeline.store.problems import Problem, problem_of

_KIND: Final = "article"
_MERGED: Final = "merged"
_SETTINGS: Final = "settings of the articles"


class Look(NamedTuple):
    """How a file looks from outside: another look may be another content."""

    size: int
    changed: int
    """When its content was written, in nanoseconds."""
    touched: int
    """When anything about it changed."""
    number: int
    """Of its inode."""


class _Read(msgspec.Struct, frozen=True, array_like=True):
    """An outcome as it is kept; without article and problem it is a draft."""

    look: Look | None
    """None where the file could still change without looking otherwise."""
    digest: bytes
    article: Article | None = None
    resolutions: tuple[Resolution, ...] = ()
    placed: tuple[Mention, ...] = ()
    unplaced: tuple[Mention, ...] = ()
    problems: tuple[Problem, ...] = ()
    skipped: Problem | None = None


class Known:
    """The outcomes of the last build, and what there is to keep of this one."""

    def __init__(self, read: Mapping[str, _Read], now: int) -> None:
        self.read = read
        self.settled = now - TICK
        """What was written before that moment looks otherwise when it is written again."""
        self.fresh: dict[str, _Read] = {}
        self.asked: set[str] = set()

    def outcome(self, file: ArticleFile, settings: ContentSettings) -> Outcome:
        """What became of a file: as it is known, or read now."""
        name = str(file.path)
        self.asked.add(name)
        known, look = self.read.get(name), self._look(file.file)
        if known is not None and look is not None and known.look == look:
            return _outcome(known)
        try:
            data = read_bytes(file, settings.size_limit)
        except ArticleError as error:
            return error
        digest = blake2b(data, digest_size=16).digest()
        if known is not None and known.digest == digest:
            self.fresh[name] = msgspec.structs.replace(known, look=look)
            return _outcome(known)
        outcome = read_file(file, data, settings)
        self.fresh[name] = _kept(look, digest, outcome)
        return replace(outcome, mark=digest) if isinstance(outcome, Reading) else outcome

    def _look(self, path: Path) -> Look | None:
        try:
            found = path.stat()
        except OSError:
            return None
        look = Look(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        return look if max(look.changed, look.touched) < self.settled else None


def known_articles(store: Store, settings: ContentSettings) -> Known:
    """What the store knows of articles that were read with these settings."""
    said = repr(settings)
    if store.said(_SETTINGS) != said:
        if store.said(_SETTINGS):
            store.reason = "the settings of the articles changed"
        store.forget_all(_KIND)
        store.forget_all(_MERGED)
        store.say(_SETTINGS, said)
    read = {}
    for name, data in store.pieces(_KIND):
        with suppress(msgspec.MsgspecError, UnicodeDecodeError):
            read[name] = _DECODER.decode(data)
    return Known(read, store.now)


def keep_articles(store: Store, known: Known) -> None:
    """Keep what was read, and nothing of what is gone."""
    store.forget(_KIND, known.read.keys() - known.asked)
    for name, read in known.fresh.items():
        # Numbers and signs that no store holds: such an article is read every time.
        with suppress(OverflowError, UnicodeEncodeError, msgspec.MsgspecError):
            store.keep(_KIND, [(name, _ENCODER.encode(read))])


def known_merging(store: Store, readings: Iterable[Reading]) -> Merging:
    """Merging that knows what came of it the last time."""
    marks = {reading.article.id: reading.mark for reading in readings}
    return Merging(kept_merging(store), marks)


def kept_merging(store: Store) -> Merged:
    """What came of it, as it is kept; nothing where nothing is."""
    data = store.piece(_MERGED, "")
    with suppress(msgspec.MsgspecError, UnicodeDecodeError):
        if data is not None:
            return msgspec.msgpack.decode(data, type=Merged)
    return Merged()


def keep_merging(store: Store, merging: Merging) -> None:
    """Keep what came of merging for the next time."""
    if merging.after != merging.before:
        with suppress(OverflowError, UnicodeEncodeError):
            store.keep(_MERGED, [("", msgspec.msgpack.encode(merging.after))])


def _kept(look: Look | None, digest: bytes, outcome: Outcome) -> _Read:
    if outcome is None:
        return _Read(look, digest)
    if isinstance(outcome, ArticleError):
        return _Read(look, digest, skipped=problem_of(outcome))
    article = replace(outcome.article, prose=replace(outcome.article.prose, source=()))
    problems = tuple(map(problem_of, outcome.problems))
    return _Read(look, digest, article, outcome.resolutions, outcome.placed, outcome.unplaced, problems)


def _outcome(read: _Read) -> Outcome:
    if read.skipped is not None:
        return read.skipped.error(ArticleError)
    if read.article is None:
        return None
    problems = tuple(each.error(CorrectionError) for each in read.problems)
    return Reading(read.article, read.resolutions, read.placed, read.unplaced, problems, read.digest)


def _hold(value: object) -> object:
    if isinstance(value, PurePosixPath):
        return str(value)
    raise NotImplementedError(type(value))


def _take(kind: type, value: object) -> object:
    if kind is PurePosixPath:
        return PurePosixPath(str(value))
    raise NotImplementedError(kind)


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_hold)
_DECODER = msgspec.msgpack.Decoder(_Read, dec_hook=_take)
