"""An event as a page shows it: what a reader asks about it, answered in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from timeline.contradicting import Contradicted
from timeline.date_words import DateWords, Piece
from timeline.grouping import in_common
from timeline.merging import Event
from timeline.site.extent import Extent, extent_of
from timeline.site.paging import Place
from timeline.site.reasons import Ground, Reason, grounds_of, reason_of, size_of, start_of
from timeline.site.sources import Source
from timeline.temporal.calendar import civil
from timeline.temporal.edtf import to_edtf
from timeline.temporal.granularity import Granularity
from timeline.writing_direction import direction_of

REASONS = 12
"""Of an event told more often, so many reasons stand on its card and all on a page of its own."""

SUMMARY = 220
"""How many characters of the sentence stand on the card, where its headline says less."""
MORE = 6
"""So many words more than the headline and the date make a sentence worth it."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One of several dates that sources give, and how many articles give it."""

    when: str
    articles: int


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What a source says otherwise than another."""

    told: str
    """What is said here, and what there."""
    other: str
    """Id of the mention that says it otherwise."""
    here: Source
    there: Source


class Card:
    """An event of the timeline. What a page says of it is put in words when it is asked for."""

    def __init__(
        self, event: Event, sources: Mapping[str, Source], words: DateWords, entities: tuple[str, ...]
    ) -> None:
        interval = event.when.interval
        assert interval is not None, "an event has a place on the calendar; what has none is unplaced"
        self.event, self._sources, self._words = event, sources, words
        self.id = event.id
        self.aliases = event.aliases
        """Ids of its other mentions: who links to one of them arrives here."""
        self.value = event.when
        self.interval = interval
        self.headline = event.headline
        self.certainty = event.certainty.value
        self.salience = event.salience
        self.topics = event.topics
        self.entities = entities
        """Who and what is named, as all pages call it."""

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Distinct articles that tell it, in order of publication."""
        told_by = {mention.article: self._sources[mention.article] for mention in self.event.mentions}
        # Most events are told by one article, and there are many of them.
        return tuple(told_by.values() if len(told_by) == 1 else sorted(told_by.values(), key=_numbered))

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The first published first; a page shows no more than `REASONS` of them."""
        return tuple(reason_of(mention, self._sources, self._words) for mention in self.event.mentions)

    def grounds(self, most: int) -> list[Ground]:
        """The first reasons, those together that come to the date in the same way."""
        return grounds_of(self.reasons[:most])

    @property
    def summary(self) -> str:
        """The sentence of who told it first, cut short; empty where the headline says nearly all of it."""
        first = self.event.mentions[0]
        sentence = " ".join(self._sources[first.article].text[slice(*first.sentence)].split())
        said = set(_words(f"{self.headline} {first.resolution.expression.text}"))
        more = [word for word in _words(sentence) if word not in said]
        return start_of(sentence, SUMMARY) if len(more) >= MORE else ""

    @cached_property
    def wide(self) -> bool:
        """Whether it happened at some time in more than a day, or about then."""
        return self.start != self.end or self.value.modifier is not None

    @property
    def lasts(self) -> bool:
        """Whether it went on from a first day to a last one; else it happened at some time, however widely that is told."""
        return self.value.period is None and self.start != self.end

    @cached_property
    def extent(self) -> Extent | None:
        """Which days of the month it begins in it may have happened on; None where the date is wider, or one day."""
        return extent_of(self.interval) if self.place.month else None

    @cached_property
    def when(self) -> tuple[Piece, ...]:
        """When it happened."""
        return self._words.pieces(self.value)

    @property
    def brief(self) -> tuple[Piece, ...]:
        """The same without weekdays, where nothing beside it says how sure it is: what is vague is about then."""
        return self._words.pieces(self.event.hedged, weekday=False)

    @property
    def note(self) -> str:
        """What else is said of the date."""
        return self._words.note(self.value)

    @property
    def edtf(self) -> str:
        """The date as EDTF has it."""
        return to_edtf(self.event.hedged) or ""

    @cached_property
    def _days(self) -> tuple[str, str]:
        return self.interval.days()

    @property
    def start(self) -> str:
        """Its first day."""
        return self._days[0]

    @property
    def end(self) -> str:
        """Its last day."""
        return self._days[1]

    @property
    def language(self) -> str:
        """That of who told it first, and so of the headline."""
        return self._sources[self.event.mentions[0].article].language

    @property
    def direction(self) -> str:
        """Which way that language is written."""
        return direction_of(self.language)

    @property
    def disagreement(self) -> tuple[Disagreement, ...]:
        """The dates given, where they cannot all be right."""
        return tuple(Disagreement(self._words.plain(told.when), told.articles) for told in self.event.disagreement)

    @property
    def contradictions(self) -> tuple[Otherwise, ...]:
        """What is told otherwise, one thing for each other event."""
        return tuple(_otherwise(each, self._sources, self._words) for each in self.event.contradictions)

    @property
    def corrections(self) -> tuple[str, ...]:
        """What editors corrected about it, a sentence each."""
        return tuple(_sentence(corrected.explained(self._words.say)) for corrected in self.event.corrections)

    @property
    def together(self) -> str:
        """Why what its articles tell is one event; empty where one article tells it or an editor put them together."""
        return _together(self.event, self._sources, self._words) if len(self.sources) > 1 else ""

    @cached_property
    def told(self) -> str:
        """When it happened, as text."""
        return "".join(piece.text for piece in self.when)

    @cached_property
    def place(self) -> Place:
        """Where it stands in the calendar: the day, month or year in which it begins, as far as that is told."""
        year, month, day = civil(self.interval.first_day)
        granularity = self.value.granularity
        if granularity is not None and granularity > Granularity.MONTH:
            return Place(year)
        return Place(year, month, day if granularity is None or granularity <= Granularity.DAY else 0)

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """Who published what tells it."""
        return tuple(dict.fromkeys(source.outlet for source in self.sources if source.outlet))

    @cached_property
    def facets(self) -> tuple[str, ...]:
        """What the filter finds it by: each topic, entity and outlet, behind the letter of its kind."""
        named = (("t", self.topics), ("e", self.entities), ("s", self.outlets))
        return tuple(f"{kind}:{name}" for kind, names in named for name in names)

    @cached_property
    def wordless(self) -> bool:
        """Whether no words date it: its article's day of publication was taken."""
        return not any(each.resolution.expression.text for each in self.event.mentions)

    @cached_property
    def size(self) -> int:
        """About how many bytes a reader loads for it, compressed; measured on generated sites."""
        told = sum(size_of(mention, self._sources[mention.article]) for mention in self.event.mentions[:REASONS])
        return 280 + (len(self.headline.encode()) + told) // 2


