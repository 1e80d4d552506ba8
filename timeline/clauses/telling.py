"""What a clause tells, as data that two clauses can be compared by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from timeline.clauses.names import Names
from timeline.clauses.rarity import rarity, stem
from timeline.clauses.words import ClauseWords

_WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_][^\W_]*(?:['’-][^\W_]+)*")
_GROUPED = re.compile(r"(?<=\d)[,.](?=\d{3}\b)")
_WORTHLESS = 9.0
"""Bits that a word is worth nothing below: it is in every text."""
_NEAR = 5
"""How many words a number may stand from what it counts."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The words of a clause that say what happened, each with its worth, and what no other may contradict."""

    terms: tuple[tuple[str, float], ...] = ()
    """Stems and keys of names with their worth in bits, sorted."""
    places: tuple[str, ...] = ()
    """Where it happened, as far as a word of place says so."""
    counts: tuple[tuple[str, str], ...] = ()
    """What was counted and how many: ("dead", "12")."""
    negated: bool = False
    language: str = ""


def read_telling(
    text: str, span: tuple[int, int], names: Names, words: ClauseWords, without: Iterable[tuple[int, int]] = ()
) -> Telling:
    """What a clause tells; the spans in `without`, its time expressions, tell nothing of it.

    >>> from timeline.clauses.names import find_names
    >>> from timeline.clauses.words import load_clause_words
    >>> english, line = load_clause_words("en"), "The flood killed 12 people in Accra."
    >>> told = read_telling(line, (0, len(line)), find_names(line, [(0, len(line))], english), english)
    >>> [term for term, _ in told.terms], told.places, told.counts
    (['accra', 'flood', 'kill', 'peopl'], ('accra',), (('dead', '12'),))
    """
    start, end = span
    skipped = list(without)
    worth: dict[str, float] = {}
    named = names.within(start, end)
    for each in named:
        skipped.append((each.start, each.end))
        for key in name_keys(each.name):
            worth[key] = max(worth.get(key, 0.0), rarity(key, words.code) - _WORTHLESS, 1.0)
    spoken = list(_WORD.finditer(text, start, end))
    for match in spoken:
        if any(first <= match.start() < last for first, last in skipped) or match.group()[0].isdigit():
            continue
        word = match.group().lower()
        if not _small(word, words):
            key = stem(word)
            worth[key] = max(worth.get(key, 0.0), rarity(word, words.code) - _WORTHLESS)
    terms = tuple(sorted((key, round(bits, 1)) for key, bits in worth.items() if bits > 0))
    places = tuple(sorted({name_keys(each.name)[0] for each in named if each.place}))
    lower = [
        match.group().lower()
        for match in spoken
        if not any(first <= match.start() < last for first, last in list(without))
    ]
    negated = any(word in words.negations or word.endswith(("n't", "n’t")) for word in lower)
    return Telling(terms, places, _counts(lower, words), negated, words.code)


@cache
def name_keys(name: str) -> tuple[str, ...]:
    """By what a name is recognised elsewhere: its last word, and its initials where it is long.

    >>> name_keys("Khaled Khoja"), name_keys("Lake Basin Council"), name_keys("UN")
    (('khoja',), ('council', 'lbc'), ('un',))
    """
    parts = name.split()
    last = re.sub(r"^(?:al|el)-", "", parts[-1].casefold())
    if len(parts) < 3:
        return (last,)
    return last, "".join(part[0] for part in parts if part[0].isupper()).casefold()


def _small(word: str, words: ClauseWords) -> bool:
    """Whether the word only holds the sentence together."""
    return any(
        word in listed
        for listed in (
            words.auxiliaries, words.prepositions, words.determiners, words.subject_pronouns, words.subordinators, words.relatives,
            words.coordinators, words.complementisers, words.adverbs, words.attributing, words.not_names, words.possessives,
        )
    )  # fmt: skip


def _counts(lower: list[str], words: ClauseWords) -> tuple[tuple[str, str], ...]:
    counted = _counted(words)
    found: dict[str, str] = {}
    for place, word in enumerate(lower):
        number = _number(word, words)
        if number is None:
            continue
        # What is counted stands behind the number ("21 dead"), or before it ("killed 21").
        nearby = sorted(
            (abs(other - place) + (0.5 if other < place else 0.0), counted[key])
            for other in range(max(0, place - 3), min(len(lower), place + _NEAR))
            if (key := stem(lower[other])) in counted
        )
        if nearby:
            found.setdefault(nearby[0][1], number)
    return tuple(sorted(found.items()))


def _number(word: str, words: ClauseWords) -> str | None:
    if word[0].isdigit():
        return _GROUPED.sub("", word)
    return _numerals(words).get(word)


@cache
def _numerals(words: ClauseWords) -> dict[str, str]:
    return {word: str(value) for value, word in (entry.split(":", 1) for entry in words.numerals)}


@cache
def _counted(words: ClauseWords) -> dict[str, str]:
    """The stem of each counting word and the kind it counts."""
    pairs = (entry.split(":", 1) for entry in words.counted)
    return {stem(word): kind for kind, listed in pairs for word in listed.split(",")}
