"""By what else than a name people are called: "the SNC chief", and of whom an article says that this is Khaled Khoja."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from timeline.clauses.words import ClauseWords

_WORD = re.compile(r"[^\W\d_](?:[\w&.-]*\w)?")
_LONGEST = 7
"""How many words a description has at most."""


def described_at(text: str, start: int, words: ClauseWords, limit: int | None = None) -> tuple[int, str] | None:
    """Where the description that begins there ends, and its key; None where none does, or one of a title alone.

    >>> from timeline.clauses.words import load_clause_words
    >>> english = load_clause_words("en")
    >>> described_at("the SNC chief met", 0, english), described_at("the chief of the SNC", 0, english)
    ((13, 'chief snc'), (20, 'chief snc'))
    >>> described_at("the prime minister resigned", 0, english)
    """
    end, titled, kept = start, 0, list[str]()
    limit = min(start + 12 * _LONGEST, len(text) if limit is None else limit)
    for number, found in enumerate(_WORD.finditer(text, start, limit)):
        word, gap = found.group(), text[end : found.start()]
        lower = word.lower()
        if number == _LONGEST or (number and gap != " "):
            break
        if lower in words.titles and not (titled and kept[-1] == lower):
            titled, end = found.end(), found.end()
            kept.append(lower)
        elif lower in words.articles | words.genitive:
            end = found.end()
        elif words.small(lower):
            break
        elif word[0].isupper() or (titled and lower in words.of_titles):
            kept.append(lower)
            end = found.end()
            titled = found.end() if titled else 0
        elif kept or number > 2:
            break
        else:
            end = found.end()  # "the [new] SNC chief"
    if not titled or all(word in words.titles | words.of_titles for word in kept):
        return None
    return titled, " ".join(sorted(set(kept)))


def descriptions(text: str, spans: Iterable[tuple[int, int]], words: ClauseWords) -> Iterator[tuple[int, int, str]]:
    """The descriptions with an article in stretches of a text: start, end, key."""
    articles = "|".join(sorted(words.articles - words.indefinite))
    if not articles:
        return
    for span in spans:
        done = span[0]
        for found in re.finditer(rf"\b(?:{articles})\b", text[slice(*span)], re.IGNORECASE):
            start = span[0] + found.start()
            if start >= done and (described := described_at(text, start, words)) and described[0] <= span[1]:
                done = described[0]
                yield start, *described


def stated(text: str, start: int, end: int, words: ClauseWords) -> Iterator[str]:
    """Keys of the descriptions that a name stands right beside: "[the SNC chief,] Khoja", "Khoja[, chief of the SNC]"."""
    if (comma := re.compile(r",\s").match(text, end)) and (described := described_at(text, comma.end(), words)):
        yield described[1]
    before = list(_WORD.finditer(text, max(0, start - 12 * _LONGEST), start))[-_LONGEST:]
    if not any(found.group().lower() in words.titles for found in before):
        return
    for found in before:
        word = found.group()
        if word[0].isupper() or word in words.articles:
            described = described_at(text, found.start(), words, start)
            if described is not None and re.fullmatch(r",? ", text[described[0] : start]):
                yield described[1]
                return
