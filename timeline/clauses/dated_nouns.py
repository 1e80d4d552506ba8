"""The noun that a date qualifies, with what describes it, and the clause that takes its date."""

from __future__ import annotations

from timeline.clauses.parse import Parse
from timeline.clauses.segments import Kind
from timeline.clauses.several_dates import in_comparison, share_clause
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


def clause_of_noun(parse: Parse, phrase: list[int], index: int) -> list[int] | None:
    """The clause that happened at the date of a noun in it, where that is so."""
    return _predicate_of(parse, phrase, index) or _verb_over(parse, phrase, index)


def _predicate_of(parse: Parse, phrase: list[int], index: int) -> list[int] | None:
    """The clause whose subject the dated noun phrase is, where its past verb tells of that time too."""
    segment = parse.home[index]
    verb = segment.verb
    if verb is None or verb <= phrase[-1]:
        return None
    between = [parse.tokens[place] for place in range(phrase[-1] + 1, verb) if parse.home[place] is segment]
    if any(token.tag not in NOUNLIKE | {Tag.ADVERB, Tag.COMMA, Tag.DETERMINER, Tag.PREPOSITION} for token in between):
        return None
    first = segment.tokens[0]
    governor = parse.before(phrase[0])
    inside = governor is not None and governor.lower in parse.words.locative and phrase[0] - 1 == first
    if not inside and any(parse.tokens[place].tag is Tag.PREPOSITION for place in range(first, phrase[0])):
        return None
    if any(
        place != index and not parse.attributive(place) and not in_comparison(parse, segment.tokens, place)
        for place in parse.times(segment.tokens)
    ):
        return None
    spoken = parse.tokens[verb]
    if spoken.tag is not Tag.PAST and spoken.lower not in parse.words.past | parse.words.change:
        return None
    return share_clause(parse, segment, index, parse.hull(segment, index))


def _verb_over(parse: Parse, phrase: list[int], index: int) -> list[int] | None:
    """The clause whose object, or scene, the dated noun phrase is: "[many came to] the Sunday service".

    Only where the sentence has no other date, and its verb is past.
    """
    segment, tokens = parse.home[index], parse.tokens
    verb = segment.verb
    if verb is None or verb >= phrase[0] or len(parse.times(range(len(tokens)))) > 1:
        return None
    before = tokens[phrase[0] - 1]
    scene = before.tag is Tag.PREPOSITION and before.lower in parse.words.locative
    if before.tag is Tag.PREPOSITION and not scene:
        return None
    between = range(verb + 1, phrase[0] - scene)
    # "was hurt in the 1998 fire", but not "played a part in the 1998 decision".
    passed = (Tag.GROUP, Tag.ADVERB) if scene else (Tag.GROUP, Tag.ADVERB, *NOUNLIKE, Tag.DETERMINER)
    if any(tokens[place].tag not in passed or parse.home[place] is not segment for place in between):
        return None
    spoken, words = tokens[verb], parse.words
    past = spoken.lower in words.past | words.past_auxiliaries and spoken.lower not in words.perfect
    if spoken.tag is not Tag.PAST and not past:
        return None
    return share_clause(parse, segment, index, parse.hull(segment, index))


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
