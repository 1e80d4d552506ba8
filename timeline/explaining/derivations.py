"""What an expression means and what it was counted from, in a person's words."""

from __future__ import annotations

from timeline.explaining.lengths import told_count, told_length, told_set
from timeline.explaining.names import told_ordinal, told_unit, told_year
from timeline.explaining.times import named_recurrence, told_modified, told_period, told_recurrence
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
    Unsaid,
)
from timeline.temporal.recurrence import Recurrence
from timeline.temporal.timex import Modifier, TimeValue, TimexType
from timeline.wording import Phrase, Said, phrase

G = Granularity

PUBLISHED = phrase("the publication date")
TOLD_BEFORE = phrase("the time told before")

_REFERENCES = {
    "PRESENT_REF": phrase("the present, no day in particular"),
    "PAST_REF": phrase("some time in the past"),
    "FUTURE_REF": phrase("some time to come"),
}


_LIMITS = (Modifier.LESS_THAN, Modifier.MORE_THAN, Modifier.EQUAL_OR_LESS, Modifier.EQUAL_OR_MORE)
"""They limit a length, "more than two years", and so what is counted by it."""


def told_meaning(meaning: Operator, story: Phrase = PUBLISHED) -> Said:
    """What an expression means before it is placed; `story` names what a time is counted from if the words
    do not say: the publication date, or the time that a narrative has told before.

    >>> str(told_meaning(Shift(G.WEEK, -1, Source.STORY)))
    'the week before that of the publication date'
    >>> str(told_meaning(Bare(Recurrence(G.WEEK, G.DAY, "weekday", 2))))
    'Tuesday, without saying of which week'
    """
    length = _length(meaning)
    if length:
        return phrase("a length of time: %(length)s", length=length)
    told = _Teller(story).told(meaning)
    if isinstance(meaning, Fixed) and meaning.value.period is not None:
        return phrase("%(time)s, whatever the publication date", time=told)
    bare = _left_open(meaning)
    if bare is None:
        return told
    return phrase("%(time)s, without saying of which %(unit)s", time=told, unit=told_unit(bare.outer))


def counts_from_told(meaning: Operator) -> bool:
    """Whether it is counted from what the text has told before: "the following day"."""
    match meaning:
        case Shift(source=source) | Directed(source=source):
            return source in (Source.EARLIER, Source.NEARBY, Source.STRETCH)
        case Latest():
            return True
    outer = _outer(meaning)
    return outer is not None and counts_from_told(outer)


def _outer(meaning: Operator) -> Operator | None:
    """The time that another one is a part or a bend of."""
    return meaning.outer if isinstance(meaning, InYear | Inside | Nth | Moved | Modified) else None


def _left_open(meaning: Operator) -> Recurrence | None:
    """That of which the words do not say which one: the Tuesday of "Tuesday night"."""
    if isinstance(meaning, Bare):
        return meaning.recurrence
    outer = _outer(meaning)
    return None if outer is None else _left_open(outer)


def _length(meaning: Operator) -> Phrase | None:
    """A length of time, "less than two weeks"; None for all other times."""
    match meaning:
        case Fixed(value) if value.type is TimexType.DURATION:
            return told_length(value.value)
        case Modified(outer, modifier) if length := _length(outer):
            return told_modified(length, modifier)
    return None


def _is_day(meaning: Operator) -> bool:
    match meaning:
        case Bare(recurrence) | Directed(recurrence) | Inside(_, recurrence):
            return recurrence.inner is G.DAY
        case Fixed(value):
            return value.granularity is G.DAY
        case Shift(unit) | Nth(_, unit):
            return unit is G.DAY
    return False


def told_choice(meaning: Operator, reason: Phrase) -> Phrase:
    """Why one occurrence was chosen; the reason holds %(it)s where it names what was looked for.

    >>> tuesday = Recurrence(G.WEEK, G.DAY, "weekday", 2)
    >>> latest = phrase("news looks back, so %(it)s is the latest one")
    >>> str(told_choice(Moved(Bare(tuesday), G.WEEK, 1), latest))
    'news looks back, so Tuesday is the latest one'
    """
    chosen = _left_open(meaning)
    if chosen is None:
        return reason
    if isinstance(meaning, Bare):
        return reason.filled(it=phrase("it", time=named_recurrence(chosen)))
    return reason.filled(it=phrase("%(time)s", time=told_recurrence(chosen)))


def told_coarseness(meaning: Operator, value: TimeValue) -> Phrase | None:
    """Why what is counted in hours came to a day; None if it did not."""
    if isinstance(meaning, Shift) and meaning.unit < G.PART_OF_DAY and value.granularity is G.DAY:
        return phrase("nobody tells the hour, so the day has to do")
    return None


