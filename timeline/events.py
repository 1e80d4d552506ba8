"""From the resolutions of one article to what happened then: its mentions of events."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.articles import Article
from timeline.clauses import Clause, ClauseWords, find_clauses, load_clause_words, main_clause, tells_of_the_past
from timeline.resolving import Anchor, Resolution
from timeline.spans import Span
from timeline.tagging import TimeExpression
from timeline.tellings import Names, Telling, count_terms, find_names, read_telling
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.operators import Shift, Source
from timeline.temporal.period import Period
from timeline.temporal.timex import Certainty, TimeValue, TimexType

LEAD_RULE = "the lead of a news article, without a date of its own"
"""The rule by which an undated lead takes the publication date."""

NOTHING_TOLD = Telling()
"""What a mention tells that is known by its clause alone."""
_WORD = re.compile(r"\w+")
_LAST_WORD = re.compile(r"\w+(?=\W{1,2}\Z)")
_HYPHENS = ("-", "–", "—")


@dataclass(frozen=True, slots=True)
class Mention:
    """One article telling, with one time expression, what happened then."""

    id: str
    """Made of the article's id, the expression and the words of the clause, nothing else."""
    article: str
    """The article's id."""
    when: TimeValue
    """The expression's value; of a range, both ends joined."""
    resolution: Resolution
    sentence: Span
    clause: Span
    """The part of the sentence that is shown; it may take reported speech along."""
    headline: str
    names: tuple[str, ...]
    certainty: Certainty
    core: Span | None = None
    """The smallest span that holds what happened; None where nothing is known but the clause."""
    telling: Telling = NOTHING_TOLD
    """What the clause tells, for merging."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A time expression, or a range of two, of one sentence."""

    span: Span
    resolution: Resolution
    when: TimeValue | None
    certainty: Certainty


def find_mentions(article: Article, resolutions: Sequence[Resolution]) -> tuple[list[Mention], list[Mention]]:
    """What the article tells with its dates: mentions with a place on the calendar, and those without.

    Durations and sets date nothing. A range makes one mention, and so do two expressions that tell the
    same time of the same clause ("on Monday, 3 August").
    """
    reading = _Reading.of(article, [resolution.expression.span for resolution in resolutions])
    sentences = article.prose.sentences
    starts = [sentence.start for sentence in sentences]
    by_sentence: dict[int, list[_Dated]] = {}
    for dated in _dated(reading, resolutions):
        place = bisect_right(starts, dated.span.start) - 1
        if place >= 0:
            by_sentence.setdefault(place, []).append(dated)
    mentions = [] if 0 in by_sentence else _lead(reading)
    for place, found in sorted(by_sentence.items()):
        mentions += _of_sentence(reading, sentences[place], found)
    numbered = _numbered(mentions)
    placed = [mention for mention in numbered if mention.when.interval is not None]
    return placed, [mention for mention in numbered if mention.when.interval is None]


@dataclass(frozen=True, slots=True)
class _Reading:
    """An article with what was found in the whole of it."""

    article: Article
    words: ClauseWords
    names: Names
    repeated: Mapping[str, int]

    @classmethod
    def of(cls, article: Article, times: Sequence[Span]) -> _Reading:
        words = load_clause_words(article.language)
        names = find_names(article.text, article.prose.sentences, words, times)
        return cls(article, words, names, count_terms(article.text, names, words))


def _dated(reading: _Reading, resolutions: Sequence[Resolution]) -> Iterable[_Dated]:
    """The dates and clock times among the resolutions, ranges joined."""
    place = 0
    while place < len(resolutions):
        resolution = resolutions[place]
        place += 1
        value = resolution.value
        if value is not None and value.type in (TimexType.DURATION, TimexType.SET):
            continue
        certainty = resolution.certainty or Certainty.VAGUE
        span = resolution.expression.span
        if place < len(resolutions) and _opens_range(reading, resolution, resolutions[place]):
            other = resolutions[place]
            joined = _joined(value, other.value)
            if joined is not None:
                place += 1
                certainty = max(certainty, other.certainty or Certainty.VAGUE, key=lambda each: each.doubt)
                yield _Dated(Span(span.start, other.expression.span.end), resolution, joined, certainty)
                continue
        yield _Dated(span, resolution, value, certainty)


def _opens_range(reading: _Reading, resolution: Resolution, other: Resolution) -> bool:
    """Whether the next expression is the end of a range: "from 3 June to 5 June"."""
    if resolution.expression.opens_range:
        return True
    text, words = reading.article.text, reading.words
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


