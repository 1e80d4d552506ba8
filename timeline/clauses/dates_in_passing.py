"""Dates at which the clause around them did not happen: what they are of instead, if anything."""

from __future__ import annotations

from timeline.clauses.parse import Parse
from timeline.clauses.segments import Segment
from timeline.clauses.tokens import NOUNLIKE, Tag


def told_of_date(parse: Parse, segment: Segment, index: int) -> list[int]:
    """What happened at a date since which the rest lasts: "Since Monday, when [the dam burst], 300 have left"."""
    if not parse.lasts(index - 1 - (parse.tokens[index - 1].tag is Tag.DETERMINER)):
        return []
    for child in segment.children:
        behind = child.opener - parse.comma_before(child.opener) == index + 1
        if behind and parse.same_time(child, index) and child.verb is not None:
            return [place for place in sorted(parse.gathered(child, index)) if place != child.opener]
    return []


def only_compared(parse: Parse, index: int) -> bool:
    """Whether the date only says back to when nothing was like it: "the first law since [2013]"."""
    determined = index > 1 and parse.tokens[index - 1].tag is Tag.DETERMINER
    before = parse.before(index - determined)
    if before is None or before.lower not in parse.words.sinces:
        return False
    around = {id(parse.home[index]), id(parse.home[index].parent)}
    earlier = [place for place in range(max(0, index - _COMPARED), index) if id(parse.home[place]) in around]
    return any(_superlative(parse, place) for place in earlier)


def _superlative(parse: Parse, place: int) -> bool:
    """Whether the word is a "first" or a "worst" that "the" or an owner stands before."""
    token, before = parse.tokens[place], parse.before(place)
    if before is None or not (before.tag is Tag.DETERMINER or parse.possessive(place - 1)):
        return False
    ending = bool(parse.words.superlative_ending) and token.lower.endswith(parse.words.superlative_ending)
    return token.lower in parse.words.superlatives or (ending and token.tag is Tag.WORD)


_COMPARED = 24
"""How many words before a date such a comparison is looked for."""


def noun_ahead(parse: Parse, index: int) -> list[int]:
    """What is still to come at a date, where the clause is of before: "two weeks before [the vote on 7 May]"."""
    first = index
    while first and parse.tokens[first - 1].lower not in parse.words.preceding:
        if parse.tokens[first - 1].tag not in (*NOUNLIKE, Tag.DETERMINER, Tag.PREPOSITION):
            return []
        first -= 1
    bound = first > 0 and parse.tokens[first - 1].lower in parse.words.preceding
    measured = (token.lower in parse.words.stretches for token in parse.tokens[max(0, first - 1 - _MEASURED) : first])
    bound = bound and any(measured)  # not "testified before a court on 7 May"
    phrase = list(range(first, index + 1))
    nouns = [place for place in phrase if parse.tokens[place].tag in NOUNLIKE]
    return phrase if bound and nouns and parse.home[first - 1] is parse.home[index] else []


_MEASURED = 3
"""Among how many words before it stands how long before it was: "two [weeks to go] before"."""
