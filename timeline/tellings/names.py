"""The people, places and organisations an article names: by capitals, titles and repetition, no model.

A name is folded to the fullest form the article has for it, so that "Khoja" is "Khaled Khoja" and
"SNC" the "Syrian National Coalition" where the article says so. Nothing is learnt from other articles.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.clauses.words import ClauseWords
from timeline.tellings.descriptions import descriptions, stated
from timeline.tellings.folding import PARTICLE, acronyms, fold
from timeline.tellings.rarity import is_common

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][^\W_]*(?:[-’'&][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands, folded."""

    start: int
    end: int
    name: str
    place: bool = False
    """Whether it stands behind a word of place ("in Moscow")."""


@dataclass(frozen=True, slots=True)
class Names:
    """All names of one article, in order."""

    found: tuple[Named, ...]
    described: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By name, what else the article says that somebody is: "Khaled Khoja, the SNC chief"."""
    persons: frozenset[str] = frozenset()
    """Those of the names that are a person's: behind a title, with one that tells who it is, or by surname alone too."""
    descriptions: tuple[tuple[int, int, str], ...] = ()
    """Where anybody is called by such a description, and by which: start, end, key."""

    def within(self, start: int, end: int) -> tuple[Named, ...]:
        """The names of a stretch of the text."""
        first = bisect_left(self.found, start, key=lambda named: named.start)
        last = bisect_left(self.found, end, key=lambda named: named.start)
        return self.found[first:last]


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    words: tuple[str, ...]
    opening: bool
    placed: bool


def find_names(
    text: str, sentences: Sequence[tuple[int, int]], words: ClauseWords, without: Iterable[tuple[int, int]] = ()
) -> Names:
    """The names in the sentences of a text, each folded to its fullest form there.

    The spans in `without`, its time expressions, are no part of a name.

    >>> from timeline.clauses.words import load_clause_words
    >>> line = "Foreign Minister Ann Okoye met the Lake Basin Council (LBC) in Accra. Okoye left; the LBC stayed."
    >>> [named.name for named in find_names(line, [(0, 69), (70, len(line))], load_clause_words("en")).found]
    ['Ann Okoye', 'Lake Basin Council', 'Lake Basin Council', 'Accra', 'Ann Okoye', 'Lake Basin Council']
    """
    text = _masked(text, without)
    runs = [
        part for start, end in sentences for run in _runs(text, start, end, words) for part in _parts(text, run, words)
    ]
    lower = {found.group() for found in re.finditer(r"\b[^\W\d_A-Z][^\W\d_]+\b", text)}
    inside = Counter(" ".join(run.words) for run in runs if not run.opening)
    proper = _bare_names(text, runs, words) if words.capital_nouns else frozenset()
    kept = [run for run in (_settled(run, lower, inside, proper, words) for run in runs) if run is not None]
    folded = fold((run.words for run in kept), acronyms(text, [(run.words, run.end) for run in kept]))
    found = [Named(run.start, run.end, folded[run.words], run.placed) for run in kept]
    described = _described(text, found, words)
    known = {key: name for name, keys in described.items() for key in keys}
    called = tuple(descriptions(text, sentences, words))
    told = [Named(start, end, known[key]) for start, end, key in called if key in known]
    persons = _persons(text, kept, folded, words) | described.keys()
    return Names(tuple(sorted([*found, *told], key=lambda each: (each.start, each.end))), described, persons, called)


def _persons(
    text: str, runs: Iterable[_Run], folded: Mapping[tuple[str, ...], str], words: ClauseWords
) -> frozenset[str]:
    """The names that a title stands before, or that the text shortens to their last word."""
    persons: set[str] = set()
    placed = {folded[run.words] for run in runs if run.placed}
    for run in runs:
        name = folded[run.words]
        body = any(word.lower() in words.bodies for word in name.split())
        before = _WORD.findall(text[max(0, run.start - 24) : run.start])
        titled = bool(before) and before[-1].lower() in words.titles and text[run.start - 1 : run.start] == " "
        surname = len(run.words) == 1 < len(name.split()) and name.endswith(f" {run.words[0]}") and name not in placed
        if not body and (titled or surname):
            persons.add(name)
    return frozenset(persons)


