"""What a clause counts: how many dead, the third case, 5,000 barrels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from math import inf

from timeline.clauses.words import ClauseWords
from timeline.tellings.rarity import stem
from timeline.tellings.terms import is_small, pairs

_GROUPED = re.compile(r"(?<=\d)[,.](?=\d{3}\b)")
_NEAR = 3
"""How many words a number may stand from what it counts."""


def numbers_of(lower: Iterable[str]) -> tuple[str, ...]:
    """The figures of two digits and more, sorted."""
    return tuple(sorted({_GROUPED.sub("", word) for word in lower if len(word) > 1 and word[0].isdigit()}))


def is_number(word: str, words: ClauseWords) -> bool:
    """Whether the word is a number, in figures or written out."""
    return number_of(word, words) is not None


def counts_of(lower: list[str], words: ClauseWords) -> tuple[tuple[str, str], ...]:
    """How many of each kind are counted, the number nearest to the word that says what they are."""
    counted = _counted(words)
    nearest: dict[str, tuple[float, str]] = {}
    for place, word in enumerate(lower):
        number = number_of(word, words)
        if number is None:
            continue
        for other in range(max(0, place - _NEAR), min(len(lower), place + _NEAR + 1)):
            kind = counted.get(stem(lower[other]))
            if kind is not None:
                # What is counted stands rather behind its number ("21 dead") than before it ("killed 21").
                distance = abs(other - place) + (0.5 if other < place else 0.0)
                told = _bound(lower, place, words) + number
                nearest[kind] = min(nearest.get(kind, (distance, told)), (distance, told))
    ordered = {
        (stem(after), ordinal) for word, after in pairwise(lower) if (ordinal := _ordinals(words).get(word)) is not None
    }
    return tuple(sorted({*((kind, number) for kind, (_, number) in nearest.items()), *ordered}))


def _bound(lower: list[str], place: int, words: ClauseWords) -> str:
    """The sign for what the words before a number say of it: "[at least] 12"."""
    before = {lower[place - 1] if place else "", " ".join(lower[max(0, place - 2) : place])}
    for sign, listed in ((LEAST, words.lower_bounds), (MOST, words.upper_bounds), (ABOUT, words.approximations)):
        if not before.isdisjoint(listed):
            return sign
    return ""


def counts_agree(one: str, other: str) -> bool:
    """Whether both numbers can be told of one thing: what is "at least 12" can be 21, and not 9.

    >>> counts_agree("≥12", "21"), counts_agree("≥12", "9"), counts_agree("~40", "42"), counts_agree("12", "21")
    (True, False, True, False)
    """
    mine, theirs = _range(one), _range(other)
    if mine is None or theirs is None:
        return one == other
    return mine[0] <= theirs[1] and theirs[0] <= mine[1]


def _range(count: str) -> tuple[float, float] | None:
    """From which number to which it can be; None for what is no number."""
    number = count.lstrip(LEAST + MOST + ABOUT)
    if not number.isdecimal():
        return None
    value = int(number)
    ranges = {LEAST: (value, inf), MOST: (0, value), ABOUT: (value * (1 - _ABOUT), value * (1 + _ABOUT))}
    return ranges.get(count[0], (value, value))


LEAST, MOST, ABOUT = "≥", "≤", "~"
"""Before a number that only bounds what is counted, or comes near it."""
_ABOUT = 0.15
"""By how much of it what is "about" a number can differ from it."""


def figures_of(lower: list[str], words: ClauseWords) -> Iterator[tuple[str, str]]:
    """Each figure with the word behind it; a bare one with the word before ("phase 4")."""
    for place, (word, after) in enumerate(pairwise(lower)):
        number = number_of(word, words) or _ordinals(words).get(word)
        if number is not None and not after[0].isdigit() and not is_small(after, words):
            yield _ABBREVIATED.get(after, stem(after)), _bound(lower, place, words) + number
        elif after.isdigit() and not is_small(word, words) and not word[0].isdigit():
            yield stem(word), after


_ABBREVIATED = {"billion": "bn", "million": "m"}
"""How sizes that are written out are written in short."""


def number_of(word: str, words: ClauseWords) -> str | None:
    """The number that a word is, in figures; None where it is none."""
    if word[0].isdigit():
        return _GROUPED.sub("", word)
    tens, _, units = word.partition("-")
    listed = _numerals(words)
    if units in listed and tens in listed:
        return str(int(listed[tens]) + int(listed[units]))
    return listed.get(word)


@cache
def _numerals(words: ClauseWords) -> dict[str, str]:
    return {word: value for value, word in pairs(words.numerals)}


@cache
def _ordinals(words: ClauseWords) -> dict[str, str]:
    return {word: value for value, word in pairs(words.ordinals)}


@cache
def _counted(words: ClauseWords) -> dict[str, str]:
    """The stem of each counting word and the kind it counts."""
    return {stem(word): kind for kind, listed in pairs(words.counted) for word in listed.split(",")}
