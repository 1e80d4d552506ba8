"""By what a word or a name is recognised in another text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from timeline.clauses.words import ClauseWords
from timeline.tellings.cognates import cognate_of, is_international
from timeline.tellings.folding import fold, initials_of, without_article
from timeline.tellings.kin import head_of
from timeline.tellings.rarity import is_common, stem


@lru_cache(maxsize=50_000)
def term_of(word: str, words: ClauseWords) -> str:
    """The stem of a word, or of the word that tells of the same ("met", "meeting": "meet").

    >>> from timeline.clauses.words import load_clause_words
    >>> term_of("Explosions", load_clause_words("en")), term_of("exploded", load_clause_words("en"))
    ('explod', 'explod')
    """
    key, kin = stem(word), _kin(words)
    head = head_of(key, words.code)
    return kin.get(key) or kin.get(head) or cognate_of(head, words.code)


@cache
def terms_of(listed: frozenset[str], words: ClauseWords) -> frozenset[str]:
    """The terms of a list of words."""
    return frozenset(term_of(word, words) for word in listed)


@cache
def _kin(words: ClauseWords) -> dict[str, str]:
    return {stem(word): stem(head) for head, listed in pairs(words.kin | words.alike) for word in listed.split(",")}


@cache
def happenings(words: ClauseWords) -> frozenset[str]:
    """The terms that stand for a verb and its noun, such as "meet"."""
    return frozenset(stem(head) for head, _ in pairs(words.kin))


def crosses(term: str, words: ClauseWords) -> bool:
    """Whether a term stands for words of several languages: the head of `kin`, or an international word."""
    return term in _kin_heads(words) or is_international(term, words.code)


@cache
def _kin_heads(words: ClauseWords) -> frozenset[str]:
    return frozenset(_kin(words).values())


@cache
def name_keys(name: str, words: ClauseWords) -> tuple[str, ...]:
    """By what a name is recognised elsewhere: its last word, and its initials where it is long.

    A body has its last two words: there are many councils.

    >>> from timeline.clauses.words import load_clause_words
    >>> english = load_clause_words("en")
    >>> name_keys("Khaled Khoja", english), name_keys("Lake Basin Council", english), name_keys("UN", english)
    (('khoja',), ('basin council', 'lbc'), ('un',))
    >>> name_keys("United Nations", english), name_keys("U.N.", english), name_keys("Ann Mills", english)
    (('nations', 'un'), ('un',), ('mills',))
    """
    parts = name.split()
    last = without_article(parts[-1]).casefold()
    body = len(parts) > 1 and last in words.bodies
    # Of two words, those of a body or in the plural are shortened ("United Nations"), and those of a person are not.
    plural = len(parts) == 2 and words.is_plural(last) and is_common(parts[0], words.code)
    if body:
        last = f"{parts[-2].casefold()} {last}"
    if not (len(parts) > 2 or body or plural):
        return (last,)
    return last, initials_of(parts).casefold()


def fold_names(names: Iterable[str], words: ClauseWords) -> dict[str, str]:
    """For each of the names of several articles the fullest form that one of them has; itself where two could be meant.

    >>> from timeline.clauses.words import load_clause_words
    >>> fold_names(["UN", "Okoye", "Ann Okoye", "United Nations", "Mills", "Ann Mills", "Jo Mills"], load_clause_words("en"))["UN"]
    'United Nations'
    """
    forms = Counter(tuple(name.split()) for name in names)
    shortened = [(key.upper(), form) for form in forms for key in name_keys(" ".join(form), words)[1:]]
    of_one = Counter(key for key, _ in shortened)
    folded = fold(forms.elements(), {key: form for key, form in shortened if of_one[key] == 1})
    return {" ".join(form): full for form, full in folded.items()}


def is_small(word: str, words: ClauseWords) -> bool:
    """Whether the word says nothing of what happened."""
    return words.small(word) or any(
        word in listed for listed in (words.attributing, words.not_names, words.possessives, words.reflexive)
    )


def pairs(entries: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The entries, such as "kill:killing,murder", each in two; in an order that does not hang on hashes."""
    for entry in sorted(entries):
        left, right = entry.split(":", 1)
        yield left, right
