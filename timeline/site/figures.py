"""What the page "How dates were resolved" counts."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.events import Mention
from timeline.merging import Timeline
from timeline.resolutions import Resolution
from timeline.spans import Span
from timeline.temporal.timex import Certainty, TimexType
from timeline.wording import Phrase, phrase

_DATES = phrase("date an event")
_BESIDE = phrase("stand in the words of an event beside its date: the end of a range, or a date once more")
_QUIET = phrase("are dates in a clause that tells no event")
_LENGTHS = phrase("name a length of time, or what comes again and again")
_PLACELESS = phrase("name a time without a place on the calendar")
_OUTCOMES = (_DATES, _BESIDE, _QUIET, _PLACELESS, _LENGTHS)
"""What can come of a time expression."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of some of the time expressions."""

    words: Phrase
    certainty: tuple[int, ...]
    """How many of them are so sure, the surest first; what is no date is none of these."""
    count: int


@dataclass(frozen=True, slots=True)
class RuleUse:
    """What kind of time rules read, and how many of the time expressions are of it."""

    words: Phrase
    names: tuple[str, ...]
    """The rules, as their languages name them."""
    example: str
    """Words that it read, in what the site may show; empty where it may show none."""
    count: int


@dataclass(frozen=True, slots=True)
class Figures:
    """This site in numbers."""

    articles: int
    events: int
    expressions: int
    """Time expressions, durations and sets too."""
    unplaced: int
    certainty: dict[str, int]
    """Time expressions by how sure they are."""
    outcomes: tuple[Outcome, ...]
    """Each time expression is counted in one of them."""
    wordless: int
    """Events that no words date: their article's day of publication was taken."""
    rules: tuple[RuleUse, ...]
    """Most used first."""


def figures_of(timeline: Timeline) -> Figures:
    """The numbers of a timeline."""
    telling: dict[str, list[Mention]] = {article.id: [] for article in timeline.articles}
    for event in timeline.events:
        for mention in event.mentions:
            telling[mention.article].append(mention)
    quoted = {
        (mention.article, mention.resolution.expression.span)
        for mention in (*timeline.unplaced, *(each for told in telling.values() for each in told))
    }
    outcomes: Counter[tuple[Phrase, Certainty | None]] = Counter()
    uses: Counter[Phrase] = Counter()
    names: dict[Phrase, set[str]] = {}
    examples: dict[Phrase, str] = {}
    for article in timeline.articles:
        found = timeline.resolutions.get(article.id, ())
        outcomes.update(zip(_outcomes(found, telling[article.id]), (each.certainty for each in found), strict=True))
        for each in found:
            expression, rule = each.expression, each.rule
            uses[rule] += 1
            names.setdefault(rule, set()).add(expression.rule)
            if article.publish == "full" or (article.id, expression.span) in quoted:
                examples.setdefault(rule, expression.text)
    return Figures(
        articles=len(timeline.articles),
        events=len(timeline.events),
        expressions=uses.total(),
        unplaced=len(timeline.unplaced),
        certainty={each.value: sum(outcomes[outcome, each] for outcome in _OUTCOMES) for each in Certainty},
        outcomes=tuple(_outcome(words, outcomes) for words in _OUTCOMES),
        wordless=sum(not any(each.resolution.expression.text for each in event.mentions) for event in timeline.events),
        rules=tuple(
            RuleUse(rule, tuple(sorted(names[rule])), examples.get(rule, ""), count)
            for rule, count in sorted(uses.items(), key=lambda use: (-use[1], str(use[0])))
        ),
    )


def _outcome(words: Phrase, outcomes: Counter[tuple[Phrase, Certainty | None]]) -> Outcome:
    certainty = tuple(outcomes[words, each] for each in Certainty)
    return Outcome(words, certainty, sum(certainty) + outcomes[words, None])


def _outcomes(found: Sequence[Resolution], mentions: Iterable[Mention]) -> list[Phrase]:
    """What came of each time expression of an article that tells these events."""
    dating = {mention.resolution.expression.span for mention in mentions}
    clauses = sorted({mention.clause for mention in mentions})
    return [_outcome_of(each, dating, clauses) for each in found]


def _outcome_of(resolution: Resolution, dating: set[Span], clauses: Sequence[Span]) -> Phrase:
    span, value = resolution.expression.span, resolution.value
    if span in dating:
        return _DATES
    if value is not None and value.type in (TimexType.DURATION, TimexType.SET):
        return _LENGTHS
    if value is None or value.interval is None:
        return _PLACELESS
    before = clauses[: bisect_right(clauses, span)]
    return _BESIDE if any(clause.end >= span.end for clause in before[-8:]) else _QUIET
