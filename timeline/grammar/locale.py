"""A language: its rules, and what a phrase means under one of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import accumulate
from re import Pattern

from msgspec import Struct, field

from timeline.grammar.automaton import Automaton
from timeline.grammar.binding import Binder, Phrases, Words, extents_of, parameters_of
from timeline.grammar.leads import Leads
from timeline.grammar.meanings import Meaning, Range
from timeline.grammar.pattern import TOKEN, Node
from timeline.grammar.symbols import Symbols
from timeline.grammar.triggers import Atoms, trigger_pattern
from timeline.temporal.operators import Operator


class Example(Struct, frozen=True):
    """A phrase of the language and what it comes to on the locale's reference date."""

    text: str
    values: tuple[str, ...]
    """One value; two for a range; none for a phrase that names no time."""


class Rule(Struct, frozen=True):
    """One pattern of a rule: where the language says a time, and what it means."""

    name: str
    meaning: Meaning
    node: Node
    capital: str
    """The word that must begin with a capital letter: "first" or "last"; "never" where one makes the last word a name in
    the middle of a sentence ("Musician of [the Year]"); empty where it does not matter."""
    not_after: frozenset[str]
    """Words that must not stand right before the expression."""
    not_before: frozenset[str]
    """Words or signs that must not follow it."""
    style: str
    """The only style of text the rule is for; empty for all."""


class Cues(Struct, frozen=True):
    """Words around a bare time that tell where to look for it."""

    ahead: Pattern[str]
    """At the end of what stands right before a time, in lower case: it lies after the publication date."""
    behind: Pattern[str]
    """At the end of what stands right before a time: it lies before the publication date."""
    over: Pattern[str]
    """At the end of what stands before a time: unless the words between look ahead, it leaves no doubt that the time lies
    before the publication date ("since the fire in")."""
    verbs: Pattern[str]
    """Verbs, each with the character before it: those in its group "ahead" put what the clause tells after the publication
    date, those in "leaning" may do so, those in "back" put it before, those in "past" even behind words that look ahead
    ("had left by Tuesday"), those in "open" do neither; those in "perfect" look back where they stand before the time; those in "participle" look back where they stand before
    the time, or right behind it."""
    agent: Pattern[str]
    """At the end of what stands right before a time that owns something: no word of time, but who did it ("hit by")."""
    unplanned: Pattern[str]
    """Right behind a time: what nobody tells before it has happened ("'s earthquake")."""
    planned: Pattern[str]
    """Right behind a time: what is told because it is to come ("'s expected vote")."""
    opening: Pattern[str]
    """At the end of what stands right before a time: with the time another clause begins ("…, and on")."""
    joints: Pattern[str]
    """Where another clause may begin."""
    when: frozenset[str]
    """Between a verb and a time, these only say when: "fell in [December]"."""
    held_against: Pattern[str]
    """At the end of what stands right before a time of a month or more: it is only held against another time, and the
    text goes on about that one."""
    range_open: frozenset[str]
    """Before the first of two times: "from", "between"."""
    range_link: frozenset[str]
    """Between the two: "to", "and", "–"."""
    listed: Pattern[str]
    """All that stands between two times that are told together: "and on"."""


class Reading(Struct, frozen=True):
    """What a phrase means under a rule: for each expression in it, where it stands and its operator."""

    parts: tuple[tuple[int, int, Operator], ...]
    """Start and end within the phrase, in characters. No parts: the phrase names no time."""
    is_range: bool = False
    """The parts are the two ends of a range."""


class Locale(Struct, frozen=True, eq=False):
    """One language, ready to tag with."""

    code: str
    reference: date
    """The publication date of every example."""
    rules: tuple[Rule, ...]
    examples: tuple[tuple[str, Example], ...]
    """Rule name and example."""
    symbols: Symbols
    automaton: Automaton
    leads: Leads
    cues: Cues
    _words: Words
    _phrases: Phrases
    _atoms: Mapping[str, Atoms]
    _triggers: dict[str, Pattern[str]] = field(default_factory=dict)
    _readings: dict[tuple[int, str], Reading | None] = field(default_factory=dict)

    def triggers(self, style: str) -> Pattern[str]:
        """Where in lower-case text of that style to look closer, each with the character before it."""
        if style not in self._triggers:
            self._triggers[style] = trigger_pattern(self._atoms[""] | self._atoms.get(style, frozenset()))
        return self._triggers[style]

    def read(self, number: int, phrase: str) -> Reading | None:
        """What the phrase means under that rule; None when its values name no time.

        Remembered, since news says the same phrases over and over; the memory is bounded.
        """
        key = (number, phrase)
        try:
            return self._readings[key]
        except KeyError:
            if len(self._readings) >= 50_000:
                self._readings.clear()
            reading = self._readings[key] = self._read(self.rules[number], TOKEN.findall(phrase))
            return reading

    def _read(self, rule: Rule, tokens: list[str]) -> Reading | None:
        binder = Binder(
            [" " if token.isspace() else token for token in tokens], self._words, self._phrases, self.symbols
        )
        for end, bound in binder.fits(rule.node, 0, {}):
            if end < len(tokens):
                continue
            meant = rule.meaning(**parameters_of(bound))
            if meant is None:
                # The first way in which all of the phrase fits is what it says; another would say less of it.
                return None
            operators = meant if isinstance(meant, tuple) else (meant,)
            places = extents_of(bound) or ((0, end),)
            if not operators or len(places) == len(operators):
                offsets = _offsets(tokens)
                parts = (
                    (offsets[start], offsets[stop], operator)
                    for (start, stop), operator in zip(places, operators, strict=False)
                )
                return Reading(tuple(parts), isinstance(meant, Range))
        return None


def _offsets(tokens: list[str]) -> list[int]:
    """Where each token starts in the phrase, and where the last one ends."""
    return [0, *accumulate(map(len, tokens))]
