"""Publication dates: one explicit day, written any way, or a reason why it is none.

ISO 8601 is read first and strictly, then dates in figures, then dates in words by dateparser, in the
languages named. Nothing is ever filled in: what lacks a year, a month or a day is refused, and so is
what has two readings, and words that count from today.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo
from typing import Final

from timeline.wording import Phrase, phrase

DATE_ORDERS: Final = ("DMY", "MDY", "YMD")
"""In which order a desk writes day, month and year in figures."""

LONGEST = 80
"""Characters of the longest date that is read."""

_ISO_DATE = (
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})-(?P<day>\d{2})|-?W(?P<week>\d{2})-?(?P<weekday>\d)|(?P<compact>\d{4}))"
)
_CLOCK = (
    r"(?P<hour>\d{2}|\d(?=:)):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?"
    r"(?:\s?(?P<half>[aApP])\.?[mM]\.?)?"
    r"(?:\s?(?P<utc>[zZ]|UTC|GMT)|\s?(?P<sign>[+-])(?P<off_hour>\d{2}):?(?P<off_minute>\d{2})?)?"
)
_ISO = re.compile(rf"{_ISO_DATE}(?:(?:[tT]|\s+){_CLOCK})?")
_IN_FIGURES = re.compile(
    rf"(?P<first>\d{{1,4}})(?P<mark>[./-])\s?(?P<second_figure>\d{{1,2}})(?P=mark)\s?(?P<third>\d{{1,4}})"
    rf"(?:(?:,|\s|,\s)\s*{_CLOCK})?"
)
_PART_OF_DATE = re.compile(r"\d{4}|\d{4}-(?:\d{2}|W\d{2}|Q\d)")
_SIGNED = re.compile(r"(?<!\S)[-−–+]\s?\d")
_ZONE = re.compile(r"(?<=\d)\s*(?:UTC|GMT)?\s*[-−+]\d{2}:?\d{2}\b")
_WIDEST_OFFSET = timedelta(hours=14)
# Two clocks for dateparser, neither of them the machine's: an answer that depends on them was filled in.
_SOME_DAY, _OTHER_DAY = datetime(1904, 2, 29, 3, 7), datetime(2091, 11, 17, 20, 49)
_EXAMPLE = phrase("write it as 2015-08-14")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text is no publication date, and what to write."""

    why: Phrase
    remedy: Phrase = _EXAMPLE

    @property
    def reason(self) -> str:
        """Why, in English."""
        return str(self.why)


def read_published(
    text: str, languages: Sequence[str] = ("en",), date_order: str | None = None, desk: tzinfo | None = None
) -> datetime | Refusal:
    """The wall-clock time that a text names; midnight if it names a day alone.

    A clock time with a zone is turned into the desk's time; with no desk's zone set it stays as written.

    >>> read_published("14 août 2015", ["fr"])
    datetime.datetime(2015, 8, 14, 0, 0)
    >>> read_published("2015-08-14T23:30:00-04:00", desk=timezone.utc)
    datetime.datetime(2015, 8, 15, 3, 30)
    >>> refusal = read_published("03/04/2015")
    >>> refusal.reason, str(refusal.remedy)
    ('has two readings', 'write 2015-04-03 or 2015-03-04, or set date_order')
    """
    text = text.strip()
    refusal = _unfit(text)
    if refusal:
        return refusal
    text = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
    if found := _ISO.fullmatch(text):
        return _from_iso(found, desk)
    if found := _IN_FIGURES.fullmatch(text):
        return _from_figures(found, languages, date_order, desk)
    if _PART_OF_DATE.fullmatch(text):
        return Refusal(phrase("names no day"))
    if text.isdigit():
        return Refusal(phrase("is no date"))
    return _from_words(text, languages, date_order, desk)


def _unfit(text: str) -> Refusal | None:
    if not text:
        return Refusal(phrase("is empty"))
    if len(text) > LONGEST:
        return Refusal(phrase("is longer than %(number)s characters", number=LONGEST))
    for char in text:
        # Controls of the direction of writing make a date look like another one.
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn") and char != "\t":
            return Refusal(
                phrase("holds the invisible character %(char)s", char=f"U+{ord(char):04X}"), phrase("remove it")
            )
    if _SIGNED.search(_ZONE.sub("", text)):
        return Refusal(phrase("has a sign before a number"))
    return None


def _from_iso(found: re.Match[str], desk: tzinfo | None) -> datetime | Refusal:
    year = int(found["year"])
    if found["week"]:
        try:
            day = datetime.fromisocalendar(year, int(found["week"]), int(found["weekday"]))
        except ValueError:
            return Refusal(phrase("is on no calendar"))
        return _with_clock(found, (day.year, day.month, day.day), desk)
    month, day_of_month = (
        (found["month"], found["day"]) if found["month"] else (found["compact"][:2], found["compact"][2:])
    )
    return _with_clock(found, (year, int(month), int(day_of_month)), desk)


def _from_figures(
    found: re.Match[str], languages: Sequence[str], date_order: str | None, desk: tzinfo | None
) -> datetime | Refusal:
    first, second, third = found["first"], found["second_figure"], found["third"]
    one, two, three = int(first), int(second), int(third)
    if len(first) == 4 and len(third) <= 2:
        return _with_clock(found, (one, two, three), desk)
    if len(third) != 4 or len(first) > 2:
        orders = [date_order] if date_order else DATE_ORDERS
        return _without_year(_day_of(dict(zip(order, (one, two, three), strict=True))) for order in orders)
    day_first, month_first = (three, two, one), (three, one, two)
    if one == two or two > 12:
        return _with_clock(found, month_first, desk)
    # With full stops the day comes first wherever that is the custom; English has none.
    dotted = found["mark"] == "." and all(_language(code) != "en" for code in languages)
    if one > 12 or date_order == "DMY" or (date_order is None and dotted):
        return _with_clock(found, day_first, desk)
    if date_order == "MDY":
        return _with_clock(found, month_first, desk)
    one_way, other_way = (_with_clock(found, day, None) for day in (day_first, month_first))
    if isinstance(one_way, Refusal):  # on no calendar, or a time that is on no clock: so either way
        return one_way
    assert isinstance(other_way, datetime)
    return _two_readings(one_way, other_way)


