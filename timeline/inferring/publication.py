"""Inferring a publication date: what says it outright, else the earliest day on which a text's days agree.

An article is dated only where nothing else fits: a date that stands in a history, or is to come, is none of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from timeline.directions import AHEAD, BACK
from timeline.explaining.times import told_day
from timeline.grammar.locale import Locale
from timeline.inferring.days import NamedDay, NamedWeekday, Told, read_days
from timeline.prose import Prose
from timeline.publication_dates import Refusal
from timeline.resolving import resolve
from timeline.spans import Span
from timeline.tagging import tag
from timeline.temporal.calendar import weekday
from timeline.wording import Phrase, Said, counted, phrase

WEEK: Final = 7
"""Days that may lie between two dates that fit."""
_FRESH = 5
"""How many days back a report names a day by its weekday alone; six days back, it would be taken for the coming one."""
_HEAD = 600
"""Characters at the head of a text in which the time of its publication may stand."""
_LINE, _LINE_WORDS = 90, 5
"""Characters of a line that holds its date and little else, and words that stand beside the date."""
_DATELINE = 60
"""Characters before the date of a dateline."""
_REMEDY = phrase('add a line "date: 2015-08-14" to its front matter')

_ADDRESS = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?P<mark>[/_-]|)(?P<month>0[1-9]|1[0-2]|[a-z]{3})(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DASH = re.compile(r"\s*(?:\([^()]{1,30}\)\s*)?(?:[—–:|]|--|-\s|_\s)")
_PLACE = re.compile(r"[^\W\d_][^.!?\n]*[,|(:]\s*|[^\W\d_]+\s+")
_STAMP = 40
"""Characters before a date in which its clock time may stand."""
_CLOCK = r"(?<!\d)(?:[01]?\d|2[0-3])[:.][0-5]\d(?!\d)"
_CLOCK_BEHIND = re.compile(rf"[^.!?\n\d]{{0,20}}?{_CLOCK}")
_CLOCK_BEFORE = re.compile(rf"{_CLOCK}(?:\s?[\w.]+){{0,3}}[,|]?\s*(?:\w+,?\s)?$")
_PREPOSITION = re.compile(r"(?:^|\s)[^\W\d_A-Z]?[^\W\d_A-Z]{1,2}\s(?:[^\W\d_]{5,},?\s)?$|(?:^|\s)[A-Z][a-z]{1,2}\s$")
"""A short word before a date, as in "on 20 April 2010": a sentence goes on there."""
_NAME = re.compile(r"\b[A-ZÀ-ÞĀ-Ž][^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Inferred:
    """A publication date that nobody wrote, and why it is this one."""

    published: date
    why: Phrase

    @property
    def reason(self) -> str:
        """Why, in English."""
        return str(self.why)


class _Clue(NamedTuple):
    """One thing that tells the date outright."""

    day: int
    reason: Phrase
    other: int | None = None
    """The day that it is when day and month are read the other way round."""
    named: NamedDay | None = None
    """What the text says there."""


def infer_published(
    prose: Prose, locale: Locale, url: str = "", style: str = "news", date_order: str | None = None
) -> Inferred | Refusal:
    """The earliest publication date on which what an article says of days agrees; or why there is none.

    >>> from timeline.grammar.loading import load_locale
    >>> from timeline.prose import read_prose
    >>> words = "Ana Diaz meets the miners in Lota, August 13, 2015.\\n\\nThey left Lota on Thursday, Diaz said on Friday."
    >>> print(infer_published(read_prose(words), load_locale("en")).published)
    2015-08-14
    >>> infer_published(read_prose("They met on Friday."), load_locale("en")).reason
    'has no publication date, and its text does not tell one'
    """
    text = prose.text
    told = read_days(text, resolve(text, tag(text, locale, style), None, locale, style), locale, date_order)
    clues = [*_of_address(url), *_of_text(prose, told)]
    if not clues and style == "narrative":
        return _refusal([], told)
    return _agreed(clues, told) if clues else _from_weekdays(prose, told)


def _of_address(url: str) -> Iterator[_Clue]:
    for found in _ADDRESS.finditer(url.lower()):
        month = _MONTHS.index(found["month"]) + 1 if found["month"] in _MONTHS else found["month"]
        try:
            day = date(int(found["year"]), int(month), int(found["day"])).toordinal()
        except ValueError:
            continue
        yield _Clue(day, phrase("the address of its page names that day"))


def _of_text(prose: Prose, told: Told) -> Iterator[_Clue]:
    for named in told.days:
        reason = _says_outright(prose, named, told)
        if reason is not None:
            day = named.day - _offset(prose.text, named, told)
            yield _Clue(day, reason, named.other, named)


def _says_outright(prose: Prose, named: NamedDay, told: Told) -> Phrase | None:
    """Why a day is that of the publication; None where it need not be."""
    text, (start, end) = prose.text, named.span
    block = next((span for span in prose.paragraphs if span.start <= start < span.end), Span(0, len(text)))
    words = " ".join(text[start:end].split())
    near = _beside(text, named, told)
    if near is not None:
        return phrase("it says “%(phrase)s” of %(words)s", phrase=text[slice(*near[1])], words=words)
    if start < _HEAD and _is_stamp(text, named):
        return phrase("“%(words)s” stands with a clock time at its head", words=words)
    if start - block.start <= _DATELINE and start < _HEAD and _is_dateline(text, block, named):
        return phrase("its dateline gives “%(words)s”", words=words)
    if _is_line(prose, block, named.span):
        return phrase("“%(words)s” stands in a line of its own", words=words)
    return None


def _beside(text: str, named: NamedDay, told: Told) -> tuple[int, Span] | None:
    """The "today" or "yesterday" that stands with a date: "today, 13 August 2015"."""
    return next((each for each in told.relative if _touch(text, each[1], named.span)), None)


def _offset(text: str, named: NamedDay, told: Told) -> int:
    near = _beside(text, named, told)
    return near[0] if near else 0


def _is_line(prose: Prose, block: Span, date_at: Span) -> bool:
    """Whether a paragraph is a date with hardly a word beside it, in the frame of a text and not in what it tells."""
    others = prose.text[block.start : date_at.start] + prose.text[date_at.end : block.end]
    is_frame = block in prose.paragraphs[:3] or block in prose.paragraphs[-2:]
    return is_frame and block.end - block.start <= _LINE and len(others.split()) <= _LINE_WORDS


def _is_stamp(text: str, named: NamedDay) -> bool:
    """Whether a date stands with a clock time as pages do it, "Friday 14 May 2010 15.35 BST", and not in a sentence."""
    start, end = named.span
    before = text[max(0, start - _STAMP) : start]
    around = named.has_clock or _CLOCK_BEHIND.match(text, end) or _CLOCK_BEFORE.search(before)
    return bool(around) and not _PREPOSITION.search(before) and named.direction < AHEAD


def _is_dateline(text: str, block: Span, named: NamedDay) -> bool:
    head = text[block.start : named.span.start]
    return bool(_DASH.match(text, named.span.end)) and (not head or bool(_PLACE.fullmatch(head)))


def _touch(text: str, one: Span, two: Span) -> bool:
    """Whether two expressions stand side by side and mean the same: "today, 13 August 2015"."""
    first, second = sorted((one, two))
    return text[first.end : second.start] in (", ", " (", " – ", " — ", " ")


def _agreed(clues: Sequence[_Clue], told: Told) -> Inferred | Refusal:
    """The earliest day that something says outright, if all that says one agrees."""
    undecided = [clue for clue in clues if clue.other is not None]
    decided = [clue for clue in clues if clue.other is None]
    if not decided and undecided:
        first = undecided[0]
        return _refusal([first.day, first.other or first.day], told)
    days = sorted(clue.day for clue in decided)
    if days[-1] - days[0] > WEEK:
        return _refusal([days[0], days[-1]], told)
    outright = {clue.named for clue in decided}
    past = max(
        (each.day for each in told.days if each.direction <= BACK and each.other is None and each not in outright),
        default=0,
    )
    fitting = [day for day in days if past <= day] or [days[-1]]
    if past > fitting[0] + WEEK:
        return _refusal([fitting[0], past], told)
    chosen = next(clue for clue in decided if clue.day == fitting[0])
    return Inferred(date.fromordinal(chosen.day), chosen.reason)


def _from_weekdays(prose: Prose, told: Told) -> Inferred | Refusal:
    """The earliest day on which all weekdays of a text are fresh, one of them being a day that the text names."""
    if any(named.other is not None for named in told.days):
        both = next((named.day, named.other or 0) for named in told.days if named.other is not None)
        return _refusal(both, told)
    after = max((named.day for named in told.days if named.direction <= BACK), default=0)
    fitting: dict[int, tuple[NamedDay, NamedWeekday]] = {}
    for named in told.days:
        if named.direction >= AHEAD or named.day < after:
            continue
        if told.last_year is not None and told.last_year > date.fromordinal(named.day).year:
            continue
        link = next((each for each in told.weekdays if _same(prose, named, each)), None)
        day = _earliest(named.day, told.weekdays)
        if link is not None and day is not None:
            fitting.setdefault(day, (named, link))
    if not fitting or max(fitting) - min(fitting) > WEEK:
        return _refusal(sorted(fitting), told)
    day = min(fitting)
    named, link = fitting[day]
    words, again = (" ".join(prose.text[slice(*each.span)].split()) for each in (named, link))
    others = dict.fromkeys(prose.text[slice(*each.span)] for each in told.weekdays if not each.ahead)
    return Inferred(
        date.fromordinal(day),
        _LAST.times(len(others), words=words, again=again, day=told_day(day), weekdays=_listed(list(others))),
    )


_LAST = counted(
    "it tells of “%(words)s” and calls the same day “%(again)s”; %(day)s is the earliest day on which %(weekdays)s lies just behind",
    "it tells of “%(words)s” and calls the same day “%(again)s”; %(day)s is the earliest day on which %(weekdays)s lie just behind",
)


def _earliest(day: int, weekdays: Sequence[NamedWeekday]) -> int | None:
    """The first day from `day` on from which every weekday is fresh; the day itself may be no longer so."""
    told = {each.weekday for each in weekdays if not each.ahead}
    for later in range(_FRESH + 1):
        if all((weekday(day + later) - place) % WEEK <= _FRESH for place in told):
            return day + later
    return None


def _same(prose: Prose, named: NamedDay, told: NamedWeekday) -> bool:
    """Whether a weekday is the day that is named: their sentences tell of the same people or places."""
    if told.ahead or told.weekday != weekday(named.day):
        return False
    one, two = (_names(prose, each.span) for each in (named, told))
    return bool(one & two)


def _names(prose: Prose, span: Span) -> set[str]:
    """The words with a capital in the sentence around, but for the time itself."""
    sentence = next((each for each in prose.sentences if each.start <= span.start < each.end), span)
    around = prose.text[sentence.start : span.start] + " " + prose.text[span.end : sentence.end]
    return set(_NAME.findall(around))


def _listed(words: Sequence[str]) -> Said:
    quoted = [phrase("“%(word)s”", word=word) for word in words]
    listed: Said = quoted[0] if quoted else ""
    for each in quoted[1:-1]:
        listed = phrase("%(words)s, %(more)s", words=listed, more=each)
    return phrase("%(words)s and %(more)s", words=listed, more=quoted[-1]) if len(quoted) > 1 else listed


def _refusal(days: Sequence[int], told: Told) -> Refusal:
    """Why there is no date, with those that fit."""
    if len(days) > 1:
        one, other = told_day(days[0]), told_day(days[-1])
        remedy = phrase('add a line "date: %(date)s" or "date: %(other)s" to its front matter')
        return Refusal(
            phrase("has no publication date, and its text fits both %(one)s and %(other)s", one=one, other=other),
            remedy.filled(date=date.fromordinal(days[0]).isoformat(), other=date.fromordinal(days[-1]).isoformat()),
        )
    if told.contradiction:
        wrong = told_day(told.contradiction[0].day)
        return Refusal(
            phrase("has no publication date, and the weekday it gives is not that of %(day)s", day=wrong), _REMEDY
        )
    if told.yearless:
        words = " ".join(told.yearless.split())
        return Refusal(
            phrase("has no publication date, and its text gives no year with “%(words)s”", words=words), _REMEDY
        )
    return Refusal(phrase("has no publication date, and its text does not tell one"), _REMEDY)
