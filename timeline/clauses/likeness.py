"""Whether two clauses can tell one event, and how alike they are: by words and names, not by dates."""

from __future__ import annotations

from functools import cache

from timeline.clauses.rarity import stem
from timeline.clauses.telling import Telling
from timeline.clauses.words import ClauseWords, load_clause_words

ENOUGH = 0.45
"""Likeness from which two clauses of one time tell one event."""
_LEAST = 20.0
"""Bits that a clause counts for at least: what says next to nothing is like nothing."""


def likeness(one: Telling, other: Telling) -> float:
    """How much of what the shorter says the other says too, 0 to 1, the rarer words counting more.

    >>> flood = Telling((("accra", 7.0), ("flood", 8.0), ("street", 5.0)))
    >>> likeness(flood, Telling((("accra", 7.0), ("flood", 8.0), ("water", 3.0), ("rose", 4.0))))
    0.75
    """
    theirs = dict(other.terms)
    shared = sum(min(bits, theirs[term]) for term, bits in one.terms if term in theirs)
    shared += _PLACE_SHARED * bool(set(one.places) & set(other.places))
    shorter = min(sum(bits for _, bits in one.terms), sum(bits for _, bits in other.terms))
    return min(1.0, shared / max(shorter, _LEAST))


_PLACE_SHARED = 4.0
"""Bits that it is worth to have happened at the same place."""


def contradiction(one: Telling, other: Telling) -> str:
    """Why the two cannot be one event; empty if nothing speaks against it.

    >>> contradiction(Telling(counts=(("dead", "12"),)), Telling(counts=(("dead", "21"),)))
    'one counts 12 dead, the other 21'
    >>> contradiction(Telling(places=("homs",)), Telling(places=("aleppo",)))
    'one is in homs, the other in aleppo'
    """
    theirs = dict(other.counts)
    for counted, number in one.counts:
        if counted in theirs and theirs[counted] != number:
            return f"one counts {number} {counted}, the other {theirs[counted]}"
    if one.places and other.places and not set(one.places) & set(other.places):
        return f"one is in {', '.join(one.places)}, the other in {', '.join(other.places)}"
    if one.negated != other.negated:
        return "one says that it was so, the other that it was not"
    mine, others = {term for term, _ in one.terms}, {term for term, _ in other.terms}
    for left, right in _opposites(load_clause_words(one.language)):
        for first, second in ((left, right), (right, left)):
            if first in mine and second in others and first not in others and second not in mine:
                return f"one says “{first}”, the other “{second}”"
    return ""


@cache
def _opposites(words: ClauseWords) -> tuple[tuple[str, str], ...]:
    pairs = (entry.split(":", 1) for entry in sorted(words.opposites))
    return tuple((stem(left), stem(right)) for left, right in pairs)
