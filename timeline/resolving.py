"""Placing time expressions on the calendar, with the reasons kept.

News is read from its publication date: "on Tuesday" is the latest Tuesday, unless the words around
it look ahead. A narrative is read from the dates it has told so far. Either way "the following day"
hangs on the last expression that is fine enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from timeline.days_of_hours import BRACKETS, day_behind
from timeline.directions import AHEAD, BACK, BOUND, direction_of, told_together
from timeline.grammar.locale import Locale
from timeline.policies import (
    Step,
    choose_in_narrative,
    choose_in_news,
    closes,
    opens_sentence,
    step_of,
)
from timeline.resolutions import Anchor, Resolution, certainty_of
from timeline.spans import Span
from timeline.tagging import TimeExpression
from timeline.temporal.calendar import DAY
from timeline.temporal.granularity import Granularity
from timeline.temporal.operators import Bare, Fixed, Modified, Source
from timeline.temporal.period import Period
from timeline.temporal.recurrence import Recurrence
from timeline.temporal.timex import TimeValue
from timeline.told import Told, lands, told
from timeline.wording import Phrase, Said, phrase

G = Granularity

_NEAR = 120
"""How far behind a day its hours are told, in characters: about a sentence."""
_AGAINST = 60
"""How many characters are read for the words that hold a time against another."""
_LOOK_BACK = 12
"""How many earlier expressions are asked for one of the right granularity."""


def resolve(
    text: str,
    expressions: Sequence[TimeExpression],
    published: datetime | None,
    locale: Locale,
    style: str = "news",
    inferred: Said = "",
) -> list[Resolution]:
    """Place the expressions of one text, which stand in its order.

    `published` is the wall clock of the article; a midnight counts as a day without a clock time.
    Without it only what the text itself fixes is placed. `inferred` says why it is this date, where nobody wrote one.
    """
    scene = _Scene(text, published, locale, narrative=style == "narrative", note=inferred)
    following, found = [*expressions[1:], None], []
    for number, expression in enumerate(expressions):
        scene.day = None
        if text.startswith(BRACKETS, expression.span.end):
            scene.look_ahead(day_behind(text, expressions, number))
        found.append(scene.resolved(expression, following[number]))
    return found


class _Scene:
    """What is known at one point of the text: the publication date and what was told before."""

    def __init__(self, text: str, published: datetime | None, locale: Locale, narrative: bool, note: Said = "") -> None:
        self.text = text
        self.note = note
        self.cues = locale.cues
        self.narrative = narrative
        self.published: Period | None = None
        if published is not None:
            second = (published.toordinal() - 1) * DAY + published.hour * 3600 + published.minute * 60
            self.published = Period.of_second(G.MINUTE if second % DAY else G.DAY, second)
        self.told: list[Told] = []
        self.story: list[Step] = []
        """What a narrative goes by."""
        self.expression: TimeExpression | None = None
        self.opening: Anchor | None = None
        """The expression, where it opens a range."""
        self.opened: Anchor | None = None
        """The first end of the range that the expression closes."""
        self.following: TimeExpression | None = None
        self.preceding: TimeExpression | None = None
        self.anchored: Anchor | None = None
        self.reason: Phrase | None = None
        self.options: tuple[Period, ...] = ()
        """The occurrences that were not chosen."""
        self.day: Anchor | None = None
        """The day of the hours that are placed, where it is told behind them."""
        self.instead: Period | None = None
        """One of them, while it is seen what the expression would have come to with it."""

    def look_ahead(self, day: TimeExpression | None) -> None:
        """Place the day that the hours are of which come next, where it is told behind them."""
        if day is not None:
            self.preceding, self.expression, self.following, self.opened = None, day, None, None
            value = day.meaning.place(self)
            if value is not None and value.period is not None:
                self.day = Anchor(value.period, Source.EARLIER, day.text, is_behind=True)

    def resolved(self, expression: TimeExpression, following: TimeExpression | None) -> Resolution:
        """Place one expression, and remember it for the ones that hang on it."""
        self.opened, self.opening = self.opening, None
        self.preceding, self.expression, self.following = self.expression, expression, following
        self.anchored, self.reason, self.options, self.instead = None, None, (), None
        value = expression.meaning.place(self)
        if value is not None and value.period is not None and expression.opens_range:
            self.opening = Anchor(value.period, Source.EARLIER, expression.text)
        if value is not None:
            span, before = expression.span, self.told[-1] if self.told else None
            leads = self.narrative and value.period is not None and self._go_on(value.period)
            tells = told(expression.meaning, value, self.text, span.start, span.end, before, leads)
            if tells is not None:
                self.told.append(tells)
        anchored, certainty = self.anchored, certainty_of(value, self.anchored is not None)
        return Resolution(expression, value, certainty, anchored, self.reason, self._alternatives(expression, value))

    def _go_on(self, period: Period) -> bool:
        """Whether a narrative goes on to the period that it tells."""
        start = self.expression.span.start if self.expression else 0
        steps = step_of(self.story, period, self.anchored is None, opens_sentence(self.text, start))
        self.story += steps
        return any(not step.aside for step in steps)

    def anchor(self, source: Source, granularity: Granularity) -> Period | None:
        """The time to count from; see `operators.Scene`."""
        if self.day is not None and source is Source.NEARBY:
            self.anchored = self.day
            return self.day.period
        counts_from_told = source is not Source.PUBLISHED and (source is not Source.STORY or self.narrative)
        if counts_from_told:
            finest = G.MONTH if source is Source.STRETCH else G.SECOND
            since: Period | None = None
            for earlier in reversed(self.told[-_LOOK_BACK:]):
                if source is Source.NEARBY and not self.narrative and not self._is_near(earlier):
                    break
                if earlier.period is None:
                    if granularity >= G.YEAR and not self.narrative:
                        # "For the nine months": of this year, so that the year is all that can be counted from.
                        break
                elif earlier.leads and granularity <= G.DAY < earlier.period.granularity:
                    since = since or earlier.period
                elif since is not None and not since.interval.contains(earlier.period.interval):
                    break  # a story that has gone on to October counts from no day in June
                period = self._told(earlier, finest, granularity)
                if period is not None and not self._lands_too_late(period):
                    self.anchored = Anchor(period, Source.EARLIER, earlier.text)
                    return period
        if counts_from_told and self.narrative and self.told:
            return None  # "the next day" in a story that told no day
        if counts_from_told and self.published is not None and self._lands_too_late(self.published):
            return None  # "two days later he fell", of which nobody said since when
        if self.published is not None:
            self.anchored = Anchor(self.published, Source.PUBLISHED, note=self.note)
        return self.published

    def _told(self, earlier: Told, finest: Granularity, coarsest: Granularity) -> Period | None:
        """What an earlier expression told, if a time of these granularities may be counted from it.

        "Up from 2.9% in December" only holds a month against the one that the sentence is about.
        """
        period = earlier.between(finest, coarsest)
        if period is None or period.granularity < G.MONTH:
            return period
        start = earlier.end - len(earlier.text)
        before = self.text[max(0, start - _AGAINST) : start].lower()
        return None if self.cues.held_against.search(before) else period

    def _lands_too_late(self, anchor: Period) -> bool:
        """Whether what has happened would come after the news of it, were it counted from there: "a week later he fell"."""
        if self.expression is None or self.published is None or self.narrative:
            return False
        there = lands(self.expression.meaning, anchor)
        if there is None or there.interval.start < self.published.interval.end:
            return False
        return direction_of(self.text, self.expression.span, self.cues) <= BACK

    def told_last(self, granularity: Granularity) -> Period | None:
        """The last time told of just that granularity; see `operators.Scene`."""
        anchors = [
            Anchor(period, Source.EARLIER, earlier.text)
            for earlier in reversed(self.told[-_LOOK_BACK:])
            if (period := self._told(earlier, granularity, granularity)) is not None
        ]
        # One that is over comes before one that is under way: results are those of a quarter that is over.
        published = self.published
        over = (each for each in anchors if published is None or each.period.interval.end <= published.interval.start)
        self.anchored = next(over, anchors[0] if anchors else None)
        return self.anchored.period if self.anchored else None

    def choose(self, recurrence: Recurrence) -> Period | None:
        """The occurrence that the policy prefers; see `operators.Scene`."""
        if self.instead is not None:
            return self.instead
        day = self._beside(recurrence)
        if day is not None:
            self.anchored = Anchor(day, Source.EARLIER, self.told[-1].text)
            self.reason = phrase("it stands beside that day, which is such a day of the week")
            return day
        partner = self._partner()
        if partner is not None:
            words = self.following.text if self.following else ""
            self.anchored = Anchor(partner, Source.EARLIER, words, is_behind=True)
            self.reason = phrase("the two are told together, so they are of one year")
            before, same, _ = recurrence.near(partner)
            return same or before
        if self.opened is not None and (self.narrative or closes(recurrence, self.opened.period, self.published)):
            self.anchored = self.opened
            self.reason = phrase("it ends a range, so it is the first one after the beginning")
            _, same, after = recurrence.near(self.opened.period)
            return same or after
        anchor = self.anchor(Source.STORY, G.CENTURY if self.narrative else G.YEAR)
        if anchor is None or self.expression is None:
            return None
        if self.narrative and self.story:
            chosen, self.reason = choose_in_narrative(recurrence, self.story)
        else:
            span = self.expression.span
            if self.expression.opens_range and self.following is not None:
                span = Span(span.start, self.following.span.end)
            end = self.following.meaning if self.expression.opens_range and self.following is not None else None
            closing = end.recurrence if isinstance(end, Bare) else None
            chosen, self.reason = choose_in_news(recurrence, anchor, lambda: self._direction(span, recurrence), closing)
        self.options = tuple(other for other in recurrence.near(anchor) if other is not None and other != chosen)
        return chosen

    def _direction(self, span: Span, recurrence: Recurrence) -> int:
        """Where the clause looks: what looks ahead to one weekday does so to all that are told together with it.

        Yesterday may be meant though the words look ahead, but not in "plan to meet on Monday and on Thursday".
        """
        direction = direction_of(self.text, span, self.cues)
        if recurrence.outer is not G.WEEK:
            return direction
        if self._looked_ahead() and told_together(self.text, self.preceding, self.expression, self.cues):
            return BOUND  # "by Thursday or [Friday]"
        if direction is not AHEAD:
            return direction
        row = (self.preceding, self.expression, self.following)
        together = (told_together(self.text, one, other, self.cues) for one, other in pairwise(row))
        return BOUND if any(together) else direction

    def _looked_ahead(self) -> bool:
        """Whether what was told last is after the publication date."""
        last, published = self.told[-1].period if self.told else None, self.published
        return last is not None and published is not None and last.interval.start >= published.interval.end

    def _beside(self, recurrence: Recurrence) -> Period | None:
        """The day right before this weekday that it only names: "the next day, [Sunday]"."""
        if recurrence.outer is not G.WEEK or self.expression is None or not self.told:
            return None
        last = self.told[-1]
        if self.expression.span.start != last.end + 2 or self.text[last.end] != "," or last.period is None:
            return None
        return last.period if recurrence.inside(last.period.within(G.WEEK)) == last.period else None

    def _alternatives(self, expression: TimeExpression, value: TimeValue | None) -> tuple[TimeValue, ...]:
        """What all of the expression comes to with each occurrence that was not chosen: "Tuesday night"."""
        if isinstance(expression.meaning, Bare):
            return tuple(map(TimeValue.of, self.options))
        found: list[TimeValue] = []
        for option in self.options:
            self.instead = option
            other = expression.meaning.place(self)
            if other is not None and value is not None and other.value != value.value:
                found.append(other)
        return tuple(found)

    def _partner(self) -> Period | None:
        """The time right after this one that gives a year for both: "in [August] and September 1914"."""
        after = self.following
        if after is None or self.expression is None or after.span.start - self.expression.span.end > 9:
            return None
        meaning = after.meaning.outer if isinstance(after.meaning, Modified) else after.meaning
        if not isinstance(meaning, Fixed):
            return None
        between = self.text[self.expression.span.end : after.span.start].strip().lower().replace("–", "-")
        period = meaning.value.period
        if between not in self.cues.range_link or period is None or not G.DAY <= period.granularity < G.YEAR:
            return None
        return period

    def _is_near(self, earlier: Told) -> bool:
        """Whether the expression stands in the paragraph of one told before, and not far from it."""
        start = self.expression.span.start if self.expression else 0
        return start - earlier.end <= _NEAR and "\n\n" not in self.text[earlier.end : start]
