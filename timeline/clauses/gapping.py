"""What a second part of a clause has left to the first: "He sold the mill in May and [he sold] the dam in June"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from timeline.clauses.parse import Parse
from timeline.clauses.tokens import NOUNLIKE, Tag

_PHRASE = NOUNLIKE | {Tag.DETERMINER}
_JOINTS = (Tag.COORDINATOR, Tag.COMMA)


def left_out(parse: Parse, core: Sequence[int]) -> list[int]:
    """The tokens of the clause's first part that this part goes without, where it has no verb.

    Subject and verb, "on Friday [he sold] another"; with the object if it only tells where, "[he met Okoye] in Accra in
    May and in Lome in June"; without the verb if it has a base form of its own, "[they will] meet in May and vote in June".
    """
    segment, first = parse.home[core[0]], core[0]
    if segment.verb is None or segment.verb > first or any(parse.home[place].verb == place for place in core):
        return []
    end = parse.end_of_group(segment.verb)
    spoken = [place for place in segment.tokens if place <= end < first]
    if not any(parse.tokens[place].tag in NOUNLIKE | {Tag.PRONOUN} for place in spoken[:-1]):
        return []
    joined = parse.tokens[first].tag in _JOINTS and len(core) > 1
    opening = first + joined
    begun, after = parse.tokens[opening], parse.after(opening)
    governed = after.tag if begun.tag is Tag.PREPOSITION and after is not None else None
    if joined and begun.lower in parse.words.verbs and parse.tokens[segment.verb].lower in parse.words.modals:
        return spoken[:-1]
    if joined and governed in NOUNLIKE:
        spoken += takewhile(lambda place: parse.tokens[place].tag in _PHRASE, range(end + 1, first))
    elif not (
        begun.tag is Tag.TIME
        or governed in (Tag.TIME, Tag.DETERMINER)
        or (joined and parse.tokens[end + 1].tag in _PHRASE and _is_one_phrase(parse, core[1:]))
    ):
        return []
    return [place for place in spoken if place + 1 not in spoken or parse.tokens[place + 1].tag is not Tag.TIME]


def _is_one_phrase(parse: Parse, places: Iterable[int]) -> bool:
    """Whether the words up to the first preposition or time are one noun phrase: "the dam", not "Mensah a hospital"."""
    phrase = list(takewhile(lambda place: parse.tokens[place].tag in _PHRASE, places))
    begun = [place for place in phrase if _determines(parse, place)]
    return begun == phrase[:1]


def _determines(parse: Parse, place: int) -> bool:
    token = parse.tokens[place]
    return token.tag in (Tag.DETERMINER, Tag.NUMBER) or any(
        token.lower == each.partition(":")[2] for each in parse.words.numerals
    )
