"""Who or what a sentence is about: the subject of its first clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.clauses.parse import Parse
from timeline.clauses.segments import Kind
from timeline.clauses.tokens import NOUNLIKE, Tag
from timeline.clauses.words import ClauseWords
from timeline.spans import Span

_BEFORE = (Tag.TIME, Tag.ADVERB, Tag.COMMA, Tag.PREPOSITION, Tag.COORDINATOR)
"""What may stand before a subject, with the noun of the preposition."""


@dataclass(frozen=True, slots=True)
class SentenceSubject:
    """The noun phrase that is the subject, without what describes it behind a comma."""

    span: Span
    plural: bool
    """Whether it is of several: "Ann Okoye and the mayor", "the villagers"."""


def subject_of(
    text: str, sentence: tuple[int, int], expressions: Sequence[tuple[int, int]], words: ClauseWords
) -> SentenceSubject | None:
    """The subject of a sentence's first clause; None where it is a pronoun, or where none can be told.

    >>> from timeline.clauses.words import load_clause_words
    >>> line = "On Monday the mayor and Ann Okoye, her deputy, left for Accra."
    >>> found = subject_of(line, (0, len(line)), [(3, 9)], load_clause_words("en"))
    >>> found is not None and (line[slice(*found.span)], found.plural)
    ('the mayor and Ann Okoye', True)
    """
    parse = Parse(text, *sentence, expressions, words)
    clause = next((each for each in parse.segments if each.kind is Kind.MAIN), None)
    if clause is None or clause.verb is None or not any(parse.contains(clause, place) for place in clause.tokens):
        return None
    before = [place for place in clause.tokens if place < clause.verb]
    phrase = _first_phrase(parse, before)
    if not phrase or parse.tokens[phrase[-1]].tag not in NOUNLIKE:
        return None
    last = parse.tokens[phrase[-1]]
    joined = any(parse.tokens[place].tag is Tag.COORDINATOR for place in phrase)
    plural = joined or (last.tag is Tag.WORD and words.is_plural(last.lower))
    return SentenceSubject(Span(parse.tokens[phrase[0]].start, last.end), plural)


def _first_phrase(parse: Parse, before: Sequence[int]) -> list[int]:
    """The first noun phrase of those tokens that no preposition governs: words up to the first sign, name and all."""
    phrase: list[int] = []
    governed = False
    for place in before:
        token = parse.tokens[place]
        fits = token.tag in NOUNLIKE | {Tag.DETERMINER} or parse.possessive(place)
        if phrase and token.tag is Tag.COORDINATOR:
            phrase.append(place)
        elif fits and not governed:
            if phrase and place != phrase[-1] + 1:
                break
            phrase.append(place)
        elif phrase:
            break
        elif token.tag not in _BEFORE and not fits:
            return []
        else:
            governed = token.tag is Tag.PREPOSITION or (governed and token.tag not in (Tag.TIME, Tag.COMMA))
    while phrase and parse.tokens[phrase[-1]].tag is Tag.COORDINATOR:
        phrase.pop()
    return phrase
