"""What a clause tells, as data that two clauses can be compared by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from math import log

from timeline.clauses import NO_DEED, ClauseWords, Deed
from timeline.tellings.counting import counts_of, figures_of, numbers_of
from timeline.tellings.names import Named, Names
from timeline.tellings.rarity import is_common, rarity
from timeline.tellings.roles import NO_ROLES, Roles, read_roles
from timeline.tellings.terms import crosses, is_small, name_keys, pairs, term_of

WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_][^\W_]*(?:['’-][^\W_]+)*")
"""A word or a figure of a clause."""
_WORTHLESS = 9.0
"""Bits that a word is worth nothing below: it is in every text."""
_BEND = 0.7
"""Power of the bits: a word twice as rare is not worth twice as much."""
_REPEATED = 0.5
"""How much less a word is worth that the article repeats, by the logarithm of how often."""
_AGAIN = 3
"""How often an article names what it is about, at least."""
_NOTHING: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class Telling:
    """The words of a clause that say what happened, each with its worth, and what no other may contradict."""

    terms: tuple[tuple[str, float], ...] = ()
    """Stems and keys of names with what it is worth to share them, sorted."""
    places: tuple[str, ...] = ()
    """Where it happened, as far as a word of place says so."""
    counts: tuple[tuple[str, str], ...] = ()
    """What was counted and how many: ("dead", "12")."""
    numbers: tuple[str, ...] = ()
    """Other figures of two digits and more."""
    negated: tuple[str, ...] = ()
    """Stems of what was not so ("did not [agree]")."""
    opposed: tuple[tuple[str, str], ...] = ()
    """Which side it takes where words are opposites: ("approv:reject", "reject")."""
    language: str = ""
    crossing: tuple[str, ...] = ()
    """Those of the terms that are the same in every language: keys of names, heads of `kin`, international words."""
    names: tuple[str, ...] = ()
    """Keys of who and what is named."""
    recurring: tuple[str, ...] = ()
    """Those that the article names again and again, so that it is about them; not where it happened."""
    aliases: tuple[str, ...] = ()
    """Those keys that stand for a name which is there in full as well, and so say nothing more: its initials, and what
    the article says that somebody is ("Khaled Khoja, the SNC chief")."""
    given: tuple[tuple[str, str], ...] = ()
    """First names of persons by surname."""
    actor: str = ""
    """Key of the name that the clause begins with, of whom it tells."""
    offices: tuple[tuple[str, str], ...] = ()
    """What holders of an office are told apart by: ("minister", "financ")."""
    roles: Roles = NO_ROLES
    """What is done, by whom and to whom."""
    figures: tuple[tuple[str, str], ...] = ()
    """What each figure is of: ("barrel", "5000"); sums of money by their size."""
    worth: Mapping[str, float] = field(init=False, repr=False, compare=False)
    """`terms` to look up."""
    total: float = field(init=False, repr=False, compare=False)
    """What its terms are worth together, each name once."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "worth", dict(self.terms))
        object.__setattr__(self, "total", sum(worth for term, worth in self.terms if term not in self.aliases))


def read_telling(
    text: str,
    span: tuple[int, int],
    names: Names,
    words: ClauseWords,
    without: Iterable[tuple[int, int]] = (),
    repeated: Mapping[str, int] = _NOTHING,
    beside: Iterable[tuple[int, int]] = (),
    deed: Deed = NO_DEED,
) -> Telling:
    """What a clause tells; the spans in `without`, its time expressions, tell nothing of it.

    The spans in `beside` are read as well: who did it, where the clause itself does not name them.
    `repeated` says how often the article has each term (`count_terms`): what it is all about tells
    its events the least apart.

    >>> from timeline.tellings.names import find_names
    >>> from timeline.clauses.words import load_clause_words
    >>> english, line = load_clause_words("en"), "The flood killed 12 people in Accra."
    >>> told = read_telling(line, (0, len(line)), find_names(line, [(0, len(line))], english), english)
    >>> [term for term, _ in told.terms], told.places, told.counts
    (['accra', 'flood', 'kill', 'peopl'], ('accra',), (('dead', '12'),))
    """
    times = list(without)
    spans = [*beside, span]
    named = [each for part in spans for each in names.within(*part)]
    spoken = [
        (found.start(), found.group().lower())
        for part in spans
        for found in WORD.finditer(text, *part)
        if not _inside(found.start(), times)
    ]
    opened = words.relatives | words.complementisers
    inner = next((place for place, word in spoken if place > span[0] and word in opened), span[1])
    named_spans = [(each.start, each.end) for each in named]
    plain = [word for place, word in spoken if not _inside(place, named_spans)]
    lower = [word for _, word in spoken]
    other_keys = {
        key for each in named for key in (*name_keys(each.name, words)[1:], *names.described.get(each.name, ()))
    }
    keys = {name_keys(each.name, words)[0] for each in named} | other_keys
    said = {key for first, last, key in names.descriptions for start, end in spans if start <= first < last <= end}
    roles = read_roles(text, deed, named, words)
    terms = _terms(keys | said, plain, words, repeated)
    places = {name_keys(each.name, words)[0] for each in named if each.place and each.start < inner}
    return Telling(
        terms=terms,
        places=tuple(sorted(places)),
        counts=counts_of(lower, words),
        numbers=numbers_of(lower),
        negated=tuple(sorted(_negated(lower, words))),
        opposed=_opposed({term_of(word, words) for word in lower}.union(roles.did), words),
        language=words.code,
        crossing=tuple(key for key, _ in terms if key in keys or crosses(key, words)),
        names=tuple(sorted(keys | said)),
        recurring=tuple(sorted(key for key in keys - places if repeated.get(key, 0) >= _AGAIN)),
        aliases=tuple(sorted(other_keys)),
        given=tuple(sorted(_given(named, words))),
        actor=_actor(text, span, named, spoken, words),
        offices=tuple(sorted(_offices(plain, words))),
        roles=roles,
        figures=tuple(sorted(figures_of(lower, words))),
    )


