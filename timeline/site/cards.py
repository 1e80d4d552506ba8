"""An event as a page shows it: what a reader asks about it, answered in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timeline.articles import Article
from timeline.events import Mention
from timeline.grouping import in_common
from timeline.merging import DateTold, Event
from timeline.site.addresses import article_address
from timeline.site.date_words import DateWords, Piece
from timeline.site.paging import Place
from timeline.temporal.calendar import civil
from timeline.temporal.edtf import to_edtf
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.timex import TimeValue
from timeline.web_addresses import web_address

REASONS = 12
"""Of an event told more often, so many reasons stand on its card and all on a page of its own."""

QUOTED = 600
"""How many characters of a sentence are quoted before its words for a time, and after them."""

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"})
"""Languages written from right to left."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it is named beside what it tells."""

    id: str
    number: int
    """Its place in the list of articles, by which print names it."""
    title: str
    outlet: str
    published: str
    """In words."""
    machine_published: str
    inferred: str
    """Why it was published then, where nobody wrote it."""
    address: str
    """Of its page in this site, from the root."""
    original: str | None
    """Its address in the web, if a reader may follow it."""
    language: str
    direction: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an event has its date: one mention's words and what follows from them."""

    id: str
    """The mention's: who links to it arrives at the event."""
    source: Source
    anchor: str
    """Where the phrase stands in the article's page."""
    before: str
    phrase: str
    """The words that name the time; empty where none do and it was taken by default."""
    after: str
    certainty: str
    when: str
    explanation: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many bytes its words are, the marks between them counted low since they repeat."""
        return 300 + sum(len(each.encode()) for each in (self.before, self.phrase, self.after, self.source.title))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One of several dates that sources give, and how many articles give it."""

    when: str
    articles: int


