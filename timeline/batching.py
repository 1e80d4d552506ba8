"""Many texts answered in their order, each apart: one after the other, or in batches by an executor.

Only a few batches are under way at once, whatever the number of texts (`timeline.workers`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from timeline.api import tag
from timeline.errors import TimelineError
from timeline.exports.event_lines import write_events
from timeline.exports.tag_lines import write_line
from timeline.exports.timeml import file_name, write_timeml
from timeline.happenings import find_happenings
from timeline.importing.text_lines import TextLine, read_line
from timeline.importing.texts import SourceText
from timeline.workers import shared

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
    work = partial(_answers, form=form, defaults=defaults)
    yield from shared(executor, _batches(pieces), work, lambda piece: piece.place, ahead)


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


def _answers(batch: Sequence[SourceText], form: Form, defaults: Defaults) -> list[Answer]:
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
