"""What one article says about days: all of it that a summary of many articles needs.

The text itself is let go: of many articles only the sentences that name a day, and the first few, are held.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from timeline.grammar.loading import load_locale
from timeline.resolutions import Resolution
from timeline.resolving import resolve
from timeline.sentences import split_sentences
from timeline.spans import Span
from timeline.summarizing.scope import Scope
from timeline.tagging import tag
from timeline.temporal.timex import TimexType

_LEAD = 4
"""How many sentences an article opens with."""
_SUBJECT = 3
"""How many of them say what it is about."""
_READABLE = 1_500
"""How many characters a sentence has at most; what is longer is a table, or meant to be slow."""


class ToldSentence(NamedTuple):
    """A sentence as it stands in its article."""

    text: str
    """Empty where it is longer than anybody would read; the days it names count all the same."""
    topical: bool
    """Whether it has a word of the topic."""
    times: tuple[Span, ...] = ()
    """Where its text names dates and clock times."""


class ToldDay(NamedTuple):
    """A day that a sentence names."""

    day: int
    sentence: ToldSentence
    near_topic: bool
    """Whether a word of the topic stands in the sentence, or in the one before or after."""


@dataclass(frozen=True, slots=True)
class ToldArticle:
    """What an article says about the days of a scope. Days are numbers, 1 being 1 January of the year 1."""

    published: int | None
    language: str
    named: tuple[ToldDay, ...]
    """In the order of the text, each day once a sentence."""
    lead: tuple[ToldSentence, ...]
    """Its first sentences."""
    days_named: int
    """How many days it names, those out of scope as well."""
    topical: bool
    """Whether its title or its beginning has a word of the topic."""


def read_told_days(
    text: str,
    published: datetime | None,
    scope: Scope = Scope(),  # noqa: B008  (frozen)
    title: str = "",
    language: str = "en",
    style: str = "news",
) -> ToldArticle:
    """The days that a text names, with the sentences that name them, and how it begins.

    A day, or a time within one: "last week" names none.

    >>> told = read_told_days("The dam broke on Tuesday. It rained.", datetime(2015, 8, 14))
    >>> [(datetime.fromordinal(day).strftime("%d %B"), sentence.text) for day, sentence, _ in told.named]
    [('11 August', 'The dam broke on Tuesday.')]

    Raises:
        LocaleError: nobody knows the language.
    """
    locale = load_locale(language)
    spans = split_sentences(text)
    dated = list(_dated(spans, resolve(text, tag(text, locale, style), published, locale, style)))
    times: defaultdict[int, list[Span]] = defaultdict(list)
    for place, resolution in dated:
        start, end = resolution.expression.span
        times[place].append(Span(start - spans[place].start, end - spans[place].start))
    sentences = [_sentence(text[slice(*span)], scope, times[place]) for place, span in enumerate(spans)]
    named = list(_named(sentences, (each for each in dated if not _in_dateline(text, spans[each[0]], each[1]))))
    return ToldArticle(
        None if published is None else published.toordinal(),
        language,
        tuple(each for each in named if scope.holds(each.day)),
        tuple(sentences[:_LEAD]),
        len({each.day for each in named}),
        scope.is_topical(title) or any(sentence.topical for sentence in sentences[:_SUBJECT]),
    )


def _sentence(text: str, scope: Scope, times: Sequence[Span]) -> ToldSentence:
    readable = len(text) <= _READABLE
    return ToldSentence(text if readable else "", scope.is_topical(text), tuple(times) if readable else ())


def _dated(spans: Sequence[Span], resolutions: Iterable[Resolution]) -> Iterator[tuple[int, Resolution]]:
    """The dates and clock times that have a place on the calendar, each with the place of its sentence."""
    place = 0
    for resolution in resolutions:
        while place < len(spans) and spans[place].end <= resolution.expression.span.start:
            place += 1
        value = resolution.value
        dates = value is not None and value.interval is not None and value.type in (TimexType.DATE, TimexType.TIME)
        if dates and place < len(spans):
            yield place, resolution


def _in_dateline(text: str, sentence: Span, resolution: Resolution) -> bool:
    """Whether a date only says when the report was sent: "ACCRA, [May 5] (AP) — The dam broke on Sunday"."""
    start, end = resolution.expression.span
    near = end - sentence.start <= _DATELINE
    return near and _PLACE.fullmatch(text, sentence.start, start) is not None and _DASH.match(text, end) is not None


_DATELINE = 60
"""How many characters a dateline has at most, up to the end of its date."""
_PLACE = re.compile(r"\W*[A-Z][A-Z .,'’/-]+,\s*")
_DASH = re.compile(r"\.?\s*(?:\([^()]{1,30}\)\s*)?(?:--|[-—–_])\s")


def _named(sentences: Sequence[ToldSentence], dated: Iterable[tuple[int, Resolution]]) -> Iterator[ToldDay]:
    told: set[tuple[int, int]] = set()
    for place, resolution in dated:
        assert resolution.value is not None
        assert resolution.value.interval is not None
        day = resolution.value.interval.first_day
        if day == resolution.value.interval.last_day and (day, place) not in told:
            told.add((day, place))
            around = sentences[max(0, place - 1) : place + 2]
            yield ToldDay(day, sentences[place], any(sentence.topical for sentence in around))
