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

from timeline.grammar.locale import Locale, Rule
from timeline.grammar.pattern import TOKEN
from timeline.grammar.symbols import Symbols
from timeline.prose import Span
from timeline.temporal.operators import Operator

_LEFT = 64
"""How many characters before a trigger an expression can begin."""
_NEAR = 20
"""How many of them are read first, since most expressions begin no farther."""
_LINK = 12
"""How many characters stand between the ends of a range at most."""
_LONGEST = 40
"""How many tokens an expression has at most, spaces among them."""
_GOES_ON = re.compile(r"[.:]\d|,\d{3}(?!\d)")
"""Behind figures, more of the same number: of "August 20,000", "June 5" is no part, nor "27.03.12" of "27.03.12.4"."""
_NEIGHBOUR = 24
"""How many characters are read for the word beside an expression."""
_LAST_WORD = re.compile(r"(?:\d+|[^\W\d_]+)\Z")
_FIRST_WORD = re.compile(r"\s*(\d+|[^\W\d_]+)")
_SIGNS = str.maketrans({"İ": "i", "’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-"})
"""Signs that mean the same; each is one character for one, so that offsets stay. "İ" is here because
its lower case is two characters long."""


class TimeExpression(Struct, frozen=True):
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
    lower = text.translate(_SIGNS).lower()
    if len(lower) != len(text):
        # No character but İ grows in lower case today; should Unicode ever add one, keep the offsets.
        lower = "".join(small if len(small := sign.lower()) == 1 else sign for sign in text.translate(_SIGNS))
    found: list[TimeExpression] = []
    done = 0
    # A trigger is found together with the character before it; the first word has none.
    triggers = locale.triggers(style)
    if triggers.match(f" {lower[:_LEFT]}"):
        done = _look(text, lower, 0, done, locale, style, found)
    for trigger in triggers.finditer(lower):
        start = trigger.start() + 1
        if start >= done:
            done = _look(text, lower, start, done, locale, style, found)
    return [
        replace(expression, opens_range=True) if _opens_range(lower, expression, after, locale) else expression
        for expression, after in zip(found, [*found[1:], None], strict=False)
    ]


def _opens_range(lower: str, expression: TimeExpression, after: TimeExpression | None, locale: Locale) -> bool:
    """Whether words around two expressions make them the ends of a range: "from Monday to Wednesday"."""
    if after is None or expression.opens_range or not 0 < after.span.start - expression.span.end <= _LINK:
        return False
    link = lower[expression.span.end : after.span.start].strip()
    if link not in locale.cues.range_link:
        return False
    return _word_before(lower, expression.span.start) in locale.cues.range_open or not link.isalpha()


def _look(
    text: str, lower: str, trigger: int, done: int, locale: Locale, style: str, found: list[TimeExpression]
) -> int:
    """Read around one trigger; add what is found; give how far the text is now used up."""
    symbols, automaton = locale.symbols, locale.automaton
    tokens, starts = _before(lower, trigger, done, symbols)
    left = known = len(tokens)
    ahead = TOKEN.finditer(lower, trigger)
    best: _Found | None = None
    for first in range(left + 1):
        if best is not None and best.start < starts[first]:
            break
        state = automaton.start
        if first < left and state.followed.get(symbols[tokens[first]], state) is None:
            # Known to begin nothing, as most tokens on the left are: "of", white space.
            continue
        place, longest = first, first + _LONGEST
        accepted: list[tuple[int, tuple[int, ...]]] = []
        while place < longest:
            if place == known:
                following_token = next(ahead, None)
                if following_token is None:
                    break
                tokens.append(following_token.group())
                starts.append(following_token.end())
                known += 1
            labels = symbols[tokens[place]]
            try:
                following = state.followed[labels]
            except KeyError:
                following = automaton.step(state, labels)
            if following is None:
                break
            state = following
            place += 1
            if state.accepts and place > left:
                accepted.append((place, state.accepts))
        for end, numbers in reversed(accepted):
            candidate = _accepted(text, lower, tokens, starts, first, end, numbers, locale, style)
            if candidate is not None:
                if best is None or (candidate.start, -candidate.reach) < (best.start, -best.reach):
                    best = candidate
                break
    if best is None:
        return max(done, trigger + 1)
    for number, (start, end, meaning) in enumerate(best.parts):
        found.append(
            TimeExpression(Span(start, end), text[start:end], best.rule, meaning, best.is_range and number == 0)
        )
    return best.end


