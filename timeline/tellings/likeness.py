"""Whether two clauses can tell one event, and how alike they are: by words and names, not by dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline.tellings.folding import close_spelling
from timeline.tellings.kin import same_deed
from timeline.tellings.telling import Telling

ENOUGH = 0.21
"""Likeness from which two clauses of one time tell one event."""
_LEAST = 16.0
"""What a clause counts for at least: what says next to nothing is like nothing."""
_LEAST_ACROSS = 8.0
"""The same for two languages, of which little can be compared."""
_SAME_PLACE = 2.0
"""What it is worth to have happened at one place."""
_SAME_FIGURE = 4.0
"""What it is worth to give one figure, such as how many came."""
_OTHER_FIGURES = 0.7
"""What likeness is worth where both give figures, and none that the other gives."""
_PARALLEL = 2
"""In how many words two clauses may differ that say the same, so that it is their figures that tell them apart."""
_OTHER_AMOUNT = 0.75
"""What it is worth where both say how much of one thing, and differ."""

_BESIDE = 1
"""How many words beside those may differ then."""
_OTHER_PART = 0.7
"""What it is worth where something else is done, somebody else does it, or to somebody else."""


def likeness(one: Telling, other: Telling) -> float:
    """How much of what the two say they both say, 0 to 1, the rarer words counting more.

    One word alone makes nothing alike.

    >>> flood = Telling((("accra", 4.0), ("flood", 4.0), ("street", 3.0)))
    >>> likeness(flood, Telling((("accra", 4.0), ("flood", 4.0), ("rose", 2.0), ("water", 2.0))))
    0.5
    """
    total, least = one.total + other.total, _LEAST
    shared = {term: min(worth, other.worth[term]) for term, worth in one.worth.items() if term in other.worth}
    if one.language != other.language:
        # Of two languages only what both can say is compared.
        shared = {term: worth for term, worth in shared.items() if term in one.crossing or term in other.crossing}
        total, least = sum(_crossing(one, shared)) + sum(_crossing(other, shared)), _LEAST_ACROSS
    # A name and its initials are one thing to share.
    twice = set(one.aliases).intersection(other.aliases)
    together = [worth for term, worth in shared.items() if term not in twice]
    if len(together) < 2:
        return 0.0
    more = _SAME_PLACE if not set(one.places).isdisjoint(other.places) else 0.0
    more += _SAME_FIGURE if not set(one.numbers).isdisjoint(other.numbers) else 0.0
    alike = 2 * (sum(together) + more) / max(total, 2 * least)
    return min(1.0, round(alike * _doubt(one, other), 4))


def _crossing(told: Telling, shared: Mapping[str, float]) -> Iterator[float]:
    """What the terms are worth that another language can have, each name once."""
    return (
        worth for term, worth in told.terms if (term in told.crossing or term in shared) and term not in told.aliases
    )


def _doubt(one: Telling, other: Telling) -> float:
    """What likeness in words is worth, given the figures that the two give."""
    worth = 1.0
    if one.numbers and other.numbers and set(one.numbers).isdisjoint(other.numbers):
        worth *= _OTHER_FIGURES
    if _differing(one.figures, other.figures):
        worth *= _OTHER_AMOUNT
    return worth * _OTHER_PART ** len(_other_parts(one, other))


def _other_parts(one: Telling, other: Telling) -> list[tuple[str, str]]:
    """For each part that different words play in the two, what plays it: what is done, who does it, to whom."""
    if one.language != other.language:
        return []
    mine, theirs = one.roles, other.roles
    parts = [(mine.agents, theirs.agents), (mine.patients, theirs.patients)]
    if not any(same_deed(did, done, one.language) for did in mine.did for done in theirs.did):
        parts.insert(0, (mine.did, theirs.did))
    return [each for some, others in parts if (each := _facing(some, one, others, other)) is not None]


def _facing(some: Sequence[str], one: Telling, others: Sequence[str], other: Telling) -> tuple[str, str] | None:
    """Of the words of a part two that stand against each other, neither said by the other; no name against a noun."""
    mine, theirs = (
        [term for term in terms if term not in facing.worth and term not in facing.roles.spoken]
        for terms, facing in ((some, other), (others, one))
    )
    if not mine or not theirs or (mine[0] in one.names) != (theirs[0] in other.names):
        return None
    return None if close_spelling(mine[0], theirs[0]) else (mine[0], theirs[0])


def _told_apart(one: Telling, other: Telling) -> tuple[str, str] | None:
    """What each of two clauses has in a part, where that is all in which they differ, or one of two parts or more."""
    parts = _other_parts(one, other)
    if not parts:
        return None
    unshared = one.worth.keys() ^ other.worth.keys()
    played = {term for roles in (one.roles, other.roles) for term in roles.spoken}
    parallel = len(unshared - played) <= _BESIDE and len(unshared) < 2 * len(one.worth.keys() & other.worth.keys())
    return parts[0] if parallel or len(parts) > 1 else None


def _exchanged(one: Telling, other: Telling) -> bool:
    """Whether who does it in one has it done to them in the other."""
    mine, theirs = one.roles, other.roles
    if mine.mutual or theirs.mutual or set(mine.did).isdisjoint(theirs.did):
        return False
    first = set(mine.agents).intersection(theirs.patients).difference(theirs.agents)
    second = set(theirs.agents).intersection(mine.patients).difference(mine.agents)
    return bool(first and second)


def _other_name(one: Telling, other: Telling) -> tuple[str, str] | None:
    """Two names of which the clauses tell, each of its own: as whose deed, or as all that is not the same in both."""
    if one.language != other.language or not one.names or not other.names:
        return None
    if one.actor and other.actor and not (other.worth.keys() & set(one.names) or one.worth.keys() & set(other.names)):
        return one.actor, other.actor
    mine, theirs = one.worth.keys() - other.worth.keys(), other.worth.keys() - one.worth.keys()
    if (
        not mine
        or not theirs
        or len(mine) == len(one.worth)
        or not (mine <= set(one.names) and theirs <= set(other.names))
    ):
        return None
    first, second = min(mine), min(theirs)
    return None if close_spelling(first, second) else (first, second)


def _differing(some: tuple[tuple[str, str], ...], others: tuple[tuple[str, str], ...]) -> tuple[str, str, str] | None:
    """Something that both say something of, and what each says, where nothing that one says is what the other does."""
    for key in sorted({key for key, _ in some} & {key for key, _ in others}):
        mine, theirs = ([value for each, value in said if each == key] for said in (some, others))
        if set(mine).isdisjoint(theirs):
            return key, mine[0], theirs[0]
    return None


def may_translate(one: Telling, other: Telling) -> bool:
    """Whether two clauses of two languages share a name, and do not say two things in words that both have."""
    mine, theirs = (set(told.crossing).difference(told.names) for told in (one, other))
    apart = bool(mine and theirs) and mine.isdisjoint(theirs)
    return one.language != other.language and not apart and not set(one.names).isdisjoint(other.names)


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
    if other_name := _other_name(one, other):
        return f"one tells of {other_name[0]}, the other of {other_name[1]}"
    if _exchanged(one, other):
        agents = (", ".join(each.roles.agents) for each in (one, other))
        return "who did it in one, {}, had it done to them in the other, by {}".format(*agents)
    if other_part := _told_apart(one, other):
        return f"one says {other_part[0]}, the other {other_part[1]}"
    if other_person := _differing(one.given, other.given):
        surname, *given = other_person
        if not (given[0].startswith(given[1]) or given[1].startswith(given[0]) or close_spelling(*given)):
            return f"one tells of {given[0]} {surname}, the other of {given[1]} {surname}"
    if len(one.worth.keys() ^ other.worth.keys()) <= _PARALLEL and (amounts := _differing(one.figures, other.figures)):
        return f"one says {amounts[0]}: {amounts[1]}, the other {amounts[2]}"
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
