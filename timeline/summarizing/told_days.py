"""What one article says about days: all of it that a summary of many articles needs.

The text itself is let go: of many articles only the sentences that name a day, and the first few, are held.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from timeline.grammar.loading import load_locale
from timeline.resolving import Resolution, resolve
from timeline.sentences import split_sentences
from timeline.spans import Span
from timeline.summarizing.scope import Scope
from timeline.tagging import tag
from timeline.temporal.timex import TimexType

_LEAD = 5
"""How many sentences an article opens with."""
_SUBJECT = 3
"""How many of them say what it is about."""
_READABLE = 2_000
"""How many characters a sentence has at most; what is longer is a table, or meant to be slow."""


class ToldSentence(NamedTuple):
    """A sentence as it stands in its article."""

    text: str
    """Empty where it is longer than anybody would read; the days it names count all the same."""
    topical: bool
    """Whether it has a word of the topic."""


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
    sentences = [_sentence(text[start:end], scope) for start, end in spans]
    resolutions = resolve(text, tag(text, locale, style), published, locale, style)
    named = list(_named(spans, sentences, resolutions))
    return ToldArticle(
        None if published is None else published.toordinal(),
        language,
        tuple(each for each in named if scope.holds(each.day)),
        tuple(sentences[:_LEAD]),
        len({each.day for each in named}),
        scope.is_topical(title) or any(sentence.topical for sentence in sentences[:_SUBJECT]),
    )


def _sentence(text: str, scope: Scope) -> ToldSentence:
    return ToldSentence(text if len(text) <= _READABLE else "", scope.is_topical(text))


def _named(
    spans: Sequence[Span], sentences: Sequence[ToldSentence], resolutions: Sequence[Resolution]
) -> Iterator[ToldDay]:
    told: set[tuple[int, int]] = set()
    place = 0
    for resolution in resolutions:
        while place < len(spans) and spans[place].end <= resolution.expression.span.start:
            place += 1
        value = resolution.value
        if value is None or value.interval is None or value.type not in (TimexType.DATE, TimexType.TIME):
            continue
        day = value.interval.first_day
        if day == value.interval.last_day and (day, place) not in told and place < len(spans):
            told.add((day, place))
            around = sentences[max(0, place - 1) : place + 2]
            yield ToldDay(day, sentences[place], any(sentence.topical for sentence in around))
