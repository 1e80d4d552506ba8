"""What the rules of every language mean: slot values in, operator out.

A meaning is one function that knows no language. Its parameters are the slots a pattern may bind; one
with a default may be left out. Words come as the keys of their class in the locale file, numbers as
integers. A meaning gives None when its values name no time (30 February), and the rule then does
not hold there.
"""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import TypeAlias

from timeline.grammar.meanings import clock, dates, inside, lengths, modifiers, numerals, open_dates, ranges, relative
from timeline.grammar.meanings.building_blocks import Range
from timeline.grammar.meanings.holidays import HOLIDAYS
from timeline.grammar.meanings.units import UNITS

__all__ = ["HOLIDAYS", "MEANINGS", "UNITS", "Meaning", "Range"]

Meaning: TypeAlias = Callable[..., object]


def _meanings_of(module: ModuleType) -> dict[str, Meaning]:
    """The public functions that the module defines itself."""
    return {
        name: function
        for name, function in vars(module).items()
        if callable(function) and getattr(function, "__module__", "") == module.__name__ and not name.startswith("_")
    }


MEANINGS: dict[str, Meaning] = {
    name: function
    for module in (numerals, dates, open_dates, relative, inside, clock, lengths, modifiers, ranges)
    for name, function in _meanings_of(module).items()
}
"""Every meaning by the name that a locale file uses."""