def _described(text: str, found: Iterable[Named], words: ClauseWords) -> dict[str, tuple[str, ...]]:
    """By name the keys of its descriptions, without those that the text has for two."""
    said = {(each.name, key) for each in found for key in stated(text, each.start, each.end, words)}
    of_one = Counter(key for _, key in said)
    described: dict[str, tuple[str, ...]] = {}
    for name, key in sorted(said):
        if of_one[key] == 1:
            described[name] = (*described.get(name, ()), key)
    return described


def _runs(text: str, start: int, end: int, words: ClauseWords) -> Iterator[_Run]:
    """Stretches of capitalised words, with the small words that join them."""
    spoken = list(_WORD.finditer(text, start, end))
    if spoken and sum(word.group().isupper() for word in spoken) * 2 > len(spoken) and len(spoken) > 3:
        return  # a line in capitals tells no names
    position = 0
    while position < len(spoken):
        if not _capital(spoken[position].group()):
            position += 1
            continue
        last = _end_of_run(text, spoken, position, words)
        before = spoken[position - 1].group().lower() if position else ""
        opening = (
            position == 0
            or text[spoken[position].start() - 1] in "\"“„«`'‘("
            or text[max(0, spoken[position].start() - 4) : spoken[position].start()].rstrip()[-1:]
            in (".", ":", "!", "?")
        )
        yield _Run(
            spoken[position].start(), spoken[last].end(),
            tuple(word.group() for word in spoken[position : last + 1]), opening,
            before in words.placing and _adjacent(text, spoken, position),
        )  # fmt: skip
        position = last + 1


def _end_of_run(text: str, spoken: Sequence[re.Match[str]], position: int, words: ClauseWords) -> int:
    """The last word of the run of capitals that begins at a word."""
    last = position
    while last + 1 < len(spoken):
        gap = text[spoken[last].end() : spoken[last + 1].start()]
        initial = gap == ". " and len(spoken[last].group()) <= 4
        if gap not in (" ", "\u00a0") and not initial:
            break
        if _capital(spoken[last + 1].group()):
            last += 1
            continue
        # Small words hold a name together: "Bank of Ghana", "Lake Council of the Union".
        body = last == position or spoken[last].group().lower() in words.bodies
        joined = last + 1
        while joined < min(len(spoken), last + 3) and spoken[joined].group() in words.name_joiners | words.determiners:
            joined += 1
        if joined == last + 1 or joined == len(spoken) or spoken[last + 1].group() not in words.name_joiners:
            break
        genitive = spoken[last + 1].group() in words.genitive
        bridge = text[spoken[last].end() : spoken[joined].start()]
        if (genitive and not body) or not _capital(spoken[joined].group()) or not re.fullmatch(r"[\s\w-]+", bridge):
            break
        last = joined
    return last


