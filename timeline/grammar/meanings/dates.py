"""Dates that the words give in full."""

from __future__ import annotations

from timeline.grammar.meanings.building_blocks import G, fixed, in_era
from timeline.grammar.meanings.numerals import two_digit_year
from timeline.temporal.calendar import is_date
from timeline.temporal.operators import Bare, Operator
from timeline.temporal.period import Period
from timeline.temporal.recurrence import Recurrence


def day(year: int, month: int, day: int, era: str = "", weekday: int = 0) -> Operator | None:
    """ "3 August 2015", "15 March 44 BC"; the weekday is only read along."""
    year = in_era(year, era)
    return fixed(Period.day(year, month, day)) if is_date(year, month, day) else None


def day_first(year: int, month: int, day: int) -> Operator | None:
    """ "31/12/2012": a day before its month, where it cannot be the other way round."""
    return fixed(Period.day(year, month, day)) if day > 12 and is_date(year, month, day) else None


def numeric_day(yy: int, month: int, day: int) -> Operator | None:
    """ "11/02/89"."""
    year = two_digit_year(yy)
    return fixed(Period.day(year, month, day)) if is_date(year, month, day) else None


def month_of_year(year: int, month: int, era: str = "") -> Operator:
    """ "August 2015"."""
    return fixed(Period.month(in_era(year, era), month))


def year(year: int, era: str = "") -> Operator | None:
    """ "2015", "490 BC"."""
    return fixed(Period.year(in_era(year, era))) if year else None


def short_year(yy: int) -> Operator:
    """ "'96"."""
    return fixed(Period.year(two_digit_year(yy)))


def decade(year: int, era: str = "") -> Operator | None:
    """ "the 1990s", "the 470s BC"."""
    if year % 10:
        return None
    return fixed(Period(G.DECADE, -(year // 10) - 1 if era == "bc" else year // 10))


def bare_decade(tens: int) -> Operator | None:
    """ "the nineties", "the '60s"; in news and histories the last one that was complete or under way."""
    if tens % 10 or not 10 <= tens <= 90:
        return None
    return Bare(Recurrence(G.CENTURY, G.DECADE, "decade", tens // 10))


def century(ordinal: int, era: str = "") -> Operator | None:
    """ "the 20th century": the hundred years that start with 19, as TIMEX3 writes it."""
    if not 1 <= ordinal <= 30:
        return None
    return fixed(Period(G.CENTURY, -ordinal if era == "bc" else ordinal - 1))


def quarter_of_year(year: int, ordinal: int) -> Operator | None:
    """ "the third quarter of 1989"."""
    return fixed(Period(G.QUARTER, year * 4 + ordinal - 1)) if 1 <= ordinal <= 4 else None


def season_of_year(year: int, season: str) -> Operator:
    """ "summer 1990"."""
    return fixed(Period.season(year, season))


def iso_week(year: int, week: int) -> Operator | None:
    """ "2015-W32"."""
    if not 1 <= week <= 53:
        return None
    return fixed(Period.day(year, 1, 4).within(G.WEEK).shifted(week - 1))