@dataclass(frozen=True, slots=True)
class Card:
    """An event of the timeline."""

    id: str
    aliases: tuple[str, ...]
    """Ids of its other mentions: who links to one of them arrives here."""
    when: tuple[Piece, ...]
    brief: tuple[Piece, ...]
    """The same without weekdays."""
    note: str
    edtf: str
    start: str
    end: str
    value: TimeValue
    interval: Interval
    headline: str
    language: str
    direction: str
    certainty: str
    salience: float
    topics: tuple[str, ...]
    entities: tuple[str, ...]
    reasons: tuple[Reason, ...]
    """The first published first; a page shows no more than `REASONS` of them."""
    sources: tuple[Source, ...]
    """Distinct articles that tell it, in order of publication."""
    disagreement: tuple[Disagreement, ...]
    corrections: tuple[str, ...]
    """What editors corrected about it, a sentence each."""
    together: str
    """Why what its articles tell is one event; empty where one article tells it or an editor put them together."""

    @property
    def told(self) -> str:
        """When it happened, as text."""
        return "".join(piece.text for piece in self.when)

    @property
    def place(self) -> Place:
        """Where it stands in the calendar: the day, month or year in which it begins, as far as that is told."""
        year, month, day = civil(self.interval.first_day)
        granularity = self.value.granularity
        if granularity is not None and granularity > Granularity.MONTH:
            return Place(year)
        return Place(year, month, day if granularity is None or granularity <= Granularity.DAY else 0)

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who published what tells it."""
        return tuple(dict.fromkeys(source.outlet for source in self.sources if source.outlet))

    @property
    def facets(self) -> tuple[str, ...]:
        """What the filter finds it by: each topic, entity and outlet, behind the letter of its kind."""
        named = (("t", self.topics), ("e", self.entities), ("s", self.outlets))
        return tuple(f"{kind}:{name}" for kind, names in named for name in names)

    @property
    def size(self) -> int:
        """About how many bytes a reader loads for it, compressed; measured on generated sites."""
        told = sum(each.size for each in self.reasons[:REASONS])
        return 250 + (len(self.headline.encode()) + told) // 2


def sources_of(articles: Sequence[Article], words: DateWords) -> dict[str, Source]:
    """The articles by their id, numbered in order."""
    return {article.id: _source(article, number, words) for number, article in enumerate(articles, start=1)}


def card_of(event: Event, sources: Mapping[str, Source], words: DateWords) -> Card:
    """The card of an event."""
    interval = event.when.interval
    assert interval is not None, "an event has a place on the calendar; what has none is unplaced"
    start, end = interval.days()
    told_by = {mention.article: sources[mention.article] for mention in event.mentions}
    first = sources[event.mentions[0].article]
    return Card(
        id=event.id,
        aliases=event.aliases,
        when=words.pieces(event.when),
        brief=words.pieces(event.when, weekday=False),
        note=words.note(event.when),
        edtf=to_edtf(event.when) or "",
        start=start,
        end=end,
        value=event.when,
        interval=interval,
        headline=event.headline,
        language=first.language,
        direction=first.direction,
        certainty=event.certainty.value,
        salience=event.salience,
        topics=event.topics,
        entities=event.entities,
        reasons=tuple(reason_of(mention, sources, words) for mention in event.mentions),
        sources=tuple(sorted(told_by.values(), key=lambda source: source.number)),
        disagreement=_disagreement(event.dates, words),
        corrections=tuple(_sentence(corrected.explained(words.say)) for corrected in event.corrections),
        together=_together(event, sources, words) if len(told_by) > 1 else "",
    )


def _together(event: Event, sources: Mapping[str, Source], words: DateWords) -> str:
    """The line that says what the articles have in common."""
    found = in_common(event.mentions, {each.article: sources[each.article].text for each in event.mentions})
    quoted = [words.say("“%(word)s”", word=word) for word in found.words[:_WORDS]]
    said = [*found.names[:_NAMES], *found.figures[:_FIGURES], *quoted]
    if not said:
        return ""
    if _disagreement(event.dates, words):
        return words.say("Told as one event because the sources share %(words)s.", words=", ".join(said))
    return words.say(
        "Told as one event because the dates agree and the sources share %(words)s.", words=", ".join(said)
    )


_NAMES, _FIGURES, _WORDS = 4, 2, 4
"""How many names, figures and words are shown of those that sources have in common."""


def reason_of(mention: Mention, sources: Mapping[str, Source], words: DateWords) -> Reason:
    """The words behind a mention's date, and how they came to it."""
    source = sources[mention.article]
    text, resolution = source.text, mention.resolution
    expression, sentence = resolution.expression, mention.sentence
    return Reason(
        id=mention.id,
        source=source,
        anchor=expression_anchor(expression.span.start),
        before=_end_of(text[sentence.start : expression.span.start]),
        phrase=text[slice(*expression.span)],
        after=_start_of(text[expression.span.end : sentence.end]),
        certainty=mention.certainty.value,
        when=words.plain(mention.when),
        explanation=resolution.explained(words.say),
    )


def _end_of(words: str) -> str:
    return words if len(words) <= QUOTED else f"… {words[-QUOTED:].partition(' ')[2] or words[-QUOTED:]}"


def _start_of(words: str) -> str:
    return words if len(words) <= QUOTED else f"{words[:QUOTED].rpartition(' ')[0] or words[:QUOTED]} …"


def expression_anchor(start: int) -> str:
    """The name, in its article's page, of the time expression that begins at a character."""
    return f"t{start}"


def _source(article: Article, number: int, words: DateWords) -> Source:
    return Source(
        id=article.id,
        number=number,
        title=article.title,
        outlet=article.source,
        published=words.of_day(article.published.date()),
        machine_published=article.published.date().isoformat(),
        inferred=words.say.tell(article.date_reason) if article.date_source == "inferred" else "",
        address=article_address(article.id),
        original=web_address(article.url),
        language=article.language,
        direction=direction_of(article.language),
        text=article.text,
    )


def direction_of(language: str) -> str:
    """Which way a language is written, as HTML says it.

    >>> direction_of("fa"), direction_of("en")
    ('rtl', 'ltr')
    """
    return "rtl" if language.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '!', '?', '…')) else '.'}"


def _disagreement(dates: Sequence[DateTold], words: DateWords) -> tuple[Disagreement, ...]:
    """The dates given, where two of them cannot both be right."""
    intervals = [told.when.interval for told in dates if told.when.interval is not None]
    # Intervals that overlap two by two have a second in common: the latest start is before the earliest end.
    if not intervals or max(each.start for each in intervals) < min(each.end for each in intervals):
        return ()
    return tuple(Disagreement(words.plain(told.when), told.articles) for told in dates)
