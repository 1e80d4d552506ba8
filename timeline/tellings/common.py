"""What several clauses all say: why they tell one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.clauses import ClauseWords, load_clause_words
from timeline.tellings.contradictions import Contradiction
from timeline.tellings.descriptions import descriptions
from timeline.tellings.rarity import stem
from timeline.tellings.telling import WORD, Telling
from timeline.tellings.terms import name_keys, term_of


@dataclass(frozen=True, slots=True)
class Told:
    """A clause as it was written, the names in it, and what it tells."""

    text: str
    names: tuple[str, ...]
    telling: Telling


@dataclass(frozen=True, slots=True)
class Common:
    """What clauses have in common, in words of their own."""

    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.names or self.words or self.figures)


def common(told: Sequence[Told]) -> Common:
    """What at least two of the clauses say, the most said first, then the rarest; each word as first written.

    >>> treaty = (("okoy", 5.0), ("sign", 2.0), ("treaty", 4.0))
    >>> first = Told("Okoye signed the treaty", ("Okoye",), Telling(treaty, language="en"))
    >>> common([first, Told("A plan for the treaty", (), Telling(treaty[2:], language="en"))])
    Common(names=(), words=('treaty',), figures=())
    """
    said = Counter(term for each in told for term in each.telling.worth)
    worth: dict[str, float] = {}
    for each in told:
        for term, value in each.telling.terms:
            worth[term] = max(value, worth.get(term, 0.0))
    shared = sorted((term for term in said if said[term] > 1), key=lambda term: (-said[term], -worth[term], term))
    named, spoken = _written(told) if shared else ({}, {})
    names = dict.fromkeys(named[term] for term in shared if term in named)
    words = dict.fromkeys(spoken[term] for term in shared if term in spoken and term not in named)
    figures = Counter(number for each in told for number in each.telling.numbers)
    return Common(tuple(names), tuple(words), tuple(sorted(number for number in figures if figures[number] > 1)))


def spelt(why: Contradiction, one: Told, other: Told) -> Contradiction:
    """A contradiction of two clauses in words of their own.

    >>> from timeline.tellings.contradictions import Odds
    >>> why = Contradiction(Odds.SIDE, ("approv",), ("reject",))
    >>> told = [Told(text, (), Telling(language="en")) for text in ("Towns approved it", "Towns rejected it")]
    >>> spelt(why, *told).one, spelt(why, *told).other
    (('approved',), ('rejected',))
    """
    (here, about), (there, again) = (
        _spelt(terms, why.about, told) for terms, told in ((why.one, one), (why.other, other))
    )
    if not (why.one and why.other):  # denied by one, said by the other
        here, there = here and _spelt(why.one, "", other)[0], there and _spelt(why.other, "", one)[0]
    return Contradiction(why.kind, here, there, about if about != why.about else again)


def _spelt(terms: Sequence[str], about: str, told: Told) -> tuple[tuple[str, ...], str]:
    """Terms, and what is counted, as a clause has them."""
    named, spoken = _written([told])
    for word in WORD.findall(told.text):
        spoken.setdefault(stem(word), word)
    return tuple(named.get(term) or spoken.get(term, term) for term in terms), spoken.get(about, about)


def _written(told: Iterable[Told]) -> tuple[dict[str, str], dict[str, str]]:
    """By term the fullest name, and the first word, that it stands for."""
    named: dict[str, str] = {}
    spoken: dict[str, str] = {}
    for each in told:
        words = load_clause_words(each.telling.language)
        for name in each.names:
            for key in name_keys(name, words):
                named[key] = max(name, named.get(key, ""), key=len)
        for start, end, key in descriptions(each.text, [(0, len(each.text))], words):
            named.setdefault(key, each.text[start:end])
        for term, word in _terms(each.text, words):
            spoken.setdefault(term, word)
    return named, spoken


def _terms(text: str, words: ClauseWords) -> Iterable[tuple[str, str]]:
    return ((term_of(word, words), word) for word in WORD.findall(text))
