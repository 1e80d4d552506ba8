"""The words of a text as they are searched for, by the script of a page and from Python alike."""

from __future__ import annotations

import re
import unicodedata

_SINGLE = re.compile(r"([\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
"""Letters of scripts that leave no space between words: each is taken for one."""
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The words of a text as they are searched for: small letters without marks, each once.

    >>> words_of("Übung, übung: 上海 — l'Été 2015")
    ['ubung', '上', '海', 'l', 'ete', '2015']
    """
    decomposed = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return list(dict.fromkeys(_WORD.findall(_SINGLE.sub(r" \1 ", plain))))
