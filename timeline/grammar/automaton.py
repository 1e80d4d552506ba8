"""All patterns of a language as one automaton, so that its speed does not depend on their number.

A state is the set of what may still follow: for each pattern under way, the rest of it. States are made
one by one, as texts ask for them, and kept; from then on a step is one look into a table, however
many rules there are. Only what texts ask for is ever made, so that a language loads at once.

A phrase is entered once in a state, by all patterns that go through it there, and where it ends they all go on: a
state grows with the phrases under way, not with the ways that lead into them.

Source: partial derivatives (Antimirov 1996), determinised lazily as in grep; the shared returns are those of
a graph-structured stack (Tomita 1987).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from timeline.grammar.pattern import Choice, Extent, Literal, Node, Sequence

Labels = frozenset[str]
"""What a token can stand for: itself ("=may"), its word classes ("month:word"), its kinds of number."""


class Rest:
    """What is left of a pattern at one place of it; each is itself alone, and as good as its name."""

    __slots__ = ("ends", "phrases", "tokens")

    def __init__(
        self, tokens: tuple[tuple[str, Rest], ...], phrases: tuple[tuple[int, Rest], ...] = (), ends: bool = False
    ) -> None:
        self.tokens = tokens
        """The labels of tokens that it can go on with, and what is left behind each."""
        self.phrases = phrases
        """The numbers of phrases that it can go on with, and what is left behind each."""
        self.ends = ends
        """Whether nothing need follow."""


class Returns:
    """Where it goes on when a phrase ends."""

    __slots__ = ("places",)

    def __init__(self, places: frozenset[Place]) -> None:
        self.places = places


Place = tuple[Rest, Returns] | int
"""What is left of a phrase, and where it goes on behind; or the number of a pattern that ends here."""

_END = Rest((), ends=True)


class State:
    """A state of the automaton."""

    __slots__ = ("accepts", "edges", "followed")

    def __init__(self, edges: dict[str, set[Place]], accepts: tuple[int, ...]) -> None:
        self.edges = edges
        """By label, the places that follow a token with that label."""
        self.accepts = accepts
        """Numbers of the patterns that end here, the first written first."""
        self.followed: dict[Labels, State | None] = {}
        """The next state by what the next token can stand for, as far as it was ever asked for."""


class Automaton:
    """Recognises every pattern at once, token by token."""

    def __init__(self, patterns: Iterable[Node], phrase: Callable[[str], tuple[Node, ...] | None]) -> None:
        """Take the patterns; `phrase` gives the patterns of a named phrase, None for a label."""
        self._phrase = phrase
        self._phrases: list[Rest] = []
        self._numbers: dict[str, int | None] = {}
        self._returns: dict[frozenset[Place], Returns] = {}
        self._states: dict[frozenset[Place], State] = {}
        self.start = self._state(
            {(self._rest(node, _END), self._returning({number})) for number, node in enumerate(patterns)}
        )

    def step(self, state: State, labels: Labels) -> State | None:
        """The state after one more token; None when no pattern goes on so."""
        try:
            return state.followed[labels]
        except KeyError:
            places: set[Place] = set()
            for label in labels & state.edges.keys():
                places |= state.edges[label]
            following = state.followed[labels] = self._state(places) if places else None
            return following

    def _rest(self, node: Node, after: Rest) -> Rest:
        """The node, and behind it `after`."""
        if isinstance(node, Sequence):
            for item in reversed(node.items):
                after = self._rest(item, after)
            return after
        if isinstance(node, Choice):
            return _joined([self._rest(item, after) for item in node.items])
        if isinstance(node, Extent):
            return self._rest(node.item, after)
        if isinstance(node, Literal):
            return Rest(((f"={node.token}", after),))
        number = self._number(node.kind)
        return Rest(((node.kind, after),)) if number is None else Rest((), ((number, after),))

    def _number(self, kind: str) -> int | None:
        """The number of a phrase, greater than those of the phrases in it; None for a label."""
        if kind not in self._numbers:
            patterns = self._phrase(kind)
            if patterns is not None:
                phrase = _joined([self._rest(pattern, _END) for pattern in patterns])
                self._phrases.append(phrase)
            self._numbers[kind] = None if patterns is None else len(self._phrases) - 1
        return self._numbers[kind]

    def _returning(self, places: set[Place]) -> Returns:
        """Equal returns are one, so that they can be told by identity."""
        key = frozenset(places)
        returns = self._returns.get(key)
        if returns is None:
            returns = self._returns[key] = Returns(key)
        return returns

    def _state(self, places: set[Place]) -> State:
        key = frozenset(places)
        state = self._states.get(key)
        if state is None:
            state = self._states[key] = self._made(key)
        return state

    def _made(self, places: frozenset[Place]) -> State:
        edges: dict[str, set[Place]] = {}
        accepts: set[int] = set()
        entered: dict[int, set[Place]] = {}
        """By the number of a phrase, where it goes on behind it."""
        seen, unread = set(places), list(places)
        while unread or entered:
            if not unread:
                # The outermost comes first: then all that go through an inner one are known when it is entered.
                number = max(entered)
                unread.append((self._phrases[number], self._returning(entered.pop(number))))
            place = unread.pop()
            if isinstance(place, int):
                accepts.add(place)
                continue
            rest, returns = place
            if rest.ends:
                unread += returns.places - seen
                seen |= returns.places
            for label, after in rest.tokens:
                edges.setdefault(label, set()).add((after, returns))
            for number, after in rest.phrases:
                behind = returns.places if after is _END else ((after, returns),)
                entered.setdefault(number, set()).update(behind)
        return State(edges, tuple(sorted(accepts)))


def _joined(rests: list[Rest]) -> Rest:
    """Any of them."""
    return Rest(
        tuple(token for rest in rests for token in rest.tokens),
        tuple(phrase for rest in rests for phrase in rest.phrases),
        any(rest.ends for rest in rests),
    )
