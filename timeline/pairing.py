"""Which mentions are alike enough to tell one event, two by two.

Only mentions of a common day are compared, that share two of their rarest words. What a mention is paired with hangs on
those that begin within its own days and share a word with it, so that what is known of all others still holds.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from timeline.candidates import MONTH, Met, blocks_of, candidates, met_of
from timeline.events import Mention
from timeline.tellings import FACTS, Contradiction, contradiction, likeness, may_translate, tell_one_deed
from timeline.temporal.calendar import DAY
from timeline.temporal.timex import Certainty, TimeValue

_WEEK = 7
"""In days."""


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
            met.append(met_of(mention, mark))
            dirty.append(place)
    for each in (*gone.values(), *(met[place] for place in dirty)):
        for key in blocks_of(each):
            changed.setdefault(key, []).append(each.first)
    for begun in changed.values():
        begun.sort()
    if changed and len(dirty) < len(met):
        new, days = set(dirty), sorted({first for begun in changed.values() for first in begun})
        dirty += [
            place
            for place, each in enumerate(met)
            if bisect_left(days, each.first) < bisect_right(days, each.last)
            and place not in new
            and _concerned(each, changed)
        ]
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
        for key in blocks_of(each)
        if (begun := changed.get(key))
    )


def _compared(
    mentions: Sequence[Mention], met: Sequence[Met], asked: Collection[int], enough: float
) -> Iterator[tuple[float | Contradiction, int, int]]:
    """What is alike enough: how unlike it is, or what speaks against it; which is asked for, and the other."""
    seen: dict[tuple[int, int], float | Contradiction | None] = {}
    for place, other in candidates(met, asked):
        if not agree(mentions[place].when, mentions[other].when):
            continue
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


def remembered(
    mentions: Sequence[Mention], met: Sequence[Met], published: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    """Pairs of a day long past, of which two articles in two languages tell one thing each about the same name.

    What mattered is told of such a day and no more, and of two languages few words can be compared.
    """
    told: dict[tuple[int, str], dict[str, list[int]]] = {}
    for place, (mention, each) in enumerate(zip(mentions, met, strict=True)):
        for name in each.recalled:
            told.setdefault((each.first, name), {}).setdefault(mention.article, []).append(place)
    for (day, _), by_article in told.items():
        for pair in pairwise(places[0] for places in by_article.values() if len(places) == 1):
            if met[pair[0]].language == met[pair[1]].language:
                continue
            exact = (mentions[place].article for place in pair if met[place].exact)
            far = any(published[article] - day >= _LONG_PAST for article in exact if article in published)
            if far and may_translate(*(mentions[place].telling for place in pair)):
                yield pair


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


_LOOSE = ((1, 1.0), (10, 0.9), (MONTH, 0.8), (10**9, 0.7))
"""Up to how many days a date spans, and what likeness is worth then."""


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
    return longer.last_day - longer.first_day < MONTH or shorter.last_day - shorter.first_day >= MONTH - 4
