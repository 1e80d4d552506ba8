"""Lengths of time, and what comes again and again, in a person's words."""

from __future__ import annotations

import re

from timeline.explaining.names import MONTHS, PART_NAMES, SEASON_NAMES, WEEKDAYS, told_ordinal

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_UNITS = {
    "Y": "year",
    "M": "month",
    "W": "week",
    "D": "day",
    "Q": "quarter",
    "H": "half year",
    "WE": "weekend",
    "SP": "season",
    "DE": "decade",
    "CE": "century",
    "ML": "millennium",
    "TH": "hour",
    "TM": "minute",
    "TS": "second",
}
"""Letters of TIMEX3 lengths; a T is put before those that stand behind one."""
_MANY = {"century": "centuries", "millennium": "millennia", "part of day": "parts of day"}
LENGTH_UNITS = {unit: _MANY.get(unit, f"{unit}s") for unit in _UNITS.values()}
"""Each unit of a length, and what several of it are called."""
_LENGTH = re.compile(r"(\d+(?:\.\d+)?|X)(WE|SP|DE|CE|ML|[YMWDQHS])")
_AGAIN = re.compile(
    r"XXXX-(?:WXX-(?P<weekday>[1-7])|(?P<weekend>WXX-WE)|(?P<working>WXX-WD)|XX-XX|(?P<month>\d\d)|(?P<season>SP|SU|FA|WI)|Q(?P<quarter>[1-4]))"
    r"(?:T(?P<part>[A-Z]{2}))?"
)


def told_count(number: int, unit: str) -> str:
    """So many of a unit.

    >>> told_count(2, "century"), told_count(1, "week"), told_count(30, "day")
    ('two centuries', 'one week', '30 days')
    """
    name = _COUNTS[number] if number < len(_COUNTS) else str(number)
    return f"{name} {unit if number == 1 else _MANY.get(unit, f'{unit}s')}"


def told_length(value: str) -> str:
    """A TIMEX3 length of time.

    >>> told_length("P1Y6M"), told_length("PT30M"), told_length("PXY")
    ('one year and six months', '30 minutes', 'some years')
    """
    return " and ".join(_units_of(value)) or "some time"


def lengths_of(value: str) -> list[tuple[str, str]]:
    """The numbers of a TIMEX3 length with their units; X where the number is not told.

    >>> lengths_of("P1Y6M"), lengths_of("PXW")
    ([('1', 'year'), ('6', 'month')], [('X', 'week')])
    """
    dates, _, times = value.removeprefix("P").partition("T")
    found = [(number, _UNITS[letter]) for number, letter in _LENGTH.findall(dates)]
    return found + [(number, _UNITS.get(f"T{letter}", letter)) for number, letter in _LENGTH.findall(times)]


def _units_of(value: str) -> list[str]:
    found = lengths_of(value)
    return [
        f"some {_MANY.get(unit, f'{unit}s')}"
        if number == "X"
        else f"{number} {_MANY.get(unit, f'{unit}s')}"
        if "." in number
        else told_count(int(number), unit)
        for number, unit in found
    ]


def told_set(value: str) -> str:
    """A TIMEX3 value of a time that comes again and again.

    >>> told_set("P1D"), told_set("P2W"), told_set("XXXX-WXX-2TMO"), told_set("XXXX-Q3")
    ('every day', 'every two weeks', 'every Tuesday morning', 'the third quarter of every year')
    """
    if value.startswith("P"):
        return f"every {told_length(value).removeprefix('one ')}"
    found = _AGAIN.fullmatch(value)
    if found is None:
        return "again and again"
    if found["quarter"]:
        return f"the {told_ordinal(int(found['quarter']))} quarter of every year"
    words = [
        WEEKDAYS[int(found["weekday"]) - 1] if found["weekday"] else "",
        "weekend" if found["weekend"] else "",
        "working day" if found["working"] else "",
        MONTHS[int(found["month"]) - 1] if found["month"] else "",
        SEASON_NAMES.get(found["season"] or "", ""),
        PART_NAMES.get(found["part"] or "", ""),
    ]
    return " ".join(["every", *filter(None, words)])
