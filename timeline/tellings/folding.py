"""Forms of one name: the fullest that a text has for each, by initials, surnames and spelling."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

PARTICLE = re.compile(r"^(?:al|el|ad|as|an|ar)-(?=\w)", re.IGNORECASE)
"""The article that begins a name: "al-Omari"."""
Form = tuple[str, ...]
"""A name as it is written, word by word."""


def acronyms(text: str, found: Iterable[tuple[Form, int]]) -> dict[str, tuple[str, ...]]:
    """Short forms that the text gives in brackets behind the long one; each form found with where it ends."""
    short: dict[str, tuple[str, ...]] = {}
    for words, end in found:
        bracketed = re.match(r"\s*\(([A-Z][A-Za-z&.-]{1,9})\)", text[end : end + 14])
        if bracketed and len(words) > 1:
            acronym = bracketed.group(1).replace(".", "")
            if acronym.upper()[0] == initials_of(words)[:1] and set(acronym.upper()) <= set("".join(words).upper()):
                short.setdefault(acronym, words)
    return short


def initials_of(form: Iterable[str]) -> str:
    """The first letters of the words of a name that have a capital.

    >>> initials_of(("Bank", "of", "Ghana"))
    'BG'
    """
    return "".join(word[0] for word in form if word[0].isupper())


def without_article(word: str) -> str:
    """The last word of a name as it is compared: without the article that begins it, and the dots of initials.

    >>> without_article("al-Omari"), without_article("U.N.")
    ('omari', 'UN')
    """
    return word.replace(".", "") if word.isupper() else PARTICLE.sub("", word).casefold()


def fold(forms_found: Iterable[Form], short: dict[str, tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """For each form of a name the fullest form of the same name in the text."""
    count = Counter(forms_found)
    forms = sorted(count, key=lambda form: (-len(form), -count[form], form))
    folded: dict[tuple[str, ...], tuple[str, ...]] = {}
    fullest: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:
        if len(form) == 1 and (long := short.get(form[0].replace(".", ""))):
            folded[form] = long
            continue
        # Forms of one name end in the same word.
        alike = fullest.setdefault(without_article(form[-1]), [])
        candidates = [full for full in alike if _same(form, full)]
        if len(candidates) == 1:
            folded[form] = candidates[0]
        else:
            folded[form] = form
            alike.append(form)
    return {form: " ".join(folded[full] if (full := folded[form]) in folded else full) for form in folded}


def _same(form: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a form is a shorter or differently spelt form of a full name."""
    form, full = tuple(map(without_article, form)), tuple(map(without_article, full))
    if len(form) == 1:
        return form == full or (
            len(form[0]) > 2 and len(full) in (2, 3, 4) and form[0] == full[-1] and not form[0].isupper()
        )
    if len(form) < len(full):
        return form[-1] == full[-1] and set(form) <= set(full)
    return len(form) == len(full) and form[1:] == full[1:] and form[0][:2] == full[0][:2] and _close(form[0], full[0])


def close_spelling(one: str, other: str) -> bool:
    """Whether two names are long and alike enough to be one name in two spellings.

    >>> close_spelling("gaddafi", "qaddafi"), close_spelling("homs", "hama")
    (True, False)
    """
    return min(len(one), len(other)) >= _LONG and _close(one, other)


_LONG = 6
"""From how many letters on names that differ in two may be one."""


def _close(one: str, other: str) -> bool:
    """Whether two spellings differ in at most two letters ("Sergei", "Sergey")."""
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 4:
        return one == other
    previous = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, facing in enumerate(other, 1):
            current.append(min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != facing)))
        previous = current
    return previous[-1] <= 2
