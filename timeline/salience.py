"""How much an event matters, by its own mentions alone, and which events to tell when there is room for a few.

`key_events(events, number)` is what `Timeline.key_events` and the pages of the site choose with.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import islice
from math import fsum
from typing import Protocol, TypeVar

from timeline.articles import Article
from timeline.events import Mention
from timeline.temporal.interval import Interval
from timeline.temporal.timex import Certainty, TimeValue

PINNED = 1.0
"""The salience of an event that always counts among those that matter most."""
_MOST = 0.9999
_HALF = 3.0
"""At this weight an event is half way to 1."""
_AGAIN = 0.5
"""What each further week counts for in which an event is told: what is still told weeks later mattered."""
_LEADS = 1.5
"""What an article counts for that opens with the event."""
_OPENING = 2
"""How many sentences an article opens with."""
_AHEAD = 0.5
"""What it counts for when it only announces the event: plans change."""
_DEFAULT = 0.5
"""What it counts for when its date for the event is vague, or taken by default."""


def salience(mentions: Iterable[Mention], articles: Mapping[str, Article]) -> float:
    """0 to 1, from the articles that tell an event; each counts once, by the best it says.

    Nothing but the event's own mentions is looked at, so that an article elsewhere changes nothing, and their order
    makes no difference.
    """
    told: dict[str, float] = {}
    for mention in mentions:
        worth = _worth(mention, articles[mention.article])
        told[mention.article] = max(worth, told.get(mention.article, 0.0))
    weeks = {articles[identity].published.isocalendar()[:2] for identity in told}
    weight = fsum(told.values()) + _AGAIN * (len(weeks) - 1)
    return min(round(weight / (weight + _HALF), 4), _MOST)


def _worth(mention: Mention, article: Article) -> float:
    interval = mention.when.interval
    announced = interval is not None and article.published.toordinal() < interval.first_day
    leads = mention.sentence in article.prose.sentences[:_OPENING]
    worth = _LEADS if leads else 1.0
    return worth * (_AHEAD if announced else 1.0) * (_DEFAULT if mention.certainty is Certainty.VAGUE else 1.0)


class Salient(Protocol):
    """What is asked of an event to choose it."""

    @property
    def when(self) -> TimeValue: ...
    @property
    def salience(self) -> float: ...
    @property
    def mentions(self) -> Sequence[Mention]: ...


SalientEvent = TypeVar("SalientEvent", bound=Salient)


def key_events(events: Iterable[SalientEvent], number: int) -> list[SalientEvent]:
    """So many of the events at most, those to tell first (`told_first`), in the order given."""
    given = list(events)
    return [given[place] for place in sorted(islice(told_first(given), number))]


def told_first(events: Sequence[Salient]) -> Iterator[int]:
    """The places of the events, those to tell first before the others.

    Every article has a voice for each day that it tells of. The day with most voices is told, by its event of the
    greatest salience; then its articles have been heard, and speak half as loud for the next, a third as loud for the
    one after, so that every story and every time has its share. What two articles vouch for comes before what a single
    one does, and what editors pinned before everything.
    """
    heard: Counter[str] = Counter()
    waiting = [_Day(events, places) for places in _by_day(events)]
    turns = [(day.soonest(), turn) for turn, day in enumerate(waiting)]
    heapify(turns)
    while turns:
        valued, turn = heappop(turns)
        day = waiting[turn]
        # Voices only fall, and never were more than was thought: a day that has as many when its turn comes has most.
        if day.order(heard) == valued:
            yield day.pop(heard)
        if day.places:
            heappush(turns, (day.order(heard), turn))


def _by_day(events: Sequence[Salient]) -> Iterable[list[int]]:
    """The places of those of one day together, or of one longer time."""
    times: defaultdict[Interval, list[int]] = defaultdict(list)
    for place, event in enumerate(events):
        if (interval := event.when.interval) is not None:
            times[interval].append(place)
    days: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for interval, places in times.items():
        days[interval.first_day, interval.last_day] += places
    return days.values()


class _Day:
    """The events of one day, or of one longer time, that are not told yet."""

    __slots__ = ("best", "events", "places", "telling")

    def __init__(self, events: Sequence[Salient], places: list[int]) -> None:
        self.events = events
        self.places = places
        self.best = max(places, key=self._worth) if len(places) > 1 else places[0]
        # Of most days nothing is ever told: who tells of one is looked at where its turn may come, and how often
        # each article does where something of it is told.
        self.telling: Collection[str] | None = None

    def soonest(self) -> tuple[bool, bool, float, int]:
        """Its order if every mention were of another article that was not heard yet: never above the true one."""
        most = sum([len(self.events[place].mentions) for place in self.places])
        return self._order(most, most)

    def order(self, heard: Mapping[str, int]) -> tuple[bool, bool, float, int]:
        """The lower, the sooner its best event is told."""
        if self.telling is None:
            self.telling = {mention.article for place in self.places for mention in self.events[place].mentions}
        voices = fsum(1 / (1 + heard.get(article, 0)) for article in self.telling) if heard else len(self.telling)
        return self._order(voices, len(self.telling))

    def _order(self, voices: float, articles: int) -> tuple[bool, bool, float, int]:
        salience = self.events[self.best].salience
        return salience < PINNED, articles < 2, -round(voices + salience, 9), self.best

    def pop(self, heard: Counter[str]) -> int:
        """Tell the best event, and give its place."""
        heard.update(self.telling or ())
        told = self.best
        if not isinstance(self.telling, Counter):
            self.places.sort(key=self._worth)
            self.telling = Counter(article for place in self.places for article in _articles(self.events[place]))
        self.places.pop()
        articles = _articles(self.events[told])
        self.telling.subtract(articles)
        for article in articles:
            if not self.telling[article]:
                del self.telling[article]
        if self.places:
            self.best = self.places[-1]
        return told

    def _worth(self, place: int) -> tuple[float, int]:
        return self.events[place].salience, -place


def _articles(event: Salient) -> set[str]:
    return {mention.article for mention in event.mentions}
