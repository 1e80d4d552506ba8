"""Which part of a timeline is wanted: said in one way everywhere.

The names are those of the filter in the address of a site, of the options of `timeline export`, and of a directive in
a report: `from`, `to`, `topic`, `entity`, `source`, `certainty`, `text`, `key-events`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Final, Protocol, TypeVar
from urllib.parse import parse_qsl, urlencode

from timeline.articles import Article
from timeline.date_words import IN_ENGLISH, DateWords
from timeline.entity_names import Naming, folded_entities
from timeline.errors import UsageError, quoted
from timeline.events import Mention
from timeline.salience import Salient, key_events
from timeline.searched_words import words_of
from timeline.temporal.calendar import iso_day, month_length, ordinal
from timeline.temporal.interval import Interval
from timeline.temporal.timex import Certainty

NAMES: Final = ("from", "to", "topic", "entity", "source", "certainty", "text", "key-events")
"""By what a part is asked for."""

_DAY = re.compile(r"Y?(?P<year>-?\d{4,7})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_NAMED = 8
"""How many of the topics there are a message names."""


class Selectable(Salient, Naming, Protocol):
    """What is asked of an event to select it."""

    @property
    def headline(self) -> str: ...
    @property
    def certainty(self) -> Certainty: ...
    @property
    def mentions(self) -> Sequence[Mention]: ...


SelectableEvent = TypeVar("SelectableEvent", bound=Selectable)


@dataclass(frozen=True, slots=True)
class Selection:
    """A part of a timeline; without any wish it is all of it.

    An event fits if it fits every wish; where one names several (two topics), it fits by any of them.

    >>> wanted = Selection.of_query("from=2015-08&topic=syria&key-events=10")
    >>> wanted.topics, wanted.key_events, wanted.query
    (('syria',), 10, 'from=2015-08-01&topic=syria&key-events=10')
    """

    first: int | None = None
    """The first day, by its number: what happened then or later, or may have."""
    last: int | None = None
    """The last day, included."""
    topics: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Who published an article that tells the event."""
    certainties: tuple[Certainty, ...] = ()
    text: str = ""
    """Words that stand in the event, or begin words there."""
    key_events: int | None = None
    """Of what fits the rest, so many events at most, those that matter most."""

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.last < self.first:
            raise UsageError(
                f"{iso_day(self.last)} comes before {iso_day(self.first)}", remedy="give the first day first"
            )
        if self.key_events is not None and self.key_events < 0:
            raise UsageError(f"no {self.key_events} events", remedy="give 0 or more")

    def __bool__(self) -> bool:
        return self != Selection()

    @classmethod
    def of(cls, wishes: Iterable[tuple[str, str]]) -> Selection:
        """What names with their values ask for; a name may come again, and one without a value asks for nothing.

        Raises:
            UsageError: there is no such name, or its value cannot be read.
        """
        given: dict[str, list[str]] = {name: [] for name in NAMES}
        for name, value in wishes:
            if name not in given:
                raise UsageError(f"no {quoted(name)} to select by", remedy=f"use one of {', '.join(NAMES)}")
            if value.strip():
                given[name].append(value.strip())
        for name in ("from", "to", "text", "key-events"):
            if len(given[name]) > 1:
                raise UsageError(f"{name} is given more than once", remedy="give it once")
        return cls(
            first=_only(given["from"], first_day),
            last=_only(given["to"], last_day),
            topics=tuple(given["topic"]),
            entities=tuple(given["entity"]),
            sources=tuple(given["source"]),
            certainties=tuple(map(_certainty, given["certainty"])),
            text=_only(given["text"], str) or "",
            key_events=_only(given["key-events"], _number),
        )

    @classmethod
    def of_query(cls, query: str) -> Selection:
        """What stands behind the "?" of an address.

        Raises:
            UsageError: it has a name that is not known, or a value that cannot be read.
        """
        return cls.of(parse_qsl(query.removeprefix("?"), keep_blank_values=True))

    @property
    def wishes(self) -> tuple[tuple[str, str], ...]:
        """The names with their values; `of` reads them back."""
        once = {
            "from": None if self.first is None else iso_day(self.first),
            "to": None if self.last is None else iso_day(self.last),
            "text": self.text or None,
            "key-events": None if self.key_events is None else str(self.key_events),
        }
        often = {"topic": self.topics, "entity": self.entities, "source": self.sources, "certainty": self.certainties}
        every = {**often, **{name: () if value is None else (value,) for name, value in once.items()}}
        return tuple((name, str(value)) for name in NAMES for value in every[name])

    @property
    def query(self) -> str:
        """The same as it stands behind the "?" of an address."""
        return urlencode(self.wishes)


def selected(
    selection: Selection,
    events: Iterable[SelectableEvent],
    articles: Mapping[str, Article],
    words: DateWords = IN_ENGLISH,
) -> list[SelectableEvent]:
    """The events that fit, in the order given; `words` are those of the dates, in which a text is looked for too."""
    given = list(events)
    fits = _fitting(selection, articles, words, _named(given) if selection.entities else {})
    kept = [event for event in given if fits(event)]
    return kept if selection.key_events is None else key_events(kept, selection.key_events)


