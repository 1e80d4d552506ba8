"""What stands in a clause and happened at another time than it: what came before it, what it is about.

"She left on Monday [after the talks]", "He was charged on Friday [with the killing]".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.clauses.parse import Parse
from timeline.clauses.segments import Kind
from timeline.clauses.tokens import PUNCTUATION, Tag


def without_other_times(parse: Parse, core: Sequence[int], index: int) -> list[int]:
    """The part of a clause that happened at its date: the token at `index`."""
    verbs = [place for place in core if parse.home[place].verb == place]
    if not verbs or index not in core:
        return list(core)
    kept = list(core)
    told = parse.end_of_group(verbs[0])
    if parse.tokens[index].lower.split()[-1] in parse.words.sequels:
        # "in the days before the vote": the vote only says which days are meant.
        kept = [each for each in kept if each <= index]
    for place in kept:
        if place > max(told, index) and _opens_other_time(parse, place) and not _goes_on(parse, kept, place):
            begun = _start_of_measure(parse, place)
            kept = [each for each in kept if each < begun]
            break
    kept = _without_dated_nouns(parse, kept, told, index)
    if kept and _opens_other_time(parse, _past_measure(parse, kept)) and index > verbs[0]:
        comma = next((each for each in kept if parse.tokens[each].tag is Tag.COMMA and each < verbs[0]), None)
        if comma is not None:
            kept = [each for each in kept if each > comma]
    return kept


def _start_of_measure(parse: Parse, place: int) -> int:
    """Where the words begin that say how much earlier or later it was: "[just four days] after the flood"."""
    if parse.tokens[place - 1].lower not in parse.words.stretches:
        return place
    start = parse.start_of_noun_phrase(place)
    while start and (
        parse.tokens[start - 1].tag is Tag.ADVERB
        or parse.tokens[start - 1].lower in parse.words.approximations | parse.words.measuring
    ):
        start -= 1
    return place if start and parse.tokens[start - 1].tag is Tag.PREPOSITION else start


def _past_measure(parse: Parse, kept: Sequence[int]) -> int:
    """The first token, or what follows the words there that say how much earlier or later: "[Two weeks] after the flood"."""
    for place, following in pairwise(kept[:_MEASURE]):
        if parse.tokens[place].lower in parse.words.stretches:
            return following if _start_of_measure(parse, following) == kept[0] else kept[0]
    return kept[0]


_MEASURE = 6
"""How many words such a measure has at most, and one more."""


def _without_dated_nouns(parse: Parse, kept: list[int], told: int, index: int) -> list[int]:
    """Without what goes along at the end and has a date of its own: "He was charged on Monday [in the May 2011 robbery]"."""
    for other in parse.times(kept):
        if other <= max(told, index) or not parse.attributive(other) or _goes_on(parse, kept, other):
            continue
        start = parse.start_of_noun_phrase(other - 1 if parse.of_noun(other) else other)
        governor = parse.tokens[start - 1]
        bound = governor.tag is Tag.PREPOSITION and governor.lower not in parse.words.genitive
        if bound and start - 1 > max(told, index):
            return [each for each in kept if each < start - 1]
    return kept


def _goes_on(parse: Parse, core: Sequence[int], place: int) -> bool:
    """Whether the clause has a further predicate behind the token."""
    behind = (parse.home[each] for each in core if each > place)
    return any(segment.kind is Kind.PREDICATE and segment.opener > place for segment in behind)


def _opens_other_time(parse: Parse, place: int) -> bool:
    """Whether what follows the token happened before the clause, or after it."""
    tokens, words = parse.tokens, parse.words
    token, after, before = tokens[place], parse.after(place), parse.before(place)
    if after is None or after.tag in PUNCTUATION or after.tag is Tag.TIME:
        return False
    if token.lower in words.sequels:
        return True
    if token.lower not in words.prepositions:
        return False
    if after.tag is Tag.GERUND and token.lower in words.grounds:
        return True
    if before is not None and before.lower in words.charges and token.lower in words.grounds:
        return True
    noun = place + 2 if after.tag is Tag.DETERMINER else place + 1
    return noun < len(tokens) and tokens[noun].lower in words.sequel_nouns