class _Teller:
    """Tells one meaning, from the inside out."""

    def __init__(self, story: Phrase) -> None:
        self.story = story

    def told(self, meaning: Operator) -> Said:
        match meaning:
            case Fixed():
                return _fixed(meaning)
            case Unsaid():
                return phrase("a time of which these words do not say when or how long it is")
            case Shift():
                return self._shift(meaning)
            case Latest(unit):
                return phrase("the %(unit)s told last, or else the last one that is over", unit=told_unit(unit))
            case Bare(recurrence):
                return told_recurrence(recurrence)
            case Directed():
                return self._directed(meaning)
            case InYear(Latest(unit), year):
                like = phrase("the %(unit)s of %(year)s that is like the one told last")
                return like.filled(unit=told_unit(unit), year=told_year(year))
            case Inside(outer, recurrence):
                return self._inside(outer, recurrence)
            case Nth(outer, unit, nth):
                told, name = self.told(outer), told_unit(unit)
                return phrase("the %(nth)s %(unit)s of %(time)s", nth=told_ordinal(nth), unit=name, time=told)
            case Moved(Moved(outer, G.DAY, back), G.WEEKEND, 0) if back < 0:
                return phrase("the weekend beside %(time)s", time=self.told(outer))
            case Moved(Moved(outer, G.DAY, back), unit, 0) if back < 0:
                return phrase("the %(unit)s that ends about %(time)s", unit=told_unit(unit), time=self.told(outer))
            case Moved(Shift(unit, 0, source), same, count) if same is unit and count:
                return self._shift(Shift(unit, count, source))
            case Moved(outer, G.DAY, 1 | -1 as count):
                return _next_day(count, self.told(outer))
            case Moved(outer, unit, count) if count:
                return _counted_from(count, unit, self.told(outer))
            case Moved(outer, unit):
                return phrase("the %(unit)s that holds %(time)s", unit=told_unit(unit), time=self.told(outer))
            case Modified(Shift(unit, count, source), modifier) if count and modifier in _LIMITS:
                return told_modified(_counted_from(count, unit, told_source(source, self.story)), modifier)
            case Modified(outer, modifier):
                return told_modified(self.told(outer), modifier, _is_day(outer))
        return phrase("a time")

    def _shift(self, shift: Shift) -> Phrase:
        anchor, unit, count = told_source(shift.source, self.story), shift.unit, shift.count
        if count == 0:
            if shift.keep or (unit is G.DAY and anchor == PUBLISHED):
                return anchor
            return phrase("the %(unit)s of %(time)s", unit=told_unit(unit), time=anchor)
        if abs(count) > 1 or shift.keep or unit < G.DAY:
            return _counted_from(count, unit, anchor)
        if unit is G.DAY:
            return _next_day(count, anchor)
        if count < 0:
            return phrase("the %(unit)s before that of %(time)s", unit=told_unit(unit), time=anchor)
        return phrase("the %(unit)s after that of %(time)s", unit=told_unit(unit), time=anchor)

    def _directed(self, directed: Directed) -> Phrase:
        recurrence, anchor = directed.recurrence, told_source(directed.source, self.story)
        name, told = named_recurrence(recurrence), told_recurrence(recurrence)
        match directed.direction:
            case Direction.LAST:
                return phrase("the last %(time)s before %(anchor)s", time=name, anchor=anchor)
            case Direction.NEXT:
                return phrase("the next %(time)s after %(anchor)s", time=name, anchor=anchor)
        if recurrence.kind == "season":
            return phrase("the %(time)s under way at %(anchor)s, or else that of its year", time=name, anchor=anchor)
        unit = told_unit(recurrence.outer)
        return phrase("%(time)s in the %(unit)s of %(anchor)s", time=told, unit=unit, anchor=anchor)

    def _inside(self, outer: Operator, recurrence: Recurrence) -> Phrase:
        told = told_recurrence(recurrence)
        if isinstance(outer, Fixed) and outer.value.period is not None and outer.value.granularity is G.YEAR:
            year = told_year(outer.value.period.number)
            if recurrence.inner <= G.SEASON:
                return phrase("%(time)s %(year)s", time=told, year=year)
            return phrase("%(time)s of %(year)s", time=told, year=year)
        if recurrence.kind in ("minute", "hour"):
            return phrase("%(time)s on %(day)s", time=told, day=self.told(outer))
        if recurrence.kind == "part_of_day" and isinstance(outer, Bare) and outer.recurrence.kind == "weekday":
            return phrase("%(day)s %(part)s", day=self.told(outer), part=named_recurrence(recurrence))
        return phrase("%(time)s of %(outer)s", time=told, outer=self.told(outer))


def told_source(source: Source, story: Phrase) -> Phrase:
    """What a time is counted from; `story` as for `told_meaning`.

    >>> str(told_source(Source.STORY, TOLD_BEFORE))
    'the time told before'
    """
    return {
        Source.PUBLISHED: PUBLISHED,
        Source.EARLIER: TOLD_BEFORE,
        Source.NEARBY: TOLD_BEFORE,
        Source.STRETCH: phrase("the stretch of time told before"),
        Source.STORY: story,
    }[source]


def _fixed(fixed: Fixed) -> Said:
    value = fixed.value
    if value.type is TimexType.SET:
        return phrase("a time that comes again: %(time)s", time=told_set(value.value))
    if value.period is not None:
        return told_period(value.period)
    return _REFERENCES.get(value.value, value.value)


def _next_day(count: int, time: Said) -> Phrase:
    if count < 0:
        return phrase("the day before %(time)s", time=time)
    return phrase("the day after %(time)s", time=time)


def _counted_from(count: int, unit: Granularity, time: Said) -> Phrase:
    length = told_count(abs(count), unit.label)
    if count < 0:
        return phrase("%(length)s before %(time)s", length=length, time=time)
    return phrase("%(length)s after %(time)s", length=length, time=time)