def _before(lower: str, trigger: int, done: int, symbols: Symbols) -> tuple[list[str], list[int]]:
    """The tokens before a trigger as long as the language has a use for them, and where each starts.

    The starts go one further, to the trigger itself.
    """
    if lower[trigger - 1 : trigger] == " ":
        # Most triggers stand behind a word that the language has no use for; it is told apart at once.
        word = lower[max(done, lower.rfind(" ", done, trigger - 1) + 1) : trigger - 1]
        if word.isalpha() and word not in symbols:
            return [], [trigger]
    for reach in (_NEAR, _LEFT):
        begin = max(done, trigger - reach)
        while done < begin < trigger and lower[begin - 1].isalnum() and lower[begin].isalnum():
            # Not in the middle of a word, whose end would be a word of no use.
            begin += 1
        starts = [trigger]
        tokens: list[str] = []
        position = trigger
        for token in reversed(TOKEN.findall(lower, begin, trigger)):
            if not symbols[token]:
                break
            position -= len(token)
            tokens.append(token)
            starts.append(position)
        if position > begin or begin == done:
            break
    tokens.reverse()
    starts.reverse()
    return tokens, starts


class _Found(NamedTuple):
    """What a rule makes of a phrase; without parts, that it names no time."""

    start: int
    end: int
    reach: int
    """Where the words end that the rule has read, the ones it only needs to be sure among them."""
    rule: str
    parts: tuple[tuple[int, int, Operator], ...]
    is_range: bool


def _accepted(
    text: str,
    lower: str,
    tokens: list[str],
    starts: list[int],
    first: int,
    end: int,
    numbers: tuple[int, ...],
    locale: Locale,
    style: str,
) -> _Found | None:
    """What the first rule that holds for tokens `first` to `end` makes of them."""
    begin, stop = starts[first], starts[end]
    if stop < len(lower) and lower[stop].isalnum() and lower[stop - 1].isalnum():
        return None
    phrase = lower[begin:stop]
    for number in numbers:
        rule = locale.rules[number]
        if rule.style and rule.style != style:
            continue
        reading = locale.read(number, phrase, tokens[first:end])
        if reading is None:
            continue
        parts = tuple((begin + start, begin + after, meaning) for start, after, meaning in reading.parts)
        start, after = (parts[0][0], parts[-1][1]) if parts else (begin, stop)
        if _allowed(rule, text, lower, start, after):
            return _Found(start, after, stop, rule.name, parts, reading.is_range)
    return None


def _allowed(rule: Rule, text: str, lower: str, start: int, stop: int) -> bool:
    """Whether the words around it leave the rule in force."""
    if start and lower[start - 1].isalnum() and lower[start].isalnum():
        return False
    if lower[stop - 1].isdecimal() and _GOES_ON.match(lower, stop):
        return False
    if rule.capital and not text[start if rule.capital == "first" else text.rfind(" ", start, stop) + 1].isupper():
        return False
    return not (
        (rule.not_after and _word_before(lower, start) in rule.not_after)
        or (rule.not_before and _word_after(lower, stop) in rule.not_before)
    )


def _word_before(lower: str, start: int) -> str:
    """The word before `start`, or the sign that touches: white space makes a sign a matter of its own."""
    before = lower[max(0, start - _NEIGHBOUR) : start]
    close = before.rstrip()
    if not close:
        return ""
    word = _LAST_WORD.search(close)
    return word.group() if word else close[-1] if len(close) == len(before) else ""


def _word_after(lower: str, stop: int) -> str:
    """The word after `stop`, or the sign that touches."""
    word = _FIRST_WORD.match(lower, stop, stop + _NEIGHBOUR)
    return word.group(1) if word else lower[stop : stop + 1].strip()
