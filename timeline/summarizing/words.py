"""The words of a sentence by which others are found that tell the same."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.clauses import load_clause_words
from timeline.summarizing.told_days import ToldSentence
from timeline.tellings.rarity import rarity, stem

_WORD = re.compile(r"\d[\d.,]*\d|[^\W_]+")
_EVERYWHERE = 10.0
"""Bits below which a word is in every text, whatever it tells."""


def telling_words(sentence: ToldSentence, language: str = "en") -> frozenset[str]:
    """The stems of the words that tell something, and the figures; none of a date, which says when and not what.

    >>> from timeline.spans import Span
    >>> sorted(telling_words(ToldSentence("He said the dams of the valley broke in 1975.", False, (Span(40, 44),))))
    ['brok', 'dam', 'valley']
    """
    said, past = [], 0
    for start, end in sentence.times:
        said.append(sentence.text[past:start])
        past = max(past, end)
    said.append(sentence.text[past:])
    words = (found.lower() for part in said for found in _WORD.findall(part))
    return frozenset(stem(word) for word in words if _tells(word, language))


@lru_cache(maxsize=20_000)
def _tells(word: str, language: str) -> bool:
    """Whether a word tells something: none that holds a sentence together, and none for who said it."""
    if len(word) < 2 or word[0].isdigit():
        return len(word) > 1
    known = load_clause_words(language)
    return not known.small(word) and word not in known.bare_reporting and rarity(word, language) >= _EVERYWHERE