def check_names(selection: Selection, events: Iterable[Selectable], articles: Mapping[str, Article]) -> None:
    """See that there are events of each topic, entity and source that is named.

    Raises:
        UsageError: there are none of one; the message names one that is written alike, or some of those there are.
    """
    told = list(events)
    names = _named(told) if selection.entities else {}
    for name, asked, there in (
        ("topic", selection.topics, lambda event: event.topics),
        ("entity", selection.entities, lambda event: names[event.id]),
        ("source", selection.sources, lambda event: _sources(event, articles)),
    ):
        if not asked:
            continue
        known = dict.fromkeys(value for event in told for value in there(event))
        for value in asked:
            if value not in known:
                alike = {each.casefold(): each for each in known}
                close = [alike[each] for each in get_close_matches(value.casefold(), alike, 3)]
                some = ", ".join(close or list(known)[:_NAMED])
                remedy = f"there is {some}" if some else f"no event has a {name}"
                raise UsageError(f"no events of the {name} {quoted(value)}", remedy=remedy)


def searched_in(event: Selectable, articles: Mapping[str, Article], words: DateWords = IN_ENGLISH) -> list[str]:
    """The words by which an event is found: its headline and date, what is quoted, who says it, what it is about."""
    told_by = [articles[mention.article] for mention in event.mentions]
    quotes = [article.text[slice(*mention.sentence)] for mention, article in zip(event.mentions, told_by, strict=True)]
    named = [part for article in told_by for part in (article.title, article.source)]
    told = event.headline, words.plain(event.when), *quotes, *named, *event.entities, *event.topics
    return words_of(" ".join(told))


def first_day(text: str) -> int:
    """The number of a day, or of the first one of a month or year, as ISO 8601 writes them.

    >>> iso_day(first_day("2015-08")), iso_day(last_day("2015")), iso_day(first_day("-0043-03-15"))
    ('2015-08-01', '2015-12-31', '-0043-03-15')

    Raises:
        UsageError: it is none.
    """
    return _days(text).first_day


def last_day(text: str) -> int:
    """The number of a day, or of the last one of a month or year.

    Raises:
        UsageError: it is none.
    """
    return _days(text).last_day


def day_number(day: date | str, of_text: Callable[[str], int]) -> int:
    """The number of a day that is given as such or as text."""
    return of_text(day) if isinstance(day, str) else day.toordinal()


def _days(text: str) -> Interval:
    found = _DAY.fullmatch(text.strip())
    if found is not None:
        year, months = int(found["year"]), found["month"]
        first, last = (int(months), int(months)) if months else (1, 12)
        if 1 <= first <= 12:
            length = month_length(year, last)
            from_day, to_day = (int(found["day"]), int(found["day"])) if found["day"] else (1, length)
            if 1 <= from_day <= to_day <= length:
                return Interval.of_days(ordinal(year, first, from_day), ordinal(year, last, to_day))
    raise UsageError(f"{quoted(text)} is no day", remedy="write it as 2015-08-14, a month as 2015-08, a year as 2015")


_T = TypeVar("_T")


def _only(values: Sequence[str], read: Callable[[str], _T]) -> _T | None:
    return read(values[0]) if values else None


def _certainty(value: str) -> Certainty:
    try:
        return Certainty(value.lower())
    except ValueError:
        raise UsageError(f"no certainty {quoted(value)}", remedy=f"use one of {', '.join(Certainty)}") from None


def _number(value: str) -> int:
    if not (value.isascii() and value.isdecimal() and len(value) < 10):
        raise UsageError(f"{quoted(value)} is no number of events", remedy="give one such as 10")
    return int(value)


def _named(events: Iterable[Selectable]) -> dict[str, tuple[str, ...]]:
    """By event whom it names, also as its own sources call them."""
    given = list(events)
    folded = folded_entities(given)
    return {event.id: (*folded[event.id], *event.entities) for event in given}


def _fitting(
    selection: Selection, articles: Mapping[str, Article], words: DateWords, named: Mapping[str, Sequence[str]]
) -> Callable[[Selectable], bool]:
    """What says of an event whether it fits all but the number of key events."""
    first, last, wanted = selection.first, selection.last, words_of(selection.text)

    def fits(event: Selectable) -> bool:
        when = event.when.interval
        return (
            (first is None or (when is not None and when.last_day >= first))
            and (last is None or (when is not None and when.first_day <= last))
            and (not selection.certainties or event.certainty in selection.certainties)
            and (not selection.topics or not set(selection.topics).isdisjoint(event.topics))
            and (not selection.entities or not set(selection.entities).isdisjoint(named[event.id]))
            and (not selection.sources or not set(selection.sources).isdisjoint(_sources(event, articles)))
            and (not wanted or _tells(event, wanted))
        )

    def _tells(event: Selectable, wanted: Sequence[str]) -> bool:
        row = " " + " ".join(searched_in(event, articles, words))
        return all(f" {word}" in row for word in wanted)

    return fits


def _sources(event: Selectable, articles: Mapping[str, Article]) -> list[str]:
    return [source for mention in event.mentions if (source := articles[mention.article].source)]
