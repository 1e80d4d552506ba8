"""The words without which there is no time expression, as one regular expression.

Every pattern has a word, or a figure, that it cannot do without and that is rare in prose: the
unit in "[the ]{number} {unit}", the month in "{month} {dayno}". Only where one of those stands
does the tagger look closer. Their alternation is shaped as a trie, so that its speed does not
depend on their number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from timeline.grammar.numbers import KINDS
from timeline.grammar.pattern import Choice, Extent, Literal, Node, Sequence, Slot

Atoms = frozenset[str]
"""Words, and regular expressions where there is more than letters."""

_FIGURES = {"year": r"(?<!\d)[12]\d{3}(?!\d)", "modern": r"(?<!\d)[12]\d{3}(?!\d)"}


def atoms_of(node: Node, phrase: Callable[[str], tuple[Node, ...] | None], words: Callable[[str], Atoms | None]) -> Atoms | None:
    """Atoms of which at least one stands in every text that the node fits; None if it has no such.

    `phrase` gives the alternatives of a phrase or class, `words` the words of a class, None for a
    class that is too common to be worth a look.
    """
    if isinstance(node, Literal):
        return words(f"={node.token}")
    if isinstance(node, Extent):
        return atoms_of(node.item, phrase, words)
    if isinstance(node, Slot):
        if node.kind in _FIGURES:
            return frozenset({_FIGURES[node.kind]})
        alternatives = phrase(node.kind)
        return words(node.kind) if alternatives is None else _union(alternatives, phrase, words)
    if isinstance(node, Choice):
        return _union(node.items, phrase, words)
    return _sequence(_flat(node), phrase, words)


def _union(nodes: Iterable[Node], phrase: Callable[[str], tuple[Node, ...] | None], words: Callable[[str], Atoms | None]) -> Atoms | None:
    union: set[str] = set()
    for node in nodes:
        atoms = atoms_of(node, phrase, words)
        if atoms is None:
            return None
        union |= atoms
    return frozenset(union)


def _flat(node: Sequence) -> list[Node]:
    items: list[Node] = []
    for item in node.items:
        while isinstance(item, Extent):
            item = item.item
        items.extend(_flat(item) if isinstance(item, Sequence) else [item])
    return items


def _is_figure(node: Node | None) -> bool:
    return isinstance(node, Slot) and node.kind in KINDS


def _sequence(items: list[Node], phrase: Callable[[str], tuple[Node, ...] | None], words: Callable[[str], Atoms | None]) -> Atoms | None:
    figures: Atoms | None = None
    for place, item in enumerate(items):
        before = items[place - 1] if place else None
        after = items[place + 1] if place + 1 < len(items) else None
        if isinstance(item, Literal) and (_is_figure(before) or _is_figure(after)):
            token = re.escape(item.token)
            if item.token.isalpha():
                left = r"(?<=\d)" if _is_figure(before) else r"\b"
                right = r"(?=\d)" if _is_figure(after) else r"\b"
                return frozenset({f"{left}{token}{right}"})
            if not item.token.isspace() and _is_figure(after):
                left = r"(?<=\d)" if _is_figure(before) else ""
                figures = figures or frozenset({rf"{left}{token}(?=\d)"})
            continue
        if isinstance(item, Choice) and _is_figure(before):
            endings = [_flat(Sequence((choice,))) for choice in item.items]
            if all(len(ending) == 1 and isinstance(ending[0], Literal) and ending[0].token.isalpha() for ending in endings):
                return frozenset(rf"(?<=\d){ending[0].token}\b" for ending in endings if isinstance(ending[0], Literal))
        atoms = atoms_of(item, phrase, words)
        if atoms is not None:
            if not any(_is_expression(atom) for atom in atoms):
                return atoms
            figures = figures or atoms
    return figures


def _is_expression(atom: str) -> bool:
    return not atom.isalpha()


def trigger_pattern(atoms: Iterable[str]) -> re.Pattern[str]:
    """The alternation of all atoms, over lower-case text.

    >>> trigger_pattern({"may", "march"}).findall("in march it may; maybe")
    ['march', 'may']
    """
    expressions = sorted(atom for atom in atoms if _is_expression(atom))
    trie: dict[str, dict[str, object]] = {}
    for word in atoms:
        if word in expressions:
            continue
        node = trie
        for character in word:
            node = node.setdefault(character, {})  # type: ignore[assignment]
        node[""] = {}
    parts = ([rf"\b{_trie(trie)}\b"] if trie else []) + expressions
    return re.compile("|".join(parts))


def _trie(node: dict[str, dict[str, object]]) -> str:
    branches = [re.escape(character) + _trie(rest) for character, rest in sorted(node.items()) if character]  # type: ignore[arg-type]
    if not branches:
        return ""
    inner = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{inner})?" if "" in node else inner
