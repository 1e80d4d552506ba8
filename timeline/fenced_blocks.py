"""Fenced blocks where Markdown has them: at the margin, in items of lists, in quotes, and in notes that are set in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_TAB: Final = 4
"""What is set in by so much belongs to what stands before it, or is code."""
_OPENED: Final = re.compile(r"(?P<quote>(?: *>)*)(?P<indent> *)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`\n]*)")
_HOLDING: Final = re.compile(r"(?P<indent> *)(?:[*+-]|\d+[.)]|!!!|\?\?\?\+?|===[+!]?|:|\[\^[^\]]+\]:)\s")
"""How a line begins to which lines belong that are set in: an item of a list, a note, a tab, a definition, a footnote."""


@dataclass(frozen=True, slots=True)
class Fenced:
    """A fenced block."""

    before: str
    """With which a line belongs where the block does."""
    info: str
    """What stands behind its fence."""
    lines: tuple[str, ...]
    """Without its fences, and without what stands before them."""
    start: int
    """The line of its fence, from 0."""
    end: int
    """The line behind it."""


def fenced_blocks(lines: Sequence[str]) -> Iterator[Fenced]:
    """The fenced blocks that stand in no other, and are no code themselves.

    >>> [block] = fenced_blocks(["1. The talks:", "", "    ```timeline", "    topic: syria", "    ```"])
    >>> block.before, block.info, block.lines
    ('    ', 'timeline', ('topic: syria',))
    """
    at = 0
    while at < len(lines):
        block = _block_at(lines, at)
        if block is not None:
            yield block
        at = at + 1 if block is None else block.end


def _block_at(lines: Sequence[str], at: int) -> Fenced | None:
    opened = _OPENED.fullmatch(lines[at].rstrip())
    if opened is None:
        return None
    quote, indent = opened["quote"], len(opened["indent"])
    depth = quote.count(">")
    lead = quote.index(">") if depth else 0
    if depth:
        indent = max(0, indent - 1)  # a quote has a space of its own
    held_at = [_held_at(_until_quoted_less(lines, at, depth), indent), _held_at(reversed(lines[:at]), lead)]
    if None in held_at:
        return None
    closing = re.compile(rf" *{re.escape(opened['fence'][0])}{{{len(opened['fence'])},}}[ \t]*")
    said, end = [], at + 1
    while end < len(lines) and (line := _unquoted(lines[end], depth)) is not None:
        end += 1
        if closing.fullmatch(line):
            break
        said.append(line[:indent].lstrip(" ") + line[indent:])
    before = " " * (held_at[1] or 0) + "> " * depth + " " * (held_at[0] or 0)
    return Fenced(before, opened["info"].strip(), tuple(said), at, end)


def _until_quoted_less(lines: Sequence[str], at: int, depth: int) -> Iterator[str]:
    """The lines before one, the nearest first, as far as they stand in the same quote, without its marks."""
    for number in range(at - 1, -1, -1):
        line = _unquoted(lines[number], depth)
        if line is None:
            return
        yield line


def _unquoted(line: str, depth: int) -> str | None:
    """The line without so many marks of quotes; None where it has fewer."""
    found = re.match(rf"(?: *>){{{depth}}} ?" if depth else "", line)
    return None if found is None else line[found.end() :]


def _held_at(before: Iterable[str], indent: int) -> int | None:
    """How far what is set in by `indent` has to be set in; None where it is code. The lines before it, the nearest first."""
    if indent == 0:
        return 0
    paragraph = False
    for line in before:
        found = _HOLDING.match(line)
        if found is not None and len(found["indent"]) < indent:
            inside = (len(found["indent"]) // _TAB + 1) * _TAB
            return inside if indent < len(found["indent"]) + 2 * _TAB else None
        if not line.strip():
            if paragraph:
                break
        elif len(line) - len(line.lstrip(" ")) < indent:
            paragraph = True  # one that may have begun in an item
    return None
