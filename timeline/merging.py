"""Mentions of all articles to events: what is one event is told once, with everyone who told it.

Two mentions are one event when their dates agree (equal, or one inside the other), their clauses
share enough words and names, and nothing contradicts. Only mentions of a common day are compared.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from timeline.articles import Article
from timeline.clauses import load_clause_words
from timeline.errors import ArticleError
from timeline.events import Mention
from timeline.resolving import Resolution
from timeline.salience import salience
from timeline.tellings import ENOUGH, contradiction, likeness
from timeline.temporal.interval import Interval
from timeline.temporal.timex import Certainty, TimeValue

_MONTH = 31


@dataclass(frozen=True, slots=True)
class DateTold:
    """A date that sources give for an event, and how many articles give it."""

    when: TimeValue
    articles: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, with everyone who told it."""

    id: str
    """That of its first-published mention."""
    when: TimeValue
    """The most precise date that the mentions support."""
    certainty: Certainty
    headline: str
    mentions: tuple[Mention, ...]
    """The first published first."""
    salience: float
    topics: tuple[str, ...]
    entities: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    """Ids of the other mentions, which lead here too."""
    dates: tuple[DateTold, ...] = ()
    """Each date that is given, the most told first."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """All events of the articles, in the order of time."""

    title: str
    events: tuple[Event, ...]
    """Sorted by start, end, clock time, id."""
    unplaced: tuple[Mention, ...]
    """What names a time with no place on the calendar."""
    articles: tuple[Article, ...]
    skipped: tuple[ArticleError, ...]
    resolutions: Mapping[str, tuple[Resolution, ...]] = field(default_factory=dict, repr=False)
    """By article id, every time expression of its text in order, durations and sets too."""
    _by_id: Mapping[str, Article] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {article.id: article for article in self.articles})

    def article(self, identity: str) -> Article:
        """The article with that id; raises KeyError when there is none."""
        return self._by_id[identity]


def merge(mentions: Iterable[Mention], articles: Sequence[Article], *, enough: float = ENOUGH) -> list[Event]:
    """The events that the mentions tell, in the order of time.

    The order of mentions and articles makes no difference, and an article that tells nothing of an
    event changes nothing about it. `enough` is the likeness from which two mentions are one event.
    """
    known = {article.id: article for article in articles}
    ordered = sorted(mentions, key=lambda mention: _first_published(mention, known))
    groups = _Groups(ordered, enough)
    for _, one, other in sorted(_alike(ordered, enough)):
        groups.join(one, other)
    events = [_event([ordered[place] for place in group], known) for group in groups.all()]
    return sorted(events, key=event_order)


def event_order(event: Event) -> tuple[int, int, int, int, str]:
    """By what events are sorted: first day, last day, clock time, id."""
    interval = event.when.interval
    assert interval is not None, "an event has a place on the calendar"
    return interval.first_day, interval.last_day, interval.start, interval.end, event.id


def _first_published(mention: Mention, articles: dict[str, Article]) -> tuple[datetime, str, int, str]:
    return articles[mention.article].published, mention.article, mention.clause.start, mention.id


# Which mentions are compared, and which are alike.


def _alike(mentions: Sequence[Mention], enough: float) -> Iterator[tuple[float, int, int]]:
    """Pairs of mentions that tell one event, each with how unlike they are."""
    for one, other in _candidates(mentions):
        first, second = mentions[one].telling, mentions[other].telling
        alike = likeness(first, second) * _by_chance(mentions[one], mentions[other])
        if alike >= enough and not contradiction(first, second):
            yield round(1.0 - alike, 6), one, other


def _by_chance(one: Mention, other: Mention) -> float:
    """What likeness is worth, the more loosely two dates are given, the less: they agree by chance."""
    worth = 0.7 if one.certainty is other.certainty is Certainty.VAGUE else 1.0
    days = max(last - first + 1 for first, last in (_days(one), _days(other)))
    return worth * next(factor for limit, factor in _LOOSE if days <= limit)


_LOOSE = ((1, 1.0), (10, 0.9), (_MONTH, 0.8), (10**9, 0.7))
"""Up to how many days a date spans, and what likeness is worth then."""


def _candidates(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs that share one of their rarest words and whose dates agree, each pair once."""
    days = [_days(mention) for mention in mentions]
    by_term: dict[str, list[tuple[int, int]]] = {}
    for place, mention in enumerate(mentions):
        for term, _ in sorted(mention.telling.terms, key=lambda term: (-term[1], term[0]))[:_RAREST]:
            by_term.setdefault(term, []).append((days[place][0], place))
    seen: set[tuple[int, int]] = set()
    for block in by_term.values():
        block.sort()
        for _, place in block:
            first, last = days[place]
            # Every pair is met from the side of the longer time, in which the other begins.
            for _, other in block[bisect_left(block, (first, -1)) : bisect_left(block, (last + 1, -1))]:
                pair = (min(place, other), max(place, other))
                if place != other and pair not in seen and _agree(mentions[place].when, mentions[other].when):
                    seen.add(pair)
                    yield pair


_RAREST = 12
"""How many of its rarest words a mention is looked up by."""


def _days(mention: Mention) -> tuple[int, int]:
    interval = mention.when.interval
    assert interval is not None, "only mentions with a place on the calendar are merged"
    return interval.first_day, interval.last_day


def _agree(one: TimeValue, other: TimeValue) -> bool:
    """Whether two dates can be one: equal, or one inside the other and not lost in it."""
    if one.interval is None or other.interval is None:
        return False
    if one.interval == other.interval:
        return True
    longer, shorter = (
        (one.interval, other.interval) if one.interval.contains(other.interval) else (other.interval, one.interval)
    )
    if not longer.contains(shorter):
        return False
    # A day of a month can be what the month's news was; a day of a year says nothing of it.
    return longer.last_day - longer.first_day < _MONTH or shorter.last_day - shorter.first_day >= _MONTH - 4


