"""Which days matter, judged by the articles that name them.

What journalists put into a timeline is best foretold by how many *articles* name a day, better than by how many
sentences do, or by how much was published then. A day that is named again weeks later mattered more; one that stands
out from the days around it is where something happened, and not where there was only much talk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log1p

from timeline.summarizing.scope import Scope
from timeline.summarizing.told_days import ToldArticle

_FAR_FROM_TOPIC = 0.75
"""What an article counts for that names the day, but not near the topic's words."""
_AHEAD = 0.5
"""What it counts for less when it only announces the day: plans change."""
_PUBLISHED_THEN = 0.5
"""What an article of that day on the topic counts for that names no day of its own: it tells what is new."""
_AGAIN = 0.1
"""How much the weeks count in which a day is named."""
_AROUND = 0.35
"""How much a day loses by what the days around it have."""
_NEIGHBOURS = 3
"""How many days on either side are around a day."""


@dataclass(slots=True)
class _Day:
    weight: float = 0.0
    articles: int = 0
    weeks: set[int] = field(default_factory=set)


def salience_of_days(articles: Iterable[ToldArticle], scope: Scope) -> dict[int, float]:
    """How much each day of the scope matters that an article names, or was published on.

    A day that a single article vouches for matters less than any that two do. The order of the articles makes no
    difference.
    """
    days: defaultdict[int, _Day] = defaultdict(_Day)
    for article in articles:
        _count(article, scope, days)
    salience: dict[int, float] = {}
    for number, day in sorted(days.items()):
        near = (number + offset for offset in range(-_NEIGHBOURS, _NEIGHBOURS + 1) if offset)
        around = sum(days[other].weight for other in near if other in days) / (2 * _NEIGHBOURS)
        stands_out = log1p(day.weight) + _AGAIN * log1p(len(day.weeks)) - _AROUND * log1p(around)
        salience[number] = round(stands_out - (_ALONE if day.articles < 2 else 0), 9)
    return salience


_ALONE = 100.0
"""More than any other difference between two days."""


def _count(article: ToldArticle, scope: Scope, days: defaultdict[int, _Day]) -> None:
    """Add what one article says."""
    published = article.published
    near: dict[int, bool] = {}
    for told in article.named:
        near[told.day] = near.get(told.day, False) or told.near_topic
    for number, near_topic in near.items():
        day = days[number]
        weight = 1.0 if near_topic else _FAR_FROM_TOPIC
        if published is not None and number > published:
            weight *= _AHEAD
        elif published is not None and near_topic:
            day.weeks.add((published - 1) // 7)  # day 1 was a Monday
        day.weight += weight
        day.articles += 1
    if published is not None and published not in near and scope.holds(published) and article.topical:
        days[published].weight += _PUBLISHED_THEN
        days[published].articles += 1
