"""Mentions of all articles to events: what is one event is told once, with everyone who told it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from hashlib import blake2b

from msgspec import Struct

from timeline.articles import Article
from timeline.best_headlines import best_headline
from timeline.clauses import load_clause_words
from timeline.contradicting import Contradicted, contradicted
from timeline.corrections import Corrected, Correction
from timeline.date_words import IN_ENGLISH, DateWords
from timeline.dates_told import DateTold, dates_told, length_of
from timeline.errors import ArticleError, CorrectionError
from timeline.events import Mention
from timeline.grouping import NOTHING_GROUPED, Grouped, group_mentions
from timeline.resolutions import Resolution
from timeline.salience import salience
from timeline.selecting import Selection, check_names, day_number, first_day, last_day, selected
from timeline.tellings import ENOUGH, fold_names
from timeline.temporal.calendar import civil
from timeline.temporal.timex import Certainty, TimeValue


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
    corrections: tuple[Corrected, ...] = ()
    """What editors corrected about it; its date and headline are theirs then."""
    contradictions: tuple[Contradicted, ...] = ()
    """What other events tell that would be one with it otherwise, and what editors joined though it says otherwise."""
    language: str = ""
    """That of its first mention, and so of its names."""
    places: tuple[str, ...] = ()
    """Where it happened, as its mentions say."""
    mark: bytes = field(default=b"", repr=False, compare=False)
    """One for all that its own mentions make it; none where that is not known."""

    @property
    def year(self) -> int:
        """The astronomical year in which it begins, or may have begun."""
        assert self.when.interval is not None, "an event has a place on the calendar"
        return civil(self.when.interval.first_day)[0]

    @property
    def hedged(self) -> TimeValue:
        """Its date so that it never says more than is known."""
        return self.when.hedged(self.certainty)

    @property
    def disagreement(self) -> tuple[DateTold, ...]:
        """The dates given, where two of them cannot both be right."""
        intervals = [told.when.interval for told in self.dates if told.when.interval is not None]
        # Intervals that overlap two by two have a second in common: the latest start is before the earliest end.
        if not intervals or max(each.start for each in intervals) < min(each.end for each in intervals):
            return ()
        return self.dates


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
    problems: tuple[CorrectionError, ...] = ()
    """Corrections that cannot be read or no longer apply."""
    hidden: Mapping[str, Correction] = field(default_factory=dict, repr=False)
    """By mention id, what hides its event."""
    asked: tuple[Selection, ...] = ()
    """By what it was selected, one after the other; of the whole there is none."""
    out_of: int = 0
    """How many events there are in the whole that it was selected from."""
    _by_id: Mapping[str, Article] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {article.id: article for article in self.articles})

    def article(self, identity: str) -> Article:
        """The article with that id; raises KeyError when there is none."""
        return self._by_id[identity]

    def select(self, selection: Selection, words: DateWords = IN_ENGLISH) -> Timeline:
        """The part that is asked for, with the articles that tell it.

        What has no place on the calendar is in the whole alone. `words` are those of the dates, where another language
        than English is searched.

        Raises:
            UsageError: there are no events of a topic, entity or source that is named.
        """
        if not selection:
            return self
        check_names(selection, self.events, self._by_id)
        return self._of(selection, words)

    def between(self, first: date | str | None = None, last: date | str | None = None) -> Timeline:
        """The events that happened, or may have, from one day to another, both included; None leaves an end open.

        Days, months and years may be written as ISO 8601 does: "2015-08-01", "2015-08", "2015".

        Raises:
            UsageError: a day is none, or the last comes before the first.
        """
        from_day = None if first is None else day_number(first, first_day)
        to_day = None if last is None else day_number(last, last_day)
        return self._of(Selection(from_day, to_day))

    def about(self, *topics: str) -> Timeline:
        """The events of any of the topics."""
        return self._of(Selection(topics=topics))

    def naming(self, *entities: str) -> Timeline:
        """The events that name any of the people, places and bodies."""
        return self._of(Selection(entities=entities))

    def told_by(self, *sources: str) -> Timeline:
        """The events that an article of any of these outlets tells."""
        return self._of(Selection(sources=sources))

    def certain(self, *certainties: str) -> Timeline:
        """The events whose date is as certain as that: "exact", "inferred", "vague".

        Raises:
            UsageError: there is no such certainty.
        """
        return self._of(Selection.of(("certainty", each) for each in certainties))

    def saying(self, text: str) -> Timeline:
        """The events with all of these words, or words that begin so."""
        return self._of(Selection(text=text))

    def key_events(self, number: int) -> Timeline:
        """So many events that matter most, in the order of time: those of the days that most articles tell of.

        Raises:
            UsageError: the number is negative.
        """
        return self._of(Selection(key_events=number))

    def _of(self, selection: Selection, words: DateWords = IN_ENGLISH) -> Timeline:
        if not selection:
            return self
        kept = tuple(among(selected(selection, self.events, self._by_id, words)))
        telling = {mention.article for event in kept for mention in event.mentions}
        return replace(
            self,
            events=kept,
            unplaced=(),
            articles=tuple(article for article in self.articles if article.id in telling),
            asked=(*self.asked, selection),
            out_of=self.out_of if self.asked else len(self.events),
        )


Groups = list[list[Mention]]
"""Mentions, those of one event together."""


class Outline(Struct, frozen=True, array_like=True):
    """An event without its mentions, of which only the ids are known."""

    mentions: tuple[str, ...]
    when: TimeValue
    certainty: Certainty
    headline: str
    salience: float
    topics: tuple[str, ...]
    entities: tuple[str, ...]
    dates: tuple[DateTold, ...]
    language: str
    places: tuple[str, ...]
    mark: bytes


class Merged(Struct, frozen=True):
    """What came of merging, for the next time."""

    grouped: Grouped = NOTHING_GROUPED
    outlines: dict[str, Outline] = {}
    """By the id of the event."""


class Merging:
    """Merging that knows what came of it before, and what comes of it now."""

    def __init__(self, before: Merged | None = None) -> None:
        self.before = before or Merged()
        self.after = Merged()


def merge(
    mentions: Iterable[Mention],
    articles: Sequence[Article],
    *,
    enough: float = ENOUGH,
    rearrange: Callable[[Groups], Groups] | None = None,
    merging: Merging | None = None,
) -> list[Event]:
    """The events that the mentions tell, in the order of time.

    The order of mentions and articles makes no difference, and an article that tells nothing of an
    event changes nothing about it. `enough` is the likeness from which two mentions are one event;
    `rearrange` is how editors want the mentions put together instead. With `merging`, events of which nothing
    changed are taken as they were.
    """
    merging = merging or Merging()
    known = {article.id: article for article in articles}
    ordered = sorted(mentions, key=lambda mention: _first_published(mention, known))
    published = {article.id: article.published.toordinal() for article in articles}
    marks = {article.id: article.mark for article in articles}
    groups, grouped = group_mentions(ordered, enough, published, merging.before.grouped, marks)
    if rearrange is not None:
        groups = [sorted(group, key=lambda each: _first_published(each, known)) for group in rearrange(groups)]
    placed = {mention.id: mention for mention in ordered}
    before = merging.before.grouped.met
    same = {
        identity
        for identity, met in grouped.met.items()
        if identity in before and met.mark == before[identity].mark != b""
    }
    events, outlines = [], {}
    for group in groups:
        outline = merging.before.outlines.get(group[0].id)
        if (
            outline is not None
            and outline.mentions == tuple(each.id for each in group)
            and all(each.id in same and placed.get(each.id) is each for each in group)
        ):
            events.append(_filled(outline, group))
        else:
            events.append(_event(group, known))
            outline = _outline(events[-1])
        outlines[outline.mentions[0]] = outline
    merging.after = Merged(grouped, outlines)
    against = contradicted(groups, grouped)
    events = [replace(event, contradictions=against[event.id]) if event.id in against else event for event in events]
    return sorted(events, key=event_order)


def among(events: Iterable[Event]) -> list[Event]:
    """The events, without what contradicts them in others that are not among them."""
    kept = list(events)
    there = {mention.id for event in kept for mention in event.mentions}
    return [
        event
        if all(each.other.id in there for each in event.contradictions)
        else replace(event, contradictions=tuple(each for each in event.contradictions if each.other.id in there))
        for event in kept
    ]


def _outline(event: Event) -> Outline:
    ids = tuple(mention.id for mention in event.mentions)
    told = event.when, event.certainty, event.headline, event.salience, event.topics, event.entities, event.dates
    return Outline(ids, *told, event.language, event.places, event.mark)


def _filled(outline: Outline, group: Sequence[Mention]) -> Event:
    return Event(
        id=outline.mentions[0],
        when=outline.when,
        certainty=outline.certainty,
        headline=outline.headline,
        mentions=tuple(group),
        salience=outline.salience,
        topics=outline.topics,
        entities=outline.entities,
        aliases=outline.mentions[1:],
        dates=outline.dates,
        language=outline.language,
        places=outline.places,
        mark=outline.mark,
    )


def event_order(event: Event) -> tuple[int, int, int, int, str]:
    """By what events are sorted: first day, last day, clock time, id."""
    interval = event.when.interval
    assert interval is not None, "an event has a place on the calendar"
    return interval.first_day, interval.last_day, interval.start, interval.end, event.id


def _first_published(mention: Mention, articles: dict[str, Article]) -> tuple[datetime, str, int, str]:
    return articles[mention.article].published, mention.article, mention.clause.start, mention.id


def _event(mentions: Sequence[Mention], articles: dict[str, Article]) -> Event:
    """The event that a group of mentions tells; the first published comes first."""
    dates = dates_told(mentions)
    finest = min(dates, key=lambda told: length_of(told.when))
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
        headline=best_headline(mentions, articles),
        mentions=tuple(mentions),
        salience=salience(mentions, articles),
        topics=tuple(dict.fromkeys(article.topic for article in told_by if article.topic)),
        entities=_entities(mentions),
        aliases=tuple(mention.id for mention in mentions[1:]),
        dates=tuple(dates),
        language=first.telling.language,
        places=tuple(sorted({place for mention in mentions for place in mention.telling.places})),
        mark=_mark(mentions, told_by),
    )


def _mark(mentions: Sequence[Mention], told_by: Iterable[Article]) -> bytes:
    """One for mentions with their articles as they are; none where an article has none."""
    marks = [article.mark for article in told_by]
    said = "\n".join(mention.id for mention in mentions).encode()
    return blake2b(said + b"".join(marks), digest_size=16).digest() if all(marks) else b""


def _entities(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The names, the most told first, each in the fullest form that a mention has."""
    names = Counter(name for mention in mentions for name in mention.names)
    full = fold_names(names.elements(), load_clause_words(mentions[0].telling.language))
    counted: Counter[str] = Counter()
    for name, count in names.items():
        counted[full[name]] += count
    return tuple(sorted(counted, key=lambda name: (-counted[name], name)))