def _masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with spaces in some of its places."""
    pieces: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if start >= done:
            pieces += [text[done:start], " " * (end - start)]
            done = end
    return "".join([*pieces, text[done:]])


def _adjacent(text: str, spoken: Sequence[re.Match[str]], position: int) -> bool:
    return text[spoken[position - 1].end() : spoken[position].start()] == " "


def _capital(word: str) -> bool:
    return word[0].isupper() or bool(PARTICLE.match(word) and word.partition("-")[2][:1].isupper())


def _parts(text: str, run: _Run, words: ClauseWords) -> Iterator[_Run]:
    """The names in a run: without titles, the name before and the name behind them apart."""
    spans: list[tuple[int, int, str]] = []
    position = run.start
    for word in run.words:
        start = text.index(word, position)
        position = start + len(word)
        spans.append((start, position, word))
    pieces: list[list[tuple[int, int, str]]] = [[]]
    for place, (start, end, word) in enumerate(spans):
        bare = _POSSESSIVE.sub("", word).lower().rstrip(".")
        after_title = place and _POSSESSIVE.sub("", spans[place - 1][2]).lower() in words.titles
        # "State" is a title in "Secretary of State", and a name in "State Department".
        title = bare in words.titles or (
            bare in words.of_titles and place > 1 and spans[place - 1][2] in words.genitive
        )
        demonym = bare in words.not_names or bare.removesuffix("s") in words.not_names
        if title or (
            demonym and (len(spans) == 1 or not pieces[-1] or after_title) and not _heads_name(spans, place, words)
        ):
            pieces.append([])
        elif word[0].islower() and not pieces[-1] and not PARTICLE.match(word):
            continue
        else:
            pieces[-1].append((start, end - len(word) + len(_POSSESSIVE.sub("", word)), _POSSESSIVE.sub("", word)))
            if _POSSESSIVE.search(word):
                pieces.append([])
    for number, piece in enumerate(pieces):
        while piece and piece[-1][2][0].islower() and not PARTICLE.match(piece[-1][2]):
            piece.pop()
        if piece:
            yield _Run(
                piece[0][0],
                piece[-1][1],
                tuple(word for _, _, word in piece),
                run.opening and number == 0 and piece[0][0] == run.start,
                run.placed and number == 0,
            )


def _heads_name(spans: Sequence[tuple[int, int, str]], place: int, words: ClauseWords) -> bool:
    """Whether a nationality begins a longer name ("Syrian National Coalition")."""
    following = spans[place + 1 : place + 3]
    return len(following) == 2 and all(
        word[0].isupper() and word.lower() not in words.titles and word.lower() not in words.not_names
        for _, _, word in following
    )


def _bare_names(text: str, runs: Iterable[_Run], words: ClauseWords) -> frozenset[str]:
    """Where every noun has a capital: words that come again and again, and never with an article."""
    bare: Counter[str] = Counter()
    for run in runs:
        last = run.words[-1]
        before = _WORD.findall(text[max(0, run.start - 24) : run.start])
        articled = len(run.words) == 1 and bool(before) and before[-1].lower() in words.determiners | words.contracted
        bare[last] += -1_000 if articled else 1
    return frozenset(
        word for word, count in bare.items() if count > 1 and not word.lower().endswith(tuple(words.noun_endings))
    )


def _settled(
    run: _Run, lower: set[str], inside: Counter[str], proper: frozenset[str], words: ClauseWords
) -> _Run | None:
    """The run as a name, or None where its capital only begins a sentence."""
    first = run.words[0].lower()
    if words.capital_nouns and len(run.words) == 1 and not run.placed and not run.words[0].isupper():
        return run if run.words[0] in proper and first not in words.not_names else None
    if len(run.words) == 1 and words.small(first) and not (run.words[0].isupper() and len(first) > 1):
        return None
    if not run.opening:
        if len(run.words) == 1 and (
            first in words.not_names or first.removesuffix("s") in words.not_names or len(first) < 2
        ):
            return None
        return run
    if inside[" ".join(run.words)] or (len(run.words) == 1 and run.words[0].isupper() and len(first) > 1):
        return run
    counting = any(part in (each.partition(":")[2] for each in words.numerals) for part in first.split("-"))
    plain = first in lower or words.small(first) or is_common(first, words.code) or counting
    if not plain:
        return run
    if len(run.words) == 1:
        return None
    rest = run.words[1:]
    if rest[0][0].islower():
        return None
    if first in lower or words.small(first):
        after = _Run(run.end - len(" ".join(rest)), run.end, rest, False, False)
        nameless = words.capital_nouns or rest[0].lower() in words.not_names
        return None if nameless and len(rest) == 1 else after
    return run
