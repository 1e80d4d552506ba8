"""What two clauses cannot both say of one event: 14 dead and 21, approved and rejected, Homs and Aleppo."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from msgspec import Struct

from timeline.tellings.counting import counts_agree
from timeline.tellings.folding import close_spelling
from timeline.tellings.kin import same_deed
from timeline.tellings.likeness import differing, other_parts
from timeline.tellings.telling import Telling
from timeline.wording import Phrase, phrase

_PARALLEL = 2
"""In how many words two clauses may differ that say the same, so that it is their figures that tell them apart."""
_BESIDE = 1
"""How many words beside those that play a part may differ then."""


class Odds(StrEnum):
    """In what two clauses are at odds."""

    NAME = "name"
    EXCHANGED = "exchanged"
    PART = "part"
    AMOUNT = "amount"
    PLACE = "place"
    COUNT = "count"
    SIDE = "side"
    ORDER = "order"
    DENIAL = "denial"


FACTS: Final = frozenset({Odds.AMOUNT, Odds.PLACE, Odds.COUNT, Odds.SIDE, Odds.DENIAL})
"""What can be said of one event by two, of whom one is wrong; the rest makes it likely that there are two events."""


class Contradiction(Struct, frozen=True, array_like=True):
    """What keeps two clauses from telling one event."""

    kind: Odds
    one: tuple[str, ...]
    """What the one says, as terms; empty where it only denies what the other says."""
    other: tuple[str, ...]
    about: str = ""
    """What is counted or measured."""

    def turned(self) -> Contradiction:
        """The same, seen from the other."""
        return Contradiction(self.kind, self.other, self.one, self.about)

    @property
    def told(self) -> Phrase:
        """What it is in words, as the one says it: here this, there that.

        >>> str(Contradiction(Odds.COUNT, ("12",), ("21",), "dead").told)
        'number of dead: here 12, there 21'
        >>> str(Contradiction(Odds.DENIAL, (), ("agreed",)).told)
        'not so here, but there: “agreed”'
        """
        here, there = (", ".join(each) for each in (self.one, self.other))
        if self.kind is Odds.DENIAL:
            denied = phrase("not so here, but there: “%(word)s”", word=there)
            return denied if there else phrase("so here, but not there: “%(word)s”", word=here)
        about = _KINDS.get(self.about, self.about)
        return _TOLD[self.kind].filled(here=here, there=there, about=about)


_KINDS: Final = {
    "dead": phrase("number of dead"), "hurt": phrase("number of injured"), "held": phrase("number of people held"),
}  # fmt: skip
"""What is counted, where it has a name that every language shares."""
_QUOTED: Final = phrase("here “%(here)s”, there “%(there)s”")
_TOLD: Final = {
    Odds.PLACE: phrase("here in %(here)s, there in %(there)s"),
    Odds.COUNT: (_COUNTED := phrase("%(about)s: here %(here)s, there %(there)s")),
    Odds.AMOUNT: _COUNTED,
    Odds.ORDER: _COUNTED,
    Odds.SIDE: _QUOTED,
    Odds.PART: _QUOTED,
    Odds.NAME: phrase("here it is %(here)s, there %(there)s"),
    Odds.EXCHANGED: phrase("here it is done by %(here)s, there by %(there)s"),
}


def contradiction(one: Telling, other: Telling) -> Contradiction | None:
    """What speaks first of all against that the two tell one event; None if nothing does.

    >>> contradiction(Telling(counts=(("dead", "12"),)), Telling(counts=(("dead", "21"),)))
    Contradiction(kind=<Odds.COUNT: 'count'>, one=('12',), other=('21',), about='dead')
    >>> contradiction(Telling(places=("homs",)), Telling(places=("aleppo",)))
    Contradiction(kind=<Odds.PLACE: 'place'>, one=('homs',), other=('aleppo',), about='')
    """
    return next(contradictions(one, other), None)


def contradictions(one: Telling, other: Telling) -> Iterator[Contradiction]:
    """All that speaks against it: what one says of an event that the other cannot, then whether two are told."""
    if one.places and other.places and not (_named_too(one, other) or _named_too(other, one)):
        yield Contradiction(Odds.PLACE, one.places, other.places)
    counted = list(_facing(one.counts, other.counts))
    for kind, number, facing in counted:
        yield Contradiction(Odds.ORDER if number.endswith(".") else Odds.COUNT, (number,), (facing,), kind)
    for _, side, facing in _facing(one.opposed, other.opposed):
        yield Contradiction(Odds.SIDE, (side,), (facing,))
    parallel = len(one.worth.keys() ^ other.worth.keys()) <= _PARALLEL
    if parallel and not counted and (amounts := differing(one.figures, other.figures)):
        yield Contradiction(Odds.AMOUNT, (amounts[1],), (amounts[2],), amounts[0])
    yield from (Contradiction(Odds.DENIAL, (), (term,)) for term in one.negated if _says(other, term))
    yield from (Contradiction(Odds.DENIAL, (term,), ()) for term in other.negated if _says(one, term))
    yield from _other_story(one, other)


def _other_story(one: Telling, other: Telling) -> Iterator[Contradiction]:
    """Whether they tell of others, or of something else that is done."""
    if other_name := _other_name(one, other):
        yield Contradiction(Odds.NAME, (other_name[0],), (other_name[1],))
    if _exchanged(one, other):
        yield Contradiction(Odds.EXCHANGED, one.roles.agents, other.roles.agents)
    if other_part := _told_apart(one, other):
        yield Contradiction(Odds.PART, (other_part[0],), (other_part[1],))
    if other_office := _other_office(one, other):
        yield Contradiction(Odds.NAME, (other_office[1],), (other_office[2],), other_office[0])
    if other_person := differing(one.given, other.given):
        surname, *given = other_person
        if not (given[0].startswith(given[1]) or given[1].startswith(given[0]) or close_spelling(*given)):
            yield Contradiction(Odds.NAME, (f"{given[0]} {surname}",), (f"{given[1]} {surname}",))


def _facing(some: tuple[tuple[str, str], ...], others: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str, str]]:
    """Of what both say something: what it is, and what each says, where that differs."""
    facing = dict(others)
    return ((key, value, facing[key]) for key, value in some if key in facing and not counts_agree(value, facing[key]))


def _says(told: Telling, term: str) -> bool:
    return term in told.worth and term not in told.negated


def _named_too(one: Telling, other: Telling) -> bool:
    """Whether a place of one is a place of the other, or named there ("in Le Bourget near Paris")."""
    return any(place in other.places or place in other.worth for place in one.places)


def _told_apart(one: Telling, other: Telling) -> tuple[str, str] | None:
    """What each of two clauses has in a part, where that is all in which they differ, or one of two parts or more."""
    if said := _said_otherwise(one, other):
        return said
    parts = other_parts(one, other)
    if not parts:
        return None
    unshared = one.worth.keys() ^ other.worth.keys()
    played = {term for roles in (one.roles, other.roles) for term in roles.spoken}
    parallel = len(unshared - played) <= _BESIDE and len(unshared) < 2 * len(one.worth.keys() & other.worth.keys())
    return parts[0] if parallel or len(parts) > 1 else None


def _said_otherwise(one: Telling, other: Telling) -> tuple[str, str] | None:
    """Of two things that are said, denied or promised a word of each, where they have none in common."""
    mine, theirs = one.roles.said, other.roles.said
    if not mine or not theirs or one.language != other.language:
        return None
    alike = any(same_deed(each, again, one.language) for each in mine for again in theirs)
    return None if alike else (mine[0], theirs[0])


def _other_office(one: Telling, other: Telling) -> tuple[str, str, str] | None:
    """The office that two holders of it, of whom neither is named, have apart: finance minister, prime minister."""
    mine, theirs = (set(each.roles.agents + each.roles.patients) for each in (one, other))
    owners = {owner for each in (one, other) for owner, _ in each.roles.owners}
    found = differing(one.offices, other.offices)
    if found is None or found[0] not in mine & theirs or one.language != other.language:
        return None
    return None if mine & theirs & set(one.names) - owners else found


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
    mine = one.worth.keys() - other.worth.keys() - set(one.aliases)
    theirs = other.worth.keys() - one.worth.keys() - set(other.aliases)
    if (
        not mine
        or not theirs
        or len(mine) == len(one.worth)
        or not (mine <= set(one.names) and theirs <= set(other.names))
    ):
        return None
    first, second = min(mine), min(theirs)
    return None if close_spelling(first, second) else (first, second)
