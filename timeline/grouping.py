"""Which mentions tell one event.

Two do when their dates agree (equal, or one inside the other), their clauses share enough words and names,
and nothing contradicts. Only mentions of a common day are compared.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from timeline.events import Mention
from timeline.tellings import Common, Told, common, contradiction, likeness
from timeline.temporal.timex import Certainty, TimeValue

_MONTH = 31


def group_mentions(mentions: Sequence[Mention], enough: float) -> list[list[Mention]]:
    """The mentions, those of one event together, in their order; `enough` is the likeness of two that tell one."""
    groups = _Groups(mentions, enough)
    for _, one, other in sorted(_alike(mentions, enough)):
        groups.join(one, other)
    return [[mentions[place] for place in group] for group in groups.all()]


def in_common(mentions: Sequence[Mention], texts: Mapping[str, str]) -> Common:
    """Why mentions are one event: the names, words and figures that several have; `texts` by article id.

    Nothing for a single mention, and for what only an editor put together. That their dates agree goes without saying.
    """
    return common([Told(texts[each.article][slice(*each.clause)], each.names, each.telling) for each in mentions])


def _alike(mentions: Sequence[Mention], enough: float) -> Iterator[tuple[float, int, int]]:
    """Pairs of mentions that tell one event, each with how unlike they are."""
    for one, other in _candidates(mentions):
        first, second = mentions[one].telling, mentions[other].telling
        alike = likeness(first, second) * _by_chance(mentions[one], mentions[other])
        if alike >= enough and not contradiction(first, second):
            yield round(1.0 - alike, 6), one, other


def _by_chance(one: Mention, other: Mention) -> float:
    """What likeness is worth, the more loosely two dates are given, the less: they agree by chance."""
    worth = 0.7 if one.certainty is other.certainty is Certainty.VAGUE else 1.0
    days = max(last - first + 1 for first, last in (_days(one), _days(other)))
    return worth * next(factor for limit, factor in _LOOSE if days <= limit)


_LOOSE = ((1, 1.0), (10, 0.9), (_MONTH, 0.8), (10**9, 0.7))
"""Up to how many days a date spans, and what likeness is worth then."""


def _candidates(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs that share one of their rarest words and whose dates agree, each pair once."""
    days = [_days(mention) for mention in mentions]
    by_term: dict[str, list[tuple[int, int]]] = {}
    for place, mention in enumerate(mentions):
        for term, _ in sorted(mention.telling.terms, key=lambda term: (-term[1], term[0]))[:_RAREST]:
            by_term.setdefault(term, []).append((days[place][0], place))
    seen: set[tuple[int, int]] = set()
    for block in by_term.values():
        block.sort()
        for _, place in block:
            first, last = days[place]
            # Every pair is met from the side of the longer time, in which the other begins.
            for _, other in block[bisect_left(block, (first, -1)) : bisect_left(block, (last + 1, -1))]:
                pair = (min(place, other), max(place, other))
                if place != other and pair not in seen and _agree(mentions[place].when, mentions[other].when):
                    seen.add(pair)
                    yield pair


_RAREST = 12
"""How many of its rarest words a mention is looked up by."""


def _days(mention: Mention) -> tuple[int, int]:
    interval = mention.when.interval
    assert interval is not None, "only mentions with a place on the calendar are merged"
    return interval.first_day, interval.last_day


def _agree(one: TimeValue, other: TimeValue) -> bool:
    """Whether two dates can be one: equal, or one inside the other and not lost in it."""
    if one.interval is None or other.interval is None:
        return False
    if one.interval == other.interval:
        return True
    longer, shorter = (
        (one.interval, other.interval) if one.interval.contains(other.interval) else (other.interval, one.interval)
    )
    if not longer.contains(shorter):
        # The night that begins on a day is of that day, though it ends on the next.
        return longer.first_day == shorter.first_day and max(longer.last_day, shorter.last_day) == longer.first_day + 1
    # A day of a month can be what the month's news was; a day of a year says nothing of it.
    return longer.last_day - longer.first_day < _MONTH or shorter.last_day - shorter.first_day >= _MONTH - 4


class _Groups:
    """Mentions that are one event so far."""

    def __init__(self, mentions: Sequence[Mention], enough: float) -> None:
        self.mentions = mentions
        self.least = enough * _BAND
        self.members: dict[int, list[int]] = {place: [place] for place in range(len(mentions))}
        self.group = list(range(len(mentions)))
        self.apart: set[tuple[int, int, int, int]] = set()
        """Pairs of groups, with their sizes, that are known to be two events."""

    def join(self, one: int, other: int) -> None:
        """Make one group of those of two mentions, unless a member of one contradicts one of the other."""
        first, second = sorted((self.group[one], self.group[other]))
        asked = (first, len(self.members[first]), second, len(self.members[second]))
        if first == second or asked in self.apart:
            return
        if not (self.agree(first, second) and self.alike(first, second)):
            self.apart.add(asked)
            return
        for place in self.members[second]:
            self.group[place] = first
        self.members[first] = sorted(self.members[first] + self.members.pop(second))

    def agree(self, first: int, second: int) -> bool:
        """Whether no member of one group says what no member of the other can."""
        some, others = self.facts(first), self.facts(second)
        if (
            any(each.telling.negated for each in some + others)
            or len({each.telling.places for each in some + others}) > 1
        ):
            # What is denied, or where it was, any member may say.
            some, others = ([self.mentions[place] for place in self.members[group]] for group in (first, second))
        return all(_agree(a.when, b.when) and not contradiction(a.telling, b.telling) for a in some for b in others)

    def facts(self, group: int) -> list[Mention]:
        """The members that differ in date or in what could be contradicted."""
        members = (self.mentions[place] for place in self.members[group])
        differing = {
            (
                each.when.interval,
                each.telling.places,
                each.telling.counts,
                each.telling.opposed,
                each.telling.negated,
            ): each
            for each in members
        }
        return list(differing.values())

    def alike(self, first: int, second: int) -> bool:
        """Whether the groups are alike on average, by the first published of each."""
        some, others = (self.members[group][:_ASKED] for group in (first, second))
        pairs = [(self.mentions[a].telling, self.mentions[b].telling) for a in some for b in others]
        return sum(likeness(a, b) for a, b in pairs) >= self.least * len(pairs)

    def all(self) -> list[list[int]]:
        """The groups, each with its members in order."""
        return list(self.members.values())


_BAND = 0.6
"""How much of the likeness two mentions need their groups need on average, so that no chain of
small steps joins what has nothing in common."""
_ASKED = 8
"""How many members of a group are compared with another group."""
