"""What a text tells with each of its dates: the clause that happened then, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from msgspec.structs import replace as replace_field

from timeline.clauses import Clause, ClauseWords, find_clauses, load_clause_words
from timeline.resolutions import Resolution
from timeline.sentences import split_sentences
from timeline.spans import Span
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.timex import Certainty, TimeValue, TimexType

_LAST_WORD = re.compile(r"\w+(?=\W{1,2}\Z)")
_WORD = re.compile(r"\w+")
_HYPHENS = ("-", "–", "—")
_UNCOUNTED = "PX"
"""How the value begins of "some years", in TIMEX3."""
_NEAR = 2
"""How many expressions away another that tells the same time is looked for."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression, or a range of two, of one sentence."""

    span: Span
    resolution: Resolution
    when: TimeValue | None
    """Its value; of a range, both ends joined."""
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Happening:
    """A clause and the date at which what it tells happened."""

    dated: Dated
    clause: Clause


def find_happenings(text: str, resolutions: Sequence[Resolution], language: str = "en") -> list[Happening]:
    """What a text tells with its dates, in the order of the dates.

    Sets date nothing, nor do durations, unless they name a time: "in recent years". A range makes one happening, and so do two expressions that tell the same time
    of the same clause ("on Monday, 3 August").

    >>> from timeline.grammar.loading import load_locale
    >>> from timeline.resolving import resolve
    >>> from timeline.tagging import tag
    >>> line, english = "The mayor said on Friday that the talks had ended on 5 May 2013.", load_locale("en")
    >>> for found in find_happenings(line, resolve(line, tag(line, english), None, english)):
    ...     line[slice(*found.dated.span)], line[slice(*found.clause.core)]
    ('Friday', 'The mayor said on Friday')
    ('5 May 2013', 'the talks had ended on 5 May 2013')

    Raises:
        LocaleError: the file of the language's words is not well formed.
    """
    words = load_clause_words(language)
    return [
        happening
        for sentence, found in by_sentence(text, split_sentences(text), resolutions, words)
        for happening in of_sentence(text, sentence, found, words)
    ]


def by_sentence(
    text: str, sentences: Sequence[Span], resolutions: Sequence[Resolution], words: ClauseWords
) -> list[tuple[Span, list[Dated]]]:
    """Each sentence that holds dates, with them."""
    starts = [sentence.start for sentence in sentences]
    dates: dict[int, list[Dated]] = {}
    for dated in _dated(text, resolutions, words):
        place = bisect_right(starts, dated.span.start) - 1
        if place >= 0:
            dates.setdefault(place, []).append(dated)
    return [(sentences[place], found) for place, found in sorted(dates.items())]


def of_sentence(text: str, sentence: Span, found: Sequence[Dated], words: ClauseWords) -> list[Happening]:
    """What a sentence tells with its dates."""
    clauses = find_clauses(text, sentence, [dated.span for dated in found], words)
    told = [
        Happening(_unbound(dated, clause), clause) for dated, clause in zip(found, clauses, strict=True) if clause.told
    ]
    kept: list[Happening] = []
    for place, happening in enumerate(told):
        around = told[max(0, place - _NEAR) : place + _NEAR + 1]
        if not any(_repeats(text, happening, other, words) for other in around):
            again = [other.dated.span for other in around if _repeats(text, other, happening, words)]
            dated = replace(happening.dated, span=_joined_span(text, happening.dated.span, again, words))
            kept.append(Happening(dated, happening.clause))
    return kept


def _joined_span(text: str, span: Span, again: Iterable[Span], words: ClauseWords) -> Span:
    """The span of an expression with those beside it that tell the same time again: "[Tuesday night, 7 May]"."""
    joining = words.bounding | words.temporal
    for other in again:
        between = text[min(span.end, other.end) : max(span.start, other.start)]
        if all(word.lower() in joining for word in _WORD.findall(between)):
            span = Span(min(span.start, other.start), max(span.end, other.end))
    return span


def _unbound(dated: Dated, clause: Clause) -> Dated:
    """A date that a preposition binds together with the noun that has it: "before [Monday]'s vote", which was then."""
    resolution = dated.resolution
    if not (resolution.bound and clause.attributive):
        return dated
    certainty = resolution.certainty or Certainty.VAGUE
    return replace(dated, resolution=replace_field(resolution, bound=False), certainty=certainty)


