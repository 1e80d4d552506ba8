"""An article as it is kept: a row by which it is known and listed, and the whole of it, fetched when asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from pathlib import PurePosixPath
from typing import Any, Final, NamedTuple, get_type_hints

import msgspec

from timeline.articles import Article
from timeline.errors import ArticleError, CorrectionError
from timeline.events import Mention
from timeline.late import late
from timeline.readings import Outcome, Reading
from timeline.resolutions import Resolution
from timeline.spans import Span
from timeline.store.problems import Problem, problem_of


class Look(NamedTuple):
    """How a file looks from outside: another look may be another content."""

    size: int
    changed: int
    """When its content was written, in nanoseconds."""
    touched: int
    """When anything about it changed."""
    number: int
    """Of its inode."""


class Whole(msgspec.Struct, frozen=True, array_like=True):
    """All that was read in an article."""

    article: Article
    resolutions: tuple[Resolution, ...]
    placed: tuple[Mention, ...]
    unplaced: tuple[Mention, ...]


_BODY: Final = ("markdown", "prose")
"""What of an article is fetched when it is asked for."""
_Head: Any = msgspec.defstruct(
    "_Head",
    [(each.name, get_type_hints(Article)[each.name]) for each in fields(Article) if each.name not in _BODY],
    frozen=True,
    array_like=True,
)
"""An article without its body."""


class _Named(NamedTuple):
    """A mention by what it is ordered and found by."""

    id: str
    clause: Span


class _Undated(NamedTuple):
    """One that has no date, with what it is listed by."""

    id: str
    clause: Span
    headline: str


class Row(msgspec.Struct, frozen=True, array_like=True):
    """By what an article is known; without head and problem it is a draft."""

    look: Look | None
    """None where the file could still change without looking otherwise."""
    digest: bytes
    """Of what stands in the file."""
    head: _Head | None = None
    placed: tuple[_Named, ...] = ()
    unplaced: tuple[_Undated, ...] = ()
    problems: tuple[Problem, ...] = ()
    skipped: Problem | None = None


def row_of(look: Look | None, digest: bytes, outcome: Outcome) -> Row:
    """The row of what became of a file."""
    if outcome is None:
        return Row(look, digest)
    if isinstance(outcome, ArticleError):
        return Row(look, digest, skipped=problem_of(outcome))
    head = _Head(*(getattr(outcome.article, name) for name in _Head.__struct_fields__))
    placed = tuple(_Named(each.id, each.clause) for each in outcome.placed)
    unplaced = tuple(_Undated(each.id, each.clause, each.headline) for each in outcome.unplaced)
    return Row(look, digest, head, placed, unplaced, tuple(map(problem_of, outcome.problems)))


def whole_of(reading: Reading) -> Whole:
    """All of a reading but where its words stand in the Markdown."""
    article = replace(reading.article, prose=replace(reading.article.prose, source=()))
    return Whole(article, reading.resolutions, reading.placed, reading.unplaced)


def outcome_of(row: Row, fetch: Callable[[], Whole]) -> Outcome:
    """What became of the file; what its row does not say is fetched when it is asked for."""
    if row.skipped is not None:
        return row.skipped.error(ArticleError)
    if row.head is None:
        return None
    fetched = _Once(fetch)
    head = {name: getattr(row.head, name) for name in row.head.__struct_fields__}
    article = late(Article, head, fetched.article)
    known = {
        "article": article,
        "placed": _late(row.placed, article.id, fetched.placed),
        "unplaced": _late(row.unplaced, article.id, fetched.unplaced),
        "problems": tuple(each.error(CorrectionError) for each in row.problems),
    }
    return late(Reading, known, fetched.reading)


def _late(known: tuple[_Named | _Undated, ...], article: str, fetch: Callable[[int], Mention]) -> tuple[Mention, ...]:
    return tuple(
        late(Mention, {**each._asdict(), "article": article}, partial(fetch, at)) for at, each in enumerate(known)
    )


class _Once:
    """The whole of an article, fetched no more than once."""

    __slots__ = ("_fetch", "_whole")

    def __init__(self, fetch: Callable[[], Whole]) -> None:
        self._fetch = fetch
        self._whole: Whole | None = None

    def __call__(self) -> Whole:
        if self._whole is None:
            self._whole = self._fetch()
        return self._whole

    def article(self) -> Article:
        return self().article

    def reading(self) -> Reading:
        whole = self()
        return Reading(whole.article, whole.resolutions, whole.placed, whole.unplaced)

    def placed(self, at: int) -> Mention:
        return self().placed[at]

    def unplaced(self, at: int) -> Mention:
        return self().unplaced[at]


def _hold(value: object) -> object:
    if isinstance(value, PurePosixPath):
        return str(value)
    raise NotImplementedError(type(value))


def _take(kind: type, value: object) -> object:
    if kind is PurePosixPath:
        return PurePosixPath(str(value))
    raise NotImplementedError(kind)


def encoded(value: Row | Whole) -> bytes | None:
    """As the store keeps it; None for numbers and signs that it cannot: such an article is read every time."""
    try:
        return _ENCODER.encode(value)
    except (OverflowError, UnicodeEncodeError, msgspec.MsgspecError):
        return None


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_hold)
ROWS: Final = msgspec.msgpack.Decoder(Row, dec_hook=_take)
WHOLES: Final = msgspec.msgpack.Decoder(Whole, dec_hook=_take)