def _day_of(figures: Mapping[str, int]) -> datetime | None:
    """The likely day of figures by what they stand for: "D", "M", and "Y" for the last two of a year, 1969 to 2068."""
    try:
        return datetime(1969 + (figures["Y"] - 69) % 100, figures["M"], figures["D"])
    except ValueError:
        return None


def _without_year(days: Iterable[datetime | None]) -> Refusal:
    """Of which days one may be meant, is not told by two figures for a year."""
    candidates = ", ".join(dict.fromkeys(day.date().isoformat() for day in days if day is not None))
    remedy = phrase("write the one that is meant: %(list)s", list=candidates) if candidates else _EXAMPLE
    return Refusal(phrase("has no year of four figures"), remedy)


def _two_readings(one: datetime, other: datetime) -> Refusal:
    days = {"one": one.date().isoformat(), "other": other.date().isoformat()}
    return Refusal(phrase("has two readings"), phrase("write %(one)s or %(other)s, or set date_order", **days))


def _with_clock(found: re.Match[str], day: tuple[int, int, int], desk: tzinfo | None) -> datetime | Refusal:
    try:
        moment = datetime(*day)
    except ValueError:
        return Refusal(phrase("is on no calendar"))
    if found["hour"] is None:
        return moment
    offset: timedelta | None = None
    if found["utc"]:
        offset = timedelta(0)
    elif found["sign"]:
        hours, minutes = int(found["off_hour"]), int(found["off_minute"] or 0)
        offset = timedelta(hours=hours, minutes=minutes) * (1 if found["sign"] == "+" else -1)
        if abs(offset) > _WIDEST_OFFSET or minutes > 59:
            return Refusal(phrase("has a zone that does not exist"))
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            return Refusal(phrase("has a time that is on no clock"))
        hour = hour % 12 + 12 * (found["half"] in "pP")
    try:
        moment = moment.replace(
            hour=hour,
            minute=int(found["minute"]),
            second=int(found["second"] or 0),
            microsecond=int((found["fraction"] or "0").ljust(6, "0")[:6]),
            tzinfo=None if offset is None else timezone(offset),
        )
    except ValueError:
        return Refusal(phrase("has a time that is on no clock"))
    return _on_desk(moment, desk)


def _on_desk(moment: datetime, desk: tzinfo | None) -> datetime | Refusal:
    if moment.tzinfo is not None and desk is not None:
        try:
            moment = moment.astimezone(desk)
        except (OverflowError, ValueError):
            return Refusal(phrase("is at the edge of the calendar"))
    return moment.replace(tzinfo=None)


def _from_words(text: str, languages: Sequence[str], date_order: str | None, desk: tzinfo | None) -> datetime | Refusal:
    orders = [date_order] if date_order else DATE_ORDERS
    answer = _parse(text, languages, _SOME_DAY, orders[0])
    if answer is None or answer != _parse(text, languages, _OTHER_DAY, orders[0]):
        return Refusal(phrase("names no day"))
    if f"{answer.year:04}" not in text:
        return _without_year(_parse(text, languages, _SOME_DAY, each) for each in orders)
    other = _parse(text, languages, _SOME_DAY, orders[1]) if date_order is None else answer
    if other is not None and other != answer:
        return _two_readings(answer, other)
    if not _accounts_for(answer, text):
        return Refusal(phrase("holds more than a date"))
    return _on_desk(answer, desk)


def _parse(text: str, languages: Sequence[str], clock: datetime, order: str) -> datetime | None:
    # Loading dateparser takes a tenth of a second, which tagging a line of text need not wait for.
    from dateparser.date import DateDataParser

    known = [*dict.fromkeys(_language(code) for code in (*languages, "en"))]
    settings = {
        "RELATIVE_BASE": clock,
        "DATE_ORDER": order,
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
    }
    for codes in (known, ["en"]):
        try:
            found = DateDataParser(languages=codes, settings=settings).get_date_data(text)
        except (ValueError, OverflowError, ArithmeticError, LookupError, TypeError, AttributeError):
            # A language that dateparser does not know, or one of its own failures on hostile text.
            continue
        return found.date_obj
    return None


def _accounts_for(moment: datetime, text: str) -> bool:
    """Whether every number of the text stands for a part of the moment."""
    numbers = re.findall(r"\d+", text)
    for part in (f"{moment.year:04}", f"{moment.day}"):
        place = next((i for i, number in enumerate(numbers) if number in (part, part.zfill(2))), None)
        if place is None:
            return False
        del numbers[place]
    allowed = set(_clock_figures(moment))
    return all(int(number) in allowed for number in numbers)


def _clock_figures(moment: datetime) -> Iterator[int]:
    yield from (moment.month, moment.hour, moment.hour % 12 or 12, moment.minute, moment.second)
    micro = f"{moment.microsecond:06}"
    yield from (int(micro[:length]) for length in range(1, 7) if not micro[length:].strip("0"))
    offset = moment.utcoffset()
    if offset is not None:
        minutes = abs(offset) // timedelta(minutes=1)
        yield from (minutes // 60, minutes % 60, minutes // 60 * 100 + minutes % 60)


def _language(code: str) -> str:
    return re.split(r"[-_]", code.strip().lower(), maxsplit=1)[0]
