"""The people, places and organisations an article names: by capitals, titles and repetition, no model.

A name is folded to the fullest form the article has for it, so that "Khoja" is "Khaled Khoja" and
"SNC" the "Syrian National Coalition" where the article says so. Nothing is learnt from other articles.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.clauses.words import ClauseWords
from timeline.tellings.capitals import WORD, Run, capitals
from timeline.tellings.descriptions import descriptions, stated
from timeline.tellings.folding import acronyms, fold
from timeline.tellings.nouns import Nouns, load_nouns
from timeline.tellings.rarity import is_common


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands, folded."""

    start: int
    end: int
    name: str
    place: bool = False
    """Whether it stands behind a word of place ("in Moscow")."""


@dataclass(frozen=True, slots=True)
class Names:
    """All names of one article, in order."""

    found: tuple[Named, ...]
    described: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By name, what else the article says that somebody is: "Khaled Khoja, the SNC chief"."""
    persons: frozenset[str] = frozenset()
    """Those of the names that are a person's: behind a title, with one that tells who it is, or by surname alone too."""
    descriptions: tuple[tuple[int, int, str], ...] = ()
    """Where anybody is called by such a description, and by which: start, end, key."""

    def within(self, start: int, end: int) -> tuple[Named, ...]:
        """The names of a stretch of the text."""
        first = bisect_left(self.found, start, key=lambda named: named.start)
        last = bisect_left(self.found, end, key=lambda named: named.start)
        return self.found[first:last]


def find_names(
    text: str, sentences: Sequence[tuple[int, int]], words: ClauseWords, without: Iterable[tuple[int, int]] = ()
) -> Names:
    """The names in the sentences of a text, each folded to its fullest form there.

    The spans in `without`, its time expressions, are no part of a name.

    >>> from timeline.clauses.words import load_clause_words
    >>> line = "Foreign Minister Ann Okoye met the Lake Basin Council (LBC) in Accra. Okoye left; the LBC stayed."
    >>> [named.name for named in find_names(line, [(0, 69), (70, len(line))], load_clause_words("en")).found]
    ['Ann Okoye', 'Lake Basin Council', 'Lake Basin Council', 'Accra', 'Ann Okoye', 'Lake Basin Council']
    """
    text = _masked(text, without)
    nouns = load_nouns(words.code) if words.capital_nouns else Nouns()
    runs = [run for sentence in sentences for run in capitals(text, sentence, words, nouns)]
    evidence = _Evidence(
        frozenset(found.group() for found in re.finditer(r"\b[^\W\d_A-Z][^\W\d_]+\b", text)),
        Counter(" ".join(run.words) for run in runs if not run.opening and not run.titled),
        frozenset(run.words[-1] for run in runs if len(run.words) > 1),
        _articled(text, runs, words),
        words,
    )
    kept = [evidence.without_genitive(run) for run in map(evidence.settled, runs) if run is not None]
    folded = fold((run.words for run in kept), acronyms(text, [(run.words, run.end) for run in kept]))
    found = [Named(run.start, run.end, folded[run.words], run.placed) for run in kept]
    described = _described(text, found, words)
    known = {key: name for name, keys in described.items() for key in keys}
    called = tuple(descriptions(text, sentences, words))
    told = [Named(start, end, known[key]) for start, end, key in called if key in known]
    persons = _persons(text, kept, folded, words) | described.keys()
    return Names(tuple(sorted([*found, *told], key=lambda each: (each.start, each.end))), described, persons, called)


def _persons(
    text: str, runs: Iterable[Run], folded: Mapping[tuple[str, ...], str], words: ClauseWords
) -> frozenset[str]:
    """The names that a title stands before, or that the text shortens to their last word."""
    persons: set[str] = set()
    placed = {folded[run.words] for run in runs if run.placed}
    for run in runs:
        name = folded[run.words]
        body = any(word.lower() in words.bodies for word in name.split())
        before = WORD.findall(text[max(0, run.start - 24) : run.start])
        titled = (
            bool(before)
            and before[-1].lower() in words.titles | words.trades
            and text[run.start - 1 : run.start] == " "
        )
        surname = len(run.words) == 1 < len(name.split()) and name.endswith(f" {run.words[0]}") and name not in placed
        if not body and (titled or surname):
            persons.add(name)
    return frozenset(persons)


