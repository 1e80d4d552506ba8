"""The words between the tags of raw HTML, with their places."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_TAG = re.compile(
    r"""</?([a-zA-Z][a-zA-Z0-9-]*)(?:\s+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:\s*=\s*(?:[^"'=<>`\x00-\x20]+|'[^']*'|"[^"]*"))?)*\s*/?>"""
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")
_SKIPPED = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"))
_UNREAD = frozenset({"script", "style", "template", "iframe", "object", "noembed", "noframes"})
_INLINE = re.compile(
    "a|abbr|b|bd[io]|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|"
    "time|tt|u|var|wbr"
)


class Words(NamedTuple):
    """Words and where each of their characters begins in the HTML; `end` is where the last one ends."""

    text: str
    offsets: Sequence[int]
    end: int


class Hidden(NamedTuple):
    """A comment and where it begins in the HTML."""

    comment: str
    offset: int


BREAK = Words("", (), -1)
"""The end of a paragraph."""


def html_words(source: str) -> Iterator[Words | Hidden]:
    """What a reader reads of the HTML, `BREAK` between its blocks, and the comments between.

    Time grows with the length. What is never closed hides nothing.

    >>> [piece[0] for piece in html_words("<p>3 May &ndash; <b>talks</b></p><!-- no -->")]
    ['', '3 May ', '–', ' ', 'talks', '', '<!-- no -->']
    """
    position = start = 0
    unending: set[str] = set()
    lowered = source.lower()
    while (position := source.find("<", position)) >= 0:
        tag = _TAG.match(source, position)
        end = tag.end() if tag else _skip(source, position, unending)
        if end < 0:
            position += 1
            continue
        yield from _text(source, start, position)
        if source.startswith("<!--", position):
            yield Hidden(source[position:end], position)
        elif tag:
            name = tag[1].lower()
            if not _INLINE.fullmatch(name):
                yield BREAK
            if name in _UNREAD and source[position + 1] != "/" and name not in unending:
                closing = lowered.find(f"</{name}", end)
                if closing < 0:
                    unending.add(name)
                else:
                    end = closing
        position = start = end
    yield from _text(source, start, len(source))


def _skip(source: str, position: int, unending: set[str]) -> int:
    """Where a comment or the like that starts at `position` ends; -1 if there is none."""
    for opening, ending in _SKIPPED:
        if source.startswith(opening, position):
            if opening in unending:
                return -1
            found = source.find(ending, position + len(opening) - (opening == "<!--") * 2)
            if found < 0:
                unending.add(opening)
                return -1
            return found + len(ending)
    return -1


def _text(source: str, start: int, end: int) -> Iterator[Words]:
    """Words of a piece without tags: entities read, blank lines as breaks."""
    for blank in _BLANK_LINE.finditer(source, start, end):
        yield from _line(source, start, blank.start())
        yield BREAK
        start = blank.end()
    yield from _line(source, start, end)


def _line(source: str, start: int, end: int) -> Iterator[Words]:
    for entity in _ENTITY.finditer(source, start, end):
        yield from _plain(source, start, entity.start())
        text = html.unescape(entity[0])
        start = entity.end()
        yield Words(text, [entity.start()] * len(text), start)
    yield from _plain(source, start, end)


def _plain(source: str, start: int, end: int) -> Iterator[Words]:
    if start < end:
        yield Words(source[start:end].replace("\n", " "), range(start, end), end)
