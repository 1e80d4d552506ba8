"""Fitting a pattern to tokens: which slot is given which value.

The automaton says that a pattern fits; this says how, for the one phrase at hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.grammar import numbers
from timeline.grammar.automaton import Labels
from timeline.grammar.meanings import Meaning
from timeline.grammar.pattern import Choice, Extent, Literal, Node, Sequence
from timeline.grammar.symbols import Symbols

UNBOUND = "_"
"""The slot name for words that are read and not given to the meaning: `{unit:_}`."""
EXTENTS = ""
"""The name under which the extents of a pattern stand, as (first token, token after the last)."""

Value = int | str
Bindings = Mapping[str, object]
Phrases = Mapping[str, tuple[tuple[Node, Meaning | None, Labels], ...]]
"""By name: each pattern, its meaning, and the labels of which its first token has at least one."""
Words = Mapping[str, Mapping[str, Value]]

_LONGEST_WORD = 9
"""How many tokens a word of a class has at most, as "new year's eve" has seven."""


class Binder:
    """Reads one phrase; a slot that is asked for again at the same token is not read again."""

    def __init__(self, tokens: list[str], words: Words, phrases: Phrases, symbols: Symbols) -> None:
        self.tokens = tokens
        self.words = words
        self.phrases = phrases
        self.symbols = symbols
        self._found: dict[tuple[str, int], tuple[list[tuple[int, object]], Iterator[tuple[int, object]]]] = {}

    def fits(self, node: Node, place: int, bound: Bindings) -> Iterator[tuple[int, Bindings]]:
        """Every way the node fits the tokens from `place` on: where it ends and what is bound then."""
        if isinstance(node, Sequence):
            yield from self._all(node.items, 0, place, bound)
        elif isinstance(node, Choice):
            for item in node.items:
                yield from self.fits(item, place, bound)
        elif isinstance(node, Extent):
            for end, inner in self.fits(node.item, place, bound):
                yield end, {**inner, EXTENTS: (*extents_of(inner), (place, end))}
        elif place >= len(self.tokens):
            return
        elif isinstance(node, Literal):
            if self.tokens[place] == node.token:
                yield place + 1, bound
        else:
            for end, value in self._values(node.kind, place):
                yield end, bound if node.name == UNBOUND else {**bound, node.name: value}

    def _all(self, items: tuple[Node, ...], index: int, place: int, bound: Bindings) -> Iterator[tuple[int, Bindings]]:
        # Literals are told apart here, without a generator each, since most patterns fail at one.
        while index < len(items) and isinstance(literal := items[index], Literal):
            if place >= len(self.tokens) or self.tokens[place] != literal.token:
                return
            place, index = place + 1, index + 1
        if index == len(items):
            yield place, bound
            return
        for end, inner in self.fits(items[index], place, bound):
            if index + 1 == len(items):
                yield end, inner
            else:
                yield from self._all(items, index + 1, end, inner)

    def _values(self, kind: str, place: int) -> Iterator[tuple[int, object]]:
        """`_values_of`, each found once and only when it is asked for."""
        key = (kind, place)
        if key not in self._found:
            self._found[key] = [], self._values_of(kind, place)
        found, more = self._found[key]
        yield from found
        for value in more:
            found.append(value)
            yield value

    def _values_of(self, kind: str, place: int) -> Iterator[tuple[int, object]]:
        """Where a slot of that kind can end, and its value."""
        token = self.tokens[place]
        if kind in numbers.KINDS:
            if kind in self.symbols[token]:
                yield place + 1, int(token)
        elif kind in self.words:
            words = self.words[kind]
            for end in range(place + 1, min(len(self.tokens), place + _LONGEST_WORD) + 1):
                word = "".join(self.tokens[place:end])
                if word in words:
                    yield end, words[word]
        else:
            labels = self.symbols[token]
            for node, meaning, first in self.phrases[kind]:
                if first.isdisjoint(labels):
                    continue
                for end, bound in self.fits(node, place, {}):
                    given = parameters_of(bound)
                    value = meaning(**given) if meaning else next(iter(given.values()), None)
                    if value is not None:
                        yield end, value


def extents_of(bound: Bindings) -> tuple[tuple[int, int], ...]:
    """The extents that were bound, in order."""
    extents = bound.get(EXTENTS, ())
    assert isinstance(extents, tuple)
    return extents


def parameters_of(bound: Bindings) -> dict[str, object]:
    """What the meaning is given."""
    return {name: value for name, value in bound.items() if name != EXTENTS}
