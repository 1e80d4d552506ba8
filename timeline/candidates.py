"""Which mentions are worth comparing: those of a common day that share two of their rarest words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct

from timeline.events import Mention
from timeline.tellings import Contradiction
from timeline.temporal.timex import Certainty

MONTH = 31
"""In days."""


class Met(Struct, frozen=True):
    """What a mention was paired with, and by what."""

    mark: bytes
    """Of the article as it was; an article that reads otherwise has another."""
    first: int
    last: int
    """The days it tells of."""
    rarest: tuple[str, ...]
    language: str
    recalled: tuple[str, ...]
    """The names by which it is known again when it is told long afterwards; none of what is not told of one day."""
    exact: bool
    alike: dict[str, float] = {}
    """By the ids of the mentions that begin within its days, how unlike those are that tell the same."""
    apart: dict[str, Contradiction] = {}
    """By their ids too, what those say otherwise that would tell the same by their words."""


def met_of(mention: Mention, mark: bytes) -> Met:
    """A mention before it is compared."""
    first, last = _days(mention)
    recalled = mention.telling.recurring if first == last and mention.certainty is not Certainty.VAGUE else ()
    exact = mention.certainty is Certainty.EXACT
    return Met(mark, first, last, _rarest(mention), mention.telling.language, recalled, exact)


def blocks_of(each: Met) -> Iterator[tuple[str, bool]]:
    """What it is looked up by: its words, and how long it lasts."""
    return ((term, lasting) for lasting in _lasting(each.last - each.first) for term in each.rarest)


def candidates(met: Sequence[Met], asked: Collection[int]) -> Iterator[tuple[int, int]]:
    """Pairs of one that is asked for with another of its days that shares two of its rarest words.

    Of many that do, the nearest in the order of publication are paired: the pairs grow with the mentions and
    not with their square, and what shares no two words with a mention changes nothing about its pairs.
    """
    days = [(each.first, each.last) for each in met]
    rarest = [each.rarest for each in met]
    wanted = {key for place in asked for key in blocks_of(met[place])}
    within = _joined([days[place] for place in asked])
    by_term: dict[tuple[str, bool], list[tuple[int, int]]] = {}
    for place, each in enumerate(met):
        stretch = bisect_right(within, (each.first, _NEVER)) - 1
        if stretch < 0 or within[stretch][1] < each.first:
            continue
        for key in blocks_of(each):
            if key in wanted:
                by_term.setdefault(key, []).append((each.first, place))
    for (term, _), block in by_term.items():
        block.sort()
        yield from _pairs(term, block, days, rarest, asked)


def _joined(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The days of all stretches, as stretches that lie apart.

    >>> _joined([(5, 6), (1, 3), (2, 4)])
    [(1, 4), (5, 6)]
    """
    joined: list[tuple[int, int]] = []
    for first, last in sorted(stretches):
        if joined and first <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    return joined


_NEVER = 1 << 40
"""Later than any day."""


def _pairs(
    term: str,
    block: list[tuple[int, int]],
    days: Sequence[tuple[int, int]],
    rarest: Sequence[Sequence[str]],
    asked: Collection[int],
) -> Iterator[tuple[int, int]]:
    """Pairs of a block, which share a word; met from the side of the longer time, in which the other begins."""
    by_second: dict[str, list[tuple[int, int]]] = {}
    for entry in block:
        place = entry[1]
        if place not in asked:
            continue
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
    """Whether a time is compared with those of less than a month, with longer ones, or with both."""
    return tuple(lasting for lasting, so in ((False, length < MONTH), (True, length >= MONTH - 4)) if so)


_RAREST = 16
"""How many of its rarest words a mention is looked up by."""
_CROWD = 24
"""How many mentions of a time that share words are all compared."""


def _days(mention: Mention) -> tuple[int, int]:
    interval = mention.when.interval
    assert interval is not None, "only mentions with a place on the calendar are merged"
    return interval.first_day, interval.last_day