def _described(text: str, found: Iterable[Named], words: ClauseWords) -> dict[str, tuple[str, ...]]:
    """By name the keys of its descriptions, without those that the text has for two."""
    said = {(each.name, key) for each in found for key in stated(text, each.start, each.end, words)}
    of_one = Counter(key for _, key in said)
    described: dict[str, tuple[str, ...]] = {}
    for name, key in sorted(said):
        if of_one[key] == 1:
            described[name] = (*described.get(name, ()), key)
    return described


def _masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with spaces in some of its places."""
    pieces: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if start >= done:
            pieces += [text[done:start], " " * (end - start)]
            done = end
    return "".join([*pieces, text[done:]])


def _articled(text: str, runs: Iterable[Run], words: ClauseWords) -> Counter[str]:
    """How much more often a single word stands behind an article than without."""
    counted: Counter[str] = Counter()
    for run in runs:
        if len(run.words) == 1:
            before = WORD.findall(text[max(0, run.start - 24) : run.start])
            articled = bool(before) and before[-1].lower() in words.determiners | words.contracted
            counted[run.words[0]] += 1 if articled else -1
    return counted


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the whole text says about its words with capitals."""

    lower: frozenset[str]
    """Its words without one."""
    inside: Mapping[str, int]
    """How often what may be a name stands inside a sentence."""
    surnames: frozenset[str]
    """The last words of what has several."""
    articled: Mapping[str, int]
    words: ClauseWords

    def settled(self, run: Run) -> Run | None:
        """The run as a name, or None where its capital only begins a sentence, or says that it is a noun."""
        words, first = self.words, run.words[0].lower()
        single = len(run.words) == 1
        acronym = single and run.words[0].isupper() and len(first) > 1
        if run.titled and single and not acronym and is_common(first, words.code) and not self.inside.get(run.words[0]):
            return None  # "Transport Minister"
        if single and not acronym and self._says_nothing(run):
            return None
        if run.words[0] in words.capital_articles and self.inside.get(" ".join(run.words[1:])):
            rest = run.words[1:]
            return Run(run.end - len(" ".join(rest)), run.end, rest, False, False)
        if not run.opening or self.inside.get(" ".join(run.words)) or acronym:
            return run
        if single and words.capital_nouns:
            return None
        return self._opening(run)

    def without_genitive(self, run: Run) -> Run:
        """The run without the "s" of a genitive that no sign parts from the name: "Südtirols"."""
        last = run.words[-1]
        bare = (*run.words[:-1], last.removesuffix("s"))
        if self.words.capital_nouns and last.endswith("s") and self.inside.get(" ".join(bare)):
            return Run(run.start, run.end, bare, run.opening, run.placed)
        return run

    def _says_nothing(self, run: Run) -> bool:
        """Whether a single word is no name wherever it stands."""
        words, word = self.words, run.words[0]
        first = word.lower()
        if words.small(first) or first in words.not_names or first.removesuffix("s") in words.not_names:
            return True
        if len(first) < 2:
            return True
        if words.capital_nouns:
            known = run.placed or word in self.surnames
            return not known and (first in self.lower or self.articled.get(word, 0) > 0)
        # "the Committee", and what the text has without a capital as well
        common = is_common(word, words.code) and word not in self.surnames
        return common and not run.placed and (first in self.lower or self.articled.get(word, 0) > 0)

    def _opening(self, run: Run) -> Run | None:
        """The first words of a sentence as a name, as far as they are known for one."""
        words, first = self.words, run.words[0].lower()
        counting = any(part in (each.partition(":")[2] for each in words.numerals) for part in first.split("-"))
        plain = first in self.lower or words.small(first) or is_common(first, words.code) or counting
        if not plain or (len(run.words) == 1 and run.words[0] in self.surnames):
            return run
        rest = run.words[1:]
        if not rest or rest[0][0].islower():
            return None
        if first in self.lower or words.small(first):
            nameless = words.capital_nouns or rest[0].lower() in words.not_names
            after = Run(run.end - len(" ".join(rest)), run.end, rest, False, False)
            return None if nameless and len(rest) == 1 else after
        return run
