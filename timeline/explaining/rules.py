"""What kind of time a rule reads, in a person's words: the same of every language, since it follows from what is meant.

"last week" and "vorige Woche" are read by two rules of two files; a reader is told of both that they are counted back
from the publication date.
"""

from __future__ import annotations

from timeline.explaining.derivations import PUBLISHED, told_source
from timeline.temporal.granularity import Granularity
from timeline.temporal.operators import (
    Bare,
    Directed,
    Direction,
    Fixed,
    Inside,
    InYear,
    Latest,
    Modified,
    Moved,
    Nth,
    Operator,
    Shift,
    Source,
)
from timeline.temporal.recurrence import Recurrence
from timeline.temporal.timex import Modifier, TimexType
from timeline.wording import Phrase, phrase

G = Granularity

_WITH_ITS_DATE = {
    G.SECOND: phrase("a time of day with its date"),
    G.MINUTE: phrase("a time of day with its date"),
    G.HOUR: phrase("a time of day with its date"),
    G.PART_OF_DAY: phrase("a part of a day with its date"),
    G.DAY: phrase("a full date"),
    G.WEEKEND: phrase("a weekend with its date"),
    G.WEEK: phrase("a week with its date"),
    G.MONTH: phrase("a month with its year"),
    G.SEASON: phrase("a season with its year"),
    G.QUARTER: phrase("a quarter with its year"),
    G.HALF_YEAR: phrase("a half year with its year"),
    G.YEAR: phrase("a year"),
    G.DECADE: phrase("a decade"),
    G.CENTURY: phrase("a century"),
    G.MILLENNIUM: phrase("a millennium"),
}
_MOVABLE = phrase("a movable day, without its year")
_LEFT_OPEN = {
    "weekday": phrase("a weekday, without its week"),
    "weekend": phrase("a weekend, without its date"),
    "month": phrase("a month, without its year"),
    "month_day": phrase("a day and its month, without the year"),
    "day": phrase("a day of the month, without the month"),
    "quarter": phrase("a quarter, without its year"),
    "half": phrase("a half year, without its year"),
    "season": phrase("a season, without its year"),
    "year": phrase("a year, without its century"),
    "decade": phrase("a decade, without its century"),
    "easter": _MOVABLE,
    "nth_weekday": _MOVABLE,
    "weekday_from": _MOVABLE,
    "part_of_day": phrase("a part of a day, without the day"),
    "minute": phrase("a time of day, without the day"),
    "hour": phrase("a time of day, without the day"),
}
"""By the kind of recurrence, what is read where the words do not say which one."""
_BENT = {
    Modifier.APPROX: phrase("%(time)s, roughly"),
    Modifier.START: phrase("%(time)s, and its beginning, middle or end"),
    Modifier.MID: phrase("%(time)s, and its beginning, middle or end"),
    Modifier.END: phrase("%(time)s, and its beginning, middle or end"),
}


def told_rule(rule: str, meaning: Operator, story: Phrase = PUBLISHED) -> Phrase:
    """As what a rule reads the words; `story` as for `told_meaning`.

    >>> from timeline.temporal.operators import Source
    >>> str(told_rule("de: last | this | next <unit>", Shift(G.WEEK, -1, Source.STORY)))
    'a time counted back from the publication date'
    >>> str(told_rule("en: <weekday>", Bare(Recurrence(G.WEEK, G.DAY, "weekday", 2))))
    'a weekday, without its week'
    """
    of_a_language = ": " in rule
    return _told(meaning, story) if of_a_language else phrase(rule)  # the others are named in words


def _told(meaning: Operator, story: Phrase) -> Phrase:
    match meaning:
        case Fixed(value):
            if value.type is TimexType.DURATION:
                return phrase("a length of time")
            if value.type is TimexType.SET:
                return phrase("a time that comes again and again")
            if value.period is None or value.granularity is None:
                return phrase("a time without a place on the calendar")
            return _WITH_ITS_DATE[value.granularity]
        case Bare(recurrence):
            return _LEFT_OPEN[recurrence.kind]
        case Shift(_, count, source) | Moved(Shift(_, 0, source), _, count) if count:
            return _counted(count, told_source(source, story))
        case Shift(G.DAY, source=source):
            return phrase("the day of %(anchor)s", anchor=told_source(source, story))
        case Shift(source=Source.STRETCH):
            return told_source(Source.STRETCH, story)
        case Shift(source=source):
            return phrase("the week, month or year of %(anchor)s", anchor=told_source(source, story))
        case Directed(_, direction, source):
            return _directed(direction, told_source(source, story))
        case Latest() | InYear():
            return phrase("a time like the one told last")
        case Inside(outer, recurrence):
            return _inside(outer, recurrence, story)
        case Nth(outer):
            return phrase("%(time)s, and a part of it by its number", time=_told(outer, story))
        case Moved(Moved(outer, G.DAY, back), G.WEEKEND, 0) if back < 0:
            return phrase("%(time)s, and the weekend beside it", time=_told(outer, story))
        case Moved(Moved(outer, G.DAY, back), _, 0) if back < 0:
            return phrase("%(time)s, and the week, month or quarter that ends about then", time=_told(outer, story))
        case Moved(outer, _, count):
            return _moved(count, _told(outer, story))
        case Modified(outer, modifier):
            bent = _BENT.get(modifier, phrase("%(time)s, as a limit"))
            return bent.filled(time=_told(outer, story))
    return phrase("a time that the words leave unsaid")


def _counted(count: int, anchor: Phrase) -> Phrase:
    if count < 0:
        return phrase("a time counted back from %(anchor)s", anchor=anchor)
    return phrase("a time counted on from %(anchor)s", anchor=anchor)


def _directed(direction: Direction, anchor: Phrase) -> Phrase:
    match direction:
        case Direction.LAST:
            return phrase("the last time of that name before %(anchor)s", anchor=anchor)
        case Direction.NEXT:
            return phrase("the next time of that name after %(anchor)s", anchor=anchor)
    return phrase("the time of that name nearest to %(anchor)s", anchor=anchor)


def _inside(outer: Operator, recurrence: Recurrence, story: Phrase) -> Phrase:
    if isinstance(outer, Fixed) and outer.value.period is not None:
        return _WITH_ITS_DATE[recurrence.inner]
    time = _told(outer, story)
    match recurrence.kind:
        case "part_of_day":
            return phrase("%(time)s, and a part of that day", time=time)
        case "minute" | "hour":
            return phrase("%(time)s, and the time of that day", time=time)
    return phrase("%(time)s, and a part of it by its name", time=time)


def _moved(count: int, time: Phrase) -> Phrase:
    if count == 0:
        return phrase("%(time)s, and the week, month or year that holds it", time=time)
    if count < 0:
        return phrase("%(time)s, and counted back from there", time=time)
    return phrase("%(time)s, and counted on from there", time=time)
