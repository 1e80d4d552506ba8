"""`timeline.json`: the whole timeline as data, for other programs.

The structures below are the contract; fields may be added, none renamed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from timeline.articles import Article
from timeline.contradicting import Contradicted
from timeline.corrections import Corrected, Kind
from timeline.dates_told import DateTold
from timeline.errors import ArticleError, CorrectionError
from timeline.events import Mention
from timeline.grouping import in_common
from timeline.merging import Event, Timeline
from timeline.published import NOWHERE, Site
from timeline.temporal.edtf import to_edtf


class Source(msgspec.Struct, frozen=True):
    """One article telling of an event: where, in which words, and how the date follows from them."""

    id: str
    """Of what the article tells: it leads to the event, and corrections are found by it."""
    article: str
    title: str
    url: str
    published: str
    quote: str
    """The sentence."""
    clause: str
    """The part of it that happened then."""
    expression: str
    """The words that name the time."""
    value: str
    certainty: str
    rule: str
    """Language and name of the rule that read them."""
    explanation: tuple[str, ...]
    alternatives: tuple[str, ...]


class CorrectionEntry(msgspec.Struct, frozen=True):
    """One thing that an editor corrected about an event."""

    kind: str
    """What was corrected: "date", "headline", "pin", "merge", "split"."""
    by: str
    on: str | None
    """The day, where the editor wrote it down."""
    why: str
    was: str
    """The value of the date, the headline, the salience before; of merges and splits, ids of the events."""
    explanation: str


class CommonEntry(msgspec.Struct, frozen=True):
    """Why the sources of an event tell one event: what at least two of them say, as written by one."""

    names: tuple[str, ...]
    words: tuple[str, ...]
    figures: tuple[str, ...]


class DateEntry(msgspec.Struct, frozen=True):
    """A date that sources give for an event, and how many articles give it; days both included."""

    value: str
    start: str
    end: str
    articles: int


class ContradictionEntry(msgspec.Struct, frozen=True):
    """What a source of an event says otherwise than another, which therefore tells another event of the time."""

    kind: str
    """In what: "place", "count", "amount", "side" (approved, rejected), "denial"."""
    about: str
    """What is counted or measured; empty else."""
    here: tuple[str, ...]
    """What is said here, in words of the source; empty where it is denied."""
    there: tuple[str, ...]
    source: str
    """The id of the source of this event."""
    other: str
    """The id of the other source: of another event, or of this one, where an editor merged the two."""
    explanation: str


class EventEntry(msgspec.Struct, frozen=True):
    """One event; `start` and `end` are days, both included."""

    id: str
    start: str
    end: str
    edtf: str
    value: str
    granularity: str | None
    certainty: str
    headline: str
    salience: float
    topics: tuple[str, ...]
    entities: tuple[str, ...]
    sources: tuple[Source, ...]
    corrections: tuple[CorrectionEntry, ...]
    common: CommonEntry
    dates: tuple[DateEntry, ...]
    """Each date that is given, the most told first; where there are several, the sources differ or one is finer."""
    contradictions: tuple[ContradictionEntry, ...]
    """One for each event that would be the same if it did not say otherwise."""


class UnplacedEntry(msgspec.Struct, frozen=True):
    """An expression that names a time without a place on the calendar ("recently")."""

    id: str
    headline: str
    sources: tuple[Source, ...]


class ArticleEntry(msgspec.Struct, frozen=True):
    """One article that was read, and how many events it tells of."""

    id: str
    title: str
    published: str
    url: str
    language: str
    events: int
    date_source: str
    """Where the publication date is from: "written", "file name", or "inferred" from the text."""
    date_reason: str
    """Why it is this one, where it was inferred."""


class SkippedEntry(msgspec.Struct, frozen=True):
    """One article, or one correction, that could not be read or has nothing to apply to, and why."""

    path: str | None
    line: int | None
    reason: str


class PartEntry(msgspec.Struct, frozen=True):
    """That the events are a part of a timeline: of how many, and by what they were selected."""

    events: int
    selections: tuple[str, ...]
    """As they stand behind the "?" of an address, one applied after the other."""


class Document(msgspec.Struct, frozen=True, rename={"schema_name": "schema"}):
    """The whole of `timeline.json`."""

    schema_name: Literal["timeline/1"]
    title: str
    events: tuple[EventEntry, ...]
    unplaced: tuple[UnplacedEntry, ...]
    articles: tuple[ArticleEntry, ...]
    skipped: tuple[SkippedEntry, ...]
    problems: tuple[SkippedEntry, ...]
    """Corrections that cannot be read, or no longer apply."""
    as_of: str | None
    """The day of the newest article: what came out later is not in it."""
    part: PartEntry | None
    """Null where it is the whole."""


class _Joined(Document, frozen=True, rename={"schema_name": "schema"}):
    """The document, its events and what has no date as they were encoded before."""

    events: msgspec.Raw  # type: ignore[assignment]
    unplaced: msgspec.Raw  # type: ignore[assignment]


def to_json(timeline: Timeline, site: Site = NOWHERE) -> str:
    """All of it as data, for other programs: the contract that `timeline.json` keeps.

    Strict JSON on one line; the same timeline gives the same characters.
    """
    articles = {article.id: article for article in timeline.articles}
    entries = event_entries(timeline.events, articles), unplaced_entries(timeline.unplaced, articles)
    return joined_json(timeline, entries[:1], entries[1:]).decode()


def joined_json(timeline: Timeline, entries: Iterable[bytes], unplaced: Iterable[bytes]) -> bytes:
    """The same, encoded; the entries are those of `event_entries` and `unplaced_entries`."""
    told = Counter(article for event in timeline.events for article in {m.article for m in event.mentions})
    return msgspec.json.encode(
        _Joined(
            schema_name="timeline/1",
            title=timeline.title,
            events=_list(entries),
            unplaced=_list(unplaced),
            articles=tuple(_article(article, told[article.id]) for article in timeline.articles),
            skipped=tuple(_skipped(error) for error in timeline.skipped),
            problems=tuple(_skipped(error) for error in timeline.problems),
            as_of=max((article.published.date().isoformat() for article in timeline.articles), default=None),
            part=PartEntry(timeline.out_of, tuple(each.query for each in timeline.asked)) if timeline.asked else None,
        )
    )


def event_entries(events: Iterable[Event], articles: Mapping[str, Article]) -> bytes:
    """Some of the events as they stand in the document, with commas between them."""
    return msgspec.json.encode([_event(event, articles) for event in events])[1:-1]


def unplaced_entries(mentions: Iterable[Mention], articles: Mapping[str, Article]) -> bytes:
    """Some of what has no date, in the same way."""
    return msgspec.json.encode(
        [UnplacedEntry(each.id, each.headline, (_source(each, articles[each.article]),)) for each in mentions]
    )[1:-1]


def _list(parts: Iterable[bytes]) -> msgspec.Raw:
    return msgspec.Raw(b"[" + b",".join(filter(None, parts)) + b"]")


def json_schema() -> dict[str, object]:
    """The JSON Schema of `timeline.json`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Document)}


