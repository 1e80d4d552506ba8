"""A time expression placed on the calendar, with the reasons kept; they are put in words when asked for."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from timeline.explaining.derivations import (
    PUBLISHED,
    TOLD_BEFORE,
    counts_from_told,
    told_choice,
    told_coarseness,
    told_meaning,
)
from timeline.explaining.rules import told_rule
from timeline.explaining.times import told_alternative, told_day, told_outcome, told_period
from timeline.tagging import TimeExpression
from timeline.temporal.granularity import Granularity
from timeline.temporal.operators import Source, Unsaid
from timeline.temporal.period import Period
from timeline.temporal.timex import Certainty, Modifier, TimeValue, TimexType
from timeline.wording import IN_ENGLISH, Phrase, Said, Wording, phrase


class Anchor(Struct, frozen=True, gc=False):
    """What a time was counted from."""

    period: Period
    source: Source
    """PUBLISHED or EARLIER."""
    text: str = ""
    """The words of the other expression."""
    is_behind: bool = False
    """The other expression stands right behind: "in [August] and September 1914"."""
    note: Said = ""
    """Why it is this publication date, where nobody wrote one."""


class Resolution(Struct, frozen=True, gc=False):
    """A time expression placed on the calendar, and why there."""

    expression: TimeExpression
    value: TimeValue | None
    """None when there is nothing to count from; the explanation says so."""
    certainty: Certainty | None
    """None for durations and sets."""
    anchor: Anchor | None = None
    """None when the words fix the time by themselves."""
    reason: Phrase | None = None
    """Why a bare time was placed where it is."""
    alternatives: tuple[TimeValue, ...] = ()
    """The nearest other times that the words allow."""
    bound: bool = False
    """Whether it only says by when: "by 2024"."""

    @property
    def rule(self) -> Phrase:
        """The rule that read it, in words of its own."""
        return told_rule(self.expression.rule, self.expression.meaning, self._story)

    @property
    def notation(self) -> str:
        """Its rule and its value as TIMEX3, for who knows these: "en: <weekday> · 2015-08-11"."""
        rule, value = self.expression.rule, self.value
        if value is None:
            return rule
        return f"{rule} · {value.value}{f' {value.modifier}' if value.modifier else ''}"

    @property
    def _story(self) -> Phrase:
        """What it is counted from where its words do not say."""
        return TOLD_BEFORE if self.anchor is not None and self.anchor.source is not Source.PUBLISHED else PUBLISHED

    @property
    def explanation(self) -> tuple[str, ...]:
        """The derivation in English, one printable step a line."""
        return self.explained(IN_ENGLISH)

    def explained(self, wording: Wording) -> tuple[str, ...]:
        """The derivation in the words of a language, one printable step a line."""
        return tuple(wording.tell(step) for step in self._steps(wording))

    def _steps(self, wording: Wording) -> Iterator[Phrase]:
        expression, anchor, value = self.expression, self.anchor, self.value
        if expression.text:
            yield phrase("“%(phrase)s” is read as %(rule)s", phrase=_flat(expression.text), rule=self.rule)
        else:
            yield phrase("no words name a time here; this is %(rule)s", rule=self.rule)
        yield phrase("it means %(meaning)s", meaning=told_meaning(expression.meaning, self._story))
        if anchor is not None:
            yield self._told_anchor(anchor, wording)
            if anchor.note:
                yield phrase("nobody wrote that date, it is inferred: %(reason)s", reason=anchor.note)
        if self.reason is not None:
            yield told_choice(expression.meaning, self.reason)
        if value is not None:
            coarseness = told_coarseness(expression.meaning, value)
            if coarseness is not None:
                yield coarseness
            yield told_outcome(value)
        elif isinstance(expression.meaning, Unsaid):
            yield phrase("so it has no date")
        elif anchor is None:
            yield phrase("there is nothing to count it from, so it has no date")
        else:
            yield phrase("the calendar has none there, so it has no date")
        if self.bound:
            yield phrase("the words before it say by when, before when or after when, and not when")
        if self.alternatives:
            yield phrase("it could also have been %(times)s", times=_either(self.alternatives))

    def _told_anchor(self, anchor: Anchor, wording: Wording) -> Phrase:
        if anchor.source is not Source.PUBLISHED:
            words, name = _flat(anchor.text), told_period(anchor.period)
            if words == wording.tell(name):
                if anchor.is_behind:
                    return phrase("the time told right after it is “%(words)s”", words=words)
                return phrase("the time told before is “%(words)s”", words=words)
            if anchor.is_behind:
                return phrase("the time told right after it is “%(words)s”, %(time)s", words=words, time=name)
            return phrase("the time told before is “%(words)s”, %(time)s", words=words, time=name)
        day = told_day(anchor.period.first_day)
        if counts_from_told(self.expression.meaning):
            return phrase("no time told before fits, so it is counted from the publication date, %(day)s", day=day)
        return phrase("the publication date is %(day)s", day=day)


def certainty_of(value: TimeValue | None, is_counted: bool) -> Certainty | None:
    """How sure a time is, which may be counted from another one; None for durations and sets."""
    if value is None:
        return Certainty.VAGUE
    if value.type in (TimexType.DURATION, TimexType.SET):
        return None
    if value.interval is None or value.modifier is Modifier.APPROX:
        return Certainty.VAGUE
    if value.modifier is not None and value.granularity is not None and value.granularity > Granularity.DAY:
        return Certainty.VAGUE
    return Certainty.INFERRED if is_counted else Certainty.EXACT


def _either(times: tuple[TimeValue, ...]) -> Said:
    first, *others = map(told_alternative, times)
    for other in others:
        first = phrase("%(times)s or %(other)s", times=first, other=other)
    return first


def _flat(text: str) -> str:
    return " ".join(text.split())
