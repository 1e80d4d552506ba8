"""Many texts answered in their order, each apart: one after the other, or in batches by an executor.

A batch is plain data and its function is a module's own, so that any `concurrent.futures.Executor` will do: processes
of this machine, or those of a cluster. Only a few batches are under way at once, whatever the number of texts.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from enum import StrEnum
from typing import NamedTuple

from timeline.api import tag
from timeline.errors import TimelineError, WorkerError
from timeline.exports.event_lines import write_events
from timeline.exports.tag_lines import write_line
from timeline.exports.timeml import file_name, write_timeml
from timeline.happenings import find_happenings
from timeline.importing.text_lines import TextLine, read_line
from timeline.importing.texts import SourceText

_BATCH_TEXTS = 256
_BATCH_BYTES = 1 << 17
"""A batch is closed when it has that many texts, or holds that much: then passing it on costs little beside tagging."""


_Batch = tuple[SourceText, ...]


class Form(StrEnum):
    """What an answer is written as."""

    JSONL = "jsonl"
    """A line of its time expressions."""
    TML = "tml"
    EVENTS = "events"
    """A line of what it tells with them."""


class Defaults(NamedTuple):
    """What holds for texts that do not say it themselves."""

    published: str = ""
    language: str = "en"
    style: str = "news"


class Answer(NamedTuple):
    """What became of one text."""

    place: str
    """Where the text stands: "articles.jsonl:3"."""
    name: str
    """A file name for it, without suffix; only for TimeML."""
    content: bytes
    problem: str = ""
    """Why there is no content, with the place."""


def answer_texts(
    pieces: Iterable[SourceText],
    executor: Executor | None = None,
    *,
    form: Form = Form.JSONL,
    defaults: Defaults = Defaults(),  # noqa: B008  (frozen)
    ahead: int = 4,
) -> Iterator[Answer]:
    """The answer to each text, in the order of the texts.

    Without an executor each text is answered before the next one is asked for. With one, at most `ahead` batches
    are under way; two for each of its workers keep them all at work.

    >>> [answer] = answer_texts([SourceText("example", 1, b'{"id": 7, "published": "2015-08-14", "text": "It ended last week."}')])
    >>> b'"value":"2015-W32"' in answer.content
    True

    Raises:
        WorkerError: one of the executor's workers died; the answers to the texts before those it names are given.
    """
    if executor is None:
        for piece in pieces:
            yield _answer(piece, form, defaults)
        return
    under_way: deque[tuple[_Batch, Future[list[Answer]]]] = deque()
    try:
        for batch in _batches(pieces):
            under_way.append((batch, _submit(executor, batch, form, defaults)))
            while under_way and (len(under_way) >= ahead or under_way[0][1].done()):
                yield from _first(under_way)
        while under_way:
            yield from _first(under_way)
    finally:
        for _, future in under_way:
            future.cancel()


def _submit(executor: Executor, batch: _Batch, form: Form, defaults: Defaults) -> Future[list[Answer]]:
    """The batch handed over; if there is nobody left to take it, that is told when its turn has come."""
    try:
        return executor.submit(_answers, batch, form, defaults)
    except BrokenExecutor as error:
        refused: Future[list[Answer]] = Future()
        refused.set_exception(error)
        return refused


def _first(under_way: deque[tuple[_Batch, Future[list[Answer]]]]) -> list[Answer]:
    """The answers of the first batch, which is then no longer under way."""
    try:
        answers = under_way[0][1].result()
    except BrokenExecutor:
        # Of several batches under way nobody can tell which one it died of.
        first, last = under_way[0][0][0], under_way[-1][0][-1]
        raise WorkerError(
            f"a worker process died on one of the texts from {first.place} to {last.place}",
            remedy="those before are answered; try with fewer workers, which need less memory",
        ) from None
    under_way.popleft()
    return answers


def worker_processes(number: int) -> ProcessPoolExecutor:
    """That many processes of this machine."""
    return ProcessPoolExecutor(number, initializer=_leave_interrupts_to_the_parent)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _batches(pieces: Iterable[SourceText]) -> Iterator[_Batch]:
    batch: list[SourceText] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        size += _size(piece)
        if size >= _BATCH_BYTES or len(batch) >= _BATCH_TEXTS:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


def _size(piece: SourceText) -> int:
    content = piece.content
    return len(content.text) if isinstance(content, TextLine) else len(content) if isinstance(content, bytes) else 0


def _answers(batch: _Batch, form: Form, defaults: Defaults) -> list[Answer]:
    return [_answer(piece, form, defaults) for piece in batch]


def _answer(piece: SourceText, form: Form, defaults: Defaults) -> Answer:
    """One text tagged, or why it cannot be."""
    name = ""
    try:
        if isinstance(piece.content, TimelineError):
            raise piece.content
        line = read_line(piece.content) if isinstance(piece.content, bytes) else piece.content
        published = line.published or defaults.published
        language = line.language or defaults.language
        found = tag(line.text, published or None, language, line.style or defaults.style)
        if form is Form.EVENTS:
            content = write_events(line.id, find_happenings(line.text, found, language))
        elif form is Form.JSONL:
            content = write_line(line.id, found)
        else:
            name = file_name(line.id, piece.line)
            content = write_timeml(name, published, line.text, found)
    except TimelineError as error:
        return Answer(piece.place, name, b"", str(error) if error.path else f"{piece.place}: {error}")
    except Exception as error:  # one text that breaks something must not take the others along
        return Answer(piece.place, name, b"", f"{piece.place}: timeline fails on this text: {error!r}")
    return Answer(piece.place, name, content)
