"""From the resolutions of one article to what happened then: its mentions of events."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.articles import Article
from timeline.clauses import Clause, ClauseWords, load_clause_words, main_clause, tells_of_the_past
from timeline.happenings import Dated, by_sentence, of_sentence
from timeline.late import Late
from timeline.resolutions import Anchor, Resolution
from timeline.spans import Span
from timeline.standing_alone import Context
from timeline.tagging import TimeExpression
from timeline.tellings import Names, Telling, count_terms, find_names, read_telling
from timeline.temporal.granularity import Granularity
from timeline.temporal.operators import Shift, Source
from timeline.temporal.period import Period
from timeline.temporal.timex import Certainty, TimeValue, TimexType
from timeline.wording import phrase

LEAD_RULE = phrase("the lead of a news article, without a date of its own").text
"""The rule by which an undated lead takes the publication date."""

NOTHING_TOLD = Telling()
"""What a mention tells that is known by its clause alone."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Mention(Late):
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


def find_mentions(article: Article, resolutions: Sequence[Resolution]) -> tuple[list[Mention], list[Mention]]:
    """What the article tells with its dates: mentions with a place on the calendar, and those without.

    Durations and sets date nothing. A range makes one mention, and so do two expressions that tell the
    same time of the same clause ("on Monday, 3 August").
    """
    reading = _Reading.of(article, [resolution.expression.span for resolution in resolutions])
    found = by_sentence(article.text, article.prose.sentences, resolutions, reading.words)
    led = bool(found) and found[0][0] == article.prose.sentences[0]
    mentions = [] if led else _lead(reading)
    for sentence, dates in found:
        told = of_sentence(article.text, sentence, dates, reading.words)
        mentions += [_mention(reading, sentence, each.dated, each.clause, dates) for each in told]
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
    context: Context

    @classmethod
    def of(cls, article: Article, times: Sequence[Span]) -> _Reading:
        words = load_clause_words(article.language)
        names = find_names(article.text, article.prose.sentences, words, times)
        context = Context(article.text, article.prose.sentences, times, names, words, article.publish == "full")
        return cls(article, words, names, count_terms(article.text, names, words), context)


def _mention(reading: _Reading, sentence: Span, dated: Dated, clause: Clause, found: Sequence[Dated]) -> Mention:
    text, names = reading.article.text, reading.names
    start, end = clause.shown
    first = bisect_right(found, start, key=lambda each: each.span.end)
    last = bisect_left(found, end, key=lambda each: each.span.start)
    dates = [each.span for each in found[first:last]]
    standing = reading.context.stand_alone(clause.headline, clause.shown)
    meant = standing.meant or reading.context.meant_by(clause.pronoun)
    thing = clause.meant or reading.context.object_meant_by(clause.object)
    beside = [each for each in (clause.subject, meant, thing) if each is not None]
    named = (each.name for span in (*beside, clause.shown) for each in names.within(*span))
    return Mention(
        id=_mention_id(reading.article.id, text[slice(*dated.span)], text[start:end]),
        article=reading.article.id,
        when=dated.when or TimeValue(TimexType.DATE, ""),
        resolution=dated.resolution,
        sentence=sentence,
        clause=clause.shown,
        headline=standing.headline,
        names=tuple(dict.fromkeys(named)),
        certainty=dated.certainty,
        core=clause.core,
        telling=read_telling(text, clause.shown, names, reading.words, dates, reading.repeated, beside, clause.deed),
    )


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
    resolution = Resolution(expression, value, Certainty.VAGUE, anchor, phrase("news tells what is new"))
    clause = main_clause(article.text, sentence, reading.words)
    return [_mention(reading, sentence, Dated(at, resolution, value, Certainty.VAGUE), clause, [])]


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
