"""Markdown to the prose a reader reads, its paragraphs and its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.markup import Comment, read_markup
from timeline.sentences import split_sentences
from timeline.spans import Span

__all__ = ["Prose", "Span", "read_prose", "split_sentences"]


@dataclass(frozen=True, slots=True)
class Prose:
    """Plain prose of a body; every span counts the characters of `text`."""

    text: str
    """The words, paragraphs joined by a blank line; the end of a line inside a paragraph is a space."""
    paragraphs: tuple[Span, ...]
    headings: tuple[Span, ...]
    """Those of the paragraphs that are headings."""
    sentences: tuple[Span, ...]
    """In order, without the white space between them; none reaches over the end of a paragraph."""
    source: Sequence[int] = field(repr=False, compare=False)
    """`source[i]` is the offset in the Markdown of `text[i]`; one more entry stands for the end. Not kept in a store."""
    comments: tuple[Comment, ...] = field(default=(), repr=False)
    """What stands in comments between the words, which no reader sees."""


def read_prose(markdown: str) -> Prose:
    """The prose of a Markdown text.

    >>> prose = read_prose("# Talks\\n\\nKerry met *Lavrov*. They <!-- why? --> parted\\non Friday.")
    >>> prose.text
    'Talks\\n\\nKerry met Lavrov. They parted on Friday.'
    >>> [prose.text[start:end] for start, end in prose.sentences]
    ['Talks', 'Kerry met Lavrov.', 'They parted on Friday.']
    >>> prose.source[prose.text.index("Lavrov")]
    20
    >>> [(comment.words, prose.text[: comment.at]) for comment in prose.comments]
    [('why?', 'Talks\\n\\nKerry met Lavrov. They ')]
    """
    markup = read_markup(markdown)
    return Prose(
        text=markup.text,
        paragraphs=markup.paragraphs,
        headings=markup.headings,
        sentences=tuple(split_sentences(markup.text)),
        source=markup.source,
        comments=markup.comments,
    )
