"""What may stand between the beginning of an expression and the trigger by which it is found.

A text is read backwards from a trigger as far as the language has a use for its words: "the first" of "of the first
quarter". How far such words bring the automaton is worked out once and remembered, since they are few and always the same.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter

from timeline.grammar.automaton import Automaton, Labels, State
from timeline.grammar.pattern import TOKEN
from timeline.grammar.symbols import Symbols
from timeline.grammar.triggers import trie

Lead = tuple[tuple[int, State], ...]
"""Where an expression may begin, in characters before the trigger, the farthest first; and the state that the words from
there on lead to. The last one begins at the trigger itself."""

_FARTHEST = 64
"""How many characters before a trigger an expression can begin."""
_MOST = 20_000
"""How many leads are remembered at most."""


class Leads:
    """The leads of a language.

    >>> from timeline.grammar.loading import load_locale
    >>> text = "it fell in the first quarter"
    >>> [text[21 - length :] for length, _ in load_locale("en").leads.before(text, text[::-1], 21, 0)]
    ['in the first quarter', 'the first quarter', 'first quarter', 'quarter']
    """

    def __init__(self, symbols: Symbols, automaton: Automaton) -> None:
        self._symbols = symbols
        self._automaton = automaton
        self._words = _backwards(symbols)
        self._known: dict[str, Lead] = {}

    def before(self, text: str, turned: str, trigger: int, done: int) -> Lead:
        """The lead of a trigger in a text that is used up as far as `done`; `turned` is the text backwards."""
        length = len(text)
        limit = max(done, trigger - _FARTHEST)
        words = self._words.match(turned, length - trigger, length - limit)
        start = length - words.end() if words else trigger
        if start == limit > done and (first := TOKEN.match(text, start)):
            start = first.end()  # it may have begun before
        passed = text[start:trigger]
        lead = self._known.get(passed)
        if lead is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            lead = self._known[passed] = self._lead(TOKEN.findall(passed))
        return lead

    def _lead(self, tokens: list[str]) -> Lead:
        labels = [self._symbols[token] for token in tokens]
        lead: list[tuple[int, State]] = []
        for first in range(len(tokens)):
            state = self._behind(labels[first:])
            if state is not None:
                lead.append((sum(map(len, tokens[first:])), state))
        return (*lead, (0, self._automaton.start))

    def _behind(self, labels: list[Labels]) -> State | None:
        """The state behind these tokens, None where nothing begins with them."""
        state: State | None = self._automaton.start
        for each in labels:
            state = state and self._automaton.step(state, each)
        return state


def _backwards(symbols: Symbols) -> re.Pattern[str]:
    """As many tokens of use as stand one behind the other, over text that is read backwards.

    Each branch begins with a character, by which it is left without being entered; a space comes first, as every
    other token is one.
    """
    tokens = sorted(token[::-1] for token in symbols if not token[0].isspace() and not token[0].isdecimal())
    words = [rf"{trie(alike)}(?![^\W\d_])" for _, alike in groupby(filter(str.isalpha, tokens), itemgetter(0))]
    signs = [re.escape(token) for token in tokens if not token.isalpha()]
    spaces = r"(?=\s)[^\S\n]*+(?:\n[^\S\n]*+)?+(?!\s)"
    tokens_of_use = "|".join([r" (?!\s)", *words, *signs, r"\d{1,6}+(?!\d)", spaces])
    return re.compile(f"(?:{tokens_of_use})*+")
