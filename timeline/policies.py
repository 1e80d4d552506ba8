"""Which Tuesday, which August: where a time without direction is looked for.

News looks back from its publication date, unless the clause looks ahead. A narrative goes on from
what it told last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from math import inf
from typing import NamedTuple

from timeline.directions import AHEAD, BACK, BOUND, LEANING, OPEN, TOLD
from timeline.temporal.granularity import Granularity
from timeline.temporal.period import Period
from timeline.temporal.recurrence import Recurrence
from timeline.wording import Phrase, phrase

G = Granularity

Choice = tuple[Period | None, Phrase]
"""The chosen occurrence and the reason, a line of the explanation; %(it)s stands for the occurrence."""

_OPENING = re.compile(r"(?:^|[.!?:][\"”’)]*\s|\n\s*)\(?(?:\w+\s)?(?:\w+\s)?$")
"""What stands before a time that opens a sentence: at most two short words."""

_WEEKDAY_RELUCTANCE = {OPEN: 4, LEANING: 0.7, AHEAD: 0.3, BOUND: 0.15, BACK: 20, TOLD: 20}
"""How many times as far as a past weekday a coming one counts. Measured on newspaper corpora: of weekdays six
days back, three of four clauses that say nothing mean tomorrow; yesterday is meant though the clause looks ahead."""
_RELUCTANCE: dict[Granularity, dict[int, float]] = {
    G.DAY: {OPEN: 4.5, LEANING: 3, AHEAD: 0.1, BOUND: 0.1, BACK: 9, TOLD: 100},
    G.MONTH: {OPEN: 1.85, LEANING: 1.2, AHEAD: 0.1, BOUND: 0.1, BACK: 5, TOLD: 100},
    G.SEASON: {OPEN: 3, LEANING: 1.5, AHEAD: 0.6, BOUND: 0.6, BACK: 12, TOLD: 20},
    G.QUARTER: {OPEN: 20, LEANING: 5, AHEAD: 0.55, BOUND: 0.55, BACK: 20, TOLD: 20},
    G.HALF_YEAR: {OPEN: 5, LEANING: 2.5, AHEAD: 0.7, BOUND: 0.7, BACK: 20, TOLD: 20},
}
"""How many times as far as a past occurrence a coming one counts, for times without a year. Measured on
newspaper corpora: with 4.5, a day without a year is looked for from 9.8 months before the publication
date to 2.2 months after it."""

_FORWARD = 0.4
"""How many times as far as one that lies back a coming occurrence counts in a narrative."""
_RECENT, _FADING, _FAR = 8, 0.5, 14
"""How many of the times told last a narrative goes by; how much less each counts than the one after it; and
from how many months on one is just far away. Measured on histories."""
_IN_FULL, _PLACED, _IN_PASSING = 1, 0.6, 0.25
"""How much a narrative goes by a time told with its year, by one placed by what was told, and by one with its year
that is named in passing."""
_MONTH = 30.44 * 86_400

_REASONS = {
    OPEN: (
        phrase("the words do not look ahead, so %(it)s is the last one"),
        phrase("the words do not look ahead, so %(it)s is the present one"),
        phrase("the words look neither back nor ahead, and the coming one is much nearer than the last"),
    ),
    LEANING: (
        phrase("the words may look ahead, but the last one is so much nearer that it is meant"),
        phrase("the words may look ahead, but the present one is so much nearer that it is meant"),
        phrase("the words may well look ahead, so %(it)s is the coming one"),
    ),
    AHEAD: (
        phrase("the words look ahead, but the last one is so much nearer that it is meant"),
        phrase("the words look ahead, but the present one is so much nearer that it is meant"),
        phrase("the words look ahead, so %(it)s is the coming one"),
    ),
    BACK: (
        phrase("the words look back, so %(it)s is the last one"),
        phrase("the words look back, so %(it)s is the present one"),
        phrase("the words look back, but the coming one is so much nearer that it is meant"),
    ),
}
"""By where the clause looks: why the occurrence is the last, the present, or the coming one."""
_LATEST = phrase("news looks back, so %(it)s is the latest one, the publication date included")
_LATEST_RANGE = phrase("news looks back, so %(it)s begins the latest range that is over")
_NEXT = phrase("the words look ahead, so %(it)s is the next one after the publication date")
_NEARER = phrase("%(it)s is the next one after the publication date, which is much nearer than the last")
_FITS = phrase("of the years near by there is one in which it is such a day of the week: %(it)s")
_BEGUN = phrase("nothing says which, so %(it)s is the latest one that has begun")
_ON_THE_WAY = phrase("a narrative goes on from what it told lately, so %(it)s is the one nearest to that")


def choose_in_news(
    recurrence: Recurrence, published: Period, looks: Callable[[], int], closing: Recurrence | None = None
) -> Choice:
    """The occurrence that news written in `published` means, in a clause that looks where `looks` finds.

    The clause is not read where that can make no difference: for a weekday that is the publication date itself, as
    almost every other one is. `closing` is the other end of a range that the expression opens: "from Monday to
    Wednesday" is over, too, when the clause looks back.
    """
    before, same, after = recurrence.near(published)
    if recurrence.outer <= G.WEEK:
        latest = same or before
        if same is not None and closing is None and same.interval.start == published.interval.start:
            return same, _LATEST
        direction = looks()
        if direction <= BACK and closing is not None and latest is not None:
            _, together, end = closing.near(latest)
            end = together or end
            if end is not None and end.interval.start > published.interval.start:
                return recurrence.near(latest)[0], _LATEST_RANGE
        chosen = _nearest(published, (before, same, after), _WEEKDAY_RELUCTANCE[direction])
        if chosen == latest:
            return chosen, _LATEST
        if direction >= AHEAD:
            return chosen, _NEXT
        return chosen, _NEARER
    if recurrence.outer > G.YEAR:
        return same or before or after, _BEGUN
    occurrences = (before, same, after)
    if recurrence.weekday:
        fitting = [option for option in occurrences if recurrence.fits(option)]
        if len(fitting) == 1:
            return fitting[0], _FITS
    direction = looks()
    chosen = _nearest(published, occurrences, _RELUCTANCE[recurrence.inner][direction])
    return chosen, _REASONS[max(BACK, min(direction, AHEAD))][occurrences.index(chosen)]


def closes(recurrence: Recurrence, start: Period, published: Period | None) -> bool:
    """Whether the end of a range is told from its beginning: not in "from 3 May to Friday", published in June."""
    return published is None or recurrence.outer > G.WEEK or published.first_day - start.first_day <= 7


class Step(NamedTuple):
    """A period that a narrative has told."""

    period: Period
    weight: float
    """How much the story goes by it, from 0 to 1."""
    aside: bool = False
    """Whether it was only named in passing."""


def opens_sentence(text: str, start: int) -> bool:
    """Whether a time that begins there is the first thing that its sentence tells.

    >>> opens_sentence("They left. In May it rained.", 14), opens_sentence("They left the town in May.", 22)
    (True, False)
    """
    return _OPENING.search(text[max(0, start - 24) : start]) is not None


def step_of(story: Sequence[Step], period: Period, in_full: bool, opening: bool) -> list[Step]:
    """The step, if it is one, that a narrative goes when it tells of a period, `in_full` where the words fix it.

    A month or more in the middle of a sentence, in a story told in days, is named in passing: it counts little,
    and nothing at all where it was placed by the story itself.
    """
    lately = [step.period.granularity for step in story if not step.aside][-6:]
    if period.granularity < G.MONTH or opening or all(told >= G.MONTH for told in lately):
        return [Step(period, _IN_FULL if in_full else _PLACED)]
    return [Step(period, _IN_PASSING, aside=True)] if in_full else []


def choose_in_narrative(recurrence: Recurrence, story: Sequence[Step]) -> Choice:
    """The occurrence that a narrative means which has told the steps of `story`, the latest last.

    Not only the latest counts: a glance aside ("planned for 1976") must not carry the story off.
    """
    latest = next(step.period for step in reversed(story) if not step.aside)
    if recurrence.outer <= G.MONTH:
        here = recurrence.inside(latest.within(recurrence.outer)) if recurrence.outer >= G.MONTH else None
        if here is not None and latest.granularity < recurrence.outer and here.interval.start < latest.interval.start:
            here = None
        chosen = here or _nearest(latest, recurrence.near(latest), _FORWARD)
    else:
        recent = story[: -_RECENT - 1 : -1]
        options = {option for step in recent for option in recurrence.near(step.period) if option is not None}
        chosen = min(options, key=lambda option: (_remoteness(option, recent), option), default=None)
    return chosen, _ON_THE_WAY


def _remoteness(option: Period, recent: Sequence[Step]) -> float:
    """How far an option is from what was told lately, what is longer ago counting less, in months."""
    total, weight = 0.0, 1.0
    interval = option.interval
    for step in recent:
        if not step.period.interval.contains(interval):
            months = (interval.start - step.period.interval.start) / _MONTH
            total += weight * step.weight * min(_FAR, months * _FORWARD if months > 0 else -months)
        weight *= _FADING**step.weight
    return total


def _nearest(anchor: Period, options: Iterable[Period | None], reluctance: float) -> Period | None:
    """The option that begins nearest to the anchor, coming ones taken as so many times farther."""
    start, least, nearest = anchor.interval.start, inf, None
    for option in options:
        if option is not None:
            distance: float = option.interval.start - start
            distance = distance * reluctance if distance > 0 else -distance
            if distance < least:
                least, nearest = distance, option
    return nearest
