"""What a token of a text can stand for."""

from __future__ import annotations

from timeline.grammar import numbers
from timeline.grammar.automaton import Labels

SPACE: Labels = frozenset({"= "})
_NOTHING: Labels = frozenset()
_MOST = 20_000
"""How many tokens are remembered at most."""


class Symbols(dict[str, Labels]):
    """The labels of each token; a number never seen before is worked out once.

    >>> sorted(Symbols({"may": frozenset({"month:word"})})["may"]), Symbols()["indeed"]
    (['month:word'], frozenset())
    """

    def __missing__(self, token: str) -> Labels:
        first = token[0]
        if first.isspace():
            # A blank line ends a paragraph, and with it every expression.
            labels = SPACE if token.count("\n") < 2 else _NOTHING
        elif first.isdecimal():
            labels = numbers.kinds_of(token)
        else:
            # Not kept: the words of a text are without number.
            return _NOTHING
        if len(self) < _MOST:
            self[token] = labels
        return labels
