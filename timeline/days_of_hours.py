"""Which day the hours are of that stand before it: "at 14:52 UTC (16:52 local time) on Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.tagging import TimeExpression
from timeline.temporal.granularity import Granularity
from timeline.temporal.operators import Bare, Fixed, Inside, Modified, Operator, Shift, Source

G = Granularity

BRACKETS = (" (", ")")
"""How what stands behind hours begins, where their day may be told behind it; of others it is not looked for."""
_BRACKET = re.compile(r"\s\([^()]{0,24}")
"""What stands between hours and others in brackets."""
_BEHIND = re.compile(r"(?:\s\([^()]{1,24})?\)(?:\s[a-zß-ÿ]{2})?\s")
"""What stands between hours, or the bracket behind them, and their day."""


def day_behind(text: str, expressions: Sequence[TimeExpression], number: int) -> TimeExpression | None:
    """The day that hours are of, told behind them and a bracket.

    >>> from timeline.grammar.loading import load_locale
    >>> from timeline.tagging import tag
    >>> text = "It sank at 9:15 a.m. (0715 GMT) on Friday."
    >>> day_behind(text, tag(text, load_locale("en")), 0).text
    'Friday'
    """
    end = expressions[number].span.end
    if not _is_hour(expressions[number].meaning):
        return None
    others = expressions[number + 1 : number + 3]
    if others and _is_hour(others[0].meaning) and _BRACKET.fullmatch(text, end, others[0].span.start):
        end, others = others[0].span.end, others[1:]
    if not others or not _is_day(others[0].meaning) or not _BEHIND.fullmatch(text, end, others[0].span.start):
        return None
    return others[0]


def _is_hour(meaning: Operator) -> bool:
    """Whether the words leave the day of a clock time open."""
    match meaning:
        case Modified(outer):
            return _is_hour(outer)
        case Inside(Shift(G.DAY, 0, Source.NEARBY), recurrence):
            return recurrence.inner <= G.HOUR
    return False


def _is_day(meaning: Operator) -> bool:
    match meaning:
        case Bare(recurrence):
            return recurrence.inner is G.DAY
        case Fixed(value):
            return value.granularity is G.DAY and value.period is not None
        case Shift(G.DAY, _, Source.STORY):
            return True
    return False
