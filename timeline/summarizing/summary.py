"""Many articles in a few lines: the days that matter, each in its best sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from timeline.summarizing.days import salience_of_days
from timeline.summarizing.scope import Scope
from timeline.summarizing.sentences import DaySentences
from timeline.summarizing.told_days import ToldArticle, ToldSentence
from timeline.summarizing.words import telling_words
from timeline.temporal.calendar import iso_day


def summarize(
    articles: Iterable[ToldArticle],
    dates: int,
    sentences: int,
    scope: Scope = Scope(),  # noqa: B008  (frozen)
) -> dict[str, list[str]]:
    """The days that matter most, in the order of time, each with its best sentences, taken whole from the articles.

    Fewer where the articles have no more to say; the order of the articles makes no difference.

    >>> from datetime import datetime
    >>> from timeline.summarizing.told_days import read_told_days
    >>> told = [read_told_days(text, datetime(2015, 8, 14)) for text in (
    ...     "The dam above the town broke on Tuesday. Rain had fallen since Monday.",
    ...     "The valley has mourned since Tuesday, when the dam broke.")]
    >>> summarize(told, 1, 1)
    {'2015-08-11': ['The dam above the town broke on Tuesday.']}
    """
    held = list(articles)
    salience = salience_of_days(held, scope)
    chosen = sorted(salience, key=lambda day: (-salience[day], day))[:dates]
    gathered = {day: DaySentences.of(day) for day in sorted(chosen)}
    common: Counter[str] = Counter()
    for article in held:
        told = {*article.lead, *(each.sentence for each in article.named)}
        common.update({word for sentence in told for word in telling_words(sentence, article.language)})
        naming: dict[int, list[ToldSentence]] = {}
        if article.published is not None:
            naming = {article.published - 1: [], article.published: []}
        for day, sentence, _ in article.named:
            naming.setdefault(day, []).append(sentence)
        for day in naming.keys() & gathered.keys():
            gathered[day].add(article, naming[day])
    shares = {word: count / len(held) for word, count in common.items()}
    best = {day: found.best(sentences, shares) for day, found in gathered.items()}
    refused: dict[int, set[str]] = {day: set() for day in best}
    while repeated := _repeated(best):
        for day, lines in repeated.items():
            refused[day] |= lines
            best[day] = gathered[day].best(sentences, shares, refused[day])
    return {iso_day(day): list(best[day]) for day in sorted(best) if best[day]}


def _repeated(best: Mapping[int, Mapping[str, float]]) -> dict[int, set[str]]:
    """By day the sentences that tell another day better, or an earlier one as well."""
    owner: dict[str, int] = {}
    for day in sorted(best):
        for line, value in best[day].items():
            if line not in owner or value > best[owner[line]][line]:
                owner[line] = day
    found = {day: {line for line in lines if owner[line] != day} for day, lines in best.items()}
    return {day: lines for day, lines in found.items() if lines}
