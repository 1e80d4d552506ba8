"""What days, months, seasons, units, years and places in a row are called, in reasons and on pages."""

from __future__ import annotations

from timeline.temporal.granularity import Granularity
from timeline.temporal.period import SEASONS
from timeline.wording import Phrase, Said, phrase

WEEKDAYS = (
    phrase("Monday"), phrase("Tuesday"), phrase("Wednesday"), phrase("Thursday"), phrase("Friday"),
    phrase("Saturday"), phrase("Sunday"),
)  # fmt: skip
MONTHS = (
    phrase("January"), phrase("February"), phrase("March"), phrase("April"), phrase("May"), phrase("June"),
    phrase("July"), phrase("August"), phrase("September"), phrase("October"), phrase("November"), phrase("December"),
)  # fmt: skip
SEASON_NAMES = dict(zip(SEASONS, (phrase("spring"), phrase("summer"), phrase("autumn"), phrase("winter")), strict=True))
PART_NAMES = {
    "NI0": phrase("night"), "MO": phrase("morning"), "MI": phrase("midday"), "AF": phrase("afternoon"),
    "EV": phrase("evening"), "NI": phrase("night"), "DT": phrase("daytime"), "DN": phrase("dawn"),
}  # fmt: skip
UNIT_NAMES = {
    each.text: each
    for each in (
        phrase("second"), phrase("minute"), phrase("hour"), phrase("part of day"), phrase("day"), phrase("weekend"),
        phrase("week"), phrase("month"), phrase("season"), phrase("quarter"), phrase("half year"), phrase("year"),
        phrase("decade"), phrase("century"), phrase("millennium"),
    )
}  # fmt: skip
"""By the label of their granularity."""
_ORDINALS = (phrase("first"), phrase("second"), phrase("third"), phrase("fourth"), phrase("fifth"))
_FIGURES = {
    1: phrase("%(number)sst"), 2: phrase("%(number)snd"), 3: phrase("%(number)srd"), 4: phrase("%(number)sth"),
}  # fmt: skip


def told_year(year: int) -> Said:
    """An astronomical year.

    >>> str(told_year(1990)), str(told_year(-43))
    ('1990', '44 BC')
    """
    return year if year > 0 else phrase("%(year)s BC", year=1 - year)


def told_ordinal(number: int) -> Phrase:
    """Which one of several; negative from the end.

    >>> [str(told_ordinal(number)) for number in (1, 5, 11, 22, -1)]
    ['first', 'fifth', '11th', '22nd', 'last']
    """
    if number < 0:
        return phrase("last")
    return _ORDINALS[number - 1] if 0 < number <= len(_ORDINALS) else told_figure(number)


def told_figure(number: int) -> Phrase:
    """The same in figures.

    >>> str(told_figure(5)), str(told_figure(22))
    ('5th', '22nd')
    """
    ending = 4 if number % 100 in (11, 12, 13) else min(number % 10 or 4, 4)
    return _FIGURES[ending].filled(number=number)


def told_unit(unit: Granularity) -> Phrase:
    """A unit of the calendar, any one of it.

    >>> str(told_unit(Granularity.HALF_YEAR))
    'half year'
    """
    return UNIT_NAMES[unit.label]
