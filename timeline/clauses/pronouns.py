"""A headline that would begin with a pronoun, with whom its own sentence means in its stead, where that is safe."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.clauses.parse import Parse
from timeline.clauses.segments import Kind
from timeline.clauses.tokens import NOUNLIKE, Tag

_PHRASE = NOUNLIKE | {Tag.DETERMINER}

_OPENING = (Tag.COORDINATOR, Tag.PREPOSITION, Tag.TIME, Tag.ADVERB, Tag.COMMA, Tag.COMPLEMENTISER)


def with_who_is_meant(parse: Parse, kept: list[int]) -> list[int]:
    """The tokens with a name instead of the pronoun: "Okoye said [she] would stay" is "Okoye would stay".

    Only where nobody else stands before the pronoun that it could mean.
    """
    first = next((place for place in kept if parse.tokens[place].tag is not Tag.COMPLEMENTISER), None)
    if first is None:
        return kept
    told = next((place for place in kept if parse.tokens[place].tag not in _OPENING), first)
    if two := _pair(parse, told):
        return [*two, *kept[kept.index(told) + 1 :]]
    speaker = _speaker(parse, first)
    return [*speaker, *kept[kept.index(first) + 1 :]] if speaker else kept


def _speaker(parse: Parse, first: int) -> list[int]:
    """Who says of himself, or of themselves, what begins with a pronoun."""
    words, pronoun, segment = parse.words, parse.tokens[first].lower, parse.home[first]
    said = segment.parent
    if pronoun not in words.persons | words.plurals | words.things or segment.kind is not Kind.CONTENT or said is None:
        return []
    if said.verb is None or said.verb not in said.tokens:
        return []
    speaker = _phrase_before(parse, said.tokens, said.verb)
    if not speaker:
        return []
    others = [place for place in range(first) if place not in speaker]
    head = parse.tokens[speaker[-1]]
    if pronoun in words.plurals:
        several = head.lower in words.people or (head.tag is Tag.WORD and words.is_plural(head.lower))
        alone = not any(words.is_plural(parse.tokens[place].lower) for place in others if place > speaker[-1])
        return speaker if several and alone else []
    if pronoun in words.things:
        thing = head.tag is Tag.WORD and not words.is_plural(head.lower)
        thing = thing and head.lower not in words.titles | words.people | words.trades
        return speaker if thing and not any(parse.tokens[place].tag in _PHRASE for place in others) else []
    named = any(parse.tokens[place].tag is Tag.NAME for place in speaker)
    person = named or head.lower in words.titles | words.people
    return speaker if person and not any(parse.tokens[place].tag is Tag.NAME for place in others) else []


def _pair(parse: Parse, first: int) -> list[int]:
    """The two whom "both" means: "[Okoye and Mensah] will meet on Monday, and on Tuesday both will leave"."""
    clause = parse.segments[0]
    if parse.tokens[first].lower not in parse.words.pairing or clause.verb is None or clause.verb > first:
        return []
    two = [place for place in clause.tokens if place < clause.verb]
    joints = [place for place in two if parse.tokens[place].tag is Tag.COORDINATOR]
    plain = all(parse.tokens[place].tag in _PHRASE | {Tag.COORDINATOR} for place in two)
    return two if plain and len(joints) == 1 and two[0] < joints[0] < two[-1] else []


def _phrase_before(parse: Parse, places: Sequence[int], verb: int) -> list[int]:
    """The noun phrase that is all that stands before a verb, but for a comma; nothing if there is more."""
    before = [place for place in places if place < verb]
    while before and parse.tokens[before[-1]].tag is Tag.COMMA:
        before.pop()
    return before if all(parse.tokens[place].tag in _PHRASE for place in before) else []
