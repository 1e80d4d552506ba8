"""What an editor should look at before publishing, each with its path and line."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from timeline.articles import Article
from timeline.directions import AHEAD, direction_of
from timeline.errors import ArticleError, CorrectionError, quoted
from timeline.explaining.times import told_alternative
from timeline.grammar.loading import load_locale
from timeline.merging import Event, Timeline
from timeline.resolutions import Resolution
from timeline.spans import Span
from timeline.temporal.operators import Bare
from timeline.temporal.timex import Certainty

SKIPPED: Final = "skipped"
INFERRED_DATE: Final = "inferred date"
AMBIGUOUS: Final = "ambiguous"
VAGUE: Final = "vague"
CONTRADICTION: Final = "contradiction"
CORRECTION: Final = "correction"
DUPLICATE: Final = "duplicate"
KINDS: Final = (SKIPPED, INFERRED_DATE, AMBIGUOUS, VAGUE, CONTRADICTION, CORRECTION, DUPLICATE)

_IN_FIGURES = re.compile(r"(?P<first>\d{1,2})[./-](?P<second>\d{1,2})[./-]\d{2,4}")
_SHARED = 0.6
"""Which part of the sentences of the shorter article stands in another one that is likely the same."""
_FEWEST = 2
"""Sentences that two articles share at least, unless one has no more."""
_COMMON = 20
"""A sentence in more articles than that is a footer."""
_READING = "write the reading behind the words, as <!-- when: 2015-08-14 -->"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to look at."""

    path: str
    line: int
    """1 where it is about the whole file."""
    kind: str
    """One of `KINDS`."""
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.kind}: {self.message}; {self.remedy}"


def check(timeline: Timeline) -> list[Finding]:
    """What is to be looked at in a timeline that was read from its articles, by path and line."""
    found = [
        *_failures(timeline),
        *(finding for article in timeline.articles for finding in _of_article(article, timeline)),
        *(finding for event in timeline.events for finding in _of_event(event, timeline)),
        *_contradictions(timeline),
        *_duplicates(timeline),
    ]
    return sorted(set(found))


def _failures(timeline: Timeline) -> Iterator[Finding]:
    for kind, errors in ((SKIPPED, timeline.skipped), (CORRECTION, timeline.problems)):
        for error in errors:
            assert isinstance(error, (ArticleError, CorrectionError))
            yield Finding(error.path or "", error.line or 1, kind, str(error.reason), str(error.remedy) or "mend it")


def _of_article(article: Article, timeline: Timeline) -> Iterator[Finding]:
    path = str(article.path)
    if article.date_source == "inferred":
        day = article.published.date().isoformat()
        message = f"nobody wrote when it was published; {day} is inferred: {article.date_reason}"
        yield Finding(path, 1, INFERRED_DATE, message, f'if it is right, write "date: {day}" into its front matter')
    for resolution in timeline.resolutions.get(article.id, ()):
        other = _other_reading(article, resolution)
        if other:
            words = quoted(resolution.expression.text)
            value = resolution.value.value if resolution.value else ""
            message = f"{words} is read as {value}, and could be {other}"
            yield Finding(path, _line(article, resolution.expression.span), AMBIGUOUS, message, _READING)


def _other_reading(article: Article, resolution: Resolution) -> str:
    """What an expression may mean as well: its clause looks one way, its date lies the other, or figures change places."""
    value, text = resolution.value, resolution.expression.text
    figures = _IN_FIGURES.search(text)
    if figures and figures["first"] != figures["second"] and max(int(figures["first"]), int(figures["second"])) <= 12:
        return "day and month the other way round"
    if not isinstance(resolution.expression.meaning, Bare) or not resolution.alternatives:
        return ""
    if value is None or value.interval is None or resolution.anchor is None or article.style != "news":
        return ""
    published = resolution.anchor.period.interval
    ahead = direction_of(article.text, resolution.expression.span, load_locale(article.language).cues) >= AHEAD
    coming = value.interval.start >= published.end
    if ahead == coming:
        return ""
    wanted = [
        each
        for each in resolution.alternatives
        if each.interval is not None and (each.interval.start >= published.end) == ahead
    ]
    return str(told_alternative(wanted[0])) if wanted else ""


