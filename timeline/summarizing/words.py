"""The words of a sentence by which others are found that tell the same."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.tellings.rarity import rarity, stem

_WORD = re.compile(r"\d[\d.,]*\d|[^\W_]+")
_EVERYWHERE = 9.0
"""Bits of the words that are in every text, whatever it tells."""


@lru_cache(maxsize=20_000)
def _worth(word: str, language: str) -> bool:
    return len(word) > 1 and (word[0].isdigit() or rarity(word, language) >= _EVERYWHERE)


def telling_words(sentence: str, language: str = "en") -> frozenset[str]:
    """The stems of the words that tell something, and the figures.

    >>> sorted(telling_words("The dams of the valley broke in 1975."))
    ['1975', 'brok', 'dam', 'valley']
    """
    words = (found.lower() for found in _WORD.findall(sentence))
    return frozenset(stem(word) for word in words if _worth(word, language))
