"""Which mentions are alike enough to tell one event, two by two.

Only mentions of a common day are compared, that share two of their rarest words. What a mention is paired with hangs on
those that begin within its own days and share a word with it, so that what is known of all others still holds.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from timeline.events import Mention
from timeline.tellings import FACTS, Contradiction, contradiction, likeness, may_translate, tell_one_deed
from timeline.temporal.calendar import DAY
from timeline.temporal.timex import Certainty, TimeValue

_WEEK, _MONTH = 7, 31
"""In days."""


class Met(Struct, frozen=True):
    """What a mention was paired with, and by what."""

    mark: bytes
    """Of the article as it was; an article that reads otherwise has another."""
    first: int
    last: int
    """The days it tells of."""
    rarest: tuple[str, ...]
    alike: dict[str, float]
    """By the ids of the mentions that begin within its days, how unlike those are that tell the same."""
    apart: dict[str, Contradiction] = {}
    """By their ids too, what those say otherwise that would tell the same by their words."""


def meet(
    mentions: Sequence[Mention], enough: float, known: Mapping[str, Met], marks: Mapping[str, bytes]
) -> tuple[list[Met], set[str]]:
    """For each mention what it is paired with; and the ids of those for which that may be other than it was.

    `enough` is the likeness of two that tell one. `known` is what came of it before, by the mentions' ids, and `marks`
    has those of the articles.
    """
    met: list[Met] = []
    gone, dirty = dict(known), list[int]()
    changed: dict[tuple[str, bool], list[int]] = {}
    for place, mention in enumerate(mentions):
        before, mark = known.get(mention.id), marks.get(mention.article, b"")
        if before is not None and before.mark == mark != b"":
            met.append(before)
            del gone[mention.id]
        else:
            met.append(Met(mark, *_days(mention), _rarest(mention), {}))
            dirty.append(place)
    for each in (*gone.values(), *(met[place] for place in dirty)):
        for key in _blocks(each):
            changed.setdefault(key, []).append(each.first)
    for begun in changed.values():
        begun.sort()
    if changed and len(dirty) < len(met):
        new = set(dirty)
        dirty += [place for place, each in enumerate(met) if place not in new and _concerned(each, changed)]
    for place in dirty:
        met[place] = replace(met[place], alike={}, apart={})
    for found, one, other in _compared(mentions, met, set(dirty), enough):
        if not isinstance(found, Contradiction):
            met[one].alike[mentions[other].id] = found
        elif found.kind in FACTS:
            met[one].apart[mentions[other].id] = found
    touched = {identity for each in gone.values() for identity in each.alike}
    return met, touched | {mentions[place].id for place in dirty}


def _concerned(each: Met, changed: Mapping[tuple[str, bool], Sequence[int]]) -> bool:
    """Whether one that changed begins within its days and shares a word with it."""
    return any(
        bisect_left(begun, each.first) < bisect_right(begun, each.last)
        for key in _blocks(each)
        if (begun := changed.get(key))
    )


def _blocks(each: Met) -> Iterator[tuple[str, bool]]:
    """What it is looked up by: its words, and how long it lasts."""
    return ((term, lasting) for lasting in _lasting(each.last - each.first) for term in each.rarest)


def _compared(
    mentions: Sequence[Mention], met: Sequence[Met], asked: Collection[int], enough: float
) -> Iterator[tuple[float | Contradiction, int, int]]:
    """What is alike enough: how unlike it is, or what speaks against it; which is asked for, and the other."""
    seen: dict[tuple[int, int], float | Contradiction | None] = {}
    for place, other in _candidates(mentions, met, asked):
        pair = (min(place, other), max(place, other))
        if pair not in seen:
            one, two = (mentions[each] for each in pair)
            alike = weighed(one, two)
            told = contradiction(one.telling, two.telling) if alike >= enough else None
            seen[pair] = told or (round(1.0 - alike, 6) if alike >= enough else None)
        if (found := seen[pair]) is not None:
            if isinstance(found, Contradiction) and place != pair[0]:
                found = found.turned()
            yield found, place, other


def weighed(one: Mention, other: Mention) -> float:
    """How alike two mentions are, the more loosely they are dated, the less.

    Of a month and a day in it, not at all where what is done on the day is not what is done in the month.
    """
    if agree_by_chance(one, other):
        return 0.0
    return likeness(one.telling, other.telling) * _by_chance(one, other)


def agree_by_chance(one: Mention, other: Mention) -> bool:
    """Whether one tells of a long time and the other of something else that is done at some time in it."""
    longest = max(_seconds(one), _seconds(other))
    loose = one.when.interval != other.when.interval and longest > _WEEK * DAY
    return loose and not tell_one_deed(one.telling, other.telling)


def remembered(mentions: Sequence[Mention], published: Mapping[str, int]) -> Iterator[tuple[int, int]]:
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
    longest = max(_seconds(one), _seconds(other))
    return worth * next(factor for limit, factor in _LOOSE if longest <= limit * DAY)


def _seconds(mention: Mention) -> int:
    """How long the time lasts that it tells of: a night is shorter than a day, though it is of two."""
    interval = mention.when.interval
    assert interval is not None, "only mentions with a place on the calendar are merged"
    return interval.end - interval.start


_LOOSE = ((1, 1.0), (10, 0.9), (_MONTH, 0.8), (10**9, 0.7))
"""Up to how many days a date spans, and what likeness is worth then."""


def _candidates(mentions: Sequence[Mention], met: Sequence[Met], asked: Collection[int]) -> Iterator[tuple[int, int]]:
    """Pairs of one that is asked for with another that shares two of its rarest words and whose date agrees.

    Of many that do, the nearest in the order of publication are paired: the pairs grow with the mentions and
    not with their square, and what shares no two words with a mention changes nothing about its pairs.
    """
    days = [(each.first, each.last) for each in met]
    rarest = [each.rarest for each in met]
    wanted = {key for place in asked for key in _blocks(met[place])}
    by_term: dict[tuple[str, bool], list[tuple[int, int]]] = {}
    for place, each in enumerate(met):
        for key in _blocks(each):
            if key in wanted:
                by_term.setdefault(key, []).append((each.first, place))
    for (term, _), block in by_term.items():
        block.sort()
        for one, other in _pairs(term, block, days, rarest, asked):
            if agree(mentions[one].when, mentions[other].when):
                yield one, other


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
    """Whether a time is compared with those of less than a month, with longer ones, or with both (`agree`)."""
    return tuple(lasting for lasting, so in ((False, length < _MONTH), (True, length >= _MONTH - 4)) if so)


_RAREST = 16
"""How many of its rarest words a mention is looked up by."""
_CROWD = 24
"""How many mentions of a time that share words are all compared."""


def _days(mention: Mention) -> tuple[int, int]:
    interval = mention.when.interval
    assert interval is not None, "only mentions with a place on the calendar are merged"
    return interval.first_day, interval.last_day


def agree(one: TimeValue, other: TimeValue) -> bool:
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
