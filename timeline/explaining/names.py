"""What days, months, seasons, years and places in a row are called, in the English of reasons and pages."""

from __future__ import annotations

from timeline.temporal.period import SEASONS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASON_NAMES = dict(zip(SEASONS, ("spring", "summer", "autumn", "winter"), strict=True))
PART_NAMES = {
    "NI0": "night", "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night",
    "DT": "daytime", "DN": "dawn",
}  # fmt: skip
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth")


def told_year(year: int) -> str:
    """An astronomical year.

    >>> told_year(1990), told_year(-43)
    ('1990', '44 BC')
    """
    return str(year) if year > 0 else f"{1 - year} BC"


def told_ordinal(number: int) -> str:
    """Which one of several; negative from the end.

    >>> [told_ordinal(number) for number in (1, 5, 11, 22, -1)]
    ['first', 'fifth', '11th', '22nd', 'last']
    """
    if number < 0:
        return "last"
    return _ORDINALS[number] if number < len(_ORDINALS) else told_figure(number)


def told_figure(number: int) -> str:
    """The same in figures.

    >>> told_figure(5), told_figure(22)
    ('5th', '22nd')
    """
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
