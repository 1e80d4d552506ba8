"""Stretches of capitalised words that may be names, cut where one name ends and another begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.clauses.words import ClauseWords
from timeline.tellings.folding import PARTICLE
from timeline.tellings.nouns import Nouns
from timeline.tellings.rarity import is_common

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][^\W_]*(?:[-’'&][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_CONTRACTED = re.compile(r"['’][a-z]+$")
_Piece = list[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Run:
    """Words with capitals, one behind the other, and the small words between them."""

    start: int
    end: int
    words: tuple[str, ...]
    opening: bool
    """Whether it begins a sentence or a quotation, so that its first capital says nothing."""
    placed: bool
    """Whether it stands behind a word of place."""
    titled: bool = False
    """Whether a title stands right behind it: "[Transport] Minister Okoye"."""


def capitals(text: str, sentence: tuple[int, int], words: ClauseWords, nouns: Nouns) -> Iterator[Run]:
    """What may be a name in a sentence; `nouns` are those that have a capital in its language."""
    for run in _runs(text, *sentence, words):
        yield from _parts(text, run, words, nouns)


def _runs(text: str, start: int, end: int, words: ClauseWords) -> Iterator[Run]:
    """Stretches of capitalised words, with the small words that join them."""
    spoken = list(WORD.finditer(text, start, end))
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
        yield Run(
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


def _adjacent(text: str, spoken: Sequence[re.Match[str]], position: int) -> bool:
    return text[spoken[position - 1].end() : spoken[position].start()] == " "


def _capital(word: str) -> bool:
    return word[0].isupper() or bool(PARTICLE.match(word) and word.partition("-")[2][:1].isupper())


def _parts(text: str, run: Run, words: ClauseWords, nouns: Nouns) -> Iterator[Run]:
    """The names in a run: without titles and nouns, the name before and the name behind them apart."""
    spans: _Piece = []
    position = run.start
    for word in run.words:
        start = text.index(word, position)
        position = start + len(word)
        spans.append((start, position, word))
    pieces: list[_Piece] = [[]]
    for place, (start, end, word) in enumerate(spans):
        bare = _POSSESSIVE.sub("", word)
        if words.capital_nouns and _noun_between(spans, place, pieces[-1], words, nouns):
            if len(pieces[-1]) == 1 and _inflected(pieces[-1][0][2], words):
                pieces[-1].clear()  # "[Bozner] Kinder"
            pieces.append([])
        elif _apart(spans, place, pieces[-1], words):
            pieces.append([])
        elif word[0].islower() and not pieces[-1] and not PARTICLE.match(word):
            continue
        else:
            pieces[-1].append((start, end - len(word) + len(bare), bare))
            if bare != word:
                pieces.append([])
    ends = {piece[-1][1] for piece in pieces if piece}
    titled = {
        end for (_, end, _), (_, _, word) in pairwise(spans) if end in ends and word.lower().rstrip(".") in words.titles
    }
    for number, piece in enumerate(pieces):
        name = _without_trade(_trimmed(piece, words, opening=run.opening and number == 0), words)
        if name:
            yield Run(
                name[0][0],
                name[-1][1],
                tuple(word for _, _, word in name),
                run.opening and number == 0 and name[0][0] == run.start,
                run.placed and number == 0,
                name[-1][1] in titled,
            )


def _apart(spans: _Piece, place: int, piece: _Piece, words: ClauseWords) -> bool:
    """Whether the word is a title, a nationality or "Ghana-born", which belongs to no name."""
    word = spans[place][2]
    lower = _POSSESSIVE.sub("", word).lower().rstrip(".")
    if _CONTRACTED.search(word) and words.small(_CONTRACTED.sub("", lower)):
        return True  # "I'm", "They've"
    described = lower.rpartition("-")[2]
    told = words.is_participle(described) or described in words.past
    bare = all(words.small(each[2].lower()) for each in piece)
    if "-" in lower and word.rpartition("-")[2].islower() and told and bare:
        return True
    if words.capital_nouns and not piece and (words.small(lower) or lower in words.contracted):
        return True
    # "Finance" is a title in "Finance Minister", and a name in "Finance Ministry".
    after = spans[place + 1][2].lower() if place + 1 < len(spans) else ""
    if lower == word.lower() and lower in words.titles and after in words.bodies and bare:
        return False
    # "State" is a title in "Secretary of State", and a name in "State Department".
    of_title = lower in words.of_titles and place > 1 and spans[place - 1][2] in words.genitive
    if lower in words.titles or of_title or _is_titled(lower, words):
        return True
    demonym = lower in words.not_names or lower.removesuffix("s") in words.not_names
    after_title = place and _POSSESSIVE.sub("", spans[place - 1][2]).lower() in words.titles
    return bool(demonym and (len(spans) == 1 or not piece or after_title) and not _heads_name(spans, place, words))


def _is_titled(word: str, words: ClauseWords) -> bool:
    """Whether the word is a title with a word that says since when or until when: "Ex-President", "Minister-elect"."""
    parts = set(word.split("-"))
    return len(parts) > 1 and parts <= words.titles | words.title_parts and not parts.isdisjoint(words.titles)


def _noun_between(spans: _Piece, place: int, piece: _Piece, words: ClauseWords, nouns: Nouns) -> bool:
    """Whether the word is a noun that belongs to no name."""
    word = spans[place][2]
    if word.isupper() or word[0].islower() or word not in nouns:
        return False
    lower = word.lower()
    if not piece:
        after = spans[place + 1][2] if place + 1 < len(spans) else ""
        first_name = lower in nouns.both and after[:1].isupper() and after not in nouns  # "[Hans] Okoye"
        return not (first_name or (_inflected(word, words) and _is_body(after, words)))
    if all(_inflected(each[2], words) for each in piece):
        return not _is_body(word, words)
    joined = piece[-1][2][0].islower()  # "Walther von der [Vogelweide]"
    owner = piece[-1][2].endswith("s") or nouns.is_compound(lower)
    surname = len(piece) == 1 and (lower in nouns.both or not owner)  # "Karl [Koch]"
    return not (joined or surname)


def _is_body(word: str, words: ClauseWords) -> bool:
    """Whether the word is a noun that a body is named by: "Freie [Universität]"."""
    return word.lower().endswith(tuple(words.bodies))


def _inflected(word: str, words: ClauseWords) -> bool:
    """Whether the word can be an adjective: "Deutsche", "Wiener"."""
    return word.endswith(tuple(words.adjective_endings))


def _trimmed(piece: _Piece, words: ClauseWords, *, opening: bool) -> _Piece:
    """A name without the words at its edges that hold sentences together: "[When] Ann Okoye", "Accra [Also]"."""
    name = piece
    common = len(name) > 2 and is_common(name[0][2], words.code) and name[0][2].lower() not in words.bodies
    if opening and common and name[1][2] in words.genitive and not words.capital_nouns:
        name = name[2:]  # "[Members of] Okoye's party"
    opener = words.prepositions | words.coordinators | words.subordinators | words.contact
    closer = opener | words.adverbs | words.articles
    while name and (name[0][2].lower() in opener or name[0][2][0].islower()) and not PARTICLE.match(name[0][2]):
        if len(name) == 1 and name[0][2].isupper():
            break  # "WHO"
        name = name[1:]
    while name and name[-1][2][0].islower() and not PARTICLE.match(name[-1][2]):
        name = name[:-1]
    while len(name) > 1 and name[-1][2].lower() in (opener - words.contact if name[-1][2].isupper() else closer):
        name = name[:-1]
    return name


def _without_trade(name: _Piece, words: ClauseWords) -> _Piece:
    """A person's name without what the person does: "[Baker] Maria Klein"."""
    trade = len(name) > 1 and name[0][2].lower() in words.trades
    known = trade and is_common(name[0][2], words.code) and not is_common(name[1][2], words.code)
    place = all(is_common(word, words.code) for _, _, word in name[1:])  # "Cook County Jail"
    person = trade and len(name) > 2 and not place and name[-1][2].lower() not in words.bodies
    return name[1:] if person or known else name


def _heads_name(spans: Sequence[tuple[int, int, str]], place: int, words: ClauseWords) -> bool:
    """Whether a nationality begins a longer name ("Syrian National Coalition")."""
    following = spans[place + 1 : place + 3]
    return len(following) == 2 and all(
        word[0].isupper() and word.lower() not in words.titles and word.lower() not in words.not_names
        for _, _, word in following
    )
