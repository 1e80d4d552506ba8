"""International words: what another language spells nearly as English does, under the English word for it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from timeline.tellings.rarity import name_stems, rarity_of

_BRIDGE = "en"
"""The language whose words stand for those of all others, as in the lists of `kin`."""
_SHORTEST = 5
"""From how many letters on two words that look alike are one."""
_SPELLINGS = (
    (re.compile(r"c(?=[eiy])|(?<=n)c$|z|ts"), "s"), (re.compile(r"ph"), "f"), (re.compile(r"th"), "t"), (re.compile(r"c"), "k"),
    (re.compile(r"y"), "i"), (re.compile(r"(.)\1"), r"\1"),
)  # fmt: skip
_ENDING = re.compile(r"(?:en|er|es|[aeiou])$")


@lru_cache(maxsize=20_000)
def cognate_of(stem: str, language: str) -> str:
    """The stem of the English word that a word of another language is spelt like; else the word's own.

    >>> cognate_of("kometen", "de"), cognate_of("konferenz", "de"), cognate_of("regierung", "de")
    ('comet', 'conferenc', 'regierung')
    """
    if language == _BRIDGE or not stem.isalpha():
        return stem
    return _english().get(_skeleton(stem), stem)


def is_international(term: str, language: str) -> bool:
    """Whether a term of a language that is not English is an English word, found by its spelling."""
    return language != _BRIDGE and term in rarity_of(_BRIDGE)


def _skeleton(word: str) -> str:
    """How a word is spelt once what languages write differently is written in one way, without its ending."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
    for spelling, instead in _SPELLINGS:
        plain = spelling.sub(instead, plain)
    return _ENDING.sub("", plain)


@cache
def _english() -> dict[str, str]:
    """The commonest English stem of each skeleton that is long enough, names left out."""
    stems = sorted(rarity_of(_BRIDGE).items(), key=lambda each: (-each[1], each[0]))
    listed = ((_skeleton(stem), stem) for stem, _ in stems if stem.isalpha() and stem not in name_stems(_BRIDGE))
    return {skeleton: stem for skeleton, stem in listed if len(skeleton) >= _SHORTEST}
