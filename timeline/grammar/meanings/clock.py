"""Parts of the day and clock times."""

from __future__ import annotations

from timeline.grammar.meanings.building_blocks import G
from timeline.grammar.meanings.dates import day as full_day
from timeline.temporal.operators import Inside, Operator, Shift, Source
from timeline.temporal.recurrence import Recurrence, parts_of_day


def part_of_day(date: Operator, part: str) -> Operator:
    """ "Tuesday morning", "last night" with the day before."""
    return Inside(date, parts_of_day(part))


def part_of_today(part: str, offset: int = 0) -> Operator:
    """ "this morning", "tonight", "last night"."""
    return Inside(Shift(G.DAY, offset, Source.STORY), parts_of_day(part))


def part_of_that_day(part: str, offset: int = 0) -> Operator:
    """ "that evening", "the next morning"."""
    return Inside(Shift(G.DAY, offset, Source.EARLIER), parts_of_day(part))


def bare_part_of_day(part: str) -> Operator:
    """ "in the morning": of the day the text is at."""
    return Inside(Shift(G.DAY, 0, Source.NEARBY), parts_of_day(part))


def clock(hour: int, minute: int = -1, half: str = "", date: Operator | None = None) -> Operator | None:
    """ "10:35 a.m.", "5 p.m. Friday", "noon Saturday"; without a date, of the day the text is at."""
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if not (0 <= hour <= 24 and minute < 60) or (hour == 24 and minute > 0):
        return None
    outer = date or Shift(G.DAY, 0, Source.NEARBY)
    if minute < 0 and not half:
        return Inside(outer, Recurrence(G.DAY, G.HOUR, "hour", hour))
    return Inside(outer, Recurrence(G.DAY, G.MINUTE, "minute", hour * 60 + max(0, minute)))


def clock_figures(figures: int, half: str = "", date: Operator | None = None) -> Operator | None:
    """ "430pm", "0900 hours": hours and minutes written as one number."""
    return clock(figures // 100, figures % 100, half, date)


def clock_words(time: int, date: Operator | None = None) -> Operator | None:
    """ "noon", "midnight Saturday": the word's minute of the day."""
    return clock(time // 60, time % 60, "", date)


def date_time(year: int, month: int, day: int, hour: int, minute: int) -> Operator | None:
    """ "2015-08-14T10:35"."""
    date = full_day(year, month, day)
    return None if date is None else clock(hour, minute, "", date)
