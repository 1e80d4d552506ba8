"""What is known of each article file: that it is the one that was read, and what was read in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

import msgspec

from timeline.articles import Article, ContentSettings
from timeline.content_files import ArticleFile, read_bytes
from timeline.errors import ArticleError, CorrectionError
from timeline.events import Mention
from timeline.merging import Merged, Merging
from timeline.progress import Progress, silent
from timeline.readings import TOO_LONG, Outcome, Reading, read_file
from timeline.resolutions import Resolution
from timeline.store.database import TICK, Store
from timeline.store.problems import Problem, problem_of
from timeline.workers import shared, worker_processes

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


class _Unread(NamedTuple):
    """A file that has to be read, with what stands in it."""

    at: int
    """Its place among the files."""
    file: ArticleFile
    look: Look | None
    digest: bytes
    data: bytes


class _Done(NamedTuple):
    """What came of reading one."""

    at: int
    outcome: Outcome
    kept: bytes | None
    """As the store keeps it; None for what it cannot keep, or is not to."""


class Known:
    """The outcomes of the last build, by which those of this one are found."""

    def __init__(self, store: Store, settings: ContentSettings, held: list[ArticleError] | None = None) -> None:
        self.store, self.settings, self.held = store, settings, held
        self.read = _kept_articles(store, settings)
        self.settled = store.now - TICK
        """What was written before that moment looks otherwise when it is written again."""

    def outcomes(self, files: Sequence[ArticleFile], workers: int = 1, progress: Progress = silent) -> list[Outcome]:
        """What became of each file: as it is known, or read now, by so many processes where there are many."""
        found: dict[int, Outcome] = {}
        for done in self._read(self._unread(files, found), workers):
            name = str(files[done.at].path)
            found[done.at] = self._instead(name, done.outcome)
            if found[done.at] is done.outcome:
                self._keep(name, done.kept)
            progress("articles read", len(found), len(files))
        self.store.forget(_KIND, self.read.keys() - {str(file.path) for file in files})
        return [found[at] for at in range(len(files))]

    def _instead(self, name: str, outcome: Outcome) -> Outcome:
        """What became of a file; of one that can no longer be read, what it was, where that is wanted."""
        known = self.read.get(name)
        if self.held is None or known is None or known.article is None or not isinstance(outcome, ArticleError):
            return outcome
        self.held.append(outcome)
        return _outcome(known)

    def _unread(self, files: Iterable[ArticleFile], found: dict[int, Outcome]) -> Iterator[_Unread]:
        """The files that are not known; what is known of the others is put into `found`."""
        for at, file in enumerate(files):
            known, look = self.read.get(str(file.path)), self._look(file.file)
            if known is not None and look is not None and known.look == look:
                found[at] = _outcome(known)
                continue
            try:
                data = read_bytes(file, self.settings.size_limit)
            except ArticleError as error:
                found[at] = self._instead(str(file.path), error)
                continue
            digest = blake2b(data, digest_size=16).digest()
            if known is not None and known.digest == digest:
                found[at] = _outcome(known)
                self._keep(str(file.path), _encoded(msgspec.structs.replace(known, look=look)))
            else:
                yield _Unread(at, file, look, digest, data)

    def _read(self, unread: Iterator[_Unread], workers: int) -> Iterator[_Done]:
        """Read files, the first few here, so that workers begin with all that is loaded for them."""
        for each in islice(unread, _FEW if workers > 1 else None):
            yield _read(each, self.settings)
        for each in unread:
            work = partial(_read_for_parent, settings=self.settings)
            batches = iter(lambda: list(islice(unread, _BATCH)), [])
            with worker_processes(workers) as executor:
                yield from map(_received, shared(executor, chain([[each]], batches), work, _path, 2 * workers))

    def _keep(self, name: str, kept: bytes | None) -> None:
        """Keep what was read; nothing where that is not to be believed the next time."""
        if kept is None:
            self.store.forget(_KIND, [name])
        else:
            # Names with signs that no store holds: such an article is read every time.
            with suppress(UnicodeEncodeError):
                self.store.keep(_KIND, [(name, kept)])

    def _look(self, path: Path) -> Look | None:
        try:
            found = path.stat()
        except OSError:
            return None
        look = Look(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        return look if max(look.changed, look.touched) < self.settled else None


_FEW: Final = 64
"""So many articles are read sooner than workers are there."""
_BATCH: Final = 32


def _kept_articles(store: Store, settings: ContentSettings) -> dict[str, _Read]:
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
    return read


def _read(unread: _Unread, settings: ContentSettings) -> _Done:
    outcome = read_file(unread.file, unread.data, settings)
    lasting = not (isinstance(outcome, ArticleError) and outcome.reason == TOO_LONG)
    kept = _encoded(_kept(unread.look, unread.digest, outcome)) if lasting else None
    return _Done(unread.at, replace(outcome, mark=unread.digest) if isinstance(outcome, Reading) else outcome, kept)


def _read_for_parent(batch: Sequence[_Unread], settings: ContentSettings) -> list[_Done]:
    """The same of many, in a worker: what can be kept goes to the parent as it is kept."""
    done = (_read(each, settings) for each in batch)
    return [each if each.kept is None else each._replace(outcome=None) for each in done]


def _received(done: _Done) -> _Done:
    return done if done.kept is None else done._replace(outcome=_outcome(_DECODER.decode(done.kept)))


def _path(unread: _Unread) -> str:
    return str(unread.file.path)


def _encoded(read: _Read) -> bytes | None:
    """As the store keeps it; None for numbers and signs that it cannot: such an article is read every time."""
    try:
        return _ENCODER.encode(read)
    except (OverflowError, UnicodeEncodeError, msgspec.MsgspecError):
        return None


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
