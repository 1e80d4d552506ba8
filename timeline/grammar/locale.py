"""A language: its rules, and what a phrase means under one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from re import Pattern

from timeline.grammar import numbers
from timeline.grammar.automaton import Automaton, Labels
from timeline.grammar.meanings import Meaning, Range
from timeline.grammar.pattern import (
    Choice,
    Extent,
    Literal,
    Node,
    Sequence,
)
from timeline.temporal.operators import Operator

UNBOUND = "_"
"""The slot name for words that are read and not given to the meaning: `{unit:_}`."""

SPACE: Labels = frozenset({"= "})
_NOTHING: Labels = frozenset()

Bindings = dict[str, object]
Value = int | str


@dataclass(frozen=True, slots=True)
class Example:
    """A phrase of the language and what it comes to on the locale's reference date."""

    text: str
    values: tuple[str, ...]
    """One value; two for a range; none for a phrase that names no time."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern of a rule: where the language says a time, and what it means."""

    name: str
    meaning: Meaning
    node: Node
    capital: str
    """The word that must begin with a capital letter: "first" or "last"; empty for none."""
    not_after: frozenset[str]
    """Words that must not stand right before the expression."""
    not_before: frozenset[str]
    """Words or signs that must not follow it."""
    style: str
    """The only style of text the rule is for; empty for all."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Words around a bare time that tell where to look for it."""

    ahead: Pattern[str]
    """At the end of what stands right before a time, in lower case: it lies after the publication date."""
    verbs: Pattern[str]
    """Verbs: those in its group "ahead" put what the clause tells after the publication date, those in
    "back" before, those in "open" neither; those in "participle" look back where they stand before the
    time, or right behind it."""
    joints: Pattern[str]
    """Where another clause may begin."""
    range_open: frozenset[str]
    """Before the first of two times: "from", "between"."""
    range_link: frozenset[str]
    """Between the two: "to", "and", "–"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means under a rule: for each expression in it, where it stands and its operator."""

    parts: tuple[tuple[int, int, Operator], ...]
    """Start and end within the phrase, in characters. No parts: the phrase names no time."""
    is_range: bool = False
    """The parts are the two ends of a range."""


class Symbols(dict[str, Labels]):
    """What each token can stand for; a token never seen before is worked out once."""

    def __missing__(self, token: str) -> Labels:
        first = token[0]
        if first.isspace():
            labels = SPACE if token.count("\n") < 2 else _NOTHING
        elif first.isdecimal():
            labels = numbers.kinds_of(token)
        else:
            # Not kept: the words of a text are without number.
            return _NOTHING
        if len(self) < 20_000:
            self[token] = labels
        return labels


@dataclass(frozen=True, slots=True, eq=False)
class Locale:
    """One language, ready to tag with."""

    code: str
    reference: date
    """The publication date of every example."""
    rules: tuple[Rule, ...]
    examples: tuple[tuple[str, Example], ...]
    """Rule name and example."""
    symbols: Symbols
    automaton: Automaton
    triggers: Pattern[str]
    cues: Cues
    _words: Mapping[str, Mapping[str, Value]]
    _phrases: Mapping[str, tuple[tuple[Node, Meaning | None], ...]]
    _readings: dict[tuple[int, str], Reading | None] = field(default_factory=dict)

    def read(self, number: int, phrase: str, tokens: list[str]) -> Reading | None:
        """What the phrase means under that rule; None when its values name no time.

        `tokens` are the phrase's own, white space as one space. Remembered, since news says the
        same phrases over and over; the memory is bounded.
        """
        key = (number, phrase)
        try:
            return self._readings[key]
        except KeyError:
            if len(self._readings) >= 50_000:
                self._readings.clear()
            reading = self._readings[key] = self._read(self.rules[number], phrase, tokens)
            return reading

    def _read(self, rule: Rule, phrase: str, tokens: list[str]) -> Reading | None:
        for end, bindings in self._walk(rule.node, tokens, 0, {}):
            if end != len(tokens):
                continue
            extents = bindings.pop("", None)
            meant = rule.meaning(**bindings)
            if meant is None:
                continue
            operators = meant if isinstance(meant, tuple) else (meant,)
            if not operators:
                return Reading(())
            places = extents if isinstance(extents, tuple) else ((0, end),)
            if len(places) == len(operators):
                offsets = _offsets(phrase, tokens)
                return Reading(
                    tuple(
                        (offsets[start], offsets[stop], operator)
                        for (start, stop), operator in zip(places, operators, strict=True)
                    ),
                    isinstance(meant, Range),
                )
        return None

    def _walk(self, node: Node, tokens: list[str], place: int, bound: Bindings) -> Iterator[tuple[int, Bindings]]:
        """Every way the node fits the tokens from `place` on: where it ends and what it binds."""
        if isinstance(node, Sequence):
            yield from self._walk_all(node.items, 0, tokens, place, bound)
        elif isinstance(node, Choice):
            for item in node.items:
                yield from self._walk(item, tokens, place, bound)
        elif isinstance(node, Extent):
            for end, inner in self._walk(node.item, tokens, place, bound):
                earlier = inner.get("", ())
                assert isinstance(earlier, tuple)
                yield end, {**inner, "": (*earlier, (place, end))}
        elif place >= len(tokens):
            return
        elif isinstance(node, Literal):
            if tokens[place] == node.token:
                yield place + 1, bound
        else:
            for end, value in self._walk_slot(node.kind, tokens, place):
                yield end, bound if node.name == UNBOUND else {**bound, node.name: value}

    def _walk_all(
        self, items: tuple[Node, ...], index: int, tokens: list[str], place: int, bound: Bindings
    ) -> Iterator[tuple[int, Bindings]]:
        if index == len(items):
            yield place, bound
            return
        for end, inner in self._walk(items[index], tokens, place, bound):
            yield from self._walk_all(items, index + 1, tokens, end, inner)

    def _walk_slot(self, kind: str, tokens: list[str], place: int) -> Iterator[tuple[int, object]]:
        token = tokens[place]
        if kind in numbers.KINDS:
            if kind in self.symbols[token]:
                yield place + 1, int(token)
        elif kind in self._words:
            words = self._words[kind]
            if token in words:
                yield place + 1, words[token]
            for end in range(place + 2, min(len(tokens), place + 9) + 1):
                several = "".join(tokens[place:end])
                if several in words:
                    yield end, words[several]
        else:
            for node, meaning in self._phrases[kind]:
                for end, bindings in self._walk(node, tokens, place, {}):
                    bindings.pop("", None)
                    value = meaning(**bindings) if meaning else next(iter(bindings.values()), None)
                    if value is not None:
                        yield end, value


def _offsets(phrase: str, tokens: list[str]) -> list[int]:
    """Where each token starts in the phrase, and where the last one ends."""
    offsets, position = [], 0
    for token in tokens:
        if token == " ":
            offsets.append(position)
            while position < len(phrase) and phrase[position].isspace():
                position += 1
        else:
            offsets.append(position)
            position += len(token)
    return [*offsets, position]
