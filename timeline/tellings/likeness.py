"""How alike two clauses are, by words and names, not by dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline.tellings.counting import counts_agree
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
_OTHER_AMOUNT = 0.75
"""What it is worth where both say how much of one thing, and differ."""
_OTHER_PART = 0.7
"""What it is worth where something else is done, somebody else does it, or to somebody else."""

_OF_ANOTHER = 0.4
"""What it is worth where they surely tell of another."""


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
    if differing(one.figures, other.figures):
        worth *= _OTHER_AMOUNT
    if _of_another(one, other):
        worth *= _OF_ANOTHER
    return worth * _OTHER_PART ** len(other_parts(one, other))


def _of_another(one: Telling, other: Telling) -> bool:
    """Whether the two surely are not of the same: one tells of what belongs to whom the other tells of.

    Or, with another deed, somebody acts in the one and is acted upon in the other: "Protesters blocked the road",
    "Police held protesters".
    """
    mine, theirs = one.roles, other.roles
    if one.language != other.language:
        return False
    parts = (mine.agents, theirs.agents), (mine.patients, theirs.patients)
    if any(_owned(some, one, others, other) for some, others in parts):
        return True
    if not (mine.did and theirs.did) or _same_deed(one, other):
        return False
    crossed = not set(mine.agents).isdisjoint(theirs.patients) or not set(theirs.agents).isdisjoint(mine.patients)
    return crossed and all(set(some).isdisjoint(others) for some, others in parts)


def other_parts(one: Telling, other: Telling) -> list[tuple[str, str]]:
    """For each part that different words play in the two, what plays it: what is done, who does it, to whom."""
    if one.language != other.language:
        return []
    mine, theirs = one.roles, other.roles
    done = None if _same_deed(one, other) else _facing(mine.did, one, theirs.did, other)
    played = (
        _owned(some, one, others, other) or _facing(some, one, others, other)
        for some, others in ((mine.agents, theirs.agents), (mine.patients, theirs.patients))
    )
    return [each for each in (done, *played) if each is not None]


def tell_one_deed(one: Telling, other: Telling) -> bool:
    """Whether what is done in the one is told by the other too, as far as it is known what is done there."""
    mine, theirs = one.roles.did, other.roles.did
    if one.language != other.language or not (mine or theirs):
        return True
    said = not (other.worth.keys().isdisjoint(mine) and one.worth.keys().isdisjoint(theirs))
    return said or _same_deed(one, other)


def _same_deed(one: Telling, other: Telling) -> bool:
    return any(same_deed(did, done, one.language) for did in one.roles.did for done in other.roles.did)


def _owned(some: Sequence[str], one: Telling, others: Sequence[str], other: Telling) -> tuple[str, str] | None:
    """Who plays the part in the one, and in the other only what belongs to them: "Okoye", "Okoye's [brother]"."""
    for owner, thing in one.roles.owners:
        if owner in some and owner in others and thing not in other.worth and not _owns(other, owner):
            return thing, owner
    for owner, thing in other.roles.owners:
        if owner in some and owner in others and thing not in one.worth and not _owns(one, owner):
            return owner, thing
    return None


def _owns(told: Telling, owner: str) -> bool:
    return any(owner == each for each, _ in told.roles.owners)


def _facing(some: Sequence[str], one: Telling, others: Sequence[str], other: Telling) -> tuple[str, str] | None:
    """Of the words of a part two that stand against each other, neither said by the other; no name against a noun."""
    mine, theirs = (
        [term for term in terms if term not in facing.worth and term not in facing.roles.spoken]
        for terms, facing in ((some, other), (others, one))
    )
    if not mine or not theirs or (mine[0] in one.names) != (theirs[0] in other.names):
        return None
    return None if close_spelling(mine[0], theirs[0]) else (mine[0], theirs[0])


def differing(some: tuple[tuple[str, str], ...], others: tuple[tuple[str, str], ...]) -> tuple[str, str, str] | None:
    """Something that both say something of, and what each says, where nothing that one says is what the other does."""
    for key in sorted({key for key, _ in some} & {key for key, _ in others}):
        mine, theirs = ([value for each, value in said if each == key] for said in (some, others))
        if not any(counts_agree(each, again) for each in mine for again in theirs):
            return key, mine[0], theirs[0]
    return None


def may_translate(one: Telling, other: Telling) -> bool:
    """Whether two clauses of two languages share a name, and do not say two things in words that both have."""
    mine, theirs = (set(told.crossing).difference(told.names) for told in (one, other))
    apart = bool(mine and theirs) and mine.isdisjoint(theirs)
    return one.language != other.language and not apart and not set(one.names).isdisjoint(other.names)
