"""The noun that a date qualifies, with what describes it."""

from __future__ import annotations

from timeline.clauses.parse import Parse
from timeline.clauses.segments import Kind
from timeline.clauses.tokens import NOUNLIKE, PUNCTUATION, Tag


def dated_noun(parse: Parse, index: int) -> list[int]:
    """The dated noun with what describes it: "the September 2013 decision to remove chemical weapons"."""
    tokens, segment = parse.tokens, parse.home[index]
    of_noun = parse.of_noun(index)
    first = parse.start_of_noun_phrase(index - 1 if of_noun else index)
    while first < index and parse.home[first] is not segment:
        first += 1
    last = index
    if not of_noun:
        last += 2 if parse.possessive(index + 1) and index + 2 < len(tokens) else 1
    while last + 1 < len(tokens):
        token = tokens[last + 1]
        if _place_name(parse, last + 1):
            last += 3
            continue
        object_of_infinitive = token.tag is Tag.PRONOUN and parse.home[last + 1].kind is Kind.INFINITIVE
        if (token.tag in _ENDS_PHRASE and not object_of_infinitive) or token.tag in PUNCTUATION:
            break
        following = parse.after(last + 1)
        if token.tag in (Tag.PAST, Tag.ADVERB) and (following is None or following.tag not in NOUNLIKE):
            break
        last += 1
    phrase = list(range(first, last + 1))
    for child in segment.children:
        # What describes the noun without a time of its own: "the bombing [that killed an officer]".
        describes = child.kind in (Kind.RELATIVE, Kind.REDUCED) and child.opener in (last + 1, last + 2)
        if (describes and not parse.has_date(child)) or (child.opener == last + 1 and parse.same_time(child, index)):
            phrase += parse.gathered(child, index)
    return phrase


_ENDS_PHRASE = frozenset(
    {
        Tag.FINITE, Tag.TIME, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.PRONOUN, Tag.COMPLEMENTISER, Tag.COORDINATOR,
        Tag.GERUND, Tag.PRESENT,
    }
)  # fmt: skip


def _place_name(parse: Parse, index: int) -> bool:
    """Whether the comma is the first of those in "a Birmingham, Ala., clinic"."""
    tags = [token.tag for token in parse.tokens[index - 1 : index + 3]]
    return tags == [Tag.NAME, Tag.COMMA, Tag.NAME, Tag.COMMA]
