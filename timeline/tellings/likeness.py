"""Whether two clauses can tell one event, and how alike they are: by words and names, not by dates."""

from __future__ import annotations

from timeline.tellings.telling import Telling

ENOUGH = 0.28
"""Likeness from which two clauses of one time tell one event."""
_LEAST = 8.0
"""What a clause counts for at least: what says next to nothing is like nothing."""
_SAME_PLACE = 2.0
"""What it is worth to have happened at one place."""
_SAME_FIGURE = 2.0
"""What it is worth to give one figure, such as how many came."""
_OTHER_FIGURES = 0.85
"""What likeness is worth where both give figures, and none that the other gives."""


def likeness(one: Telling, other: Telling) -> float:
    """How much of what the two say they both say, 0 to 1, the rarer words counting more.

    One word alone makes nothing alike.

    >>> flood = Telling((("accra", 4.0), ("flood", 4.0), ("street", 3.0)))
    >>> likeness(flood, Telling((("accra", 4.0), ("flood", 4.0), ("rose", 2.0), ("water", 2.0))))
    0.6957
    """
    mine, theirs = one.worth, other.worth
    total = one.total + other.total
    if one.language != other.language:
        # Of two languages only what both can say is compared.
        mine, theirs = ({term: told.worth[term] for term in told.crossing} for told in (one, other))
        total = sum(mine.values()) + sum(theirs.values())
    if len(theirs) < len(mine):
        mine, theirs = theirs, mine
    shared = [min(worth, theirs[term]) for term, worth in mine.items() if term in theirs]
    if len(shared) < 2:
        return 0.0
    together = sum(shared)
    if one.places and not set(one.places).isdisjoint(other.places):
        together += _SAME_PLACE
    if not set(one.numbers).isdisjoint(other.numbers):
        together += _SAME_FIGURE
    alike = 2 * together / max(total, 2 * _LEAST)
    if one.numbers and other.numbers and set(one.numbers).isdisjoint(other.numbers):
        alike *= _OTHER_FIGURES
    return min(1.0, round(alike, 4))


def named_too(one: Telling, other: Telling) -> bool:
    """Whether a place of one is a place of the other, or named there ("in Le Bourget near Paris")."""
    return any(place in other.places or place in other.worth for place in one.places)


def contradiction(one: Telling, other: Telling) -> str:
    """Why the two cannot be one event; empty if nothing speaks against it.

    >>> contradiction(Telling(counts=(("dead", "12"),)), Telling(counts=(("dead", "21"),)))
    'one counts dead: 12, the other 21'
    >>> contradiction(Telling(places=("homs",)), Telling(places=("aleppo",)))
    'one is in homs, the other in aleppo'
    """
    if one.places and other.places and not (named_too(one, other) or named_too(other, one)):
        return f"one is in {', '.join(one.places)}, the other in {', '.join(other.places)}"
    for mine, theirs, said in ((one.counts, other.counts, "counts"), (one.opposed, other.opposed, "says")):
        if mine and theirs:
            facing = dict(theirs)
            for key, value in mine:
                if facing.get(key, value) != value:
                    what = f" {key}:" if said == "counts" else ""
                    return f"one {said}{what} {value}, the other {facing[key]}"
    for denying, against in ((one, other), (other, one)):
        for term in denying.negated:
            if term in against.worth and term not in against.negated:
                return f"one says “not {term}”, the other “{term}”"
    return ""
