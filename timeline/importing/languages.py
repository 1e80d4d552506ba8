"""Which language an article is in, where its source does not say, as py3langid hears it."""

from __future__ import annotations

_SHORTEST = 60
"""Characters below which nobody can tell."""
_NONE = ("und", "zxx")
"""Codes of no language at all."""
_READ = 5_000
"""Characters that are read."""
_SURE = 3
"""How far the likeliest language is before the next, in logarithms."""


def detect_language(text: str) -> str:
    """The code of a text's language; empty where it is not sure, or py3langid is not installed.

    >>> detect_language("Der Damm brach am Dienstag, und der Hafen wurde noch am selben Tag gesperrt.")
    'de'
    >>> detect_language("OK")
    ''
    """
    if len(text) < _SHORTEST:
        return ""
    try:
        from py3langid import rank
    except ImportError:
        return ""
    (language, most), (_, next_most) = rank(text[:_READ])[:2]
    return str(language) if most - next_most > _SURE and language not in _NONE else ""