def _dated(text: str, resolutions: Sequence[Resolution], words: ClauseWords) -> Iterator[Dated]:
    """The dates and clock times among the resolutions, ranges joined."""
    place = 0
    while place < len(resolutions):
        resolution = resolutions[place]
        place += 1
        value = resolution.value
        if value is not None and value.type in (TimexType.DURATION, TimexType.SET):
            if _around_now(text, resolution, words):
                yield Dated(resolution.expression.span, resolution, value, Certainty.VAGUE)
            continue
        certainty = resolution.certainty or Certainty.VAGUE
        span = resolution.expression.span
        if place < len(resolutions) and _opens_range(text, resolution, resolutions[place], words):
            other = resolutions[place]
            joined = _joined(value, other.value)
            if joined is not None:
                place += 1
                certainty = max(certainty, other.certainty or Certainty.VAGUE, key=lambda each: each.doubt)
                yield Dated(Span(span.start, other.expression.span.end), resolution, joined, certainty)
                continue
        if _is_bound(text, span, words) and not _is_clock_time(value):
            yield Dated(span, replace_field(resolution, bound=True), value, Certainty.VAGUE)
        else:
            yield Dated(span, resolution, value, certainty)


def _is_bound(text: str, span: Span, words: ClauseWords) -> bool:
    """Whether a date only says by when something is done, or is to be, or what it came before or after: "by [2024]"."""
    before = _LAST_WORD.search(text, max(0, span.start - 24), span.start)
    return before is not None and before.group().lower() in words.deadlines


def _is_clock_time(value: TimeValue | None) -> bool:
    """Whether a time is told finer than by the day, so that what is shortly before or after it is of that day."""
    return value is not None and value.granularity is not None and value.granularity < Granularity.DAY


def _around_now(text: str, resolution: Resolution, words: ClauseWords) -> bool:
    """Whether a length that nobody counted names a time all the same, without a place: "in [recent years]"."""
    value, start = resolution.value, resolution.expression.span.start
    if value is None or not value.value.startswith(_UNCOUNTED) or len(resolution.expression.text.split()) == 1:
        return False
    before = _LAST_WORD.search(text, max(0, start - 24), start)
    return before is not None and before.group().lower() in words.locative


def _opens_range(text: str, resolution: Resolution, other: Resolution, words: ClauseWords) -> bool:
    """Whether the next expression is the end of a range: "from 3 June to 5 June"."""
    if resolution.expression.opens_range:
        return True
    start, end = resolution.expression.span
    between = text[end : other.expression.span.start].strip().lower()
    if between not in words.range_links:
        return False
    before = _LAST_WORD.search(text, max(0, start - 24), start)
    return between in _HYPHENS or (before is not None and before.group().lower() in words.range_openers)


def _joined(first: TimeValue | None, last: TimeValue | None) -> TimeValue | None:
    """From the start of one value to the end of another; None where that is no stretch of time."""
    if first is None or last is None or first.interval is None or last.interval is None:
        return None
    if last.interval.end <= first.interval.start or first.granularity is None or last.granularity is None:
        return None
    interval = Interval(first.interval.start, last.interval.end)
    finer = min(first.granularity, last.granularity)
    return TimeValue(first.type, f"{first.value}/{last.value}", finer, None, interval, first.modifier or last.modifier)


def _bounds(text: str, first: Dated, second: Dated, words: ClauseWords) -> bool:
    """Whether a date only tells where the period before it ends: "the quarter ended [Sept. 30]"."""
    return text[first.span.end : second.span.start].strip().lower() in words.bounding


def _repeats(text: str, happening: Happening, other: Happening, words: ClauseWords) -> bool:
    """Whether another expression tells the same time of the same clause as well or better."""
    dated, again = happening.dated, other.dated
    if again is dated or happening.clause.core != other.clause.core or dated.when is None or again.when is None:
        return False
    if _bounds(text, dated, again, words) or _bounds(text, again, dated, words):
        return again.span < dated.span
    mine, theirs = dated.when.interval, again.when.interval
    if mine is None or theirs is None:
        return False
    if _is_clock_time(dated.when) and not theirs.overlaps(mine):
        # "Tuesday night, 7 May": it is the day that tells which Tuesday.
        apposed = text[dated.span.end : again.span.start].strip() == ","
        return apposed and again.when.granularity is Granularity.DAY
    begins = _is_clock_time(again.when) and mine.start <= theirs.start < mine.end  # a night ends on the next day
    if not begins and not mine.contains(theirs):
        return False
    return mine != theirs or again.span < dated.span
