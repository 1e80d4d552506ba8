"""Numbers in words and figures."""

from __future__ import annotations

from fractions import Fraction

from timeline.grammar.meanings.building_blocks import Number


def add(number: Number, more: Number) -> Number:
    """ "twenty-five", "two and a half"."""
    return number + more


def times(number: Number, scale: Number) -> Number:
    """ "three hundred"."""
    return number * scale


def same(number: Number) -> Number:
    """A number as it stands."""
    return number


def digits_thousands(high: int, low: int) -> int | None:
    """ "1,200"."""
    return high * 1000 + low if low < 1000 else None


def halves(number: Number) -> Number:
    """ "2 1/2", "two and a half"."""
    return number + Fraction(1, 2)


def fraction(number: int, part: int) -> Fraction:
    """ "1.5": the digits after the point come as an integer."""
    return number + Fraction(part, 10 ** len(str(part)))


def spoken_year(high: int, low: int = 0) -> int | None:
    """ "nineteen ninety-six"."""
    return high * 100 + low if 10 <= high <= 20 and low < 100 else None


def two_digit_year(yy: int) -> int:
    """ "'96": the century that newspapers mean."""
    return 1900 + yy if yy >= 30 else 2000 + yy
