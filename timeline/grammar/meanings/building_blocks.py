"""What meanings are made of."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple, TypeAlias

from timeline.temporal.granularity import Granularity
from timeline.temporal.operators import Fixed, Operator
from timeline.temporal.period import Period
from timeline.temporal.timex import TimeValue

G = Granularity
Number: TypeAlias = int | Fraction


class Range(NamedTuple):
    """The two ends of a range, each an expression of its own."""

    first: Operator
    last: Operator


def fixed(period: Period) -> Fixed:
    """A unit of the calendar that the words give by themselves."""
    return Fixed(TimeValue.of(period))


def in_era(year: int, era: str) -> int:
    """The astronomical year: 44 BC is -43."""
    return 1 - year if era == "bc" else year