class _Groups:
    """Mentions that are one event so far."""

    def __init__(self, mentions: Sequence[Mention], enough: float) -> None:
        self.mentions = mentions
        self.least = enough * _BAND
        self.members: dict[int, list[int]] = {place: [place] for place in range(len(mentions))}
        self.group = list(range(len(mentions)))
        self.apart: set[tuple[int, int, int, int]] = set()
        """Pairs of groups, with their sizes, that are known to be two events."""

    def join(self, one: int, other: int) -> None:
        """Make one group of those of two mentions, unless a member of one contradicts one of the other."""
        first, second = sorted((self.group[one], self.group[other]))
        asked = (first, len(self.members[first]), second, len(self.members[second]))
        if first == second or asked in self.apart:
            return
        if not (self.agree(first, second) and self.alike(first, second)):
            self.apart.add(asked)
            return
        for place in self.members[second]:
            self.group[place] = first
        self.members[first] = sorted(self.members[first] + self.members.pop(second))

    def agree(self, first: int, second: int) -> bool:
        """Whether no member of one group says what no member of the other can."""
        some, others = self.facts(first), self.facts(second)
        if (
            any(each.telling.negated for each in some + others)
            or len({each.telling.places for each in some + others}) > 1
        ):
            # What is denied, or where it was, any member may say.
            some, others = ([self.mentions[place] for place in self.members[group]] for group in (first, second))
        return all(_agree(a.when, b.when) and not contradiction(a.telling, b.telling) for a in some for b in others)

    def facts(self, group: int) -> list[Mention]:
        """The members that differ in date or in what could be contradicted."""
        members = (self.mentions[place] for place in self.members[group])
        differing = {
            (
                each.when.interval,
                each.telling.places,
                each.telling.counts,
                each.telling.opposed,
                each.telling.negated,
            ): each
            for each in members
        }
        return list(differing.values())

    def alike(self, first: int, second: int) -> bool:
        """Whether the groups are alike on average, by the first published of each."""
        some, others = (self.members[group][:_ASKED] for group in (first, second))
        pairs = [(self.mentions[a].telling, self.mentions[b].telling) for a in some for b in others]
        return sum(likeness(a, b) for a, b in pairs) >= self.least * len(pairs)

    def all(self) -> list[list[int]]:
        """The groups, each with its members in order."""
        return list(self.members.values())


_BAND = 0.6
"""How much of the likeness two mentions need their groups need on average, so that no chain of
small steps joins what has nothing in common."""
_ASKED = 8
"""How many members of a group are compared with another group."""


# From a group to an event.


def _event(mentions: Sequence[Mention], articles: dict[str, Article]) -> Event:
    """The event that a group of mentions tells; the first published comes first."""
    dates = _dates(mentions)
    finest = min(dates, key=lambda told: _length(told.when))
    certainty = min(
        (mention.certainty for mention in mentions if mention.when.interval == finest.when.interval),
        key=lambda each: each.doubt,
    )
    told_by = [articles[identity] for identity in dict.fromkeys(mention.article for mention in mentions)]
    first = mentions[0]
    return Event(
        id=first.id,
        when=finest.when,
        certainty=certainty,
        headline=_headline(mentions, articles),
        mentions=tuple(mentions),
        salience=salience([(article.id, article.published.date()) for article in told_by], certainty),
        topics=tuple(dict.fromkeys(article.topic for article in told_by if article.topic)),
        entities=_entities(mentions),
        aliases=tuple(mention.id for mention in mentions[1:]),
        dates=tuple(dates),
    )


def _dates(mentions: Sequence[Mention]) -> list[DateTold]:
    """The dates given, the most told first, then the finer."""
    values: dict[Interval, TimeValue] = {}
    told: dict[Interval, set[str]] = {}
    for mention in mentions:
        assert mention.when.interval is not None
        values.setdefault(mention.when.interval, mention.when)
        told.setdefault(mention.when.interval, set()).add(mention.article)
    dates = [DateTold(values[interval], len(told[interval])) for interval in values]
    return sorted(dates, key=lambda each: (-each.articles, _length(each.when), each.when.value))


def _length(when: TimeValue) -> int:
    return when.interval.end - when.interval.start if when.interval is not None else 0


def _headline(mentions: Sequence[Mention], articles: dict[str, Article]) -> str:
    """The best headline: with a name, of a date told, afterwards, closest to what all tell, long enough to say it."""
    asked = mentions[:_ASKED]

    def order(mention: Mention) -> tuple[bool, bool, bool, float, int]:
        words = load_clause_words(mention.telling.language)
        opening = mention.headline.split(" ", 1)[0].lower()
        nameless = opening in words.subject_pronouns or not mention.names
        vague = mention.certainty is Certainty.VAGUE
        close = sum(likeness(mention.telling, other.telling) for other in asked)
        announced = articles[mention.article].published.toordinal() < _days(mention)[0]
        return nameless, vague, announced, -round(close, 3), abs(len(mention.headline) - _GOOD_LENGTH)

    return min(asked, key=order).headline


_GOOD_LENGTH = 70


def _entities(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The names, the most told first, a surname folded into the full name."""
    names = Counter(name for mention in mentions for name in mention.names)
    full = {name: next((long for long in sorted(names) if long.endswith(f" {name}")), name) for name in names}
    counted: Counter[str] = Counter()
    for name, count in names.items():
        counted[full[name]] += count
    return tuple(sorted(counted, key=lambda name: (-counted[name], name)))
