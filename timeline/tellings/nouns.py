"""Which words with a capital are common nouns, in a language where every noun has one.

By a table that is shipped, one a language, of the words that no other of its words make: of "Raumsonde" it has "raum"
and "sonde".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

_ENDINGS = ("", "s", "es", "e", "en", "n", "er", "ern", "nen", "se", "sen")
"""What inflects a noun."""
_LINKS = ("", "s", "es", "n", "en", "e", "er", "-")
"""What joins two nouns to one."""
_WITHOUT_UMLAUT = str.maketrans("äöü", "aou")
_SHORTEST = 3
_SHORTEST_TAIL = 4
_SHORTEST_DERIVED = 5
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Nouns:
    """The nouns of a table; nothing where there is none."""

    plain: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    """Names that look like a form of a noun, or like several in one."""
    both: frozenset[str] = frozenset()
    """Nouns that are names of persons or places too: "Koch"."""
    name_endings: tuple[str, ...] = ()
    """How names of places and persons end that look like several nouns in one: "Steinberg"."""
    derived_endings: tuple[str, ...] = ()
    """How nouns end that are made of other words: "Zeitung"."""

    def __contains__(self, word: str) -> bool:
        """Whether the word is a noun in some form, or made of nouns.

        >>> german = load_nouns("de")
        >>> ["Raumsonden" in german, "Häuser" in german, "Landesregierung" in german]
        [True, True, True]
        >>> ["Rosetta" in german, "Steinberg" in german]
        [False, False]
        """
        lower = word.lower().rpartition("-")[2]
        if len(lower) > _LONGEST or lower in self.names:
            return False
        return self.is_form(lower) or self.is_compound(lower)

    def is_form(self, word: str) -> bool:
        """Whether the word is a noun of the table in some form, or ends as no name does."""
        if len(word) > _SHORTEST_DERIVED and word.endswith(self.derived_endings):
            return True
        stems = [word[: len(word) - len(ending)] for ending in _ENDINGS if word.endswith(ending)]
        return any(
            len(stem) >= _SHORTEST and (stem in self.plain or stem.translate(_WITHOUT_UMLAUT) in self.plain)
            for stem in stems
        )

    def is_compound(self, word: str) -> bool:
        """Whether the word is a noun with another before it."""
        if word.endswith(self.name_endings):
            return False
        return any(
            self.is_form(word[place:]) and self._joins(word[:place])
            for place in range(_SHORTEST, len(word) - _SHORTEST_TAIL + 1)
        )

    def _joins(self, head: str) -> bool:
        stems = (head[: len(head) - len(link)] for link in _LINKS if head.endswith(link))
        return any(
            len(stem) >= _SHORTEST
            and (
                stem in self.plain
                or f"{stem}e" in self.plain
                or stem.endswith(self.derived_endings)
                or self.is_compound(stem)
            )
            for stem in stems
        )


@cache
def load_nouns(code: str) -> Nouns:
    """The nouns of a language by its code; none where no table is shipped."""
    name = code.lower().split("-")[0].split("_")[0]
    table = resources.files("timeline.tellings") / f"nouns.{name}.txt"
    if not name.isalpha() or not table.is_file():
        return Nouns()
    kinds: dict[str, set[str]] = {"noun": set(), "name": set(), "both": set(), "ending": set(), "derived": set()}
    for line in table.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, *words = line.split()
            kinds[kind].update(words)
    nouns, names, both = (frozenset(kinds[kind]) for kind in ("noun", "name", "both"))
    return Nouns(nouns | both, names, both, tuple(sorted(kinds["ending"])), tuple(sorted(kinds["derived"])))
