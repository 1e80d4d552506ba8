"""What the page "How dates were resolved" counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from timeline.merging import Timeline
from timeline.temporal.timex import Certainty


@dataclass(frozen=True, slots=True)
class RuleUse:
    """A rule of a language, and how many of the time expressions it read."""

    name: str
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
    """Events by how sure their date is."""
    rules: tuple[RuleUse, ...]
    """Most used first."""


def figures_of(timeline: Timeline) -> Figures:
    """The numbers of a timeline."""
    told = Counter(event.certainty for event in timeline.events)
    quoted = {
        (mention.article, mention.resolution.expression.span)
        for mention in (*timeline.unplaced, *(each for event in timeline.events for each in event.mentions))
    }
    examples: dict[str, str] = {}
    uses: Counter[str] = Counter()
    for article in timeline.articles:
        for found in timeline.resolutions.get(article.id, ()):
            expression = found.expression
            uses[expression.rule] += 1
            if article.publish == "full" or (article.id, expression.span) in quoted:
                examples.setdefault(expression.rule, expression.text)
    return Figures(
        articles=len(timeline.articles),
        events=len(timeline.events),
        expressions=uses.total(),
        unplaced=len(timeline.unplaced),
        certainty={certainty.value: told[certainty] for certainty in Certainty},
        rules=tuple(
            RuleUse(name, examples.get(name, ""), count)
            for name, count in sorted(uses.items(), key=lambda use: (-use[1], use[0]))
        ),
    )
