"""References to no certain time, and bends of a time: "recently", "early August"."""

from __future__ import annotations

from timeline.grammar.meanings.units import UNITS
from timeline.temporal.operators import Fixed, Modified, Operator, Shift, Source
from timeline.temporal.timex import Modifier, TimeValue, TimexType


def reference(reference: str) -> Operator:
    """ "now" (present), "recently" (past), "soon" (future)."""
    return Fixed(TimeValue(TimexType.DATE, f"{reference.upper()}_REF"))


def modified(modifier: str, date: Operator) -> Operator:
    """ "early August", "about two years", "the end of 1990"."""
    return Modified(date, Modifier(modifier.upper()))


def end_of_unit(unit: str, modifier: str) -> Operator:
    """ "year-end": of the year the text is at."""
    return Modified(Shift(UNITS[unit].granularity, 0, Source.STORY), Modifier(modifier.upper()))