def _of_sentence(reading: _Reading, sentence: Span, found: Sequence[_Dated]) -> list[Mention]:
    clauses = find_clauses(reading.article.text, sentence, [dated.span for dated in found], reading.words)
    told = [(dated, clause) for dated, clause in zip(found, clauses, strict=True) if clause.told]
    return [
        _mention(reading, sentence, dated, clause, found)
        for place, (dated, clause) in enumerate(told)
        if not any(_repeats(dated, clause, *other) for other in told[max(0, place - _NEAR) : place + _NEAR + 1])
    ]


_NEAR = 2
"""How many expressions away another that tells the same time is looked for."""


def _repeats(dated: _Dated, clause: Clause, other: _Dated, again: Clause) -> bool:
    """Whether another expression tells the same time of the same clause as well or better."""
    if other is dated or clause.core != again.core or dated.when is None or other.when is None:
        return False
    mine, theirs = dated.when.interval, other.when.interval
    if mine is None or theirs is None or not mine.contains(theirs):
        return False
    return mine != theirs or other.span < dated.span


def _mention(reading: _Reading, sentence: Span, dated: _Dated, clause: Clause, found: Sequence[_Dated]) -> Mention:
    text, names = reading.article.text, reading.names
    start, end = clause.shown
    first = bisect_right(found, start, key=lambda each: each.span.end)
    last = bisect_left(found, end, key=lambda each: each.span.start)
    dates = [each.span for each in found[first:last]]
    beside = [each for each in (clause.subject, _meant(reading, sentence, clause)) if each is not None]
    return Mention(
        id=_mention_id(reading.article.id, text[slice(*dated.span)], text[start:end]),
        article=reading.article.id,
        when=dated.when or TimeValue(TimexType.DATE, ""),
        resolution=dated.resolution,
        sentence=sentence,
        clause=clause.shown,
        headline=clause.headline,
        names=tuple(dict.fromkeys(each.name for each in names.within(start, end))),
        certainty=dated.certainty,
        core=clause.core,
        telling=read_telling(text, clause.shown, names, reading.words, dates, reading.repeated, beside),
    )


def _meant(reading: _Reading, sentence: Span, clause: Clause) -> Span | None:
    """Whom the pronoun means that is the subject of a clause: who comes first in the sentence, or in the one before."""
    if clause.pronoun is None:
        return None
    sentences, paragraphs = reading.article.prose.sentences, reading.article.prose.paragraphs
    named = reading.names.within(sentence.start, clause.shown.start)
    if not named:
        place = bisect_right(sentences, sentence) - 2
        paragraph = next((each for each in paragraphs if each.start <= sentence.start < each.end), sentence)
        if place >= 0 and sentences[place].start >= paragraph.start:
            named = reading.names.within(*sentences[place])
    return Span(named[0].start, named[0].end) if named else None


def _lead(reading: _Reading) -> list[Mention]:
    """The first sentence of a news article that tells a happening and no time: on the publication date, vaguely."""
    article = reading.article
    if article.style != "news" or not article.prose.sentences:
        return []
    sentence = article.prose.sentences[0]
    if not tells_of_the_past(article.text, sentence.start, sentence.end, reading.words):
        return []
    day = Period(Granularity.DAY, article.published.toordinal())
    value = TimeValue.of(day)
    at = Span(sentence.start, sentence.start)
    expression = TimeExpression(at, "", LEAD_RULE, Shift(Granularity.DAY, 0, Source.PUBLISHED))
    anchor = Anchor(day, Source.PUBLISHED)
    resolution = Resolution(expression, value, Certainty.VAGUE, anchor, "news tells what is new")
    clause = main_clause(article.text, sentence, reading.words)
    return [_mention(reading, sentence, _Dated(at, resolution, value, Certainty.VAGUE), clause, [])]


def _mention_id(article: str, expression: str, clause: str) -> str:
    said = "\n".join((article, " ".join(expression.split()), " ".join(_WORD.findall(clause.casefold()))))
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _numbered(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions with ids that differ: what one article says twice word for word is counted."""
    seen: dict[str, int] = {}
    numbered: list[Mention] = []
    for mention in mentions:
        seen[mention.id] = seen.get(mention.id, 0) + 1
        again = seen[mention.id]
        numbered.append(mention if again == 1 else replace(mention, id=f"{mention.id}-{again}"))
    return numbered
