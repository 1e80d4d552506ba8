"""Which Tuesday, which August: where a time without direction is looked for.

News looks back from its publication date, unless the clause looks ahead. A narrative goes on from
what it told last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from timeline.grammar.locale import Cues
from timeline.spans import Span
from timeline.temporal.granularity import Granularity
from timeline.temporal.period import Period
from timeline.temporal.recurrence import Recurrence

G = Granularity

Choice = tuple[Period | None, str]
"""The chosen occurrence and the reason, a line of the explanation; {} stands for the occurrence."""

_CLAUSE = 140
"""How many characters of a clause are read on each side of a bare time."""
_TIGHT = 40
"""How many of them are read for a word that stands right before the time."""
_CLAUSE_END = re.compile(r"[;!?:()\"“”]|\n\s*\n|``|''|(?<=[^\W\d_]{2}|\d\d|\W\))\.(?=\s|$)")
"""Where a clause surely ends; a full stop after a single letter is an initial."""

AHEAD, OPEN, BACK = 1, 0, -1
"""Where a clause looks, seen from the publication date; open when it does not say."""

_RELUCTANCE: dict[Granularity, dict[int, float]] = {
    G.DAY: {OPEN: 4.5, AHEAD: 0.4, BACK: 9},
    G.MONTH: {OPEN: 1.85, AHEAD: 0.1, BACK: 5},
    G.SEASON: {OPEN: 3, AHEAD: 0.6, BACK: 12},
    G.QUARTER: {OPEN: 20, AHEAD: 0.8, BACK: 20},
    G.HALF_YEAR: {OPEN: 5, AHEAD: 0.7, BACK: 20},
}
"""How many times as far as a past occurrence a coming one counts, for times without a year. Measured on
newspaper corpora: with 4.5, a day without a year is looked for from 9.8 months before the publication
date to 2.2 months after it."""

_FORWARD = 0.4
"""How many times as far as one that lies back a coming occurrence counts in a narrative."""
_RECENT, _FADING, _FAR = 8, 0.5, 14
"""How many of the times told last a narrative goes by; how much less each counts than the one after it; and
from how many months on one is just far away. Measured on histories."""
_MONTH = 30.44 * 86_400

_REASONS = {
    OPEN: (
        "the words do not look ahead, so {} is the last one",
        "the words do not look ahead, so {} is the present one",
        "the words look neither back nor ahead, and the coming one is much nearer than the last",
    ),
    AHEAD: (
        "the words look ahead, but the last one is so much nearer that it is meant",
        "the words look ahead, but the present one is so much nearer that it is meant",
        "the words look ahead, so {} is the coming one",
    ),
    BACK: (
        "the words look back, so {} is the last one",
        "the words look back, so {} is the present one",
        "the words look back, but the coming one is so much nearer that it is meant",
    ),
}
"""By where the clause looks: why the occurrence is the last, the present, or the coming one."""


def choose_in_news(
    recurrence: Recurrence, published: Period, direction: int, closing: Recurrence | None = None
) -> Choice:
    """The occurrence that news written in `published` means, in a clause that looks in `direction`.

    `closing` is the other end of a range that the expression opens: "from Monday to Wednesday" is over,
    too, when the clause looks back.
    """
    before, same, after = recurrence.near(published)
    if recurrence.outer <= G.WEEK:
        if direction is AHEAD:
            return after or same or before, "the words look ahead, so {} is the next one after the publication date"
        latest = same or before
        if direction is BACK and closing is not None and latest is not None:
            _, together, end = closing.near(latest)
            end = together or end
            if end is not None and end.interval.start > published.interval.start:
                return recurrence.near(latest)[0], "news looks back, so {} begins the latest range that is over"
        return same or before or after, "news looks back, so {} is the latest one, the publication date included"
    if recurrence.outer > G.YEAR:
        return same or before or after, "nothing says which, so {} is the latest one that has begun"
    occurrences = (before, same, after)
    chosen = _nearest(published, occurrences, _RELUCTANCE[recurrence.inner][direction])
    return chosen, _REASONS[direction][occurrences.index(chosen)]


def choose_in_narrative(recurrence: Recurrence, story: Sequence[Period]) -> Choice:
    """The occurrence that a narrative means which has told of the periods `story`, the latest last.

    Not only the latest counts: a glance aside ("planned for 1976") must not carry the story off.
    """
    latest = story[-1]
    if recurrence.outer <= G.MONTH:
        here = recurrence.inside(latest.within(recurrence.outer)) if latest.granularity >= recurrence.outer else None
        chosen = here or _nearest(latest, recurrence.near(latest), _FORWARD)
    else:
        recent = story[: -_RECENT - 1 : -1]
        options = {option for period in recent for option in recurrence.near(period) if option is not None}
        chosen = min(options, key=lambda option: (_remoteness(option, recent), option), default=None)
    return chosen, "a narrative goes on from what it told lately, so {} is the one nearest to that"


def _remoteness(option: Period, recent: Sequence[Period]) -> float:
    """How far an option is from what was told lately, what is longer ago counting less, in months."""
    total, weight = 0.0, 1.0
    interval = option.interval
    for period in recent:
        if not period.interval.contains(interval):
            months = (interval.start - period.interval.start) / _MONTH
            total += weight * min(_FAR, months * _FORWARD if months > 0 else -months)
        weight *= _FADING
    return total


def _nearest(anchor: Period, options: Iterable[Period | None], reluctance: float) -> Period | None:
    """The option that begins nearest to the anchor, coming ones taken as so many times farther."""
    start = anchor.interval.start
    distances = [
        (distance * reluctance if distance > 0 else -distance, option)
        for option in options
        if option is not None
        for distance in [option.interval.start - start]
    ]
    return min(distances)[1] if distances else None


def direction_of(text: str, span: Span, cues: Cues) -> int:
    """Where the clause around an expression looks.

    The last verb before the expression decides, if there is none the first one behind it. A word right
    before it ("until Friday") or a verb such as "will" looks ahead, but not when a verb in the past
    tense follows in the clause.
    """
    start = max(0, span.start - _CLAUSE)
    for end in _CLAUSE_END.finditer(text, start, span.start):
        start = end.end()
    left = text[start : span.start].lower()
    stop = span.end + _CLAUSE
    close = _CLAUSE_END.search(text, span.end, stop)
    right = text[span.end : close.start() if close else stop].lower()
    opening = cues.opening.search(left)
    if opening and right.strip():
        # Behind a comma, but last of all, a time goes with what the comma has interrupted.
        left = left[opening.start() :]
    tight = cues.ahead.search(left[-_TIGHT:])
    verbs = [verb.lastgroup for verb in cues.verbs.finditer(left)]
    last = verbs[-1] if verbs else None
    if last in ("back", "participle") and not tight:
        return BACK
    if len(left.split()) > 2:
        # Unless the time opens its clause, another one may go on behind a comma or a conjunction.
        joint = cues.joints.search(right)
        right = right[: joint.start()] if joint else right
    behind = cues.verbs.search(right)
    told = behind.lastgroup if behind else None
    if told == "participle" and behind is not None and not tight and len(right[: behind.start()].split()) > 1:
        told = None
    if told in ("back", "participle"):
        return BACK
    return AHEAD if tight or (last or told) == "ahead" else OPEN
