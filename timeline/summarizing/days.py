"""Which days matter, judged by the articles that name them.

What journalists put into a timeline is best foretold by how many *articles* name a day, better than by how many
sentences do, or by how much was published then. A day that is named again weeks later mattered more; one that stands
out from the days around it is where something happened, and not where there was only much talk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import fsum, log, log1p

from timeline.summarizing.scope import Scope
from timeline.summarizing.told_days import ToldArticle

_LESS = 0.6
"""What an article counts for that does not name the day near the topic's words, or only announces it, since plans
change; and what one of that day counts for that is on the topic and names no day of its own: it tells what is new."""
_AGAIN = 0.05
"""How much the weeks count in which a day is named."""
_AROUND = 0.3
"""How much a day loses by what the days around it have."""
_NEIGHBOURS = 2
"""How many days on either side are around a day: so long news is repeated."""


@dataclass(slots=True)
class _Day:
    voices: list[float] = field(default_factory=list)
    """What each article that speaks for it counts for."""
    weeks: set[int] = field(default_factory=set)


def salience_of_days(articles: Iterable[ToldArticle], scope: Scope) -> dict[int, float]:
    """How much each day of the scope matters that an article names, or was published on.

    A day that a single article vouches for matters less than any that two do. The order of the articles makes no
    difference.
    """
    days: defaultdict[int, _Day] = defaultdict(_Day)
    for article in articles:
        _count(article, scope, days)
    weights = {number: fsum(day.voices) for number, day in days.items()}
    salience: dict[int, float] = {}
    for number, day in sorted(days.items()):
        near = (number + offset for offset in range(-_NEIGHBOURS, _NEIGHBOURS + 1) if offset)
        around = fsum(weights.get(other, 0.0) for other in near) / (2 * _NEIGHBOURS)
        stands_out = log1p(weights[number]) + _AGAIN * log1p(len(day.weeks)) - _AROUND * log1p(around)
        salience[number] = round(stands_out - (_ALONE if len(day.voices) < 2 else 0), 9)
    return salience


_ALONE = 100.0
"""More than any other difference between two days."""


def _count(article: ToldArticle, scope: Scope, days: defaultdict[int, _Day]) -> None:
    """Add what one article says."""
    published = article.published
    voice = _voice(article.days_named)
    near: dict[int, bool] = {}
    for told in article.named:
        near[told.day] = near.get(told.day, False) or told.near_topic
    for number, near_topic in near.items():
        day = days[number]
        weight = 1.0 if near_topic else _LESS
        if published is not None and number > published:
            weight *= _LESS
        elif published is not None and near_topic:
            day.weeks.add((published - 1) // 7)  # day 1 was a Monday
        day.voices.append(weight * voice)
    if published is not None and published not in near and scope.holds(published) and article.topical:
        days[published].voices.append(_LESS)


def _voice(days_named: int) -> float:
    """What each of the days that an article names gets of its voice: an article that names many singles out none.

    >>> [round(_voice(days), 2) for days in (1, 10, 100)]
    [1.0, 0.66, 0.38]
    """
    return log(_FEW) / log(_FEW - 1 + days_named)


_FEW = 6
"""How many days an article may name and still mean each of them."""
