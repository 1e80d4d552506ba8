"""The pattern language in which a locale writes its rules.

A pattern looks like the text it stands for: `[the ](past|last) {number} {unit}`.

=================  ========================================================================
`words`            themselves, in lower case; a space is any white space inside a paragraph
`[…]`              may be missing
`(a|b)`            one of them
`{slot}`           a word of that class, a number of that kind, or a phrase of that name
`{slot:name}`      the same, given to the meaning under another name
`<…>`              the time expression, where the pattern needs words around it to be sure;
                   twice in one pattern for the two ends of a range
`\\x`              the character x itself
=================  ========================================================================
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

TOKEN = re.compile(r"[a-z][a-z]*+(?![^\W\d_])|\s\s{0,39}|\d\d{0,39}|[^\W\d_]+|.|\n", re.DOTALL)
"""How text falls into tokens: letters, white space, digits, and single other characters. Words of plain letters are
told first, and all by their first character, since that is what takes least time."""


class Literal(Struct, frozen=True):
    """One token, written as in the text, lower case; white space is one space."""

    token: str


class Slot(Struct, frozen=True):
    """A word class, number kind or phrase, and the parameter that its value is given to."""

    kind: str
    name: str


class Sequence(Struct, frozen=True):
    """All of them, one after the other."""

    items: tuple[Node, ...]


class Choice(Struct, frozen=True):
    """One of them; the empty sequence among them makes the choice optional."""

    items: tuple[Node, ...]


class Extent(Struct, frozen=True):
    """The part that is the time expression."""

    item: Node


Node = Literal | Slot | Sequence | Choice | Extent

EMPTY = Sequence(())

_PIECE = re.compile(r"\\(.)|([\[\]()|<>])|\{(\w+)(?::(\w+))?\}|([^\\\[\]()|<>{}]+)", re.DOTALL)


class PatternError(ValueError):
    """A pattern that is not well formed; the locale loader adds where it stands."""


def tokens_of(words: str) -> tuple[Literal, ...]:
    """The words as literal tokens.

    >>> [literal.token for literal in tokens_of("Sept. 30")]
    ['sept', '.', ' ', '30']
    """
    return tuple(Literal(" " if token.isspace() else token) for token in TOKEN.findall(words.lower()))


def parse_pattern(pattern: str) -> Node:
    """Read a pattern.

    >>> parse_pattern("[the ]{unit}").items[1]
    Slot(kind='unit', name='unit')

    Raises:
        PatternError: a bracket is not closed, or a brace holds no slot.
    """
    pieces = _pieces(pattern)
    node, position = _parse_choice(pieces, 0, "")
    if position != len(pieces):
        raise PatternError(f"unexpected '{pieces[position]}' in \"{pattern}\"")
    return node


_CLOSING = {"[": "]", "(": ")", "<": ">"}


def _pieces(pattern: str) -> list[str | Slot | Sequence]:
    pieces: list[str | Slot | Sequence] = []
    position = 0
    while position < len(pattern):
        found = _PIECE.match(pattern, position)
        if found is None:
            raise PatternError(f'"{pattern[position:]}" is no slot; write {{name}}')
        escaped, bracket, kind, name, words = found.groups()
        if bracket:
            pieces.append(bracket)
        elif kind:
            pieces.append(Slot(kind, name or kind))
        else:
            pieces.append(Sequence(tokens_of(escaped or words)))
        position = found.end()
    return pieces


def _parse_choice(pieces: list[str | Slot | Sequence], position: int, closing: str) -> tuple[Node, int]:
    alternatives: list[Node] = []
    items: list[Node] = []
    while position < len(pieces) and pieces[position] != closing:
        piece = pieces[position]
        position += 1
        if isinstance(piece, Slot):
            items.append(piece)
        elif isinstance(piece, Sequence):
            items.extend(piece.items)
        elif piece == "|":
            alternatives.append(Sequence(tuple(items)))
            items = []
        elif piece in _CLOSING:
            inner, position = _parse_choice(pieces, position, _CLOSING[piece])
            if position >= len(pieces):
                raise PatternError(f"'{piece}' is never closed")
            position += 1
            items.append({"[": Choice((inner, EMPTY)), "(": inner, "<": Extent(inner)}[piece])
        else:
            raise PatternError(f"unexpected '{piece}'")
    last = Sequence(tuple(items))
    return (Choice((*alternatives, last)) if alternatives else last), position


def surely_bound(node: Node) -> frozenset[str]:
    """Names that every text the node fits gives a value to."""
    if isinstance(node, Slot):
        return frozenset({node.name})
    inner = [surely_bound(child) for child in children_of(node)]
    if isinstance(node, Choice):
        return frozenset.intersection(*inner)
    return frozenset().union(*inner)


def children_of(node: Node) -> tuple[Node, ...]:
    """The nodes right inside."""
    if isinstance(node, Sequence | Choice):
        return node.items
    return (node.item,) if isinstance(node, Extent) else ()


def slots_of(node: Node) -> Iterator[Slot]:
    """Every slot, in the order of writing."""
    if isinstance(node, Slot):
        yield node
    for child in children_of(node):
        yield from slots_of(child)


def literals_of(node: Node) -> Iterator[Literal]:
    """Every token that is written out, in the order of writing."""
    if isinstance(node, Literal):
        yield node
    for child in children_of(node):
        yield from literals_of(child)


def may_be_empty(node: Node) -> bool:
    """Whether the node fits a text of no tokens.

    >>> may_be_empty(parse_pattern("[old moon]")), may_be_empty(parse_pattern("[old ]moon"))
    (True, False)
    """
    if isinstance(node, Sequence):
        return all(map(may_be_empty, node.items))
    if isinstance(node, Choice):
        return any(map(may_be_empty, node.items))
    return isinstance(node, Extent) and may_be_empty(node.item)


def first_labels(node: Node, alternatives: Callable[[str], tuple[Node, ...] | None]) -> frozenset[str]:
    """The labels of which the first token of a text that the node fits has at least one.

    `alternatives` gives the patterns behind a slot, None where it is a label of one token.
    """
    if isinstance(node, Literal):
        return frozenset({f"={node.token}"})
    if isinstance(node, Slot):
        behind = alternatives(node.kind)
        return frozenset({node.kind}).union(*(first_labels(each, alternatives) for each in behind or ()))
    labels: frozenset[str] = frozenset()
    for child in children_of(node):
        labels |= first_labels(child, alternatives)
        if isinstance(node, Sequence) and not may_be_empty(child):
            break
    return labels
