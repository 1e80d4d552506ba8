"""How much an event matters, judged by its own mentions alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from timeline.temporal.timex import Certainty

_HALF = 3.0
"""At this weight an event is half way to 1."""


def salience(published: Iterable[tuple[str, date]], certainty: Certainty) -> float:
    """0 to 1, from the articles that tell an event, each with its publication day.

    Each article counts once, and each further week in which the event is told again counts half as
    much: what is still told weeks later mattered. A date taken by default counts half. Nothing but the
    event's own mentions is looked at, so that an article elsewhere changes nothing.

    >>> friday, next_month = date(2015, 8, 14), date(2015, 9, 14)
    >>> salience([("a", friday)], Certainty.EXACT), salience([("a", friday), ("b", next_month)], Certainty.EXACT)
    (0.25, 0.4545)
    """
    told = dict(published)
    weeks = {day.isocalendar()[:2] for day in told.values()}
    weight = len(told) + 0.5 * (len(weeks) - 1)
    if certainty is Certainty.VAGUE:
        weight /= 2
    return round(weight / (weight + _HALF), 4)
