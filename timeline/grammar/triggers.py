"""The words without which there is no time expression, as one regular expression.

Every pattern has a word, or a figure, that it cannot do without and that is rare in prose: the
unit in "[the ]{number} {unit}", the month in "{month} {dayno}". Only where one of those stands
does the tagger look closer. Their alternation is shaped as a trie, so that its speed does not
depend on their number, and it is entered behind characters that are no part of a word only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Sequence as Sequence_
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from timeline.grammar.numbers import KINDS
from timeline.grammar.pattern import Choice, Extent, Literal, Node, Sequence, Slot


class Atom(NamedTuple):
    """Something a text must hold: a word, or figures that touch a sign or a word."""

    kind: str
    """word     the word by itself
    year     four digits that can be a year
    before   digits with the text right behind them: the "th" of "5th"
    shape    digits and signs that touch, the text being their regular expression: "10:35"
    after    digits right behind the text: the "'" of "'96", the "q" of "Q3"
    """
    text: str = ""


Atoms = frozenset[Atom]
Phrase = Callable[[str], tuple[Node, ...] | None]
"""The alternatives behind a slot; None for a class of words or a kind of number."""
Words = Callable[[str], Atoms | None]
"""The words behind a label; None for those too common to be worth a look."""


def atoms_of_all(nodes: Sequence_[Node], phrase: Phrase, words: Words) -> list[Atoms | None]:
    """For each node, atoms of which at least one stands in every text that it fits; None if it has no such.

    A pattern often leaves a choice: of "new year's day" any word will do. Then those are taken that
    most other patterns cannot do without, so that the fewest words of a text are looked at.
    """
    needed: Counter[Atom] = Counter()
    for node in nodes:
        _Search(phrase, words, Counter(), needed).atoms(node)
    search = _Search(phrase, words, needed, Counter())
    return [search.atoms(node) for node in nodes]


class _Search:
    """Finds atoms; those of `preferred` before others; `needed` counts where they are the only ones."""

    def __init__(self, phrase: Phrase, words: Words, preferred: Counter[Atom], needed: Counter[Atom]) -> None:
        self.phrase = phrase
        self.words = words
        self.preferred = preferred
        self.needed = needed
        self._slots: dict[str, Atoms | None] = {}

    def atoms(self, node: Node) -> Atoms | None:
        """Atoms of which at least one stands in every text that the node fits; None if it has no such."""
        if isinstance(node, Literal):
            return self.words(f"={node.token}")
        if isinstance(node, Extent):
            return self.atoms(node.item)
        if isinstance(node, Slot):
            if node.kind in ("year", "modern"):
                return frozenset({Atom("year")})
            if node.kind not in self._slots:
                alternatives = self.phrase(node.kind)
                self._slots[node.kind] = self.words(node.kind) if alternatives is None else self._union(alternatives)
            return self._slots[node.kind]
        if isinstance(node, Choice):
            return self._union(node.items)
        return self._any(tuple(_flat(node)))

    def _union(self, nodes: Iterable[Node]) -> Atoms | None:
        union: set[Atom] = set()
        for node in nodes:
            atoms = self.atoms(node)
            if atoms is None:
                return None
            union |= atoms
        return frozenset(union)

    def _any(self, items: tuple[Node, ...]) -> Atoms | None:
        """The atoms of one item: words, and only if there are none figures, which are more frequent."""
        found = [
            atoms
            for index, item in enumerate(items)
            if (atoms := _touching(items, index) or self.atoms(item)) is not None
        ]
        if len(found) == 1:
            self.needed.update(found[0])
        wordy = [atoms for atoms in found if all(atom.kind == "word" for atom in atoms)]
        return max(wordy or found, key=lambda atoms: min(self.preferred[atom] for atom in atoms), default=None)


def _flat(node: Node) -> Iterator[Node]:
    """The items of nested sequences, one after the other."""
    if isinstance(node, Extent):
        yield from _flat(node.item)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _flat(item)
    else:
        yield node


def _is_figure(items: tuple[Node, ...], index: int) -> bool:
    if not 0 <= index < len(items):
        return False
    node = items[index]
    return node.token.isdecimal() if isinstance(node, Literal) else isinstance(node, Slot) and node.kind in KINDS


def _touching(items: tuple[Node, ...], index: int) -> Atoms | None:
    """The atoms of a literal, or a choice of literals, that touches figures."""
    is_behind, is_before = _is_figure(items, index - 1), _is_figure(items, index + 1)
    texts = _texts(items[index]) if is_behind or is_before else []
    if not texts:
        return None
    if is_behind and texts[0].isalpha():
        return frozenset(Atom("before", text) for text in texts)
    if not is_before:
        return None
    if not is_behind:
        return frozenset(Atom("after", text) for text in texts)
    first, last = index - 1, index + 1
    while _is_figure(items, first - 2) and _texts(items[first - 1]):
        first -= 2
    while _is_figure(items, last + 2) and _texts(items[last + 1]):
        last += 2
    return frozenset({Atom("shape", "".join(map(_shape, items[first : last + 1])))})


def _texts(node: Node) -> list[str]:
    """What a literal, or a choice of literals, can be; nothing where white space, or more than a token, is a choice."""
    choices = [tuple(_flat(choice)) for choice in node.items] if isinstance(node, Choice) else [(node,)]
    texts = [
        only.token
        for only, *more in filter(None, choices)
        if isinstance(only, Literal) and not more and not only.token.isspace()
    ]
    return texts if len(texts) == len(choices) else []


def _shape(node: Node) -> str:
    """The regular expression of figures, or of what touches them."""
    if isinstance(node, Slot):
        kind = KINDS[node.kind]
        return rf"\d{{{kind.shortest},{kind.longest}}}"
    return trie(_texts(node))


def trigger_pattern(atoms: Iterable[Atom]) -> re.Pattern[str]:
    r"""The alternation of all atoms, each with the character before it, over lower-case text.

    A text has to be led by a space for its first word to be found. The character makes the search twice as
    fast as a word boundary would, since it is looked for without entering the alternation. Of that, the first
    characters are compared before a branch is entered: so each branch begins with one.

    >>> atoms = {Atom("word", "may"), Atom("word", "march"), Atom("shape", r"\d{1,2}:\d{2}")}
    >>> trigger_pattern(atoms).findall("in march it may; 9:30, and won 2:1")
    [' march', ' may', ' 9']
    """
    by_kind: dict[str, list[str]] = {}
    for atom in sorted(atoms):
        by_kind.setdefault(atom.kind, []).append(atom.text)
    branches = [rf"{trie(alike)}\b" for _, alike in groupby(by_kind.get("word", ()), itemgetter(0))]
    letters = [text for text in by_kind.get("after", ()) if text.isalpha()]
    signs = [text for text in by_kind.get("after", ()) if not text.isalpha()]
    if letters:
        branches.append(rf"{trie(letters)}(?=\d)")
    # Behind the first figure. Of a shape no more is read: another trigger may stand in the figures behind.
    figures = [r"(?<=[12])\d{3}(?!\d)"] if "year" in by_kind else []
    if "before" in by_kind:
        figures.append(rf"\d{{0,5}}(?={trie(by_kind['before'])}\b)")
    if "shape" in by_kind:
        figures.append(rf"(?<=(?=(?:{'|'.join(by_kind['shape'])})(?!\d))\d)")
    if signs:
        figures.append(rf"(?<={trie(signs)}\d)")
    if figures:
        branches.append(rf"\d(?:{'|'.join(figures)})")
    # What is no part of a word is told by one bitmap, which knows the letters of Latin-1 alone: behind other letters a
    # trigger is looked at in vain.
    return re.compile(rf"[^a-z0-9_ß-öø-ÿ](?:{'|'.join(branches)})")


def trie(words: Iterable[str]) -> str:
    """The words as one expression in which no two branches begin alike."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[:1], []).append(word[1:])
    ends = by_first.pop("", None) is not None
    branches = [re.escape(first) + trie(rests) for first, rests in sorted(by_first.items())]
    if not branches:
        return ""
    inner = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{inner}?" if ends else inner
