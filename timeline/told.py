"""What a text has told so far: the times that "a year earlier" and "the following day" hang on."""

from __future__ import annotations

from msgspec import Struct

from timeline.temporal.granularity import Granularity
from timeline.temporal.operators import Fixed, Inside, Modified, Moved, Operator, Shift, Source, shifted_by
from timeline.temporal.period import Period
from timeline.temporal.timex import TimeValue

G = Granularity

_BESIDE = 12
"""How many characters stand between a stretch of time and the day that only says when it ended."""

_STRETCHES = {"P1M": (G.MONTH, 15), "P3M": (G.QUARTER, 45)}
"""By its length, what a stretch is of which the end is told, and half as long as it, in days: "the three months ended Dec. 31"."""


class Told(Struct, frozen=True, gc=False):
    """What an earlier expression came to."""

    period: Period | None
    """None for a stretch of which only the length was told: "the nine months"."""
    text: str
    end: int
    """Where it ends in the text."""
    compared: bool = False
    """Whether it was only held against another time."""
    ends_stretch: bool = False
    """Whether it only says when the stretch before it ended: "the quarter ended [Sept. 30]"."""
    leads: bool = False
    """Whether a narrative has gone on to it."""
    length: str = ""
    """The TIMEX3 value of a stretch of which only the length was told."""

    def between(self, finest: Granularity, coarsest: Granularity) -> Period | None:
        """Its period, if a time of these granularities may be counted from it."""
        if self.period is None or self.compared or (self.ends_stretch and coarsest >= G.MONTH):
            return None
        return self.period if finest <= self.period.granularity <= coarsest else None


def told(
    meaning: Operator, value: TimeValue, text: str, start: int, end: int, before: Told | None, leads: bool
) -> Told | None:
    """What the expression from `start` to `end` tells; None if nothing can be counted from it.

    `before` is what was told last; `leads` says whether a narrative has gone on to the time.
    """
    if value.period is None:
        names_stretch = isinstance(meaning, Fixed) and meaning.names_stretch
        return Told(None, text[start:end], end, length=value.value) if names_stretch else None
    ends = value.period.granularity is G.DAY and before is not None and _ends(before, text, start)
    if ends and before is not None and before.length in _STRETCHES:
        granularity, half = _STRETCHES[before.length]
        return Told(value.period.shifted(-half).within(granularity), before.text, end)
    return Told(value.period, text[start:end], end, _is_comparison(meaning), ends, leads)


def lands(meaning: Operator, anchor: Period) -> Period | None:
    """Where a time lies that is counted on from one told before: "two days later"; None for all other times.

    >>> lands(Shift(G.WEEK, 2, Source.EARLIER), Period.day(2013, 2, 8)).value
    '2013-02-22'
    """
    match meaning:
        case Modified(outer) | Inside(outer):
            return lands(outer, anchor)
        case Shift(unit, count, Source.EARLIER) if count > 0:
            return shifted_by(anchor, unit, count) if anchor.granularity <= max(unit, G.DAY) else anchor
    return None


def _ends(stretch: Told, text: str, start: int) -> bool:
    """Whether a word or two join the stretch with the day behind it: "ended", "that ended", "through"."""
    if stretch.period is not None and stretch.period.granularity < G.MONTH:
        return False
    between = text[stretch.end : start] if start - stretch.end <= _BESIDE else ""
    words = between.split()
    return bool(words) and len("".join(words)) > 3 and all(word.isalpha() for word in words)


def _is_comparison(meaning: Operator) -> bool:
    """Whether the time is only held against another: after "from $10 million a year earlier" the text
    goes on about the year before that expression."""
    match meaning:
        case Shift(unit, count, _, keep):
            return keep and count < 0 and unit >= G.YEAR
        case Moved(Shift(_, 0, Source.EARLIER | Source.STRETCH), unit, count):
            return count < 0 and unit >= G.YEAR
    return False
