"""What is known of each article file: that it is the one that was read, and what was read in it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path
from typing import Final, NamedTuple

import msgspec
from msgspec.structs import replace

from timeline.articles import ContentSettings
from timeline.candidates import Met
from timeline.content_files import ArticleFile, read_bytes
from timeline.errors import ArticleError, TimelineError
from timeline.grouping import NOTHING_GROUPED, Grouped
from timeline.merging import Merged, Outline
from timeline.progress import Progress, silent
from timeline.readings import TOO_LONG, Outcome, Reading, read_file
from timeline.store.database import TICK, Store
from timeline.store.rows import ROWS, WHOLES, Look, Row, Whole, encoded, outcome_of, row_of, whole_of
from timeline.store.shelf import Register
from timeline.workers import shared, worker_processes

_ROW: Final = "row"
_WHOLE: Final = "article"
_MERGED: Final = "merged"
_MET: Final = "met"
_OUTLINES: Final = "outlines"
_SETTINGS: Final = "settings of the articles"


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
    kept: tuple[bytes, bytes] | None
    """Its row and the whole as the store keeps them; None for what it cannot keep, or is not to."""


class Known:
    """The outcomes of the last build, by which those of this one are found."""

    def __init__(self, store: Store, settings: ContentSettings, held: list[ArticleError] | None = None) -> None:
        self.store, self.settings, self.held = store, settings, held
        self.read = _kept_rows(store, settings)
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
        gone = self.read.keys() - {str(file.path) for file in files}
        self.store.forget(_ROW, gone)
        self.store.forget(_WHOLE, gone)
        return [found[at] for at in range(len(files))]

    def _instead(self, name: str, outcome: Outcome) -> Outcome:
        """What became of a file; of one that can no longer be read, what it was, where that is wanted."""
        known = self.read.get(name)
        if self.held is None or known is None or known.head is None or not isinstance(outcome, ArticleError):
            return outcome
        self.held.append(outcome)
        return outcome_of(known, partial(self._whole, name, None))

    def _unread(self, files: Iterable[ArticleFile], found: dict[int, Outcome]) -> Iterator[_Unread]:
        """The files that are not known; what is known of the others is put into `found`."""
        for at, file in enumerate(files):
            known, look = self.read.get(str(file.path)), self._look(file.file)
            if known is not None and look is not None and known.look == look:
                found[at] = outcome_of(known, partial(self._whole, str(file.path), file))
                continue
            try:
                data = read_bytes(file, self.settings.size_limit)
            except ArticleError as error:
                found[at] = self._instead(str(file.path), error)
                continue
            digest = _digest(data)
            if known is not None and known.digest == digest:
                found[at] = outcome_of(known, partial(self._whole, str(file.path), file))
                self.store.keep(_ROW, [(str(file.path), encoded(replace(known, look=look)) or b"")])
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

    def _keep(self, name: str, kept: tuple[bytes, bytes] | None) -> None:
        """Keep what was read; nothing where that is not to be believed the next time."""
        # Names with signs that no store holds: such an article is read every time.
        with suppress(UnicodeEncodeError):
            if kept is None:
                self.store.forget(_ROW, [name])
                self.store.forget(_WHOLE, [name])  # its words as they were before
            else:
                row, whole = kept
                self.store.keep(_WHOLE, [(name, whole)])
                self.store.keep(_ROW, [(name, row)])

    def _whole(self, name: str, file: ArticleFile | None) -> Whole:
        """All that was read in a known article; read again where the store has lost it."""
        data = self.store.piece(_WHOLE, name)
        with suppress(msgspec.MsgspecError, UnicodeDecodeError):
            if data is not None:
                return WHOLES.decode(data)
        if file is not None:
            found = read_bytes(file, self.settings.size_limit)
            again = read_file(file, found, self.settings)
            if isinstance(again, Reading) and _digest(found) == self.read[name].digest:
                return whole_of(again)
        raise TimelineError("was lost while the site was built", path=name, remedy="build it again")

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


def _kept_rows(store: Store, settings: ContentSettings) -> dict[str, Row]:
    """What the store knows of articles that were read with these settings."""
    said = repr(settings)
    if store.said(_SETTINGS) != said:
        if store.said(_SETTINGS):
            store.reason = "the settings of the articles changed"
        for kind in (_ROW, _WHOLE, _MERGED, _MET, _OUTLINES):
            store.forget_all(kind)
        store.say(_SETTINGS, said)
    rows = {}
    for name, data in store.pieces(_ROW):
        with suppress(msgspec.MsgspecError, UnicodeDecodeError):
            rows[name] = ROWS.decode(data)
    return rows


def _read(unread: _Unread, settings: ContentSettings) -> _Done:
    outcome = read_file(unread.file, unread.data, settings)
    if isinstance(outcome, Reading):
        mark = _digest(unread.digest + repr(settings).encode("utf-8", "surrogatepass"))
        outcome = dataclasses.replace(outcome, article=dataclasses.replace(outcome.article, mark=mark))
    lasting = not (isinstance(outcome, ArticleError) and outcome.reason == TOO_LONG)
    return _Done(unread.at, outcome, _kept(unread, outcome) if lasting else None)


def _kept(unread: _Unread, outcome: Outcome) -> tuple[bytes, bytes] | None:
    row = encoded(row_of(unread.look, unread.digest, outcome))
    whole = encoded(whole_of(outcome)) if isinstance(outcome, Reading) else b""
    return None if row is None or whole is None else (row, whole)


def _read_for_parent(batch: Sequence[_Unread], settings: ContentSettings) -> list[_Done]:
    """The same of many, in a worker: what can be kept goes to the parent as it is kept."""
    done = (_read(each, settings) for each in batch)
    return [each if each.kept is None else each._replace(outcome=None) for each in done]


def _received(done: _Done) -> _Done:
    if done.kept is None:
        return done
    row, whole = done.kept
    return done._replace(outcome=outcome_of(ROWS.decode(row), partial(WHOLES.decode, whole)))


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


def _path(unread: _Unread) -> str:
    return str(unread.file.path)


class KnownMerging:
    """What came of merging the last time, by which it is done again."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.met = Register(store, _MET, Met)
        self.outlines = Register(store, _OUTLINES, Outline)
        data = store.piece(_MERGED, "")
        grouped = NOTHING_GROUPED
        with suppress(msgspec.MsgspecError, UnicodeDecodeError):
            if data is not None:
                grouped = replace(msgspec.msgpack.decode(data, type=Grouped), met=self.met.known)
        self.merged = Merged(grouped, self.outlines.known)

    def keep(self, after: Merged) -> None:
        """Keep what came of it now."""
        with suppress(OverflowError, UnicodeEncodeError):
            self.store.keep(_MERGED, [("", msgspec.msgpack.encode(replace(after.grouped, met={})))])
        self.met.keep(after.grouped.met)
        self.outlines.keep(after.outlines)