def _inside(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _given(named: Iterable[Named], words: ClauseWords) -> set[tuple[str, str]]:
    """First names by surname; a common word before a name is none ("Storm Adwoa")."""
    parts = [each.name.split() for each in named]
    return {
        (name_keys(" ".join(part), words)[0], part[0].casefold())
        for part in parts
        if len(part) == 2 and part[0].isalpha() and not (is_common(part[0], words.code) or _is_body(part, words))
    }


def _offices(plain: Sequence[str], words: ClauseWords) -> set[tuple[str, str]]:
    """The word before each title, where it says which of several: "[finance] minister"."""
    return {
        (term_of(title, words), term_of(which, words))
        for which, title in pairwise(plain)
        if title in words.titles and not is_small(which, words) and which.isalpha()
    }


def _is_body(parts: Sequence[str], words: ClauseWords) -> bool:
    return parts[-1].casefold() in words.bodies or words.is_plural(parts[-1].casefold())


def _actor(
    text: str, span: tuple[int, int], named: Sequence[Named], spoken: Sequence[tuple[int, str]], words: ClauseWords
) -> str:
    """The key of the name that a clause begins with, but for small words, titles and the time."""
    first = next((each for each in named if each.start >= span[0]), None)
    if first is None or text.startswith(("'", "’"), first.end):
        return ""
    before = (word for place, word in spoken if span[0] <= place < first.start)
    return (
        ""
        if any(not is_small(word, words) and word not in words.titles for word in before)
        else name_keys(first.name, words)[0]
    )


def _terms(
    names: Iterable[str], plain: Iterable[str], words: ClauseWords, repeated: Mapping[str, int]
) -> tuple[tuple[str, float], ...]:
    """The keys of names and the stems of the other words, each with its worth, those worth nothing left out."""
    bits: dict[str, float] = {}
    for key in names:
        bits[key] = max(rarity(key, words.code) - _WORTHLESS, 1.0)
    for word in plain:
        if not word[0].isdigit() and not is_small(word, words):
            key = term_of(word, words)
            bits[key] = max(bits.get(key, 0.0), rarity(word, words.code) - _WORTHLESS)
    return tuple(
        (key, round(worth**_BEND / (1 + _REPEATED * log(max(1, repeated.get(key, 1)))), 2))
        for key, worth in sorted(bits.items())
        if worth > 0
    )


def count_terms(text: str, names: Names, words: ClauseWords) -> Counter[str]:
    """How often an article has each stem and each key of a name."""
    counted = Counter(term_of(word, words) for word in WORD.findall(text))
    by_name = Counter(key for each in names.found for key in name_keys(each.name, words))
    return counted | by_name


def _negated(lower: list[str], words: ClauseWords) -> set[str]:
    """The stem of the word that each "not" is about."""
    found: set[str] = set()
    for place, word in enumerate(lower):
        if word in words.negations or word.endswith(("n't", "n’t")):
            about = next((other for other in lower[place + 1 : place + 5] if not is_small(other, words)), None)
            if about is not None:
                found.add(term_of(about, words))
    return found


def _opposed(terms: set[str], words: ClauseWords) -> tuple[tuple[str, str], ...]:
    """The side taken in each pair of opposites; none where both are named."""
    sides = ((pair, left in terms, right in terms) for pair in _opposites(words) for left, right in (pair,))
    return tuple((f"{pair[0]}:{pair[1]}", pair[0] if left else pair[1]) for pair, left, right in sides if left != right)


@cache
def _opposites(words: ClauseWords) -> tuple[tuple[str, str], ...]:
    return tuple((_side(left, words), _side(right, words)) for left, right in pairs(words.opposites))


def _side(word: str, words: ClauseWords) -> str:
    """The term of one of two opposites, which may be a verb of two words ("call off")."""
    return term_of(word, words).replace(" ", "_")
