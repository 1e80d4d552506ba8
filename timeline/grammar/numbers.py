"""The kinds of number that a run of digits can be."""

from __future__ import annotations

KINDS = ("int", "dayno", "monthno", "hour", "minute", "year", "modern", "yy", "yearno", "triple", "clockno", "mm", "dd")
"""
int      up to six digits
dayno    1 to 31
monthno  1 to 12
hour     0 to 24
minute   two digits, 00 to 59
year     four digits, 1000 to 2999
modern   four digits, 1700 to 2099: a year even where nothing says so
yy       two digits
yearno   one to four digits, not 0: a year beside an era
triple   three digits, after a thousands separator
clockno  three or four digits, 100 to 2459 with minutes below 60: 430, 0915
mm, dd   two digits, 01 to 12 and 01 to 31, as in ISO 8601
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
        kind
        for kind, holds in (
            ("int", True),
            ("dayno", length <= 2 and 1 <= number <= 31),
            ("monthno", length <= 2 and 1 <= number <= 12),
            ("hour", length <= 2 and number <= 24),
            ("minute", length == 2 and number < 60),
            ("year", length == 4 and 1000 <= number < 3000),
            ("modern", length == 4 and 1700 <= number < 2100),
            ("yy", length == 2),
            ("yearno", length <= 4 and number > 0),
            ("triple", length == 3),
            ("clockno", 3 <= length <= 4 and number < 2460 and number % 100 < 60),
            ("mm", length == 2 and 1 <= number <= 12),
            ("dd", length == 2 and 1 <= number <= 31),
        )
        if holds
    )