def _numbered(source: Source) -> int:
    return source.number


def card_of(
    event: Event, sources: Mapping[str, Source], words: DateWords, entities: tuple[str, ...] | None = None
) -> Card:
    """The card of an event; `entities` is what pages call those whom it names."""
    return Card(event, sources, words, event.entities if entities is None else entities)


def _otherwise(told: Contradicted, sources: Mapping[str, Source], words: DateWords) -> Otherwise:
    here, there = (sources[each.article] for each in (told.mention, told.other))
    said = told.spelt({here.id: here.text, there.id: there.text})
    return Otherwise(words.say.tell(said.told), told.other.id, here, there)


def _together(event: Event, sources: Mapping[str, Source], words: DateWords) -> str:
    """The line that says what the articles have in common."""
    found = in_common(event.mentions, {each.article: sources[each.article].text for each in event.mentions})
    quoted = [words.say("“%(word)s”", word=word) for word in found.words[:_WORDS]]
    said = [*found.names[:_NAMES], *found.figures[:_FIGURES], *quoted]
    if not said:
        return ""
    if event.disagreement:
        return words.say("Told as one event because the sources share %(words)s.", words=", ".join(said))
    return words.say(
        "Told as one event because the dates agree and the sources share %(words)s.", words=", ".join(said)
    )


_NAMES, _FIGURES, _WORDS = 4, 2, 4
"""How many names, figures and words are shown of those that sources have in common."""


def _words(text: str) -> list[str]:
    return [word.strip('.,;:“”"').casefold() for word in text.split()]


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '!', '?', '…')) else '.'}"
