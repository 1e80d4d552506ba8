"""The words and phrases of a language, as its patterns ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from timeline.grammar import numbers, pattern
from timeline.grammar.automaton import Labels
from timeline.grammar.binding import Words
from timeline.grammar.pattern import Node, Slot, literals_of, tokens_of
from timeline.grammar.symbols import SPACE, Symbols
from timeline.grammar.triggers import Atom, Atoms, atoms_of_all


class Vocabulary:
    """What a slot can stand for, what a token can, and by which words a pattern is looked for."""

    def __init__(self, words: Words, phrases: Mapping[str, Sequence[Node]], common: AbstractSet[str]) -> None:
        """Take the word classes, the patterns of each phrase, and the words too common to look for."""
        self._words = words
        self._common = common
        self._single = {name: [word for word in listed if len(tokens_of(word)) == 1] for name, listed in words.items()}
        self._behind: dict[str, tuple[Node, ...]] = {name: tuple(nodes) for name, nodes in phrases.items()}
        for name, listed in words.items():
            several = (tokens_of(word) for word in listed)
            self._behind[name] = (
                *([Slot(f"{name}:word", "")] if self._single[name] else ()),
                *(pattern.Sequence(tokens) for tokens in several if len(tokens) > 1),
            )

    def behind(self, kind: str) -> tuple[Node, ...] | None:
        """The patterns behind a slot; None where it is a label of one token."""
        return self._behind.get(kind)

    def atoms(self, nodes: Sequence[Node]) -> list[Atoms | None]:
        """For each node, words and figures of which a text that it fits has one; None if all are too common."""
        return atoms_of_all(nodes, self.behind, self._rare)

    def _rare(self, label: str) -> Atoms | None:
        if label.startswith("="):
            token = label[1:]
            return frozenset({Atom("word", token)}) if token.isalpha() and token not in self._common else None
        name, _, kind = label.partition(":")
        words = self._single[name] if kind == "word" else []
        if not words or not self._common.isdisjoint((*words, f"{{{name}}}")):
            return None
        return frozenset(Atom("word", word) for word in words)

    def symbols(self, patterns: Iterable[Node]) -> Symbols:
        """What each token can stand for in the words, the phrases and these patterns."""
        labels: dict[str, set[str]] = {}
        for name, listed in self._single.items():
            for word in listed:
                labels.setdefault(word, set()).add(f"{name}:word")
        spelled = [literal for listed in self._words.values() for word in listed for literal in tokens_of(word)]
        spelled += [literal for nodes in self._behind.values() for node in nodes for literal in literals_of(node)]
        spelled += [literal for node in patterns for literal in literals_of(node)]
        for literal in spelled:
            labels.setdefault(literal.token, set()).add(f"={literal.token}")
        # Equal sets are made one, which is quicker to look up by.
        one: dict[Labels, Labels] = {}
        symbols = Symbols()
        for token, found in labels.items():
            kinds = frozenset(found) | (numbers.kinds_of(token) if token.isdecimal() else frozenset())
            symbols[token] = one.setdefault(kinds, kinds)
        symbols[" "] = SPACE
        return symbols
