"""How much it means that two texts share a word: the rarer, the more.

The figures come from a table that is shipped, never from the articles at hand, so that one more
article changes nothing about the others.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

UNLISTED = 19.0
"""Bits of a word that the table does not list."""

_SUFFIXES = (
    ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ings", ""), ("ing", ""),
    ("ied", "y"), ("ed", ""), ("es", ""), ("s", ""),
)  # fmt: skip
_DOUBLED = ("bb", "dd", "gg", "mm", "nn", "pp", "rr", "tt")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The word without what inflects it: light, so that it seldom joins what is apart.

    >>> [stem(word) for word in ("talks", "visited", "stopped", "agreeing", "policies", "Moscow's")]
    ['talk', 'visit', 'stop', 'agr', 'policy', 'moscow']
    """
    word = word.lower().removesuffix("'s").removesuffix("’s")
    if len(word) < 4 or word.endswith("ss") or not word.isalpha():
        return word
    for suffix, instead in _SUFFIXES:
        if word.endswith(suffix):
            head = word[: -len(suffix)]
            if len(head) < 3 or not any(letter in "aeiouyäöü" for letter in head):
                continue
            if suffix in ("ing", "ed", "ings") and head.endswith(_DOUBLED):
                head = head[:-1]
            return (head + instead).rstrip("e")
    return word.rstrip("e") or word


@cache
def rarity_of(language: str) -> dict[str, float]:
    """Bits by stem for a language by its code; empty where there is no table."""
    return {word.lower(): bits for word, bits in _table(language).items()}


@cache
def name_stems(language: str) -> frozenset[str]:
    """The listed stems that are names, such as "moscow"."""
    return frozenset(word.lower() for word in _table(language) if word[0].isupper())


def _table(language: str) -> dict[str, float]:
    name = language.lower().split("-")[0].split("_")[0]
    table = resources.files("timeline.tellings") / f"rarity.{name}.txt"
    if not name.isalpha() or not table.is_file():
        return {}
    lines = (line.split() for line in table.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {word: float(level) for level, *stems in lines for word in stems}


def rarity(word: str, language: str = "en") -> float:
    """Bits of information in meeting the word: about 5 for "the", 19 for a word hardly met.

    >>> rarity("talks") < rarity("negotiations") < rarity("phosgene")
    True
    """
    table = rarity_of(language)
    if not table:
        # Without a table the length is the best guess: what is said often is short.
        return min(UNLISTED, 4.0 + 1.5 * len(word))
    return table.get(stem(word), UNLISTED)


def is_common(word: str, language: str = "en") -> bool:
    """Whether the table lists the word, and not as a name.

    >>> is_common("Storm"), is_common("Moscow"), is_common("Adwoa")
    (True, False, False)
    """
    key = stem(word)
    return key in rarity_of(language) and key not in name_stems(language)
