"""What a Markdown text is taken apart into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.spans import Span


class Words(NamedTuple):
    """Words of the text, by their span."""

    start: int
    end: int


class Open(NamedTuple):
    """A tag that opens; attributes are not escaped."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()


class Close(NamedTuple):
    """A tag that closes."""

    tag: str


class Void(NamedTuple):
    """A tag without content."""

    tag: str


class Code(NamedTuple):
    """A block of code: shown as it is, no part of the text."""

    text: str


class Comment(NamedTuple):
    """A comment in the Markdown, which no reader sees."""

    at: int
    """Behind how many characters of the text it stands."""
    source: int
    """Offset in the Markdown of its first character."""
    words: str
    """What is said in it, without white space at its ends."""


Piece = Words | Open | Close | Void | Code


@dataclass(frozen=True, slots=True)
class Markup:
    """A Markdown text taken apart."""

    text: str
    """The words, paragraphs joined by a blank line."""
    source: Sequence[int] = field(repr=False)
    """Offset in the Markdown of each character of `text`, and of its end."""
    paragraphs: tuple[Span, ...]
    headings: tuple[Span, ...]
    pieces: tuple[Piece, ...] = field(repr=False)
    comments: tuple[Comment, ...] = field(default=(), repr=False)
    """Those among the words, in the order of the text; in code there are none."""
