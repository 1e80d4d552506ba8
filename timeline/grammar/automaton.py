"""All patterns of a language as one automaton, so that its speed does not depend on their number.

A state is the set of what may still follow: for each pattern under way, the rest of it. States are made
one by one, as texts ask for them, and kept; from then on a step is one look into a table, however
many rules there are. Only what texts ask for is ever made, so that a language loads at once.

Source: partial derivatives (Antimirov 1996), determinised lazily as in grep.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from timeline.grammar.pattern import Choice, Extent, Literal, Node, Sequence

Labels = frozenset[str]
"""What a token can stand for: itself ("=may"), its word classes ("month:word"), its kinds of number."""


class State:
    """A state of the automaton."""

    __slots__ = ("accepts", "edges", "followed")

    def __init__(self, edges: dict[str, set[int]], accepts: tuple[int, ...]) -> None:
        self.edges = edges
        """By label, the rests that follow a token with that label."""
        self.accepts = accepts
        """Numbers of the patterns that end here, the first written first."""
        self.followed: dict[Labels, State | None] = {}
        """The next state by what the next token can stand for, as far as it was ever asked for."""


class Automaton:
    """Recognises every pattern at once, token by token."""

    def __init__(self, patterns: Iterable[Node], phrase: Callable[[str], tuple[Node, ...] | None]) -> None:
        """Take the patterns; `phrase` gives the patterns of a named phrase, None for a label."""
        self._phrase = phrase
        # A rest is a node and the rest after it; the end of pattern n is the rest -1 - n.
        self._rests: list[tuple[Node, int]] = []
        self._numbers: dict[tuple[int, int], int] = {}
        self._states: dict[frozenset[int], State] = {}
        self.start = self._state({self._rest(node, -1 - number) for number, node in enumerate(patterns)})

    def step(self, state: State, labels: Labels) -> State | None:
        """The state after one more token; None when no pattern goes on so."""
        try:
            return state.followed[labels]
        except KeyError:
            rests: set[int] = set()
            for label in labels & state.edges.keys():
                rests |= state.edges[label]
            following = state.followed[labels] = self._state(rests) if rests else None
            return following

    def _rest(self, node: Node, after: int) -> int:
        # Nodes live as long as the automaton, so that their identity can stand for them.
        key = (id(node), after)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._rests)
            self._rests.append((node, after))
        return number

    def _state(self, rests: set[int]) -> State:
        key = frozenset(rests)
        state = self._states.get(key)
        if state is None:
            state = self._states[key] = self._made(rests)
        return state

    def _made(self, rests: set[int]) -> State:
        edges: dict[str, set[int]] = {}
        accepts: set[int] = set()
        seen, open_rests = set(rests), list(rests)

        def follow(rest: int) -> None:
            if rest not in seen:
                seen.add(rest)
                open_rests.append(rest)

        while open_rests:
            rest = open_rests.pop()
            if rest < 0:
                accepts.add(-1 - rest)
                continue
            node, after = self._rests[rest]
            if isinstance(node, Sequence):
                for item in reversed(node.items):
                    after = self._rest(item, after)
                follow(after)
            elif isinstance(node, Choice):
                for item in node.items:
                    follow(self._rest(item, after))
            elif isinstance(node, Extent):
                follow(self._rest(node.item, after))
            elif isinstance(node, Literal):
                edges.setdefault(f"={node.token}", set()).add(after)
            elif (patterns := self._phrase(node.kind)) is not None:
                for pattern in patterns:
                    follow(self._rest(pattern, after))
            else:
                edges.setdefault(node.kind, set()).add(after)
        return State(edges, tuple(sorted(accepts)))
