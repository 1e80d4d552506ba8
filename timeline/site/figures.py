"""What the page "How dates were resolved" counts."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from types import MappingProxyType
from typing import NamedTuple

import msgspec
from msgspec import Struct

from timeline.articles import Article
from timeline.events import Mention
from timeline.merging import Timeline
from timeline.resolutions import Resolution
from timeline.site.sheets import mark_of
from timeline.spans import Span
from timeline.store.database import Store
from timeline.store.shelf import Shelf
from timeline.temporal.timex import Certainty, TimexType
from timeline.wording import Phrase, phrase

_DATES = phrase("date an event")
_BESIDE = phrase("stand in the words of an event beside its date: the end of a range, or a date once more")
_QUIET = phrase("are dates in a clause that tells no event")
_LENGTHS = phrase("name a length of time, or what comes again and again")
_PLACELESS = phrase("name a time without a place on the calendar")
_OUTCOMES = (_DATES, _BESIDE, _QUIET, _PLACELESS, _LENGTHS)
"""What can come of a time expression."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of some of the time expressions."""

    words: Phrase
    certainty: tuple[int, ...]
    """How many of them are so sure, the surest first; what is no date is none of these."""
    count: int


@dataclass(frozen=True, slots=True)
class RuleUse:
    """What kind of time rules read, and how many of the time expressions are of it."""

    words: Phrase
    names: tuple[str, ...]
    """The rules, as their languages name them."""
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
    """Time expressions by how sure they are."""
    outcomes: tuple[Outcome, ...]
    """Each time expression is counted in one of them."""
    wordless: int
    """Events that no words date: their article's day of publication was taken."""
    rules: tuple[RuleUse, ...]
    """Most used first."""


class _Use(NamedTuple):
    """How some articles use a kind of rule."""

    rule: Phrase
    names: tuple[str, ...]
    first: tuple[str, str]
    """Day and id of the article that the example is from."""
    example: str
    number: int


class _Tally(Struct, frozen=True, array_like=True):
    """What is counted in some articles."""

    outcomes: tuple[tuple[Phrase, Certainty | None, int], ...]
    uses: tuple[_Use, ...]


def figures_of(
    timeline: Timeline, wordless: int, marks: Mapping[str, bytes] = MappingProxyType({}), store: Store | None = None
) -> Figures:
    """The numbers of a timeline, in which so many events are dated by no words.

    Articles are counted in lots, which are kept with the `marks` of their articles, where they have one.
    """
    told: dict[str, list[Mention]] = {article.id: [] for article in timeline.articles}
    for event in timeline.events:
        for mention in event.mentions:
            told[mention.article].append(mention)
    undated: dict[str, list[Mention]] = {article.id: [] for article in timeline.articles}
    for mention in timeline.unplaced:
        undated[mention.article].append(mention)
    lots: dict[str, list[Article]] = {}
    for article in timeline.articles:
        lots.setdefault(blake2b(article.id.encode("utf-8", "surrogatepass"), digest_size=1).hexdigest(), []).append(
            article
        )
    shelf = Shelf(store or Store(), "tallies")
    outcomes: Counter[tuple[Phrase, Certainty | None]] = Counter()
    uses: dict[Phrase, list[_Use]] = {}
    for name, lot in sorted(lots.items()):
        said = [
            (article.id, marks.get(article.id), [[each.id for each in by[article.id]] for by in (told, undated)])
            for article in lot
        ]
        part = shelf.take(name, mark_of(said), partial(_tallied, timeline, lot, told, undated))
        tally = _DECODER.decode(part)
        for outcome, certainty, count in tally.outcomes:
            outcomes[outcome, certainty] += count
        for use in tally.uses:
            uses.setdefault(use.rule, []).append(use)
    shelf.close()
    rules = [_rule(rule, found) for rule, found in uses.items()]
    return Figures(
        articles=len(timeline.articles),
        events=len(timeline.events),
        expressions=sum(each.count for each in rules),
        unplaced=len(timeline.unplaced),
        certainty={each.value: sum(outcomes[outcome, each] for outcome in _OUTCOMES) for each in Certainty},
        outcomes=tuple(_outcome(words, outcomes) for words in _OUTCOMES),
        wordless=wordless,
        rules=tuple(sorted(rules, key=lambda use: (-use.count, str(use.words)))),
    )


def _tallied(
    timeline: Timeline,
    articles: Iterable[Article],
    told: Mapping[str, Sequence[Mention]],
    undated: Mapping[str, Sequence[Mention]],
) -> bytes:
    outcomes: Counter[tuple[Phrase, Certainty | None]] = Counter()
    uses: dict[Phrase, list[_Use]] = {}
    for article in articles:
        found = timeline.resolutions.get(article.id, ())
        quoted = {each.resolution.expression.span for each in (*told[article.id], *undated[article.id])}
        outcomes.update(zip(_outcomes(found, told[article.id]), (each.certainty for each in found), strict=True))
        first = article.published.isoformat(), article.id
        for each in found:
            shown = article.publish == "full" or each.expression.span in quoted
            example = each.expression.text if shown else ""
            uses.setdefault(each.rule, []).append(_Use(each.rule, (each.expression.rule,), first, example, 1))
    counted = tuple((*key, number) for key, number in outcomes.items())
    return msgspec.msgpack.encode(_Tally(counted, tuple(map(_used, uses.values()))))


def _used(uses: Sequence[_Use]) -> _Use:
    """How all articles together use a rule; the example is the first of the first article that shows one."""
    shown = [each for each in uses if each.example]
    example = min(shown, key=lambda each: each.first) if shown else uses[0]
    names = tuple(sorted({name for each in uses for name in each.names}))
    return example._replace(names=names, number=sum(each.number for each in uses))


def _rule(rule: Phrase, uses: Sequence[_Use]) -> RuleUse:
    whole = _used(uses)
    return RuleUse(rule, whole.names, whole.example, whole.number)


_DECODER = msgspec.msgpack.Decoder(_Tally)


def _outcome(words: Phrase, outcomes: Counter[tuple[Phrase, Certainty | None]]) -> Outcome:
    certainty = tuple(outcomes[words, each] for each in Certainty)
    return Outcome(words, certainty, sum(certainty) + outcomes[words, None])


def _outcomes(found: Sequence[Resolution], mentions: Iterable[Mention]) -> list[Phrase]:
    """What came of each time expression of an article that tells these events."""
    dating = {mention.resolution.expression.span for mention in mentions}
    clauses = sorted({mention.clause for mention in mentions})
    return [_outcome_of(each, dating, clauses) for each in found]


def _outcome_of(resolution: Resolution, dating: set[Span], clauses: Sequence[Span]) -> Phrase:
    span, value = resolution.expression.span, resolution.value
    if span in dating:
        return _DATES
    if value is not None and value.type in (TimexType.DURATION, TimexType.SET):
        return _LENGTHS
    if value is None or value.interval is None:
        return _PLACELESS
    before = clauses[: bisect_right(clauses, span)]
    return _BESIDE if any(clause.end >= span.end for clause in before[-8:]) else _QUIET
