"""What an expression means and what it was counted from, in a person's words."""

from __future__ import annotations

from timeline.explaining.lengths import told_count, told_length, told_set
from timeline.explaining.names import told_ordinal, told_year
from timeline.explaining.times import told_modified, told_period, told_recurrence
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
from timeline.temporal.timex import TimeValue, TimexType

G = Granularity

PUBLISHED = "the publication date"
TOLD_BEFORE = "the time told before"

_REFERENCES = {
    "PRESENT_REF": "the present, no day in particular",
    "PAST_REF": "some time in the past",
    "FUTURE_REF": "some time to come",
}


def told_meaning(meaning: Operator, story: str = PUBLISHED) -> str:
    """What an expression means before it is placed; `story` names what a time is counted from if the words
    do not say: the publication date, or the time that a narrative has told before.

    >>> told_meaning(Shift(G.WEEK, -1, Source.STORY))
    'the week before that of the publication date'
    >>> told_meaning(Bare(Recurrence(G.WEEK, G.DAY, "weekday", 2)))
    'Tuesday, without saying of which week'
    """
    length = _length(meaning)
    if length:
        return f"a length of time: {length}"
    told = _Teller(story).told(meaning)
    if isinstance(meaning, Fixed) and meaning.value.period is not None:
        return f"{told}, whatever the publication date"
    left_open = _left_open(meaning)
    return f"{told}, without saying of which {left_open.label}" if left_open else told


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


def _left_open(meaning: Operator) -> Granularity | None:
    """The unit of which the words do not say which one: the week of "Tuesday night"."""
    if isinstance(meaning, Bare):
        return meaning.recurrence.outer
    outer = _outer(meaning)
    return None if outer is None else _left_open(outer)


def _length(meaning: Operator) -> str:
    """A length of time, "less than two weeks"; empty for all other times."""
    match meaning:
        case Fixed(value) if value.type is TimexType.DURATION:
            return told_length(value.value)
        case Modified(outer, modifier) if length := _length(outer):
            return told_modified(length, modifier)
    return ""


def _is_day(meaning: Operator) -> bool:
    match meaning:
        case Bare(recurrence) | Directed(recurrence) | Inside(_, recurrence):
            return recurrence.inner is G.DAY
        case Fixed(value):
            return value.granularity is G.DAY
        case Shift(unit) | Nth(_, unit):
            return unit is G.DAY
    return False


def told_choice(meaning: Operator, recurrence: Recurrence, reason: str) -> str:
    """Why one occurrence was chosen; the reason holds {} where it names what was looked for.

    >>> tuesday = Recurrence(G.WEEK, G.DAY, "weekday", 2)
    >>> told_choice(Moved(Bare(tuesday), G.WEEK, 1), tuesday, "news looks back, so {} is the latest one")
    'news looks back, so Tuesday is the latest one'
    """
    return reason.format("it" if isinstance(meaning, Bare) else told_recurrence(recurrence))


def told_coarseness(meaning: Operator, value: TimeValue) -> str:
    """Why what is counted in hours came to a day; empty if it did not."""
    if isinstance(meaning, Shift) and meaning.unit < G.PART_OF_DAY and value.granularity is G.DAY:
        return "nobody tells the hour, so the day has to do"
    return ""


class _Teller:
    """Tells one meaning, from the inside out."""

    def __init__(self, story: str) -> None:
        self.story = story

    def told(self, meaning: Operator) -> str:
        match meaning:
            case Fixed():
                return _fixed(meaning)
            case Unsaid():
                return "a time of which these words do not say when or how long it is"
            case Shift():
                return self._shift(meaning)
            case Latest(unit):
                return f"the {unit.label} told last, or else the last one that is over"
            case Bare(recurrence):
                return told_recurrence(recurrence)
            case Directed():
                return self._directed(meaning)
            case InYear(Latest(unit), year):
                return f"the {unit.label} of {told_year(year)} that is like the one told last"
            case Inside(outer, recurrence):
                return self._inside(outer, recurrence)
            case Nth(outer, unit, nth):
                return f"the {told_ordinal(nth)} {unit.label} of {self.told(outer)}"
            case Moved(Shift(unit, 0, source), same, count) if same is unit and count:
                return self._shift(Shift(unit, count, source))
            case Moved(outer, G.DAY, 1 | -1 as count):
                return f"the day {_side(count)} {self.told(outer)}"
            case Moved(outer, unit, count) if count:
                return f"{told_count(abs(count), unit.label)} {_side(count)} {self.told(outer)}"
            case Moved(outer, unit):
                return f"the {unit.label} that holds {self.told(outer)}"
            case Modified(outer, modifier):
                return told_modified(self.told(outer), modifier, _is_day(outer))
        return "a time"

    def _named(self, source: Source) -> str:
        return {
            Source.PUBLISHED: PUBLISHED,
            Source.EARLIER: TOLD_BEFORE,
            Source.NEARBY: TOLD_BEFORE,
            Source.STRETCH: "the stretch of time told before",
            Source.STORY: self.story,
        }[source]

    def _shift(self, shift: Shift) -> str:
        anchor, unit = self._named(shift.source), shift.unit.label
        if shift.count == 0:
            if shift.keep or (shift.unit is G.DAY and anchor == PUBLISHED):
                return anchor
            return f"the {unit} of {anchor}"
        if abs(shift.count) > 1 or shift.keep or shift.unit < G.DAY:
            return f"{told_count(abs(shift.count), unit)} {_side(shift.count)} {anchor}"
        of = "" if shift.unit is G.DAY else "that of "
        return f"the {unit} {_side(shift.count)} {of}{anchor}"

    def _directed(self, directed: Directed) -> str:
        recurrence, anchor = directed.recurrence, self._named(directed.source)
        told = told_recurrence(recurrence)
        match directed.direction:
            case Direction.LAST:
                return f"the last {told.removeprefix('the ')} before {anchor}"
            case Direction.NEXT:
                return f"the next {told.removeprefix('the ')} after {anchor}"
        if recurrence.kind == "season":
            return f"the {told} under way at {anchor}, or else that of its year"
        return f"{told} in the {recurrence.outer.label} of {anchor}"

    def _inside(self, outer: Operator, recurrence: Recurrence) -> str:
        told = told_recurrence(recurrence)
        if isinstance(outer, Fixed) and outer.value.period is not None and outer.value.granularity is G.YEAR:
            of = "" if recurrence.inner <= G.SEASON else "of "
            return f"{told} {of}{told_year(outer.value.period.number)}"
        if recurrence.kind in ("minute", "hour"):
            return f"{told} on {self.told(outer)}"
        if recurrence.kind == "part_of_day" and isinstance(outer, Bare) and outer.recurrence.kind == "weekday":
            return f"{self.told(outer)} {told.removeprefix('the ')}"
        return f"{told} of {self.told(outer)}"


def _fixed(fixed: Fixed) -> str:
    value = fixed.value
    if value.type is TimexType.SET:
        return f"a time that comes again: {told_set(value.value)}"
    if value.period is not None:
        return told_period(value.period)
    return _REFERENCES.get(value.value, value.value)


def _side(count: int) -> str:
    return "before" if count < 0 else "after"
