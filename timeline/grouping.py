"""Which mentions tell one event.

Two do when their dates agree (equal, or one inside the other), their clauses share enough words and names,
and nothing contradicts (`pairing`). Those that no pair links are grouped apart from each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, product
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from timeline.candidates import Met
from timeline.events import Mention
from timeline.pairing import agree, meet, remembered
from timeline.tellings import FACTS, Common, Contradiction, Told, common, contradiction, counts_agree, likeness


class Apart(Struct, frozen=True, array_like=True):
    """Two mentions, by their ids, that are no event together, and why."""

    one: str
    other: str
    why: Contradiction

    def turned(self) -> Apart:
        """The same, seen from the other."""
        return Apart(self.other, self.one, self.why.turned())


class Grouped(Struct, frozen=True):
    """What came of the mentions of a build, for the next one."""

    met: dict[str, Met] = {}
    """By id, with what each is paired."""
    remembered: tuple[tuple[str, str], ...] = ()
    """The pairs of a day long past."""
    groups: tuple[tuple[str, ...], ...] = ()
    refused: tuple[Apart, ...] = ()
    """What members of groups say otherwise, of which a pair links others."""

    def apart(self) -> Iterator[Apart]:
        """All that would be one event if it did not say otherwise."""
        yield from self.refused
        for one, each in self.met.items():
            yield from (Apart(one, other, why) for other, why in each.apart.items())


NOTHING_GROUPED: Final = Grouped()


def group_mentions(
    mentions: Sequence[Mention],
    enough: float,
    published: Mapping[str, int] = MappingProxyType({}),
    known: Grouped = NOTHING_GROUPED,
    marks: Mapping[str, bytes] = MappingProxyType({}),
) -> tuple[list[list[Mention]], Grouped]:
    """The mentions, those of one event together, in their order; `enough` is the likeness of two that tell one.

    `published` has the day of each article, for what is told of a day long past. Groups of which nothing changed are
    taken from what is `known`, if `marks` names the articles as they are.
    """
    places = {mention.id: place for place, mention in enumerate(mentions)}
    if len(places) < len(mentions):
        known = NOTHING_GROUPED  # two have one name, so nothing can be found by it
    met, touched = meet(mentions, enough, known.met, marks)
    recalled = sorted(remembered(mentions, met, published))
    now = tuple(sorted((mentions[one].id, mentions[other].id) for one, other in recalled))
    touched |= {identity for pair in set(now).symmetric_difference(known.remembered) for identity in pair}
    pairs = _pairs(met, places)
    linked = _Linked(len(mentions), chain(pairs, recalled))
    anew = {linked.root(places[identity]) for identity in touched if identity in places}

    def is_anew(place: int) -> bool:
        return linked.root(place) in anew

    made = _Groups(mentions, filter(is_anew, range(len(mentions))), enough)
    for one, other in pairs:
        if is_anew(one):
            made.join(one, other)
    for one, other in recalled:
        if is_anew(one):
            made.join(one, other, alike=True)
    kept = ([places[each] for each in group if each in places] for group in known.groups)
    closed = (group for group in kept if group and not is_anew(group[0]))
    groups = [[mentions[place] for place in group] for group in sorted([*closed, *made.all()])]
    still = (each for each in known.refused if each.one in places and not is_anew(places[each.one]))
    return groups, Grouped(
        met={mention.id: each for mention, each in zip(mentions, met, strict=True)},
        remembered=now,
        groups=tuple(tuple(each.id for each in group) for group in groups),
        refused=tuple(sorted([*still, *made.refused], key=lambda each: (each.one, each.other))),
    )


def _pairs(met: Sequence[Met], places: Mapping[str, int]) -> list[tuple[int, int]]:
    """The pairs that tell the same, the most alike first."""
    told = {
        (unlike, min(one, places[other]), max(one, places[other]))
        for one, each in enumerate(met)
        for other, unlike in each.alike.items()
    }
    return [(one, other) for _, one, other in sorted(told)]


class _Linked:
    """Which mentions hang together by pairs."""

    def __init__(self, number: int, pairs: Iterable[tuple[int, int]]) -> None:
        self.above = list(range(number))
        for one, other in pairs:
            self.above[self.root(one)] = self.root(other)

    def root(self, place: int) -> int:
        """One and the same for all that hang together."""
        while self.above[place] != place:
            self.above[place] = self.above[self.above[place]]
            place = self.above[place]
        return place


def in_common(mentions: Sequence[Mention], texts: Mapping[str, str]) -> Common:
    """Why mentions are one event: the names, words and figures that several have; `texts` by article id.

    Nothing for a single mention, and for what only an editor put together. That their dates agree goes without saying.
    """
    return common([told_by(each, texts) for each in mentions])


def told_by(mention: Mention, texts: Mapping[str, str]) -> Told:
    """What a mention tells, with its clause as it is written; `texts` by article id."""
    return Told(texts[mention.article][slice(*mention.clause)], mention.names, mention.telling)


class _Group:
    """Mentions that are one event so far, with what is asked of them again and again."""

    def __init__(self, place: int, mention: Mention) -> None:
        told = mention.telling
        self.members = [place]
        self.first = [place]
        """The first published, as many as are asked."""
        self.distinct = {_said(mention): mention}
        """A member for each different thing that could be contradicted, up to a number of them."""
        self.asserted = told.worth.keys() - set(told.negated)
        self.denied = set(told.negated)
        self.facts = {(*fact, kind) for kind, facts in (("c", told.counts), ("o", told.opposed)) for fact in facts}

    def take(self, other: _Group) -> None:
        """Make the members of another group members of this one."""
        self.members += other.members
        self.first = sorted(self.first + other.first)[:ASKED]
        self.distinct = dict(islice({**self.distinct, **other.distinct}.items(), _DISTINCT))
        self.asserted |= other.asserted
        self.denied |= other.denied
        self.facts |= other.facts


def _said(mention: Mention) -> tuple[object, ...]:
    told = mention.telling
    return mention.when.interval, told.places, told.roles, tuple(told.worth)


class _Groups:
    """The mentions in groups, each one event so far."""

    def __init__(self, mentions: Sequence[Mention], places: Iterable[int], enough: float) -> None:
        self.mentions = mentions
        self.least = enough * _BAND
        self.group = {place: _Group(place, mentions[place]) for place in places}
        self.apart: set[tuple[int, int, int, int]] = set()
        """Pairs of groups, with their sizes, that are known to be two events."""
        self.refused: list[Apart] = []

    def join(self, one: int, other: int, *, alike: bool = False) -> None:
        """Make one group of those of two mentions, unless a member of one contradicts one of the other.

        Or unless the groups are not alike, as far as it is not known that they are.
        """
        first, second = sorted(
            (self.group[one], self.group[other]), key=lambda group: (-len(group.members), group.first)
        )
        asked = (first.first[0], len(first.members), second.first[0], len(second.members))
        if first is second or (asked in self.apart and not alike):
            return
        if not (self.agree(first, second) and (alike or self.alike(first, second))):
            self.apart.add(asked)
            self.refused += islice((each for each in self.against(first, second) if each.why.kind in FACTS), 1)
            return
        for place in second.members:
            self.group[place] = first
        first.take(second)

    def agree(self, first: _Group, second: _Group) -> bool:
        """Whether no member of one group says what no member of the other can."""
        if not (first.denied.isdisjoint(second.asserted) and second.denied.isdisjoint(first.asserted)):
            return False
        if _at_odds(first.facts, second.facts):
            return False
        dated = product(first.distinct.values(), second.distinct.values())
        return all(agree(one.when, other.when) for one, other in dated) and not any(self.against(first, second))

    def against(self, first: _Group, second: _Group) -> Iterator[Apart]:
        """What members of one group say against those of the other."""
        for one, other in product(first.distinct.values(), second.distinct.values()):
            if why := contradiction(one.telling, other.telling):
                yield Apart(one.id, other.id, why)

    def alike(self, first: _Group, second: _Group) -> bool:
        """Whether the groups are alike on average, by the first published of each."""
        pairs = [(self.mentions[a].telling, self.mentions[b].telling) for a in first.first for b in second.first]
        return sum(likeness(a, b) for a, b in pairs) >= self.least * len(pairs)

    def all(self) -> list[list[int]]:
        """The groups, each with its members in order, in the order of their first."""
        found = {id(group): group for group in self.group.values()}
        return sorted(sorted(group.members) for group in found.values())


def _at_odds(some: set[tuple[str, str, str]], others: set[tuple[str, str, str]]) -> bool:
    """Whether one counts, or says of two opposites, what the other does not."""
    facing: dict[tuple[str, str], list[str]] = {}
    for key, value, kind in others:
        facing.setdefault((key, kind), []).append(value)
    return any(not counts_agree(value, other) for key, value, kind in some for other in facing.get((key, kind), ()))


_BAND = 0.6
"""How much of the likeness two mentions need their groups need on average, so that no chain of
small steps joins what has nothing in common."""
ASKED = 8
"""How many members of a group, the first published, stand for it where all would be too many."""
_DISTINCT = 24
"""How many different members of a group are asked whether they contradict those of another."""