def to_json_schema(timeline: Timeline, site: Site = NOWHERE) -> str:
    """JSON Schema of the format json, for those who check what they read; it is the same for every timeline."""
    return json.dumps(json_schema(), indent=2) + "\n"


def _event(event: Event, articles: Mapping[str, Article]) -> EventEntry:
    interval = event.when.interval
    assert interval is not None, "an event has a place on the calendar; what has none is unplaced"
    start, end = interval.days()
    granularity = event.when.granularity
    redated = tuple(each.explanation for each in event.corrections if each.kind is Kind.DATE)
    return EventEntry(
        id=event.id,
        start=start,
        end=end,
        edtf=to_edtf(event.hedged) or f"{start}/{end}",
        value=event.when.value,
        granularity=None if granularity is None else granularity.label,
        certainty=event.certainty,
        headline=event.headline,
        salience=round(event.salience, 4),
        topics=event.topics,
        entities=event.entities,
        sources=tuple(_source(mention, articles[mention.article], redated) for mention in event.mentions),
        corrections=tuple(_correction(each) for each in event.corrections),
        common=_common(event, articles),
        dates=tuple(_date(told) for told in event.dates),
        contradictions=tuple(_contradiction(told, articles) for told in event.contradictions),
    )


def _date(told: DateTold) -> DateEntry:
    assert told.when.interval is not None, "a date that is told has a place on the calendar"
    start, end = told.when.interval.days()
    return DateEntry(told.when.value, start, end, told.articles)


def _contradiction(told: Contradicted, articles: Mapping[str, Article]) -> ContradictionEntry:
    said = told.spelt({each.article: articles[each.article].text for each in (told.mention, told.other)})
    return ContradictionEntry(
        kind=said.kind,
        about=said.about,
        here=said.one,
        there=said.other,
        source=told.mention.id,
        other=told.other.id,
        explanation=str(said.told),
    )


def _common(event: Event, articles: Mapping[str, Article]) -> CommonEntry:
    told = in_common(event.mentions, {each.article: articles[each.article].text for each in event.mentions})
    return CommonEntry(names=told.names, words=told.words, figures=told.figures)


def _correction(corrected: Corrected) -> CorrectionEntry:
    return CorrectionEntry(
        kind=corrected.kind,
        by=corrected.by,
        on=None if corrected.on is None else corrected.on.isoformat(),
        why=corrected.why,
        was=corrected.was,
        explanation=corrected.explanation,
    )


def _source(mention: Mention, article: Article, redated: tuple[str, ...] = ()) -> Source:
    text, resolution = article.text, mention.resolution
    return Source(
        id=mention.id,
        article=article.id,
        title=article.title,
        url=article.url,
        published=article.published.date().isoformat(),
        quote=text[slice(*mention.sentence)],
        clause=text[slice(*mention.clause)],
        expression=resolution.expression.text,
        value=mention.when.value,
        certainty=mention.certainty,
        rule=resolution.expression.rule,
        explanation=(*resolution.explanation, *redated),
        alternatives=tuple(value.value for value in resolution.alternatives),
    )


def _article(article: Article, events: int) -> ArticleEntry:
    return ArticleEntry(
        id=article.id,
        title=article.title,
        published=article.published.date().isoformat(),
        url=article.url,
        language=article.language,
        events=events,
        date_source=article.date_source,
        date_reason=str(article.date_reason),
    )


def _skipped(error: ArticleError | CorrectionError) -> SkippedEntry:
    return SkippedEntry(path=error.path, line=error.line, reason=error.advice)
