"""Lengths of time, and what comes again and again, in a person's words."""

from __future__ import annotations

import re

from timeline.explaining.names import MONTHS, PART_NAMES, SEASON_NAMES, UNIT_NAMES, WEEKDAYS, told_ordinal
from timeline.wording import Phrase, Said, counted, phrase

_COUNTS = (
    phrase("no"), phrase("one"), phrase("two"), phrase("three"), phrase("four"), phrase("five"), phrase("six"),
    phrase("seven"), phrase("eight"), phrase("nine"), phrase("ten"), phrase("eleven"), phrase("twelve"),
)  # fmt: skip
_COUNTED = {
    "second": counted("%(number)s second", "%(number)s seconds"),
    "minute": counted("%(number)s minute", "%(number)s minutes"),
    "hour": counted("%(number)s hour", "%(number)s hours"),
    "part of day": counted("%(number)s part of day", "%(number)s parts of day"),
    "day": counted("%(number)s day", "%(number)s days"),
    "weekend": counted("%(number)s weekend", "%(number)s weekends"),
    "week": counted("%(number)s week", "%(number)s weeks"),
    "month": counted("%(number)s month", "%(number)s months"),
    "season": counted("%(number)s season", "%(number)s seasons"),
    "spring": counted("%(number)s spring", "%(number)s springs"),
    "summer": counted("%(number)s summer", "%(number)s summers"),
    "autumn": counted("%(number)s autumn", "%(number)s autumns"),
    "winter": counted("%(number)s winter", "%(number)s winters"),
    "quarter": counted("%(number)s quarter", "%(number)s quarters"),
    "half year": counted("%(number)s half year", "%(number)s half years"),
    "year": counted("%(number)s year", "%(number)s years"),
    "decade": counted("%(number)s decade", "%(number)s decades"),
    "century": counted("%(number)s century", "%(number)s centuries"),
    "millennium": counted("%(number)s millennium", "%(number)s millennia"),
}
_UNITS = {
    "Y": "year",
    "M": "month",
    "W": "week",
    "D": "day",
    "Q": "quarter",
    "H": "half year",
    "WE": "weekend",
    "SP": "spring",
    "SU": "summer",
    "FA": "autumn",
    "WI": "winter",
    "DE": "decade",
    "CE": "century",
    "ML": "millennium",
    "TH": "hour",
    "TM": "minute",
    "TS": "second",
}
"""Letters of TIMEX3 lengths; a T is put before those that stand behind one."""
_LENGTH = re.compile(r"(\d+(?:\.\d+)?|X)(WE|SP|SU|FA|WI|DE|CE|ML|[YMWDQHS])")
_AGAIN = re.compile(
    r"XXXX-(?:WXX-(?P<weekday>[1-7])|(?P<weekend>WXX-WE)|(?P<working>WXX-WD)|XX-XX|(?P<month>\d\d)|(?P<season>SP|SU|FA|WI)|Q(?P<quarter>[1-4]))"
    r"(?:T(?P<part>[A-Z]{2}))?"
)


def told_count(number: int, unit: str) -> Phrase:
    """So many of a unit.

    >>> [str(told_count(*each)) for each in ((2, "century"), (1, "week"), (30, "day"))]
    ['two centuries', 'one week', '30 days']
    """
    return _COUNTED[unit].times(number, number=_COUNTS[number] if number < len(_COUNTS) else number)


def told_length(value: str) -> Phrase:
    """A TIMEX3 length of time.

    >>> [str(told_length(value)) for value in ("P1Y6M", "PT30M", "PXY", "P2SU")]
    ['one year and six months', '30 minutes', 'some years', 'two summers']
    """
    told = [_length(number, unit) for number, unit in lengths_of(value)]
    if not told:
        return phrase("some time")
    length = told.pop()
    while told:
        length = phrase("%(length)s and %(more)s", length=told.pop(), more=length)
    return length


def lengths_of(value: str) -> list[tuple[str, str]]:
    """The numbers of a TIMEX3 length with their units; X where the number is not told.

    >>> lengths_of("P1Y6M"), lengths_of("PXW")
    ([('1', 'year'), ('6', 'month')], [('X', 'week')])
    """
    dates, _, times = value.removeprefix("P").partition("T")
    found = [(number, _UNITS[letter]) for number, letter in _LENGTH.findall(dates)]
    return found + [(number, _UNITS.get(f"T{letter}", letter)) for number, letter in _LENGTH.findall(times)]


def _length(number: str, unit: str) -> Phrase:
    if number == "X":
        return _COUNTED[unit].times(2, number=phrase("some"))
    whole, point, part = number.partition(".")
    if point:
        return _COUNTED[unit].times(2, number=phrase("%(whole)s.%(part)s", whole=whole, part=part))
    return told_count(int(number), unit)


def told_set(value: str) -> Phrase:
    """A TIMEX3 value of a time that comes again and again.

    >>> [str(told_set(value)) for value in ("P1D", "P2W", "XXXX-WXX-2TMO", "XXXX-Q3")]
    ['every day', 'every two weeks', 'every Tuesday morning', 'the third quarter of every year']
    """
    if value.startswith("P"):
        lengths = lengths_of(value)
        once = len(lengths) == 1 and lengths[0][0] == "1"
        if once:
            return phrase("every %(time)s", time=UNIT_NAMES[lengths[0][1]])
        return phrase("every %(length)s", length=told_length(value))
    found = _AGAIN.fullmatch(value)
    if found is None:
        return phrase("again and again")
    if found["quarter"]:
        return phrase("the %(nth)s quarter of every year", nth=told_ordinal(int(found["quarter"])))
    part = PART_NAMES.get(found["part"] or "")
    outer: Said | None = None
    if found["weekday"]:
        outer = phrase("%(weekday)s", weekday=WEEKDAYS[int(found["weekday"]) - 1])
    elif found["weekend"]:
        outer = UNIT_NAMES["weekend"]
    elif found["working"]:
        outer = phrase("working day")
    elif found["month"]:
        outer = phrase("%(month)s", month=MONTHS[int(found["month"]) - 1])
    elif found["season"]:
        outer = phrase("%(season)s", season=SEASON_NAMES[found["season"]])
    if outer is not None and part is not None:
        return phrase("every %(time)s", time=phrase("%(day)s %(part)s", day=outer, part=part))
    return phrase("every %(time)s", time=outer or part or UNIT_NAMES["day"])
