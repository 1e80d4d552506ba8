"""The sentences that tell best what happened on a day.

Two kinds are asked: those that name the day, whenever they were written, and those that open the articles of that day
and the next. A word that both kinds share is what the day was about; what says most of it in a few words is best.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import fsum

from timeline.summarizing.told_days import ToldArticle, ToldSentence
from timeline.summarizing.words import telling_words

_OPENING = 0.45
"""The share that the opening sentences have in what a word is worth; the rest is that of those that name the day."""
_DOUBT = 0.5
"""So many articles more would not have the word: what one article alone has, all of it has."""
_TOPIC = 0.15
"""What a word is worth beside for being in every article."""
_TOPICAL = 1.3
"""What a sentence counts for that has a word of the topic."""
_AHEAD = 0.5
"""What a sentence counts for that only announces the day: plans change."""
_CHRONICLE = 1.5
"""What a sentence of a chronicle counts for: it was written to tell the day in a line."""
_CHRONICLE_DAYS = 12
"""How many days a chronicle names at least."""
_SHORTEST, _LONGEST = 8, 38
"""How many words, with a space between them, a sentence has; others are taken only where there are none."""
_SPARE = 10
"""What length costs: worth is divided by the number of telling words and that many more."""
_TOLD = 0.5
"""What a word is still worth once it has been told."""
_ALIKE = 0.5
"""A sentence that shares more of its words than that with one that is told, or the other way round, says the same."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    sentence: str
    words: frozenset[str]
    weight: float


@dataclass(slots=True)
class DaySentences:
    """What articles say about one day, gathered article by article."""

    day: int
    _candidates: dict[str, _Candidate]
    _naming: Counter[str]
    """How many articles have the word in a sentence that names the day."""
    _opening: Counter[str]
    """How many have it in their first sentences."""
    _name_it: int = 0
    _open_it: int = 0

    @classmethod
    def of(cls, day: int) -> DaySentences:
        """Nothing yet."""
        return cls(day, {}, Counter(), Counter())

    def add(self, article: ToldArticle, naming: Sequence[ToldSentence]) -> None:
        """Take what an article says; `naming` are those of its sentences that name the day."""
        published, language = article.published, article.language
        if naming:
            self._name_it += 1
            self._naming.update(self._take(naming, language, self._weight(article)))
        if published is not None and published in (self.day, self.day + 1) and article.lead:
            self._open_it += 1
            self._opening.update(self._take(article.lead, language, 1.0))

    def _weight(self, article: ToldArticle) -> float:
        """What a sentence of the article counts for that names the day."""
        if article.published is not None and article.published < self.day:
            return _AHEAD
        late = article.published is None or article.published > self.day + 1
        return _CHRONICLE if late and article.days_named >= _CHRONICLE_DAYS else 1.0

    def _take(self, sentences: Iterable[ToldSentence], language: str, weight: float) -> set[str]:
        """Make candidates of the sentences, and give all their words."""
        together: set[str] = set()
        for sentence in sentences:
            words = telling_words(sentence, language)
            together |= words
            known = self._candidates.get(sentence.text)
            worth = weight * _merit(sentence)
            if words and (known is None or known.weight < worth):
                self._candidates[sentence.text] = _Candidate(sentence.text, words, worth)
        return together

    def best(self, number: int, common: Mapping[str, float], told: Collection[str] = ()) -> dict[str, float]:
        """So many sentences at most with what each is worth, none that says what another has said, none of those `told`.

        `common` is the share of all articles that have a word. The order in which articles were added makes no
        difference.
        """
        worth: defaultdict[str, float] = defaultdict(float)
        for counted, articles, share in (
            (self._naming, self._name_it, 1 - _OPENING),
            (self._opening, self._open_it, _OPENING),
        ):
            for word, count in counted.items():
                worth[word] += share * count / (articles + _DOUBT)
        for word in worth:
            worth[word] += _TOPIC * common.get(word, 0.0)

        def value(candidate: _Candidate) -> float:
            whole = fsum(worth[word] for word in candidate.words)
            return round(whole * candidate.weight / (len(candidate.words) + _SPARE), 12)

        # Worth only falls as words are told, so that a value that still holds when its turn comes is the greatest.
        waiting = [(-value(candidate), text) for text, candidate in self._candidates.items() if text not in told]
        heapify(waiting)
        chosen: dict[_Candidate, float] = {}
        while waiting and len(chosen) < number:
            valued, text = heappop(waiting)
            candidate = self._candidates[text]
            if -value(candidate) > valued:
                heappush(waiting, (-value(candidate), text))
            elif not any(_alike(candidate.words, other.words) for other in chosen):
                chosen[candidate] = -valued
                for word in candidate.words:
                    worth[word] *= _TOLD
        return {candidate.sentence: valued for candidate, valued in chosen.items()}


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > _ALIKE * min(len(one), len(other))


_POOR = 0.001
"""What a sentence counts for that is none, asks, or is too long or too short: less than any other."""


def _merit(sentence: ToldSentence) -> float:
    """What a sentence counts for by its form."""
    text = sentence.text
    whole = text.count("(") == text.count(")") and "|" not in text and not text.endswith(("?", "？"))
    if not whole or not _SHORTEST <= len(text.split()) <= _LONGEST:
        return _POOR
    return _TOPICAL if sentence.topical else 1.0
