"""What is written below the axis: ticks with their dates, and how much is cut out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from timeline.explaining.names import MONTHS, told_year
from timeline.picture.measuring import width_of
from timeline.picture.scale import HOUR, Scale, Stretch, Unit
from timeline.temporal.calendar import DAY, civil
from timeline.wording import Wording, counted, phrase

LETTERS: Final = 11.0
"""The size of what is written below the axis."""
_YEARS = counted("%(number)s year", "%(number)s years")
_MONTHS = counted("%(number)s month", "%(number)s months")
_DAYS = counted("%(number)s day", "%(number)s days")
_HOURS = counted("%(number)s hour", "%(number)s hours")


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment on the axis with its name, and below that what it is part of where that is new."""

    x: float
    name: str
    part_of: str
    left: float
    """Where the names begin, which stay within the stretch."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A long stretch of nothing, cut out of the axis."""

    left: float
    right: float
    told: str
    """How long it is."""


def ticks_of(scale: Scale, unit: Unit, letters: float, wording: Wording) -> tuple[Tick, ...]:
    """The ticks of all stretches; of two whose names would touch, only the first is named."""
    return tuple(tick for stretch in scale.stretches for tick in _ticks(stretch, unit, letters, wording))


def _ticks(stretch: Stretch, unit: Unit, letters: float, wording: Wording) -> Iterator[Tick]:
    size, free, whole = LETTERS * letters, stretch.left - 12, ""
    starts = list(unit.starts(stretch.start, stretch.end)) or [_middle(stretch, unit)]
    for second in starts:
        x = stretch.x(second)
        name, part_of = names_of(second, unit, wording)
        said = part_of if part_of != whole else ""
        width = max(width_of(name, size), width_of(said, size))
        left = max(stretch.left, min(x - width_of(name, size) / 2, stretch.right + 4 - width))
        if left < free + 8:
            yield Tick(x, "", "", x)
            continue
        free, whole = left + width, part_of
        yield Tick(x, name, said, left)


def _middle(stretch: Stretch, unit: Unit) -> int:
    """A day to name in a stretch that is too short for a tick."""
    step = DAY if unit.kind not in ("minute", "hour") else HOUR
    return int((stretch.start + stretch.end) / 2 // step) * step


def names_of(second: int, unit: Unit, wording: Wording) -> tuple[str, str]:
    """What a tick is called, and what it is part of.

    >>> from timeline.wording import IN_ENGLISH
    >>> names_of((735_824 - 1) * DAY, Unit("day", 1), IN_ENGLISH), names_of(0, Unit("year", 100), IN_ENGLISH)
    (('14 August', '2015'), ('1', ''))
    """
    year, month, day = civil(second // DAY + 1)
    if unit.kind == "year" and (month, day) == (1, 1):
        return wording.tell(told_year(year)), ""
    told = wording.tell(told_year(year))
    if unit.kind == "month" and day == 1:
        return wording.tell(MONTHS[month - 1]), told
    date = wording.tell(phrase("%(day)s %(month)s", day=day, month=MONTHS[month - 1]))
    if unit.kind in ("minute", "hour"):
        hours, minutes = divmod(second % DAY // 60, 60)
        return f"{hours:02}:{minutes:02}", f"{date} {told}"
    return date, told


def cuts_of(scale: Scale, wording: Wording) -> tuple[Cut, ...]:
    """What is cut out, with how long it is."""
    return tuple(
        Cut(before.right, after.left, told_length(after.start - before.end, wording)) for before, after in scale.cuts
    )


def told_length(seconds: float, wording: Wording) -> str:
    """A length of time in the unit that a reader would use.

    >>> from timeline.wording import IN_ENGLISH
    >>> told_length(25 * 365.25 * DAY, IN_ENGLISH), told_length(5 * HOUR, IN_ENGLISH)
    ('25 years', '5 hours')
    """
    days = seconds / DAY
    for told, length in ((_YEARS, 365.25), (_MONTHS, 30.44), (_DAYS, 1.0)):
        if days >= 2 * length:
            return wording.tell(told.times(round(days / length), number=round(days / length)))
    hours = max(1, round(seconds / HOUR))
    return wording.tell(_HOURS.times(hours, number=hours))