def _of_event(event: Event, timeline: Timeline) -> Iterator[Finding]:
    first = event.mentions[0]
    article = timeline.article(first.article)
    place = (str(article.path), _line(article, first.resolution.expression.span))
    if event.certainty is Certainty.VAGUE and not event.corrections and not _planned(event, timeline):
        words = first.resolution.expression.text
        why = f"by {quoted(words)} alone" if words else "by the publication of its article alone"
        message = f"the event {event.id} is dated {why}, as {event.when.value}"
        yield Finding(*place, VAGUE, message, "say it more exactly in corrections.yml if you know it")
    if event.disagreement:
        sources = ", ".join(dict.fromkeys(str(timeline.article(each.article).path) for each in event.mentions))
        given = " and ".join(each.when.value for each in event.disagreement)
        message = f"sources of the event {event.id} give {given} ({sources})"
        yield Finding(*place, CONTRADICTION, message, "set its date, or split it, in corrections.yml")


def _planned(event: Event, timeline: Timeline) -> bool:
    """Whether all who tell it look ahead, so that nobody can know the date yet."""
    published = (timeline.article(each.article).published.toordinal() for each in event.mentions)
    return event.when.interval is not None and all(day < event.when.interval.first_day for day in published)


def _contradictions(timeline: Timeline) -> Iterator[Finding]:
    """What two sources say otherwise, at the place of the first by path and line, which names that of the other."""
    home = {mention.id: event.id for event in timeline.events for mention in event.mentions}
    for told in (each for event in timeline.events for each in event.contradictions):
        articles = [timeline.article(each.article) for each in (told.mention, told.other)]
        here, there = (
            (str(article.path), _line(article, mention.resolution.expression.span))
            for article, mention in zip(articles, (told.mention, told.other), strict=True)
        )
        one, other = home[told.mention.id], home[told.other.id]
        said = told.spelt({article.id: article.text for article in articles}).told
        if one == other:
            message = f"the event {one} was merged though {there[0]}:{there[1]} says otherwise: {said}"
            yield Finding(*here, CONTRADICTION, message, "split it in corrections.yml if that is no slip of a source")
        elif (here, one) < (there, other):
            message = f"the event {one} is told otherwise as {other} ({there[0]}:{there[1]}): {said}"
            yield Finding(*here, CONTRADICTION, message, "hide what is wrong, or merge them, in corrections.yml")


def _duplicates(timeline: Timeline) -> Iterator[Finding]:
    """Pairs of articles that are likely the same: of one address, or with most sentences in common."""
    prints = {article.id: _sentences(article) for article in timeline.articles}
    telling: Mapping[bytes, list[str]] = defaultdict(list)
    for article in timeline.articles:
        for each in prints[article.id]:
            telling[each].append(article.id)
    shared = Counter(
        (one, two)
        for holders in telling.values()
        if len(holders) <= _COMMON
        for place, two in enumerate(holders)
        for one in holders[:place]
    )
    addresses: dict[str, Article] = {}
    for article in timeline.articles:
        if article.url and (other := addresses.setdefault(article.url, article)) is not article:
            shared[other.id, article.id] += len(prints[article.id]) + _FEWEST
    for (one, two), number in sorted(shared.items()):
        fewest = min(len(prints[one]), len(prints[two]))
        if number >= max(min(_FEWEST, fewest), _SHARED * fewest):
            first, second = timeline.article(one), timeline.article(two)
            message = f"tells nearly the same as {first.path}"
            yield Finding(str(second.path), 1, DUPLICATE, message, 'keep one, or write "draft: true" into the other')


def _sentences(article: Article) -> set[bytes]:
    words = (re.findall(r"\w+", article.text[slice(*span)].lower()) for span in article.prose.sentences)
    return {
        blake2b(" ".join(each).encode("utf-8", "replace"), digest_size=8).digest() for each in words if len(each) > 4
    }


def _line(article: Article, span: Span) -> int:
    """The line of its file on which something of the prose stands."""
    source = article.prose.source
    if span.start >= len(source):
        return article.body_line
    return article.body_line + len(re.findall(r"\r\n?|\n", article.markdown[: source[span.start]]))
