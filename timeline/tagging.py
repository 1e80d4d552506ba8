"""Finding the time expressions of a text.

The text is searched once for the locale's triggers, the words no time expression can do without.
Around each, the automaton reads tokens to the left and right; the leftmost, longest phrase that a
rule accepts is the expression. Nothing is placed on the calendar here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from timeline.grammar.automaton import Labels
from timeline.grammar.locale import Locale, Reading, Rule
from timeline.grammar.pattern import TOKEN
from timeline.prose import Span
from timeline.temporal.operators import Operator

_LONGEST_TRIGGER = 64
"""How many characters are read for a trigger that the text begins with."""
_LINK = 12
"""How many characters stand between the ends of a range at most."""
_LONGEST = 40
"""How many tokens an expression has at most from its trigger on, spaces among them."""
_GOES_ON = re.compile(r"[.:]\d|,\d{3}(?!\d)")
"""Behind figures, more of the same number: of "August 20,000", "June 5" is no part, nor "27.03.12" of "27.03.12.4"."""
_NEIGHBOUR = 24
"""How many characters are read for the word beside an expression."""
_WORD = re.compile(r"\s*(\d+|[^\W\d_]+)")
_SIGNS = str.maketrans({"İ": "i", "’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-"})
"""Signs that mean the same; each is one character for one, so that offsets stay. "İ" is here because
its lower case is two characters long."""


class TimeExpression(Struct, frozen=True, gc=False):
    """Words in a text that name a time."""

    span: Span
    text: str
    rule: str
    """Language and name of the rule: "en: last | this | next <unit>"."""
    meaning: Operator
    opens_range: bool = False
    """The next expression is the end of the range that this one opens: "from [June 3] to [June 5]"."""


def tag(text: str, locale: Locale, style: str = "news") -> list[TimeExpression]:
    """The time expressions of the text, in order, none overlapping another.

    Some rules hold in one style of text only: "former" is a time in a narrative.

    >>> from timeline.grammar.loading import load_locale
    >>> [found.text for found in tag("Kerry met Lavrov last week, not on Tuesday.", load_locale("en"))]
    ['last week', 'Tuesday']
    """
    lower = text.lower() if text.isascii() else text.translate(_SIGNS).lower()
    if len(lower) != len(text):
        # No character but İ grows in lower case today; should Unicode ever add one, keep the offsets.
        lower = "".join(small if len(small := sign.lower()) == 1 else sign for sign in text.translate(_SIGNS))
    reader = _Reader(text, lower, locale, style)
    triggers = locale.triggers(style)
    # A trigger is found together with the character before it; the first word has none.
    if triggers.match(f" {lower[:_LONGEST_TRIGGER]}"):
        reader.look(0)
    for trigger in triggers.finditer(lower):
        start = trigger.start() + 1
        if start >= reader.done:
            reader.look(start)
    return reader.with_ranges()


class _Found(NamedTuple):
    """What a rule makes of a phrase."""

    start: int
    end: int
    reach: int
    """Where the words end that the rule has read, the ones it only needs to be sure among them."""
    phrase: int
    """Where they start."""
    rule: Rule
    reading: Reading


class _Reader:
    """Reads around the triggers of one text, from left to right."""

    def __init__(self, text: str, lower: str, locale: Locale, style: str) -> None:
        self.text = text
        self.lower = lower
        self.turned = lower[::-1]
        """The text from its end to its beginning, to read the word before an expression."""
        self.locale = locale
        self.style = style
        self.found: list[TimeExpression] = []
        self.done = 0
        """How far the text is used up."""
        self.near: list[int] = []
        """The expressions that stand so near to the one before that they may end a range."""

    def look(self, trigger: int) -> None:
        """Read around one trigger, and add what is found."""
        lower, symbols, step = self.lower, self.locale.symbols, self.locale.automaton.step
        ahead = TOKEN.finditer(lower, trigger)
        labels: list[Labels] = []
        stops: list[int] = []
        known = 0
        best: _Found | None = None
        for length, begun in self.locale.leads.before(lower, self.turned, trigger, self.done):
            start = trigger - length
            if best is not None and best.start < start:
                break
            state = begun
            accepted: list[tuple[int, tuple[int, ...]]] = []
            for place in range(_LONGEST):
                if place == known:
                    token = next(ahead, None)
                    if token is None:
                        break
                    labels.append(symbols[token.group()])
                    stops.append(token.end())
                    known += 1
                try:
                    following = state.followed[labels[place]]
                except KeyError:
                    following = step(state, labels[place])
                if following is None:
                    break
                state = following
                if state.accepts:
                    accepted.append((stops[place], state.accepts))
            for stop, numbers in reversed(accepted):
                candidate = self._accepted(start, stop, numbers)
                if candidate is not None:
                    if best is None or (candidate.start, -candidate.reach) < (best.start, -best.reach):
                        best = candidate
                    break
        if best is None:
            self.done = max(self.done, trigger + 1)
        else:
            self._add(best)

    def _accepted(self, begin: int, stop: int, numbers: tuple[int, ...]) -> _Found | None:
        """What the first rule that holds for the words from `begin` to `stop` makes of them."""
        lower = self.lower
        if lower[stop - 1].isalnum() and lower[stop : stop + 1].isalnum():
            return None
        phrase = lower[begin:stop]
        for number in numbers:
            rule = self.locale.rules[number]
            if rule.style and rule.style != self.style:
                continue
            reading = self.locale.read(number, phrase)
            if reading is None:
                continue
            parts = reading.parts
            start, end = (begin + parts[0][0], begin + parts[-1][1]) if parts else (begin, stop)
            if self._allowed(rule, start, end):
                return _Found(start, end, stop, begin, rule, reading)
        return None

    def _allowed(self, rule: Rule, start: int, stop: int) -> bool:
        """Whether the words around it leave the rule in force."""
        lower = self.lower
        if start and lower[start - 1].isalnum() and lower[start].isalnum():
            return False
        if lower[stop - 1].isdecimal() and _GOES_ON.match(lower, stop):
            return False
        if rule.capital and not self._written_so(rule.capital, start, stop):
            return False
        return not (
            (rule.not_after and self._word_before(start) in rule.not_after)
            or (rule.not_before and _word_at(lower, stop) in rule.not_before)
        )

    def _written_so(self, capital: str, start: int, stop: int) -> bool:
        """Whether it has its capital letters where it should, and none that makes it a name."""
        text = self.text
        if capital == "first":
            return text[start].isupper()
        last = max(start, text.rfind(" ", start, stop) + 1)
        if capital == "last":
            return text[last].isupper()
        named = text[last].isupper() and not text[last + 1 : last + 2].isupper()
        return not named or (last == start and not text[:start].rstrip(" ")[-1:].isalnum())

    def _word_before(self, start: int) -> str:
        """The word before `start`, or the sign that touches: white space makes a sign a matter of its own."""
        return _word_at(self.turned, len(self.turned) - start)[::-1]

    def _add(self, best: _Found) -> None:
        reading, found = best.reading, self.found
        opens = reading.is_range
        for first, last, meaning in reading.parts:
            start, end = best.phrase + first, best.phrase + last
            if found and start - found[-1].span.end <= _LINK:
                self.near.append(len(found))
            found.append(TimeExpression(Span(start, end), self.text[start:end], best.rule.name, meaning, opens))
            opens = False
        self.done = best.end

    def with_ranges(self) -> list[TimeExpression]:
        """What was found, with the pairs that the words around them make ends of a range."""
        found = self.found
        for number in self.near:
            if self._opens_range(found[number - 1], found[number]):
                found[number - 1] = replace(found[number - 1], opens_range=True)
        return found

    def _opens_range(self, expression: TimeExpression, after: TimeExpression) -> bool:
        """Whether words around two expressions make them the ends of a range: "from Monday to Wednesday"."""
        cues, (start, end) = self.locale.cues, expression.span
        link = self.lower[end : after.span.start].strip()
        if expression.opens_range or link not in cues.range_link:
            return False
        return self._word_before(start) in cues.range_open or not link.isalpha()


def _word_at(text: str, place: int) -> str:
    """The word that begins there, or behind white space, or else the sign that touches."""
    word = _WORD.match(text, place, place + _NEIGHBOUR)
    return word.group(1) if word else text[place : place + 1].strip()
