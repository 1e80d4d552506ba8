"""Which events contradict each other: what would be told as one if its sources did not disagree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from timeline.events import Mention
from timeline.grouping import Apart, Grouped, told_by
from timeline.tellings import FACTS, Contradiction, contradictions, spelt


@dataclass(frozen=True, slots=True)
class Contradicted:
    """A mention of an event, and one that says otherwise: of another event, or of its own where an editor joined them."""

    mention: Mention
    other: Mention
    why: Contradiction
    """In terms, what `mention` says as the one."""

    def turned(self) -> Contradicted:
        """The same, seen from the other."""
        return Contradicted(self.other, self.mention, self.why.turned())

    def spelt(self, texts: Mapping[str, str]) -> Contradiction:
        """What the two say, as they write it; `texts` by article id."""
        return spelt(self.why, told_by(self.mention, texts), told_by(self.other, texts))


def contradicted(groups: Sequence[Sequence[Mention]], grouped: Grouped) -> dict[str, tuple[Contradicted, ...]]:
    """By the id of an event's first mention, what contradicts it, one mention of each other event.

    `grouped` is what came of grouping by what they say; the rest of `groups` is what editors made of it.
    """
    mentions = {mention.id: mention for group in groups for mention in group}
    order = {identity: place for place, identity in enumerate(mentions)}
    home = {mention.id: group[0].id for group in groups for mention in group}
    known = (each for each in grouped.apart() if each.one in home and each.other in home)
    turned = (each if order[each.one] < order[each.other] else each.turned() for each in known)
    first: dict[tuple[str, str], Apart] = {}
    for each in sorted(turned, key=lambda each: (order[each.one], order[each.other])):
        first.setdefault((home[each.one], home[each.other]), each)
    found: dict[str, list[Contradicted]] = {}
    for (one, other), each in first.items():
        if one != other:
            told = Contradicted(mentions[each.one], mentions[each.other], each.why)
            found.setdefault(one, []).append(told)
            found.setdefault(other, []).append(told.turned())
    by_themselves = set(grouped.groups)
    for group in groups:
        if tuple(mention.id for mention in group) in by_themselves:
            continue
        if inside := list(_inside(group)):
            found.setdefault(group[0].id, []).extend(inside)
    return {identity: tuple(each) for identity, each in found.items()}


def _inside(group: Sequence[Mention]) -> Iterator[Contradicted]:
    """What the mentions of one event cannot all say of it, each thing once."""
    said: set[Contradiction] = set()
    for one, other in combinations(group, 2):
        for why in contradictions(one.telling, other.telling):
            if why.kind in FACTS and why not in said:
                said |= {why, why.turned()}
                yield Contradicted(one, other, why)
