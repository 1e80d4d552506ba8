"""The kinds of number that a run of digits can be."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of number: how many digits it has, and which numbers it can be."""

    shortest: int
    longest: int
    numbers: Container[int]


KINDS: Mapping[str, Kind] = {
    "int": Kind(1, 6, range(1_000_000)),
    "dayno": Kind(1, 2, range(1, 32)),
    "monthno": Kind(1, 2, range(1, 13)),
    "hour": Kind(1, 2, range(25)),
    "minute": Kind(2, 2, range(60)),
    "year": Kind(4, 4, range(1000, 3000)),
    "modern": Kind(4, 4, range(1700, 2100)),
    "yy": Kind(2, 2, range(100)),
    "yearno": Kind(1, 4, range(1, 10_000)),
    "triple": Kind(3, 3, range(1000)),
    "clockno": Kind(3, 4, frozenset(hour * 100 + minute for hour in range(25) for minute in range(60))),
    "mm": Kind(2, 2, range(1, 13)),
    "dd": Kind(2, 2, range(1, 32)),
}
"""
modern   a year even where nothing says so
yearno   a year beside an era
triple   what stands after a thousands separator
clockno  hours and minutes: 430, 0915
mm, dd   as in ISO 8601
"""


def kinds_of(digits: str) -> frozenset[str]:
    """The kinds a run of digits can be.

    >>> sorted(kinds_of("08"))
    ['dayno', 'dd', 'hour', 'int', 'minute', 'mm', 'monthno', 'yearno', 'yy']
    >>> sorted(kinds_of("2015")), kinds_of("31415926")
    (['clockno', 'int', 'modern', 'year', 'yearno'], frozenset())
    """
    length = len(digits)
    if length > 6:
        return frozenset()
    number = int(digits)
    return frozenset(
        name for name, kind in KINDS.items() if kind.shortest <= length <= kind.longest and number in kind.numbers
    )
