"""Placing time expressions on the calendar, with the reasons kept.

News is read from its publication date: "on Tuesday" is the latest Tuesday, unless the words around
it look ahead. A narrative is read from the dates it has told so far. Either way "the following day"
hangs on the last expression that is fine enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from timeline.grammar.locale import Locale
from timeline.tagging import TimeExpression
from timeline.temporal.calendar import DAY, civil, weekday
from timeline.temporal.granularity import Granularity
from timeline.temporal.operators import Operator, Shift, Source
from timeline.temporal.period import Period
from timeline.temporal.recurrence import Recurrence
from timeline.temporal.timex import Certainty, Modifier, TimeValue, TimexType

G = Granularity

STYLES = ("news", "narrative")

_LOOK_BACK = 12
"""How many earlier expressions are asked for one of the right granularity."""
_CLAUSE = 90
"""How many characters of a clause are read on each side of a bare time."""
_CLAUSE_END = re.compile(r"[;!?\n:()\"“”]|(?<=[^\W\d_]{2}|\d\d|\W\))\.(?=\s|$)")
"""Where a clause surely ends; a full stop after a single letter is an initial."""
_MONTH_DAYS = 30.44


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a time was counted from."""

    period: Period
    source: Source
    """PUBLISHED or EARLIER."""
    text: str = ""
    """The earlier expression's words."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """A time expression placed on the calendar, and why there."""

    expression: TimeExpression
    value: TimeValue | None
    """None when there is nothing to count from; the explanation says so."""
    certainty: Certainty | None
    """None for durations and sets."""
    anchor: Anchor | None = None
    """None when the words fix the time by themselves."""
    reason: str = ""
    """Why a bare time was placed where it is."""
    alternatives: tuple[TimeValue, ...] = ()
    """The nearest other times that the words allow."""

    @property
    def explanation(self) -> tuple[str, ...]:
        """The derivation, one printable step a line."""
        expression = self.expression
        lines = [f"“{' '.join(expression.text.split())}” is read by the rule “{expression.rule}”", f"it means {expression.meaning.told()}"]
        if self.anchor is not None:
            lines.append(f"counted from {_anchor_told(self.anchor)}")
        if self.reason:
            lines.append(self.reason)
        if self.value is None:
            lines.append("there is nothing to count it from, so it has no date")
        else:
            lines.append(f"so it is {_value_told(self.value)}")
        if self.alternatives:
            lines.append(f"it could also have been {' or '.join(other.value for other in self.alternatives)}")
        return tuple(lines)


def resolve(
    text: str,
    expressions: Sequence[TimeExpression],
    published: datetime | None,
    locale: Locale,
    style: str = "news",
) -> list[Resolution]:
    """Place the expressions of one text, which stand in its order.

    `published` is the wall clock of the article; a midnight counts as a day without a clock time.
    Without it only what the text itself fixes is placed.
    """
    scene = _Scene(text, published, locale, narrative=style == "narrative")
    return [scene.resolved(expression) for expression in expressions]


class _Scene:
    """What is known at one point of the text: the publication date and what was told before."""

    def __init__(self, text: str, published: datetime | None, locale: Locale, narrative: bool) -> None:
        self.text = text
        self.cues = locale.cues
        self.narrative = narrative
        self.published: Period | None = None
        if published is not None:
            second = (published.toordinal() - 1) * DAY + published.hour * 3600 + published.minute * 60
            self.published = Period.of_second(G.MINUTE if second % DAY else G.DAY, second)
        self.told: list[tuple[Period, str, bool]] = []
        """Period, words, and whether it was only a comparison, of each expression so far."""
        self.expression: TimeExpression
        self.anchored: Anchor | None = None
        self.reason = ""
        self.alternatives: tuple[TimeValue, ...] = ()

    def resolved(self, expression: TimeExpression) -> Resolution:
        """Place one expression, and remember it for the ones that hang on it."""
        self.expression = expression
        self.anchored, self.reason, self.alternatives = None, "", ()
        value = expression.meaning.place(self)
        if value is not None and value.period is not None:
            self.told.append((value.period, expression.text, _is_comparison(expression.meaning)))
        return Resolution(expression, value, self._certainty(value), self.anchored, self.reason, self.alternatives)

    def anchor(self, source: Source, granularity: Granularity) -> Period | None:
        """The time to count from; see `operators.Scene`."""
        if source is Source.EARLIER or (source is Source.STORY and self.narrative):
            for period, words, compared in reversed(self.told[-_LOOK_BACK:]):
                if period.granularity <= granularity and not compared:
                    self.anchored = Anchor(period, Source.EARLIER, words)
                    return period
        if self.published is not None:
            self.anchored = Anchor(self.published, Source.PUBLISHED)
        return self.published

    def choose(self, recurrence: Recurrence) -> Period | None:
        """The occurrence that the policy prefers; see `operators.Scene`."""
        anchor = self.anchor(Source.STORY, G.YEAR)
        if anchor is None:
            return None
        before, same, after = recurrence.near(anchor)
        chosen, self.reason = self._follow(recurrence, anchor, before, same, after) if self.narrative else self._look_around(recurrence, anchor, before, same, after)
        self.alternatives = tuple(TimeValue.of(other) for other in (before, same, after) if other is not None and other != chosen)
        return chosen

    def _follow(self, recurrence: Recurrence, anchor: Period, before: Period | None, same: Period | None, after: Period | None) -> tuple[Period | None, str]:
        """A narrative goes on in the year, month or week it is in."""
        here = recurrence.inside(anchor.within(recurrence.outer))
        if here is not None:
            return here, f"a narrative goes on in the {recurrence.outer.label} it is in"
        return same or after or before, "the nearest one after what was told"

    def _look_around(self, recurrence: Recurrence, anchor: Period, before: Period | None, same: Period | None, after: Period | None) -> tuple[Period | None, str]:
        """News looks back, unless the words look ahead."""
        direction = self._direction()
        if recurrence.outer <= G.WEEK:
            if direction > 0:
                return after or same or before, "the words look ahead, so it is the next one after the publication date"
            return same or before or after, "news looks back, so it is the latest one, the publication day included"
        if recurrence.outer > G.YEAR:
            return same or before or after, "the latest one that has begun"
        back, on = _WINDOWS[recurrence.inner][direction]
        start = anchor.interval.start
        options = [(not back <= distance <= on, abs(distance), option) for option in (before, same, after) if option is not None for distance in [(option.interval.start - start) / DAY / _MONTH_DAYS]]
        chosen = min(options)[2] if options else None
        return chosen, _WINDOW_REASONS[direction]

    def _direction(self) -> int:
        """Where the clause looks: 1 ahead of the publication date, -1 back, 0 when it does not say.

        The nearest cue before the expression decides; if there is none, the first one behind it.
        """
        start, end = self.expression.span
        left = self.text[max(0, start - _CLAUSE) : start]
        left = left[max((found.end() for found in _CLAUSE_END.finditer(left)), default=0) :]
        direction = self._first_cue(left, last=True)
        if direction:
            return direction
        right = self.text[end : end + _CLAUSE]
        stop = _CLAUSE_END.search(right)
        return self._first_cue(right[: stop.start()] if stop else right, last=False)

    def _first_cue(self, clause: str, last: bool) -> int:
        ahead = [found.start() for found in self.cues.future.finditer(clause)]
        back = [found.start() for found in self.cues.past.finditer(clause)]
        if not ahead and not back:
            return 0
        nearest = max if last else min
        return 1 if ahead and (not back or nearest(ahead + back) == nearest(ahead)) else -1

    def _certainty(self, value: TimeValue | None) -> Certainty | None:
        if value is None:
            return Certainty.VAGUE
        if value.type in (TimexType.DURATION, TimexType.SET):
            return None
        if value.interval is None or value.modifier is Modifier.APPROX:
            return Certainty.VAGUE
        if value.modifier is not None and value.granularity is not None and value.granularity > G.DAY:
            return Certainty.VAGUE
        return Certainty.EXACT if self.anchored is None else Certainty.INFERRED


def _is_comparison(meaning: Operator) -> bool:
    """Whether the time is only held against another: after "from $10 million a year earlier" the text
    goes on about the year before that expression."""
    return isinstance(meaning, Shift) and meaning.keep and meaning.count < 0 and meaning.unit >= G.YEAR


_WINDOWS: dict[Granularity, tuple[tuple[float, float], ...]] = {
    G.DAY: ((-9, 2), (-3, 9), (-11, 0.5)),
    G.MONTH: ((-7, 4), (-2, 10), (-11, 0.5)),
    G.SEASON: ((-8, 3), (-3, 8), (-11, 0.5)),
    G.QUARTER: ((-10, 0), (-2, 10), (-11, 0)),
    G.HALF_YEAR: ((-10, 1), (-5, 7), (-11, 0)),
}
"""From how many months before to how many after the publication date a time without a year is looked
for: when the words do not say, when they look ahead, when they look back (by the sign of the direction).
Measured on newspaper corpora."""

_WINDOW_REASONS = (
    "news tells what is near, and rather what was than what will be",
    "the words look ahead, so the coming one is preferred",
    "the words look back, so the last one is preferred",
)

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = "January February March April May June July August September October November December".split()


def _day_told(day: int) -> str:
    year, month, day_of_month = civil(day)
    era = "" if year > 0 else " BC"
    return f"{_WEEKDAYS[weekday(day)]} {day_of_month} {_MONTHS[month - 1]} {year if year > 0 else 1 - year}{era}"


def _anchor_told(anchor: Anchor) -> str:
    if anchor.source is Source.PUBLISHED:
        return f"the publication date, {_day_told(anchor.period.first_day)}"
    return f"“{' '.join(anchor.text.split())}” before it, which is {anchor.period.value}"


def _value_told(value: TimeValue) -> str:
    text = value.value if value.modifier is None else f"{value.value} ({value.modifier.lower().replace('_', ' ')})"
    if value.interval is None:
        return text
    first, last = value.interval.first_day, value.interval.last_day
    return f"{text}: {_day_told(first)}" + (f" to {_day_told(last)}" if last != first else "")
