"""Which mentions tell one event.

Two do when their dates agree (equal, or one inside the other), their clauses share enough words and names,
and nothing contradicts. Only mentions of a common day are compared.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from types import MappingProxyType

from timeline.events import Mention
from timeline.tellings import Common, Told, common, contradiction, likeness, may_translate
from timeline.temporal.timex import Certainty, TimeValue

_MONTH = 31


def group_mentions(
    mentions: Sequence[Mention], enough: float, published: Mapping[str, int] = MappingProxyType({})
) -> list[list[Mention]]:
    """The mentions, those of one event together, in their order; `enough` is the likeness of two that tell one.

    `published` has the day of each article, for what is told of a day long past.
    """
    groups = _Groups(mentions, enough)
    for _, one, other in sorted(_alike(mentions, enough)):
        groups.join(one, other)
    for one, other in _remembered(mentions, published):
        groups.join(one, other, alike=True)
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


def _remembered(mentions: Sequence[Mention], published: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Pairs of a day long past, of which two articles in two languages tell one thing each about the same name.

    What mattered is told of such a day and no more, and of two languages few words can be compared.
    """
    told: dict[tuple[int, str], dict[str, list[int]]] = {}
    for place, mention in enumerate(mentions):
        first, last = _days(mention)
        if first == last and mention.certainty is not Certainty.VAGUE:
            for name in mention.telling.recurring:
                told.setdefault((first, name), {}).setdefault(mention.article, []).append(place)
    for (day, _), by_article in told.items():
        for one, other in pairwise(places[0] for places in by_article.values() if len(places) == 1):
            pair = mentions[one], mentions[other]
            exact = (each for each in pair if each.certainty is Certainty.EXACT and each.article in published)
            far = any(published[each.article] - day >= _LONG_PAST for each in exact)
            if far and may_translate(*(each.telling for each in pair)):
                yield one, other


_LONG_PAST = 60
"""How many days after a day only what mattered is told of it."""


def _by_chance(one: Mention, other: Mention) -> float:
    """What likeness is worth, the more loosely two dates are given, the less: they agree by chance."""
    worth = 0.7 if one.certainty is other.certainty is Certainty.VAGUE else 1.0
    days = max(last - first + 1 for first, last in (_days(one), _days(other)))
    return worth * next(factor for limit, factor in _LOOSE if days <= limit)


_LOOSE = ((1, 1.0), (10, 0.9), (_MONTH, 0.8), (10**9, 0.7))
"""Up to how many days a date spans, and what likeness is worth then."""


def _candidates(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs that share two of their rarest words and whose dates agree, each pair once.

    Of many that do, the nearest in the order of publication are paired: the pairs grow with the mentions and
    not with their square, and what shares no two words with a mention changes nothing about its pairs.
    """
    days = [_days(mention) for mention in mentions]
    rarest = [_rarest(mention) for mention in mentions]
    by_term: dict[tuple[str, bool], list[tuple[int, int]]] = {}
    for place, (first, last) in enumerate(days):
        for lasting in _lasting(last - first):
            for term in rarest[place]:
                by_term.setdefault((term, lasting), []).append((first, place))
    seen: set[tuple[int, int]] = set()
    for (term, _), block in by_term.items():
        block.sort()
        for one, other in _pairs(term, block, days, rarest):
            pair = (min(one, other), max(one, other))
            if pair not in seen and _agree(mentions[one].when, mentions[other].when):
                seen.add(pair)
                yield pair


def _pairs(
    term: str, block: list[tuple[int, int]], days: Sequence[tuple[int, int]], rarest: Sequence[Sequence[str]]
) -> Iterator[tuple[int, int]]:
    """Pairs of a block, which share a word; met from the side of the longer time, in which the other begins."""
    by_second: dict[str, list[tuple[int, int]]] = {}
    for entry in block:
        place = entry[1]
        found = _begun(block, *days[place])
        if len(found) <= _CROWD:
            words = {second for second in rarest[place] if second != term}
            others = (block[number][1] for number in found)
            yield from ((place, other) for other in others if other != place and not words.isdisjoint(rarest[other]))
            continue
        if not by_second:
            for each in block:
                for second in rarest[each[1]]:
                    by_second.setdefault(second, []).append(each)
        for second in rarest[place]:
            if second != term:
                yield from _nearest(entry, by_second[second], days)


def _nearest(
    entry: tuple[int, int], block: list[tuple[int, int]], days: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    found = _begun(block, *days[entry[1]])
    here = bisect_left(block, entry)
    for other in found[max(0, here - found.start - _CROWD // 2) : here - found.start + _CROWD // 2]:
        if other != here:
            yield entry[1], block[other][1]


def _begun(block: list[tuple[int, int]], first: int, last: int) -> range:
    """Where in the block those are that begin from one day to another."""
    return range(bisect_left(block, (first, -1)), bisect_left(block, (last + 1, -1)))


def _rarest(mention: Mention) -> tuple[str, ...]:
    terms = sorted(mention.telling.terms, key=lambda term: (-term[1], term[0]))
    return tuple(term for term, _ in terms[:_RAREST])


def _lasting(length: int) -> tuple[bool, ...]:
    """Whether a time is compared with those of less than a month, with longer ones, or with both (`_agree`)."""
    return tuple(lasting for lasting, so in ((False, length < _MONTH), (True, length >= _MONTH - 4)) if so)


_RAREST = 16
"""How many of its rarest words a mention is looked up by."""
_CROWD = 24
"""How many mentions of a time that share words are all compared."""


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
        self.first = sorted(self.first + other.first)[:_ASKED]
        self.distinct = dict(islice({**self.distinct, **other.distinct}.items(), _DISTINCT))
        self.asserted |= other.asserted
        self.denied |= other.denied
        self.facts |= other.facts


def _said(mention: Mention) -> tuple[object, ...]:
    told = mention.telling
    return mention.when.interval, told.places, told.roles, tuple(told.worth)


class _Groups:
    """The mentions in groups, each one event so far."""

    def __init__(self, mentions: Sequence[Mention], enough: float) -> None:
        self.mentions = mentions
        self.least = enough * _BAND
        self.group = [_Group(place, mention) for place, mention in enumerate(mentions)]
        self.apart: set[tuple[int, int, int, int]] = set()
        """Pairs of groups, with their sizes, that are known to be two events."""

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
        return all(
            _agree(a.when, b.when) and not contradiction(a.telling, b.telling)
            for a in first.distinct.values()
            for b in second.distinct.values()
        )

    def alike(self, first: _Group, second: _Group) -> bool:
        """Whether the groups are alike on average, by the first published of each."""
        pairs = [(self.mentions[a].telling, self.mentions[b].telling) for a in first.first for b in second.first]
        return sum(likeness(a, b) for a, b in pairs) >= self.least * len(pairs)

    def all(self) -> list[list[int]]:
        """The groups, each with its members in order, in the order of their first."""
        found = {id(group): group for group in self.group}
        return sorted(sorted(group.members) for group in found.values())


def _at_odds(some: set[tuple[str, str, str]], others: set[tuple[str, str, str]]) -> bool:
    """Whether one counts, or says of two opposites, what the other does not."""
    facing = {(key, kind): value for key, value, kind in others}
    return any(facing.get((key, kind), value) != value for key, value, kind in some)


_BAND = 0.6
"""How much of the likeness two mentions need their groups need on average, so that no chain of
small steps joins what has nothing in common."""
_ASKED = 8
"""How many members of a group are compared with another group."""
_DISTINCT = 24
"""How many different members of a group are asked whether they contradict those of another."""
